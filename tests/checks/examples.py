"""Examples of the manual's rules made into manuscripts, and the rules run over them."""

from __future__ import annotations

import re
from dataclasses import replace

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.finding import Finding
from drafter.checks.fixing import chosen, fixed_line
from drafter.checks.manual import Rule
from drafter.checks.manuscript import Manuscript, Row, Words, manuscript
from drafter.checks.masks import masked
from drafter.model import Document
from drafter.reading.line import Judgement, Role

_TIMES = re.compile(r"(\d+)×(.*)")
_ROLES = {role.value: role for role in Role}


def example(rule: Rule, text: str) -> Manuscript:
    """Make a manuscript of an example: as read, or with the roles its lines name."""
    words = Words(
        localities=frozenset(rule.example_localities),
        sensitive=frozenset(rule.example_sensitive),
        codes=tuple((one.split("=")[0], one.split("=")[1]) for one in rule.example_codes),
    )
    if rule.read:
        reading = drafter.read(text.encode(), "text")
        found = manuscript(reading, rule.example_date, words)
        if rule.example_kind == "text":
            return found
        return replace(found, document=replace(found.document, kind=rule.example_kind))
    rows = tuple(_row(at, line) for at, line in enumerate(text.splitlines()))
    return Manuscript(rows, Document(kind=rule.example_kind), rule.example_date, words)


def _row(at: int, line: str) -> Row:
    name, bar, rest = line.partition("|")
    times = _TIMES.fullmatch(line)
    if times:
        name, bar, rest = "body", "|", times[2] * int(times[1])
    if not bar or name not in _ROLES:
        name, rest = ("body" if line.strip() else "blank"), line
    return Row(at, rest, masked(rest), Judgement(_ROLES[name]))


def found(rule: Rule, text: str) -> tuple[Finding, ...]:
    """Run one rule, whatever the profile, over an example."""
    findings = check(example(rule, text), Profile(enable=frozenset({rule.id})))
    return tuple(one for one in findings if one.rule == rule.id)


def fixed(rule: Rule, text: str) -> str:
    """Give an example with what the rule proposes put in, roles left out."""
    rows = example(rule, text).rows
    findings = chosen(found(rule, text), safe=False)
    return "\n".join(
        fixed_line(row.text, [one for one in findings if one.line == row.at + 1]) for row in rows
    )


def plain(rule: Rule, text: str) -> str:
    """Give an example's text without the names of roles."""
    return "\n".join(row.text for row in example(rule, text).rows)

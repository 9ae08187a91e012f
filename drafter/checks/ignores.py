"""Findings a writer has looked at and lets stand, each with a reason, in the source itself.

A line ``<!-- 校核忽略 RULE：why -->`` (or ``drafter-ignore RULE: why``) of a text or an outline
silences the rule, or several parted by commas, in the next line that holds words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.checks.finding import Finding
from drafter.checks.manual import rules
from drafter.errors import N_, Place, UnusableInput
from drafter.pattern import regex

_FORM = regex(r"\s*<!--\s*(?:校核忽略|drafter-ignore)[ \t]*(.*?)\s*-->\s*")
_PARTS = regex(r"([\w,，、 -]+?)\s*[:：]\s*(.+)")


class Ignore(NamedTuple):
    """What is to be let stand: where it is said, in which line (from 1), which rule, and why."""

    line: int
    target: int
    rule: str
    reason: str


def ignores(text: str) -> tuple[str, tuple[Ignore, ...]]:
    """Take the ignores out of a text, leaving an empty line for each; raises UnusableInput."""
    if "<!--" not in text:
        return text, ()
    lines = text.split("\n")
    found: list[Ignore] = []
    for at, line in enumerate(lines):
        said = _FORM.fullmatch(line.rstrip("\r"))
        if said:
            found += _read(said[1], at, lines)
            lines[at] = ""
    return "\n".join(lines), tuple(found)


def _read(words: str, at: int, lines: Sequence[str]) -> list[Ignore]:
    parts = _PARTS.fullmatch(words)
    if parts is None:
        raise UnusableInput(
            N_("this ignore names no rule or gives no reason"),
            hint=N_("write <!-- drafter-ignore RULE: why -->"),
            place=Place(line=at + 1),
        )
    target = next(
        (n for n in range(at + 1, len(lines)) if lines[n].strip() and not _FORM.match(lines[n])),
        at,
    )
    names = [name for name in re.split(r"[,，、\s]+", parts[1]) if name]
    for name in names:
        if name not in rules():
            raise UnusableInput(
                N_("there is no rule called {name}"),
                hint=N_("drafter explain lists the rules"),
                place=Place(line=at + 1),
                name=name,
            )
    return [Ignore(at + 1, target + 1, name, parts[2]) for name in names]


def heeded(
    findings: Iterable[Finding], said: Sequence[Ignore]
) -> tuple[tuple[Finding, ...], tuple[Ignore, ...]]:
    """Give the findings that are left, and the ignores that silenced nothing."""
    wanted = {(one.target, one.rule): one for one in said}
    used, kept = set(), []
    for one in findings:
        if (one.line, one.rule) in wanted:
            used.add((one.line, one.rule))
        else:
            kept.append(one)
    return tuple(kept), tuple(one for key, one in wanted.items() if key not in used)

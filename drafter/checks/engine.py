"""Runs the rules over a manuscript: one pass for each pattern, one call for each function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from drafter.checks.finding import Finding, Hit, Level
from drafter.checks.manual import GROUPS, Rule, rules
from drafter.checks.manuscript import Manuscript
from drafter.checks.masks import quoted

Check = Callable[[Manuscript], Iterable[Hit]]
"""What a rule that is more than a pattern does."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Which rules run: the usual ones, all advice too (``strict``), and what was asked for.

    ``enable`` and ``disable`` name rules, or groups by what comes before the dash (tone); a rule's
    own name counts before its group's. ``strict`` is None where nobody has said so or not.
    """

    strict: bool | None = None
    enable: frozenset[str] = frozenset()
    disable: frozenset[str] = frozenset()

    def wants(self, rule: Rule, manuscript: Manuscript) -> bool:
        """Tell whether a rule is to run over a manuscript."""
        for name in (rule.id, rule.id.partition("-")[0]):  # a rule's own name counts first
            if name in self.disable:
                return False
            if name in self.enable:
                return True
        if "statute" in rule.skip and manuscript.is_statute:
            return False
        if "spoken" in rule.skip and manuscript.is_spoken:
            return False
        return rule.on or (bool(self.strict) and rule.level is Level.ADVICE)


_USUAL = Profile()


@lru_cache(maxsize=1)
def checks() -> dict[str, Check]:
    """Give the functions behind the rules that have one, by the rules' ids."""
    found: dict[str, Check] = {}
    for group in GROUPS:
        name = f"drafter.checks.{group}"
        if find_spec(name) is not None:
            found |= import_module(name).CHECKS
    return found


def check(manuscript: Manuscript, profile: Profile = _USUAL) -> tuple[Finding, ...]:
    """Find what is wrong with a manuscript, in the order it stands there."""
    found: dict[tuple[int, int, int, str], Finding] = {}
    for rule in rules().values():
        if not profile.wants(rule, manuscript):
            continue
        for hit in _hits(rule, manuscript):
            one = _finding(rule, hit, manuscript)
            found.setdefault((one.line, one.col, one.end_col, one.rule), one)
    return tuple(sorted(_unprotected(found.values(), manuscript)))


def _hits(rule: Rule, manuscript: Manuscript) -> Iterator[Hit]:
    if rule.kinds and manuscript.kind.id not in rule.kinds:
        return
    if rule.pattern:
        yield from _matches(rule, manuscript)
    function = checks().get(rule.id)
    if function is not None:
        yield from function(manuscript)


def _matches(rule: Rule, manuscript: Manuscript) -> Iterator[Hit]:
    for row in manuscript.holding(rule.regex, rule.roles):
        for match in rule.regex.finditer(row.text if rule.raw else row.masked):
            fix = match.expand(rule.replace) if rule.replace is not None else None
            yield Hit(row.at, match.start(), match.end(), fix=fix)


def _finding(rule: Rule, hit: Hit, manuscript: Manuscript) -> Finding:
    """Make a finding of a hit; nothing in a law, a quotation or a title is put right unasked."""
    words = manuscript.rows[hit.row].text[hit.start : hit.end]
    safe = rule.fix == "safe" if hit.safe is None else hit.safe
    safe = safe and not manuscript.is_statute
    safe = safe and not quoted(manuscript.rows[hit.row].text, hit.start, hit.end)
    level = hit.level or rule.level
    if rule.dated and manuscript.date is None:
        level = Level.ADVICE
    message = hit.message or rule.message or rule.what
    return Finding(
        line=hit.row + 1,
        col=hit.start + 1,
        end_col=max(hit.end, hit.start + 1),
        rule=rule.id,
        level=level,
        message=message.replace("{words}", words).replace("{fix}", hit.fix or ""),
        words=words,
        fix=hit.fix,
        safe=safe and hit.fix is not None,
        basis=rule.basis,
    )


def _unprotected(found: Iterable[Finding], manuscript: Manuscript) -> Iterator[Finding]:
    """Leave out what touches a protected name."""
    names = [name for name in manuscript.words.protected if name]
    for one in found:
        text = manuscript.rows[one.line - 1].text
        if not any(_covers(text, name, one) for name in names):
            yield one


def _covers(text: str, name: str, one: Finding) -> bool:
    at = text.find(name)
    while at >= 0:
        if at < one.end_col and at + len(name) > one.col - 1:
            return True
        at = text.find(name, at + 1)
    return False

"""Findings by what caused them: a hundred half-width commas are one thing to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.checks.finding import Finding
from drafter.checks.manual import rules


def causes(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Group findings that say the same, in the order of the first of each group.

    What the manual calls ``bulk`` is one cause a rule, the rest one a rule and message, whatever
    the value found was.
    """
    known = rules()
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in _once(findings):
        said = "" if known[one.rule].bulk else one.message.partition("，实为")[0]
        groups.setdefault((one.rule, said), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what another finding, no less grave, puts right with it."""
    lines: dict[int, list[Finding]] = {}
    for one in found:
        lines.setdefault(one.line, []).append(one)
    for some in lines.values():
        fixed = [one for one in some if one.fix is not None]
        for one in some:
            if one.fix is None or not any(_holds(other, one) for other in fixed):
                yield one


def _holds(other: Finding, one: Finding) -> bool:
    """Tell whether one finding's fix does what another asks; of two alike the first rule's does."""
    if other.level.rank > one.level.rank:
        return False
    if (other.col, other.end_col) == (one.col, one.end_col):
        return other.fix == one.fix and (other.level.rank, other.rule) < (one.level.rank, one.rule)
    return other.col <= one.col and one.end_col <= other.end_col

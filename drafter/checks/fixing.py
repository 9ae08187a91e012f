"""Fixes put into words: those of a line, each place once."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.checks.finding import Finding


def chosen(findings: Iterable[Finding], *, safe: bool = True) -> tuple[Finding, ...]:
    """Give the findings whose fixes can be put in together: no two of them touch.

    Of two that do, the graver goes first, then the longer. ``safe``: only what needs no asking.
    """
    wanted = [one for one in findings if one.fix is not None and (one.safe or not safe)]
    wanted.sort(key=lambda one: (one.level.rank, one.col - one.end_col, one.line, one.col))
    kept: list[Finding] = []
    taken: dict[int, list[Finding]] = {}
    for one in wanted:
        others = taken.setdefault(one.line, [])
        if all(one.end_col < other.col or other.end_col < one.col for other in others):
            others.append(one)
            kept.append(one)
    return tuple(sorted(kept))


def fixed_line(text: str, findings: Iterable[Finding]) -> str:
    """Give a line's text with its fixes, none of which touch, in it."""
    for one in sorted(findings, key=lambda one: one.col, reverse=True):
        text = text[: one.col - 1] + (one.fix or "") + text[one.end_col :]
    return text

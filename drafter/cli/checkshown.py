"""Findings on a terminal: what, where, the line with the place marked, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from drafter.cli.language import _

if TYPE_CHECKING:
    from drafter.checks.finding import Finding

_AROUND = 18
_WHOLE = 36
_MOST = 8  # places of one cause that are listed by line
_WIDE = 0x1100


def shown(name: str, findings: Sequence[Finding], lines: Sequence[str]) -> Iterator[str]:
    """Show the findings of a file, one cause at a time."""
    from drafter.checks.grouped import causes

    for group in causes(findings):
        one = group[0]
        yield f"{name}:{one.line}:{one.col}: {one.level.value} {one.rule} {one.message}"
        if one.line <= len(lines):
            yield from _marked(lines[one.line - 1], one)
        if len(group) > 1:
            yield "    " + _more(group)


def _more(group: Sequence[Finding]) -> str:
    places = list(dict.fromkeys(str(one.line) for one in group[1:]))
    named = "、".join(places[:_MOST]) + ("…" if len(places) > _MOST else "")
    words = _("{count} places in all, also in line {lines}")
    return words.format(count=len(group), lines=named)


def _marked(line: str, one: Finding) -> Iterator[str]:
    """Show the words around a place, and marks below it."""
    start, end = one.col - 1, min(one.end_col, len(line))
    if not start and end == len(line):
        yield "    " + line[:_WHOLE] + ("…" if len(line) > _WHOLE else "")
        return
    first = max(start - _AROUND, 0)
    last = min(max(end, start + 1) + _AROUND, len(line))
    cut = line[first:last].replace("\t", " ")
    if not cut.strip():
        return
    before, inside = line[first:start], line[start:end]
    lead = "…" if first else ""
    yield "    " + lead + cut + ("…" if last < len(line) else "")
    yield "    " + " " * (_columns(lead) + _columns(before)) + "^" * max(_columns(inside), 1)


def _columns(text: str) -> int:
    return sum(2 if ord(char) >= _WIDE else 1 for char in text)


def rows(name: str, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Give findings as data, one object a place."""
    return [
        {
            "file": name,
            "line": one.line,
            "col": one.col,
            "end_col": one.end_col,
            "rule": one.rule,
            "level": one.level.value,
            "message": one.message,
            "words": one.words,
            "fix": one.fix,
            "safe": one.safe,
            "basis": one.basis,
        }
        for one in findings
    ]


def counted(findings: Sequence[Finding]) -> str:
    """Say how many findings of each level there are."""
    levels = [one.level.value for one in findings]
    return _("{errors} errors, {warnings} warnings, {advice} advice").format(
        errors=levels.count("error"),
        warnings=levels.count("warning"),
        advice=levels.count("advice"),
    )

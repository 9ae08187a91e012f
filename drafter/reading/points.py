"""Points in a paragraph: 一是 一要 一看 第一， 首先， 其一，: only where they make a series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from drafter.model import Span
from drafter.model.ordinals import POINT_VERBS, Mark, point_mark
from drafter.reading.line import Spot

_CANDIDATE = re.compile(
    f"[一二三四五六七八九十]{{1,3}}[是要抓项{POINT_VERBS}]"
    "|[第其][一二三四五六七八九十]{1,3}(?:项)?[，,]|(?:首先|其次|再次|最后)[，,]"
)
_CLAUSE_STARTS = frozenset("。；，：！？,;:!?—… \t\u3000")
_CLOSING = frozenset("”’）)")
_LEAD_END = re.compile("[。；！？;!?]")
_DEEPEST = 4


@dataclass(slots=True)
class _Found:
    """A candidate: its line, its place, the mark."""

    line: int
    start: int
    mark: Mark


@dataclass(slots=True)
class _Series:
    members: list[_Found] = field(default_factory=list)

    def takes(self, number: int) -> bool:
        """Tell whether a number goes on with the series; one may be skipped or repeated."""
        last = self.members[-1].mark.number
        return last < number <= last + 2 or number == last > 1


class PointSeries:
    """Follows the series of points through the paragraphs of a section."""

    def __init__(self) -> None:
        self._open: dict[str, list[_Series]] = {}
        self._all: list[_Series] = []

    def restart(self) -> None:
        """Begin another section: a series ends with its section."""
        self._open = {}

    def read(self, line: int, text: str) -> None:
        """Take in one paragraph."""
        for start, mark in _candidates(text):
            self._take(_Found(line, start, mark))

    def _take(self, found: _Found) -> None:
        stack = self._open.setdefault(_kind(found.mark), [])
        number = found.mark.number
        if number == 1:
            series = _Series([found])
            stack.append(series)
            del stack[:-_DEEPEST]
            self._all.append(series)
            return
        at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].takes(number)), -1)
        if at >= 0:
            stack[at].members.append(found)
            del stack[at + 1 :]

    def spots(self, texts: Sequence[str]) -> dict[int, tuple[Spot, ...]]:
        """Give the points of every line that has some, in the order they stand."""
        by_line: dict[int, list[_Found]] = {}
        for series in self._all:
            if len(series.members) > 1:
                for found in series.members:
                    by_line.setdefault(found.line, []).append(found)
        return {line: _with_leads(texts[line], found) for line, found in by_line.items()}


def _kind(mark: Mark) -> str:
    """Name the series a mark can belong to: its form without the stop."""
    return mark.form.rstrip("，,：:")


def _candidates(text: str) -> Iterator[tuple[int, Mark]]:
    for found in _CANDIDATE.finditer(text):
        start = found.start()
        if not _opens_clause(text, start):
            continue
        mark = point_mark(text[start : start + 8])
        if mark and not _is_words(text, start, mark):
            yield start, mark


def _opens_clause(text: str, start: int) -> bool:
    before = text[start - 1] if start else "。"
    if before in _CLOSING and start > 1:
        before = text[start - 2]
    return before in _CLAUSE_STARTS


def _is_words(text: str, start: int, mark: Mark) -> bool:
    """Tell whether the mark is plain words: 一是一, 是否, 第一要务."""
    end = start + len(mark.raw)
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    numeral = mark.raw.strip(f"第其是要抓项{POINT_VERBS}，,：:")
    if mark.raw[-1] == "要" and after in ("务", "素", "义", "点"):
        return True
    return after == "否" or (after == numeral and (not beyond or beyond in _CLAUSE_STARTS))


def _with_leads(text: str, found: list[_Found]) -> tuple[Spot, ...]:
    ordinals = sorted(Span(one.start, one.start + len(one.mark.raw)) for one in found)
    return spots_of(text, ordinals)


def spots_of(text: str, ordinals: Sequence[Span]) -> tuple[Spot, ...]:
    """Add to every ordinal how far its head phrase goes."""
    spots = []
    for ordinal, after in zip_longest(ordinals, ordinals[1:]):
        begin = ordinal.end
        stop = _LEAD_END.search(text, begin)
        end = stop.start() if stop else len(text)
        end = min(end, after.start) if after else end
        while end > begin and (text[end - 1].isspace() or text[end - 1] in "，,"):
            end -= 1
        spots.append(Spot(ordinal, Span(begin, end)))
    return tuple(spots)

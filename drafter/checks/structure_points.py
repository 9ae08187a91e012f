"""Points in running text (一是 二要 第三， 首先，): chains that skip, repeat or lack a member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.checks.finding import Hit
from drafter.checks.manuscript import TEXT, Manuscript, Row
from drafter.model.ordinals import Mark, point_mark, spell
from drafter.pattern import regex

_CANDIDATE = regex(
    "(?<![^。；，：！？,;:!?—… \t\u3000”’）)])(?:[一二三四五六七八九十]{1,3}[是要抓]"
    "|[第其][一二三四五六七八九十]{1,3}(?:是|[，,])|(?:首先|其次|再次|最后)[，,])"
)
_NUMERAL = "一二三四五六七八九十"
_WORDS = ("否", "务", "素", "义", "点", "紧")
_WORD_SERIES = "首先"
_DEEPEST = 4


@dataclass(slots=True)
class Point:
    """An ordinal in the text: its row, its place, what it says."""

    row: Row
    start: int
    mark: Mark

    @property
    def kind(self) -> str:
        """The series it can belong to: its form without the stop."""
        return self.mark.form.rstrip("，,：:")

    @property
    def numeral(self) -> tuple[int, int]:
        """Where its numeral stands."""
        start = self.start + (self.mark.raw[0] in "第其")
        end = start
        while self.row.text[end : end + 1] and self.row.text[end] in _NUMERAL:
            end += 1
        return start, end


@dataclass(slots=True)
class _Chains:
    """The open chains of one kind in a section, the innermost last."""

    stack: list[int] = field(default_factory=list)
    seen: int = 0


def points(rows: Iterable[Row]) -> list[Point]:
    """Find the points of some rows in their order."""
    return [
        Point(row, found.start(), mark)
        for row in rows
        if row.role in TEXT
        for found in _CANDIDATE.finditer(row.masked)
        for mark in [point_mark(row.masked[found.start() : found.start() + 8])]
        if mark and not _is_words(row.masked, found.start(), mark)
    ]


def _is_words(text: str, start: int, mark: Mark) -> bool:
    """Tell whether it is no ordinal: 一是一, 五是否, 一要务."""
    after = text[start + len(mark.raw) : start + len(mark.raw) + 1]
    return after in _WORDS or (mark.raw[-1:] in "是" and after == mark.raw[-2:-1])


def chains(manuscript: Manuscript) -> Iterator[tuple[Point, int, int]]:
    """Give points that do not go on: the point, the number before it, the right one if known.

    The number before is 0 where no chain of the kind is open.
    """
    for section in manuscript.sections:
        by_kind: dict[str, list[Point]] = {}
        for point in points(section):
            by_kind.setdefault(point.kind, []).append(point)
        for kind, found in by_kind.items():
            if kind != _WORD_SERIES:
                yield from _broken(found)


def _broken(found: list[Point]) -> Iterator[tuple[Point, int, int]]:
    chain = _Chains()
    for at, point in enumerate(found):
        number = point.mark.number
        following = found[at + 1].mark.number if at + 1 < len(found) else 0
        last = chain.stack[-1] if chain.stack else 0
        slip = last > 0 and following == last + 2 and number != last + 1
        slip = slip or _begins_again(found, at)
        if not slip and _goes_on(chain, number):
            continue
        due = last + 1 if slip or (last and not following) else 0
        yield point, last, due
        if last:
            chain.stack[-1] = due or number
        else:
            chain.stack.append(number)


def _begins_again(found: list[Point], at: int) -> bool:
    """Tell whether 一是 stands in the midst of a paragraph's chain and no 二是 follows it."""
    point, before = found[at], found[at - 1] if at else None
    if point.mark.number != 1 or before is None or before.row is not point.row:
        return False
    return at + 1 == len(found) or found[at + 1].mark.number == 1


def _goes_on(chain: _Chains, number: int) -> bool:
    if number == 1:
        chain.stack.append(1)
        del chain.stack[:-_DEEPEST]
        return True
    for at in range(len(chain.stack) - 1, -1, -1):
        if chain.stack[at] + 1 == number:
            chain.stack[at] = number
            del chain.stack[at + 1 :]
            return True
    return False


def sequence(manuscript: Manuscript) -> Iterator[Hit]:
    """Find points that skip, repeat or run back."""
    for point, before, due in chains(manuscript):
        if before:
            start, end = point.numeral
            raw = point.mark.raw.rstrip("，,：:")
            message = f"“{spell(point.kind, before)}”后面是“{raw}”，分项序次不连续"
            fix = None
            if due:
                right = spell(point.mark.form, due).strip("第其是要抓，,：:")
                fix = right
                message += f"，应为“{spell(point.kind, due)}”"
            yield Hit(point.row.at, start, end, message=message, fix=fix)


def missing(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 二是 and the like with no first member before it in the section."""
    for section in manuscript.sections:
        first: set[str] = set()
        for point in points(section):
            kind = point.kind
            if point.mark.number == 1:
                first.add(_family(kind))
            elif _family(kind) not in first and point.mark.number <= 3:
                first.add(_family(kind))
                if kind != _WORD_SERIES or _begins_second(point, section):
                    yield Hit(point.row.at, point.start, point.start + len(point.mark.raw))


def _begins_second(point: Point, section: Iterable[Row]) -> bool:
    """Tell whether a paragraph begins with 其次 and nothing before it says 首先 in any form."""
    before = (row.text for row in section if row.at < point.row.at)
    opens = point.start == point.row.indent and point.mark.number == 2
    return opens and not any("首先" in text or "第一" in text for text in before)


def _family(kind: str) -> str:
    """Name the ordinals that may stand for each other's first member: 一是 for 二要."""
    return "" if kind[0] in _NUMERAL else kind[:1]


def single(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 一是 with no second member after it in the section."""
    for section in manuscript.sections:
        found = points(section)
        for at, point in enumerate(found):
            if point.mark.number != 1 or point.kind == _WORD_SERIES:
                continue
            family = _family(point.kind)
            if not any(
                _family(one.kind) == family and one.mark.number == 2 for one in found[at + 1 :]
            ):
                yield Hit(point.row.at, point.start, point.start + len(point.mark.raw))


def mixed(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 首先…其次…第三: ordinals of two sets in one chain."""
    for row in manuscript.rows:
        found = points([row]) if row.role in TEXT else []
        for before, point in pairwise(found):
            words = _WORD_SERIES in (before.kind, point.kind) and before.kind != point.kind
            goes_on = point.mark.number == before.mark.number + 1 and point.mark.number > 2
            if words and goes_on and point.mark.raw[:2] != "最后":
                yield Hit(row.at, point.start, point.start + len(point.mark.raw))


def grammar(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the one member of a 一是 chain that lacks the 要 all others begin with."""
    for row in manuscript.rows:
        run = [point for point in points([row]) if point.kind == "一是"]
        starts = [point.start + len(point.mark.raw) for point in run]
        to_do = [row.text.startswith("要", start) for start in starts]
        if len(run) > 2 and to_do.count(False) == 1:
            odd = run[to_do.index(False)]
            yield Hit(row.at, odd.start, odd.start + len(odd.mark.raw))

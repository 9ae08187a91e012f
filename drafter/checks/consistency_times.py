"""Years, phases and deadlines that disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript, Row
from drafter.model.ordinals import value
from drafter.pattern import regex
from drafter.reading.line import Role

_TITLED = regex("(20\\d\\d)年?(?:度)?.{0,24}(?:要点|计划|安排|方案|工作部署)")
_PLANNED = regex(
    "(?<![\\d—－\\-至到])(20\\d\\d)年(?:，)?(?:要|将|力争|计划|确保|拟)(?:完成|实现|建成|达到|新建|开工|推动|做好)"
)
_DUE = regex(
    "(?<![\\d—－\\-至到])(20\\d\\d)年\\d{1,2}月(?:\\d{1,2}日|底|末)前"
    "(?:要|须|必须|全面|全部|基本)*(?:完成|报送|上报|报|建成|提交|整改到位|落实到位|反馈)"
)
_PAST = regex("已|回顾|曾|去年|原定|原计划|当时|此前")
_FOUNDED = {"中国共产党成立": 1921, "建党": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949,
            "建国": 1949, "建军": 1927, "红军长征胜利": 1936, "改革开放": 1978}  # fmt: skip
_ANNIVERSARY = regex(
    "(?:以[^。，]{0,14}(?:庆祝|纪念)|迎接|喜迎)("
    + "|".join(_FOUNDED)
    + ")(\\d{2,3}|[一二三四五六七八九十百]+)周年"
)
_PLAN_YEAR = regex(
    "(20\\d\\d)年(?:，)?是[^。；]{0,16}?“?十([一二三四五])五”?(?:规划|时期)?的?(开局|收官|起步)之年"
)
_FIRST_PLAN, _PLAN_SPAN = 2006, 5


def years(manuscript: Manuscript) -> Iterator[Hit]:
    """Find years left from last year's text, and anniversaries that do not come out."""
    for row in manuscript.holding(
        _PLAN_YEAR, {Role.BODY, Role.H1, Role.H2, Role.H3, Role.TITLE, Role.CLOSING}
    ):
        for match in _PLAN_YEAR.finditer(row.masked):
            first = _FIRST_PLAN + (value(match[2]) - 1) * _PLAN_SPAN
            right = first + _PLAN_SPAN - 1 if match[3] == "收官" else first
            if int(match[1]) != right:
                yield Hit(
                    row.at, *match.span(1), message=f"“十{match[2]}五”{match[3]}之年是{right}年"
                )
    year = _own_year(manuscript)
    if year:
        yield from _left(manuscript, year)


def _own_year(manuscript: Manuscript) -> int:
    for row in manuscript.of(Role.TITLE):
        found = _TITLED.search(row.text)
        if found:
            return int(found[1])
    return manuscript.date.year if manuscript.date else 0


def _left(manuscript: Manuscript, year: int) -> Iterator[Hit]:
    for row in manuscript.of(Role.BODY, Role.CLOSING):
        for match in (*_PLANNED.finditer(row.masked), *_DUE.finditer(row.masked)):
            start = max(row.masked.rfind(mark, 0, match.start()) for mark in "。；")
            said = row.masked[start + 1 : match.end() + 8]
            if int(match[1]) == year - 1 and not _PAST.search(said):
                yield Hit(
                    row.at, *match.span(1), message=f"本文是{year}年的，这里的安排是{match[1]}年"
                )
        for match in _ANNIVERSARY.finditer(row.masked):
            many = value(match[2])
            if many and _FOUNDED[match[1]] + many == year - 1:
                right = year - _FOUNDED[match[1]]
                yield Hit(row.at, *match.span(2), message=f"{year}年是{match[1]}{right}周年")


class _Phase(NamedTuple):
    row: Row
    start: int
    end: int
    first: tuple[int, int, int]
    last: tuple[int, int, int]


_POINT = "(?:(20\\d\\d)年)?(\\d{1,2})月(?:(\\d{1,2})日|(上旬|中旬|下旬|底|末|初))?"
_SPAN = regex(f"{_POINT}\\s*(?:[—－\\-~～至到]+)\\s*{_POINT}")
_SHORT_SPAN = regex("(?:(20\\d\\d)年)?(\\d{1,2})\\s*[—－\\-~～至到]+\\s*(\\d{1,2})月(?!\\d)")
_FROM = {"上旬": 1, "初": 1, "中旬": 11, "下旬": 21, "底": 31, "末": 31}
_TO = {"上旬": 10, "初": 10, "中旬": 20, "下旬": 31, "底": 31, "末": 31}


def phases(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a phase that begins before the one before it has ended."""
    for section in manuscript.sections:
        found = [phase for row in section for phase in _phases(row)]
        for before, phase in pairwise(found):
            if phase.first < before.last and before.first <= phase.first:
                yield Hit(phase.row.at, phase.start, phase.end)


def _phases(row: Row) -> Iterator[_Phase]:
    words = row.masked
    if row.role.level == 0 and not re.match(
        "\\s*[（(]?[一二三四五六\\d第][^，。]{0,16}阶段", words
    ):
        return
    if "阶段" not in words[:40]:
        return
    head = words[:80]
    if found := _SPAN.search(head):
        year = int(found[1] or 0)
        first = (year, int(found[2]), int(found[3] or _FROM.get(found[4] or "", 1)))
        last = (int(found[5] or year), int(found[6]), int(found[7] or _TO.get(found[8] or "", 31)))
    elif found := _SHORT_SPAN.search(head):
        year = int(found[1] or 0)
        first, last = (year, int(found[2]), 1), (year, int(found[3]), 31)
    else:
        return
    yield _Phase(row, *found.span(), first, last)


_TERM = regex(
    "(?:时间|期限)[^。；]{0,20}?(20\\d\\d)年\\d{1,2}月[^。；，]{0,8}?[—－至到]+(?:(20\\d\\d)年)?(\\d{1,2})月"
)
_TASK = regex(
    "(20\\d\\d)年(\\d{1,2})月(?:\\d{1,2}日|底|末)?前(?:要|须|全面|全部|基本)*(?:完成|建成)"
)


def deadlines(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a task due after the end of the plan it stands in."""
    terms = [found for row in manuscript.of() for found in [_TERM.search(row.masked)] if found]
    if len(terms) != 1:
        return
    end = (int(terms[0][2] or terms[0][1]), int(terms[0][3]))
    for row in manuscript.holding(_TASK, {Role.BODY}):
        for match in _TASK.finditer(row.masked):
            if (int(match[1]), int(match[2])) > end:
                message = f"全文的期限到{end[0]}年{end[1]}月，这里的时限在后"
                yield Hit(row.at, *match.span(), message=message)


_DAY = regex("[ \u3000]*(?:(\\d{4})年)?(\\d{1,2})月(?:(\\d{1,2})日)?[，,：: \u3000上中下]")
_FEW = 3


def flow(manuscript: Manuscript) -> Iterator[Hit]:
    """Find events told out of the order of time: paragraphs that each begin with a date."""
    run: list[tuple[Row, date, int]] = []
    for row in manuscript.of(Role.BODY):
        found = _DAY.match(row.masked)
        year = int(found[1]) if found and found[1] else (run[-1][1].year if run else 1)
        try:
            day = date(year, int(found[2]), int(found[3] or 1)) if found else None
        except ValueError:
            day = None
        if day is None or found is None:
            yield from _backwards(run)
            run = []
        else:
            run.append((row, day, found.end()))
    yield from _backwards(run)


def _backwards(run: list[tuple[Row, date, int]]) -> Iterator[Hit]:
    if len(run) < _FEW:
        return
    for (_, before, _), (row, day, end) in pairwise(run):
        if day < before and day.year == before.year:
            yield Hit(row.at, row.indent, end - 1)

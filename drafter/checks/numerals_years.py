"""Years cut to two digits (24年), told from so many years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript
from drafter.checks.search import found
from drafter.pattern import regex
from drafter.reading.line import Role

_NUMBER = r"(?<![\d.．〇一二三四五六七八九十])(?P<year>[0-9]{2})年"
_SPAN = (
    r"(?<![历近满第续用达长约超共整逾每持隔][0-9]{2}年)"
    r"(?<!(?:过去|今后|未来|为期|[前后]的|成立|工作|坚持|最近|已有|已经|经过|坚守)[0-9]{2}年)"
)
_NO_SPAN = r"(?![来间以内后前多中级期限余半没不]|的[^\d]|时间|如一日|过去|工作经|经[历验])"
_PART = (
    r"(?=[0-9]{1,2}月|[上下]半年|第[一二三四1-4]季度|[一二三四]季度|度"
    r"|初(?![步中级心])|底(?![子部座层色])|末(?!端))"
)
_WORK = (
    "(?=(?:政府|全年|重点|主要|党建)?工作(?:总|要点|计划|回顾|任务|安排|报告|重点|目标|的建议|和)"
    "|(?:主要|重点)(?:工作|目标|任务|项目|措施)|目标任务|预算|决算|国民经济|[春秋]季|是(?!一)"
    "|全[市县省州](?!上下|人民)|一般公共|规模以上|固定资产|地区生产|力争|计划|预计|极不平凡|和“)"
)
_LEFT = r"(?:(?<=[从到至自在比较由于与和及将，。；：、（《“—–])|(?<=^))"
_SURE = (
    regex(rf"(?<![\d.．])(?P<year>0[0-9])年{_SPAN}"),
    regex(rf"{_NUMBER}{_SPAN}{_PART}"),
    regex(rf"{_NUMBER}(?=[0-9]{{1,2}}月[0-9]{{1,2}}日)"),
    regex(r"(?<=(?:19|20)[0-9]{2}[-－—–])(?P<year>[0-9]{2})年"),
    regex(rf"(?<=[从由到至]){_NUMBER}的(?=\d)"),
    regex(rf"(?:(?<=截至)|(?<=始于)|(?<=刚过去的)){_NUMBER}"),
    regex(rf"(?<=自){_NUMBER}(?=起|以来|开始)"),
    regex(rf"{_NUMBER}(?=[至到—–-](?:19|20)\d\d年)"),
    regex(r"(?<=到)(?P<year>[235][05])年(?=，?(?:基本|全面)(?:实现|建成))"),
    regex(rf"{_NUMBER}(?=版(?!本))"),
    regex(rf"(?<=[比较]){_NUMBER}(?=同期|全年|增长|提高|增加|下降|减少|翻)"),
)
"""Where nothing but a year can be meant."""
_NEAR = (
    regex(rf"{_NUMBER}{_SPAN}{_WORK}{_NO_SPAN}"),
    regex(rf"(?<=[自从到至—–]){_NUMBER}(?=[，。；、）)]|起|全[国省市县区社]|[力基达建完实])"),
)
"""Where a year is meant if it is near the document's."""
_ODD = regex(rf"{_LEFT}{_NUMBER}{_NO_SPAN}")
"""Where a year is meant if it is near the document's and no round number of years."""
_TITLE = regex(rf"{_NUMBER}{_SPAN}{_NO_SPAN}")
"""Where a year is meant if it is near the document's and stands in its title."""
_LENGTH = regex(r"延长|缩短|有期|学制|寿命|年限|工龄|[由从]\d+年(?!的)")
_BEFORE, _AROUND = 12, 6
_CENTURY = 60


def _full(digits: str) -> int:
    """Give a year of two digits in full: nobody plans so far ahead."""
    return int(digits) + (1900 if int(digits) >= _CENTURY else 2000)


def _anchor(manuscript: Manuscript) -> int | None:
    """Give the document's year; where it has no date, the one it speaks of most."""
    if manuscript.date:
        return manuscript.date.year
    years = Counter(re.findall(r"(?<!\d)((?:19|20)\d\d)年", manuscript.masked))
    return int(years.most_common(1)[0][0]) if years else None


def short_years(manuscript: Manuscript) -> Iterator[Hit]:
    """Find years of two digits."""
    anchor = _anchor(manuscript)
    for pattern in (*_SURE, *_NEAR, _ODD, _TITLE):
        for row, match in found(manuscript, pattern):
            year, at = _full(match["year"]), match.start("year")
            if pattern not in _SURE and (anchor is None or abs(year - anchor) > _AROUND):
                continue
            if pattern is _TITLE and row.role is not Role.TITLE:
                continue
            if pattern is _ODD and year % 5 == 0:
                continue
            if pattern in _SURE or not _LENGTH.search(row.masked, max(0, at - _BEFORE), at):
                yield Hit(row.at, at, at + 3, fix=f"{year}年")

"""Consistency (前后一致): what is said in two places, and not the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from drafter.checks import consistency_counts, consistency_times
from drafter.checks.finding import Hit
from drafter.checks.manuscript import PROSE, Manuscript, Row
from drafter.pattern import regex
from drafter.reading.line import Role

_INDICATOR = regex(
    "(地区生产总值|生产总值|GDP|一般公共预算收入|一般公共预算支出|固定资产投资|社会消费品零售总额"
    "|进出口总额|城镇居民人均可支配收入|农村居民人均可支配收入|城镇新增就业|粮食总产量)"
    "(?:（GDP）)?(?:总量)?(?:预计)?(?:首次)?(?:达到?|完成|实现|为|突破)?(?:了)?"
    "(\\d[\\d,.]*)(万亿|亿|万)?(元|人|吨|美元|公斤|斤)"
)
_OTHERWISE = regex(
    "目标|力争|计划|预期|将|比|由|从|左右|以上|超|近|约|月|季|半年|累计|年均|其中|规划|预算安排|突破|增加到"
)
_YEAR = regex("(20\\d\\d)年|(今年|去年|上年|当年)")
_SCOPE = regex("全[国省市县区乡镇州]")


class _Figure(NamedTuple):
    row: Row
    start: int
    end: int
    number: Decimal
    words: str


def figures(manuscript: Manuscript) -> Iterator[Hit]:
    """Find one indicator of one place and year with two values."""
    known: dict[tuple[str, ...], _Figure] = {}
    for row in manuscript.holding(_INDICATOR, PROSE):
        for match in _INDICATOR.finditer(row.masked):
            start = max(row.masked.rfind(mark, 0, match.start()) for mark in "。；") + 1
            said = row.masked[start : match.start()]
            spans = {found[0] for found in _YEAR.finditer(said)}
            scopes = set(_SCOPE.findall(said))
            if _OTHERWISE.search(said + match[0]) or len(spans) != 1 or len(scopes) > 1:
                continue
            name = "生产总值" if match[1] == "GDP" else match[1].removeprefix("地区")
            key = (name, spans.pop(), "".join(scopes), match[3] or "", match[4])
            number = Decimal(match[2].replace(",", "").rstrip("."))
            one = _Figure(row, *match.span(), number, match[0])
            other = known.setdefault(key, one)
            if not _same(number, other.number):
                message = f"与前面的“{other.words}”不一致"
                yield Hit(row.at, *match.span(), message=message)


def _same(one: Decimal, other: Decimal) -> bool:
    """Tell whether two numbers agree, one of them perhaps rounded."""
    places = min(-int(one.as_tuple().exponent), -int(other.as_tuple().exponent))
    step = Decimal(1).scaleb(-places)
    return abs(one - other) < step


_QUOTED = regex("“([一二两三四五六七八九十双百千万][\u4e00-\u9fff]{1,3})”([\u4e00-\u9fff]{2})")
_NOT_NAMES = regex("[的了和是在与及为等]")


def _places(text: str, form: str) -> list[int]:
    """Give where a form stands, but not at the beginning of a quotation."""
    found, at = [], text.find(form)
    while at >= 0:
        if text[at - 1 : at] != "“":
            found.append(at)
        at = text.find(form, at + 1)
    return found


def terms(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a coined term whose quotation marks stand here and there otherwise: “五好”园区."""
    text = manuscript.raw
    many = Counter(found.groups() for found in _QUOTED.finditer(text))
    for (inner, rest), count in many.items():
        if _NOT_NAMES.search(rest) or count < 2:
            continue
        for form in (f"“{inner}{rest}”", f"{inner}{rest}"):
            places = _places(text, form)
            if not 0 < len(places) < count:
                continue
            for place in places:
                row, start = manuscript.place(place)
                message = f"前后写法不一，另有{count}处作““{inner}”{rest}”"
                yield Hit(row.at, start, start + len(form), message=message)


_MONEY = regex("(投资|产值|收入|资金|税收)(?:额)?(?:达到?|完成|约)?\\d[\\d.]*(亿|万)元")


def units(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 亿元 and 万元 for one thing in the items of one list."""
    for section in manuscript.sections:
        known: dict[str, str] = {}
        for row in section:
            if row.role is not Role.BODY or not row.judgement.number:
                continue
            for match in _MONEY.finditer(row.masked):
                if known.setdefault(match[1], match[2]) != match[2]:
                    yield Hit(row.at, *match.span())


CHECKS = {
    "consist-enum-promise": consistency_counts.promise,
    "consist-numeric-frame": consistency_counts.frame,
    "consist-same-figure": figures,
    "consist-attachment-count": consistency_counts.attached,
    "consist-cross-reference": consistency_counts.reference,
    "consist-year-roll": consistency_times.years,
    "consist-phase-overlap": consistency_times.phases,
    "consist-term-variants": terms,
    "consist-unit-mixed": units,
    "consist-salutation": consistency_counts.address,
    "consist-time-flow": consistency_times.flow,
    "consist-deadline": consistency_times.deadlines,
}

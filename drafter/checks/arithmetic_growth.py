"""From one amount to another, and how much that is said to be: 由8.5亿元增加到10.2亿元，增长20%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.checks.amounts import NUMBER, SCALE, UNIT, VAGUE, Amount, amount, in_words, shown
from drafter.checks.finding import Hit
from drafter.checks.manuscript import TEXT, Manuscript, Row
from drafter.checks.search import found
from drafter.pattern import regex

_WHEN = "(?:{y}年(?:底|末|初)?的?|(?:去年|上年)(?:同期|末|底)?的?|(?:目前|现在|原来|最初)的?|平均)?"
_FIRST = _WHEN.format(y=r"(?P<y1>\d{4})")
_THEN = _WHEN.format(y=r"(?P<y2>\d{4})")
_UP = "增加|增长|提高|提升|上升|扩大|扩展|拓展|增"
_DOWN = "下降|减少|降低|回落|缩小|缩短|压减|压缩|降"
_A = rf"(?P<n1>{NUMBER})(?P<s1>{SCALE})(?P<u1>{UNIT})?{VAGUE}(?:/人)?"
_B = rf"(?P<n2>{NUMBER})(?P<s2>{SCALE}){VAGUE}(?P<u2>{UNIT})(?!以上|左右|以下|以内)"
_FROM_TO = rf"[由从]{_FIRST}{_A}(?:以)?(?P<move>{_UP}|{_DOWN})(?:到|至|为){_THEN}{_B}"
_AGAINST = rf"{_B}，(?:[比较](?:去年|上年)(?:同期)?的?|(?:去年|上年)同期为?){_A}"
_RATE = rf"(?P<rate>{NUMBER})(?P<rs>{SCALE})(?P<ru>个百分点|%|倍|{UNIT})"
_TIMES = "(?P<times>[一两二三四五六七八九十]+)倍"
_DOUBLED = "翻了?(?P<doubled>[一两二三四])?番"
_CHANGE = (
    r"(?P<how>年均|平均每年|同比|累计|净|共|总共)?"
    rf"(?:(?:(?P<verb>{_UP}|{_DOWN})(?:了|幅度?[为达]?|幅达?到?)?|(?P<wide>增幅|涨幅|降幅)(?:为|达到?)?)"
    rf"(?P<near>近|约|超过|超|逾)?(?:{_RATE}|{_TIMES})"
    rf"|(?:实现|基本)?(?P<near2>近|约|接近|超过|超|基本)?{_DOUBLED})(?P<over>[多余]|以上|左右)?(?P<of>的)?"
)
_CLAIMS = (
    regex(rf"{_FROM_TO}(?:[，、]|，?(?=翻)){_CHANGE}"),
    regex(rf"{_AGAINST}，?{_CHANGE}"),
)
_MOVES = regex(_FROM_TO)
_REAL = regex("生产总值|GDP|增加值|经济总量|收入|消费支出|产值|可比|不变价|实际|口径|扣除")
_INCOME = regex("居民|农民|职工|人均")
_SENTENCE = regex("[。；！？]")
_POINTS, _NEAR, _FEW = Decimal("0.6"), Decimal("0.1"), Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of two amounts; ``start`` is where the change begins."""

    row: Row
    match: re.Match[str]
    first: Amount
    then: Amount

    @property
    def rises(self) -> bool:
        """Whether the change is said to be an increase."""
        verb = self.match["verb"] or self.match["wide"] or "增"
        return verb[0] in "增提上扩拓涨"

    @property
    def growth(self) -> Decimal:
        """By what part of the first amount it changed, in the direction told."""
        change = self.then.value / self.first.value - 1
        return change if self.rises else -change

    def bounds(self) -> tuple[Decimal, Decimal]:
        """Between what the growth lies, roundings considered."""
        least = self.then.low / self.first.high - 1
        most = self.then.high / max(self.first.low, Decimal("1e-9")) - 1
        return (least, most) if self.rises else (-most, -least)


def _claims(manuscript: Manuscript) -> Iterator[Claim]:
    for pattern in _CLAIMS:
        for row, match in found(manuscript, pattern, roles=TEXT):
            both = _amounts(match)
            if both is not None and both[0].value > 0:
                yield Claim(row, match, *both)


def _amounts(match: re.Match[str]) -> tuple[Amount, Amount] | None:
    unit = match["u1"] or match["u2"]
    scale = match["s1"] if match["s1"] or match["u1"] else match["s2"]
    if unit != match["u2"]:
        return None
    return amount(match["n1"], scale, unit), amount(match["n2"], match["s2"], unit)


def growth(manuscript: Manuscript) -> Iterator[Hit]:
    """Find rates and differences that two amounts do not give."""
    for claim in _claims(manuscript):
        if claim.match["rate"] and claim.match["ru"] != "倍":
            yield from _told(claim, _rate_fault(claim))
    for row, match in found(manuscript, _MOVES, roles=TEXT):
        both = _amounts(match)
        fault = _direction_fault(match, *both) if both else ""
        if fault:
            yield Hit(row.at, match.start(), match.end(), fault)


def doubles(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 番 and 倍 that two amounts do not give."""
    for claim in _claims(manuscript):
        match = claim.match
        if match["doubled"] or "番" in match[0]:
            power = "零一两三四".find((match["doubled"] or "一").replace("二", "两"))
            wanted = Decimal(2) ** power - 1
        elif match["times"] or match["ru"] == "倍":
            wanted = Decimal(match["rate"] or _numeral(match["times"]))
        else:
            continue
        yield from _told(claim, _times_fault(claim, wanted))


def _numeral(words: str) -> int:
    from drafter.model.ordinals import value

    return value(words)


def _told(claim: Claim, fault: str) -> Iterator[Hit]:
    if fault:
        yield Hit(claim.row.at, claim.match.start(), claim.match.end(), fault)


def _direction_fault(match: re.Match[str], first: Amount, then: Amount) -> str:
    move = match["move"]
    if move in ("提高", "提升", "上升", "压缩", "增", "降") or first.value == then.value:
        return ""
    if (move in _UP.split("|")) == (then.value > first.value):
        return ""
    way = "增加" if then.value > first.value else "减少"
    return f"由{first.words}到{then.words}是{way}，文中写“{move}”"


def _is_real(claim: Claim) -> bool:
    """Tell whether a rate may be in constant prices, so that the amounts do not give it."""
    text = claim.row.masked
    starts = [found.end() for found in _SENTENCE.finditer(text, 0, claim.match.start())]
    before = text[starts[-1] if starts else 0 : claim.match.end()]
    found_one = _REAL.search(before)
    return bool(found_one and (found_one[0] != "收入" or _INCOME.search(before)))


def _rate_fault(claim: Claim) -> str:
    match, first, then = claim.match, claim.first, claim.then
    told = amount(match["rate"], match["rs"], match["ru"])
    if told.unit == "%" and first.unit != "%":
        return _percent_fault(claim, told)
    difference = then.value - first.value if claim.rises else first.value - then.value
    slack = first.half + then.half + told.half
    if told.unit not in (first.unit, "个百分点") or match["how"] in ("年均", "平均每年"):
        return ""
    if (told.unit == "个百分点") != (first.unit == "%") and told.unit != first.unit:
        return ""
    if told.unit == "%" and abs(claim.growth * 100 - told.value) <= _POINTS + told.half:
        return ""
    if abs(difference - told.value) <= slack or _vaguely(match, difference, told.value):
        return ""
    return _message(claim, in_words(difference, told))


def _percent_fault(claim: Claim, told: Amount) -> str:
    match = claim.match
    years = [match.groupdict().get(name) for name in ("y1", "y2")]
    span = int(years[1]) - int(years[0]) if years[0] and years[1] else 0
    if _is_real(claim) or (match["how"] == "同比" and span not in (0, 1)):
        return ""
    low, high = (bound * 100 for bound in claim.bounds())
    expected = claim.growth * 100
    if match["how"] in ("年均", "平均每年"):
        if span < 1 or expected <= -100:
            return ""
        low, high, expected = (_yearly(one, span) for one in (low, high, expected))
    if low - _POINTS <= told.high and told.low <= high + _POINTS:
        return ""
    if _vaguely(match, expected, told.value):
        return ""
    return _message(claim, f"{shown(expected)}%")


def _yearly(percent: Decimal, years: int) -> Decimal:
    return ((1 + percent / 100) ** (Decimal(1) / years) - 1) * 100


def _times_fault(claim: Claim, wanted: Decimal) -> str:
    low, high = claim.bounds()
    slack = (wanted + 1) * _FEW
    if claim.match["rate"]:
        slack = max(slack, amount(claim.match["rate"]).half)
    if low - slack <= wanted <= high + slack or _vaguely(claim.match, claim.growth, wanted):
        return ""
    if claim.match["how"] in ("年均", "平均每年") or ("番" in claim.match[0] and _is_real(claim)):
        return ""
    return _message(claim, f"{shown(claim.growth, 2).rstrip('0').rstrip('.')}倍")


def _vaguely(match: re.Match[str], expected: Decimal, told: Decimal) -> bool:
    """Tell whether a number told as 近 or 超过 may be meant for another."""
    near = match["near"] or match["near2"] or ""
    more = near.startswith(("超", "逾")) or (match["over"] or "") in ("多", "余", "以上")
    less = near in ("近", "约", "接近", "基本") or match["over"] == "左右"
    slack = max(abs(told) * _NEAR, _NEAR)
    if more:
        return told - slack <= expected < told * 2 + 1
    return less and abs(expected - told) <= slack


def _message(claim: Claim, right: str) -> str:
    match = claim.match
    move = match.groupdict().get("move")
    verb = match["verb"] or match["wide"] or "增长"
    how = match["how"] or ""
    told = "翻番" if "番" in match[0] else f"{match['rate'] or match['times']}{match['rs'] or ''}"
    told += match["ru"] or ("倍" if match["times"] else "")
    if "番" in match[0]:
        told = f"翻{match['doubled'] or ''}番"
    verb = "增加" if "番" in match[0] else verb
    way = f"由{claim.first.words}{move or '变'}到{claim.then.words}"
    return f"{way}应为{how}{verb}{right}，文中写{told}"

"""Numerals (数字), GB/T 15835-2011: what takes more than one pattern; units stand in units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks import numerals_units, numerals_years
from drafter.checks.finding import Hit
from drafter.checks.manuscript import TEXT, Manuscript, Row
from drafter.checks.search import found, odd_ones, rewriting
from drafter.model.ordinals import han, value
from drafter.pattern import regex

_N = r"\d+(?:\.\d+)?"
_FREE = r"(?<![\dA-Za-z.．,，/:：~～—–\-－])"
_SCALED = "个百分点|%|[万亿]|元|公里|公顷|倍|吨"
_SIGN = "[-－—–~～至到]"
_DASH = "[-－—–~～]"
_HAN = "一二三四五六七八九"
_COUNTED = "[个天名人次家户件位岁里米元吨亩周年成倍支台套处座所辆批种篇十百千万亿]|小时|分钟|公里"
_MEASURE = "(?:[万亿元个年月日倍吨公人户家项件天小分亩米千百名位岁时点成期平立美欧]|号)"
_ORDINAL = "(?!年级|人间|个人账户)"


def _sign(sign: str) -> str:
    return "—" if sign in "-－–" else sign


def _percents(match: re.Match[str]) -> str:
    return f"{match[1]}%{_sign(match[2])}{match[3]}"


def _percents_end(match: re.Match[str]) -> str:
    return f"{match[1]}{_sign(match[2])}{match[3]}%"


def _thousands_of(match: re.Match[str]) -> str | None:
    low, high = float(match[1]), float(match[3])
    return f"{match[1]}{match[4]}{_sign(match[2])}{match[3]}{match[4]}" if low < high else match[0]


def _spelled(match: re.Match[str]) -> str:
    low, high = int(match[1]), int(match[2])
    return _HAN[low - 1] + _HAN[high - 1] if 0 < low == high - 1 else match[0]


def _some(match: re.Match[str]) -> str | None:
    tens = int(match[1])
    return f"{han(tens)}几" if tens % 10 == 0 and 0 < tens < 100 else None


def _digits(match: re.Match[str]) -> str:
    return str(int(match[1]) * {"千": 1000, "百": 100, "十": 10}[match[2]])


def _date(match: re.Match[str]) -> str:
    def arabic(part: re.Match[str]) -> str:
        if len(part[0]) == 4:
            return "".join(str("〇一二三四五六七八九".index(one)) for one in part[0])
        return str(value(part[0]))

    return re.sub("[〇一二三四五六七八九十]+", arabic, match[0])


def _zeros(match: re.Match[str]) -> str:
    return re.sub("[○◯〇OoＯОΟ0０零]", "〇", match[0])


def zero_characters(manuscript: Manuscript) -> Iterator[Hit]:
    """Find years in Chinese numerals with a wrong zero, each once."""
    told: set[str] = set()
    year = regex(
        rf"(?<![{_HAN}十百千万\d])[一二](?=[○◯〇OoＯОΟ0０零]|九)[○◯〇OoＯОΟ0０零{_HAN}]{{3}}年"
    )
    for row, match in found(manuscript, year):
        if match[0] not in told and _zeros(match) != match[0]:
            told.add(match[0])
            yield Hit(row.at, match.start(), match.end(), fix=_zeros(match))


def range_signs(manuscript: Manuscript) -> Iterator[Hit]:
    """Find ranges, of dates or of values, written with another sign than those before."""
    signs = regex(
        rf"{_FREE}{_N}[%万亿元年月日时℃]{{0,2}}([-－—–~～]){_N}(?![\dA-Za-z./\-－—–~～])([年月日时]?)"
    )
    yield from odd_ones(
        (row, match, "date" if match[2] else "value", match[1])
        for row, match in found(manuscript, signs, roles=TEXT)
    )


def thousands(manuscript: Manuscript) -> Iterator[Hit]:
    """Find thousands separators that stand wrong, and long numbers without where others have it."""
    number = regex(
        r"(?<![\dA-Za-z.,/])\d+(?:,\d+)*(?:\.\d+)?(?=[元万亿人户吨亩件台名]|平方米|公里)"
    )
    places: list[tuple[Row, re.Match[str], str, str]] = []
    for row, match in found(manuscript, number):
        whole = match[0].partition(".")[0]
        if "," in whole and not re.fullmatch(r"\d{1,3}(?:,\d{3})+", whole):
            yield Hit(row.at, match.start(), match.end())
        elif len(whole) > 4:
            places.append((row, match, "number", "," if "," in whole else ""))
    yield from odd_ones(places)


def plain_amounts(manuscript: Manuscript) -> Iterator[Hit]:
    """Find round amounts with all their zeros where others are in 万元 or 亿元."""
    if not re.search(r"\d[万亿]元", manuscript.masked):
        return
    for row, match in found(manuscript, regex(r"(?<![\d.,])\d{4,}0000(?=元)")):
        yield Hit(row.at, match.start(), match.end())


def first_orders(manuscript: Manuscript) -> Iterator[Hit]:
    """Find ordinals of a kind in other numerals than those before."""
    order = regex(r"第(?:(\d{1,2})|[一二三四五六七八九十]{1,3})(名|位|批|轮|季度|阶段)")
    yield from odd_ones(
        (row, match, match[2], "digit" if match[1] else "word")
        for row, match in found(manuscript, order, roles=TEXT)
    )


_UNIT = r"[^\d，。；：、！？…\s“”（）()《》多余左上以]{0,4}"
_MANY = rf"(?:{_N}[百千万亿]*|[{_HAN}十百千万亿两]+|半数|[{_HAN}两]成)"
_NO_TIME = "(?![年天月日周]|个月|[个]?小时)"
_TREATY = "(?<![合节预签履条公违契盟大隐特誓失守简集制婉赴毁解协规婚])"
_ABOUT = f"(?:大约|大概|{_TREATY}约)(?:占|有|为|需|达)?"
_NEAR = "(?:将近|接近|(?<![附最临靠相邻就逼走远亲贴接将])近)"
_OVER = "(?:(?<!不)超过)"
_LEAST = "(?:至少|最少|不少于|不低于)"
_APPROX = (
    (rf"((?:{_ABOUT}|{_NEAR}){_MANY}{_UNIT})(?:左右|上下(?!游|班|车|级|联|铺|水))", r"\1"),
    (rf"((?:{_ABOUT}|{_NEAR}|{_OVER}){_MANY})[多余](?!年|个?月|天|周|日){_NO_TIME}", r"\1"),
    (rf"((?:{_LEAST}|{_OVER}){_MANY}{_UNIT})以上(?!不满|不足|以下|至|到)", r"\1"),
)
_FALL = "(?:减少|降低|下降|缩短|缩减|下跌|压减|减轻|[减降]了)"
_RATES = (
    "失业率|占比|比重|城镇化率|覆盖率|普及率|优良率|优良天数比例|达标率|满意率|入学率|参保率|贫困发生率|毛利率|利率"
    "|合格率|就业率|升学率|巩固率|绿化率|自给率|国产化率|机械化率|负债率|不良率|不良贷款率|占有率|渗透率|入住率|利用率"
)
_CHANGE = "(?:提高|上升|提升|下降|降低|回落|增加|收窄)(?:了|约|近)?"
_THAN = "(?:同比|环比|累计|平均|再|又|[比较][^，。；、\\d]{1,6})?"

CHECKS = {
    "num-percent-range": rewriting(
        (rf"{_FREE}({_N})({_SIGN})({_N}%)(?!{_DASH}\d)", _percents),
    ),
    "num-percent-range-end": rewriting(
        (rf"({_N}%)({_DASH})({_N})(?![\d.%％‰A-Za-z]|{_DASH}|[ ]?{_MEASURE})", _percents_end),
        (
            rf"({_N}%)(至)({_N})(?=[，。；、）)]|$|左右|以上|以内|以下|之间|区间)",
            _percents_end,
        ),
    ),
    "num-wan-range": rewriting(
        (rf"{_FREE}({_N})({_DASH})({_N})(万|亿)(?![\d{_HAN}])", _thousands_of),
    ),
    "num-range-sign": range_signs,
    "num-mixed-digit": rewriting(
        (
            r"(?<![\d万亿.,、])([1-9])([千百十])(?=[名个人户家件亩元辆只头所座余多条项](?!瓦|米))",
            _digits,
        ),
    ),
    "num-approx-arabic": rewriting(
        (
            rf"(?<=[\u4e00-\u9fff])(?<![第件表图组])([1-9])、([1-9])(?={_COUNTED}){_ORDINAL}(?!年第)",
            _spelled,
        ),
        (r"(?<![\d.])(\d{1,2})多?几", _some),
    ),
    "num-approx-double": rewriting(*_APPROX),
    "num-decrease-times": rewriting(
        (
            rf"{_FALL}了?(?:近|约|超过?|将近|接近|整整|至少|不止|大约|足足)?(?:{_N}|[{_HAN}十两数几百]+)[多余]?倍",
            None,
        ),
    ),
    "num-percentage-point": rewriting(
        (
            rf"((?:{_RATES})(?:达到?{_N}%[，、]|为{_N}%[，、])?{_THAN}{_CHANGE}{_N})%(?![-—~～的])",
            r"\1个百分点",
        ),
    ),
    "num-year-short": numerals_years.short_years,
    "num-date-mixed": rewriting(
        (
            r"(?<!\d)\d{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}|\d{1,2})日",
            _date,
        ),
        (r"(?<![年历\d])[一二三四五六七八九十]{1,2}月\d{1,2}日", _date),
        (r"(?<!\d)(?:\d{4}年)?\d{1,2}月[一二三四五六七八九十]{1,3}日(?!报)", _date),
        (r"[一二][〇一二三四五六七八九]{3}年\d{1,2}月(?:\d{1,2}日)?", _date),
    ),
    "num-zero-char": zero_characters,
    "num-decimal": rewriting(
        (rf"(?<=[\u4e00-\u9fff])\.(\d+)(?={_SCALED})", r"0.\1"),
        (rf"(?<=[\u4e00-\u9fff])(\d+) \.(\d+)(?={_SCALED})", r"\1.\2"),
        (
            rf"(?<=[长降升高加少达为到约近占资])(\d+)\. (\d+)(?={_SCALED})",
            r"\1.\2",
        ),
    ),
    "num-thousands": thousands,
    "num-currency": rewriting(
        (rf"[￥¥]\s?({_N}[万亿]*元)", r"\1"),
        (rf"(人民币{_N}[万亿]*元)人民币", r"\1"),
        (rf"({_N}[万亿]*)人民币元", r"\1元人民币"),
        roles="text",
    ),
    "num-magnitude": rewriting(
        (
            rf"{_N}(?:[万亿]*亿万|[万亿][千百十]|[千百十][百十])(?=[元吨人户亩件个台家])",
            None,
        ),
    ),
    "num-wan-plain": plain_amounts,
    "num-first-order": first_orders,
    **numerals_units.CHECKS,
}

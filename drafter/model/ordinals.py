"""Numbers as documents write them, and back: the one home of 一、 （一） 1. 第一条 一是 首先.

Every form is named by its own first member: ``"（一）"`` is the form of ``（七）``. The standard
ladder of headings is GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_HALF = str.maketrans("０１２３４５６７８９", "0123456789")

HEADING_FORMS = ("", "一、", "（一）", "1.", "（1）", "①", "")
"""The form of each heading level, 1 to 6; level 6 has none. 国标 up to level 4."""


def han(number: int) -> str:
    """Spell 1 to 9999 in Chinese numerals: 21 → 二十一."""
    if not 0 < number < 10_000:
        raise ValueError(f"no Chinese ordinal is written for {number}")
    spelled, pending, rest = "", False, number
    for unit, name in _UNITS:
        digit, rest = divmod(rest, unit)
        if digit:
            spelled += ("零" if pending else "") + _DIGITS[digit] + name
            pending = False
        elif spelled and rest:
            pending = True
    if rest:
        spelled += ("零" if pending else "") + _DIGITS[rest]
    return spelled[1:] if spelled.startswith("一十") else spelled


def value(numeral: str) -> int:
    """Read a Chinese, Arabic (also full-width) or circled numeral; 0 if it is none."""
    if numeral in _CIRCLED and len(numeral) == 1:
        return _CIRCLED.index(numeral) + 1
    digits = numeral.translate(_HALF)
    if digits.isascii() and digits.isdigit():
        return int(digits)
    total = digit = 0
    for char in numeral.replace("两", "二").replace("〇", "零"):
        unit = next((size for size, name in _UNITS if name == char), 0)
        if unit:
            total, digit = total + (digit or 1) * unit, 0
        elif char in _DIGITS:
            digit = _DIGITS.index(char)
        else:
            return 0
    return total + digit


class Mark(NamedTuple):
    """An ordinal as found: its form, its number, the words themselves."""

    form: str
    number: int
    raw: str


_HAN = "[一二三四五六七八九十百零〇两]{1,7}"
_ARABIC = "[0-9]{1,3}"
_WIDE = "[０-９]{1,3}"
_NUMERAL = f"(?:{_HAN}|{_ARABIC}|{_WIDE})"

# 2.2025年… is the number 2 and a year, 3.5月底前… the number 3 and a month: no decimals.
_THEN_DATE = "(?=(?:[12][0-9]{3}年|[１２][０-９]{3}年|[0-9０-９]{1,2}月))"

_APART = "[ \u3000]?"  # typed between a numeral and its mark: 一 、
_HEADING = re.compile(
    f"第(?P<a>{_NUMERAL})(?P<unit>部分|编|篇|章|节|条)"
    f"|[（(]{_APART}(?P<b>{_NUMERAL}){_APART}[）)]"
    f"|(?P<c>{_HAN})(?:[、.．，]|{_APART}、)"
    f"|(?P<d>{_ARABIC}|{_WIDE})(?:{_APART}[、]|[.．](?:(?![0-9０-９])|{_THEN_DATE})|[)）])"
    f"|(?P<e>[{_CIRCLED}])"
)

_LEVELS = {"部分": 1, "编": 1, "篇": 1, "章": 1, "节": 2}


@lru_cache(maxsize=256)
def _spelled_first(before: str, numeral: str, after: str) -> str:
    return before + _like(numeral, 1) + after


def _like(numeral: str, number: int) -> str:
    """Write a number in the kind of numeral given."""
    if numeral in _CIRCLED:
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"
    if numeral[0] in "０１２３４５６７８９":
        return str(number).translate(_FULL)
    return str(number) if numeral[0] in "0123456789" else han(number)


def heading_mark(text: str) -> Mark | None:
    """Find the number a heading begins with, mark included: 一、 （二） 3. 第五条."""
    found = _HEADING.match(text)
    if not found:
        return None
    name = str(found.lastgroup)
    name = "a" if name == "unit" else name
    numeral, raw = found.group(name), found.group()
    number = value(numeral)
    if number < 1:
        return None
    start = found.start(name) - found.start()
    form = _spelled_first(raw[:start], numeral, raw[start + len(numeral) :])
    return Mark(form, number, raw)


def heading_level(form: str) -> int:
    """Give the level a form of number stands for, 1 to 5; 0 for 第一条, which heads no part."""
    found = _HEADING.match(form)
    if not found:
        return 0
    if found["a"]:
        return _LEVELS.get(found["unit"], 0)
    numeral = found["b"] or found["c"] or found["d"]
    if numeral is None:
        return 5
    bracketed = found["b"] is not None
    if numeral[0] in _DIGITS + "十百两":
        return 2 if bracketed else 1
    return 4 if bracketed or raw_bracket(form) else 3


def raw_bracket(form: str) -> bool:
    """Tell whether a form closes with a bracket only: 1）."""
    return form[-1:] in ("）", ")")


def spell(form: str, number: int) -> str:
    """Write a number in a form: ("（一）", 3) → （三）, ("首先，", 2) → 其次，."""
    if not form:
        return ""
    words = _WORDS.get(form[:2])
    if words:
        return (words[number - 1] if number <= len(words) else f"第{han(number)}") + form[2:]
    found = _NUMERAL_IN.search(form)
    if found is None:
        return form
    return form[: found.start()] + _like(found.group(), number) + form[found.end() :]


_NUMERAL_IN = re.compile(f"[{_CIRCLED}]|{_NUMERAL}")
_WORDS = {"首先": ("首先", "其次", "再次", "最后")}
_WORD_NUMBERS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}

POINT_VERBS = "查看讲靠促建管防"
"""Verbs that count points as 是, 要 and 抓 do: 一看…二看…. Those that make words are not here."""

_SERIES = re.compile(
    "(?P<word>首先|其次|再次|最后)(?P<wordstop>[，,])"
    "|(?P<before>第|其)?(?P<numeral>[一二三四五六七八九十]{1,3})"
    f"(?P<after>[是要抓项{POINT_VERBS}])?(?P<stop>[，,：:])?"
)


def point_mark(text: str) -> Mark | None:
    """Find the ordinal a point begins with: 一是 二要 第一， 首先， 其一，.

    The comma belongs to the ordinal; after 是 and 要 there is none.
    """
    found = _SERIES.match(text)
    if not found:
        return None
    if found["word"]:
        return Mark("首先" + found["wordstop"], _WORD_NUMBERS[found["word"]], found.group())
    number = value(found["numeral"])
    before, after, stop = found["before"] or "", found["after"] or "", found["stop"] or ""
    if not number or not (after or (before and stop)) or (before == "其" and after):
        return None
    if before and after in POINT_VERBS and after:
        return None
    if after and not before and stop not in ("",):
        return Mark(f"一{after}", number, found.group()[: -len(stop)])
    return Mark(f"{before}一{after}{stop}", number, found.group())

"""Units of measurement (计量单位), GB 3100 and GB 3101."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import TEXT, Manuscript
from drafter.checks.search import found, odd_ones, rewriting, tabular
from drafter.pattern import regex

_N = r"\d+(?:\.\d+)?"
_AFTER = r"(?<=[\d万亿余多])"
_CASES = {one.lower(): one for one in ("km", "kg", "kW", "kWh", "kV", "mm", "cm")}
_SAME = {"km": ("公里", "千米"), "kg": ("公斤", "千克"), "kW": ("千瓦",), "m²": ("平方米",)}
_NAMES = {name: symbol for symbol, names in _SAME.items() for name in names}


def _cased(match: re.Match[str]) -> str:
    return match[1] + _CASES[match[2].lower()]


def symbols(manuscript: Manuscript) -> Iterator[Hit]:
    """Find units written by symbol where they were written by name before, and the other way."""
    unit = regex(rf"(?<![\d.]){_N}(?:({'|'.join(_SAME)})(?![A-Za-z])|({'|'.join(_NAMES)})(?!时))")
    yield from odd_ones(
        (row, match, match[1] or _NAMES[match[2]], "symbol" if match[1] else "name")
        for row, match in found(manuscript, unit, roles=TEXT)
        if not tabular(row)
    )


CHECKS = {
    "unit-nonlegal": rewriting(
        (rf"{_AFTER}公分(?![子母类])", "厘米"),
        (rf"{_AFTER}公升", "升"),
        (rf"{_AFTER}平方(?![公千米厘分毫英市差根和数寸尺A-Za-z])", "平方米"),
        (rf"{_AFTER}立方(?![公千米厘分毫英市体根和数寸尺A-Za-z])", "立方米"),
        (rf"{_AFTER}(?:英里|英尺|市尺|马力)", None),
    ),
    "unit-symbol-case": rewriting(
        (
            rf"(?<![A-Za-z0-9\-.])({_N}[ ]?)([Kk][MmGgVv]|[Kk][Ww][Hh]?|MM|CM)(?![A-Za-z0-9])",
            _cased,
        ),
    ),
    "unit-superscript": rewriting(
        (r"(?<=\d)(k?m|cm|mm)2(?![A-Za-z0-9.])", r"\1²"),
        (r"(?<=\d)(k?m|cm|mm)3(?![A-Za-z0-9.])", r"\1³"),
    ),
    "unit-symbol-hanzi": symbols,
    "unit-duplicate": rewriting(
        (rf"({_N}[万亿]*元)人民币元", r"\1"),
        (rf"({_N}[万亿]*元(?:左右|以上|以下))元", r"\1"),
        (
            r"(?<=\d)(平方米)(?:㎡|m²)|(?<=\d)(公里)km|(?<=\d)(公斤)kg",
            lambda m: m[1] or m[2] or m[3],
        ),
        (rf"({_N}[万亿]*元)元(?!素|[月年旦])", r"\1"),
    ),
}

"""What the attributes of Word's elements may say: numbers, lengths, colours, moments."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from tests.formats.docx.ooxml.table import words_of_type

WORD_MOST = 31680  # twips: the 22 inches beyond which Word takes no length
_BOOKMARK_MOST = 40
_SHORT_MOST = 64
_SPACE_MOST = 31
_HALF_POINTS_MOST = 3276
_SCALE_MOST = 600
_COORDINATE_MOST = 27_273_042_316_900
_NUMBER = re.compile(r"[+-]?\d+", re.ASCII)
_UNIT = re.compile(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi)", re.ASCII)
_SHARE = re.compile(r"-?\d+(\.\d+)?%", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def wrong(type: str, value: str) -> str:
    """Tell what a value should have been; empty if it is as it should be."""
    if type.startswith("$"):
        allowed = words_of_type(type)
        return "" if value in allowed else f"one of {' '.join(sorted(allowed))}"
    test, wanted = _TYPES[type]
    return "" if test(value) else wanted


def is_moment(value: str) -> bool:
    """Tell whether a value is a moment that the calendar knows."""
    found = _MOMENT.fullmatch(value)
    if not found:
        return False
    try:
        datetime.fromisoformat(found[1])
    except ValueError:
        return False
    return True


def _between(least: int | None, most: int | None) -> Callable[[str], bool]:
    def test(value: str) -> bool:
        if not _NUMBER.fullmatch(value):
            return False
        number = int(value)
        return (least is None or number >= least) and (most is None or number <= most)

    return test


def _length(least: int) -> Callable[[str], bool]:
    number = _between(least, WORD_MOST)

    def test(value: str) -> bool:
        unit = _UNIT.fullmatch(value) and (least < 0 or not value.startswith("-"))
        return bool(unit) or number(value)

    return test


def _hex(digits: int) -> Callable[[str], bool]:
    pattern = re.compile(rf"[0-9a-fA-F]{{{digits}}}")
    return lambda value: bool(pattern.fullmatch(value))


def _like(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: bool(compiled.fullmatch(value))


def _measure(value: str) -> bool:
    return bool(_SHARE.fullmatch(value)) or _length(-WORD_MOST)(value)


def _coordinate(value: str) -> bool:
    near = _between(-_COORDINATE_MOST, _COORDINATE_MOST)
    return near(value) or bool(_UNIT.fullmatch(value))


_COUNT = _between(0, 2**32 - 1)
_TYPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "text": (lambda value: True, ""),
    "short": (lambda value: len(value) <= _SHORT_MOST, f"at most {_SHORT_MOST} characters"),
    "bookmark": (
        lambda value: 0 < len(value) <= _BOOKMARK_MOST and not re.search(r"\s", value),
        f"1 to {_BOOKMARK_MOST} characters without a space",
    ),
    "space": (_like("default|preserve"), "default or preserve"),
    "onoff": (_like("true|false|on|off|0|1"), "true, false, on, off, 0 or 1"),
    "bool": (_like("true|false|0|1"), "true, false, 0 or 1"),
    "int": (_between(-(2**31), 2**31 - 1), "a whole number"),
    "count": (_COUNT, "a whole number, not negative"),
    "drawing-id": (_between(0, 2**31 - 1), "a whole number, not negative"),
    "points": (_between(0, _SPACE_MOST), f"0 to {_SPACE_MOST} points"),
    "half-points": (_between(0, _HALF_POINTS_MOST), f"0 to {_HALF_POINTS_MOST} half points"),
    "size-of-letters": (_between(2, _HALF_POINTS_MOST), f"2 to {_HALF_POINTS_MOST} half points"),
    "scale": (
        lambda value: _between(0, _SCALE_MOST)(value.removesuffix("%")),
        f"0 to {_SCALE_MOST} per cent",
    ),
    "percent": (_like(r"\d+%?"), "a percentage"),
    "share": (_like(r"-?\d+(\.\d+)?%|-?\d+"), "a percentage"),
    "length": (_length(0), f"0 to {WORD_MOST} twips"),
    "twips": (_length(-WORD_MOST), f"-{WORD_MOST} to {WORD_MOST} twips"),
    "measure": (_measure, f"-{WORD_MOST} to {WORD_MOST} twips, or a percentage"),
    "coordinate": (_coordinate, "a coordinate in EMU"),
    "size": (_between(0, _COORDINATE_MOST), "a size in EMU, not negative"),
    "colour": (_like("auto|[0-9a-fA-F]{6}"), "auto or six hexadecimal digits"),
    "hex2": (_hex(2), "2 hexadecimal digits"),
    "hex4": (_hex(4), "4 hexadecimal digits"),
    "hex8": (_hex(8), "8 hexadecimal digits"),
    "hex20": (_hex(20), "20 hexadecimal digits"),
    "cell-bits": (_like("[01]{12}"), "twelve of 0 and 1"),
    "guid": (_like(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}"), "a GUID in capitals"),
    "moment": (is_moment, "a moment that the calendar knows"),
    "day-type": (_like(r"\w+:W3CDTF"), "dcterms:W3CDTF"),
}

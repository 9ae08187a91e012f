"""How wide words are when set, in 字: what decides right indents and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

AUTO_SPACE = 0.25  # between a Han character and a digit or letter, as Word and LibreOffice add it
_NARROW = 0.5
_BORDER = re.compile("[0-9A-Za-z](?=[\u3400-\u9fff])|[\u3400-\u9fff](?=[0-9A-Za-z])")


def text_width(text: str) -> float:
    """Give the width of words in 字 of their own size."""
    narrow = len(text.encode("ascii", "ignore"))
    borders = len(_BORDER.findall(text))
    return len(text) - (1 - _NARROW) * narrow + AUTO_SPACE * borders


def lines_of_width(text: str) -> Iterator[float]:
    """Give the width in 字 of each line that the breaks in a text make of it."""
    return map(text_width, text.split("\n"))


def char_widths(text: str) -> list[float]:
    """Give the width in 字 of each character alone."""
    return [_NARROW if char.isascii() else 1.0 for char in text]


def spaced(text: str) -> Iterator[int]:
    """Give the offsets at which ``AUTO_SPACE`` is added unless a line begins there."""
    return (border.end() for border in _BORDER.finditer(text))

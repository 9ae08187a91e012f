"""How wide words are when set, in 字: what decides right indents and line breaks."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Para

_AUTO_SPACE = 0.25  # between a Han character and a digit or letter, as Word and LibreOffice add it
_NARROW = 0.5


def text_width(text: str) -> float:
    """Give the width of words in 字 of their own size."""
    width, before = 0.0, ""
    for char in text:
        narrow = char.isascii()
        width += _NARROW if narrow else 1.0
        if before and _spaced(before, char):
            width += _AUTO_SPACE
        before = char
    return width


def _spaced(one: str, other: str) -> bool:
    pair = (one, other)
    return any(c.isascii() and c.isalnum() for c in pair) and any(_han(c) for c in pair)


def _han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def lines_of_width(para: Para) -> Iterator[float]:
    """Give the width of each line a paragraph's own breaks make of it."""
    return map(text_width, para.text.split("\n"))

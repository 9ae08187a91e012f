"""How wide words are when set, in 字: what decides right indents and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple

_AUTO_SPACE = 0.25  # between a Han character and a digit or letter, as Word and LibreOffice add it
_NARROW = 0.5
_BORDER = re.compile("[0-9A-Za-z](?=[\u3400-\u9fff])|[\u3400-\u9fff](?=[0-9A-Za-z])")


def text_width(text: str) -> float:
    """Give the width of words in 字 of their own size."""
    narrow = len(text.encode("ascii", "ignore"))
    borders = len(_BORDER.findall(text))
    return len(text) - (1 - _NARROW) * narrow + _AUTO_SPACE * borders


def lines_of_width(text: str) -> Iterator[float]:
    """Give the width in 字 of each line that the breaks in a text make of it."""
    return map(text_width, text.split("\n"))


class Ruler(NamedTuple):
    """For every offset, how wide in 字 all before it is: if a line ends, if one begins there.

    The two differ where the break takes away a space between a Han character and a digit.
    """

    ends: list[float]
    starts: list[float]

    def between(self, start: int, end: int) -> float:
        """Give the width in 字 of a line from one offset to another."""
        return self.ends[end] - self.starts[start]


def ruler(text: str, most: float, whole: Sequence[tuple[int, int]] = ()) -> Ruler:
    """Measure a text that goes into lines of ``most`` 字.

    A span to be kept whole that no line holds counts as half a line: it runs over whatever is
    done.
    """
    chars = [_NARROW if char.isascii() else 1.0 for char in text]
    spaces = [0.0] * (len(text) + 1)
    for border in _BORDER.finditer(text):
        spaces[border.end()] = _AUTO_SPACE
    for start, end in whole:
        if sum(chars[start:end]) + sum(spaces[start + 1 : end]) > most:
            chars[start:end] = [most / 2 / (end - start)] * (end - start)
            spaces[start + 1 : end] = [0.0] * (end - start - 1)
    ends = [0.0, *accumulate(map(add, spaces, chars))]
    return Ruler(ends, list(map(add, ends, spaces)))

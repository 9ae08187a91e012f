"""How wide words are when set, in 字: what decides right indents and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model import Para

_AUTO_SPACE = 0.25  # between a Han character and a digit or letter, as Word and LibreOffice add it
_NARROW = 0.5
_BORDER = re.compile("[0-9A-Za-z](?=[\u3400-\u9fff])|[\u3400-\u9fff](?=[0-9A-Za-z])")


def text_width(text: str) -> float:
    """Give the width of words in 字 of their own size."""
    narrow = len(text.encode("ascii", "ignore"))
    borders = len(_BORDER.findall(text))
    return len(text) - (1 - _NARROW) * narrow + _AUTO_SPACE * borders


def lines_of_width(para: Para) -> Iterator[float]:
    """Give the width of each line a paragraph's own breaks make of it."""
    return map(text_width, para.text.split("\n"))

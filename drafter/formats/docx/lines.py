"""Where the lines of a paragraph end when set: what must be known before the page is."""

from __future__ import annotations

import re

from drafter.house.measure import text_width

_HANGING = frozenset("、。，．：；！？,.:;!?")  # may stand beyond the edge
_NOT_FIRST = _HANGING | frozenset("”’）》〉】〕〗」』｝］·‰℃%)]}")
_NOT_LAST = frozenset("“‘（《〈【〔〖「『｛［([{")
_WORD = re.compile("[!-~]+|[^!-~]")
_ROUNDING = 0.02  # 字


def line_starts(text: str, most: float, first: float = 0.0, *, hanging: bool = False) -> list[int]:
    """Give the offset at which each line of a paragraph begins.

    ``most`` 字 fit a line, ``first`` of them are taken on the first one. A line is filled as far
    as it goes, and a mark that may begin none takes what stands before it along; with ``hanging``
    it stays, beyond the edge. Of our files LibreOffice does the one, Word and WPS the other.
    """
    starts, room, part = [0], most - first, 0
    for match in _WORD.finditer(text):
        at, end = match.span()
        if text[at - 1 : at] not in _NOT_LAST and text[at] not in _NOT_FIRST:
            part = at
        inked = at if hanging and match[0] in _HANGING else end
        width = text_width(text[starts[-1] : inked].rstrip())
        if text[at - 1 : at] == "\n" or (width > room + _ROUNDING and starts[-1] < part):
            starts.append(part)
            room = most
    return starts


def line_count(text: str, most: float, first: float = 0.0) -> int:
    """Give how many lines a paragraph takes, one for an empty one."""
    width = first + text_width(text)
    return 1 if width <= most and "\n" not in text else len(line_starts(text, most, first))

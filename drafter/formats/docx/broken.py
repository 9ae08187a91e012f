"""Words too long for a line: broken by meaning, and where the page's own breaks go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from drafter.formats.docx.names import FIXED, UNSHOWN
from drafter.formats.docx.story import Story
from drafter.formats.docx.xml import run
from drafter.house.measure import text_width
from drafter.model import Gap, Para, as_shown

_BLANK = " \u3000"
_SLACKS = (1.5, 2.5, 4.0)  # 字 that a line of a name may be longer than the mean
_SHAPE = 0.1  # how much the shape of lines counts but in a title
_BREAKS = re.compile("(\n+)")


def ends_of(name: Para, most: float, more: str = "", *, even: bool = False) -> tuple[int, ...]:
    """Give the offsets at which the page breaks words, of whose lines each holds ``most`` 字.

    ``more`` follows on the last line. What has breaks of its own is broken only where a line of
    those is too long. ``even`` lines are of like length, as those of a name are to be.
    """
    found: list[int] = []
    start, text = 0, name.text + more
    for line in text.split("\n"):
        spans = [(first - start, last - start) for first, last in gap_spans(name)]
        ends = (_evenly if even else break_line)(line, most, spans)
        found += (start + at for at in ends)
        start += len(line) + 1
    return tuple(found)


def _evenly(text: str, most: float, gaps: Sequence[tuple[int, int]]) -> list[int]:
    width = text_width(text)
    count = ceil(width / most)
    for slack in _SLACKS:
        ends = break_line(text, min(width / count + slack, most), gaps) if count > 1 else []
        if len(ends) < count:
            return ends
    return break_line(text, most, gaps)


def break_line(
    text: str, most: float, gaps: Sequence[tuple[int, int]], *, shape: float = _SHAPE
) -> list[int]:
    """Give the offsets at which a line too long is broken by meaning; ``gaps`` stay whole.

    ``shape`` says how much a trapezium or a diamond counts, 1 in a title (7.3.1).
    """
    if text_width(text) <= most:  # one line: nothing to weigh
        return []
    from drafter.house.title_lines import break_title

    return break_title(text, most, gaps, shape=shape)


def gap_spans(name: Para) -> Iterator[tuple[int, int]]:
    """Give where the gaps of a line stand in its words."""
    at = 0
    for inline in name.inlines:
        size = len(as_shown(inline))
        if isinstance(inline, Gap):
            yield at, at + size
        at += size


def lines_of(name: Para, ends: Sequence[int], more: str = "") -> list[str]:
    """Give the lines a name is set in."""
    text = name.text + more
    parts = (text[start:end] for start, end in pairwise([0, *ends, len(text)]))
    return [line.rstrip(_BLANK) for part in parts for line in part.split("\n")]


def in_lines(
    story: Story, name: Para, ends: Sequence[int], extra: str = "", *, own: bool = True
) -> str:
    """Write words with the page's breaks, which wear the style of what the page adds.

    A space that ends a line would push it aside and is kept unshown; so are the words' own breaks
    unless they are ``own`` lines of the page too.
    """
    words, at = "", 0
    for inline in name.inlines:
        shown = as_shown(inline)
        inner = [end - at for end in ends if at <= end < at + len(shown)]
        if isinstance(inline, Gap):
            words += run("\n", FIXED, extra) if inner and at else ""
            words += story.gap(inline, extra=extra)
        else:
            words += "".join(_pieces(shown, inner, extra, own=own))
        at += len(shown)
    return words


def _pieces(text: str, ends: Sequence[int], extra: str, *, own: bool) -> Iterator[str]:
    start = 0
    for end in ends:
        ink = text[start:end].rstrip(_BLANK if own else _BLANK + "\n")
        blank = text[start + len(ink) : end]
        yield _shown(ink, extra, own=own)
        yield run(blank, UNSHOWN) if blank else ""
        yield run("\n", FIXED, extra)
        start = end
    yield _shown(text[start:], extra, own=own)


def _shown(text: str, extra: str, *, own: bool) -> str:
    pieces = [text] if own else _BREAKS.split(text)
    return "".join(
        run(piece, UNSHOWN) if number % 2 else run(piece, extra=extra)
        for number, piece in enumerate(pieces)
        if piece
    )

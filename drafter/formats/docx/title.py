"""A title's words, broken into balanced lines by meaning (7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import FIXED, UNSHOWN
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.xml import run
from drafter.house.measure import text_width
from drafter.model import Gap, Para, Text, as_shown

_OWN_BREAK = re.compile("(\n+)")
_LINE_END = re.compile("(\n+|[ \u3000\n]+$)")
_LEAST = 4  # characters of a line


def balanced(flow: Flow, para: Para) -> str:
    """Write a title in lines: those of its own breaks where they are as 7.3.1 wants them.

    Else its breaks are kept unshown, and those of the page go where a line ends by meaning; gaps
    stay whole. The page's breaks wear the style of what the page adds. A space at a line's end
    would push the line aside: it is kept unshown too.
    """
    house = flow.story.house
    page = house.page.turned() if flow.landscape else house.page
    most = page_twips(page) / (house.looks["title"].size_pt * 20)
    text = "".join(map(as_shown, para.inlines))
    if "\n" in text and _well_shaped(text.split("\n"), most):
        return flow.story.words(para)
    breaks = _page_breaks(text, most, tuple(_gaps(para)))
    words, at = "", 0
    for inline in para.inlines:
        shown = as_shown(inline)
        if isinstance(inline, Gap):
            words += run("\n", FIXED) if at in breaks and at else ""
            words += flow.story.words(Para((inline,)))
        else:
            words += _broken(shown, at, breaks)
        at += len(shown)
    return words


def _well_shaped(lines: list[str], most: float) -> bool:
    """Tell whether a writer's own lines fit and make a trapezium or a diamond.

    A subtitle set under the title (——…) keeps its line whatever the shape.
    """
    widths = [text_width(line) for line in lines]
    if any(line.startswith("——") for line in lines):
        return True
    rising = sorted(set(widths))
    slope = widths in (rising, rising[::-1])
    diamond = max(widths[1:-1], default=0) > max(widths[0], widths[-1])
    return max(widths) <= most and min(widths) >= _LEAST and (slope or diamond)


def _page_breaks(text: str, most: float, gaps: tuple[tuple[int, int], ...]) -> set[int]:
    """Find where the page breaks a title, own breaks in it left out of the count."""
    joined = text.replace("\n", "")
    places = [place for place, char in enumerate(text) if char != "\n"]
    inner = {place: number for number, place in enumerate([*places, len(text)])}
    spans = tuple((inner[start], inner[end - 1] + 1) for start, end in gaps)
    return {places[at] for at in _breaks(joined, most, spans)}


def _broken(text: str, start: int, breaks: set[int]) -> str:
    """Write a stretch of words with its breaks."""
    words, last = "", 0
    for at in sorted(place - start for place in breaks if start <= place < start + len(text)):
        words += _piece(text[last:at], ends=True) + run("\n", FIXED)
        last = at
    return words + _piece(text[last:], ends=False)


def _piece(text: str, *, ends: bool) -> str:
    """Write words of one line: breaks in them, and a space that ends the line, unshown."""
    pieces = (_LINE_END if ends else _OWN_BREAK).split(text)
    return "".join(
        run(piece, UNSHOWN if number % 2 else "") for number, piece in enumerate(pieces) if piece
    )


def _gaps(para: Para) -> Iterator[tuple[int, int]]:
    at = 0
    for inline in para.inlines:
        size = len(as_shown(inline))
        if not isinstance(inline, Text):
            yield at, at + size
        at += size


def _breaks(text: str, most: float, gaps: tuple[tuple[int, int], ...]) -> list[int]:
    if text_width(text) <= most:  # one line: nothing to weigh
        return []
    from drafter.house.title_lines import break_title

    return break_title(text, most, gaps)

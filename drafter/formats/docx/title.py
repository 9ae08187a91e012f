"""A title's words, broken into balanced lines by meaning (7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import UNSHOWN
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.xml import run
from drafter.model import Gap, Para, Text, as_shown

_SPACES = " \u3000"


def balanced(flow: Flow, para: Para) -> str:
    """Write a title; the page's breaks go where a line ends by meaning, gaps stay whole.

    A space at a break would push the line aside: it is kept unshown.
    """
    house = flow.story.house
    page = house.page.turned() if flow.landscape else house.page
    most = page_twips(page) / (house.looks["title"].size_pt * 20)
    text = "".join(map(as_shown, para.inlines))
    breaks = set(_breaks(text, most, tuple(_gaps(para))))
    words, at = "", 0
    for inline in para.inlines:
        shown = as_shown(inline)
        if isinstance(inline, Gap):
            words += run("\n") if at in breaks and at else ""
            words += flow.story.words(Para((inline,)))
        else:
            words += _broken(shown, at, breaks)
        at += len(shown)
    return words


def _broken(text: str, start: int, breaks: set[int]) -> str:
    """Write a stretch of words with its breaks."""
    words, last = "", 0
    for at in sorted(place - start for place in breaks if start <= place < start + len(text)):
        words += _piece(text[last:at]) + run("\n")
        last = at
    return words + (run(text[last:]) if text[last:] else "")


def _piece(text: str) -> str:
    """Write the words of one line, a space that ends it unshown."""
    kept = text.rstrip(_SPACES)
    words = run(kept) if kept else ""
    return words + (run(text[len(kept) :], UNSHOWN) if kept != text else "")


def _gaps(para: Para) -> Iterator[tuple[int, int]]:
    at = 0
    for inline in para.inlines:
        size = len(as_shown(inline))
        if not isinstance(inline, Text):
            yield at, at + size
        at += size


def _breaks(text: str, most: float, gaps: tuple[tuple[int, int], ...]) -> list[int]:
    if len(text) <= most:  # one line: nothing to weigh
        return []
    from drafter.house.title_lines import break_title

    return break_title(text, most, gaps)

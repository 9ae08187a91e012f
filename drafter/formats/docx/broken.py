"""Names too long for a line: broken by meaning into lines of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.formats.docx.names import FIXED, UNSHOWN
from drafter.formats.docx.story import Story
from drafter.formats.docx.xml import run
from drafter.house.measure import text_width
from drafter.model import Gap, Para, as_shown

_BLANK = " \u3000"


def ends_of(name: Para, most: float, more: str = "") -> tuple[int, ...]:
    """Give the offsets at which the page breaks a name, of whose lines each holds ``most`` 字.

    ``more`` follows on the last line. A name that fits, or has breaks of its own, is not broken.
    """
    text = name.text + more
    if "\n" in text or text_width(text) <= most:
        return ()
    from drafter.house.title_lines import break_title

    return tuple(break_title(text, most, tuple(_gaps(name))))


def lines_of(name: Para, ends: Sequence[int], more: str = "") -> list[str]:
    """Give the lines a name is set in."""
    text = name.text + more
    parts = (text[start:end] for start, end in pairwise([0, *ends, len(text)]))
    return [line.rstrip(_BLANK) for part in parts for line in part.split("\n")]


def in_lines(story: Story, name: Para, ends: Sequence[int], extra: str = "") -> str:
    """Write a name with the page's breaks, which wear the style of what the page adds."""
    words, at = "", 0
    for inline in name.inlines:
        shown = as_shown(inline)
        inner = [end - at for end in ends if at <= end < at + len(shown)]
        if isinstance(inline, Gap):
            words += run("\n", FIXED, extra) if inner else ""
            words += story.gap(inline, extra=extra)
        else:
            words += "".join(_pieces(shown, inner, extra))
        at += len(shown)
    return words


def _pieces(text: str, ends: Sequence[int], extra: str) -> Iterator[str]:
    """Write words; a space that ends a line would push it aside and is kept unshown."""
    start = 0
    for end in ends:
        ink = text[start:end].rstrip(_BLANK)
        blank = text[start + len(ink) : end]
        yield (run(ink, extra=extra) if ink else "") + (run(blank, UNSHOWN) if blank else "")
        yield run("\n", FIXED, extra)
        start = end
    yield run(text[start:], extra=extra)


def _gaps(name: Para) -> Iterator[tuple[int, int]]:
    at = 0
    for inline in name.inlines:
        size = len(as_shown(inline))
        if isinstance(inline, Gap):
            yield at, at + size
        at += size

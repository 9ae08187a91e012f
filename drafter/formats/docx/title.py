"""Words of a title and of the lines under it, broken into balanced lines by meaning (7.3.1)."""

from __future__ import annotations

from typing import NamedTuple

from drafter.formats.docx.broken import break_line, ends_of, gap_spans, in_lines
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips
from drafter.house.measure import text_width
from drafter.model import Para

_LEAST = 4  # characters of a line


class Balanced(NamedTuple):
    """Words as runs, and how many lines they take."""

    runs: str
    lines: int


def balanced(flow: Flow, role: str, para: Para) -> Balanced:
    """Write a title, or a line under it in the middle of the page, in lines broken by meaning.

    A writer's own breaks are kept in a title that they give a shape of 7.3.1, and in all others.
    Else they are kept unshown, and the title is broken anew; gaps stay whole.
    """
    house = flow.story.house
    page = house.page.turned() if flow.landscape else house.page
    most = page_twips(page) / char_twips(house, house.looks[role].size_pt)
    lines = para.text.split("\n")
    own = role != "title" or _well_shaped(lines, most)
    ends = ends_of(para, most) if own else _anew(para, most)
    runs = in_lines(flow.story, para, ends, own=own)
    return Balanced(runs, len(ends) + (len(lines) if own else 1))


def _well_shaped(lines: list[str], most: float) -> bool:
    """Tell whether a writer's own lines fit and make a trapezium or a diamond.

    A subtitle set under the title (——…) keeps its line whatever the shape.
    """
    if any(line.startswith("——") for line in lines):
        return True
    widths = [text_width(line) for line in lines]
    counts = [float(len("".join(line.split()))) for line in lines]
    fit = max(widths) <= most and min(widths) >= _LEAST
    return fit and _shapely(widths) and _shapely(counts)


def _shapely(sizes: list[float]) -> bool:
    rising = sorted(set(sizes))
    diamond = max(sizes[1:-1], default=0) > max(sizes[0], sizes[-1])
    return diamond or sizes in (rising, rising[::-1])


def _anew(para: Para, most: float) -> list[int]:
    """Find where the page breaks a title, own breaks in it left out of the count."""
    text = para.text
    places = [place for place, char in enumerate(text) if char != "\n"]
    inner = {place: number for number, place in enumerate([*places, len(text)])}
    spans = [(inner[start], inner[end - 1] + 1) for start, end in gap_spans(para)]
    return [places[at] for at in break_line(text.replace("\n", ""), most, spans, shape=1)]

"""Names of several organs with room for their seals, the last over the date (7.3.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.formats.docx.broken import ends_of, in_lines, lines_of
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.layout import cell, empty_row, layout_table, row
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips
from drafter.formats.docx.xml import Setting, element, paragraph
from drafter.house import House
from drafter.house.measure import lines_of_width, text_width
from drafter.model import Document, Para

_SPACES = ((1.0, 8.0), (0.5, 7.6))
"""字 between names in a row, and between the middles of seals (42 mm are 7.54): good, and least."""
_SLACK = 0.2  # 字 that a name in a column of its own may be wider than reckoned


class Seals(NamedTuple):
    """How names stand in rows: the columns' middles and edges in 字 from the left, the names.

    A row that is not full stands on the right. ``ends`` are the page's breaks in each name.
    """

    middles: tuple[float, ...]
    edges: tuple[float, ...]
    rows: tuple[tuple[Para, ...], ...]
    ends: dict[Para, tuple[int, ...]]

    def lines(self, house: House) -> float:
        """Count the lines of the page that all rows take."""
        first = max(len(lines_of(name, self.ends.get(name, ()))) for name in self.rows[0])
        return first + (len(self.rows) - 1) * house.signature.row_lines


def seals_of(document: Document, house: House) -> Seals:
    """Put joint names in rows, as many in each as names and seals have room for.

    The names of a column have one middle, those of the last column that of the date.
    """
    char = char_twips(house, house.looks["signature"].size_pt)
    text = page_twips(house.page) / char
    date = min(text_width(document.date.text), house.page.chars / 2)
    last = text - house.looks["date"].right_chars - date / 2
    names = document.signature
    for count in range(min(house.signature.a_row, len(names)), 1, -1):
        rows = _rows(names, count)
        columns = [
            max(width for name in column for width in lines_of_width(name.text))
            for column in zip(*rows, strict=True)
        ]
        for between, apart in _SPACES:
            middles = _middles(columns, last, between, apart)
            inside = last + max(columns[-1], apart) / 2 <= text
            if inside and middles[0] >= max(columns[0], apart) / 2:
                return Seals(tuple(middles), _edges(columns, middles), rows, {})
    half = text - last
    ends = {name: ends_of(name, 2 * half - _SLACK, even=True) for name in names}
    return Seals((last,), (last - half, text), _rows(names, 1), ends)


def _rows(names: tuple[Para, ...], count: int) -> tuple[tuple[Para, ...], ...]:
    rows = [names[at : at + count] for at in range(0, len(names), count)]
    rows[-1] = (*(Para() for _ in range(count - len(rows[-1]))), *rows[-1])
    return tuple(rows)


def _middles(columns: list[float], last: float, between: float, apart: float) -> list[float]:
    """Give the middles of columns from right to left, so that neither names nor seals touch."""
    middles = [last]
    for right, left in pairwise(reversed(columns)):
        middles.insert(0, middles[0] - max((left + right) / 2 + between, apart))
    return middles


def _edges(columns: list[float], middles: list[float]) -> tuple[float, ...]:
    """Give the edges of the columns: half-way between names, the outer ones as far out."""
    found = [
        (middle + column / 2 + after - behind / 2) / 2
        for (column, behind), (middle, after) in zip(
            pairwise(columns), pairwise(middles), strict=True
        )
    ]
    return (2 * middles[0] - found[0], *found, 2 * middles[-1] - found[-1])


def sealed_jointly(flow: Flow, document: Document, blank: float, *, together: bool) -> None:
    """Write the names in their order; the last row stands in a table of its own, with the date.

    The rows above are on its page if they are to stay ``together``.
    """
    seals = seals_of(document, flow.story.house)
    *above, last = seals.rows
    if above:
        flow.raw(_table(flow, seals, above, blank, keep=together), table=True)
        flow.separate(setting=Setting(keep_next=together or None))
    flow.raw(_table(flow, seals, [last], None if above else blank, keep=True), table=True)


def _table(
    flow: Flow,
    seals: Seals,
    rows: Sequence[tuple[Para, ...]],
    blank: float | None,
    *,
    keep: bool,
) -> str:
    """Write rows of names; those that are the first stand under ``blank`` lines.

    ``keep`` holds them on the page of what follows.
    """
    house = flow.story.house
    form, pitch = house.signature, house.page.pitch_twips
    char = char_twips(house, house.looks["signature"].size_pt)
    widths = [round((end - start) * char) for start, end in pairwise(seals.edges)]
    body = empty_row(sum(widths), len(widths), round(blank * pitch)) if blank is not None else ""
    for index, names in enumerate(rows):
        high = 1 if blank is not None and not index else form.row_lines
        cells = "".join(
            cell(width, _name(flow, seals, column, name, keep=keep), align="bottom")
            for column, (width, name) in enumerate(zip(widths, names, strict=True))
        )
        body += row(cells, round(high * pitch), exact=False)
    indent = element("tblInd", w=round(seals.edges[0] * char), type="dxa")
    return layout_table(widths, body, indent)


def _name(flow: Flow, seals: Seals, column: int, name: Para, *, keep: bool) -> str:
    """Write a name in the middle of its column, which need not be that of its cell."""
    house = flow.story.house
    char = char_twips(house, house.looks["signature"].size_pt)
    start, end = seals.edges[column : column + 2]
    aside = round((2 * seals.middles[column] - start - end) * char)
    indent = element("ind", leftChars=0, left=max(aside, 0), rightChars=0, right=max(-aside, 0))
    setting = Setting(indent=indent, align="center", keep_next=keep or None)
    words = in_lines(flow.story, name, seals.ends.get(name, ()))
    return paragraph(BY_ROLE["signature"].id, words, setting)

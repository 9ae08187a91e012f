"""Tables and pictures of a file: kept as they are, no wider than the text."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from drafter.formats.docx.styles import char_twips
from drafter.house import House
from drafter.house.measure import text_width
from drafter.revise.ooxml import (
    WP,
    A,
    Element,
    fragments,
    number_of,
    properties,
    put,
    text,
    w,
    within,
)

_EMU_A_TWIP = 635
_HEAD_MOST = 12  # characters in a cell of a table's head
_BORDER = 10  # twips, of each row
_MARGINS = 0.8  # of a cell, left and right together, in characters
_UNDER = 80  # twips that a line is deeper than the picture in it
_FULL = 5000  # fiftieths of a percent


def fit_table(table: Element, width: int) -> None:
    """Make a table at most as wide as the text, in proportion; rows grow with their words."""
    for height in table.iter(w("trHeight")):
        if height.get(w("hRule")) == "exact":
            height.set(w("hRule"), "atLeast")
    if within(table, "tc"):
        return
    columns = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    wide = sum(number_of(column.get(w("w"))) for column in columns)
    said = table.find(f"{w('tblPr')}/{w('tblW')}")
    if said is not None and said.get(w("type")) == "dxa":
        wide = max(wide, number_of(said.get(w("w"))))
    if said is not None and said.get(w("type")) == "pct" and number_of(said.get(w("w"))) > _FULL:
        said.set(w("w"), str(_FULL))
    layout = properties(table, "tblPr")
    indent = layout.find(w("tblInd"))
    if wide > width or (indent is not None and number_of(indent.get(w("w"))) < 0):
        for gone in layout.findall(w("tblInd")):
            layout.remove(gone)
        put(layout, *fragments('<w:jc w:val="center"/>'))  # no engine lets it hang out then
    if wide > width:
        _scale(columns, width / wide)
        _scale(table.iter(w("tcW")), width / wide)
        _scale([said] if said is not None else [], width / wide)


def _scale(widths: Iterable[Element], ratio: float) -> None:
    for width in widths:
        if width.get(w("type"), "dxa") == "dxa" and width.get(w("w")):
            width.set(w("w"), str(int(number_of(width.get(w("w"))) * ratio)))


def fit_pictures(paragraph: Element, width: int) -> None:
    """Make pictures at most as wide as the text, in proportion."""
    most = width * _EMU_A_TWIP
    for drawing in paragraph.iter(w("drawing")):
        for extent in drawing.iter(f"{{{WP}}}extent"):
            wide = number_of(extent.get("cx"))
            if wide <= most or within(drawing, "txbxContent"):
                continue
            for size in (extent, *drawing.iter(f"{{{A}}}ext")):
                for side in ("cx", "cy"):
                    if size.get(side):
                        size.set(side, str(int(number_of(size.get(side)) * most / wide)))


def over_lines(table: Element, house: House) -> int:
    """Give what is missing, in twips, from a table's height to whole lines of the page."""
    look = house.looks["table_text"]
    line, char = round((look.line_pt or 0) * 20), char_twips(house, look.size_pt)
    total = 0
    for row in table.findall(w("tr")):
        height = row.find(f"{w('trPr')}/{w('trHeight')}")
        least = number_of(height.get(w("val"))) if height is not None else 0
        lines = max((_lines(cell, char) for cell in row.findall(w("tc"))), default=1)
        total += max(least, lines * line) + _BORDER
    return -total % house.page.pitch_twips


def _lines(cell: Element, char: int) -> int:
    """Count the lines of a cell; one that goes on from the row above has none of its own."""
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    wide = number_of(width.get(w("w"))) if width is not None else 0
    if width is None or width.get(w("type")) != "dxa" or not wide:
        return len(cell.findall(w("p"))) or 1
    room = max(wide / char - _MARGINS, 1)
    return sum(max(ceil(text_width(text(p)) / room), 1) for p in cell.findall(w("p"))) or 1


def picture_lines(paragraph: Element, house: House) -> int:
    """Give the height, in twips, of the lines of the page that a paragraph's pictures take."""
    inline = f"{{{WP}}}inline/{{{WP}}}extent"
    high = [number_of(e.get("cy")) for d in paragraph.iter(w("drawing")) for e in d.findall(inline)]
    pitch = house.page.pitch_twips
    return ceil((max(high, default=0) / _EMU_A_TWIP + _UNDER) / pitch) * pitch if high else 0


def heads(table: Element) -> set[Element]:
    """Give the paragraphs of a table's head: rows said to be, else a first one that looks it."""
    rows = table.findall(w("tr"))
    found = [row for row in rows if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None]
    if not found and len(rows) > 2 and _is_head(rows[0]):
        found = rows[:1]
    return {paragraph for row in found for paragraph in row.iter(w("p"))}


def _is_head(row: Element) -> bool:
    cells = ["".join(map(text, cell.iter(w("p")))).strip() for cell in row.findall(w("tc"))]
    short = all(0 < len(cell) <= _HEAD_MOST for cell in cells)
    return len(cells) > 1 and short and not any(char.isdigit() for cell in cells for char in cell)

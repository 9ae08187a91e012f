"""Tables that only lay out: without lines of their own and without margins in their cells."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.docx.names import SEPARATOR
from drafter.formats.docx.xml import Setting, element, paragraph


def layout_table(widths: Sequence[int], rows: str, properties: str = "") -> str:
    """Write a table; ``properties`` are its indent or its borders."""
    zero = "".join(element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    columns = "".join(element("gridCol", w=width) for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{properties}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{zero}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, height: int, *, exact: bool = True) -> str:
    """Write a row of a height (twips, one at least), not parted by a page's end."""
    rule = "exact" if exact else "atLeast"
    high = element("trHeight", val=max(height, 1), hRule=rule)
    return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{cells}</w:tr>"


def cell(width: int, content: str, more: str = "", align: str = "center") -> str:
    """Write a cell; ``more`` are properties between its width and its alignment."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}'
        f"{element('vAlign', val=align)}</w:tcPr>{content}</w:tc>"
    )


def empty_row(width: int, columns: int, height: int) -> str:
    """Write a row that is only space."""
    merged = element("gridSpan", val=columns) if columns > 1 else ""
    return row(cell(width, paragraph(SEPARATOR, "", Setting(keep_next=True)), merged), height)

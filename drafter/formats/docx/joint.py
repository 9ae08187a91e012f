"""What several organs issue together: their names in the mark, and tables that only lay out."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.mark import GAP, ink_top, line_twips, sized
from drafter.formats.docx.names import BY_ROLE, FIXED, SEPARATOR
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.width import text_width
from drafter.formats.docx.xml import Setting, element, paragraph, run
from drafter.model import Document

_SLACK = 40  # twips, so that rounding pushes no character to another line


def joint_mark(flow: Flow, document: Document, size: float, top: int) -> None:
    """Write a joint mark: the names one below the other, 文件 beside them at half height (7.2.4).

    The names are spread to one width. The word stands in a box that hangs on the second name: its
    line has no space before it, from which engines would measure differently.
    """
    house, story = flow.story.house, flow.story
    extra, line = sized(house, size), line_twips(size)
    char = round(size * 20)
    names = max(round(text_width(organ.text) * char) for organ in document.masthead) + _SLACK
    word = round(text_width(house.masthead.word) * char) + _SLACK
    gap = round(GAP * char)
    left = (page_twips(house.page) - names - gap - word) // 2
    indent = element("ind", left=left, right=left + gap + word)
    beside = Box(
        name=house.masthead.word,
        across=Spot("margin", left + names + gap),
        down=Spot("paragraph", (len(document.masthead) - 3) * line // 2),
        width=word,
        height=line,
        wraps=False,
    )
    style = BY_ROLE["masthead"].id
    content = paragraph(style, run(house.masthead.word, FIXED, extra), Setting(line=line))
    for count, organ in enumerate(document.masthead):
        words = story.words(organ, extra=extra)
        words += box(beside, content, story.drawing()) if count == 1 else ""
        before = max(top - ink_top(size), 0) if not count else 0
        spread = Setting(before=before, line=line, indent=indent, align="distribute")
        flow.add("masthead", words, spread)


def layout_table(widths: Sequence[int], rows: str, indent: int | None = None) -> str:
    """Write a table that only lays out: no lines, no cell margins; centred or indented."""
    zero = "".join(
        f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    place = (
        element("jc", val="center") if indent is None else element("tblInd", w=indent, type="dxa")
    )
    columns = "".join(element("gridCol", w=width) for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{zero}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, height: int, *, exact: bool = True) -> str:
    """Write a row of a height, not parted by a page's end."""
    rule = "exact" if exact else "atLeast"
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{element('trHeight', val=height, hRule=rule)}</w:trPr>"
        f"{cells}</w:tr>"
    )


def cell(width: int, content: str, more: str = "", align: str = "center") -> str:
    """Write a cell; ``more`` are properties between its width and its alignment."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}'
        f"{element('vAlign', val=align)}</w:tcPr>{content}</w:tc>"
    )


def empty_row(width: int, columns: int, height: int) -> str:
    """Write a row that is only space."""
    merged = element("gridSpan", val=columns) if columns > 1 else ""
    return row(
        cell(width, paragraph(SEPARATOR, "", Setting(keep_next=True)), merged), max(height, 1)
    )

"""Tables: widths said three times over, heads repeated on every page, merged cells."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.story import Story
from drafter.formats.docx.xml import element, paragraph
from drafter.model import Table, grid

_LEAST = 3.0
_MOST = 24.0


def table_xml(table: Table, story: Story, width: int) -> str:
    """Write a table ``width`` twips wide."""
    widths = column_widths(table, width)
    head = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    columns = "".join(element("gridCol", w=one) for one in widths)
    rows = "".join(_rows(table, widths, story))
    return f"<w:tbl>{head}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def column_widths(table: Table, width: int) -> list[int]:
    """Share a width out by how long the words of each column are, within bounds."""
    places = grid(table)
    needs = [_LEAST] * len(places[0])
    for r, row in enumerate(places):
        for column, key in enumerate(row):
            cell = table.rows[key[0]][key[1]]
            if key[0] == r and cell.cols == 1:
                longest = max(map(len, cell.text.text.split("\n")), default=0)
                needs[column] = min(_MOST, max(needs[column], longest + 1.0))
    shares = [int(width * need / sum(needs)) for need in needs]
    shares[-1] += width - sum(shares)
    return shares


def _rows(table: Table, widths: list[int], story: Story) -> Iterator[str]:
    for r, row in enumerate(grid(table)):
        head = r < table.header
        repeated = "<w:tblHeader/>" if head else ""
        cells, column = [], 0
        while column < len(row):
            first = table.rows[row[column][0]][row[column][1]]
            begins = row[column][0] == r
            span = widths[column : column + first.cols]
            content = story.words(first.text) if begins else ""
            style = BY_ROLE["table_head" if head else "table_text"].id
            merged = element("vMerge", val="restart" if begins else "continue")
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{sum(span)}" w:type="dxa"/>'
                + (element("gridSpan", val=first.cols) if first.cols > 1 else "")
                + (merged if first.rows > 1 else "")
                + f'<w:vAlign w:val="center"/></w:tcPr>{paragraph(style, content)}</w:tc>'
            )
            column += first.cols
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"

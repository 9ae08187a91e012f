"""Tables: widths said three times over, heads repeated on every page, merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from drafter.errors import N_, UnusableInput
from drafter.formats.docx.layout import cell as cell_xml
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.story import Story
from drafter.formats.docx.styles import char_twips
from drafter.formats.docx.xml import NOTHING, Setting, element, paragraph
from drafter.house import House
from drafter.house.measure import text_width
from drafter.model import Table, grid

_BORDER = 10  # twips a row adds
_COLUMNS = 63
_LEAST = 2.0  # 字: a column narrower cannot be read
_MARGINS = 0.8  # 字: what a cell keeps free on both sides
_SHORT = 6.0  # 字: words up to here are never turned
_CENTRED = 10.0  # 字: a column of words up to here is centred
_MOST = 30.0


class Columns(NamedTuple):
    """The columns of a table: how many 字 their longest words take, and their widths in twips."""

    needs: Sequence[float]
    widths: Sequence[int]


def columns(table: Table, house: House, width: int) -> Columns:
    """Share a width (twips) out among a table's columns; raises UnusableInput for too many."""
    if table.width > _COLUMNS:
        raise UnusableInput(
            N_("Word takes tables of {most} columns, this one has {count}"),
            hint=N_("split it in two"),
            most=_COLUMNS,
            count=table.width,
        )
    needs = _needs(table)
    char = char_twips(house, house.looks["table_text"].size_pt)
    return Columns(needs, column_widths(needs, width, char))


def cramped(table: Table, house: House) -> bool:
    """Tell whether a table is so wide that even short words in it are turned."""
    page = house.page.turned() if table.landscape else house.page
    widths = columns(table, house, page_twips(page)).widths
    char = char_twips(house, house.looks["table_text"].size_pt)
    for r, row in enumerate(grid(table)[table.header :], table.header):
        for column, key in enumerate(row):
            cell = table.rows[key[0]][key[1]]
            needs = text_width(cell.text.text) + _MARGINS
            own = key[0] == r and cell.cols == 1 and needs <= _SHORT
            if own and needs * char > widths[column]:
                return True
    return False


def table_xml(table: Table, story: Story, columns: Columns) -> str:
    """Write a table."""
    widths = columns.widths
    head = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    listed = "".join(element("gridCol", w=one) for one in widths)
    rows = "".join(_rows(table, columns, story))
    return f"<w:tbl>{head}<w:tblGrid>{listed}</w:tblGrid>{rows}</w:tbl>"


def height_twips(table: Table, house: House, columns: Columns) -> int:
    """Give the height of a table, as far as its words can tell.

    A line of it is a part of the page's line, so that text below can go on on those.
    """
    look = house.looks["table_text"]
    char, widths = char_twips(house, look.size_pt), columns.widths
    total = 0
    for r, row in enumerate(grid(table)):
        lines = 1
        for column, key in enumerate(row):
            cell = table.rows[key[0]][key[1]]
            if key[0] == r and cell.rows == 1 and row.index(key) == column:
                room = sum(widths[column : column + cell.cols]) / char - _MARGINS
                pieces = cell.text.text.split("\n")
                lines = max(lines, sum(max(ceil(text_width(p) / room), 1) for p in pieces))
        total += lines * round((look.line_pt or 0) * 20) + _BORDER
    return total


def _needs(table: Table) -> list[float]:
    """Give how many 字 the longest words of each column take; heads may be turned once."""
    places = grid(table)
    needs = [_LEAST] * len(places[0])
    for r, row in enumerate(places):
        for column, key in enumerate(row):
            cell = table.rows[key[0]][key[1]]
            if key[0] == r and cell.cols == 1:
                longest = max(map(text_width, cell.text.text.split("\n")))
                longest = max(longest / 2, min(longest, 4.0)) if r < table.header else longest
                needs[column] = min(_MOST, max(needs[column], longest))
    return needs


def column_widths(needs: Sequence[float], width: int, char: int) -> list[int]:
    """Share a width (twips) out among columns that need so many characters of ``char`` twips.

    Where there is room all get their need and a part of the rest; else the long ones give way,
    and short words are turned only where nothing else helps.
    """
    full = [(need + _MARGINS) * char for need in needs]
    short = [size if need <= _SHORT else 0.0 for size, need in zip(full, needs, strict=True)]
    rest = width - sum(short)
    least = sum((_SHORT + _MARGINS) * char for need in needs if need > _SHORT)
    if sum(full) > width and rest >= least > 0:
        long = sum(size for size, kept in zip(full, short, strict=True) if not kept)
        full = [kept or size * rest / long for size, kept in zip(full, short, strict=True)]
    shares = [int(width * size / sum(full)) for size in full]
    shares[-1] += width - sum(shares)
    return shares


def _rows(table: Table, columns: Columns, story: Story) -> Iterator[str]:
    for r, row in enumerate(grid(table)):
        head = r < table.header
        repeated = "<w:tblHeader/>" if head else ""
        cells, column = [], 0
        while column < len(row):
            first = table.rows[row[column][0]][row[column][1]]
            begins = row[column][0] == r
            span = slice(column, column + first.cols)
            content = story.words(first.text) if begins else ""
            style = BY_ROLE["table_head" if head else "table_text"].id
            short = not head and max(columns.needs[span]) <= _CENTRED
            setting = Setting(align="center") if short else NOTHING
            merged = element("vMerge", val="restart" if begins else "continue")
            more = element("gridSpan", val=first.cols) if first.cols > 1 else ""
            more += merged if first.rows > 1 else ""
            words = paragraph(style, content, setting)
            cells.append(cell_xml(sum(columns.widths[span]), words, more))
            column += first.cols
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"

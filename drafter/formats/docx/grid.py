"""Tables of a Word file: merged cells put together, rows of heads counted."""

from __future__ import annotations

from drafter.formats.docx.found import ParagraphReader
from drafter.formats.docx.opened import Element, w
from drafter.model import Cell, Inline, Para, Table, Text


def read_table(element: Element, reader: ParagraphReader, caption: Para) -> Table | None:
    """Read a table; None if it has no cell."""
    rows = [_row(row, reader) for row in element.findall(w("tr"))]
    heads = [
        row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in element.findall(w("tr"))
    ]
    rows = [row for row in rows if row]
    if not rows:
        return None
    header = next((n for n, head in enumerate(heads) if not head), len(rows))
    width = max(sum(cell.cols for cell in row) for row in rows)
    merged = _merged([_filled(row, width) for row in rows])
    return Table(merged, min(header, len(rows)), caption)


class _Raw:
    """A cell as written: what it covers below is known only when the next rows are read."""

    def __init__(self, text: Para, cols: int, merge: str) -> None:
        self.text, self.cols, self.merge = text, cols, merge


def _row(row: Element, reader: ParagraphReader) -> list[_Raw]:
    found = []
    for cell in row.iter(w("tc")):
        properties = cell.find(w("tcPr"))
        span = properties.find(w("gridSpan")) if properties is not None else None
        merge = properties.find(w("vMerge")) if properties is not None else None
        cols = int(span.get(w("val"), "1")) if span is not None else 1
        state = merge.get(w("val"), "continue") if merge is not None else ""
        found.append(_Raw(_words(cell, reader), max(cols, 1), state))
    return found


def _words(cell: Element, reader: ParagraphReader) -> Para:
    """Give a cell's paragraphs as one, a line break between them."""
    inlines: list[Inline] = []
    for number, paragraph in enumerate(cell.iter(w("p"))):
        inlines += [Text("\n")] if number else []
        inlines += [piece.inline for piece in reader.read(paragraph).pieces]
    return Para(tuple(inlines))


def _filled(row: list[_Raw], width: int) -> list[_Raw]:
    """Give a short row empty cells up to the table's width."""
    missing = width - sum(cell.cols for cell in row)
    return [*row, _Raw(Para(), missing, "")] if missing else row


def _merged(rows: list[list[_Raw]]) -> tuple[tuple[Cell, ...], ...]:
    """Put cells that go on below together with the one they go on from."""
    found: list[list[Cell]] = [[] for _ in rows]
    open_: dict[int, tuple[int, int, int]] = {}  # column → row, index, columns of its owner
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            owner = open_.get(column)
            if cell.merge == "continue" and owner and owner[2] == cell.cols:
                first = found[owner[0]][owner[1]]
                found[owner[0]][owner[1]] = Cell(first.text, first.cols, first.rows + 1)
            else:
                found[r].append(Cell(cell.text, cell.cols))
                open_ = {c: o for c, o in open_.items() if not column <= c < column + cell.cols}
                if cell.merge:
                    open_[column] = (r, len(found[r]) - 1, cell.cols)
            column += cell.cols
    return tuple(tuple(row) for row in found)

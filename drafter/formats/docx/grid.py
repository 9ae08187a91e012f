"""Tables of a Word file: merged cells put together, rows of heads counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.formats.docx.blocks import Paragraph, blocks, cells, rows
from drafter.formats.docx.drawing import boxes, drawn_words
from drafter.formats.docx.opened import Element, figure, said, w
from drafter.formats.docx.paragraph import ParagraphReader
from drafter.model import Cell, Inline, Para, Table, Text

_MOST = 63  # columns Word takes


def read_table(element: Element, reader: ParagraphReader, caption: Para) -> Table | None:
    """Read a table; None if it has no cell."""
    found = [(_row(row, reader), _is_head(row)) for row in rows(element, reader.revisions)]
    raw = [(row, head) for row, head in found if row]
    if not raw:
        return None
    header = next((n for n, (_, head) in enumerate(raw) if not head), len(raw))
    width = max(sum(cell.cols for cell in row) for row, _ in raw)
    filled = [_filled(row, width) for row, _ in raw]
    try:
        return Table(_merged(filled), header, caption)
    except ValueError:  # merged cells that make no rectangle: each stands for itself
        return Table(
            tuple(tuple(Cell(c.text, c.cols) for c in row) for row in filled), header, caption
        )


class _Raw:
    """A cell as written: what it covers below is known only when the next rows are read."""

    def __init__(self, text: Para, cols: int, merge: str) -> None:
        self.text, self.cols, self.merge = text, cols, merge


def _is_head(row: Element) -> bool:
    return row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def _row(row: Element, reader: ParagraphReader) -> list[_Raw]:
    properties = row.find(w("trPr"))
    before = figure(said(properties, "gridBefore"))
    found = [_Raw(Para(), min(before, _MOST), "")] if before > 0 else []
    for cell in cells(row, reader.revisions):
        properties = cell.find(w("tcPr"))
        cols = figure(said(properties, "gridSpan"), 1)
        merge = said(properties, "vMerge")
        state = "" if merge is None else merge or "continue"
        found.append(_Raw(_words(cell, reader), min(max(cols, 1), _MOST), state))
    return found


def _words(cell: Element, reader: ParagraphReader) -> Para:
    """Give a cell's paragraphs as one, a line break between them."""
    inlines: list[Inline] = []
    for number, para in enumerate(paragraphs(cell, reader)):
        inlines += [Text("\n")] if number else []
        inlines += para
    return Para(tuple(inlines))


def paragraphs(story: Element, reader: ParagraphReader) -> Iterator[list[Inline]]:
    """Give the words of a story's paragraphs; those of tables and boxes in it after one another."""
    for block in blocks(story, reader.revisions):
        if isinstance(block, Paragraph):
            found = reader.read(block.elements, ended=block.ended)
            if found.pieces or block.ended:
                yield [piece.inline for piece in found.pieces]
            for words in drawn_words(found.drawings):
                yield [Text(words)]
            for box in boxes(found.drawings):
                yield from paragraphs(box, reader)
            reader.tell_strangers(found)
            reader.tell_picture(found)
        elif block.tag == w("tbl"):
            for row in rows(block, reader.revisions):
                for cell in cells(row, reader.revisions):
                    yield from paragraphs(cell, reader)


def _filled(row: list[_Raw], width: int) -> list[_Raw]:
    """Give a short row empty cells up to the table's width."""
    missing = width - sum(cell.cols for cell in row)
    return [*row, _Raw(Para(), missing, "")] if missing else row


def _merged(rows: list[list[_Raw]]) -> tuple[tuple[Cell, ...], ...]:
    """Put cells that go on below together with the one they go on from, hidden words too."""
    found: list[list[Cell]] = [[] for _ in rows]
    open_: dict[int, tuple[int, int, int]] = {}  # column → row, index, columns of its owner
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            owner = open_.get(column)
            if cell.merge == "continue" and owner and owner[2] == cell.cols:
                first = found[owner[0]][owner[1]]
                words = first.text
                if cell.text.text.strip():
                    words = Para((*words.inlines, Text("\n"), *cell.text.inlines))
                found[owner[0]][owner[1]] = replace(first, text=words, rows=first.rows + 1)
            else:
                found[r].append(Cell(cell.text, cell.cols))
                open_ = {c: o for c, o in open_.items() if not column <= c < column + cell.cols}
                if cell.merge:
                    open_[column] = (r, len(found[r]) - 1, cell.cols)
            column += cell.cols
    return tuple(tuple(row) for row in found)

"""Plain text: read as lines that the recogniser judges, written as the words stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from drafter.formats.decode import decode
from drafter.model import (
    Address,
    Block,
    Document,
    Image,
    Para,
    Points,
    Section,
    Span,
    Table,
    grid,
)
from drafter.model.fixed import ATTENDANCE, COPIES, PRINTED, SIGNERS
from drafter.model.shown import attachment_marks, attachment_notes, label_gap, prefix
from drafter.model.walk import SectionCount, point_labels
from drafter.reading import Line


def read_lines(data: bytes) -> tuple[str, tuple[Line, ...]]:
    """Give a text file's words and its lines, which tile it."""
    text = decode(data)
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(Line(piece, Span(start, start + len(piece))))
        start += len(piece) + 1
    if lines and not lines[-1].text:
        lines.pop()
    return text, tuple(lines)


def write(document: Document) -> str:
    """Write a document as plain text, one paragraph a line, gaps as 【name】."""
    lines = (document.mark.text, *_document(document))
    return "\n".join(line for line in lines if line) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield from _head(document)
    yield from Lines().blocks(document.body)
    yield from Lines().blocks(document.closing)
    for note in attachment_notes(document):
        yield note.para.text
    for para in (*document.signature, document.date, *document.notes):
        yield para.text
    for name, word in ATTENDANCE.items():
        for number, line in enumerate(getattr(document, name)):
            yield (word if not number else "") + line.text
    for copies in document.copies:
        yield prefix(COPIES, copies) + copies.text
    printed = (
        document.printer.text,
        document.print_date.text and document.print_date.text + PRINTED,
    )
    yield "　".join(part for part in printed if part)
    for attachment, mark in zip(document.attachments, attachment_marks(document), strict=True):
        yield mark.text
        yield from _document(attachment)


def _head(document: Document) -> Iterator[str]:
    for para in (document.copy_number, document.secrecy, document.urgency, *document.masthead):
        yield para.text
    signers = [prefix(SIGNERS, signer) + signer.text for signer in document.signers[:1]]
    signers += [signer.text for signer in document.signers[1:]]
    yield "　".join(part for part in (document.number.text, *signers) if part)
    head = (
        (document.title,),
        document.subtitle,
        document.preamble,
        document.byline,
        document.dateline,
        document.salutation,
    )
    for paras in head:
        yield from (para.text for para in paras)


class Lines:
    """Writes blocks as lines; what runs on is held back until its line is full."""

    def __init__(self) -> None:
        self._held = ""
        self._heads = False  # whether a heading is held that stands by itself

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Give the lines of a whole body."""
        return (line for line, _ in self.paragraphs(blocks))

    def paragraphs(self, blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
        """Give the lines of a whole body, and whether each is a heading by itself."""
        yield from self._blocks(blocks)
        yield from self._take("")

    def _take(self, line: str, *, heads: bool = False) -> Iterator[tuple[str, bool]]:
        """Hand out the line held back and hold the next one."""
        held = self._held, self._heads
        self._held, self._heads = line, heads
        if held[0]:
            yield held

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
        count = SectionCount()
        for block in blocks:
            match block:
                case Para():
                    yield from self._take(block.text)
                case Address():
                    yield from self._take(block.text.text)
                case Points():
                    yield from self._points(block)
                case Table():
                    for row in _rows(block):
                        yield from self._take(row)
                case Image():
                    yield from self._take(block.caption.text)
                case Section():
                    yield from self._section(block, count.label(block))
                case _:
                    assert_never(block)

    def _points(self, points: Points) -> Iterator[tuple[str, bool]]:
        for item, label in zip(points.items, point_labels(points), strict=True):
            if item.apart:
                yield from self._take("")
            self._held += label + item.body.text
            for para in item.more:
                yield from self._take(para.text)

    def _section(self, section: Section, label: str) -> Iterator[tuple[str, bool]]:
        gap = label_gap(label) if section.title else ""
        words = label + gap + section.title.text + section.stop
        yield from self._take(words, heads=not section.run_in)
        if section.run_in:
            first, held = section.blocks[0], self._held
            if isinstance(first, Para):
                self._held = held + first.text
                yield from self._blocks(section.blocks[1:])
                return
        yield from self._blocks(section.blocks)


def _rows(table: Table) -> Iterator[str]:
    """Give a table's caption and rows, cells parted by tabs, merged ones named once."""
    yield table.caption.text
    for r, row in enumerate(grid(table)):
        cells = [
            table.rows[key[0]][key[1]].text.text.replace("\n", " ")
            if key[0] == r and (not column or row[column - 1] != key)
            else ""
            for column, key in enumerate(row)
        ]
        yield "\t".join(cells)

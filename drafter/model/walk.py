"""The only traversals of a document, and what counting along them gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, assert_never

from drafter.model.document import ELEMENTS, Document, lines_of
from drafter.model.figures import Image, Table
from drafter.model.inline import Gap, Para, Text
from drafter.model.nodes import Address, Block, Point, Points, Section
from drafter.model.ordinals import spell


def blocks(found: Iterable[Block]) -> Iterator[Block]:
    """Give every block, outer ones first, in the order they stand."""
    for block in found:
        yield block
        if isinstance(block, Section):
            yield from blocks(block.blocks)


def tables(document: Document) -> Iterator[Table]:
    """Give every table of a document and its attachments, in the order they stand."""
    for block in blocks((*document.body, *document.closing)):
        if isinstance(block, Table):
            yield block
    for attachment in document.attachments:
        yield from tables(attachment)


def block_paras(block: Block) -> Iterator[Para]:
    """Give the paragraphs of one block, those of the sections below it too."""
    match block:
        case Para():
            yield block
        case Address():
            yield block.text
        case Points():
            for point in block.items:
                yield point.body
                yield from point.more
        case Table():
            yield block.caption
            for row in block.rows:
                for cell in row:
                    yield cell.text
        case Image():
            yield block.caption
        case Section():
            yield block.title
            for inner in block.blocks:
                yield from block_paras(inner)
        case _:
            assert_never(block)


def paras(document: Document) -> Iterator[Para]:
    """Give every paragraph and line of a document and its attachments, empty ones left out."""
    for element in ELEMENTS:
        yield from lines_of(document, element)
    for block in (*document.body, *document.closing):
        yield from (para for para in block_paras(block) if para)
    for attachment in document.attachments:
        yield from paras(attachment)


def gaps(document: Document) -> tuple[Gap, ...]:
    """List the gaps, one of each name, in the order they are met."""
    found: dict[str, Gap] = {}
    for para in paras(document):
        for inline in para.inlines:
            if isinstance(inline, Gap):
                found.setdefault(inline.name, inline)
    return tuple(found.values())


def by_person(gaps: Iterable[Gap]) -> dict[str, list[Gap]]:
    """Sort gaps by whom to ask."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.ask, []).append(gap)
    return found


def map_paras(document: Document, change: Callable[[Para], Para]) -> Document:
    """Give the document with every paragraph and line changed."""
    values: dict[str, Any] = {}
    for element in ELEMENTS:
        lines = tuple(change(line) for line in lines_of(document, element))
        values[element.name] = lines if element.many else (lines[0] if lines else Para())
    return replace(
        document,
        **values,
        body=tuple(_map_block(block, change) for block in document.body),
        closing=tuple(_map_block(block, change) for block in document.closing),
        attachments=tuple(map_paras(inner, change) for inner in document.attachments),
    )


def _map_block(block: Block, change: Callable[[Para], Para]) -> Block:
    match block:
        case Para():
            return change(block)
        case Address():
            return replace(block, text=change(block.text))
        case Points():
            return replace(block, items=tuple(_map_point(item, change) for item in block.items))
        case Table():
            rows = tuple(
                tuple(replace(cell, text=change(cell.text)) for cell in row) for row in block.rows
            )
            return replace(block, rows=rows, caption=change(block.caption))
        case Image():
            return replace(block, caption=change(block.caption))
        case Section():
            inner = tuple(_map_block(child, change) for child in block.blocks)
            return replace(block, title=change(block.title), blocks=inner)
        case _:
            assert_never(block)


def _map_point(point: Point, change: Callable[[Para], Para]) -> Point:
    return replace(point, body=change(point.body), more=tuple(change(p) for p in point.more))


class SectionCount:
    """Counts the headings of one list of blocks: siblings with the same kind of number."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, str], int] = {}

    def next(self, level: int, form: str) -> int:
        """Count one more heading and give its number."""
        number = self._last.get((level, form), 0) + 1
        self._last[level, form] = number
        return number

    def label(self, section: Section) -> str:
        """Count a section and give the number to write before it, its own or the source's."""
        form = section.form or ""
        number = self.next(section.level, form)
        return section.label or spell(form, number)


class Labels:
    """Tells, heading by heading in reading order, which number must be kept as a label."""

    def __init__(self) -> None:
        self._open: list[tuple[int, SectionCount]] = [(0, SectionCount())]

    def label(self, level: int, form: str, written: str) -> str:
        """Count a heading; give the number it was written with if the count's own differs."""
        while self._open[-1][0] >= level:
            self._open.pop()
        number = self._open[-1][1].next(level, form)
        self._open.append((level, SectionCount()))
        return written if written and spell(form, number) != written else ""


def point_labels(points: Points) -> tuple[str, ...]:
    """Give the ordinals of a series, each its own count's or the source's: 一是 二是."""
    return tuple(
        point.label or spell(points.series, number) for number, point in enumerate(points.items, 1)
    )


def point_lead(point: Point) -> str:
    """Give a point's head phrase: its words up to the first 。；！？ (gaps as 【name】)."""
    text = point.body.text
    ends = [at for at in map(text.find, "。；！？") if at >= 0]
    return text[: min(ends)] if ends else text.rstrip("，,")


def plain(para: Para) -> str:
    """Give a paragraph's own words, gaps left out."""
    return "".join(inline.text for inline in para.inlines if isinstance(inline, Text))

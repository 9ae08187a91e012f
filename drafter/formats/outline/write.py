"""A document as an outline."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from drafter.formats.loose import dump_value
from drafter.formats.outline.inline import write_inlines
from drafter.model import (
    ELEMENTS,
    Address,
    Block,
    Document,
    Image,
    Para,
    Points,
    Section,
    Table,
    grid,
    kind_named,
    lines_of,
)
from drafter.model.ordinals import HEADING_FORMS, heading_mark, point_mark
from drafter.model.walk import SectionCount

RULE = "---"
ATTACHMENT = "+++"
CAPTION = "|+"
LANDSCAPE = "|="
_STARTS = re.compile(r"[#>|]|[-+](?:[ \t\u3000\xa0]|$)|-{3,}$|\+{3,}$|!\[|\[[^\]]*\]:|<!--")


def write(document: Document) -> str:
    """Write a document as an outline, pictures at its end."""
    pictures: list[Image] = []
    parts = [_part(document, RULE, pictures)]
    parts += [_part(attachment, ATTACHMENT, pictures) for attachment in document.attachments]
    if pictures:
        parts.append("\n".join(_picture(n, image) for n, image in enumerate(pictures, 1)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _part(document: Document, fence: str, pictures: list[Image]) -> str:
    head = "\n".join((fence, *_front_matter(document), fence))
    texts = [head, *_blocks(document.body, pictures)]
    if document.closing:
        texts += [RULE, *_blocks(document.closing, pictures)]
    return "\n\n".join(texts)


def _front_matter(document: Document) -> Iterator[str]:
    kind = kind_named(document.kind)
    yield f"文种: {kind.name if kind else document.kind}"
    if document.house:
        yield f"版式: {dump_value(document.house)}"
    if document.enclosed:
        yield "随文印发: 是"
    for element in ELEMENTS:
        lines = [dump_value(write_inlines(line)) for line in lines_of(document, element)]
        name = element.chinese_for(document.kind)
        if len(lines) == 1:
            yield f"{name}: {lines[0]}"
        elif lines:
            yield f"{name}:"
            yield from (f"- {line}" for line in lines)


def _blocks(blocks: Iterable[Block], pictures: list[Image]) -> Iterator[str]:
    before: Block | None = None
    count = SectionCount()
    for block in blocks:
        if isinstance(block, Section):
            yield from _section(block, count.label(block), pictures)
        else:
            yield from _block(block, pictures, before)
        before = block


def _block(
    block: Para | Address | Points | Table | Image, pictures: list[Image], before: Block | None
) -> Iterator[str]:
    match block:
        case Para():
            yield _line(block)
        case Address():
            yield f"> {_line(block.text)}"
        case Points():
            yield "\n".join(_points(block, restart=isinstance(before, Points)))
        case Table():
            yield "\n".join(_table(block))
        case Image():
            pictures.append(block)
            yield f"![{write_inlines(block.caption, '[]')}](图{len(pictures)})"
        case _:
            assert_never(block)


def _line(para: Para) -> str:
    """Write a paragraph so that its beginning is not read as a mark."""
    line = write_inlines(para)
    return "\\" + line if _STARTS.match(line) else line


def _section(section: Section, label: str, pictures: list[Image]) -> Iterator[str]:
    own = section.form == HEADING_FORMS[section.level]
    first = section.blocks[0] if section.blocks else None
    line = "#" * section.level + ("-" if not section.form and not own else "") + " "
    if section.label or (section.form and not own):
        line += label + " "
    title = write_inlines(section.title, "|。")
    line += ("\\" if heading_mark(section.title.text) else "") + title + section.stop
    blocks = section.blocks
    if section.run_in and isinstance(first, Para):
        line += ("" if section.stop == "。" else "|") + write_inlines(first)
        blocks = blocks[1:]
    yield line.rstrip(" ") if not section.title and not section.stop else line
    yield from _blocks(blocks, pictures)


def _points(points: Points, *, restart: bool) -> Iterator[str]:
    for index, item in enumerate(points.items):
        mark = "-" if item.apart else "+"
        named = index == 0 and (restart or points.series != "一是")
        label = item.label or (points.series if named else "")
        words = write_inlines(item.body)
        escape = "\\" if not label and point_mark(item.body.text) else ""
        yield f"{mark} {label}{escape}{words}".rstrip(" ")
        yield from (f"  {_line(para)}" for para in item.more)


def _table(table: Table) -> Iterator[str]:
    if table.caption or table.landscape:
        mark = LANDSCAPE if table.landscape else CAPTION
        yield f"{mark} {write_inlines(table.caption)}".rstrip(" ")
    places = grid(table)
    for r, row in enumerate(places):
        if r == table.header:
            yield _ruler(len(row))
        cells = (_cell(table, places, r, column) for column in range(len(row)))
        yield "| " + " | ".join(cells) + " |"
    if table.header == len(places):
        yield _ruler(len(places[0]))


def _ruler(width: int) -> str:
    return "| " + " | ".join(["---"] * width) + " |"


def _cell(table: Table, places: list[list[tuple[int, int]]], r: int, column: int) -> str:
    row, index = key = places[r][column]
    if column and places[r][column - 1] == key:
        return "<"
    if row < r:
        return "^"
    words = write_inlines(table.rows[row][index].text, "|")
    return "\\" + words if words in ("<", "^") or set(words) == {"-"} else words


def _picture(number: int, image: Image) -> str:
    data = base64.b64encode(image.data).decode("ascii")
    return f"[图{number}]: {image.width_mm:g}×{image.height_mm:g} {data or '-'} {image.name}"

"""The blocks of a story (body, cell, box, header, note) in order, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.formats.docx.maths import M
from drafter.formats.docx.opened import Element, switched, w
from drafter.formats.docx.revisions import DELETED, INSERTED, Revisions

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{_MC}AlternateContent"
MATHS = frozenset((f"{M}oMath", f"{M}oMathPara"))
_WORDLY = ("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", M)
_THROUGH = frozenset(w(name) for name in ("sdtContent", "customXml", "smartTag"))
_BLOCKS = frozenset(w(name) for name in ("tbl", "bookmarkStart", "altChunk", "subDoc"))


class Paragraph(NamedTuple):
    """A paragraph: one element, or several whose marks between are gone.

    ``ended`` is False where even the last mark is gone: without words there is no paragraph.
    """

    elements: tuple[Element, ...]
    ended: bool = True


def blocks(parent: Element, revisions: Revisions) -> Iterator[Paragraph | Element]:
    """Give the paragraphs of a story, and its tables, bookmarks, chunks as they are."""
    pending: list[Element] = []
    for element in _flat(parent, revisions):
        if element.tag == w("p"):
            pending.append(element)
            if not _joins(element, revisions):
                yield Paragraph(tuple(pending))
                pending = []
            continue
        if pending and element.tag != w("bookmarkStart"):
            yield Paragraph(tuple(pending), ended=False)
            pending = []
        yield Paragraph((element,)) if element.tag in MATHS else element
    if pending:
        yield Paragraph(tuple(pending), ended=False)


def rows(table: Element, revisions: Revisions) -> Iterator[Element]:
    """Give the rows of a table, those gone by a tracked change left out."""
    for row in _inner(table, "tr", revisions):
        if not revisions.drops(row.find(w("trPr"))):
            yield row


def cells(row: Element, revisions: Revisions) -> Iterator[Element]:
    """Give the cells of a row, those gone by a tracked change left out."""
    for cell in _inner(row, "tc", revisions):
        if not revisions.drops(cell.find(w("tcPr"))):
            yield cell


def chosen(alternate: Element) -> Element | None:
    """Give the one variant of AlternateContent that is read: never two of the same words.

    It is the first choice that holds anything of Word's, else the fallback.
    """
    for choice in alternate.findall(f"{_MC}Choice"):
        if any(inner.tag.startswith(_WORDLY) for inner in choice.iter()):
            return choice
    fallback = alternate.find(f"{_MC}Fallback")
    return alternate.find(f"{_MC}Choice") if fallback is None else fallback


def _flat(parent: Element, revisions: Revisions) -> Iterator[Element]:
    for element in parent:
        tag = element.tag
        if tag == w("p") or tag in _BLOCKS or tag in MATHS:
            yield element
        elif (inner := _through(element, revisions)) is not None:
            yield from _flat(inner, revisions)


def _inner(parent: Element, name: str, revisions: Revisions) -> Iterator[Element]:
    for element in parent:
        if element.tag == w(name):
            yield element
        elif (inner := _through(element, revisions)) is not None:
            yield from _inner(inner, name, revisions)


def _through(element: Element, revisions: Revisions) -> Element | None:
    """Give what a wrapper wraps; None for what is no wrapper or whose content is gone."""
    tag = element.tag
    if tag in _THROUGH:
        return element
    if tag == w("sdt"):
        return element.find(w("sdtContent"))
    if tag == ALTERNATE:
        return chosen(element)
    if tag in INSERTED or tag in DELETED:
        return element if len(element) and revisions.stands(element) else None
    return None


def _joins(paragraph: Element, revisions: Revisions) -> bool:
    """Tell whether a paragraph's mark is gone, or hidden as between two styles of one line."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if mark is None:
        return False
    return revisions.drops(mark) or bool(switched(mark, "specVanish"))

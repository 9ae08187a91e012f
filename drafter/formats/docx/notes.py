"""What stands beside the text of a Word file: headers, footers, notes, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.errors import N_, Notice
from drafter.formats.docx.grid import paragraphs
from drafter.formats.docx.opened import Element, w
from drafter.formats.docx.paragraph import ParagraphReader
from drafter.model import as_shown

OURS = "drafter"
"""Author of the comments that explain our own gaps: they tell nothing new."""
_RULERS = ("separator", "continuationSeparator", "continuationNotice")
_KINDS = (("footnote", "footnotes"), ("endnote", "endnotes"))


class Beside(NamedTuple):
    """A part beside the text: a reason why it is no text, and its lines."""

    why: str
    lines: tuple[str, ...]


def furniture(reader: ParagraphReader) -> Iterator[Beside]:
    """Give what headers and footers say, page numbers as the file last had them."""
    opened = reader.opened
    for kind, why in (
        ("header", N_("stands in the header")),
        ("footer", N_("stands in the footer")),
    ):
        for name in opened.related(kind):
            story = opened.spare(name)
            if story is not None:
                yield Beside(why, tuple(line for line in _lines(story, reader) if line.strip()))


def notes(reader: ParagraphReader) -> Iterator[str]:
    """Give the lines of footnotes, then endnotes, each note begun by its mark [1].

    They come in the order they are referred to; those nobody refers to come last.
    """
    for kind, part in _KINDS:
        root = reader.opened.of_kind(part)
        found = root.findall(w(kind)) if root is not None else []
        by_id = {
            note.get(w("id"), ""): note for note in found if note.get(w("type")) not in _RULERS
        }
        for id in _in_order(kind, by_id, reader):
            yield from _note(by_id[id], reader, kind, id)


def _in_order(kind: str, by_id: Mapping[str, Element], reader: ParagraphReader) -> Iterator[str]:
    """Give the notes referred to, also by notes given before, then the others."""
    referred = reader.notes.order.setdefault(kind, [])
    others = iter(by_id)
    told: set[str] = set()
    at = 0
    while True:
        if at < len(referred):
            id, at = referred[at], at + 1
        else:
            id = next((one for one in others if one not in told), "")
            if not id:
                return
        if id in by_id and id not in told:
            told.add(id)
            yield id


def _note(note: Element, reader: ParagraphReader, kind: str, id: str) -> Iterator[str]:
    lines = [line for line in _lines(note, reader) if line.strip()]
    if lines:
        referred = (kind, id) in reader.notes.numbers
        own = (kind, id) in reader.notes.own_marks
        mark = f"[{reader.notes.refer(kind, id)}]" if referred and not own else ""
        yield mark + lines[0].strip()
        yield from lines[1:]


def comments(reader: ParagraphReader) -> Iterator[Notice]:
    """Give what people wrote in the margin; it is no part of the text."""
    root = reader.opened.of_kind("comments")
    for comment in root.findall(w("comment")) if root is not None else ():
        author = comment.get(w("author"), "").strip()
        words = "\n".join(_lines(comment, reader)).strip()
        if words and not (reader.opened.own and author == OURS):
            yield Notice(N_("comment by {author}: {words}"), author=author or "?", words=words)


def _lines(story: Element, reader: ParagraphReader) -> Iterator[str]:
    for inlines in paragraphs(story, reader):
        text = "".join(map(as_shown, inlines))
        yield from text.split("\n")

"""A Word file as lines: our own known by their styles, foreign ones as found.

The text comes first, what is drawn in a paragraph behind it. Then come, outside the flow of the
text, the words of footnotes and endnotes (as notes of the document, each with its mark [1]), and
headers and footers, which are no part of it. Comments become warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from drafter.errors import N_, Notice, UnusableInput
from drafter.formats.docx.blocks import Paragraph, blocks
from drafter.formats.docx.drawing import boxes, drawn_words, images
from drafter.formats.docx.found import Found
from drafter.formats.docx.grid import read_table
from drafter.formats.docx.names import (
    ATTACHMENT_STARTS,
    BY_ID,
    CLOSING_STARTS,
    ENCLOSED_STARTS,
    LANDSCAPE,
    SEPARATOR,
)
from drafter.formats.docx.notes import comments, furniture, notes
from drafter.formats.docx.opened import Element, Opened, w
from drafter.formats.docx.own import own_lines
from drafter.formats.docx.paragraph import ParagraphReader
from drafter.formats.docx.revisions import Revisions
from drafter.model import Image, Inline, Para, Span, Table, as_shown
from drafter.reading.line import Judgement, Line, Role

_BODY = Judgement(Role.BODY)
_NOTE = Judgement(Role.NOTE, "notes", why=(N_("words of a footnote or endnote"),), opens="document")
_OWN_NUMBER = re.compile("[—－-]*[0-9 ]*[—－-]*")
"""What a footer of ours holds."""


class Source(NamedTuple):
    """What a Word file holds: its words, its lines, what it says of itself, what was not read.

    ``places`` gives for each line the w:p it was read from, counted through the main story in
    document order: several where the marks between them are gone, none for a table or a note.
    ``main`` names the part that story is in.
    """

    text: str
    lines: tuple[Line, ...]
    facts: tuple[dict[str, str], ...]
    warnings: tuple[str, ...]
    places: tuple[tuple[int, ...], ...] = ()
    main: str = ""


def read(data: bytes, revisions: str = "accept") -> Source:
    """Read a Word file; raises UnusableInput for what is none or is damaged.

    ``revisions`` says how tracked changes are read: as if all were accepted, as if all were
    rejected, or ("keep") with the old words and the new in the order they stand.
    """
    changes = Revisions(revisions)
    opened = Opened(data)
    order = {id(found): at for at, found in enumerate(opened.body.iter(w("p")))}
    reader = _Reader(opened, ParagraphReader(opened, changes), order)
    try:
        reader.story(opened.body)
        reader.beside()
        told = tuple(comments(reader.paragraphs))
    except RecursionError as error:
        raise UnusableInput(N_("this Word file is nested too deep to be read")) from error
    facts = tuple(opened.own.parts) if opened.own else ()
    found = reader.paragraphs
    warnings = (
        *opened.notices(), *changes.notices(), *found.notices, *found.numbering.notices, *told
    )  # fmt: skip
    places = tuple(reader.places)
    return Source(reader.text, tuple(reader.lines), facts, warnings, places, opened.main)


@dataclass(slots=True)
class _Reader:
    """Walks the story from top to bottom."""

    opened: Opened
    paragraphs: ParagraphReader
    order: dict[int, int]  # paragraphs by identity → their place in the story
    places: list[tuple[int, ...]] = field(default_factory=list)  # of each line
    place: tuple[int, ...] = ()
    lines: list[Line] = field(default_factory=list)
    size: int = 0
    closing: bool = False
    opens: str = ""
    boxed: bool = False
    landscape: bool = False  # the table to come is a landscape one
    _caption: Para = field(default_factory=Para)

    @property
    def text(self) -> str:
        """All lines, one after another."""
        return "\n".join(line.text for line in self.lines)

    def story(self, parent: Element) -> None:
        """Read paragraphs, tables and what wraps them."""
        for block in blocks(parent, self.paragraphs.revisions):
            if isinstance(block, Paragraph):
                self.paragraph(block)
            elif block.tag == w("tbl"):
                self.table(block)
            elif block.tag == w("bookmarkStart"):
                self._mark(block.get(w("name"), ""))
            else:
                notice = Notice(N_("a part of another file was not read"))
                self.paragraphs.notices.setdefault(notice)

    def beside(self) -> None:
        """Read what stands outside the text: notes, then headers and footers."""
        for line in notes(self.paragraphs):
            self._outside(line, _NOTE)
        for part in furniture(self.paragraphs):
            for line in part.lines:
                if not (self.opened.own and _OWN_NUMBER.fullmatch(line.strip())):
                    self._outside(line, Judgement(Role.JUNK, why=(part.why,)))

    def _outside(self, text: str, judgement: Judgement) -> None:
        at = Span(self.size, self.size + len(text))
        self.size += len(text) + 1
        self.places.append(())
        self.lines.append(Line(text, at, given=judgement))

    def _mark(self, bookmark: str) -> None:
        """Follow a bookmark that says where the closing or an attachment begins."""
        name = bookmark.rstrip("0123456789")
        if self.opened.own is None:
            return
        if name == LANDSCAPE:
            self.landscape = True
        elif name == CLOSING_STARTS:
            self.closing = True
        elif name in (ATTACHMENT_STARTS, ENCLOSED_STARTS):
            self.closing, self.opens = False, name.removeprefix("_")
            self.add("", None, _BODY)

    def paragraph(self, block: Paragraph) -> None:
        """Read one paragraph and what is drawn in it."""
        found = self.paragraphs.read(block.elements, ended=block.ended)
        self.place = tuple(self.order[id(one)] for one in block.elements if id(one) in self.order)
        for name in found.bookmarks:
            self._mark(name)
        shown = list(images(found.drawings, self.opened))
        for image in shown:
            self._picture(image)
        if found.text.strip() or (found.ended and not shown):
            self._words(found)
        self.paragraphs.tell_strangers(found)
        before, self.boxed, self.place = self.boxed, True, ()
        for words in drawn_words(found.drawings):
            self.add(words, None, None)
        for box in boxes(found.drawings):
            self.story(box)
        self.boxed = before

    def _words(self, found: Found) -> None:
        if self.opened.own and self._own(found):
            return
        if found.style != SEPARATOR or found.text:
            self._foreign(found)

    def _own(self, found: Found) -> bool:
        """Add a paragraph of our own; False if its style is none of ours."""
        style = BY_ID.get(found.style)
        if style is None:
            return False
        para = Para(tuple(piece.inline for piece in found.pieces))
        if style.role == "table_caption":
            self._caption = para
            return True
        if style.role == "image_caption":
            self._caption_image(para)
            return True
        if style.role == "rest" and self.lines:
            self._goes_on(para)
            return True
        lines = own_lines(found)
        for words in lines or ():
            text = "".join(map(as_shown, words.inlines))
            self.add(text, words.inlines, words.judgement, look=found.look)
        return lines is not None

    def add(
        self,
        text: str,
        inlines: tuple[Inline, ...] | None,
        given: Judgement | None,
        block: Table | Image | None = None,
        **look: object,
    ) -> None:
        """Add a line; where it stands in the document goes into what is given."""
        if given:
            closes = self.closing or given.role is Role.CLOSING
            self.closing = closes
            given = replace(given, closes=closes, opens="document" if self.boxed else self.opens)
            self.opens = ""
        at = Span(self.size, self.size + len(text))
        self.size += len(text) + 1
        self.places.append(self.place)
        self.lines.append(
            Line(text, at, inlines=inlines, block=block, given=given, **look)  # type: ignore[arg-type]
        )

    def _foreign(self, found: Found) -> None:
        """Add a paragraph nobody has said anything of: each of its lines by itself."""
        style = self.paragraphs.styles.names.get(found.style, found.style)
        for line in found.text.split("\n"):
            self.add(line, None, None, style=style, look=found.look)

    def _picture(self, image: Image) -> None:
        self.add("", None, _BODY if self.opened.own else None, image)

    def _caption_image(self, caption: Para) -> None:
        last = self.lines[-1] if self.lines else None
        if last and isinstance(last.block, Image):
            block = replace(last.block, caption=caption)
            self.lines[-1] = replace(last, block=block, text=caption.text)
            self.size += len(caption.text)
        else:
            self.add(caption.text, caption.inlines, _BODY)

    def _goes_on(self, rest: Para) -> None:
        """Add words to the last line: the page's end has parted its paragraph."""
        last = self.lines[-1]
        inlines = (*last.inlines, *rest.inlines) if last.inlines is not None else None
        at = Span(last.at.start, last.at.end + len(rest.text))
        self.lines[-1] = replace(last, text=last.text + rest.text, at=at, inlines=inlines)
        self.size += len(rest.text)

    def table(self, element: Element) -> None:
        """Read a table; one that only lays out our own lines is read as those."""
        if self.opened.own and _lays_out(element):
            for cell in element.iter(w("tc")):
                self.story(cell)
            return
        self.place = ()
        found = read_table(element, self.paragraphs, self._caption)
        self._caption = Para()
        if found:
            found = replace(found, landscape=self.landscape)
            self.landscape = False
            text = "\n".join(_rows(found))
            self.add(text, None, _BODY if self.opened.own else None, found)


def _lays_out(table: Element) -> bool:
    """Tell whether a table holds lines of the page such as the 版记, no data."""
    for style in table.iter(w("pStyle")):
        found = BY_ID.get(style.get(w("val"), ""))
        if found and not found.role.startswith("table_"):
            return True
    return False


def _rows(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption.text
    for row in table.rows:
        yield "\t".join(cell.text.text for cell in row)

"""A Word file as lines: our own known by their styles, foreign ones as found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from drafter.errors import N_, UnusableInput
from drafter.formats.docx.found import Found, ParagraphReader
from drafter.formats.docx.grid import read_table
from drafter.formats.docx.names import (
    ATTACHMENT_STARTS,
    BY_ID,
    CLOSING_STARTS,
    ENCLOSED_STARTS,
    LANDSCAPE,
    SEPARATOR,
)
from drafter.formats.docx.opened import Element, Opened, w
from drafter.formats.docx.own import own_lines
from drafter.model import Image, Inline, Para, Span, Table, as_shown
from drafter.reading.line import FoundLook, Judgement, Line, Role

_BODY = Judgement(Role.BODY)


class Source(NamedTuple):
    """What a Word file holds: its words, its lines, what it says of itself, what was not read."""

    text: str
    lines: tuple[Line, ...]
    facts: tuple[dict[str, str], ...]
    warnings: tuple[str, ...]


def read(data: bytes) -> Source:
    """Read a Word file; raises UnusableInput for what is none or is damaged."""
    opened = Opened(data)
    reader = _Reader(opened, ParagraphReader(opened))
    try:
        reader.story(opened.body)
    except RecursionError as error:
        raise UnusableInput(N_("this Word file is nested too deep to be read")) from error
    facts = tuple(opened.own.parts) if opened.own else ()
    return Source(reader.text, tuple(reader.lines), facts, tuple(reader.warnings))


@dataclass(slots=True)
class _Reader:
    """Walks the story from top to bottom."""

    opened: Opened
    paragraphs: ParagraphReader
    lines: list[Line] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)
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
        for element in parent:
            if element.tag == w("p"):
                self.paragraph(element)
            elif element.tag == w("tbl"):
                self.table(element)
            elif element.tag == w("sdt"):
                content = element.find(w("sdtContent"))
                self.story(content if content is not None else [])  # type: ignore[arg-type]
            elif element.tag in (w("ins"), w("customXml"), w("smartTag")):
                self.story(element)
            elif element.tag == w("bookmarkStart"):
                self._mark(element.get(w("name"), ""))

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

    def paragraph(self, element: Element) -> None:
        """Read one paragraph and the text boxes anchored in it."""
        found = self.paragraphs.read(element)
        self._warn(found)
        for name in found.bookmarks:
            self._mark(name)
        image = self.paragraphs.image(found)
        if image:
            self._picture(image)
        elif self.opened.own and self._own(found):
            pass
        elif found.style != SEPARATOR or found.text:
            self._foreign(found)
        for box in self.paragraphs.boxes(found):
            self.boxed = True
            self.story(box)
            self.boxed = False

    def _warn(self, found: Found) -> None:
        if found.revised:
            self.warnings.setdefault(N_("tracked changes were read as if they were accepted"))
        if found.numbered:
            self.warnings.setdefault(N_("automatic numbers of this Word file were not read"))

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
            self.add(text, words.inlines, words.judgement)
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
        self.lines.append(
            Line(text, at, inlines=inlines, block=block, given=given, **look)  # type: ignore[arg-type]
        )

    def _foreign(self, found: Found) -> None:
        """Add a paragraph nobody has said anything of: each of its lines by itself."""
        style = self.opened.styles.get(found.style, found.style)
        look = FoundLook(outline_level=found.outline_level)
        for line in found.text.split("\n"):
            self.add(line, None, None, style=style, look=look)

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

"""The text proper as paragraphs, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from drafter.formats.docx.names import BY_ROLE, OWN_NUMBER, POINT, RUN_IN_WORDS, SEPARATOR
from drafter.formats.docx.picture import drawing
from drafter.formats.docx.story import Story
from drafter.formats.docx.table import table_xml
from drafter.formats.docx.xml import paragraph, run
from drafter.model import Address, Block, Image, Para, Points, Section, Table
from drafter.model.ordinals import heading_mark
from drafter.model.shown import label_gap
from drafter.model.walk import SectionCount, point_labels


class Flow:
    """Writes blocks one after another; the last paragraph stays open for what runs on in it."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.done: list[str] = []
        self._style = ""  # of the open paragraph; empty: none is open
        self._properties = ""
        self._runs: list[str] = []
        self._marks = ""
        self._after_table = False
        self._new_page = False

    def mark(self, bookmark: str) -> None:
        """Put a bookmark at whatever is written next."""
        self._marks += bookmark

    def add(self, role: str, content: str, properties: str = "") -> None:
        """Begin a paragraph of a role."""
        self.close()
        page, marks = self._begin()
        self._style, self._properties = BY_ROLE[role].id, page + properties
        self._runs = [marks, content]

    def _begin(self) -> tuple[str, str]:
        """Give the page break and the bookmarks that wait for the next paragraph."""
        waiting = ("<w:pageBreakBefore/>" if self._new_page else "", self._marks)
        self._new_page, self._marks, self._after_table = False, "", False
        return waiting

    def _separate(self) -> None:
        """Write an empty paragraph of no height."""
        page, marks = self._begin()
        self.done.append(paragraph(SEPARATOR, marks, page))

    def raw(self, xml: str, *, table: bool = False) -> None:
        """Write block-level XML that no words run on from; two tables are kept apart."""
        self.close()
        if self._new_page or (table and self._after_table):
            self._separate()
        self.done += [self._marks, xml]
        self._marks, self._after_table = "", table

    def new_page(self) -> None:
        """Let the next paragraph begin a page."""
        self._new_page = True

    def close(self) -> None:
        """Let no more words run on in the last paragraph."""
        if self._style:
            self.done.append(paragraph(self._style, "".join(self._runs), self._properties))
        self._style = ""

    def finish(self) -> str:
        """End the last paragraph and give all that was written."""
        self.close()
        if self._marks or self._after_table or self._new_page:
            self._separate()
        return "".join(self.done)

    def blocks(self, blocks: Iterable[Block], role: str = "body") -> None:
        """Write blocks; ``role`` is that of their plain paragraphs."""
        count = SectionCount()
        for block in blocks:
            match block:
                case Para():
                    self.add(role, self.story.words(block))
                case Address():
                    self.add("address", self.story.words(block.text))
                case Points():
                    self._points(block, role)
                case Table():
                    self._table(block)
                case Image():
                    self._image(block)
                case Section():
                    self._section(block, count.label(block), role)
                case _:
                    assert_never(block)

    def _points(self, points: Points, role: str) -> None:
        for item, label in zip(points.items, point_labels(points), strict=True):
            if item.apart or not self._style:
                self.add(role, "")
            self._runs += [run(label, POINT), self.story.words(item.body)]
            for para in item.more:
                self.add("more", self.story.words(para))

    def _section(self, section: Section, label: str, role: str) -> None:
        kind = "run_in" if section.run_in else "heading"
        style = f"{RUN_IN_WORDS}{section.level}" if section.run_in else ""
        number = label + label_gap(label) if section.title else label
        words = number + section.title.text + section.stop
        found = heading_mark(words)
        numbered = run(number, style) if number else ""
        if (found.raw if found else "") != label:
            numbered = self.story.bookmark(OWN_NUMBER, numbered)
        stop = run(section.stop, style) if section.stop else ""
        self.add(f"{kind}{section.level}", numbered + self.story.words(section.title, style) + stop)
        first = section.blocks[0] if section.blocks else None
        if section.run_in and isinstance(first, Para):
            self._runs.append(self.story.words(first))
            self.blocks(section.blocks[1:], role)
        elif section.run_in:
            self.blocks(section.blocks, role)
        else:
            self.close()
            self.blocks(section.blocks, role)

    def _table(self, table: Table) -> None:
        if table.caption:
            self.add("table_caption", self.story.words(table.caption))
        self.raw(table_xml(table, self.story), table=True)

    def _image(self, image: Image) -> None:
        self.story.pictures.append(image)
        self.add("image", drawing(image, len(self.story.pictures), self.story.house))
        if image.caption:
            self.add("image_caption", self.story.words(image.caption))
        self.close()

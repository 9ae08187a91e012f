"""The text proper as paragraphs, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from drafter.formats.docx.names import (
    BY_ROLE,
    LANDSCAPE,
    OWN_NUMBER,
    POINT,
    RUN_IN_WORDS,
    SEPARATOR,
)
from drafter.formats.docx.picture import drawing, shown_mm
from drafter.formats.docx.static import page_twips, section
from drafter.formats.docx.story import Story
from drafter.formats.docx.table import columns, height_twips, table_xml
from drafter.formats.docx.xml import NOTHING, Setting, paragraph, run
from drafter.house.house import TWIPS_A_MM
from drafter.house.measure import text_width
from drafter.model import Address, Block, Gap, Image, Para, Points, Section, Table
from drafter.model.ordinals import heading_mark
from drafter.model.shown import label_gap
from drafter.model.walk import SectionCount, point_labels

_LONG_HEADING = 2  # lines; one that is longer may be parted by the page's end
_GRID_SLACK = 24  # twips a table or picture may be higher than reckoned
_TABLE_NOTES = ("注：", "备注：", "说明：", "填表说明：", "数据来源：", "资料来源：")


class Flow:
    """Writes blocks one after another; the last paragraph stays open for what runs on in it."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.done: list[str] = []
        self.landscape = False
        self.turned = False  # whether any page lies
        self.sections = 0  # ended so far
        self.headed = False  # whether a 版头 stands on page 1
        self.foot = ""  # a heading that need not stand on the page of what follows it
        self._style = ""  # of the open paragraph; empty: none is open
        self._setting = NOTHING
        self._runs: list[str] = []
        self._marks = ""
        self._after_table = False
        self._new_page = False
        self._begun = True  # whether a page has just begun
        self._before = 0

    def mark(self, bookmark: str) -> None:
        """Put a bookmark at whatever is written next."""
        self._marks += bookmark

    def add(self, role: str, content: str, setting: Setting = NOTHING) -> None:
        """Begin a paragraph of a role."""
        self.close()
        page, marks = self._begin()
        self._style = BY_ROLE[role].id
        self._setting = replace(
            setting, new_page=page.new_page, before=max(setting.before, page.before)
        )
        self._runs = [marks, content]

    def _begin(self) -> tuple[Setting, str]:
        """Give the page break, the space and the bookmarks that wait for the next paragraph."""
        waiting = Setting(new_page=self._new_page, before=self._before), self._marks
        self._new_page, self._marks, self._after_table = False, "", False
        self._before, self._begun = 0, False
        return waiting

    def separate(self, content: str = "", setting: Setting = NOTHING) -> None:
        """Write a paragraph of no height; it may anchor a box."""
        self.close()
        page, marks = self._begin()
        setting = replace(setting, new_page=page.new_page, before=page.before)
        self.done.append(paragraph(SEPARATOR, marks + content, setting))

    def raw(self, xml: str, *, table: bool = False) -> None:
        """Write block-level XML that no words run on from; two tables are kept apart."""
        self.close()
        if (
            self._new_page
            or (self._before and not self._after_table)
            or (table and self._after_table)
        ):
            self.separate()
        self.done += [self._marks, xml]
        self._marks, self._after_table, self._begun = "", table, False

    def keep(self) -> None:
        """Keep the open paragraph on the page of the one that follows."""
        self._setting = replace(self._setting, keep_next=True)

    def part(self, first: str, rest: str) -> None:
        """Part the open paragraph, which holds these words, in two that read as one."""
        self._runs[-1] = run(first)
        self.add("rest", run(rest))

    def space(self, lines: float) -> None:
        """Leave blank lines before the next paragraph."""
        self._before = round(lines * self.story.house.page.pitch_twips)

    def new_page(self) -> None:
        """Let the next paragraph begin a page."""
        self._new_page = not self._begun

    def turn(self, *, landscape: bool) -> None:
        """Go on on a page lying or upright; the section so far ends where that changes."""
        if landscape == self.landscape:
            return
        if self.done or self._style:
            ended = self.section()
            if self._style and not self._marks:
                self._setting = replace(self._setting, section=ended)
                self.close()
            else:
                self.separate(setting=Setting(section=ended))
            self.sections += 1
        self._new_page, self._begun, self.landscape = False, True, landscape
        self.turned |= landscape

    def section(self) -> str:
        """Write the properties of the section at hand."""
        first = not self.sections
        return section(self.story.house, landscape=self.landscape, first=first, headed=self.headed)

    def close(self) -> None:
        """Let no more words run on in the last paragraph."""
        if self._style:
            self.done.append(paragraph(self._style, "".join(self._runs), self._setting))
        self._style = ""

    def finish(self) -> str:
        """End the last paragraph and section and give all that was written."""
        self.close()
        if self._marks or self._after_table or self._new_page:
            self.separate()
        return "".join(self.done) + self.section()

    def blocks(self, blocks: Iterable[Block], role: str = "body") -> None:
        """Write blocks; ``role`` is that of their plain paragraphs."""
        count = SectionCount()
        for block in blocks:
            self._stand(block)
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

    def _stand(self, block: Block) -> None:
        """Stand upright again after a landscape table; its notes stay on its page."""
        lying = isinstance(block, Table) and block.landscape
        noted = isinstance(block, Para) and block.text.startswith(_TABLE_NOTES)
        if self.landscape and not (lying or noted or self._begun):
            self.turn(landscape=False)

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
        numbered = run(number, style) if number else ""
        if not _tells(words, label) or any(isinstance(i, Gap) for i in section.title.inlines):
            numbered = self.story.bookmark(OWN_NUMBER, numbered)
        stop = run(section.stop, style) if section.stop else ""
        long = text_width(section.title.text) > _LONG_HEADING * self.story.house.page.chars
        keeps = bool(section.blocks) and not long and words != self.foot
        free = not section.run_in and not keeps
        loose = Setting(keep_next=False if free else None)
        words = numbered + self.story.words(section.title, style) + stop
        self.add(f"{kind}{section.level}", words, loose)
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
        house = self.story.house
        if table.landscape:
            self.turn(landscape=True)
            self.mark(self.story.bookmark(LANDSCAPE))
        if table.caption:
            self.add("table_caption", self.story.words(table.caption))
        width = page_twips(house.page.turned() if self.landscape else house.page)
        widths = columns(table, house, width)
        self.raw(table_xml(table, self.story, widths), table=True)
        self._back_on_the_grid(height_twips(table, house, widths))

    def _image(self, image: Image) -> None:
        self.story.pictures.append(image)
        self.add("image", drawing(image, len(self.story.pictures), self.story.house))
        if image.caption:
            self.add("image_caption", self.story.words(image.caption))
        self.close()
        self._back_on_the_grid(round(shown_mm(image, self.story.house)[1] * TWIPS_A_MM))

    def _back_on_the_grid(self, twips: int) -> None:
        """Let the text go on on the lines of the page after something of another height (5.2.3)."""
        self._before = max(-twips % self.story.house.page.pitch_twips - _GRID_SLACK, 0)


def _tells(words: str, label: str) -> bool:
    """Tell whether a heading's words say by themselves what of them is its number."""
    found = heading_mark(words)
    return (found.raw if found else "") == label

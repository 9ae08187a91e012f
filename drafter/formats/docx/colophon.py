"""版记: copies and printing, in a box on the lower edge of the last page (GB/T 9704-2012 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.layout import cell, layout_table, row
from drafter.formats.docx.names import BY_ROLE, FIXED, PRINT_DATE, SEPARATOR
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips, indents
from drafter.formats.docx.width import text_width
from drafter.formats.docx.xml import HIDDEN, Setting, element, paragraph, run
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document, Para
from drafter.model.fixed import COPIES, PRINTED, RECIPIENTS
from drafter.model.shown import prefix

_LINE = 480  # height of a line of the 版记, in twips
_SLACK = 50
_COPIES = 3  # 抄送： in 字


def colophon(flow: Flow, document: Document, recipients: Sequence[Para] = ()) -> None:
    """Write the 版记; without anything to say there is none.

    ``recipients`` are those page 1 has no room for (7.3.2). A letter shows no printing line
    (10.1): its words are kept unshown.
    """
    shown = flow.story.house.masthead.form != "letter"
    rows = [*_copies(flow, document, recipients), *_printing(flow, document, shown=shown)]
    if not rows:
        return
    flow.turn(landscape=False)
    house = flow.story.house
    most = int(house.page.text_height_mm * TWIPS_A_MM)
    if sum(lines for _, lines in rows) * _LINE + _SLACK > most:
        for xml, _ in rows:  # no page holds it: as lines of the text it is at least read
            flow.raw(xml)
        return
    width = page_twips(house.page)
    height = sum(lines for _, lines in rows) * _LINE + _SLACK
    bottom = Spot("margin", align="bottom")
    shape = Box("版记", Spot("margin", align="center"), bottom, width, height, anchor="b")
    flow.separate(box(shape, _table(house, rows, width), flow.story.drawing()))


def plain_colophon(flow: Flow, document: Document) -> None:
    """Write what an attachment has of a 版记 as lines of its text."""
    rows = [*_copies(flow, document), *_printing(flow, document, shown=True)]
    for xml, _ in rows:
        flow.raw(xml)


def _copies(
    flow: Flow, document: Document, recipients: Sequence[Para] = ()
) -> list[tuple[str, int]]:
    """Give each line of recipients and copies with how many lines it will take (7.4.2)."""
    house = flow.story.house
    look = house.looks["copies"]
    char = char_twips(house, look.size_pt)
    room = page_twips(house.page) / char - look.left_chars - look.right_chars - _COPIES
    found = []
    listed = [("recipients", RECIPIENTS, line) for line in recipients]
    listed += [("copies", prefix(COPIES, line), line) for line in document.copies]
    for role, word, copies in listed:
        left = look.left_chars + _COPIES
        indent = indents(house, look, left=left, hanging=_COPIES)
        lines = -(-max(text_width(copies.text), 1) // room)
        words = (run(word, FIXED) if word else "") + flow.story.words(copies)
        found.append(
            (paragraph(BY_ROLE[role].id, words, Setting(line=_LINE, indent=indent)), int(lines))
        )
    together = len(recipients) + 1  # no rule between recipients and copies
    first = found[:together] if recipients else found[:1]
    rows = [("".join(xml for xml, _ in first), sum(lines for _, lines in first))]
    return [*(rows if first else []), *found[len(first) :]]


def _printing(flow: Flow, document: Document, *, shown: bool) -> list[tuple[str, int]]:
    """Give the line that tells who printed it and when (7.4.3)."""
    if not (document.printer or document.print_date):
        return []
    house = flow.story.house
    look = house.looks["printer"]
    right = page_twips(house.page) - round(look.right_chars * char_twips(house, look.size_pt))
    tabs = element("tab", val="right", pos=right)
    hidden = "" if shown else HIDDEN
    words = flow.story.words(document.printer, extra=hidden)
    if document.print_date:
        words += run("\t", FIXED, hidden)
        words += flow.story.words(document.print_date, PRINT_DATE, hidden)
        words += run(PRINTED, FIXED, hidden)
    setting = Setting(tabs=tabs, line=_LINE, indent=indents(house, look, right=0))
    return [(paragraph(BY_ROLE["printer"].id, words, setting), int(shown))]


def _table(house: House, rows: list[tuple[str, int]], width: int) -> str:
    """Write the rows between lines, those outside thicker (7.4.1), and what ends the box."""
    rules = house.rules
    weights = dict(top=rules.tail_outer_pt, bottom=rules.tail_outer_pt, insideH=rules.tail_inner_pt)
    lines = "".join(
        element(side, val="single", sz=round(pt * 8), space=0, color="auto")
        for side, pt in weights.items()
    )
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if rules.tail_lines else ""
    body = "".join(row(cell(width, xml), count * _LINE) for xml, count in rows)
    return layout_table((width,), body, borders) + paragraph(SEPARATOR, "")

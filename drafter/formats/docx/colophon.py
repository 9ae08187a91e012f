"""版记: copies and printing, in a box on the lower edge of the last page (GB/T 9704-2012 7.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.layout import cell, layout_table, row
from drafter.formats.docx.lines import line_count
from drafter.formats.docx.names import BY_ROLE, FIXED, PRINT_DATE, SEPARATOR, UNSHOWN
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips, indents
from drafter.formats.docx.xml import HIDDEN, Setting, element, paragraph, run
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document, Para, Text
from drafter.model.fixed import COPIES, PRINTED, RECIPIENTS
from drafter.model.shown import prefix

_LINE = 480  # height of a line of the 版记, in twips
_SLACK = 50
_COPIES = 3  # 抄送： in 字
_COLON = "："
_LONG = 3  # lines; of words that take more one may have been missed


class _Row(NamedTuple):
    """A row of the 版记: its paragraphs, and how many lines they take (0: not shown)."""

    xml: str
    lines: int


def colophon(flow: Flow, document: Document, recipients: Sequence[Para] = ()) -> None:
    """Write the 版记; without anything to say there is none.

    ``recipients`` are those page 1 has no room for (7.3.2). A letter shows no printing line
    (10.1): its words are kept unshown. Rows that no page holds are written as lines of the text,
    where they are at least read: first those of the recipients, then all.
    """
    shown = flow.story.house.masthead.form != "letter"
    moved = _listed(flow, [("recipients", RECIPIENTS, line) for line in recipients])
    copies = _listed(flow, [("copies", prefix(COPIES, line), line) for line in document.copies])
    rows = [*copies, *_printing(flow, document, shown=shown)]
    if not (rows or moved):
        return
    flow.turn(landscape=False)
    if moved and _height([*moved, *rows]) <= _most(flow.story.house):
        together = [*moved, *copies[:1]]  # no rule between recipients and copies
        first = _Row("".join(xml for xml, _ in together), sum(lines for _, lines in together))
        rows = [first, *rows[len(copies[:1]) :]]
    elif moved:
        _as_text(flow, moved)
    if _height(rows) <= _most(flow.story.house):
        _boxed(flow, rows)
    else:
        _as_text(flow, rows)


def plain_colophon(flow: Flow, document: Document) -> None:
    """Write what an attachment has of a 版记 as lines of its text."""
    copies = [("copies", prefix(COPIES, line), line) for line in document.copies]
    _as_text(flow, [*_listed(flow, copies), *_printing(flow, document, shown=True)])


def _height(rows: Sequence[_Row]) -> int:
    return sum(lines for _, lines in rows) * _LINE + _SLACK


def _most(house: House) -> int:
    return int(house.page.text_height_mm * TWIPS_A_MM)


def _as_text(flow: Flow, rows: Sequence[_Row]) -> None:
    for xml, _ in rows:
        flow.raw(xml)


def _boxed(flow: Flow, rows: Sequence[_Row]) -> None:
    if not rows:
        return
    house = flow.story.house
    width = page_twips(house.page)
    bottom = Spot("margin", align="bottom")
    shape = Box("版记", Spot("margin", align="center"), bottom, width, _height(rows), anchor="b")
    flow.separate(box(shape, _table(house, rows, width), flow.story.drawing()))


def _listed(flow: Flow, listed: Sequence[tuple[str, str, Para]]) -> list[_Row]:
    """Give a row for each line of recipients or copies, turned lines under the first name (7.4.2).

    ``listed`` are the role, the word before the line and its words.
    """
    house = flow.story.house
    look = house.looks["copies"]
    room = page_twips(house.page) / char_twips(house, look.size_pt)
    room -= look.left_chars + look.right_chars + _COPIES
    indent = indents(house, look, left=look.left_chars + _COPIES, hanging=_COPIES)
    found = []
    for role, word, line in listed:
        words = (run(word, FIXED) if word else "") + _stopped(flow, line)
        xml = paragraph(BY_ROLE[role].id, words, Setting(line=_LINE, indent=indent))
        lines = line_count(line.text, room)
        found.append(_Row(xml, lines + (lines > _LONG)))
    return found


def _stopped(flow: Flow, line: Para) -> str:
    """Write a line's words; recipients that ended in a colon end here as copies do (7.4.2)."""
    last = line.inlines[-1] if line.inlines else None
    if not (isinstance(last, Text) and last.text.endswith(_COLON)):
        return flow.story.words(line)
    words = Para((*line.inlines[:-1], Text(last.text[:-1])))
    return flow.story.words(words) + run(_COLON, UNSHOWN) + run("。", FIXED)


def _printing(flow: Flow, document: Document, *, shown: bool) -> list[_Row]:
    """Give the line that tells who printed it and when (7.4.3)."""
    if not (document.printer or document.print_date):
        return []
    house = flow.story.house
    look = house.looks["printer"]
    char, width = char_twips(house, look.size_pt), page_twips(house.page)
    hidden = "" if shown else HIDDEN
    words = flow.story.words(document.printer, extra=hidden)
    said = ""
    if document.print_date:
        words += run("\t", FIXED, hidden)
        words += flow.story.words(document.print_date, PRINT_DATE, hidden)
        words += run(PRINTED, FIXED, hidden)
        said = "\u3000" + document.print_date.text + PRINTED
    tabs = element("tab", val="right", pos=width - round(look.right_chars * char))
    setting = Setting(tabs=tabs, line=_LINE, indent=indents(house, look, right=0))
    lines = line_count(document.printer.text + said, width / char - look.left_chars)
    return [_Row(paragraph(BY_ROLE["printer"].id, words, setting), lines if shown else 0)]


def _table(house: House, rows: Sequence[_Row], width: int) -> str:
    """Write the rows between lines, those outside thicker (7.4.1), and what ends the box."""
    rules = house.rules
    weights = dict(top=rules.tail_outer_pt, bottom=rules.tail_outer_pt, insideH=rules.tail_inner_pt)
    lines = "".join(
        element(side, val="single", sz=round(pt * 8), space=0, color="auto")
        for side, pt in weights.items()
    )
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if rules.tail_lines else ""
    body = "".join(row(cell(width, xml), lines * _LINE, exact=not lines) for xml, lines in rows)
    return layout_table((width,), body, borders) + paragraph(SEPARATOR, "")

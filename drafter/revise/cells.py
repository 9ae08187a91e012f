"""Tables that lay out a 版头 or a 版记: their cells hold elements of the page, no data."""

from __future__ import annotations

import re

from drafter.model import Span
from drafter.reading.alone import frame_element
from drafter.reading.line import Line
from drafter.revise.ooxml import Element, number_of, of_most_words, runs, text, text_of, w
from drafter.revise.roles import style_role
from drafter.revise.stylesheet import Sheet, size_of

_RED = re.compile("[C-F][0-9A-F][0-4][0-9A-F][0-4][0-9A-F]", re.IGNORECASE)
_LARGE = 44  # half points: an organ's mark, no words of a table, is as large
_HEAD = ("number", "secrecy", "urgency", "copy_number")
_TAIL = ("copies", "printer")


def frame_roles(tables: list[Element], sheet: Sheet) -> dict[Element, str]:
    """Give the role of each paragraph of such tables: the first of a file, and the last."""
    found: dict[Element, str] = {}
    for table in tables[:1]:
        if not _words_beside(table, before=True):
            found |= _of_head(table, sheet)
    for table in tables[-1:]:
        if not _words_beside(table, before=False):
            found |= _of_tail(table)
    return found


def _of_head(table: Element, sheet: Sheet) -> dict[Element, str]:
    """Give the roles of a 版头; nothing where no organ's mark stands in it."""
    found = {paragraph: _alone(paragraph) for paragraph in table.iter(w("p"))}
    large = {paragraph for paragraph in found if is_mark(paragraph, sheet)}
    if not large:
        return {}
    return {
        paragraph: "masthead" if paragraph in large else role
        for paragraph, role in found.items()
        if paragraph in large or role in _HEAD
    }


def _of_tail(table: Element) -> dict[Element, str]:
    """Give the roles of a 版记; the cell beside a day of printing tells who printed."""
    found: dict[Element, str] = {}
    for row in table.iter(w("tr")):
        own = {paragraph: _alone(paragraph) for paragraph in row.iter(w("p"))}
        roles = [role for role in own.values() if role in _TAIL]
        if roles:
            found |= {
                paragraph: role if role in _TAIL else roles[0] for paragraph, role in own.items()
            }
    return found


def _alone(paragraph: Element) -> str:
    words = text(paragraph)
    return style_role(frame_element(Line(words, Span(0, len(words)))))


def is_mark(paragraph: Element, sheet: Sheet) -> bool:
    """Tell whether a paragraph looks like an organ's mark: large, and red as nothing else is."""
    words = text(paragraph).strip()
    return bool(words) and _size(paragraph, sheet) >= _LARGE and _is_red(paragraph, sheet)


def _is_red(paragraph: Element, sheet: Sheet) -> bool:
    style = text_of(paragraph.find(w("pPr")), "pStyle")
    said = [text_of(run.find(w("rPr")), "color") for run in runs(paragraph)]
    said += [text_of(worn.find(w("rPr")), "color") for worn in sheet.chain(style)]
    return any(_RED.fullmatch(colour) for colour in said)


def _size(paragraph: Element, sheet: Sheet) -> int:
    """Give the size of most of a paragraph's words, in half points."""
    style = text_of(paragraph.find(w("pPr")), "pStyle") or sheet.default()
    usual = size_of(sheet, style)
    sizes = {run: text_of(run.find(w("rPr")), "sz") or usual for run in runs(paragraph)}
    return number_of(of_most_words(sizes))


def _words_beside(table: Element, *, before: bool) -> bool:
    blocks = table.itersiblings(preceding=before)
    return any(text(p).strip() for block in blocks for p in block.iter(w("p")))

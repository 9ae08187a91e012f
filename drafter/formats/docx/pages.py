"""How the pages will fall, counted in lines before they are set: what the layout must know ahead.

The count is that of the standard's page, 22 lines of 28 characters (5.2.3), which this layout
keeps. Of texts of two pages it is exact but for rare widths; of longer ones, and of those with
tables and pictures, it may be some lines out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from math import ceil
from operator import itemgetter
from typing import NamedTuple

from drafter.formats.docx.lines import line_count, line_starts
from drafter.formats.docx.signature import height
from drafter.formats.text import Lines
from drafter.house import House
from drafter.model import Block, Document, Image, Para, Section, Table, Text
from drafter.model.shown import attachment_notes
from drafter.model.walk import blocks

_SHORT = 4  # lines of a paragraph that may go to the next page whole without need
_WHOLE = 8  # … that goes whole where some must go: a part of a paragraph stands without indent
_LEAST_BLANK = 1  # lines between text and name
_MOVED = (2, 1, 3)  # lines of a longer one that go, the best number first
_COPIES = 5  # 字 of a line of the 版记: its edges and 抄送：
_SMALL = 0.85  # of a line of the text: one of the 版记
_SURE = 2  # pages
_PAGES_A_LINE = 3  # of longer texts; it may be out by a line
_SPACE = re.compile(r"\s")


class Ending(NamedTuple):
    """How name and date get a page with text on it, as 7.3.5.5 wants them.

    ``blank`` lines stand above them. If they go to the next page, the last paragraph goes along,
    whole (``keep``) or parted in two (``parts``): Word and WPS would part it by themselves,
    LibreOffice parts none that is kept with the next. Rows of seals stay ``together`` unless a page
    does not hold them with the end of the text and the 版记.
    """

    blank: float
    keep: bool = False
    parts: tuple[str, str] | None = None
    together: bool = True


class _Count(NamedTuple):
    """Where the text ends, in lines from the top of page 1; the lines of its last paragraph.

    ``foot`` are the words of the heading at the foot of page 1, if one stands there.
    """

    end: int
    last: int
    foot: str = ""


def page_count(document: Document, house: House) -> int:
    """Count the pages of a text without 版头 and attachments, about."""
    front = (document.title, *document.subtitle, *document.byline, *document.dateline)
    looks = ("title", "subtitle", "byline", "dateline")
    blank = sum(round(house.looks[name].before_lines) for name in looks if getattr(document, name))
    above = blank + len([para for para in front if para.text])
    if document.title.text and document.title.text.strip():
        size = house.looks["title"].size_pt / house.looks["body"].size_pt
        above += line_count(document.title.text, house.page.chars / size) - 1
    end = _text(document, house, above).end + len(document.salutation)
    return max(ceil(end / house.page.lines), 1)


def holds_recipients(document: Document, house: House, above: int) -> bool:
    """Tell whether page 1 holds some text under the recipients (7.3.2, 7.3.3).

    ``above`` are the lines that stand above them.
    """
    if not (document.masthead and document.salutation):
        return True
    blank = round(house.looks["salutation"].before_lines)
    recipients = sum(line_count(line.text, house.page.chars) for line in document.salutation)
    return above + blank + recipients + 1 <= house.page.lines


def heading_at_foot(document: Document, house: House, above: int) -> str:
    """Give the words of the heading that ends page 1 of two, where the text goes on on the next.

    It stays there: with it gone the only full page would hold a line less than its 22 (5.2.3).
    """
    return _text(document, house, above).foot


def ending(document: Document, house: House, above: int, *, addressed: bool) -> Ending:
    """Tell how a document ends whose text begins under ``above`` lines of page 1.

    ``addressed`` tells that those addressed stand there and not in the 版记.
    """
    blank, page = house.signature.before_lines, house.page.lines
    text = _text(document, house, above)
    needed = _notes(document, house) + height(document, house) + len(document.notes)
    missing = needed - -text.end % page
    unsure = _unsure(document, text, page)
    if missing <= -unsure or not (document.signature or document.date):
        return Ending(blank)
    small = _colophon(document, house, addressed=addressed)
    if needed + min(text.last, _WHOLE) + small > page:
        return Ending(blank, together=False)
    start = text.end - text.last
    alone = above == start < page  # the only text of page 1, which must show some (7.3.3)
    if unsure:
        most = _WHOLE if missing > unsure else _SHORT
        return Ending(blank, keep=text.last <= most and not alone)
    if missing <= blank - _LEAST_BLANK:
        return Ending(blank - missing)
    if text.last <= _WHOLE and not alone:
        return Ending(blank, keep=True)
    parts = _parts(_last_para((*document.body, *document.closing)), house)
    return Ending(blank, keep=not alone and not parts, parts=parts)


def _colophon(document: Document, house: House, *, addressed: bool) -> float:
    """Count the lines of the text that the 版记 takes, about."""
    listed = [*document.copies, *(() if addressed else document.salutation)]
    chars = house.page.chars * house.looks["body"].size_pt / house.looks["copies"].size_pt
    lines = sum(line_count(line.text, chars - _COPIES) for line in listed)
    return (lines + bool(document.printer or document.print_date)) * _SMALL


def _unsure(document: Document, text: _Count, page: int) -> int:
    """Give how many lines the count may be out."""
    found = blocks((*document.body, *document.closing))
    if any(isinstance(block, Table | Image) for block in found):
        return page
    pages = text.end // page
    return 0 if pages <= _SURE else ceil(pages / _PAGES_A_LINE)


def _text(document: Document, house: House, above: int) -> _Count:
    """Count the lines of the text, a heading at a page's foot with those it leaves free."""
    page = house.page
    first = house.looks["body"].first_chars
    foot, kept = "", 0
    end, last = above, 0
    for words, heads in _paragraphs(document):
        last = line_count(words, page.chars, first)
        if heads and end + last == page.lines:
            foot, kept = words, last
        elif heads and (end + last) % page.lines == 0:
            end += last
        end += last
    if end <= _SURE * page.lines:
        return _Count(end, last, foot)
    return _Count(end + kept, last)


def _paragraphs(document: Document) -> Iterator[tuple[str, bool]]:
    for part in (document.body, document.closing):
        yield from Lines().paragraphs(part)


def _notes(document: Document, house: House) -> int:
    """Count the lines of the 附件说明 and the blank one above (7.3.4)."""
    look = house.looks["attachment_list"]
    found = attachment_notes(document)
    lines = (line_count(note.name.text, house.page.chars - look.left_chars - 4) for note in found)
    return sum(lines) + (round(look.before_lines) if found else 0)


def _last_para(found: tuple[Block, ...]) -> Para | None:
    """Give the paragraph the text ends with, if it is one by itself."""
    last = found[-1] if found else None
    if isinstance(last, Section):
        return None if last.run_in and len(last.blocks) == 1 else _last_para(last.blocks)
    return last if isinstance(last, Para) else None


def _parts(para: Para | None, house: House) -> tuple[str, str] | None:
    """Part a paragraph before its last lines, where engines begin a line alike if there is such.

    Elsewhere Word ends the first part in a line that is not full.
    """
    if para is None or not all(isinstance(inline, Text) for inline in para.inlines):
        return None
    text, most = para.text, house.page.chars
    first = house.looks["body"].first_chars
    starts = line_starts(text, most, first)
    hanging = [*line_starts(text, most, first, hanging=True), len(text)]
    found = [
        (hanging[bisect_left(hanging, at)] - at, at)
        for at in (starts[-moved] for moved in _MOVED if moved < len(starts))
        if not _SPACE.search(text[at - 1 : at + 1])
    ]
    at = min(found, key=itemgetter(0), default=(0, 0))[1]
    return (text[:at], text[at:]) if at else None

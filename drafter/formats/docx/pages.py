"""How the pages will fall, counted in lines before they are set: what the layout must know ahead.

The count is that of the standard's page, 22 lines of 28 characters (5.2.3), which this layout
keeps; tables and pictures are beyond it. It may be a line or two out, and is used accordingly.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from drafter.formats.docx.head import UNDER_TITLE
from drafter.formats.docx.mark import line_twips, mark_size
from drafter.formats.docx.signature import height
from drafter.formats.docx.width import text_width
from drafter.formats.text import Lines
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document, Image, Para, Table
from drafter.model.shown import attachment_notes
from drafter.model.walk import blocks

_NUMBER_AND_RULE = 1.3  # lines
_UNSURE = 2  # lines the count may be out
_SHORT = 4  # lines of a paragraph that may go to the next page whole


class Pages(NamedTuple):
    """What can be foreseen.

    ``room``: page 1 holds some text under the recipients (7.3.3). ``several``: more than two
    pages. ``tight``: name and date may find no room on the page where the text ends, and its last
    paragraph is short enough to go with them (7.3.5.5): LibreOffice parts none that is kept with
    the next.
    """

    room: bool
    several: bool
    tight: bool


def foresee(document: Document, house: House) -> Pages:
    """Count the lines of a document."""
    page = house.page.lines
    masthead = _masthead(document, house)
    recipients = _height(document.salutation, house)
    head = masthead + _title(document, house)
    room = not (masthead and recipients) or head + recipients + 1 <= page
    end = head + (recipients if room else 0)
    drawn = any(
        isinstance(block, Table | Image) for block in blocks((*document.body, *document.closing))
    )
    last = 0
    for text in (*Lines().blocks(document.body), *Lines().blocks(document.closing)):
        last = _lines(text_width(text), house, house.looks["body"].first_chars)
        end += last
    notes = attachment_notes(document)
    end += len(notes) + (house.looks["attachment_list"].before_lines if notes else 0)
    left = page - end % page
    several = end > 2 * page
    signed = bool(document.signature or document.date) and last <= _SHORT
    tight = several or (not drawn and left < height(document, house) + _UNSURE)
    return Pages(room, several, signed and tight)


def _masthead(document: Document, house: House) -> float:
    """Give the lines down to the title."""
    form, page = house.masthead, house.page
    if form.form == "none" or not document.masthead:
        return 0
    organs = 1 if form.form == "letter" else len(document.masthead)
    top = form.top_mm - (page.top_mm if form.form == "letter" else 0)
    mark = top * TWIPS_A_MM + organs * line_twips(mark_size(document, house))
    lines = mark / page.pitch_twips + house.looks["number"].before_lines + _NUMBER_AND_RULE
    return lines + house.looks["title"].before_lines


def _title(document: Document, house: House) -> float:
    """Give the lines of the title, those under it and the blank one below."""
    size = house.looks["title"].size_pt
    across = house.page.text_width_mm * 72 / 25.4 / size
    lines: float = ceil(text_width(document.title.text) / across)
    lines += sum(_height(getattr(document, role), house) for role in UNDER_TITLE)
    return lines + (house.looks["salutation"].before_lines if lines else 0)


def _height(lines: tuple[Para, ...], house: House) -> int:
    return sum(_lines(text_width(line.text), house) for line in lines)


def _lines(width: float, house: House, first: float = 0) -> int:
    return max(ceil((first + width) / house.page.chars), 1)

"""Whether the first page has room for some of the text, as 7.3.3 wants it to."""

from __future__ import annotations

from math import ceil

from drafter.formats.docx.mark import line_twips, mark_size
from drafter.formats.docx.width import text_width
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document

_NUMBER_AND_RULE = 1.3  # lines


def has_room(document: Document, house: House) -> bool:
    """Tell whether the recipients leave room for text on page 1; else they go to the 版记 (7.3.2).

    Only a 版头 takes so much of the page; lines are counted at their full width.
    """
    if not (document.masthead and document.salutation) or house.masthead.form == "none":
        return True
    page, looks = house.page, house.looks
    organs = 1 if house.masthead.form == "letter" else len(document.masthead)
    mark = organs * line_twips(mark_size(document, house))
    top = house.masthead.top_mm * TWIPS_A_MM
    if house.masthead.form == "letter":
        top -= page.top_mm * TWIPS_A_MM
    used = (top + mark) / page.pitch_twips
    used += looks["number"].before_lines + _NUMBER_AND_RULE + looks["title"].before_lines
    across = page.text_width_mm * 72 / 25.4 / looks["title"].size_pt
    used += max(ceil(text_width(document.title.text) / across), 1)
    used += looks["salutation"].before_lines
    used += sum(ceil(text_width(line.text) / page.chars) for line in document.salutation)
    return used + 1 <= page.lines

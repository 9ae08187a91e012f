"""发文机关标志: how large, and where its ink stands."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import FIXED
from drafter.formats.docx.xml import Setting, element, run
from drafter.house import House
from drafter.house.measure import text_width
from drafter.model import Document, Para

_LINE_TO_SIZE = 900 / 840  # of the mark's exact line to its size
_INK_TOP = 0.838  # of the size: how far the ink of a Han character rises above its baseline
_INK_FOOT = 0.09  # … and how far it goes below
_BASELINE = 0.8  # of an exact line: where the baseline stands
_LEAST_PT = 16
_REST_LINES = 10  # of page 1, for number, title, whom it addresses and the first of the text
GAP = 0.5  # between the names of a joint mark and the word beside them, in 字 of its size


def mark_size(document: Document, house: House) -> float:
    """Give the size of the mark in points: the house's, or what page 1 has room for (7.2.4)."""
    look, word = house.looks["masthead"], house.masthead.word
    organs = document.masthead if house.masthead.form != "letter" else document.masthead[:1]
    names = max(text_width(line.text.removesuffix(word)) for line in organs)
    ends = text_width(word) + (GAP if len(organs) > 1 and word else 0)
    wide = house.page.text_width_mm * 72 / 25.4 / (names + ends)
    room = house.page.text_height_mm - house.masthead.top_mm
    room -= _REST_LINES * house.page.text_height_mm / house.page.lines
    high = room * 72 / 25.4 / (len(organs) * _LINE_TO_SIZE)
    return max(min(look.size_pt, int(wide * 2) / 2, int(high)), min(_LEAST_PT, look.size_pt))


def line_twips(size: float) -> int:
    """Give the height of a line of the mark."""
    return round(size * 20 * _LINE_TO_SIZE)


def ink_top(size: float) -> int:
    """Give how far the ink stands below the upper edge of its line, in twips."""
    return round(_BASELINE * line_twips(size) - _INK_TOP * size * 20)


def ink_foot(size: float) -> int:
    """Give how far the ink stands above the lower edge of its line, in twips."""
    return round((1 - _BASELINE) * line_twips(size) - _INK_FOOT * size * 20)


def sized(house: House, size: float) -> str:
    """Write the run properties of a size other than the house's."""
    if size == house.looks["masthead"].size_pt:
        return ""
    return element("sz", val=int(size * 2)) + element("szCs", val=int(size * 2))


def plain_mark(flow: Flow, organs: Sequence[Para], size: float, top: int, word: str) -> None:
    """Write a mark line by line, its ink ``top`` twips below what stands before it."""
    house = flow.story.house
    extra = sized(house, size)
    for count, organ in enumerate(organs):
        before = max(top - ink_top(size), 0) if not count else 0
        words = flow.story.words(organ, extra=extra)
        if word and not organ.text.endswith(word):
            words += run(word, FIXED, extra)
        flow.add("masthead", words, Setting(before=before, line=line_twips(size)))

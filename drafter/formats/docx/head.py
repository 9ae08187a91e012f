"""What stands before the text: 版头, title, the lines under it, whom it addresses."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.lines import line_count
from drafter.formats.docx.masthead import masthead
from drafter.formats.docx.title import balanced
from drafter.formats.docx.xml import Setting
from drafter.house import House
from drafter.model import Document, Para

_BALANCED = ("subtitle", "preamble")  # of the lines under a title, those of the middle
UNDER_TITLE = ("subtitle", "preamble", "byline", "dateline")


def head(flow: Flow, document: Document) -> int:
    """Write everything above the recipients; give how many lines of the page it takes."""
    lines = 0
    if document.mark:
        flow.add("mark", flow.story.words(document.mark))
        lines += 1
    house = flow.story.house
    used = masthead(flow, document)
    flow.headed = bool(document.masthead)
    before = _on_the_grid(used, house) if used else 0
    lines += round(used / house.page.pitch_twips + before)
    if document.title:
        lines += title(flow, document.title, before)
    elif used:
        flow.space(before)
    return lines + under_title(flow, document)


def _on_the_grid(used: int, house: House) -> float:
    """Give the lines left free under a 版头, so that the text below stands on the page's lines.

    The mark and the rules are placed in millimetres (7.2); without this the page would hold a
    line less than its 22 (5.2.3).
    """
    lines = house.looks["title"].before_lines
    over = used / house.page.pitch_twips
    missing = round(over) - over
    return max(lines + missing, 0.0)


def under_title(flow: Flow, document: Document) -> int:
    """Write the lines between title and recipients; give how many lines of the page they take."""
    lines = 0
    for role in UNDER_TITLE:
        for line in getattr(document, role):
            if role in _BALANCED:
                words, count = balanced(flow, role, line)
            else:
                words = flow.story.words(line)
                count = line_count(line.text, flow.story.house.page.chars)
            flow.add(role, words)
            lines += count
    return lines


def addressee(flow: Flow, document: Document, *, here: bool = True) -> int:
    """Write whom it addresses, unless that is to stand elsewhere, after a blank line.

    7.3.2 asks for that line before the recipients; texts without them have it by custom. Gives
    how many lines of the page it takes.
    """
    house = flow.story.house
    named = document.title or any(getattr(document, role) for role in UNDER_TITLE)
    shown = document.salutation if here else ()
    lines = round(house.looks["salutation"].before_lines) if named or shown else 0
    if shown:
        for line in shown:
            flow.add("salutation", flow.story.words(line))
            lines += line_count(line.text, house.page.chars)
    elif named:
        flow.space(lines)
    return lines


def title(flow: Flow, para: Para, before_lines: float) -> int:
    """Write a title in balanced lines (7.3.1); give how many they are."""
    before = round(before_lines * flow.story.house.page.pitch_twips)
    words, lines = balanced(flow, "title", para)
    flow.add("title", words, Setting(before=before))
    return lines

"""What stands before the text: 版头, title, the lines under it, whom it addresses."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.masthead import masthead
from drafter.formats.docx.title import balanced
from drafter.formats.docx.xml import Setting
from drafter.house import House
from drafter.model import Document, Para

UNDER_TITLE = ("subtitle", "preamble", "byline", "dateline")


def head(flow: Flow, document: Document, *, addressed: bool) -> None:
    """Write everything down to the salutation, unless that is to stand elsewhere."""
    if document.mark:
        flow.add("mark", flow.story.words(document.mark))
    house = flow.story.house
    used = masthead(flow, document)
    flow.headed = bool(document.masthead)
    before = _on_the_grid(used, house) if used else 0
    if document.title:
        title(flow, document.title, before)
    elif used:
        flow.space(before)
    under_title(flow, document, addressed=addressed)


def _on_the_grid(used: int, house: House) -> float:
    """Give the lines left free under a 版头, so that the text below stands on the page's lines.

    The mark and the rules are placed in millimetres (7.2); without this the page would hold a
    line less than its 22 (5.2.3).
    """
    lines = house.looks["title"].before_lines
    over = used / house.page.pitch_twips
    missing = round(over) - over
    return max(lines + missing, 0.0)


def under_title(flow: Flow, document: Document, *, addressed: bool = True) -> None:
    """Write the lines between title and text, then whom it addresses; a blank line before either.

    7.3.2 asks for that line before the recipients; texts without them have it by custom.
    """
    for role in UNDER_TITLE:
        for line in getattr(document, role):
            flow.add(role, flow.story.words(line))
    for line in document.salutation if addressed else ():
        flow.add("salutation", flow.story.words(line))
    named = document.title or any(getattr(document, role) for role in UNDER_TITLE)
    if named and not (document.salutation and addressed):
        flow.space(flow.story.house.looks["salutation"].before_lines)


def title(flow: Flow, para: Para, before_lines: float) -> None:
    """Write a title in balanced lines (7.3.1)."""
    before = round(before_lines * flow.story.house.page.pitch_twips)
    flow.add("title", balanced(flow, para), Setting(before=before))

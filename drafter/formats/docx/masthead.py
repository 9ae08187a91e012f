"""版头: copy number, secrecy, urgency, the organ's mark, document number, signers, the red rule."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.joint import joint_mark
from drafter.formats.docx.letterhead import letterhead
from drafter.formats.docx.mark import ink_top, mark_of, plain_mark
from drafter.formats.docx.names import FIXED, NUMBER, SIGNER
from drafter.formats.docx.signers import signer_rows, upward_lines
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import TINY
from drafter.formats.docx.xml import Setting, element, run
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import ELEMENT_NAMED, Document, kind_named, lines_of
from drafter.model.fixed import SIGNERS

_CORNER = ("copy_number", "secrecy", "urgency")
_RULE_SPACE_PT = 4.4  # from the ink of a line of text to the lower edge of its exact line


def masthead(flow: Flow, document: Document) -> int:
    """Write the 版头; give how much of the page it takes, in twips, 0 where there is none."""
    house = flow.story.house
    form = house.masthead.form
    corner = [role for role in _CORNER if getattr(document, role)]
    if form == "letter" and document.masthead:
        used = letterhead(flow, document)
        return used + _letter_lines(flow, document, corner) * house.page.pitch_twips
    for role in corner:
        flow.add(role, flow.story.words(getattr(document, role)))
    used = len(corner) * house.page.pitch_twips
    if document.masthead:
        used = _mark(flow, document, len(corner))
    used += _number(flow, document)
    return used if document.masthead or document.number else 0


def plain_masthead(flow: Flow, document: Document) -> None:
    """Write what an attachment has of a 版头, one line each: it is laid out as text."""
    for role in (*_CORNER, "masthead", "number"):
        for line in lines_of(document, ELEMENT_NAMED[role]):
            flow.add(role, flow.story.words(line))
    _plain_signers(flow, document)


def _plain_signers(flow: Flow, document: Document) -> None:
    for signer in document.signers:
        flow.add("number", run(SIGNERS, FIXED) + flow.story.words(signer, SIGNER))


def _mark(flow: Flow, document: Document, corner: int) -> int:
    """Write the organ's mark, its ink as far below the edge as the house says (7.2.4).

    Gives where it ends, in twips from the upper edge of the 版心.
    """
    house = flow.story.house
    mark = mark_of(document, house)
    top = round(house.masthead.top_mm * TWIPS_A_MM) - corner * house.page.pitch_twips
    (joint_mark if mark.beside else plain_mark)(flow, mark, top)
    above = corner * house.page.pitch_twips + max(top - ink_top(mark.size), 0)
    return above + mark.height


def _letter_lines(flow: Flow, document: Document, corner: list[str]) -> int:
    """Write the lines under a letter's first rule: left the corner's, right the number (10.1).

    Gives how many they are.
    """
    house = flow.story.house
    stop = element("tab", val="right", pos=page_twips(house.page))
    for index, role in enumerate(corner):
        words = flow.story.words(getattr(document, role))
        number = document.number if not index else None
        if number:
            words += run("\t", FIXED) + flow.story.words(number, NUMBER)
        flow.add(role, words, Setting(tabs=stop if number else ""))
    if document.number and not corner:
        flow.add("number", flow.story.words(document.number))
    _plain_signers(flow, document)
    return max(len(corner), bool(document.number)) + len(document.signers)


def _number(flow: Flow, document: Document) -> int:
    """Write the document number, on an upward document with who signs it, and the rule.

    Gives their height in twips. With several rows of signers the number, on the last of them, is
    still two lines below the mark (7.2.5): the rows grow upwards, as far as there is room.
    """
    house = flow.story.house
    kind = kind_named(document.kind)
    upward = bool(document.signers) or (kind is not None and kind.direction == "up")
    pitch = house.page.pitch_twips
    before = round(house.looks["number"].before_lines * pitch) if document.masthead else 0
    border = head_rule(house) if house.rules.head == "single" and document.masthead else ""
    ruled = head_rule_twips(house) if border else 0
    if upward and house.masthead.form == "file" and (document.number or document.signers):
        rows = len(signer_rows(document, house))
        before = max(before - (rows - 1) * pitch, 0)
        upward_lines(flow, document, Setting(border=border, before=before))
        return before + rows * pitch + ruled
    if document.number:
        flow.add("number", flow.story.words(document.number), Setting(border=border, before=before))
    _plain_signers(flow, document)
    lines = bool(document.number) + len(document.signers)
    if document.number or not border:
        return lines * pitch + (before + ruled if document.number else 0)
    _rule_alone(flow, border, before + pitch)
    return lines * pitch + before + pitch + ruled


def _rule_alone(flow: Flow, border: str, below: int) -> None:
    """Write the rule where it would stand under a number, so many twips below the mark."""
    flow.space((below - TINY) / flow.story.house.page.pitch_twips)
    flow.separate(setting=Setting(border=border))


def head_rule(house: House) -> str:
    """Write the red rule as the number's lower border (7.2.7)."""
    size = round(house.rules.head_pt * 8)
    space, colour = _rule_space(house), house.rules.colour
    return element("bottom", val="single", sz=size, space=space, color=colour)


def _rule_space(house: House) -> int:
    return max(round(house.rules.head_below_mm * 72 / 25.4 - _RULE_SPACE_PT), 0)


def head_rule_twips(house: House) -> int:
    """Give what the rule adds to the height of its paragraph."""
    return round((_rule_space(house) + house.rules.head_pt) * 20)

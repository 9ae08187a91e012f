"""What stands after the text: 附件说明, signature and date, notes, 版记."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import FIXED
from drafter.formats.docx.styles import indents
from drafter.formats.docx.width import lines_of_width, text_width
from drafter.formats.docx.xml import element, run
from drafter.model import Document
from drafter.model.shown import attachment_notes

_WORD = 3  # 附件： in 字
_MARK = 1.0  # the space of 1. in 字
_LONG_MARK = 1.5


def tail(flow: Flow, document: Document) -> None:
    """Write what follows the text, the 版记 left out."""
    notes(flow, document)
    signature(flow, document)
    for line in document.notes:
        flow.add("notes", flow.story.words(line))


def notes(flow: Flow, document: Document) -> None:
    """Write the 附件说明, turned lines under the name (7.3.4)."""
    found = attachment_notes(document)
    house = flow.story.house
    look = house.looks["attachment_list"]
    worded = bool(found) and bool(found[0].word)
    for note in found:
        mark = (_LONG_MARK if len(found) > 9 else _MARK) if note.number else 0
        left = look.left_chars + (_WORD if worded else 0) + mark
        indent = indents(house, look, left=left, hanging=(_WORD if note.word else 0) + mark)
        fixed = note.word + note.number + ("\t" if note.number else "")
        words = (run(fixed, FIXED) if fixed else "") + flow.story.words(note.name)
        flow.add("attachment_list", words, indent)


def signature(flow: Flow, document: Document) -> None:
    """Write who signs and when, as the house's form of signature has it (7.3.5)."""
    house = flow.story.house
    form = house.signature
    before = element("spacing", before=round(form.before_lines * house.page.pitch_twips))
    date = document.date
    look = house.looks["date"]
    date_right, shifts = _right_edges(document, look.right_chars, form.form)
    for index, (line, right) in enumerate(zip(document.signature, shifts, strict=True)):
        indent = indents(house, house.looks["signature"], right=right)
        flow.add("signature", flow.story.words(line), ("" if index else before) + indent)
    if date:
        lead = "" if document.signature else before
        flow.add("date", flow.story.words(date), lead + indents(house, look, right=date_right))


def _right_edges(document: Document, right: float, form: str) -> tuple[float, list[float]]:
    """Give the right indents, in 字, of the date and of each line of the signature."""
    widths = [max(lines_of_width(line)) for line in document.signature]
    date = text_width(document.date.text)
    if not document.date or not widths:
        return right, [right for _ in widths]
    if form == "seal":  # 7.3.5.1: each name centred on the date, none beyond the edge
        right = max(right, (max(widths) - date) / 2)
        return right, [right + (date - width) / 2 for width in widths]
    if date > widths[-1]:  # 7.3.5.2: the longer date keeps its place, the name moves in
        return right, [right + date + 2 - width for width in widths]
    return right + widths[-1] - 2 - date, [right for _ in widths]

"""What stands after the text: 附件说明, who attended, signature and date, notes."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import ATTENDANCE_WORD, FIXED
from drafter.formats.docx.pages import Ending
from drafter.formats.docx.signature import signature
from drafter.formats.docx.styles import indents
from drafter.formats.docx.xml import Setting, run
from drafter.model import Document
from drafter.model.fixed import ATTENDANCE
from drafter.model.shown import attachment_notes

_WORD = 3  # 附件： and 出席： in 字
_MARK = 1.0  # the space of 1. in 字
_LONG_MARK = 1.5


def tail(flow: Flow, document: Document, ending: Ending) -> None:
    """Write what follows the text, the 版记 left out."""
    if any((document.attachment_list, document.signature, document.date, document.notes)):
        flow.turn(landscape=False)
    if ending.parts:
        flow.part(*ending.parts)
    if ending.parts or ending.keep:
        flow.keep()
    notes(flow, document)
    signature(flow, document, ending.blank, together=ending.together)
    if document.notes and document.date:
        flow.keep()
    for line in document.notes:
        flow.add("notes", flow.story.words(line))
    attendance(flow, document)


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
        flow.add("attachment_list", words, Setting(indent=indent, keep_next=True))


def attendance(flow: Flow, document: Document) -> None:
    """Write who was present, absent and observed, turned lines under the first name (10.3)."""
    house = flow.story.house
    look = house.looks["attendance"]
    if any(getattr(document, role) for role in ATTENDANCE):
        flow.space(look.before_lines)
    for role, word in ATTENDANCE.items():
        for number, line in enumerate(getattr(document, role)):
            hanging = 0 if number else _WORD
            indent = indents(house, look, left=look.left_chars + _WORD, hanging=hanging)
            label = "" if number else run(word, ATTENDANCE_WORD)
            flow.add(role, label + flow.story.words(line), Setting(indent=indent))

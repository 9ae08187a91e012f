"""What a line says it is by its words alone, where no text stands around it: in a table's cell."""

from __future__ import annotations

from drafter.reading.evidence import weigh
from drafter.reading.facts import observe
from drafter.reading.head import Head, header_evidence
from drafter.reading.line import Line, Role
from drafter.reading.tail import tail_note

ENOUGH = 4.0
"""The weight of what only 版头 and 版记 say: a document number, 抄送, who printed it and when."""


def frame_element(line: Line) -> str:
    """Name the element of 版头 or 版记 that a line is; "" for one that could be anything."""
    (facts,) = observe([line])
    if facts is None:
        return ""
    told = tail_note(facts)
    found = [*header_evidence(facts, Head()), *([told] if told else [])]
    found = [piece for piece in found if piece.weight >= ENOUGH]
    if not found:
        return ""
    verdict = weigh(found)
    return "number" if verdict.role is Role.DOCNUMBER else verdict.element

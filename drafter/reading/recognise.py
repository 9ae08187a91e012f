"""Lines → a reading: what each line is, and the document they make."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.assemble import Facts, assemble
from drafter.reading.judge import judge
from drafter.reading.line import Line, Reading, Role


def recognise(
    text: str,
    lines: Sequence[Line],
    facts: Facts = (),
    warnings: Sequence[str] = (),
) -> Reading:
    """Judge the lines of a source and build its document.

    ``facts`` are what the source says outright (kind, house) of its document and attachments.
    """
    judgements = judge(lines)
    document = assemble(lines, judgements, facts)
    judged = zip(lines, judgements, strict=True)
    junk = tuple(line for line, judgement in judged if judgement.role is Role.JUNK)
    return Reading(text, tuple(lines), judgements, document, junk, tuple(warnings))

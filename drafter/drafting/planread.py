"""A plan as it came out of Word or text: no paragraph after the first ones heads the document.

Styles go astray where a plan is edited: a sentence pasted in between comes as a title, a date, a
signature. In a plan all such lines stand at its top; below them they are the writer's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.model import Document
from drafter.reading import Judgement, Reading, Role
from drafter.reading.assemble import assemble

_TEXT = (Role.BODY, Role.CLOSING, Role.H1, Role.H2, Role.H3, Role.H4)
_TITLES = (Role.TITLE, Role.BLANK, Role.JUNK)


def plan_document(reading: Reading) -> Document:
    """Give the document of a plan that was read; nothing below its head is an element of it."""
    judged = tuple(_judged(reading))
    if judged == reading.judgements:
        return reading.document
    found = assemble(reading.lines, judged)
    return replace(found, kind=reading.document.kind, house=reading.document.house)


def _judged(reading: Reading) -> Iterator[Judgement]:
    """Judge lines anew: below the title's lines none is a title, below the text none an element.

    A plan has nothing around it as web pages have: what looks so is a line like any other.
    """
    titled = begun = False
    for line, one in zip(reading.lines, reading.judgements, strict=True):
        if one.role is Role.JUNK and line.given is None:
            begun = True
            yield Judgement(Role.BODY)
            continue
        begun = begun or one.role in _TEXT
        titled = titled or one.role not in _TITLES
        astray = begun and one.role not in (*_TEXT, Role.JUNK, Role.BLANK)
        if (astray or (titled and one.role is Role.TITLE)) and not one.opens:
            begun = True
            yield Judgement(Role.BODY, points=one.points)
        else:
            yield one

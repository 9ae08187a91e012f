"""Judge what every line is, from what it says, how it looks and where it stands.

In order: what each line shows alone (``facts``), which part of which document it stands in
(``zones``), numbered lines by groups (``siblings``), headings with decimal numbers (``decimals``)
and with none (``phrases``),
the closing (``closing``), points (``points``). Every step is one pass over the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.errors import N_
from drafter.model import Span
from drafter.reading.closing import find_closings
from drafter.reading.decimals import find_decimals
from drafter.reading.facts import Facts, observe
from drafter.reading.line import Judgement, Line, Role
from drafter.reading.phrases import find_phrases
from drafter.reading.points import PointSeries
from drafter.reading.siblings import group_numbered
from drafter.reading.zones import Placed, place

_BLANK = Judgement(Role.BLANK, why=(N_("nothing but space"),))
_OPENING = {"mark": "attachment", "enclosed": "enclosed"}
_BLOCK = Judgement(Role.BODY, why=(N_("a table or a picture"),))


def judge(lines: Sequence[Line]) -> tuple[Judgement, ...]:
    """Say of each line what it is; what a line's source itself says is kept."""
    if all(line.given for line in lines):
        return tuple(line.given for line in lines if line.given)
    facts = observe(lines)
    placed = place([one for one in facts if one is not None])
    found = _by_place(placed)
    found |= group_numbered([_numbered(one) for one in placed])
    find_decimals(placed, found)
    find_phrases(placed, found)
    find_closings(placed, found)
    _add_points(lines, found)
    return tuple(_of(line, found.get(index)) for index, line in enumerate(lines))


def _of(line: Line, found: Judgement | None) -> Judgement:
    if line.given:
        return line.given
    if line.block is not None:
        return _BLOCK
    return found or _BLANK


def _by_place(placed: Sequence[Placed]) -> dict[int, Judgement]:
    return {one.facts.index: _placed(one) for one in placed}


def _placed(one: Placed) -> Judgement:
    verdict, mark, start = one.verdict, one.facts.mark, one.facts.start
    listed = mark if verdict.role is Role.ATTACHMENT else None
    number = Span(start, start + len(listed.raw)) if listed else None
    opens = _OPENING.get(verdict.element, "")
    element = "" if verdict.element == "enclosed" else verdict.element
    return Judgement(verdict.role, element, number, why=verdict.why, sure=verdict.sure, opens=opens)


def _numbered(one: Placed) -> tuple[Facts, int, bool]:
    return one.facts, one.piece, one.verdict.role is Role.BODY


def _add_points(lines: Sequence[Line], found: dict[int, Judgement]) -> None:
    """Add the points of the paragraphs; a heading ends the series of the section before it."""
    series = PointSeries()
    for index, judgement in found.items():
        if judgement.role.level or judgement.role is Role.TITLE:
            series.restart()
        if judgement.role in (Role.BODY, Role.CLOSING) or judgement.role.level:
            series.read(index, lines[index].text)
    for index, spots in series.spots([line.text for line in lines]).items():
        found[index] = replace(found[index], points=spots)

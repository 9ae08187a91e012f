"""Headings numbered 1, 1.1, 1.2, as plans for emergencies and technical papers have them.

A number alone proves nothing; numbers that count on from one another through the text do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.errors import N_
from drafter.model import Span
from drafter.model.ordinals import heading_level
from drafter.reading.evidence import sureness
from drafter.reading.facts import Facts
from drafter.reading.line import Judgement, Role
from drafter.reading.shapes import decimal
from drafter.reading.zones import Placed

_ENOUGH = 2


def find_decimals(placed: Sequence[Placed], found: dict[int, Judgement]) -> None:
    """Turn lines whose numbers count on from one another into headings."""
    piece: list[tuple[Facts, int]] = []
    number = -1
    for facts, level, at in _counted(placed, found):
        if at != number:
            _settle(piece, found)
            piece, number = [], at
        piece.append((facts, level))
    _settle(piece, found)


def _counted(
    placed: Sequence[Placed], found: dict[int, Judgement]
) -> Iterator[tuple[Facts, int, int]]:
    """Give the lines that count on, with their level and the document they stand in."""
    path: tuple[int, ...] = ()
    piece, around, first = -1, 0, 1  # level of the heading around, and of the first figure
    for one in placed:
        if one.piece != piece:
            piece, path, around = one.piece, (), 0
        judged = found[one.facts.index]
        mark = one.facts.mark
        if judged.role.level:
            figure = mark is not None and heading_level(mark.form) == 3
            path = (mark.number,) if mark and figure else ()
            around, first = judged.role.level, judged.role.level if figure else around
            continue
        figures = (
            decimal(one.facts) if judged.role is Role.BODY and not one.facts.line.given else ()
        )
        if not figures or not _goes_on(figures, path):
            continue
        if len(figures) == 1:
            first = around + 1
        path = figures
        yield one.facts, first + len(figures) - 1, piece


def _goes_on(figures: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Tell whether a number is the next one on its level, or the first below the last."""
    depth = len(figures)
    if figures[:-1] != path[: depth - 1]:
        return False
    before = path[depth - 1] if len(path) >= depth else 0
    return figures[-1] == before + 1


def _settle(headings: list[tuple[Facts, int]], found: dict[int, Judgement]) -> None:
    if len(headings) < _ENOUGH:
        return
    sure = sureness(0.5 * len(headings))
    for facts, level in headings:
        title = Span(facts.start, facts.start + len(facts.text))
        why = (N_("its number, as 1.2, counts on from the one before"),)
        found[facts.index] = Judgement(Role(f"h{min(level, 4)}"), title=title, why=why, sure=sure)

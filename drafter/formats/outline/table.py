"""Tables of an outline: rows of | cells |, < for a cell merged to the left, ^ for one above."""

from __future__ import annotations

import re

from drafter.errors import N_, OutlineError, Place
from drafter.formats.outline.inline import find_bare, read_inlines
from drafter.model import Cell, Para, Table
from drafter.model.chars import SPACE

_RULER = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+$")
_Owner = tuple[int, int]


def read_table(rows: list[str], caption: Para, first_line: int) -> Table:
    """Build a table from its lines; raises OutlineError where rows or merged cells do not fit."""
    rulers = [n for n, row in enumerate(rows) if _RULER.match(row)]
    cells = [_split(row) for n, row in enumerate(rows) if n not in rulers[:1]]
    place = Place(line=first_line)
    if not cells:
        raise OutlineError(N_("a table without a row"), place=place)
    widths = {len(row) for row in cells}
    if len(widths) > 1:
        raise OutlineError(
            N_("the rows of this table have {few} to {many} cells"),
            hint=N_("give every row as many | as the first, < and ^ for merged cells"),
            place=place,
            few=min(widths),
            many=max(widths),
        )
    try:
        return Table(_merged(cells), header=rulers[0] if rulers else 0, caption=caption)
    except ValueError as error:
        raise OutlineError(
            N_("the merged cells of this table do not fit: {problem}"), place=place, problem=error
        ) from error


def _split(row: str) -> list[str]:
    inner = row.removeprefix("|")
    found, at = [], 0
    while (bar := find_bare(inner, "|", at)) >= 0:
        found.append(inner[at:bar].strip(SPACE))
        at = bar + 1
    rest = inner[at:].strip(SPACE)
    return [*found, rest] if rest else found


def _merged(cells: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    owners: list[list[_Owner]] = []
    for r, row in enumerate(cells):
        owners.append([])
        for column, text in enumerate(row):
            if text == "<" and column:
                owners[r].append(owners[r][column - 1])
            elif text == "^" and r:
                owners[r].append(owners[r - 1][column])
            else:
                owners[r].append((r, column))
    found: list[list[Cell]] = [[] for _ in cells]
    for (r, column), (cols, height) in _sizes(owners).items():
        found[r].append(Cell(read_inlines(cells[r][column]), cols, height))
    return tuple(tuple(row) for row in found)


def _sizes(owners: list[list[_Owner]]) -> dict[_Owner, tuple[int, int]]:
    """Measure each owner's rectangle; ValueError where its cells make none."""
    spans: dict[_Owner, tuple[int, int]] = {}
    counts: dict[_Owner, int] = {}
    for r, row in enumerate(owners):
        for column, owner in enumerate(row):
            cols, height = spans.get(owner, (0, 0))
            spans[owner] = (max(cols, column - owner[1] + 1), max(height, r - owner[0] + 1))
            counts[owner] = counts.get(owner, 0) + 1
    if any(cols * height != counts[owner] for owner, (cols, height) in spans.items()):
        raise ValueError("merged cells must make a rectangle")
    return dict(sorted(spans.items()))

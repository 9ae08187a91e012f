"""The cheapest way through a title from line to line: few lines, in a good shape.

Two lines are to differ, three or more to grow, to shrink, or to grow and then shrink (a trapezium
or a diamond, GB/T 9704-2012 7.3.1): by their widths, and by their characters too. The two differ
where there are digits, and whoever checks a title counts characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_LINE = 5.0  # each line: the fewest are best
_SHORTEST, _SHORT = 4.0, 60.0  # how many characters a line needs, and what fewer cost
_EQUAL, _NEAR = 40.0, 3.0  # two lines of one length, or less than a character apart
_VALLEY = 40.0  # a line shorter than both its neighbours
_FREE, _UNBALANCED = 3.0, 0.4  # how far lines may differ, and each character over it
_OVERFULL, _OVERFULL_CHAR = 1000.0, 100.0  # a line that does not fit, and each character over

_BAD = 10.0  # places looked at only where the others give no good shape
_SPOILT = 40.0  # the cost of a title that has no good shape


class Place(NamedTuple):
    """Where a line may end: what it costs, and how wide all before it is.

    ``width`` is for a line that begins there, ``ink`` for one that ends: without blanks. ``chars``
    is the number of characters before it, without blanks.
    """

    at: int
    cost: float
    width: float
    ink: float
    chars: int
    organ: bool = False


class _Line(NamedTuple):
    """A line between two places, by their indexes; ``falling`` if a longer one came before."""

    start: int
    end: int
    width: float
    chars: int
    falling: bool


_Ways = dict[_Line, tuple[float, _Line | None]]
"""What each last line costs with all before it, and the line before."""


def best_ends(places: Sequence[Place], most: float, shape: float = 1.0) -> list[int]:
    """Find the best breaks: at good places if they give a good shape, else at any.

    ``shape`` says how much shape counts: 1 in a title.
    """
    good = [place for place in places if place.cost < _BAD]
    cost, found = _cheapest(good, most, shape)
    if cost >= _SPOILT and len(good) < len(places):
        _, found = _cheapest(places, most, shape)
    return found


def _cheapest(places: Sequence[Place], most: float, shape: float) -> tuple[float, list[int]]:
    """Find the cheapest way from the first place to the last, in at most one line too many.

    Each round adds a line to all ways so far. Of the ways with the same last line and the same
    shape only the cheapest is kept, with the line before.
    """
    last = len(places) - 1
    ends = [_ends(places, start, most) for start in range(last)]
    need = _need(ends)
    rounds: list[_Ways] = [{_Line(0, 0, 0.0, 0, False): (0.0, None)}]
    for left in range(need[0], -1, -1):
        longer: dict[int, list[tuple[_Line, float]]] = {}
        reached: _Ways = {}
        for line, (cost, _) in rounds[-1].items():
            if line.end == last:
                continue
            if line.end not in longer:
                longer[line.end] = [
                    _line(places, line.end, end, most)
                    for end in ends[line.end]
                    if need[end] <= left
                ]
            for next_line, more in longer[line.end]:
                total = cost + more + _step(places, line, next_line, shape)
                after = _after(line, next_line)
                if after not in reached or total < reached[after][0]:
                    reached[after] = (total, line)
        rounds.append(reached)
    return _traced(rounds, places)


def _need(ends: list[range]) -> list[int]:
    """Give the fewest lines that hold what comes after each place."""
    found = [0]
    for start in range(len(ends) - 1, -1, -1):
        found.append(1 + found[len(ends) - ends[start][-1]])
    return found[::-1]


def _ends(places: Sequence[Place], start: int, most: float) -> range:
    """Give the places where a line from one may end, only the next if none fits."""
    end = start + 1
    full = places[start].width + most
    while end < len(places) and places[end].ink <= full:
        end += 1
    return range(start + 1, max(end, start + 2))


def _line(places: Sequence[Place], start: int, end: int, most: float) -> tuple[_Line, float]:
    """Give a line and what it costs by itself."""
    width = places[end].ink - places[start].width
    cost = _LINE + places[end].cost
    if width < _SHORTEST:
        cost += _SHORT
    if width > most:
        cost += _OVERFULL + _OVERFULL_CHAR * (width - most)
    return _Line(start, end, width, places[end].chars - places[start].chars, False), cost


def _after(line: _Line, after: _Line) -> _Line:
    """Give a line as it is after another: falling if that one fell or is longer."""
    falls = line.falling or after.width < line.width or after.chars < line.chars
    return after._replace(falling=falls) if falls else after


def _step(places: Sequence[Place], line: _Line, after: _Line, shape: float) -> float:
    """Give what it costs that a line follows another."""
    if line.end == 0:
        return 0.0
    differ = abs(after.width - line.width)
    grows = after.width > line.width or after.chars > line.chars
    cost = _VALLEY * shape if grows and line.falling else 0.0
    if differ == 0 or after.chars == line.chars:
        return cost + _EQUAL * shape
    if differ < 1:
        return cost + _NEAR
    if differ <= _FREE:
        return cost
    easier = 0.5 if line.start == 0 and places[line.end].organ else 1.0
    return cost + (differ - _FREE) * _UNBALANCED * easier


def _traced(rounds: list[_Ways], places: Sequence[Place]) -> tuple[float, list[int]]:
    """Follow the cheapest way that reaches the end back to its breaks."""
    last = len(places) - 1
    cost, depth, line = min(
        (cost, depth, line)
        for depth, reached in enumerate(rounds)
        for line, (cost, _) in reached.items()
        if line.end == last
    )
    found = []
    while line.start:
        found.append(places[line.start].at)
        before = rounds[depth][line][1]
        depth, line = depth - 1, before or line
    return cost, found[::-1]

"""Where a title goes on to a new line: by meaning, in a trapezium or a diamond (7.3.1).

A line may end after any word. Each end costs something: little where a new part of the title
begins, much where the words on both sides belong together. The cheapest way through the title
wins, with the number of lines and their shape counted in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.house import segment
from drafter.house.line_search import Place, best_ends
from drafter.house.measure import ruler
from drafter.house.segment import Word
from drafter.house.title_costs import in_context, line_ends, organ_end

_IN_WORD = 30.0  # in need only: in a word too long for a line, or in a run of unknown characters
_LONGEST_NAME = 8  # of unknown characters that may be one name
_FORBIDDEN = 500.0  # in need only: a line that begins with 》 or ends in 《


def break_title(
    text: str, most: float, atoms: Sequence[tuple[int, int]] = (), *, shape: float = 1.0
) -> list[int]:
    """Give the offsets at which a new line of a title begins; none if one line holds it.

    A line holds ``most`` 字, counted as ``measure.text_width`` does. ``atoms`` are spans never
    broken. ``shape`` says how much a trapezium or a diamond counts: 1 in a title, less under it.
    """
    most = max(1.0, most)
    apart = _apart(text, atoms)
    widths = ruler(text, most, apart)
    if widths.ends[-1] <= most:
        return []
    words = in_context(segment.words(text, apart))
    organ = organ_end(text, words)
    costs = line_ends(text, widths, most, words, organ)
    spans = [(word.start, word.end) for word in words if _is_no_word(word)]
    for start, end in pairwise([0, *costs, len(text)]):
        if widths.between(start, end) > most:
            spans.append((start, end))
    costs |= _in_need(text, spans, apart)
    places = [Place(0, 0.0, 0.0, 0.0, 0)]
    for at in [*sorted(costs), len(text)]:
        before = text[:at]
        ink, chars = widths.ends[len(before.rstrip())], len("".join(before.split()))
        places.append(Place(at, costs.get(at, 0.0), widths.starts[at], ink, chars, at == organ))
    return best_ends(places, most, shape)


def _apart(text: str, atoms: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bring spans into order and join those that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(atoms):
        first, last = max(start, 0), min(end, len(text))
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        elif first < last:
            found.append((first, last))
    return found


def _is_no_word(word: Word) -> bool:
    return word.kind == segment.UNKNOWN and word.end - word.start > _LONGEST_NAME


def _in_need(
    text: str, spans: Sequence[tuple[int, int]], atoms: Sequence[tuple[int, int]]
) -> dict[int, float]:
    """Give the offsets in spans that have to be broken if all else fails."""
    whole = {at for start, end in atoms for at in range(start + 1, end)}
    found: dict[int, float] = {}
    for start, end in spans:
        for at in range(start + 1, end):
            if at not in whole:
                bad = text[at] in segment.MARKS_NOT_FIRST or text[at - 1] in segment.OPENING
                found[at] = _FORBIDDEN if bad else _IN_WORD
    return found

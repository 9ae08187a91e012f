"""The published line format: one object for each line, as ``--lines`` prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.reading.line import Judgement, Line, Spot


def line_objects(
    lines: Sequence[Line], judgements: Sequence[Judgement]
) -> Iterator[dict[str, object]]:
    """Give for every line, counted from 1, its type and what was found in it.

    ``heading`` is a heading's words without number and final stop, ``number`` the mark as
    written, ``points`` the ordinals (without comma) and their head phrases.
    """
    for count, (line, found) in enumerate(zip(lines, judgements, strict=True), 1):
        text = line.text
        yield {
            "line": count,
            "type": found.role.value,
            "runin": found.run_in,
            "heading": text[slice(*found.title)] if found.title else "",
            "number": text[slice(*found.number)] if found.number else "",
            "points": [_point(text, spot) for spot in found.points],
        }


def _point(text: str, spot: Spot) -> dict[str, str]:
    return {
        "ordinal": text[slice(*spot.ordinal)].rstrip("，,：:"),
        "lead": text[slice(*spot.lead)],
    }

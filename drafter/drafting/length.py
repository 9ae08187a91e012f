"""How long a document should be, and how the length is split over its parts (篇幅)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.errors import N_, Place, TemplateError
from drafter.formats.loose import Entry, Scalar
from drafter.model.measure import PACE

_PERCENT = {"开头": "opening", "结尾": "closing"}
_KEYS = ("字数", "分钟", *_PERCENT)


@dataclass(frozen=True, slots=True)
class Length:
    """A usual length in characters (0: none said), and what its beginning and end take of it.

    ``opening`` and ``closing`` are percentages; the sections share the rest by their weights.
    """

    chars: int = 0
    opening: int = 12
    closing: int = 8

    def split(self, chars: int, weights: Sequence[float]) -> tuple[int, list[int], int]:
        """Split a length in characters: opening, one for each section, closing; tens only."""
        opening, closing = (_tens(chars * part / 100) for part in (self.opening, self.closing))
        rest, whole = max(chars - opening - closing, 0), sum(weights) or 1
        return opening, [_tens(rest * weight / whole) for weight in weights], closing


def _tens(chars: float) -> int:
    return round(chars / 10) * 10


def spoken(minutes: float, pace: int = PACE) -> int:
    """Give how many characters are read aloud in so many minutes."""
    return round(minutes * pace)


def make_length(entry: Entry, place: Place) -> Length:
    """Read 篇幅 of a template; raises TemplateError with what is no number or no key of it."""
    values: dict[str, int] = {}
    for key, value in entry.items():
        if key not in _KEYS or not isinstance(value, Scalar) or not value.isdecimal():
            raise TemplateError(
                N_("篇幅 takes whole numbers under {names}"), place=place, names="、".join(_KEYS)
            )
        values[key] = int(value)
    chars = values.get("字数") or spoken(values.get("分钟", 0))
    parts = {name: values[key] for key, name in _PERCENT.items() if key in values}
    return Length(chars, **parts)

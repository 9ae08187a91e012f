"""Formulations that hold for a time (规范表述): chosen by a document's date, never guessed.

A formulation is data with its source and the day up to which somebody has verified it. Nothing
is given for a day that no row covers, nor for one after that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from drafter.errors import N_, Place, UnusableInput

_SHIPPED = Path(__file__).with_name("formulations.toml")
_KEYS = {"words", "since", "until", "verified", "source"}


@dataclass(frozen=True, slots=True)
class Formulation:
    """Words that hold for documents dated ``since`` to ``until`` (none: still in force).

    ``verified`` is the last day for which they are known to hold; ``source`` says from what.
    """

    use: str
    words: str
    since: date
    verified: date
    source: str
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Tell whether the words are in force on a day, verified or not."""
        return self.since <= on and (self.until is None or on <= self.until)


Formulations: TypeAlias = Mapping[str, tuple[Formulation, ...]]
_NONE: Formulations = MappingProxyType({})


def formulations(own: Formulations = _NONE) -> dict[str, tuple[Formulation, ...]]:
    """Give all formulations by use; ``own``, those of a unit, replace a use's rows whole."""
    return {**_shipped(), **own}


@lru_cache(maxsize=1)
def _shipped() -> dict[str, tuple[Formulation, ...]]:
    return read_formulations(_SHIPPED.read_text("utf-8"), _SHIPPED.name)


def read_formulations(source: str, name: str) -> dict[str, tuple[Formulation, ...]]:
    """Read a file of formulations; raises UnusableInput with what is wrong in which of them."""
    import tomllib

    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UnusableInput(
            N_("this is no TOML: {problem}"), place=Place(name), problem=error
        ) from error
    return {
        use: tuple(_row(use, row, name) for row in (rows if isinstance(rows, list) else [rows]))
        for use, rows in tables.items()
    }


def _row(use: str, row: Any, name: str) -> Formulation:
    if not isinstance(row, dict) or set(row) - _KEYS or {"words", "since", "verified"} - set(row):
        raise UnusableInput(
            N_("the formulation {use} must have words, since and verified"),
            hint=N_("known here: {names}"),
            place=Place(name),
            use=use,
            names="、".join(sorted(_KEYS)),
        )
    days = [row[key] for key in ("since", "verified", "until") if key in row]
    if not all(type(day) is date for day in days) or not isinstance(row["words"], str):
        raise UnusableInput(
            N_("the formulation {use} needs dates like 2026-11-23"), place=Place(name), use=use
        )
    return Formulation(use, **{"source": "", **row})


def latest(use: str, on: date, own: Formulations = _NONE) -> Formulation | None:
    """Give the formulation of a use in force on a day; None where no row covers it."""
    found = [one for one in formulations(own).get(use, ()) if one.holds(on)]
    return max(found, key=lambda one: one.since, default=None)

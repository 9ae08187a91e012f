"""Dated words of the checks: wrong forms, renamed organs, campaigns, anniversaries, each a row.

A row that names no day holds always. Rows are data of the rules (``drafter check``); what stands
in none of them is never proposed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.pattern import regex

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A wrong form or a fact, with the days of documents for which it counts.

    ``wrong`` is looked for, ``right`` (with groups of ``wrong``) proposed for it; ``members`` are
    names in their fixed order; ``level`` is given where it is not the rule's own; ``numbers`` are
    years and counts.
    """

    wrong: re.Pattern[str]
    source: str
    right: str | None = None
    members: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    level: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def dated(self) -> bool:
        """Tell whether it counts for some documents only."""
        return self.since is not None or self.until is not None

    def holds(self, on: date | None) -> bool:
        """Tell whether it counts for a document of a day; a day nobody knows rules nothing out."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@lru_cache(maxsize=8)
def dated_rows(name: str) -> dict[str, tuple[DatedRow, ...]]:
    """Read a table (``phrases``, ``organs``…): its rows by use, most often the id of a rule."""
    import tomllib

    tables = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return {use: tuple(_row(row) for row in rows) for use, rows in tables.items()}


def _row(row: dict[str, Any]) -> DatedRow:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    values["wrong"] = regex(row["wrong"])
    return DatedRow(**values)

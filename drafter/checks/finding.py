"""What a rule finds, and how much it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How sure it is that something is wrong.

    An error offends a standard, a regulation or arithmetic; a warning is very likely wrong, and a
    person must look; advice is a matter of style. Custom (实务) is never an error.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for what weighs most."""
        return list(Level).index(self)


class Hit(NamedTuple):
    """What a rule finds: in which row (from 0), from which character to which (half-open).

    ``fix`` are the words to stand there instead ("" deletes them), None where nobody can tell.
    ``safe`` and ``level`` are given where they are not the rule's own; ``message`` too.
    """

    row: int
    start: int
    end: int
    message: str = ""
    fix: str | None = None
    safe: bool | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where something is wrong. Line and columns count from 1, ``end_col`` inclusive.

    ``fix`` replaces the characters from ``col`` to ``end_col``; ``safe`` tells that it may be done
    without asking. ``basis`` names on whose word it is wrong, as 国标 GB/T 15834—2011 4.1.
    """

    line: int
    col: int
    end_col: int
    rule: str
    level: Level
    message: str
    words: str
    fix: str | None
    safe: bool
    basis: str

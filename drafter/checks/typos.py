"""Mistyped words (错别字): the lexicon's three classes, one rule each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.checks import typos_double
from drafter.checks.finding import Hit
from drafter.checks.lexicon import lexicon
from drafter.checks.manuscript import Manuscript
from drafter.reading.line import Role


def _looking_for(sure: str) -> Callable[[Manuscript], Iterator[Hit]]:
    def find(manuscript: Manuscript) -> Iterator[Hit]:
        rows = lexicon(sure, statute=manuscript.is_statute)
        for row in manuscript.rows:
            if row.role in (Role.BLANK, Role.JUNK):
                continue
            for start, end, right in rows.find(row.masked):
                yield Hit(row.at, start, end, fix=right)

    return find


CHECKS = {
    "typo-safe": _looking_for("S"),
    "typo-confirm": _looking_for("C"),
    "typo-hint": _looking_for("H"),
    "typo-duplicate-word": typos_double.doubled,
}

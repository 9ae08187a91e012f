"""Patterns searched row by row, with what is to stand there instead: checks are made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from drafter.checks.finding import Hit
from drafter.checks.manual import ROLES
from drafter.checks.manuscript import Manuscript, Row
from drafter.pattern import regex
from drafter.reading.line import Role

Fix = str | Callable[[re.Match[str]], str | None] | None
"""The words instead: a template with \\1, a function of the match, or nobody can tell."""
Check = Callable[[Manuscript], Iterator[Hit]]


def found(
    manuscript: Manuscript,
    pattern: re.Pattern[str],
    *,
    raw: bool = False,
    roles: Iterable[Role] = ROLES["all"],
) -> Iterator[tuple[Row, re.Match[str]]]:
    """Give every place where a pattern stands in a row of some roles, covered words left out."""
    for row in manuscript.holding(pattern, roles):
        for match in pattern.finditer(row.text if raw else row.masked):
            yield row, match


def rewriting(*pairs: tuple[str, Fix], roles: str = "all", raw: bool = False) -> Check:
    """Make a check of patterns, each with its fix; a fix equal to the words is no finding."""
    compiled = [(regex(pattern), fix) for pattern, fix in pairs]

    def check(manuscript: Manuscript) -> Iterator[Hit]:
        for pattern, fix in compiled:
            for row, match in found(manuscript, pattern, raw=raw, roles=ROLES[roles]):
                words = match.expand(fix) if isinstance(fix, str) else fix and fix(match)
                if words != match[0]:
                    yield Hit(row.at, match.start(), match.end(), fix=words)

    return check


def tabular(row: Row) -> bool:
    """Tell whether a row stands in a table, of a Word file or of lines with bars."""
    return row.in_table or row.text.lstrip().startswith("|")


def odd_ones(places: Iterable[tuple[Row, re.Match[str], str, str]]) -> Iterator[Hit]:
    """Find the first place of each kind where another form is used than where the kind began.

    A place is its row, its match, of what kind it is and which form it has.
    """
    first: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for row, match, kind, form in sorted(places, key=lambda one: (one[0].at, one[1].start())):
        if first.setdefault(kind, form) != form and (kind, form) not in told:
            told.add((kind, form))
            yield Hit(row.at, match.start(), match.end())

"""Rules that are rows of ``drafter.dated``: what all of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import Manuscript, Row
from drafter.dated.rows import DatedRow, dated_rows
from drafter.pattern import regex
from drafter.reading.line import Role

PAST = regex(
    r"以来|曾经|历史|回顾|过去|原有|原来的|[一二三四五]年来|时任|更名|改革前|前身|去年|上年|当年|其间|期间|20[01]\d年"
)
"""What tells that a sentence looks back."""
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)年")
_STOPS = "。！？；\n"
_SPEAKING = frozenset(Role) - {Role.BLANK, Role.JUNK}


def phrases(
    table: str, rule: str, past: bool = False, quoted: bool = False
) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make the function of a rule that is rows: each wrong form in a document of its days.

    With ``past`` a sentence that looks back is left alone; with ``quoted`` long quotations are
    looked into: a set phrase is as wrong there.
    """

    def look(manuscript: Manuscript) -> Iterator[Hit]:
        for found, row, at in matches(manuscript, dated_rows(table)[rule], quoted):
            if past and PAST.search(sentence(row.masked, at, at + len(found[0]))):
                continue
            fact = _fact(dated_rows(table)[rule], found)
            yield Hit(
                row.at,
                at,
                at + len(found[0]),
                fix=found.expand(fact.right) if fact.right is not None else None,
                level=level(fact, manuscript.date),
            )

    return look


def _fact(rows: tuple[DatedRow, ...], found: re.Match[str]) -> DatedRow:
    return next(row for row in rows if row.wrong.pattern == found.re.pattern)


def level(fact: DatedRow, on: date | None) -> Level | None:
    """Give the level of a row where it is not its rule's: advice where its day is not known."""
    if fact.dated and on is None:
        return Level.ADVICE
    return Level(fact.level) if fact.level else None


def matches(
    manuscript: Manuscript, facts: tuple[DatedRow, ...], quoted: bool = False
) -> Iterator[tuple[re.Match[str], Row, int]]:
    """Give what the rows in force find, with the line and the place in it; no place twice."""
    taken: set[tuple[int, int]] = set()
    year = None if manuscript.date else _last_year(manuscript)
    for fact in facts:
        if not fact.holds(manuscript.date) or (year and fact.since and year < fact.since.year):
            continue
        for row in manuscript.holding(fact.wrong, _SPEAKING):
            for found in fact.wrong.finditer(row.text if quoted else row.masked):
                at = found.start()
                if quoted and row.text.rfind("《", 0, at) > row.text.rfind("》", 0, at):
                    continue
                if (row.at, at) not in taken:
                    taken.add((row.at, at))
                    yield found, row, at


def _last_year(manuscript: Manuscript) -> int | None:
    """Give the last year a document without a date speaks of: it is hardly much younger."""
    return max((int(year) for year in _YEAR.findall(manuscript.masked)), default=None)


def sentence(text: str, start: int, end: int) -> str:
    """Give the sentence in which a stretch of a text stands."""
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    last = min((at for at in (text.find(stop, end) for stop in _STOPS) if at >= 0), default=None)
    return text[first:last]


def orders(table: str, rule: str, whole: bool) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make the function of a rule of fixed orders: members of a row that stand otherwise.

    With ``whole`` all members have to be there, and their order is proposed.
    """

    def look(manuscript: Manuscript) -> Iterator[Hit]:
        for fact in dated_rows(table)[rule]:
            yield from _disordered(manuscript, fact, whole)

    return look


def _disordered(manuscript: Manuscript, fact: DatedRow, whole: bool) -> Iterator[Hit]:
    least = len(fact.members) - 1 if whole else 1
    one = "|".join(fact.members)
    run = regex(rf"(?:{one})(?:{fact.wrong.pattern}(?:{one})){{{least},}}")
    each = [regex(member) for member in fact.members]
    for found in run.finditer(manuscript.raw):
        parts = [part for part in re.split(rf"({one})", found[0]) if part]
        names = parts[::2]
        places = [next(at for at, name in enumerate(each) if name.fullmatch(n)) for n in names]
        if places == sorted(places) or (whole and len(set(places)) < len(each)):
            continue
        row, at = manuscript.place(found.start())
        ordered = [name for _, name in sorted(zip(places, names, strict=True))]
        marks = [*parts[1::2], ""]
        fix = "".join(name + mark for name, mark in zip(ordered, marks, strict=True))
        yield Hit(row.at, at, at + len(found[0]), fix=fix if whole else None)

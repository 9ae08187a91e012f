"""A document as rules see it: rows with their roles, what is covered, its date and its kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TypeVar, cast

from drafter.checks.holding import Holding
from drafter.checks.masks import masked
from drafter.model import Document, kind_named
from drafter.model.figures import Table
from drafter.model.kinds import Kind
from drafter.pattern import regex
from drafter.reading.line import Judgement, Line, Reading, Role

HEADINGS = frozenset({Role.H1, Role.H2, Role.H3, Role.H4})
PROSE = frozenset({Role.BODY, Role.CLOSING})
TEXT = HEADINGS | PROSE | {Role.SALUTATION}
"""The text proper, headings included."""
_T = TypeVar("_T")
_NOTHING = frozenset({Role.BLANK})
_ARTICLE = regex(r"\s*第[一二三四五六七八九十百零〇\d]+[条章节]")
_DAY = regex(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_STATUTE = 0.2
_FEW = 5


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a unit's or a user's own.

    ``protected`` are names and terms that no finding may touch, ``localities`` the places a
    document may speak of as its own, ``sensitive`` words not to be published; ``codes`` gives the
    发文机关代字 of an organ.
    """

    protected: frozenset[str] = frozenset()
    localities: frozenset[str] = frozenset()
    sensitive: frozenset[str] = frozenset()
    codes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the source: its words, the same covered by ``masks``, and what it is.

    ``table`` is given where the line stands for one.
    """

    at: int
    text: str
    masked: str
    judgement: Judgement
    in_table: bool = False
    table: Table | None = None

    @property
    def role(self) -> Role:
        """What the line is."""
        return self.judgement.role

    @property
    def indent(self) -> int:
        """How many blanks stand before the first word."""
        return len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True)
class Manuscript:
    """A document under check (待校稿)."""

    rows: tuple[Row, ...]
    document: Document
    date: date | None = None
    words: Words = field(default_factory=Words)

    @cached_property
    def kind(self) -> Kind:
        """The kind of the document (文种)."""
        found = kind_named(self.document.kind)
        assert found is not None
        return found

    @cached_property
    def masked(self) -> str:
        """All rows as covered, one a line: what patterns are searched in."""
        return "\n".join(row.masked for row in self.rows)

    @cached_property
    def raw(self) -> str:
        """All rows as they are, one a line."""
        return "\n".join(row.text for row in self.rows)

    @cached_property
    def _holding(self) -> Holding:
        return Holding([(row.text, row.masked) for row in self.rows])

    @cached_property
    def _shared(self) -> dict[object, object]:
        return {}

    def once(self, function: Callable[[Manuscript], Iterator[_T]]) -> tuple[_T, ...]:
        """Give what a function finds out about it: several rules ask, it is called once."""
        if function not in self._shared:
            self._shared[function] = tuple(function(self))
        return cast("tuple[_T, ...]", self._shared[function])

    @cached_property
    def _of_roles(self) -> dict[frozenset[Role], int]:
        return {}

    def holding(self, pattern: re.Pattern[str], roles: Iterable[Role] = ()) -> Iterator[Row]:
        """Give those rows of ``of`` that may hold a match, as they are or covered."""
        index, wanted = self._holding, frozenset(roles)
        if wanted not in self._of_roles:
            self._of_roles[wanted] = index.bits(row.at for row in self.of(*wanted))
        bits = index.matching(pattern) & self._of_roles[wanted]
        return compress(self.rows, index.selects(bits)) if bits else iter(())

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for row in self.rows:
            starts.append(at)
            at += len(row.text) + 1
        return starts

    def place(self, offset: int) -> tuple[Row, int]:
        """Give the row in which a character of ``raw`` or ``masked`` stands, and where in it."""
        at = bisect_right(self._starts, offset) - 1
        return self.rows[at], offset - self._starts[at]

    def offset(self, row: Row, at: int) -> int:
        """Give where a character of a row stands in ``raw`` and ``masked``."""
        return self._starts[row.at] + at

    def of(self, *roles: Role) -> Iterator[Row]:
        """Give the rows of some roles; all that hold words where none is named."""
        wanted = frozenset(roles)
        return (
            row for row in self.rows if (row.role in wanted if wanted else row.role not in _NOTHING)
        )

    @cached_property
    def sections(self) -> tuple[tuple[Row, ...], ...]:
        """The rows of the text by level-1 sections; what stands before the first comes first.

        An attachment begins a section of its own.
        """
        found: list[list[Row]] = [[]]
        for row in self.rows:
            if row.role is Role.H1 or row.judgement.opens:
                found.append([])
            found[-1].append(row)
        return tuple(tuple(one) for one in found)

    @cached_property
    def is_statute(self) -> bool:
        """Whether it is written in articles (第×条), as laws and rules are."""
        words = [row for row in self.rows if row.text.strip()]
        articles = sum(bool(_ARTICLE.match(row.text)) for row in words)
        return articles >= _FEW and articles > _STATUTE * len(words)

    @cached_property
    def is_spoken(self) -> bool:
        """Whether it is made to be spoken."""
        return self.kind.direction == "oral"

    @cached_property
    def chars(self) -> int:
        """How many characters it has, white space not counted."""
        return sum(len("".join(row.text.split())) for row in self.rows)


def manuscript(reading: Reading, on: date | None = None, words: Words | None = None) -> Manuscript:
    """Make of a reading what rules look at; ``on`` is the date where the document's does not count.

    A reading without lines, of a format in which nothing is guessed, has to be read as text first.
    """
    rows = tuple(_rows(reading.lines, reading.judgements))
    return Manuscript(rows, reading.document, on or dated(reading.document), words or Words())


def _rows(lines: Sequence[Line], judgements: Sequence[Judgement]) -> Iterator[Row]:
    for at, (line, judgement) in enumerate(zip(lines, judgements, strict=True)):
        text = line.text.replace("\n", " ")
        table = line.block if isinstance(line.block, Table) else None
        yield Row(at, text, masked(text), judgement, line.block is not None, table)


def dated(document: Document) -> date | None:
    """Give a document's date: that of its signature, else that under its title or of its print."""
    lines = (document.date, *document.dateline, *document.preamble, document.print_date)
    for para in lines:
        found = _DAY.search(para.text)
        if found:
            try:
                return date(*(int(part) for part in found.groups()))
            except ValueError:
                continue
    return None

"""Dates as they stand in Chinese text, in Arabic or Chinese numerals, and which day they mean."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from drafter.checks.manuscript import Manuscript, Row
from drafter.model.ordinals import value
from drafter.pattern import regex
from drafter.reading.line import Role

_YEAR = r"\d{4}|[一二][〇○零一二三四五六七八九]{3}"
_PART = "[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = regex(
    rf"(?:(?P<year>{_YEAR})年)?(?<![0-9０-９一二三四五六七八九十第])"
    rf"(?P<month>{_PART})月(?P<day>{_PART})日"
)
_OTHER = regex(r"[农夏旧阴藏傣彝回]历|腊月|正月")
_BEFORE = 8
_WHOLE = 4


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: where (half-open), and its parts; no year where none is written."""

    row: Row
    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def is_real(self) -> bool:
        """Whether a calendar has this day; 29 February, where no year is written."""
        year = 2000 if self.year is None else self.year
        return 1 <= self.month <= 12 and 1 <= self.day <= last_day(year, self.month)

    def on(self, near: date | None) -> date | None:
        """Give the day; where no year is written, that within six months of another day."""
        if not self.is_real:
            return None
        if self.year is not None:
            return date(self.year, self.month, self.day) if self.year else None
        if near is None:
            return None
        years = (near.year + by for by in (0, -1, 1))
        days = [date(y, self.month, self.day) for y in years if self.day <= last_day(y, self.month)]
        return min(days, key=lambda day: abs(day - near)) if days else None


def last_day(year: int, month: int) -> int:
    """Give the last day of a month."""
    return monthrange(year or 2000, month)[1]


def year_of(digits: str) -> int:
    """Read a year of four digits, Arabic or Chinese."""
    if digits.isdecimal():
        return int(digits)
    return int("".join("0" if one in "〇○零" else str(value(one)) for one in digits))


def dates(
    manuscript: Manuscript, roles: Container[Role]
) -> Iterator[tuple[Row, tuple[Written, ...]]]:
    """Give the dates with month and day, those of other calendars left out, by their rows."""
    return ((row, found) for row, found in manuscript.once(_dates) if row.role in roles)


def _dates(manuscript: Manuscript) -> Iterator[tuple[Row, tuple[Written, ...]]]:
    return ((row, tuple(_of_row(row))) for row in manuscript.holding(_DATE))


def _of_row(row: Row) -> Iterator[Written]:
    text = row.masked
    for match in _DATE.finditer(text):
        if _OTHER.search(text, max(0, match.start() - _BEFORE), match.start()):
            continue
        year = year_of(match["year"]) if match["year"] else None
        month, day = value(match["month"]), value(match["day"])
        yield Written(row, match.start(), match.end(), year, month, day)


def spelled(day: date) -> str:
    """Write a day as documents do."""
    return f"{day.year}年{day.month}月{day.day}日"

"""Rows of a spreadsheet as words: .csv by itself, .xlsx with openpyxl where that is installed."""

from __future__ import annotations

import csv
import io
import warnings
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any, NamedTuple

from drafter.errors import N_, UnusableInput
from drafter.formats.decode import decode
from drafter.formats.safezip import bomb

SUFFIXES = (".xlsx", ".xlsm", ".csv")
_MOST_BYTES = 200 << 20
"""What all parts of a workbook together may unpack to."""
_MOST_ROWS = 10_000
_MOST_COLUMNS = 2_000
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE_AGAIN = N_("open it in Excel or WPS and save it as .xlsx or .csv, without a password")
_FAULTS = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    SyntaxError,  # broken XML
    TypeError,
    ValueError,
    zlib.error,
)
"""What openpyxl lets through where a file is broken."""


class SheetRow(NamedTuple):
    """A row with its number, as a spreadsheet shows it at the edge: 1 is the first."""

    number: int
    cells: tuple[str, ...]


def read_rows(data: bytes) -> list[SheetRow]:
    """Read the rows that say something, of the first sheet; raises UnusableInput."""
    if data.startswith(_OLD):
        raise UnusableInput(
            N_("this is an encrypted Excel file, or one of Excel 97–2003"), hint=_SAVE_AGAIN
        )
    rows = _workbook(data) if data.startswith(b"PK") else _table(decode(data))
    if len(rows) > _MOST_ROWS or any(len(row.cells) > _MOST_COLUMNS for row in rows):
        raise UnusableInput(
            N_("this table has more than {rows} rows or {columns} columns: it is not read"),
            hint=N_("split it into several files"),
            rows=_MOST_ROWS,
            columns=_MOST_COLUMNS,
        )
    return rows


def _saying(rows: Iterable[tuple[str, ...]]) -> list[SheetRow]:
    """Keep, with their numbers, the rows that say something, one more than may be at most."""
    found = (SheetRow(n, tuple(map(str.strip, cells))) for n, cells in enumerate(rows, 1))
    return list(islice((row for row in found if any(row.cells)), _MOST_ROWS + 1))


def _table(text: str) -> list[SheetRow]:
    first = text.split("\n", 1)[0]
    mark = max(",\t;", key=first.count)
    try:
        return _saying(map(tuple, csv.reader(io.StringIO(text), delimiter=mark)))
    except csv.Error as error:
        raise UnusableInput(
            N_("this table cannot be read: {problem}"), hint=_SAVE_AGAIN, problem=error
        ) from error


def _workbook(data: bytes) -> list[SheetRow]:
    from zipfile import BadZipFile, ZipFile

    try:
        swollen = bomb(ZipFile(io.BytesIO(data)).infolist(), _MOST_BYTES)
    except (BadZipFile, ValueError, OSError) as error:
        raise UnusableInput(N_("this Excel file is damaged"), hint=_SAVE_AGAIN) from error
    if swollen:
        raise UnusableInput(
            N_("{part} of this Excel file unpacks to {size} MB: it is not read"),
            hint=N_("do not open it; ask whoever sent it"),
            part=swollen.filename,
            size=swollen.file_size >> 20,
        )
    try:
        import openpyxl
    except ImportError:
        raise UnusableInput(
            N_("nothing is installed here that reads Excel files"),
            hint=N_("pip install openpyxl, or save the table as .csv"),
        ) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells what it cannot write: nothing to us
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return _saying(_sheet(book.worksheets[0]))
    except (BadZipFile, *_FAULTS) as error:
        raise UnusableInput(N_("this Excel file is damaged"), hint=_SAVE_AGAIN) from error


def _sheet(sheet: Any) -> Iterator[tuple[str, ...]]:
    """Give the rows of a sheet; its own word of how large it is is not trusted."""
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        words = [_words(cell) for cell in row]
        while words and not words[-1]:
            words.pop()
        yield tuple(words)


def _words(cell: Any) -> str:
    """Write a cell's value as the sheet shows it, a date as documents do."""
    value = cell.value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    if isinstance(value, date):
        clock = isinstance(value, datetime) and value.time() != time()
        return _day(value) + (f" {value:%H:%M}" if clock else "")
    return "" if value is None else str(value)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _number(value: float, form: str) -> str:
    """Write a number with the fifteen digits a sheet keeps; shares as percents where shown so."""
    percent = "%" in form
    shown = f"{value * 100 if percent else value:.15g}"
    if "e" in shown:
        shown = f"{float(shown):f}".rstrip("0").rstrip(".")
    return shown + ("%" if percent else "")

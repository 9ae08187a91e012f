"""Sums and shares in tables (表): rows and columns labelled 合计, 总计, 小计, columns of 占比."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.checks.amounts import shown
from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript, Row
from drafter.model.figures import Table, grid
from drafter.pattern import regex

_SUM = regex(r"[（(]?(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:[（(].*[）)])?[）)]?")
_PARTIAL = regex(r"小\s*计")
_LEVEL = regex("[一二三四五六七八九十]+、")
_SUBSET = regex(r"其\s*中|#|含")
_NO_SUM = regex(
    "率|比|均|占|增|幅|速|单价|标准|排名|名次|序号|年份|年度|时间|日期|编号|电话|备注|得分|指数|%"
)
_SHARE = regex("占比|比重|占总")
_NUMBER = regex(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
_EMPTY = frozenset({"", "—", "-", "－", "/", "——", "0"})
_RULE = regex(r"\|(?:\s*:?-+:?\s*\|)+")
_LEAST = 2
_POINT = Decimal(1)
Told = tuple[int, str]
"""What is wrong in which row of a table."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's cells as words, how many rows are heads, in which row of the source each stands."""

    cells: list[list[str]]
    header: int
    places: list[int]

    def head(self, column: int) -> str:
        return "".join(row[column] for row in self.cells[: self.header])

    def label(self, row: int) -> str:
        return self.cells[row][0] + self.cells[row][1] if len(self.cells[row]) > 1 else ""

    def is_sum(self, row: int) -> bool:
        return any(_SUM.fullmatch(cell) for cell in self.cells[row][:2])

    def is_partial(self, row: int) -> bool:
        return any(_PARTIAL.fullmatch(cell) for cell in self.cells[row][:2])

    @property
    def body(self) -> range:
        return range(self.header, len(self.cells))

    @property
    def columns(self) -> list[int]:
        """The columns that can be added up."""
        width = len(self.cells[0])
        return [c for c in range(1, width) if not _NO_SUM.search(self.head(c))]


def _tables(manuscript: Manuscript) -> Iterator[_Grid]:
    """Give the tables of a Word file, and those of lines with bars."""
    barred: list[Row] = []
    for row in (*manuscript.rows, None):
        if row is not None and row.text.startswith("|") and row.text.endswith("|"):
            barred.append(row)
            continue
        if len(barred) > 3 and _RULE.fullmatch(barred[1].text):
            yield _barred(barred)
        barred = []
        if row is not None and row.table is not None and row.table.header:
            yield _grid(row.table, row.at)


def _barred(rows: list[Row]) -> _Grid:
    rows = [rows[0], *rows[2:]]
    cells = [[cell.strip() for cell in row.text[1:-1].split("|")] for row in rows]
    width = len(cells[0])
    cells = [(line + [""] * width)[:width] for line in cells]
    return _Grid(cells, 1, [row.at for row in rows])


def _grid(table: Table, at: int) -> _Grid:
    """Lay a table out; a number that covers several places stands in the first only."""
    words = [[cell.text.text.strip() for cell in row] for row in table.rows]
    seen: set[tuple[int, int]] = set()
    cells: list[list[str]] = []
    for places in grid(table):
        line = [
            ""
            if one in seen and _NUMBER.fullmatch(words[one[0]][one[1]])
            else words[one[0]][one[1]]
            for one in places
        ]
        seen |= set(places)
        cells.append(line)
    return _Grid(cells, table.header, [at] * len(cells))


def _number(words: str) -> Decimal | None:
    if words in _EMPTY:
        return Decimal(0)
    return Decimal(words.replace(",", "")) if _NUMBER.fullmatch(words) else None


def _half(words: str) -> Decimal:
    """By how much rounding may have changed a number; whole ones are counted."""
    _, point, places = words.partition(".")
    return Decimal(10) ** -len(places) / 2 if point else Decimal(0)


def _differs(told: str, parts: list[str]) -> Decimal | None:
    """Give the sum where it is another than the one told, None where it fits or nobody can tell."""
    numbers = [_number(one) for one in parts]
    total = _number(told)
    if total is None or told in _EMPTY or None in numbers:
        return None
    if sum(one not in _EMPTY for one in parts) < _LEAST:
        return None
    added = sum((one for one in numbers if one is not None), Decimal(0))
    slack = _half(told) + sum((_half(one) for one in parts), Decimal(0))
    return added if abs(added - total) > slack else None


def _columns(table: _Grid) -> Iterator[Told]:
    for row in table.body:
        if not table.is_sum(row):
            continue
        parts = _parts(table, row)
        if len(parts) < _LEAST:
            continue
        for column in table.columns:
            told = table.cells[row][column]
            added = _differs(told, [table.cells[one][column] for one in parts])
            if added is not None:
                name = table.head(column) or f"第{column + 1}列"
                yield row, f"“{name}”一列相加为{added}，{_plain(table.label(row))}写{told}"


def _plain(label: str) -> str:
    found = _SUM.search(label)
    return found[0] if found else label


def _parts(table: _Grid, total: int) -> list[int]:
    """Give the rows that a sum is of: those above it, or below where it comes first."""
    if any(_SUBSET.match(cell) for row in table.body for cell in table.cells[row][:2]):
        return []
    above = [row for row in table.body if row < total]
    if not above:
        above = [row for row in table.body if row > total]
        return [] if any(map(table.is_sum, above)) else _top(table, above)
    partial = [row for row in above if table.is_partial(row)]
    if table.is_partial(total):
        return _top(table, above[above.index(partial[-1]) + 1 :] if partial else above)
    if any(table.is_sum(row) and not table.is_partial(row) for row in above):
        return []
    rest = above[above.index(partial[-1]) + 1 :] if partial else above
    return [*partial, *rest] if partial else _top(table, above)


def _top(table: _Grid, rows: list[int]) -> list[int]:
    """Leave only the main rows (一、) where some are; the others are parts of them."""
    main = [row for row in rows if _LEVEL.match(table.label(row))]
    return main or rows


def _rows(table: _Grid) -> Iterator[Told]:
    """Look at a column 合计 only where most rows show what it adds up."""
    for column in range(1, len(table.cells[0])):
        if not any(_SUM.fullmatch(row[column]) for row in table.cells[: table.header]):
            continue
        others = [one for one in table.columns if one != column]
        told = {row: table.cells[row][column] for row in table.body}
        results = {
            row: _differs(words, [table.cells[row][one] for one in others])
            for row, words in told.items()
            if _number(words) and all(_number(table.cells[row][one]) is not None for one in others)
        }
        wrong = {row: added for row, added in results.items() if added is not None}
        if len(results) - len(wrong) > len(wrong):
            for row, added in wrong.items():
                yield row, f"“{table.cells[row][0]}”一行相加为{added}，合计写{told[row]}"


def _shares(table: _Grid) -> Iterator[Told]:
    """Look at a column of shares where most of its rows show of which column they are."""
    total = next((row for row in table.body if table.is_sum(row)), None)
    if total is None:
        return
    for column in range(2, len(table.cells[0])):
        whole = _number(table.cells[total][column - 1])
        if not _SHARE.search(table.head(column)) or not whole:
            continue
        wrong, right = [], 0
        for row in table.body:
            told = table.cells[row][column].rstrip("%％")
            part, share = _number(table.cells[row][column - 1]), _number(told)
            if row == total or part is None or share is None or told in _EMPTY:
                continue
            expected = part / whole * 100
            if abs(expected - share) > (_half(told) or _POINT / 2) + _POINT / 20:
                wrong.append((row, expected, told))
            else:
                right += 1
        if right > len(wrong):
            for row, expected, told in wrong:
                yield row, f"“{table.cells[row][0]}”应占{shown(expected)}%，表中写{told}%"


def _found(manuscript: Manuscript, *looks: Callable[[_Grid], Iterator[Told]]) -> Iterator[Hit]:
    """Tell all of one row of the source, which may stand for a whole table, in one finding."""
    for table in _tables(manuscript):
        told: dict[int, list[str]] = {}
        for look in looks:
            for row, words in look(table):
                told.setdefault(table.places[row], []).append(words)
        for at, all_words in told.items():
            yield Hit(at, 0, len(manuscript.rows[at].text), "；".join(all_words))


def table_sums(manuscript: Manuscript) -> Iterator[Hit]:
    """Find sums in tables that what stands above or beside them does not give."""
    return _found(manuscript, _columns, _rows)


def table_shares(manuscript: Manuscript) -> Iterator[Hit]:
    """Find shares in tables that the column beside them does not give."""
    return _found(manuscript, _shares)


CHECKS = {"consist-table-sum": table_sums, "consist-table-share": table_shares}

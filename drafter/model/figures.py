"""Tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.model.inline import Para, Span, place


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``cols`` and ``rows`` tell how many of each it covers."""

    text: Para = Para()
    cols: int = 1
    rows: int = 1
    at: Span | None = place()


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表): each row lists the cells that begin in it; the first ``header`` are heads.

    A ``landscape`` one (横排) is printed along the long side of its page, GB/T 9704-2012 8.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 1
    caption: Para = Para()
    landscape: bool = False
    at: Span | None = place()

    def __post_init__(self) -> None:
        grid(self)

    @property
    def width(self) -> int:
        """How many grid columns the table has."""
        return len(grid(self)[0])


def grid(table: Table) -> list[list[tuple[int, int]]]:
    """Give for every place of the grid the (row, index) of the cell that covers it.

    Raises ValueError where the cells leave a hole, overlap or run over the edge.
    """
    if not table.rows or not 0 <= table.header <= len(table.rows):
        raise ValueError("a table needs a row, and no more heads than rows")
    width = sum(cell.cols for cell in table.rows[0])
    places: list[list[tuple[int, int] | None]] = [[None] * width for _ in table.rows]
    for r, row in enumerate(table.rows):
        column = 0
        for index, cell in enumerate(row):
            while column < width and places[r][column] is not None:
                column += 1
            _cover(places, cell, r, column, (r, index))
    full = [[place for place in row if place is not None] for row in places]
    if not width or any(len(row) != width for row in full):
        raise ValueError("the cells of a table must fill its grid")
    return full


def _cover(
    places: list[list[tuple[int, int] | None]], cell: Cell, r: int, c: int, key: tuple[int, int]
) -> None:
    if cell.cols < 1 or cell.rows < 1 or r + cell.rows > len(places):
        raise ValueError("a cell must stay inside its table")
    for row in places[r : r + cell.rows]:
        if c + cell.cols > len(row) or any(p is not None for p in row[c : c + cell.cols]):
            raise ValueError("the cells of a table must fill its grid without overlap")
        row[c : c + cell.cols] = [key] * cell.cols


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (图), with what Word needs to keep it. Sizes are millimetres on the page."""

    name: str
    data: bytes = field(repr=False)
    width_mm: float = 100.0
    height_mm: float = 75.0
    caption: Para = Para()
    at: Span | None = place()

    def __post_init__(self) -> None:
        if not self.name or self.name != self.name.strip() or not self.name.isprintable():
            raise ValueError(f"a picture needs a file name: {self.name!r}")
        for side in ("width_mm", "height_mm"):
            size = round(float(getattr(self, side)), 1)
            if not 0 < size < 10_000:
                raise ValueError(f"a picture of {size} mm")
            object.__setattr__(self, side, size)

"""What people have put into a Word file of ours: the controls of gaps, the tables of a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.errors import N_, UnusableInput
from drafter.formats.docx.blocks import Paragraph, blocks
from drafter.formats.docx.grid import read_table
from drafter.formats.docx.opened import Opened, w
from drafter.formats.docx.paragraph import ParagraphReader
from drafter.model import Para, Table, grid


class Cell(NamedTuple):
    """A cell as one row shows it; ``goes_on`` where it has begun in a row above."""

    words: str
    goes_on: bool = False


class Filled(NamedTuple):
    """What is in a file.

    ``properties`` are its custom ones, ``gaps`` the names of all gaps it was written with,
    ``controls`` those still there, each with what stands in it, ``tables`` its tables row by row,
    ``beside`` the lines outside of them.
    """

    properties: dict[str, str]
    gaps: tuple[str, ...]
    controls: tuple[tuple[str, str], ...]
    tables: tuple[tuple[tuple[Cell, ...], ...], ...]
    beside: tuple[str, ...]


def read_filled(data: bytes) -> Filled:
    """Read what was filled in; raises UnusableInput for what is no Word file or is damaged."""
    opened = Opened(data)
    reader = ParagraphReader(opened)
    tables, beside = [], []
    try:
        for block in blocks(opened.body, reader.revisions):
            if isinstance(block, Paragraph):
                beside.append(reader.read(block.elements, ended=block.ended).text.strip())
            elif block.tag == w("tbl"):
                found = read_table(block, reader, Para())
                tables += [tuple(_rows(found))] if found else []
        controls = tuple(_controls(opened))
    except RecursionError as error:
        raise UnusableInput(N_("this Word file is nested too deep to be read")) from error
    own = opened.own.gaps.values() if opened.own else ()
    names = tuple(dict.fromkeys(name for name, _hint, _ask in own))
    lines = tuple(filter(None, beside))
    return Filled(_properties(opened), names, controls, tuple(tables), lines)


def _controls(opened: Opened) -> Iterator[tuple[str, str]]:
    """Give the controls of gaps wherever they stand, boxes and tables too."""
    reader = ParagraphReader(opened)
    for paragraph in opened.body.iter(w("p")):
        reader.read((paragraph,))
    yield from ((name, words) for name, words in reader.controls if name)


def _rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(grid(table)):
        keys = dict.fromkeys(row)
        yield tuple(Cell(table.rows[r][c].text.text, r != number) for r, c in keys)


def _properties(opened: Opened) -> dict[str, str]:
    """Give the custom properties that are words."""
    root = opened.spare("docProps/custom.xml")
    found: dict[str, str] = {}
    for one in root if root is not None else ():
        found[one.get("name", "")] = "".join(one.itertext()).strip()
    return found

"""Rules of Word's text that no list of children says: tables fit their grid, spaces are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.formats.docx.ooxml.links import value
from tests.formats.docx.ooxml.names import XML, Element, elements, name_of, path_of, w

_MARKS = (
    "RangeStart",
    "RangeEnd",
    "bookmarkStart",
    "bookmarkEnd",
    "proofErr",
    "permStart",
    "permEnd",
)
_MOST_COLUMNS = 63
_HOLDERS = ("sdt", "sdtContent", "customXml")
_WORDS = ("t", "delText", "instrText", "delInstrText")
_ENDS_WITH_A_PARAGRAPH = ("tc", "txbxContent", "hdr", "ftr", "comment", "footnote", "endnote")


def story_faults(root: Element) -> Iterator[str]:
    """Give what is wrong with the text of a part."""
    for name in _WORDS:
        for words in root.iter(w(name)):
            if _loses_spaces(words):
                yield f"{path_of(words)}: spaces at its ends without xml:space=preserve"
    for name in _ENDS_WITH_A_PARAGRAPH:
        for holder in root.iter(w(name)):
            if len(holder) and not _ends_with_a_paragraph(holder):
                yield f"{path_of(holder)}: does not end with w:p"
    for section in root.iter(w("sectPr")):
        yield from _section_faults(section)
    for table in root.iter(w("tbl")):
        yield from _table_faults(table)


def _loses_spaces(words: Element) -> bool:
    text = words.text or ""
    return text != text.strip(" \t\r\n") and words.get(f"{{{XML}}}space") != "preserve"


def _ends_with_a_paragraph(holder: Element) -> bool:
    blocks = [child for child in elements(holder) if not name_of(child).endswith(_MARKS)]
    if blocks and name_of(blocks[-1]) in _HOLDERS:
        return _ends_with_a_paragraph(blocks[-1])
    return bool(blocks) and name_of(blocks[-1]) == "p"


def _section_faults(section: Element) -> Iterator[str]:
    """Give kinds of header or footer that a section names twice."""
    references = Counter(
        (name_of(child), value(child, "type"))
        for child in elements(section)
        if name_of(child).endswith("Reference")
    )
    for (name, type), times in references.items():
        if times > 1:
            yield f"{path_of(section)}: {times} w:{name} of type {type}"


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Give the children of a name, looking into content controls and custom markup."""
    for child in elements(element):
        if name_of(child) == name:
            yield child
        elif name_of(child) in _HOLDERS:
            yield from _inside(child, name)


def _number(element: Element, path: str, otherwise: int) -> int:
    """Give the whole number of a property, or what holds where it is not given."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    said = value(found) if found is not None else ""
    return int(said) if said.isdecimal() else otherwise


def _table_faults(table: Element) -> Iterator[str]:
    """Hold rows and cells against the grid, and cells that go on against those above."""
    grid = [value(column, "w") for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    if len(grid) > _MOST_COLUMNS:
        yield f"{path_of(table)}: has {len(grid)} columns, Word takes {_MOST_COLUMNS}"
    above: dict[int, int] = {}
    for row in _inside(table, "tr"):
        column = _number(row, "trPr/gridBefore", 0)
        merged: dict[int, int] = {}
        for cell in _inside(row, "tc"):
            span = _number(cell, "tcPr/gridSpan", 1)
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            if merge is not None:
                merged[column] = span
                if value(merge) != "restart" and above.get(column) != span:
                    yield f"{path_of(cell)}: goes on from no cell above it"
            yield from _width_faults(cell, grid[column : column + span])
            column += span
        column += _number(row, "trPr/gridAfter", 0)
        if column != len(grid):
            yield f"{path_of(row)}: covers {column} columns, the grid has {len(grid)}"
        above = merged
    yield from _whole_width_faults(table, grid)


def _width_faults(cell: Element, columns: list[str]) -> Iterator[str]:
    """Hold the width a cell gives against the columns it covers, where the layout is fixed."""
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is None or value(width, "type") != "dxa" or not _is_fixed(cell):
        return
    if value(width, "w") != _sum(columns):
        yield f"{path_of(cell)}: is {value(width, 'w')} wide, its columns {'+'.join(columns)}"


def _sum(columns: list[str]) -> str:
    return str(sum(int(width) for width in columns if width.isdecimal()))


def _is_fixed(cell: Element) -> bool:
    table = next(cell.iterancestors(w("tbl")))
    layout = table.find(f"{w('tblPr')}/{w('tblLayout')}")
    return layout is not None and value(layout, "type") == "fixed"


def _whole_width_faults(table: Element, grid: list[str]) -> Iterator[str]:
    """Hold the width a table gives against its grid, where the layout is fixed."""
    width = table.find(f"{w('tblPr')}/{w('tblW')}")
    layout = table.find(f"{w('tblPr')}/{w('tblLayout')}")
    if width is None or value(width, "type") != "dxa" or layout is None:
        return
    if value(layout, "type") == "fixed" and value(width, "w") != _sum(grid):
        yield f"{path_of(table)}: is {value(width, 'w')} wide, its columns {'+'.join(grid)}"

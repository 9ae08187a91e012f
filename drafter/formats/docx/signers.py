"""The line of an upward document's number, and of who signs it off (7.2.5, 7.2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import FIXED, SIGNER
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips
from drafter.formats.docx.xml import Setting, element, run
from drafter.house import House
from drafter.house.measure import text_width
from drafter.model import Document, Para
from drafter.model.fixed import SIGNERS

_A_ROW = 2  # 一般每行排两个姓名


def signer_rows(document: Document, house: House) -> list[Sequence[Para]]:
    """Put who signs in rows: two in one, or as many as stand beside the number."""
    names = document.signers
    room = house.page.chars - text_width(document.number.text) - 3
    most = _A_ROW if text_width(SIGNERS) + sum(_columns(names, _A_ROW)) <= room else 1
    return [names[at : at + most] for at in range(0, len(names), most)] or [()]


def upward_lines(flow: Flow, document: Document, setting: Setting) -> None:
    """Write the number left and who signs right, the number on the last row.

    ``setting`` holds the space above the first row and the rule under the last.
    """
    rows = signer_rows(document, flow.story.house)
    stops = "".join(
        element("tab", val="left", pos=stop)
        for stop in _stops(document.signers, len(rows[0]), flow.story.house)
    )
    for index, row in enumerate(rows):
        first, last = not index, index == len(rows) - 1
        words = run("\t", FIXED) + (flow.story.words(document.number) if last else "")
        if row:
            words += run("\t" + (SIGNERS if first else "\t"), FIXED)
        for position, signer in enumerate(row):
            words += run("\t", FIXED) if position else ""
            words += flow.story.words(signer, SIGNER)
        worn = replace(setting, tabs=stops, align="left")
        worn = worn if last else replace(worn, border="")
        flow.add("number", words, worn if first else replace(worn, before=0))


def _columns(names: Sequence[Para], a_row: int) -> list[float]:
    """Give the 字 each column takes: its widest name and the space after it."""
    columns = (names[at::a_row] for at in range(a_row))
    return [max(text_width(name.text) for name in column) + 1 for column in columns if column]


def _stops(names: Sequence[Para], a_row: int, house: House) -> list[int]:
    """Give the tab stops of number, word and each name; the last name's space is the margin."""
    char, width = char_twips(house, house.looks["number"].size_pt), page_twips(house.page)
    columns = _columns(names, a_row)
    widths = [text_width(SIGNERS), *columns]
    label = max(width - round(sum(widths) * char), 2 * char)
    return [char, *(label + round(sum(widths[:at]) * char) for at in range(len(columns) + 1))]

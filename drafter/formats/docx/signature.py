"""署名 and 成文日期: with seal, without, over a 签名章; one organ or several (7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.layout import cell, empty_row, layout_table, row
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips, indents
from drafter.formats.docx.xml import Setting, element, paragraph, run
from drafter.house import House
from drafter.house.measure import lines_of_width, text_width
from drafter.model import Document, Para, Text

_LONGEST_NAME = 10  # 字: what is longer is no name
_TITLE_GAP = 2  # 字 between a signer's title and the stamp
_BETWEEN = 1  # 字 at least between the names in a row
_BETWEEN_TWO = 0.2  # … of two: long names next to each other are rare, and rows cost five lines
_LEAST_COLUMN = 8  # 字: a seal of 42 mm and some
_BESIDE = 0.5  # lines: what a stamp of two takes above and below the line of words beside it
_SPACE = re.compile("[ \t\u3000]+")


def signature(flow: Flow, document: Document, blank: float) -> None:
    """Write who signs and when, under ``blank`` lines, as the house's form of signature has it."""
    form = flow.story.house.signature.form
    if form == "stamp" and document.signature:
        _stamped(flow, document, blank)
    elif form == "seal" and len(document.signature) > 1:
        _sealed_jointly(flow, document, blank)
    else:
        _plain(flow, document, blank)


def _plain(flow: Flow, document: Document, blank: float) -> None:
    """Write names one below the other, then the date (7.3.5.1 of one organ, 7.3.5.2)."""
    house = flow.story.house
    look = house.looks["date"]
    date_right, shifts = _right_edges(document, look.right_chars, house)
    if document.signature or document.date:
        flow.space(blank)
    for line, right in zip(document.signature, shifts, strict=True):
        indent = indents(house, house.looks["signature"], right=right)
        flow.add("signature", flow.story.words(line), Setting(indent=indent, keep_next=True))
    if document.date:
        _date(flow, document, date_right)


def _date(flow: Flow, document: Document, right: float, before: int = 0) -> None:
    house = flow.story.house
    indent = indents(house, house.looks["date"], right=right)
    flow.add("date", flow.story.words(document.date), Setting(indent=indent, before=before))


def _right_edges(document: Document, right: float, house: House) -> tuple[float, list[float]]:
    """Give the right indents, in 字, of the date and of each line of the signature.

    What is wider than the page turns, and is counted as wide as it.
    """
    form, most = house.signature.form, house.page.chars
    widths = [min(max(lines_of_width(line.text)), most) for line in document.signature]
    date = min(text_width(document.date.text), most)
    if not document.date or not widths:
        return right, [right for _ in widths]
    if form == "seal":  # 7.3.5.1: each name centred on the date, none beyond the edge
        right = max(right, (max(widths) - date) / 2)
        return right, [right + (date - width) / 2 for width in widths]
    if date > widths[-1]:  # 7.3.5.2: the longer date keeps its place, the name moves in
        return right, [max(right + date + 2 - width, 0) for width in widths]
    return max(right + widths[-1] - 2 - date, 0), [right for _ in widths]


class _Rows(NamedTuple):
    """How names stand in rows: how many in one, how far apart, where the first begins (字)."""

    columns: int
    pitch: float
    start: float
    names: tuple[tuple[Para, ...], ...]


def height(document: Document, house: House) -> float:
    """Give the lines that names and date take, the blank ones above them too."""
    form, names = house.signature, len(document.signature)
    lines = form.before_lines + bool(document.date)
    if form.form == "stamp":
        return lines + names * form.stamp_lines + house.looks["date"].before_lines
    if form.form == "seal" and names > 1:
        return lines + 1 + (len(_rows(document, house).names) - 1) * form.row_lines
    return lines + names


def _rows(document: Document, house: House) -> _Rows:
    """Put joint names in rows: columns wide enough for names and seals, the last on the date.

    A row that is not full stands on the right.
    """
    char = char_twips(house, house.looks["signature"].size_pt)
    text = page_twips(house.page) / char
    date = min(text_width(document.date.text), house.page.chars / 2)
    middle = text - house.looks["date"].right_chars - date / 2
    widths = [max(lines_of_width(line.text)) for line in document.signature]
    columns, pitch = _columns(widths, house.signature.a_row, middle, text)
    names = document.signature
    rows = [names[at : at + columns] for at in range(0, len(names), columns)]
    rows[-1] = (*(Para() for _ in range(columns - len(rows[-1]))), *rows[-1])
    return _Rows(columns, pitch, middle - (columns - 0.5) * pitch, tuple(rows))


def _sealed_jointly(flow: Flow, document: Document, blank: float) -> None:
    """Write names in their order in rows, room for a seal on each, the last over the date."""
    house = flow.story.house
    form, pitch = house.signature, house.page.pitch_twips
    char = char_twips(house, house.looks["signature"].size_pt)
    rows = _rows(document, house)
    widths = [round(rows.pitch * char)] * rows.columns
    body = empty_row(sum(widths), rows.columns, round(blank * pitch))
    for index, names in enumerate(rows.names):
        cells = "".join(
            cell(width, _name(flow, name), align="bottom")
            for width, name in zip(widths, names, strict=True)
        )
        body += row(cells, round((form.row_lines if index else 1) * pitch), exact=False)
    flow.raw(_set_in(widths, body, round(rows.start * char)), table=True)
    if document.date:
        _date(flow, document, house.looks["date"].right_chars)


def _set_in(widths: Sequence[int], rows: str, indent: int) -> str:
    """Write the table of names, so many twips from the left edge of the text."""
    return layout_table(widths, rows, element("tblInd", w=indent, type="dxa"))


def _columns(names: Sequence[float], most: int, middle: float, text: float) -> tuple[int, float]:
    """Tell how many names stand in a row, and how far apart, in 字."""
    for count in range(min(most, len(names)), 1, -1):
        widest = max(names) + (_BETWEEN if count > 2 else _BETWEEN_TWO)
        # the first column may begin at the left edge, the last may end at the right one
        room = min(middle / (count - 0.5), 2 * (text - middle))
        if max(widest, _LEAST_COLUMN) <= room:
            return count, max(widest, _LEAST_COLUMN)
    return 1, min(max(*names, _LEAST_COLUMN), 2 * (text - middle))


def _name(flow: Flow, name: Para) -> str:
    setting = Setting(indent=_NO_INDENT, align="center", keep_next=True)
    return paragraph(BY_ROLE["signature"].id, flow.story.words(name), setting)


_NO_INDENT = '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0"/>'


def _stamped(flow: Flow, document: Document, blank: float) -> None:
    """Write each signer's title, and the name where the 签名章 goes, in a row of its height.

    The stamps of several organs begin at one place; the date follows a blank line below (7.3.5.3).
    """
    house = flow.story.house
    form, date, pitch = house.signature, house.looks["date"], house.page.pitch_twips
    names = [_name_width(line) for line in document.signature]
    stamp = max(form.stamp_chars, *names)
    width = page_twips(house.page)
    body = empty_row(width, 1, round((blank - _BESIDE) * pitch))
    for line, name in zip(document.signature, names, strict=True):
        right = date.right_chars + (stamp - name if name else stamp + _TITLE_GAP)
        right = min(right, house.page.chars / 2)
        indent = indents(house, house.looks["signature"], right=right)
        setting = Setting(indent=indent, keep_next=True)
        words = paragraph(BY_ROLE["signature"].id, _spaced(flow, line), setting)
        body += row(cell(width, words), round(form.stamp_lines * pitch), exact=False)
    flow.raw(_set_in((width,), body, 0), table=True)
    if document.date:
        _date(flow, document, date.right_chars, round((date.before_lines - _BESIDE) * pitch))


def _name_width(line: Para) -> float:
    """Give the width, in 字, of the name after a signer's title; 0 where there is only one word."""
    parts = _SPACE.split(line.text)
    return min(text_width(parts[-1]), _LONGEST_NAME) if len(parts) > 1 else 0


def _spaced(flow: Flow, line: Para) -> str:
    """Write title and name with the space between them widened to what the clause wants."""
    spaces = [
        space for i in line.inlines if isinstance(i, Text) for space in _SPACE.finditer(i.text)
    ]
    if not spaces:
        return flow.story.words(line)
    house = flow.story.house
    char = char_twips(house, house.looks["signature"].size_pt)
    last, words = spaces[-1], ""
    for inline in line.inlines:
        if not (isinstance(inline, Text) and inline.text == last.string):
            words += flow.story.words(Para((inline,)))
            continue
        missing = (_TITLE_GAP - text_width(last[0])) * char / len(last[0])
        for text, extra in (
            (inline.text[: last.start()], ""),
            (last[0], element("spacing", val=round(missing))),
            (inline.text[last.end() :], ""),
        ):
            words += run(text, extra=extra) if text else ""
    return words

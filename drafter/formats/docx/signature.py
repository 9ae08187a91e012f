"""署名 and 成文日期: with seal, without, over a 签名章; one organ or several (7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.formats.docx.broken import ends_of, in_lines, lines_of
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.layout import cell, empty_row, layout_table, row
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.seals import sealed_jointly, seals_of
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips, indents
from drafter.formats.docx.xml import Setting, element, paragraph, run
from drafter.house import House
from drafter.house.measure import text_width
from drafter.model import Document, Para, Text

_LONGEST_NAME = 10  # 字: what is longer is no name
_TITLE_GAP = 2  # 字 between a signer's title and the stamp
_BESIDE = 0.5  # lines: what a stamp of two takes above and below the line of words beside it
_SLACK = 0.5  # 字 that a name of several lines may be wider than reckoned
_SPACE = re.compile("[ \t\u3000]+")


def signature(flow: Flow, document: Document, blank: float, *, together: bool = True) -> None:
    """Write who signs and when, under ``blank`` lines, as the house's form of signature has it.

    ``together`` keeps several rows of seals on one page.
    """
    form = flow.story.house.signature.form
    if form == "stamp" and document.signature:
        _stamped(flow, document, blank)
    elif form == "seal" and len(document.signature) > 1:
        sealed_jointly(flow, document, blank, together=together)
        if document.date:
            _date(flow, document, flow.story.house.looks["date"].right_chars)
    else:
        _plain(flow, document, blank)


class _Name(NamedTuple):
    """A name that signs, where the page breaks it, and its width in 字."""

    para: Para
    ends: tuple[int, ...]
    width: float

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(lines_of(self.para, self.ends))


def _names(document: Document, house: House) -> list[_Name]:
    """Break the names that no line holds: beside their right indent, or moved in for a seal."""
    most: float = house.page.chars
    if house.signature.form != "seal":
        most -= house.looks["date"].right_chars
    found = []
    for line in document.signature:
        ends = ends_of(line, most)
        width = max(map(text_width, lines_of(line, ends)))
        found.append(_Name(line, ends, min(width, most)))
    return found


def _plain(flow: Flow, document: Document, blank: float) -> None:
    """Write names one below the other, then the date (7.3.5.1 of one organ, 7.3.5.2)."""
    house = flow.story.house
    names = _names(document, house)
    date_right, shifts = _right_edges(document, names, house)
    if document.signature or document.date:
        flow.space(blank)
    for name, right in zip(names, shifts, strict=True):
        words = in_lines(flow.story, name.para, name.ends)
        flow.add("signature", words, _beside(name, right, house))
    if document.date:
        _date(flow, document, date_right)


def _beside(name: _Name, right: float, house: House) -> Setting:
    """Place a name so many 字 from the right.

    Lines of one name are centred among themselves for a seal, else they begin at one place.
    """
    look, sealed = house.looks["signature"], house.signature.form == "seal"
    if name.lines == 1:
        return Setting(indent=indents(house, look, right=right), keep_next=True)
    left = max(house.page.chars - right - name.width, 0)
    slack = min(_SLACK, left, right)
    indent = indents(house, look, left=left - slack if sealed else left, right=right - slack)
    return Setting(indent=indent, align="center" if sealed else "left", keep_next=True)


def _date(flow: Flow, document: Document, right: float, before: int = 0) -> None:
    house = flow.story.house
    look = house.looks["date"]
    indent = indents(house, look, right=right) if right != look.right_chars else ""
    flow.add("date", flow.story.words(document.date), Setting(indent=indent, before=before))


def right_edges(document: Document, house: House) -> tuple[float, list[float]]:
    """Give the right indents, in 字, of the date and of each name of a plain signature."""
    return _right_edges(document, _names(document, house), house)


def _right_edges(
    document: Document, names: Sequence[_Name], house: House
) -> tuple[float, list[float]]:
    """Give the right indents, in 字, of the date and of each name."""
    right, most = house.looks["date"].right_chars, house.page.chars
    widths = [name.width for name in names]
    date = min(text_width(document.date.text), most)
    if not document.date or not widths:
        return right, [right for _ in widths]
    if house.signature.form == "seal":  # 7.3.5.1: centred on the date, none beyond the edge
        right = max(right, (max(widths) - date) / 2)
        return right, [right + (date - width) / 2 for width in widths]
    if date > widths[-1]:  # 7.3.5.2: the longer date keeps its place, the name moves in
        return right, [max(right + date + 2 - width, 0) for width in widths]
    return max(right + widths[-1] - 2 - date, 0), [right for _ in widths]


def height(document: Document, house: House) -> float:
    """Give the lines that names and date take, the blank ones above them too."""
    form, names = house.signature, len(document.signature)
    lines = form.before_lines + bool(document.date)
    if form.form == "stamp":
        return lines + names * form.stamp_lines + house.looks["date"].before_lines
    if form.form == "seal" and names > 1:
        return lines + seals_of(document, house).lines(house)
    return lines + sum(name.lines for name in _names(document, house))


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
    flow.raw(layout_table((width,), body, element("tblInd", w=0, type="dxa")), table=True)
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

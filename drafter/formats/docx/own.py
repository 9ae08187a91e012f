"""Paragraphs of a file drafter wrote: their styles say what they are, nobody has to guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.formats.docx.found import Found, Piece
from drafter.formats.docx.names import (
    ATTENDANCE_WORD,
    BY_ID,
    FIXED,
    NUMBER,
    OWN_NUMBER,
    POINT,
    PRINT_DATE,
    RUN_IN_WORDS,
    SIGNER,
    Style,
)
from drafter.model import ELEMENT_NAMED, Inline, Span
from drafter.model.nodes import STOPS
from drafter.model.ordinals import heading_mark, point_mark
from drafter.reading.line import Judgement, Role
from drafter.reading.points import spots_of

_ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "number": Role.DOCNUMBER,
    "salutation": Role.SALUTATION,
    "byline": Role.SIGNATURE,
    "signature": Role.SIGNATURE,
    "dateline": Role.DATE,
    "date": Role.DATE,
    "attachment_list": Role.ATTACHMENT,
    "mark": Role.ATTACHMENT,
}
_SHARING = {
    "number": {SIGNER: "signers"},
    "printer": {PRINT_DATE: "print_date"},
    "copy_number": {NUMBER: "number"},
    "secrecy": {NUMBER: "number"},
    "urgency": {NUMBER: "number"},
}
"""Elements that share the line of another, by the character style that parts them."""
_ELSEWHERE = {"recipients": "salutation"}
"""Elements that a style of its own sets in another place: the recipients in the 版记."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line in the making: its inlines, and what it is."""

    inlines: tuple[Inline, ...]
    judgement: Judgement


def own_lines(found: Found) -> Iterator[Words] | None:
    """Give the lines a paragraph holds, each with what it is; None if its style tells nothing."""
    style = BY_ID.get(found.style)
    if style is None or style.look in ("image", "image_caption") or style.role[:6] == "table_":
        return None
    if style.level:
        return iter((_heading(found, style),))
    element = _ELSEWHERE.get(style.role, style.role)
    if element in ELEMENT_NAMED:
        return _element(found, element)
    return iter((_text(found, style.role),))


def _inlines(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    return tuple(piece.inline for piece in pieces)


def _element(found: Found, role: str) -> Iterator[Words]:
    """Give an element's line without the fixed words of the page; two where it shares one.

    A break the page adds parts nothing.
    """
    own = [piece for piece in found.pieces if piece.style != FIXED or piece.text != "\n"]
    names = {FIXED: "", ATTENDANCE_WORD: "", **_SHARING.get(role, {})}
    for name, pieces in groupby(own, key=lambda piece: names.get(piece.style, role)):
        if name:
            yield Words(_inlines(pieces), _judged(name))


def _judged(name: str) -> Judgement:
    return Judgement(_ROLES.get(name, Role.NOTE), name)


def _text(found: Found, role: str) -> Words:
    element = {"more": "more", "address": "address"}.get(role, "")
    spots = spots_of(found.text, list(_ordinals(found)))
    kind = Role.CLOSING if role == "closing" else Role.BODY
    return Words(_inlines(found.pieces), Judgement(kind, element, points=spots))


def _ordinals(found: Found) -> Iterator[Span]:
    """Give the places of the ordinals marked as such, whole also where Word has parted them."""
    at, start, words = 0, 0, ""
    for piece in found.pieces:
        size = len(piece.text)
        if piece.style == POINT:
            start, words = (start, words + piece.text) if words else (at, piece.text)
            mark = point_mark(words)
            if mark and mark.raw == words:
                yield Span(start, at + size)
                words = ""
        else:
            words = ""
        at += size


def _heading(found: Found, style: Style) -> Words:
    run_in = style.role.startswith("run_in")
    text = found.text
    end = _end_of_heading(found, style.level) if run_in else len(text)
    number = _number(found, text[:end])
    begin = number.end if number else 0
    words = text[begin:end]
    stopped = run_in and len(words.strip()) > 1 and words[-1] in STOPS
    judgement = Judgement(
        Role(f"h{min(style.level, 4)}"),
        number=number,
        title=Span(begin, end - stopped),
        run_in=run_in,
        points=spots_of(text, list(_ordinals(found))),
        level=style.level,
        rest=end,
    )
    return Words(_inlines(found.pieces), judgement)


def _end_of_heading(found: Found, level: int) -> int:
    at = end = 0
    for piece in found.pieces:
        at += len(piece.text)
        if piece.style == f"{RUN_IN_WORDS}{level}":
            end = at
    return end


def _number(found: Found, words: str) -> Span | None:
    """Give the place of a heading's number: as bookmarked, else as its words begin."""
    marked = found.bookmark(OWN_NUMBER)
    if marked:
        start, end = marked
        size = len(words[start:end].rstrip())
        return Span(start, start + size) if size else None
    mark = heading_mark(words)
    return Span(0, len(mark.raw)) if mark else None

"""Values that know where they come from, and words that carry it through a template.

A value in braces leaves an invisible mark before and after its words. When the filled outline has
been read, ``untraced`` takes the marks out again and tells for every stretch of the document what
it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from drafter.drafting.questions import Day, Single
from drafter.model import Document, Gap, Para, Text
from drafter.model.walk import map_paras

DEFAULT = "="
"""Begins the key of an answer that is the question's own default."""
COMPUTED = "#"
"""The key of words reckoned from answers: a count, a weekday."""
DATED = "@"
"""Begins the key of a formulation that holds for a time, before its use."""
FORMULA = ""
"""The key of words the template itself writes."""

_BASE, _END, _AS_IT_IS = 0xF0000, "\U0010fffd", "\U0010fffc"
_PRIVATE = re.compile("[\U000f0000-\U0010ffff]")
_MARKS = re.compile(f"{_AS_IT_IS}(?P<own>.)|[\U000f0000-\U000ffffd{_END}]", re.S)


class Words(str):
    """Text that knows its key; what is cut from it knows it too."""

    key: str = ""


class Whole(int):
    """A whole number that knows its key."""

    key: str = ""


class Number(Decimal):
    """A number that knows its key."""

    key: str = ""


class Date(Day):
    """A date that knows its key, as do its parts."""

    key: str = ""

    @property
    def year(self) -> Whole:
        """The year, from the same answer."""
        return _keyed(Whole(super().year), self.key)

    @property
    def month(self) -> Whole:
        """The month, from the same answer."""
        return _keyed(Whole(super().month), self.key)

    @property
    def day(self) -> Whole:
        """The day of the month, from the same answer."""
        return _keyed(Whole(super().day), self.key)

    @property
    def weekday_name(self) -> Words:
        """The day of the week, reckoned from the date."""
        return _keyed(Words(super().weekday_name), COMPUTED)


Keyed = TypeVar("Keyed", Words, Whole, Number, Date)


def _keyed(value: Keyed, key: str) -> Keyed:
    value.key = key
    return value


def _same_key(name: str) -> Callable[..., Any]:
    plain = getattr(str, name)

    def method(self: Words, *args: Any, **named: Any) -> Any:
        found = plain(self, *args, **named)
        return (
            [traced(part, self.key) for part in found]
            if isinstance(found, list)
            else traced(found, self.key)
        )

    return method


for _name in (
    *("strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "replace", "split"),
    *("splitlines", "__getitem__"),
):
    setattr(Words, _name, _same_key(_name))


def traced(value: Single, key: str) -> Single:
    """Give a value that remembers its key; truth values have none."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Day):
        return _keyed(Date(value.year, value.month, value.day), key)
    if isinstance(value, str):
        return _keyed(Words(value), key)
    if isinstance(value, int):
        return _keyed(Whole(value), key)
    return _keyed(Number(value), key)


class Keys:
    """The keys met in one filling of a template, numbered for their marks."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._numbers: dict[str, int] = {}

    def mark(self, words: str, key: str) -> str:
        """Put the marks of a key around words."""
        if key not in self._numbers:
            self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return f"{chr(_BASE + self._numbers[key])}{words}{_END}"

    def __getitem__(self, mark: str) -> str:
        return self._keys[ord(mark) - _BASE]


def unmistaken(words: str) -> str:
    """Write words so that none of their characters, rare ones of private fonts, is a mark."""
    return _PRIVATE.sub(lambda found: _AS_IT_IS + found.group(), words)


def bare(words: str) -> str:
    """Give words without marks."""
    return _MARKS.sub(lambda found: found["own"] or "", words)


class Piece(NamedTuple):
    """A stretch of a paragraph and what it came from: a key, or the gap it is."""

    text: str
    key: str
    gap: Gap | None = None


Pieces = tuple[Piece, ...]


def untraced(document: Document, keys: Keys) -> tuple[Document, list[tuple[Para, Pieces]]]:
    """Take the marks out of a document; give every paragraph with its pieces, in reading order."""
    found: list[tuple[Para, Pieces]] = []

    def clean(para: Para) -> Para:
        pieces = tuple(_pieces(para, keys))
        words = [Text(bare(i.text)) if isinstance(i, Text) else i for i in para.inlines]
        plain = replace(para, inlines=tuple(words))
        if pieces:
            found.append((plain, pieces))
        return plain

    return map_paras(document, clean), found


def _pieces(para: Para, keys: Keys) -> list[Piece]:
    found: list[Piece] = []
    open_: list[str] = []
    for inline in para.inlines:
        if isinstance(inline, Gap):
            found.append(Piece(f"【{inline.name}】", open_[-1] if open_ else "", inline))
            continue
        at = 0
        for mark in _MARKS.finditer(inline.text):
            _add(found, inline.text[at : mark.start()], open_)
            at = mark.end()
            if mark["own"]:
                _add(found, mark["own"], open_)
            elif mark.group() != _END:
                open_.append(keys[mark.group()])
            elif open_:
                open_.pop()
        _add(found, inline.text[at:], open_)
    return found


def _add(found: list[Piece], words: str, open_: list[str]) -> None:
    key = open_[-1] if open_ else FORMULA
    if words and found and found[-1].key == key and found[-1].gap is None:
        found[-1] = Piece(found[-1].text + words, key)
    elif words:
        found.append(Piece(words, key))

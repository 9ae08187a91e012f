"""Where each letter of a line that was read stands in the file.

Nothing is guessed: the file is read once more with every letter replaced by a sign of its own, and
where the signs come out the letters stood. So it holds for whatever the reader does with runs,
tables, boxes and notes; what it says by itself (a number, a note's mark) stands nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from drafter.formats.docx.package import package, packed
from drafter.formats.docx.read import read
from drafter.reading.line import Line
from drafter.revise.letters import Letter, letters
from drafter.revise.ooxml import Element, parse, serialised, w
from drafter.revise.parts import Parts

_PLANES = ((0xF0000, 0xFFFFE), (0x100000, 0x10FFFE))
"""Signs nobody writes: the private planes of Unicode."""
_MOST = sum(end - start for start, end in _PLANES)


class Spot(NamedTuple):
    """A letter's place: the part, the paragraph and the letter in it, both counted from 0."""

    part: str
    paragraph: int
    at: int


class Stories:
    """The parts of a file in which lines stand: the main one, footnotes, endnotes."""

    def __init__(self, parts: Parts) -> None:
        names = [parts.main]
        for kind in ("footnotes", "endnotes"):
            names += [name for name in parts.related(kind).values() if name in parts.raw]
        self.main = parts.main
        self.roots = {name: parse(parts.raw[name], name) for name in dict.fromkeys(names)}
        self._paragraphs = {name: list(root.iter(w("p"))) for name, root in self.roots.items()}
        self._letters: dict[tuple[str, int], str] = {}

    def paragraph(self, spot: Spot) -> Element:
        """Give the paragraph a letter stands in."""
        return self._paragraphs[spot.part][spot.paragraph]

    def letters(self, spot: Spot) -> list[Letter]:
        """Give the letters of the paragraph a letter stands in, as they stand now."""
        return letters(self.paragraph(spot))

    def words(self, spot: Spot) -> str:
        """Give the words of the paragraph a letter stands in, before anything was changed."""
        key = spot.part, spot.paragraph
        if key not in self._letters:
            self._letters[key] = "".join(letter.char for letter in self.letters(spot))
        return self._letters[key]

    def all(self) -> Iterable[tuple[Spot, Letter]]:
        """Give all letters that are no white space."""
        for name, paragraphs in self._paragraphs.items():
            for number, paragraph in enumerate(paragraphs):
                for at, letter in enumerate(letters(paragraph)):
                    if letter.node.tag == w("t") and not letter.char.isspace():
                        yield Spot(name, number, at), letter


Row = list[Spot | None]
"""The spots of a line's characters, None for those that stand nowhere."""


def trace(
    parts: Parts, lines: Sequence[Line], wanted: Collection[int] | None = None
) -> dict[int, Row]:
    """Give where the letters of some lines (all, if none are named) of a file stand."""
    stories = Stories(parts)
    found = list(stories.all())
    rows: dict[int, Row] = {
        at: [None] * len(line.text)
        for at, line in enumerate(lines)
        if wanted is None or at in wanted
    }
    for start in range(0, len(found), _MOST):
        some = found[start : start + _MOST]
        marked = read(_marked(parts, stories, some)).lines
        if len(marked) == len(lines):
            for at, row in rows.items():
                _take(row, lines[at].text, marked[at].text, some)
    for at, row in rows.items():
        _fill_in(row, lines[at].text, stories)
    return rows


def _marked(parts: Parts, stories: Stories, some: Sequence[tuple[Spot, Letter]]) -> bytes:
    """Give the file with some letters replaced by their signs."""
    signs: dict[Element, dict[int, str]] = {}
    for number, (_, letter) in enumerate(some):
        signs.setdefault(letter.node, {})[letter.at] = _sign(number)
    kept = [(node, node.text or "") for node in signs]
    for node, text in kept:
        own = signs[node]
        node.text = "".join(own.get(at, char) for at, char in enumerate(text))
    raw = parts.raw | {name: serialised(root) for name, root in stories.roots.items()}
    for node, text in kept:
        node.text = text
    return package(packed(name, data) for name, data in raw.items())


def _sign(number: int) -> str:
    for start, end in _PLANES:
        if number < end - start:
            return chr(start + number)
        number -= end - start
    raise AssertionError("there are no more signs than that")


def _number(sign: str) -> int | None:
    code, before = ord(sign), 0
    for start, end in _PLANES:
        if start <= code < end:
            return before + code - start
        before += end - start
    return None


def _take(row: Row, text: str, marked: str, some: Sequence[tuple[Spot, Letter]]) -> None:
    """Take the spots of a line whose letters came out as signs; each must be what it was."""
    if len(marked) != len(text):
        return
    for at, (char, sign) in enumerate(zip(text, marked, strict=True)):
        number = _number(sign)
        if number is not None and number < len(some) and some[number][1].char == char:
            row[at] = some[number][0]


def _fill_in(row: Row, text: str, stories: Stories) -> None:
    """Find the white space between letters whose places are known."""
    at = 0
    while at < len(row):
        if row[at] is not None:
            at += 1
            continue
        end = next((one for one in range(at, len(row)) if row[one] is not None), len(row))
        before, after = (row[at - 1] if at else None), (row[end] if end < len(row) else None)
        start = _start(before, after, end - at)
        if start is not None:
            said = stories.words(start)[start.at : start.at + end - at]
            if said == text[at:end]:
                row[at:end] = [start._replace(at=start.at + one) for one in range(end - at)]
        at = end


def _start(before: Spot | None, after: Spot | None, size: int) -> Spot | None:
    """Tell where a stretch between two letters begins; None where they do not bound it."""
    if before is not None:
        start = before._replace(at=before.at + 1)
        return start if after is None or after == start._replace(at=start.at + size) else None
    if after is not None and after.at >= size:
        return after._replace(at=after.at - size)
    return None


def lines_of(rows: Mapping[int, Row]) -> dict[tuple[str, int], tuple[int, int]]:
    """Give for each paragraph the line and the column (both from 0) its first letter has."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for line, row in rows.items():
        for column, spot in enumerate(row):
            if spot is not None:
                found.setdefault((spot.part, spot.paragraph), (line, column))
    return found

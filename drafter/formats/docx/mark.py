"""发文机关标志: how large, in which lines, and where its ink stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.formats.docx.broken import ends_of, in_lines, lines_of
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import FIXED
from drafter.formats.docx.xml import Setting, element, run
from drafter.house import House
from drafter.house.measure import text_width
from drafter.model import Document, Para, ends_in_kind

_LINE_TO_SIZE = 900 / 840  # of the mark's exact line to its size
_INK_TOP = 0.838  # of the size: how far the ink of a Han character rises above its baseline
_INK_FOOT = 0.09  # … and how far it goes below
_BASELINE = 0.8  # of an exact line: where the baseline stands
_GOOD_PT = 26  # 1号: what would be smaller on one line goes on two
_LEAST_PT = 16  # of many organs, below which nobody would know it for a mark
_MOST_LINES = 3  # of one name
_REST_LINES = 10  # of page 1, for number, title, whom it addresses and the first of the text
GAP = 0.5  # between the names of a joint mark and the word beside them, in 字 of its size


class Mark(NamedTuple):
    """How a mark is set: the names it shows, its size in points, the word the page adds.

    ``beside``: the word stands to the right of all names, else after each that lacks it. ``ends``
    are the offsets at which the page breaks each name.
    """

    names: tuple[Para, ...]
    size: float
    word: str
    beside: bool
    ends: tuple[tuple[int, ...], ...]

    def added(self, name: Para) -> str:
        """Give the word the page puts after a name."""
        return "" if self.beside or name.text.endswith(self.word) else self.word

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each name."""
        return tuple(
            tuple(lines_of(name, ends, self.added(name)))
            for name, ends in zip(self.names, self.ends, strict=True)
        )

    @property
    def height(self) -> int:
        """The height of all lines, in twips."""
        return sum(map(len, self.lines)) * line_twips(self.size)


def mark_of(document: Document, house: House) -> Mark:
    """Tell how a document's mark is set (7.2.4, 10.1, 10.2, 10.3).

    文件 follows the names of organs alone, not what says already what is issued. A letter bears
    the first organ's name only. The size, in points, is the house's, or what the width of the
    text and page 1 have room for: the clauses leave it free. A name that would be small on one line
    takes two or three.
    """
    names = document.masthead if house.masthead.form != "letter" else document.masthead[:1]
    issued = any(ends_in_kind(name.text) for name in names)
    word = "" if issued else house.masthead.word
    beside = bool(word) and len(names) > 1 and not any(n.text.endswith(word) for n in names)
    mark = Mark(names, house.looks["masthead"].size_pt, word, beside, ((),) * len(names))
    size = min(_fitting(mark, house))
    if size < min(_GOOD_PT, mark.size):
        for lines in range(2, _MOST_LINES + 1):
            found = _broken(mark, house, lines)
            if found:
                return found
    return mark._replace(size=max(size, min(_LEAST_PT, mark.size)))


def _fitting(mark: Mark, house: House) -> tuple[float, float, float]:
    """Give the sizes (points) that look, width and height allow a mark in lines as they are."""
    widest = max(text_width(line) for lines in mark.lines for line in lines)
    wide = house.page.text_width_mm * 72 / 25.4 / (widest + _beside(mark))
    room = house.page.text_height_mm - house.masthead.top_mm
    room -= _REST_LINES * house.page.text_height_mm / house.page.lines
    high = room * 72 / 25.4 / (sum(map(len, mark.lines)) * _LINE_TO_SIZE)
    return mark.size, int(wide * 2) / 2, int(high)


def _broken(mark: Mark, house: House, most: int) -> Mark | None:
    """Set each name in so many lines at most, as large as can be; None where that is too small."""
    widest = max(text_width(line) for lines in mark.lines for line in lines)
    width = house.page.text_width_mm * 72 / 25.4
    size = min(mark.size, int(width / (widest / most + _beside(mark)) * 2) / 2)
    while size >= min(_GOOD_PT, mark.size):
        room = width / size - _beside(mark)
        ends = tuple(ends_of(name, room, mark.added(name), even=True) for name in mark.names)
        found = mark._replace(size=size, ends=ends)
        if max(map(len, ends)) < most and min(_fitting(found, house)) >= size:
            return found
        size -= 0.5
    return None


def _beside(mark: Mark) -> float:
    """Give the 字 that the word beside the names takes."""
    return text_width(mark.word) + GAP if mark.beside else 0


def line_twips(size: float) -> int:
    """Give the height, in twips, of a line of a mark of a size in points."""
    return round(size * 20 * _LINE_TO_SIZE)


def ink_top(size: float) -> int:
    """Give how far the ink stands below the upper edge of its line, in twips."""
    return round(_BASELINE * line_twips(size) - _INK_TOP * size * 20)


def ink_foot(size: float) -> int:
    """Give how far the ink stands above the lower edge of its line, in twips."""
    return round((1 - _BASELINE) * line_twips(size) - _INK_FOOT * size * 20)


def sized(house: House, size: float) -> str:
    """Write the run properties of a size, in points, other than the house's."""
    if size == house.looks["masthead"].size_pt:
        return ""
    return element("sz", val=int(size * 2)) + element("szCs", val=int(size * 2))


def written(flow: Flow, mark: Mark) -> Iterator[str]:
    """Write the words of each name with the word the page adds to it."""
    extra = sized(flow.story.house, mark.size)
    for name, ends in zip(mark.names, mark.ends, strict=True):
        words, added = in_lines(flow.story, name, ends, extra), mark.added(name)
        if added and len(name.text) in ends:
            words += run("\n", FIXED, extra)
        yield words + (run(added, FIXED, extra) if added else "")


def plain_mark(flow: Flow, mark: Mark, top: int) -> None:
    """Write a mark line by line, its ink ``top`` twips below what stands before it."""
    for count, words in enumerate(written(flow, mark)):
        before = max(top - ink_top(mark.size), 0) if not count else 0
        flow.add("masthead", words, Setting(before=before, line=line_twips(mark.size)))

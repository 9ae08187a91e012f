"""What can be seen on one line alone, measured once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.ordinals import Mark, heading_level, heading_mark
from drafter.reading import words
from drafter.reading.line import FoundLook, Line, Role

SHORT = 60
"""Longer lines are text: in characters, enough for any line of a title, a signature or a note."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\xad"
"""Characters nobody sees that are no white space either."""
_SPACES = "".join(map(chr, (*range(9, 14), *range(28, 33), 133, 160, 5760, *range(8192, 8203))))
_AROUND = _SPACES + "\u2028\u2029\u202f\u205f\u3000" + INVISIBLE
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_STOP = re.compile("[。：:“”《》（）()〈〉]")
_OPEN, _CLOSE = "“《（(〈", "”》）)〉"
_FAMILIES = {
    "章": "chapter",
    "编": "part",
    "篇": "part",
    "分": "part",
    "节": "section",
    "条": "article",
}
_HEADING_FONTS = ("黑", "楷", "标宋", "Hei", "Kai")
_HEADING_REACH = 160
"""How far into a line a heading's stop is looked for."""


@dataclass(slots=True)
class Facts:
    """One line as observed: its words without the space around them, and where they stand."""

    index: int
    line: Line
    text: str
    start: int  # of the words, in the line's own text
    mark: Mark | None
    tight: str  # a short line without any space, digits half-width; else empty
    blank_before: bool = False
    apart: bool = False  # a Word file sets the line apart from the text: bold, or as headings are

    @property
    def last(self) -> str:
        """The last character."""
        return self.text[-1]

    @property
    def short(self) -> bool:
        """Whether the line is short enough to be no running text."""
        return len(self.text) <= SHORT

    @property
    def cells(self) -> int:
        """How many cells a row of a flattened table has; 1 where no tab parts the words."""
        return len(self.text.split("\t"))

    @property
    def family(self) -> str:
        """The kind of number the line begins with, whatever its stop: 1. 1、 1． are one."""
        return family(self.mark) if self.mark else ""

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends like a sentence or a list item."""
        last = (self.text.rstrip("”’）)\"'") or self.text)[-1]
        latin = last == "." and self.text[-3:-1].isascii() and self.text[-3:-1].isalpha()
        return latin or last in words.SENTENCE_ENDS


def observe(lines: Sequence[Line]) -> list[Facts | None]:
    """Measure every line; None for blank ones and for what is no text."""
    found: list[Facts | None] = []
    gap = True
    for index, line in enumerate(lines):
        facts = _facts(index, line)
        if facts is None:
            gap = gap or line.block is None
        else:
            facts.blank_before, gap = gap, False
        found.append(facts)
    _set_apart([facts for facts in found if facts is not None])
    return found


def _set_apart(rows: Sequence[Facts]) -> None:
    """Mark the short lines that a Word file sets otherwise than most of its text."""
    looks: Counter[tuple[bool, bool]] = Counter()
    for facts in rows:
        if facts.line.look and not facts.short:
            looks[_stresses(facts.line.look)] += len(facts.text)
    usual = looks.most_common(1)[0][0] if looks else (True, True)
    for facts in rows:
        if facts.line.look and facts.short:
            pairs = zip(_stresses(facts.line.look), usual, strict=True)
            facts.apart = any(own and not theirs for own, theirs in pairs)


def _stresses(look: FoundLook) -> tuple[bool, bool]:
    """Tell whether a look is bold, and whether it is in a font of headings."""
    return look.bold, any(name in look.font for name in _HEADING_FONTS)


def _facts(index: int, line: Line) -> Facts | None:
    if line.block is not None or not line.text or line.text.isspace() or _is_outside(line):
        return None
    text = line.text.strip(_AROUND) or line.text.strip()
    start = line.text.index(text[0])
    tight = "".join(text.split()).translate(WIDE) if len(text) <= SHORT else ""
    return Facts(index, line, text, start, heading_mark(text), tight)


def _is_outside(line: Line) -> bool:
    """Tell whether the source itself says that a line is outside the flow of the text."""
    given = line.given
    if given is None:
        return False
    return given.role is Role.JUNK or (given.role is Role.NOTE and given.element == "notes")


def family(mark: Mark) -> str:
    """Name the kind of number a mark is, so that siblings with other stops stay together."""
    if mark.form[0] == "第":
        return _FAMILIES[mark.form[-1]]
    return str(heading_level(mark.form))


def heading_stop(text: str, start: int) -> int:
    """Find the first 。 or ： outside quotes and brackets from ``start`` on; -1 if there is none.

    A colon between digits is a time of day.
    """
    depth = 0
    for found in _STOP.finditer(text, start, start + _HEADING_REACH):
        char, at = found.group(), found.start()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and not (char != "。" and _between_digits(text, at)):
            return at
    return -1


def _between_digits(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()

"""Which rows of a manuscript can hold a match of a pattern: an index of its characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_

from drafter.pattern import DIGIT, needs

_BITS = bytes.maketrans(b"01", b"\x00\x01")
"""Makes of a number written in binary what `itertools.compress` takes: one byte a row."""


class Holding:
    """The rows in which each character stands, as the bits of a number: the first row's is highest.

    All digits count as one character. A row has those of its words as they are and as covered.
    """

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self.size = len(texts)
        self.all = (1 << self.size) - 1
        self._rows: defaultdict[str, list[int]] = defaultdict(list)
        self._known: dict[str, int] = {}
        for at, (text, covered) in enumerate(texts):
            for char in set(text) if text == covered else {*text, *covered}:
                self._rows[char].append(at)
        digits = {at for char, rows in self._rows.items() if char.isdigit() for at in rows}
        self._rows[DIGIT] = sorted(digits)

    def bits(self, rows: Iterable[int]) -> int:
        """Write rows as a number."""
        found = bytearray(b"0") * self.size
        for at in rows:
            found[at] = 49
        return int(found or b"0", 2)

    def selects(self, bits: int) -> bytes:
        """Give what `itertools.compress` takes."""
        return f"{bits:0{self.size}b}".encode().translate(_BITS)

    def matching(self, pattern: object) -> int:
        """Give the rows that hold what a match of a pattern needs."""
        found = 0
        for need in needs(pattern):
            found |= reduce(and_, map(self._of, need))
        return found if needs(pattern) else self.all

    def _of(self, char: str) -> int:
        if char not in self._known:
            self._known[char] = self.bits(self._rows.get(char, ()))
        return self._known[char]

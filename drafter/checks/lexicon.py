"""The lexicon of mistyped words, and a search for all of them at once.

Every row is a regular expression. Each is filed under the one or two characters a match of it can
begin with, so that one walk over a text tries only the few rows a place may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("typos.tsv")
_LONGEST = 2
_OLD_LAW = "旧法条"
_ZERO_WIDTH = ("(?!", "(?<!", "(?<=")
_OPEN_ENDED = frozenset(".*+{^$|")


class Typo(NamedTuple):
    """A row: what is wrong, what it should be, how sure; texts that must and must not match."""

    pattern: str
    right: str
    sure: str
    bad: str
    ok: tuple[str, ...]
    note: str = ""


class Found(NamedTuple):
    """A mistyped word in a text: half-open offsets, and what should stand there."""

    start: int
    end: int
    right: str


@lru_cache(maxsize=1)
def typos() -> tuple[Typo, ...]:
    """Read the lexicon."""
    rows = []
    for line in _FILE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern, right, sure, bad, *rest = line.split("\t")
            ok = tuple(filter(None, rest[0].split("；"))) if rest else ()
            rows.append(Typo(pattern, right, sure, bad, ok, rest[1] if len(rest) > 1 else ""))
    return tuple(rows)


class Lexicon:
    """Rows filed by how their matches begin."""

    def __init__(self, rows: Iterable[Typo]) -> None:
        self._filed: dict[str, list[Typo]] = {}
        for row in rows:
            for start in starts(row.pattern):
                self._filed.setdefault(start, []).append(row)
        firsts = sorted({re.escape(start[0]) for start in self._filed})
        self._first = re.compile(f"[{''.join(firsts)}]" if firsts else "(?!)")

    def find(self, text: str) -> Iterator[Found]:
        """Find the mistyped words of a text, of several at one place the longest."""
        for place in self._first.finditer(text):
            at = place.start()
            pair = text[at : at + _LONGEST]
            rows = self._filed.get(pair, []) + self._filed.get(pair[0], [])
            tried = ((_compiled(row.pattern).match(text, at), row.right) for row in rows)
            found = [(match.end(), right) for match, right in tried if match]
            if found:
                end, right = max(found)
                yield Found(at, end, right)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a row where a text may hold it: most rows are never needed."""
    return re.compile(pattern)


@lru_cache(maxsize=6)
def lexicon(sure: str, *, statute: bool = False) -> Lexicon:
    """Give the rows of one class, filed: S safe, C to be confirmed, H hints.

    A ``statute`` is spared the forms that laws have long been written with.
    """
    rows = (row for row in typos() if row.sure == sure)
    return Lexicon(row for row in rows if not (statute and _OLD_LAW in row.note))


def starts(pattern: str) -> frozenset[str]:
    """Give the first one or two characters that a match of a pattern can begin with.

    What is looked ahead for counts as the match's own. A pattern that may begin with anything is
    refused: it would have to be tried everywhere.
    """
    found = _starts(pattern)
    if not found or "" in found:
        raise ValueError(f"may begin with anything: {pattern}")
    return found


def _starts(pattern: str) -> frozenset[str]:
    branches = _branches(pattern)
    if len(branches) > 1:
        return frozenset().union(*(_starts(branch) for branch in branches))
    done: set[str] = set()
    growing, at = {""}, 0
    while at < len(pattern) and growing:
        body, at = _atom(pattern, at)
        if body.startswith(_ZERO_WIDTH):
            continue
        heads = _heads(body)
        if not heads:
            break
        if pattern[at : at + 1] == "?":
            heads, at = heads | {""}, at + 1
        joined = {(old + new)[:_LONGEST] for old, new in product(growing, heads)}
        done |= {one for one in joined if len(one) == _LONGEST}
        growing = {one for one in joined if len(one) < _LONGEST}
        if len(body) > 1 and body.startswith("(") and any(len(one) < _LONGEST for one in heads):
            break
    return frozenset(done | growing)


def _heads(body: str) -> frozenset[str]:
    """Give what a single piece of a pattern can begin with; nothing where that may be anything."""
    if body.startswith("("):
        return _starts(re.sub(r"^\((?:\?[:=])?|\)$", "", body))
    if body.startswith("["):
        return frozenset() if body[1] == "^" else frozenset(body[1:-1])
    return frozenset() if body[0] in _OPEN_ENDED or body[0] == "\\" else frozenset(body)


def _atom(pattern: str, at: int) -> tuple[str, int]:
    """Cut the piece that begins at a place: a character, a class or a group."""
    if pattern[at] == "[":
        end = pattern.index("]", at) + 1
    elif pattern[at] == "(":
        end = _closing(pattern, at) + 1
    else:
        end = at + (2 if pattern[at] == "\\" else 1)
    return pattern[at:end], end


def _closing(pattern: str, at: int) -> int:
    depth = 0
    while True:
        if pattern[at] == "[":
            at = pattern.index("]", at)
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        if depth == 0:
            return at
        at += 1


def _branches(pattern: str) -> list[str]:
    """Split a pattern at the bars outside all groups."""
    found, start, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "|":
            found.append(pattern[start:at])
            start = at + 1
        _, at = _atom(pattern, at)
    return [*found, pattern[start:]]

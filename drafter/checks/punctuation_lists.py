"""Marks between the members of a list, after ordinals, at the end of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript
from drafter.pattern import regex
from drafter.reading.line import Role

_FIRST = regex(r"(?:^|(?<=[。；！？]))\s*(第([一二三四五六七八九十]))、(?!第)")
_MIXED = {
    "quote": (regex("”、(?=“)"), regex("”(?=“)")),
    "book": (regex("》、(?=《)"), regex("》(?=《)")),
}
_LEAD = regex("[一二三四五六七八九十]是")
_DENG = regex(r"(等{1,2})(?:…+|\.{3,}|。{3,})|(?:…+|\.{3,})(等)(?![待级价额候于到一我你他她着])")
_DOTS = regex(r"(?<!…)…(?!…)|(?<!…)…{3}(?!…)|(?<!…)…{5,}|\.{3,}|。{3,}|[·・]{3,}")
_WIDE = regex("[\u4e00-\u9fff，。！？；：、“”（）》]")
_FORMAL = frozenset({"report", "request", "letter", "notice", "reply", "circular", "opinion"})
_EXCLAIM = regex("！+")
_ADDRESS = regex("(?:同志|同学|朋友|老师|乡亲|战友)们|各位[\u4e00-\u9fff]{2,6}[！：，]")
_SPOKEN, _WRITTEN = 200, 500
"""Characters to one exclamation mark, below which there are too many."""


def ordinals(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 第一、 at the start of a sentence where 第二 follows later in the section."""
    for section in manuscript.sections:
        rows = [row for row in section if row.role is Role.BODY]
        found = [(row, m) for row in rows for m in _FIRST.finditer(row.masked)]
        if len({match[2] for _, match in found}) < 2:
            continue
        for row, match in found:
            yield Hit(row.at, match.start(1), match.end(), fix=f"{match[1]}，")


def _mixing(manuscript: Manuscript, kind: str) -> Iterator[Hit]:
    """Find the rarer way of parting neighbours in marks where a document has both."""
    ways = [
        [(row, m) for row in manuscript.of(Role.BODY) for m in form.finditer(row.text)]
        for form in _MIXED[kind]
    ]
    if all(ways):
        for row, match in min(ways, key=len):
            yield Hit(row.at, match.start(), match.end())


def quotes(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the rarer of ”、“ and ”“."""
    return _mixing(manuscript, "quote")


def books(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the rarer of 》、《 and 》《."""
    return _mixing(manuscript, "book")


def dots(manuscript: Manuscript) -> Iterator[Hit]:
    """Find omission marks that are not six dots; 等 before them is another rule's."""
    for row in manuscript.holding(_DOTS):
        if row.role is Role.JUNK or not row.masked.strip(" .…。·・\u3000"):
            continue
        for match in _DOTS.finditer(row.masked):
            before, after = row.masked[: match.start()], row.masked[match.end() :]
            if before.endswith("等") or after.startswith("等"):
                continue
            if re.match(r"\s*[（(]?\d{1,4}[)）]?\s*$", after):
                continue
            if _WIDE.search(before[-1:] + after[:1]):
                yield Hit(row.at, match.start(), match.end(), fix="……")


def and_so_on(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 等 together with an omission mark."""
    for row in manuscript.holding(_DENG):
        if row.role is Role.JUNK:
            continue
        for match in _DENG.finditer(row.masked):
            words = match[1] or match[2]
            ends = match[1] and not row.masked[match.end() :].strip()
            yield Hit(row.at, match.start(), match.end(), fix=words + ("。" if ends else ""))


def levels(manuscript: Manuscript) -> Iterator[Hit]:
    """Find items of a list parted by semicolons that hold a full stop themselves."""
    for row in manuscript.of(Role.BODY):
        leads = [m.start() for m in _LEAD.finditer(row.masked)]
        for start, end in pairwise(leads):
            item = row.masked[start:end]
            if item.endswith("；") and "。" in item:
                at = start + item.index("。")
                yield Hit(row.at, at, at + 1)


def exclaims(manuscript: Manuscript) -> Iterator[Hit]:
    """Find exclamation marks in official documents, and too many of them elsewhere."""
    found = [
        (row, match)
        for row in manuscript.holding(_EXCLAIM, {Role.BODY})
        for match in _EXCLAIM.finditer(row.masked)
        if row.masked[: match.start()].count("“") <= row.masked[: match.start()].count("”")
    ]
    spoken = manuscript.is_spoken or _ADDRESS.search(manuscript.masked) is not None
    formal = manuscript.kind.id in _FORMAL and not spoken
    many = len(found) > max(5, manuscript.chars / (_SPOKEN if spoken else _WRITTEN))
    for row, match in found:
        if formal or many or len(match[0]) > 1:
            yield Hit(row.at, match.start(), match.end())


CHECKS = {
    "punct-ordinal-dunhao": ordinals,
    "punct-quote-dunhao": quotes,
    "punct-book-dunhao": books,
    "punct-ellipsis-form": dots,
    "punct-ellipsis-deng": and_so_on,
    "punct-semicolon-level": levels,
    "punct-exclaim": exclaims,
}

"""Numbers of headings and items: gaps, repeats, marks of another level, levels out of order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import Manuscript
from drafter.checks.structure_items import ARTICLE, Fault, Item, Listed, Numbering, scopes
from drafter.model.ordinals import spell
from drafter.pattern import regex

_NUMERAL = regex("[一二三四五六七八九十百零〇两]+|[0-9０-９]+|[①-⑳]")
_ALIKE = str.maketrans("．()", ".（）")


def numberings(manuscript: Manuscript) -> tuple[Numbering, ...]:
    """Give the lists of every part of a manuscript."""
    return manuscript.once(_numberings)


def _numberings(manuscript: Manuscript) -> Iterator[Numbering]:
    for items in scopes(manuscript):
        if items:
            yield Numbering(manuscript, items)


def _hit(item: Item, message: str, due: int) -> Hit:
    found = _NUMERAL.search(item.mark.raw)
    assert found is not None
    numeral, at = found[0], found.start()
    start = item.start + at
    fix = None
    if due:
        right = spell(item.mark.form, due)
        fix = right[at : len(right) - (len(item.mark.raw) - at - len(numeral))]
    return Hit(item.row.at, start, start + len(numeral), message=message, fix=fix)


def gap(manuscript: Manuscript) -> Iterator[Hit]:
    """Find numbers that leave one out."""
    for fault in _faults(manuscript):
        item, before = fault.item, fault.before
        if before is not None and item.mark.number == before.number:
            continue
        if before is None:
            words = f"这一组的第一个序号是“{item.mark.raw}”"
        else:
            words = f"“{before.mark.raw}”后面是“{item.mark.raw}”，序号不连续"
        yield _hit(item, words + _proposed(fault), fault.due)


def repeat(manuscript: Manuscript) -> Iterator[Hit]:
    """Find numbers given twice."""
    for fault in _faults(manuscript):
        if fault.before is not None and fault.item.mark.number == fault.before.number:
            words = f"序号“{fault.item.mark.raw}”重复" + _proposed(fault)
            yield _hit(fault.item, words, fault.due)


def _proposed(fault: Fault) -> str:
    return f"，应为“{spell(fault.item.mark.form, fault.due)}”" if fault.due else ""


def _faults(manuscript: Manuscript) -> Iterator[Fault]:
    for numbering in numberings(manuscript):
        for fault in numbering.faults:
            if fault.slip or fault.item.depth != ARTICLE:
                yield fault


def series(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an item in the mark of another level, or another mark than its siblings have."""
    for numbering in numberings(manuscript):
        for stray in numbering.strays:
            item = stray.item
            right = spell(stray.model.mark.form, item.mark.number)
            message = f"“{item.mark.raw}”与前后同级序号不一致，应为“{right}”"
            yield Hit(item.row.at, item.start, item.end, message=message, fix=right)
        strays = {id(stray.item) for stray in numbering.strays}
        for listed in numbering.lists:
            yield from _odd(listed, strays)


def _odd(listed: Listed, strays: set[int]) -> Iterator[Hit]:
    """Find the one item of a list that has another mark, where the mark itself is a right one."""
    members = [one for one in listed.members if id(one) not in strays]
    forms = [one.mark.form.replace(" ", "").translate(_ALIKE) for one in members]
    for item, form in zip(members, forms, strict=True):
        others = [other for other in forms if other != form]
        usual = len(others) == len(forms) - 1 > 1 and len(set(others)) == 1
        if usual and not WRONG_MARK.match(item.mark.raw):
            model = next(one for one in members if one is not item)
            right = spell(model.mark.form, item.mark.number)
            message = f"“{item.mark.raw}”与同级序号不一致，应为“{right}”"
            yield Hit(item.row.at, item.start, item.end, message=message, fix=right)


WRONG_MARK = regex(
    "(?:[0-9０-９]+[ \u3000]?、|[（(][^（）()]+[）)][、，.．]|[①-⑳]、"
    "|[一二三四五六七八九十百]+[.．，]|第[一二三四五六七八九十]+、)"
)
_RIGHT_MARK = ((regex("([0-9０-９]+)[ \u3000]?、"), r"\1."),
               (regex("([一二三四五六七八九十百]+)[.．，]"), r"\1、"),
               (regex("([（(][^（）()]+[）)]|[①-⑳])[、，.．]"), r"\1"),
               (regex("(第[一二三四五六七八九十]+)、"), r"\1，"))  # fmt: skip


def mark(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the wrong mark behind a number: 1、 一. （一）、.

    Where whole lists have it, it is the writer's way: the first tells of it, the others are advice.
    """
    told = False
    for numbering in numberings(manuscript):
        strays = {id(stray.item) for stray in numbering.strays}
        for listed in numbering.lists:
            members = [one for one in listed.members if id(one) not in strays]
            if len(members) == 1 and not members[0].row.role.level:
                continue
            found = [hit for one in members for hit in _marked(one)]
            way = len(found) == len(members)
            for hit in found:
                yield hit._replace(level=Level.ADVICE) if way and told else hit
                told = told or way


def _marked(item: Item) -> Iterator[Hit]:
    found = WRONG_MARK.match(item.row.text, item.start)
    if not found:
        return
    after = item.row.text[found.end() : found.end() + 1]
    fix = found[0]
    for pattern, right in _RIGHT_MARK:
        fix = pattern.sub(right, fix)
    yield Hit(item.row.at, item.start, found.end(), fix=fix, safe=not after.isdigit())


def order(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a higher level's series that begins inside a lower item."""
    for numbering in numberings(manuscript):
        spans = _Spans(numbering)
        for listed in numbering.lists:
            first = listed.members[0]
            if first.mark.number != 1 or first.depth <= ARTICLE:
                continue
            holder = spans.holder(first)
            if holder is not None:
                words = f"“{holder.mark.raw}”的下面分列“{first.mark.raw}”，层次颠倒"
                yield Hit(first.row.at, first.start, first.end, message=words)


class _Span(NamedTuple):
    end: int
    item: Item


def _farther(one: _Span, other: _Span) -> _Span:
    return max(one, other, key=lambda span: span.end)


class _Spans:
    """The stretches between two members of a list: by depth, in order, each as far as any goes."""

    def __init__(self, numbering: Numbering) -> None:
        found: dict[int, list[tuple[int, int, Item]]] = {}
        for listed in numbering.lists:
            for item, after in pairwise(listed.members):
                found.setdefault(item.depth, []).append((item.row.at, after.row.at, item))
        self._spans: dict[int, tuple[list[int], list[_Span]]] = {}
        for depth, spans in found.items():
            spans.sort(key=lambda span: span[0])
            ends = list(accumulate((_Span(end, item) for _, end, item in spans), _farther))
            self._spans[depth] = [start for start, _, _ in spans], ends

    def holder(self, first: Item) -> Item | None:
        """Give the item in whose midst a list of a higher level stands: its own goes on after."""
        for depth, (starts, ends) in sorted(self._spans.items()):
            at = bisect_left(starts, first.row.at) - 1
            if ARTICLE < first.depth < depth and at >= 0 and ends[at].end > first.row.at:
                return ends[at].item
        return None


_DOTTED = regex("[0-9０-９]+[．.]")


def dot(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the rarer of two dots behind Arabic numbers: 1． and 1.."""
    items = [one for part in scopes(manuscript) for one in part if _DOTTED.match(one.mark.raw)]
    wide = [one for one in items if one.mark.raw[-1] == "．"]
    narrow = [one for one in items if one.mark.raw[-1] == "."]
    fewer, right = (narrow, "．") if len(narrow) < len(wide) else (wide, ".")
    if wide and narrow:
        for item in fewer:
            yield Hit(item.row.at, item.end - 1, item.end, fix=right)

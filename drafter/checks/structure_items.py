"""The numbered rows of a manuscript as lists: which stand beside each other, which do not go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.checks.manuscript import HEADINGS, Manuscript, Row
from drafter.model.ordinals import Mark, heading_level, heading_mark, spell
from drafter.pattern import regex
from drafter.reading.line import Role

_UNITS = ("部分编篇", "章", "节", "条")
_UNIT = regex("第.+?(部分|编|篇|章|节|条)")
_ELLIPSIS = regex("…|\\.{3}|（略）|省略|略去")
_RECENT = 6
_PAIR = 2
ARTICLE = 3
"""The depth of 第一条, which is counted through all chapters."""
NUMBERED = HEADINGS | {Role.BODY, Role.ATTACHMENT}


@dataclass(slots=True, eq=False)
class Item:
    """A numbered row: where its mark stands, its class (which marks count as one series)."""

    row: Row
    start: int
    mark: Mark
    depth: int
    parent: Item | None = None
    number: int = 0  # what it should be: as found, but for a slip

    @property
    def end(self) -> int:
        """Where its mark ends."""
        return self.start + len(self.mark.raw)

    @property
    def alone(self) -> bool:
        """Whether it is a heading on a line of its own."""
        return bool(self.row.role.level) and not self.row.judgement.run_in


@dataclass(slots=True)
class Fault:
    """A member that does not go on from the one before; ``due`` is its right number, if known."""

    item: Item
    before: Item | None
    due: int = 0
    slip: bool = False  # the next one goes on as if it were right


@dataclass(slots=True)
class Listed:
    """Items beside each other, and what is wrong with their numbers."""

    members: list[Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number the list has come to."""
        return self.members[-1].number if self.members else 0


@dataclass(slots=True)
class Strays:
    """An item in the mark of another level: the list it belongs to goes on over it."""

    item: Item
    model: Item


def depth_of(form: str) -> int:
    """Give how deep a form of number stands in the usual order."""
    unit = _UNIT.match(form)
    if unit:
        return next(at for at, units in enumerate(_UNITS) if unit[1] in units)
    return 3 + heading_level(form)


def scopes(manuscript: Manuscript) -> Iterator[list[Item]]:
    """Give the numbered rows of each part: the text, the list of attachments, every attachment."""
    part: list[Item] = []
    listing = False
    for row in manuscript.rows:
        begins = bool(row.judgement.opens) or row.role is Role.TITLE
        if begins or ((row.role is Role.ATTACHMENT) != listing and row.role is not Role.BLANK):
            yield part
            part, listing = [], row.role is Role.ATTACHMENT
        item = _item(row)
        if item:
            part.append(item)
    yield part


def _item(row: Row) -> Item | None:
    if row.role not in NUMBERED or row.in_table:
        return None
    start = row.judgement.number.start if row.judgement.number else row.indent
    found = heading_mark(row.text[start:])
    if not found or not row.text[start + len(found.raw) :].strip():
        return None
    return Item(row, start, found, depth_of(found.form), number=found.number)


class Numbering:
    """The lists of one part, the faults in them, and the strays."""

    def __init__(self, manuscript: Manuscript, items: list[Item]) -> None:
        self.manuscript = manuscript
        self.faults: list[Fault] = []
        self.strays = list(_strays(items))
        self.lists: list[Listed] = []
        moved = {id(stray.item): stray.model.depth for stray in self.strays}
        for item in items:
            item.depth = moved.get(id(item), item.depth)
        self._following = _following(items)
        self._open: list[tuple[Item, Listed]] = []
        self._recent: dict[int, list[Listed]] = {}
        for item in items:
            self._take(item)

    def _take(self, item: Item) -> None:
        while self._open and self._open[-1][0].depth > item.depth:
            self._open.pop()
        here = self._recent.get(ARTICLE, [None])[-1] if item.depth == ARTICLE else None
        if self._open and self._open[-1][0].depth == item.depth:
            here = self._open.pop()[1]
        item.parent = self._open[-1][0] if self._open else None
        listed = self._place(item, here)
        listed.members.append(item)
        self._open.append((item, listed))

    def _place(self, item: Item, here: Listed | None) -> Listed:
        last = here.last if here else 0
        if here and item.number == last + 1:
            return here
        after = self._following.get(id(item))
        following = after.number if after else 0
        slip = following == last + 2 and (here is not None or item.number != 1)
        if item.number == 1 and not slip:
            return self._new(item)
        recent = self._recent.get(item.depth, [])[-_RECENT:] if here is None else []
        for other in reversed(recent):
            if other.last + 1 == item.number:
                return other
        if here and not slip and self._shown(here.members[-1], item):
            return here
        return self._fault(item, here, following, slip=slip)

    def _fault(self, item: Item, here: Listed | None, following: int, *, slip: bool) -> Listed:
        before = here.members[-1] if here else None
        last = here.last if here else 0
        if slip or (here and not following):
            self.faults.append(Fault(item, before, last + 1, slip))
            item.number = last + 1
        elif here or self._is_first(item):
            self.faults.append(Fault(item, before))
        return here or self._new(item)

    def _new(self, item: Item) -> Listed:
        listed = Listed()
        self.lists.append(listed)
        self._recent.setdefault(item.depth, []).append(listed)
        return listed

    def _shown(self, before: Item, item: Item) -> bool:
        """Tell whether what is missing stands in between, in a paragraph or left out openly."""
        rows = self.manuscript.rows[before.row.at : item.row.at + 1]
        text = "".join(row.text.strip() for row in rows)[: -len(item.row.text.strip())]
        if _ELLIPSIS.search(text):
            return True
        marks = (spell(item.mark.form, number) for number in range(before.number + 1, item.number))
        return any(mark in text for mark in marks)

    def _is_first(self, item: Item) -> bool:
        """Tell whether a list that begins with another number than 1 was surely to begin with 1."""
        parent = item.parent
        if parent is None or not parent.alone or not item.row.role.level or item.number > 3:
            return False
        rows = self.manuscript.rows[parent.row.at : item.row.at]
        text = "".join(row.text for row in rows)
        return spell(item.mark.form, 1) not in text and not _ELLIPSIS.search(text)


def _following(items: list[Item]) -> dict[int, Item]:
    """Give to every item the next of its depth that no item above both parts from it."""
    found: dict[int, Item] = {}
    waiting: list[Item] = []
    for item in items:
        while waiting and waiting[-1].depth > item.depth:
            waiting.pop()
        if waiting and waiting[-1].depth == item.depth:
            found[id(waiting.pop())] = item
        waiting.append(item)
    articles = [item for item in items if item.depth == ARTICLE]
    return found | {id(one): after for one, after in pairwise(articles)}


def _strays(items: list[Item]) -> Iterator[Strays]:
    """Find items between two of another class whose numbers they join: 四、 5、 六、."""
    last: dict[int, Item] = {}
    for at, item in enumerate(items):
        model = items[at - 1] if _strayed_up(items, at) else _joined(items, at, last)
        if model is not None:
            yield Strays(item, model)
        depth = item.depth if model is None else model.depth
        last = {deep: one for deep, one in last.items() if deep < depth} | {depth: item}


def _joined(items: list[Item], at: int, last: dict[int, Item]) -> Item | None:
    """Give the item of another depth that an item goes on from, if the next of it says so too."""
    item, rest = items[at], items[at + 1 :]
    own = next((one for one in rest if one.depth == item.depth), None)
    if own is not None and own.number == item.number + 1:
        return None
    for depth, before in sorted(last.items()):
        other = depth != item.depth and min(depth, item.depth) > ARTICLE
        if not other or before.number + 1 != item.number:
            continue
        after = next((one for one in rest if one.depth == depth), None)
        if depth < item.depth and _goes_on(last, item) and not _lacking(items, at, before, after):
            continue
        ends = after is None and item.number > _PAIR and not _goes_on(last, item)
        if ends or (after is not None and after.number == item.number + 1):
            return before
    return None


def _lacking(items: list[Item], at: int, before: Item, after: Item | None) -> bool:
    """Tell whether two items lack the one between them, and only this one can be it."""
    above = [one for one in items[:at] if one.depth == before.depth and one is not before]
    proper = before.number == 1 or (above and above[-1].number + 1 == before.number)
    end = items.index(after) if after is not None else len(items)
    item, rest = items[at], items[at + 1 : end]
    others = (one.depth != item.depth and one.number == item.number for one in rest)
    return bool(proper) and not any(others)


def _goes_on(last: dict[int, Item], item: Item) -> bool:
    """Tell whether an item goes on the last list of its own depth."""
    before = last.get(item.depth)
    return before is not None and before.number + 1 == item.number


def _strayed_up(items: list[Item], at: int) -> bool:
    """Tell whether an item takes its next sibling's number, and goes on a deeper list instead."""
    if not 0 < at < len(items) - 1:
        return False
    before, item, after = items[at - 1 : at + 2]
    twice = item.depth == after.depth and item.number == after.number
    return twice and before.depth > item.depth and before.number + 1 == item.number

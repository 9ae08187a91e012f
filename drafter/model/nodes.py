"""The closed family of nodes a document is made of.

Everything is immutable and compared by value; where a node stood in its source (``at``) is
carried along but never compared, so that ``read(write(d)) == d`` is one plain line of test.
Nothing here knows of fonts, sizes or numbers on the page: a number (一、 一是) is the writer's
own count, and ``label`` holds the source's only where it differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from drafter.model.figures import Cell, Image, Table
from drafter.model.inline import Inline, Para, Span, Text, place
from drafter.model.ordinals import HEADING_FORMS, heading_mark, point_mark, spell

MAX_LEVEL = 6
STOPS = "。：:"
"""The marks that may end a heading, before its text or at the end of its line."""


@dataclass(frozen=True, slots=True)
class Address:
    """The listeners called again (呼语) in the middle of a speech, as in 各位代表！ alone."""

    text: Para
    at: Span | None = place()


@dataclass(frozen=True, slots=True)
class Point:
    """One of a series of points (一是…): its own words without the ordinal.

    ``apart`` means it begins a paragraph of its own, else it runs on in the paragraph before
    it. ``more`` holds further paragraphs that belong to it. ``label`` is the source's ordinal
    where the count gives another.
    """

    body: Para
    apart: bool = False
    more: tuple[Para, ...] = ()
    label: str = ""
    at: Span | None = place()

    def __post_init__(self) -> None:
        object.__setattr__(self, "more", tuple(para for para in self.more if para))


@dataclass(frozen=True, slots=True)
class Points:
    """A series of points; ``series`` names it by its first ordinal, mark included: 一是 首先，."""

    items: tuple[Point, ...]
    series: str = "一是"
    at: Span | None = place()

    def __post_init__(self) -> None:
        mark = point_mark(self.series)
        if mark is None or mark.raw != self.series or mark.number != 1:
            raise ValueError(f"no series of points begins with {self.series!r}")
        for index, item in enumerate(self.items):
            label = point_mark(item.label) if item.label else None
            if item.label and (label is None or label.raw != item.label):
                raise ValueError(f"not the ordinal of a point: {item.label!r}")
            if label and (label.form != self.series or (index and label.number == 1)):
                raise ValueError(f"{item.label!r} begins another series")


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part and all below it.

    ``level`` goes by the mark (一、 = 1, （一） = 2, 1. = 3, （1） = 4), also where a level is
    skipped. ``form`` is the kind of number, named by its first (一、), empty for a heading
    without one. ``run_in`` means the text goes on in the heading's own paragraph, after
    ``stop``: 一、精准定位。定位就是…
    """

    title: Para
    blocks: tuple[Block, ...] = ()
    level: int = 1
    run_in: bool = False
    stop: str = ""
    form: str | None = None
    label: str = ""
    at: Span | None = place()

    def __post_init__(self) -> None:
        if not 1 <= self.level <= MAX_LEVEL:
            raise ValueError(f"a heading has level 1 to {MAX_LEVEL}, not {self.level}")
        if self.stop and self.stop not in STOPS:
            raise ValueError(f"no heading ends with {self.stop!r}")
        title, stop = _stopped(self.title, self.stop)
        blocks = settled(self.blocks, self.run_in, self.level)
        for name, value in (
            ("title", title),
            ("stop", stop),
            ("form", _form(self.form, self.level, self.label)),
            ("run_in", self.run_in and _runs_on(blocks)),
            ("blocks", blocks),
        ):
            object.__setattr__(self, name, value)


def _form(form: str | None, level: int, label: str) -> str:
    """Settle a heading's form of number: what its label shows, what was asked, or its level's."""
    mark = heading_mark(label or form or "")
    if (label and (mark is None or mark.raw != label)) or (
        form and (mark is None or mark.form != form)
    ):
        raise ValueError(f"not the number of a heading: {label or form!r}")
    if mark:
        return mark.form
    return HEADING_FORMS[level] if form is None else ""


def _stopped(title: Para, stop: str) -> tuple[Para, str]:
    """Part a title from the mark that ends it; a mark alone is all the title there is."""
    if stop:
        return (title, stop) if title else (Para.of(stop), "")
    last = title.inlines[-1] if title.inlines else None
    if not isinstance(last, Text) or last.text[-1] not in STOPS or title.text == last.text[-1]:
        return title, ""
    shorter = replace(last, text=last.text[:-1])
    return replace(title, inlines=(*title.inlines[:-1], shorter)), last.text[-1]


def _runs_on(blocks: tuple[Block, ...]) -> bool:
    first = blocks[0] if blocks else None
    return isinstance(first, Para) or (isinstance(first, Points) and not first.items[0].apart)


def settled(blocks: Iterable[Block], run_in: bool = False, level: int = 0) -> tuple[Block, ...]:
    """Bring a list of blocks into the one form that says the same.

    Empty paragraphs and series go; points with nothing before them to run on from stand apart.
    Raises ValueError where text follows a section, or a section stands where its level would
    put it into another.
    """
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(block, Section):
            above = before.level if isinstance(before, Section) else MAX_LEVEL
            if not level < block.level <= above:
                raise ValueError(f"a heading of level {block.level} belongs elsewhere")
        elif isinstance(before, Section):
            raise ValueError("text after a section belongs to it, or to the closing")
        if isinstance(before, Points) and isinstance(block, Points) and _continues(before, block):
            found[-1] = _joined(before, block)
        elif isinstance(block, Points):
            open_before = isinstance(before, Para | Points) or (before is None and run_in)
            found += [block if open_before else _standing(block)] if block.items else []
        elif block or not isinstance(block, Para):
            found.append(block)
    return tuple(found)


def _continues(before: Points, after: Points) -> bool:
    """Tell whether a series goes on: of the same kind, and not begun at one again."""
    return before.series == after.series and bool(after.items) and bool(after.items[0].label)


def _joined(before: Points, after: Points) -> Points:
    labels = (item.label or spell(after.series, n) for n, item in enumerate(after.items, 1))
    items = list(before.items)
    for item, label in zip(after.items, labels, strict=True):
        own = spell(before.series, len(items) + 1) == label
        items.append(replace(item, label="" if own else label))
    return replace(before, items=tuple(items))


def _standing(points: Points) -> Points:
    if not points.items or points.items[0].apart:
        return points
    return replace(points, items=(replace(points.items[0], apart=True), *points.items[1:]))


def nested(flat: Iterable[Block]) -> tuple[Block, ...]:
    """Build the tree from headings and texts in the order they stand.

    A heading takes in all that follows, up to the next of its own level or above. One that its
    text runs on from comes with that text already inside.
    """
    open_: list[tuple[Section | None, list[Block]]] = [(None, [])]

    def close(level: int) -> None:
        while len(open_) > 1:
            section, blocks = open_[-1]
            if section is None or section.level < level:
                return
            open_.pop()
            open_[-1][1].append(replace(section, blocks=tuple(blocks)))

    for block in flat:
        if isinstance(block, Section):
            close(block.level)
            open_.append((block, list(block.blocks)))
        else:
            open_[-1][1].append(block)
    close(0)
    return tuple(open_[0][1])


Block: TypeAlias = Para | Address | Points | Table | Image | Section
Node: TypeAlias = Block | Point | Cell | Inline

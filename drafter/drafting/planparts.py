"""The parts of an edited plan, whatever marks or styles its lines bear: front, sections, tail.

A hurried writer types a title as a plain line, a sentence in a heading's style, a fact of the
whole under the last section. What a line is goes by its words and its place, not by its look.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from drafter.drafting.plan import FROM, MISSING, SIZE, SIZED
from drafter.model import Document, Para, Point, Points, Section
from drafter.model.inline import Inline, Text
from drafter.model.nodes import Block
from drafter.model.ordinals import heading_level, heading_mark, point_mark
from drafter.model.walk import point_labels

_LABEL = re.compile(r"\s*(?P<label>[^：:\s][^：:]{0,29}?)\s*(?P<colon>[：:])(?P<rest>.*)", re.S)
_TITLE_MOST = 40
_ENDS = "。！？!?；;"
_LIST_ENDS = "）)"


class Labelled(NamedTuple):
    """A line parted at its first colon; ``colon`` is empty where it has none."""

    label: str
    colon: str
    rest: str


def parted(para: Para) -> Labelled:
    """Part a line from its label; a colon of half width does as well."""
    found = _LABEL.fullmatch(para.text)
    if found is None:
        return Labelled(para.text.strip(), "", "")
    return Labelled(found["label"].replace(" ", ""), found["colon"], found["rest"].strip())


@dataclass(slots=True)
class Known:
    """The labels of a template's plan: of the whole, of a section, and the sections' titles."""

    whole: Collection[str] = ()
    fields: Collection[str] = ()
    lists: Collection[str] = ()
    titles: Collection[str] = ()
    headed: bool = False

    def labelled(self, block: Block) -> bool:
        """Tell whether a line answers a question."""
        return self.outside(block) or bool(self.field(block))

    def outside(self, block: Block) -> bool:
        """Tell whether a line can only be one of the whole document."""
        names = {*self.whole, MISSING, FROM} - set(self.fields)
        return (
            isinstance(block, Para) and bool(parted(block).colon) and parted(block).label in names
        )

    def field(self, block: Block | None) -> str:
        """Give the label of a section's line; "" where it is none."""
        found = parted(block) if isinstance(block, Para) else None
        return found.label if found and found.colon and found.label in self.fields else ""


class Headed(NamedTuple):
    """A section of a plan: its title and the lines below it, the writer's own headings too."""

    title: Para
    blocks: list[Block]


@dataclass(slots=True)
class Parts:
    """An edited plan: lines before the sections, sections without sections in them, the tail."""

    before: list[Block] = field(default_factory=list)
    sections: list[Headed] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


_TAIL = None
"""Stands where the source says that the closing begins."""
_Item: TypeAlias = "Block | None"


def plan_parts(document: Document, known: Known) -> Parts:
    """Take an edited plan apart; everything written in it is in one of its parts."""
    items: list[_Item] = list(_flat(document.body, known))
    if document.closing:
        items += [_TAIL, *_flat(document.closing, known)]
    return _Parting(items, known).parts()


def _flat(blocks: Iterable[Block], known: Known) -> Iterator[Block]:
    """Give headings, without what is below them, and texts as they stand.

    A labelled line that was taken into a point stands by itself.
    """
    for block in blocks:
        if isinstance(block, Section):
            stop = "" if block.run_in else block.stop
            bare = _unsized(block.title) or block.title
            yield replace(block, title=bare, blocks=(), run_in=False, stop=stop)
            yield from _flat(block.blocks, known)
        elif isinstance(block, Points):
            yield from _unlabelled(block, known)
        elif isinstance(block, Para) and (title := _unsized(block)):
            mark = heading_mark(title.text)
            yield Section(_from(title, title.text.removeprefix(mark.raw).strip() if mark else ""))
        else:
            yield block


def _unsized(line: Para) -> Para | None:
    """Give a title without the length behind it; None where none stands there."""
    last = line.inlines[-1] if line.inlines else None
    if not isinstance(last, Text) or not SIZED.search(last.text):
        return None
    return Para((*line.inlines[:-1], Text(SIZED.sub("", last.text))))


def _unlabelled(points: Points, known: Known) -> Iterator[Block]:
    """Part points at the labelled lines in them; each part counts on from the one before."""
    items: list[Point] = []
    for item, label in zip(points.items, point_labels(points), strict=True):
        at = next((n for n, para in enumerate(item.more) if known.labelled(para)), len(item.more))
        items.append(replace(item, more=item.more[:at], label="" if items else _later(label)))
        if at < len(item.more):
            yield replace(points, items=tuple(items))
            yield from item.more[at:]
            items = []
    if items:
        yield replace(points, items=tuple(items))


def _later(label: str) -> str:
    """Give an ordinal that needs saying at the head of a series: any but the first."""
    mark = point_mark(label)
    return label if mark and mark.number > 1 else ""


class _Parting:
    """Goes through the lines once and says of each what it is."""

    def __init__(self, items: Sequence[_Item], known: Known) -> None:
        self.items, self.known = items, known
        levels = [one.level for one in items if isinstance(one, Section) and not _is_prose(one)]
        self.level = min(levels, default=1)
        self.found = Parts()
        self.told: set[str] = set()  # labels met in the section so far
        self.listing = False  # a list's label stands above, and nothing else but its items
        self.tail = False

    def parts(self) -> Parts:
        """Give the parts."""
        for at, item in enumerate(self.items):
            if item is _TAIL:
                self.tail = self.tail or self._tail_begins(at)
                continue
            title = self._title(at) if self.known.headed else None
            if title is not None:
                self.found.sections.append(Headed(title, []))
                self.told, self.listing, self.tail = set(), False, False
            else:
                self._text(item)
        return self.found

    def _text(self, block: Block) -> None:
        if isinstance(block, Section) and (_is_prose(block) or not block.title):
            block = whole_title(block)
        name = self.known.field(block)
        if self.known.outside(block):
            self.tail = bool(self.found.sections)
        elif name and self.found.sections and self.tail:
            self.tail = name in self.known.whole
        self._note(block)
        self._here().append(block)

    def _note(self, block: Block) -> None:
        if isinstance(block, Para) and parted(block).colon:
            label = parted(block).label
            self.told.add(label)
            self.listing = label in self.known.lists
        elif not isinstance(block, Points):
            self.listing = False

    def _here(self) -> list[Block]:
        if self.tail:
            return self.found.after
        return self.found.sections[-1].blocks if self.found.sections else self.found.before

    def _tail_begins(self, at: int) -> bool:
        """Tell whether what the source calls the closing is the tail, not one line so styled."""
        for item in self.items[at + 1 :]:
            if isinstance(item, Section) and not _is_prose(item):
                return False
            if item is not None and self.known.outside(item):
                return True
            if item is not None and self.known.field(item):
                return False
            if isinstance(item, Points) and self.listing:
                return False
        return True

    def _title(self, at: int) -> Para | None:
        """Give the title a line is; None for any other line."""
        item = self.items[at]
        after = next((one for one in self.items[at + 1 :] if one is not None), None)
        if isinstance(item, Section):
            if item.level > self.level or (_is_prose(item) and not self._opens(after)):
                return None
            return item.title
        return self._typed(item, after) if isinstance(item, Para) else None

    def _typed(self, item: Para, after: _Item) -> Para | None:
        """Give the title that a plain line is: by its number, its words, or what follows it."""
        words = item.text.strip()
        mark = heading_mark(words)
        bare = words.removeprefix(mark.raw).strip() if mark else words
        if not bare or bare[-1] in _ENDS or len(bare) > _TITLE_MOST:
            return None
        if bare in self.known.titles or (self._opens(after) and not parted(item).colon):
            return _from(item, bare)
        if mark and heading_level(mark.form) == 1 and self.found.sections and not self.tail:
            return None if self.listing and bare[-1] in _LIST_ENDS else _from(item, bare)
        return None

    def _opens(self, after: _Item) -> bool:
        """Tell whether the line after this one is such as only begins a section."""
        if not isinstance(after, Para):
            return False
        if parted(after).colon and parted(after).label == SIZE:
            seen = SIZE in self.told or bool(self.found.sections)
            return seen and not self.tail and not self._fresh()
        name = self.known.field(after)
        if not name or self._fresh():
            return False
        return name in self.told if self.found.sections else name not in self.known.whole

    def _fresh(self) -> bool:
        """Tell whether a section was just opened and has no line yet."""
        return bool(self.found.sections) and not self.found.sections[-1].blocks


def _is_prose(section: Section) -> bool:
    """Tell whether what has a heading's style is a sentence."""
    return bool(section.stop == "。" or section.title.text.strip()[-1:] in _ENDS)


def whole_title(section: Section) -> Para:
    """Give a heading's words as a paragraph, with its number and its stop."""
    return Para(
        (
            *([Text(section.label)] if section.label else []),
            *section.title.inlines,
            *([Text(section.stop)] if section.stop else []),
        )
    )


def _from(para: Para, words: str) -> Para:
    """Give the end of a line, gaps kept."""
    skip = para.text.rstrip().rfind(words) if words else 0
    found: list[Inline] = []
    for inline in para.inlines:
        if not isinstance(inline, Text):
            found.append(inline)
            continue
        kept = inline.text[skip:] if skip < len(inline.text) else ""
        skip = max(skip - len(inline.text), 0)
        if kept:
            found.append(Text(kept))
    return Para(tuple(found))

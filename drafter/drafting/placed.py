"""What an edited plan does to a draft beyond its answers: own text put in, dropped facts out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.drafting.planpage import Own
from drafter.drafting.traced import Piece, Pieces
from drafter.model import Document, Inline, Para, Point, Points, Section, Text
from drafter.model.nodes import MAX_LEVEL, Block
from drafter.model.walk import block_paras, map_paras

Traces = Sequence[tuple[Para, Pieces]]
_SENTENCE_ENDS = "。！？"
_ENDS = re.compile(f"(?<=[{_SENTENCE_ENDS}])")


def without(document: Document, traces: Traces, dropped: set[str]) -> Document:
    """Take out of a draft the sentences that hold nothing but the gap of a dropped answer."""
    if not dropped:
        return document
    known = {id(para): pieces for para, pieces in traces}

    def cut(para: Para) -> Para:
        pieces = known.get(id(para), ())
        if not any(_is_dropped(piece, dropped) for piece in pieces):
            return para
        sentences = [s for s in _sentences(pieces) if not any(_is_dropped(p, dropped) for p in s)]
        inlines: list[Inline] = [p.gap or Text(p.text) for one in sentences for p in one]
        return Para(tuple(inlines))

    return map_paras(document, cut)


def _is_dropped(piece: Piece, dropped: set[str]) -> bool:
    key = piece.key
    return piece.gap is not None and any(key == one or key.startswith(one + ".") for one in dropped)


def _sentences(pieces: Pieces) -> list[list[Piece]]:
    """Part the pieces of a paragraph into its sentences."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.gap is not None:
            found[-1].append(piece)
            continue
        for part in _ENDS.split(piece.text):
            if part:
                found[-1].append(piece._replace(text=part))
            if part and part[-1] in _SENTENCE_ENDS:
                found.append([])
    return [one for one in found if one]


def placed(document: Document, traces: Traces, own: Iterable[Own], sections: str) -> Document:
    """Put text written by hand into a draft: after what its neighbour in the plan became.

    ``sections`` is the name of the question whose entries are the document's sections.
    """
    keys = {id(para): {piece.key for piece in pieces} for para, pieces in traces}
    return _Placing(document, keys, list(own), sections).done()


@dataclass(slots=True)
class _Placing:
    document: Document
    keys: dict[int, set[str]]
    own: list[Own]
    sections: str

    def done(self) -> Document:
        """Give the document with all own text in it."""
        body, closing = list(self.document.body), list(self.document.closing)
        heads = [n for n, block in enumerate(body) if self._has_sections(block)]
        first, last = (heads[0], heads[-1] + 1) if heads else (len(body), len(body))
        opening, rest = body[:first], body[last:]
        placed = {number for block in body for number in self._numbers(block)}
        before = [o for o in self.own if o.section == 0]
        after = [o for o in self.own if o.section < 0 or (o.section and o.section not in placed)]
        late = [o for o in before if not self._near(opening, o) and self._near(closing, o)]
        behind = [o for o in after if not self._near(closing, o) and self._near(rest, o)]
        opening = self._into(opening, [o for o in before if o not in late])
        rest = self._into(rest, behind) if behind else rest
        closing = self._into(closing, [*late, *(o for o in after if o not in behind)])
        if not heads and not self.document.closing:
            opening, closing = [*opening, *closing], []
        middle = [self._section(block) for block in body[first:last]]
        whole = _ordered([*opening, *middle, *rest], 0) if self.own else tuple(body)
        return replace(self.document, body=whole, closing=_ordered(closing, 0))

    def _has_sections(self, block: Block) -> bool:
        return next(self._numbers(block), 0) > 0

    def _numbers(self, block: Block) -> Iterator[int]:
        """Count which entries of the brief became this section, or sections below it."""
        if isinstance(block, Section):
            start = f"{self.sections}."
            for key in self.keys.get(id(block.title), ()) if self.sections else ():
                number = key.removeprefix(start).partition(".")[0]
                if key.startswith(start) and number.isdecimal():
                    yield int(number)
            for inner in block.blocks:
                yield from self._numbers(inner)

    def _section(self, block: Block) -> Block:
        if not isinstance(block, Section):
            return block
        mine = [o for o in self.own if o.section > 0 and self._is(block, o)]
        if not mine:
            return replace(block, blocks=tuple(self._section(one) for one in block.blocks))
        if mine[0].whole:
            blocks = _ordered((o.block for o in mine), block.level)
            return replace(block, blocks=blocks, run_in=False, stop="")
        inner = self._into(block.blocks, mine, int(block.run_in))
        return replace(block, blocks=_ordered(inner, block.level))

    def _is(self, section: Section, own: Own) -> bool:
        """Tell whether a section was made of the entry that own text stood under."""
        return self._holds(section.title, f"{self.sections}.{own.section}")

    def _holds(self, para: Para, key: str) -> bool:
        found = self.keys.get(id(para), set())
        return any(one == key or one.startswith(key + ".") for one in found)

    def _near(self, blocks: Sequence[Block], own: Own) -> str:
        """Give the nearest neighbour of own text that these blocks tell; "" for none."""
        return next((key for key in own.after if any(self._told(b, key) for b in blocks)), "")

    def _into(self, blocks: Sequence[Block], own: Sequence[Own], lead: int = 0) -> list[Block]:
        """Put own text after the last block its nearest neighbour went into.

        What stood before every answer comes first, after ``lead`` blocks that belong to a heading;
        what has no neighbour here comes last.
        """
        start: list[Block] = []
        waiting: dict[int, list[tuple[Own, str]]] = {}
        for one in own:
            key = self._near(blocks, one)
            told = [n for n, block in enumerate(blocks) if key and self._told(block, key)]
            if not blocks or not one.after:
                start.append(one.block)
            else:
                at = told[-1] if told else len(blocks) - 1
                waiting.setdefault(at, []).append((one, key))
        result: list[Block] = []
        for at, block in enumerate(blocks):
            result += [*(start if at == lead else ()), *self._after(block, waiting.get(at, []))]
        return [*result, *(start if len(blocks) <= lead else ())]

    def _told(self, block: Block, key: str) -> bool:
        return any(self._holds(para, key) for para in block_paras(block))

    def _after(self, block: Block, own: Sequence[tuple[Own, str]]) -> list[Block]:
        """Give a block with own text behind it, that of a point or a section inside it."""
        if own and isinstance(block, Section):
            inner = self._into(block.blocks, [one for one, _ in own])
            return [replace(block, blocks=_ordered(inner, block.level))]
        if not isinstance(block, Points):
            return [block, *(one.block for one, _ in own)]
        items, rest = list(block.items), []
        for one, key in own:
            at = next(
                (n for n, item in enumerate(items) if key and self._holds(item.body, key)), -1
            )
            if at >= 0 and isinstance(one.block, Para):
                items[at] = _longer(items[at], one.block)
            else:
                rest.append(one.block)
        return [replace(block, items=tuple(items)), *rest]


def _longer(point: Point, para: Para) -> Point:
    return replace(point, more=(*point.more, para))


def _ordered(blocks: Iterable[Block], level: int) -> tuple[Block, ...]:
    """Give blocks with the sections among them last, at the level a heading of ``level`` holds."""
    every = list(blocks)
    heads = [block for block in every if isinstance(block, Section)]
    top = min((head.level for head in heads), default=level + 1)
    fitted = (_fitted(head, max(top, level + 1)) for head in heads)
    return (*(block for block in every if not isinstance(block, Section)), *fitted)


def _fitted(section: Section, level: int) -> Section:
    """Give a section at a level, those below it one deeper."""
    level = min(level, MAX_LEVEL)
    if section.level == level:
        return section
    inner = tuple(
        _fitted(one, level + 1) if isinstance(one, Section) else one for one in section.blocks
    )
    form = None if section.form else ""
    return replace(section, level=level, form=form, label="", blocks=inner)

"""What an edited plan does to a draft beyond its answers: own text put in, dropped facts out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.drafting.edited import Own
from drafter.drafting.traced import Piece, Pieces
from drafter.model import Document, Inline, Para, Point, Points, Section, Text
from drafter.model.nodes import Block
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
        body = list(self.document.body)
        first = next((n for n, b in enumerate(body) if isinstance(b, Section)), len(body))
        opening = self._into(body[:first], [o for o in self.own if o.section == 0])
        closing = self._into(self.document.closing, [o for o in self.own if o.section < 0])
        if not any(isinstance(block, Section) for block in body) and not self.document.closing:
            opening, closing = [*opening, *closing], []
        rest = [self._section(block) for block in body[first:]]
        return replace(self.document, body=(*opening, *rest), closing=tuple(closing))

    def _section(self, block: Block) -> Block:
        number = next((o.section for o in self.own if o.section > 0 and self._is(block, o)), 0)
        if not number or not isinstance(block, Section):
            return self._inner(block)
        mine = [o for o in self.own if o.section == number]
        if mine[0].whole:
            return replace(block, blocks=_ordered(o.block for o in mine), run_in=False, stop="")
        return replace(block, blocks=_ordered(self._into(block.blocks, mine)))

    def _inner(self, block: Block) -> Block:
        """Look for sections of the brief below a heading of the template's own."""
        if isinstance(block, Section):
            return replace(block, blocks=tuple(self._section(one) for one in block.blocks))
        return block

    def _is(self, block: Block, own: Own) -> bool:
        """Tell whether a section was made of the entry that own text stood under."""
        if not isinstance(block, Section):
            return False
        return self._holds(block.title, f"{self.sections}.{own.section}")

    def _holds(self, para: Para, key: str) -> bool:
        found = self.keys.get(id(para), set())
        return any(one == key or one.startswith(key + ".") for one in found)

    def _into(self, blocks: Sequence[Block], own: Sequence[Own]) -> list[Block]:
        """Put own text after the last block its neighbour went into, else at the end."""
        found = list(blocks)
        waiting: dict[int, list[Own]] = {}
        for one in own:
            at = max((n for n, b in enumerate(found) if self._told(b, one.after)), default=-1)
            waiting.setdefault(at if at >= 0 else len(found) - 1, []).append(one)
        result: list[Block] = [] if found else [o.block for o in own]
        for at, block in enumerate(found):
            result += self._after(block, waiting.get(at, []))
        return result

    def _told(self, block: Block, key: str) -> bool:
        return bool(key) and any(self._holds(para, key) for para in block_paras(block))

    def _after(self, block: Block, own: Sequence[Own]) -> list[Block]:
        """Give a block with own text behind it, that of a point inside the point."""
        if not isinstance(block, Points):
            return [block, *(one.block for one in own)]
        items, rest = list(block.items), []
        for one in own:
            at = next((n for n, i in enumerate(items) if self._holds(i.body, one.after)), -1)
            if at >= 0 and isinstance(one.block, Para):
                items[at] = _longer(items[at], one.block)
            else:
                rest.append(one.block)
        return [replace(block, items=tuple(items)), *rest]


def _longer(point: Point, para: Para) -> Point:
    return replace(point, more=(*point.more, para))


def _ordered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give blocks with the sections among them last, as a section holds them."""
    every = list(blocks)
    heads = [block for block in every if isinstance(block, Section)]
    return (*(block for block in every if not isinstance(block, Section)), *heads)

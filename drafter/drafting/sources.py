"""Where every stretch of a draft comes from: brief, default, reckoning, dated data, template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.drafting.draft import Draft
from drafter.drafting.traced import COMPUTED, DATED, DEFAULT, FORMULA, Piece
from drafter.model.chars import words
from drafter.model.walk import paras

KINDS = ("brief", "default", "computed", "dated", "formula", "gap", "own")


class Source(NamedTuple):
    """A stretch of a draft: in which paragraph (from 1), its words, what they come from.

    ``kind`` is one of KINDS; ``detail`` the answer's key in the brief (方面.2.定义), the use of a
    formulation, or the gap's name.
    """

    paragraph: int
    text: str
    kind: str
    detail: str


def sources(draft: Draft) -> Iterator[Source]:
    """Give every stretch of a draft in reading order."""
    known = {id(para): pieces for para, pieces in draft.traces}
    by_text = {para.text: pieces for para, pieces in draft.traces}
    for number, para in enumerate(paras(draft.document), 1):
        pieces = known.get(id(para)) or by_text.get(para.text)
        if pieces is None:
            yield Source(number, para.text, "own", "")
            continue
        for piece in pieces:
            yield Source(number, piece.text, *_origin(piece))


def _origin(piece: Piece) -> tuple[str, str]:
    if piece.gap is not None:
        return "gap", piece.gap.name
    if piece.key == FORMULA:
        return "formula", ""
    if piece.key == COMPUTED:
        return "computed", ""
    for mark, kind in ((DATED, "dated"), (DEFAULT, "default")):
        if piece.key.startswith(mark):
            return kind, piece.key.removeprefix(mark)
    return "brief", piece.key


def shares(found: Iterable[Source]) -> dict[str, float]:
    """Give the part of all characters that each kind of source has, the largest first."""
    counts = dict.fromkeys(KINDS, 0)
    for one in found:
        counts[one.kind] += len(words(one.text))
    whole = sum(counts.values()) or 1
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return {kind: count / whole for kind, count in ordered if count}

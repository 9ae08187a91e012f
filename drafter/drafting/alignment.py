"""A draft held against what became of it: which words stand where its gaps stood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.model import Document, Gap, Para, Text, as_shown
from drafter.model.document import ELEMENTS, lines_of
from drafter.model.walk import block_paras

_MOST = 3000
"""Paragraphs that are compared: more are no draft of ours."""


class Places(NamedTuple):
    """What stands where gaps stood, and the gaps for which that is not clear.

    ``lost`` gives their names with the paragraph that holds their answers, "" if that is not found.
    """

    words: list[tuple[str, str]]
    lost: list[tuple[tuple[str, ...], str]]


def places(draft: Document, filled: Document) -> Places:
    """Find what was written in place of each gap of a draft, paragraph by paragraph.

    An answer is taken only where the words around it leave one way to part it from them.
    """
    before, after = list(_paras(draft))[:_MOST], list(_paras(filled))[:_MOST]
    found = Places([], [])
    taken = dict(_aligned(before, after))
    for at, (_kind, para) in enumerate(before):
        names = [inline.name for inline in para.inlines if isinstance(inline, Gap)]
        if not names:
            continue
        text = after[taken[at]][1].text if at in taken else ""
        words = _parted(para, text) if at in taken else None
        if words is None:
            found.lost.append((tuple(names), text))
        else:
            found.words.extend(zip(names, words, strict=True))
    return found


def _paras(document: Document) -> Iterator[tuple[str, Para]]:
    """Give every paragraph with what kind of line it is."""
    for element in ELEMENTS:
        for line in lines_of(document, element):
            yield element.name, line
    for block in (*document.body, *document.closing):
        yield from (("", para) for para in block_paras(block) if para)
    for attachment in document.attachments:
        yield from ((f"attached {kind}", para) for kind, para in _paras(attachment))


def _aligned(
    before: list[tuple[str, Para]], after: list[tuple[str, Para]]
) -> Iterator[tuple[int, int]]:
    """Pair paragraphs in the order they stand, so that the most words of them agree."""
    rows, columns = len(before), len(after)
    texts = [para.text for _kind, para in after]
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            same = before[i][0] == after[j][0]
            score = _score(before[i][1], texts[j]) if same else 0
            paired = score + best[i + 1][j + 1] if score else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _score(para: Para, text: str) -> int:
    """Tell how well a paragraph could have become a text: its own words that are still there."""
    pieces = _pieces(para)
    if len(pieces) == 1:
        return 1 + len(text) if para.text == text else 0
    return 1 + sum(map(len, pieces)) if _holds(pieces, text) else 0


def _pieces(para: Para) -> list[str]:
    """Give the words before, between and after the gaps of a paragraph."""
    found = [""]
    for inline in para.inlines:
        if isinstance(inline, Text):
            found[-1] += as_shown(inline)
        else:
            found.append("")
    return found


def _holds(pieces: list[str], text: str) -> bool:
    first, *inner, last = pieces
    at = len(first)
    if not text.startswith(first) or not text.endswith(last) or len(text) < at + len(last):
        return False
    for piece in inner:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return at <= len(text) - len(last)


def _parted(para: Para, text: str) -> list[str] | None:
    """Give the words in place of each gap; None where they can be parted in more than one way."""
    first, *inner, last = _pieces(para)
    rest = text[len(first) : len(text) - len(last)]
    if "" in inner:
        return None
    left, right, found = 0, len(rest), []
    for piece in inner:
        at = rest.find(piece, left)
        found.append((at, at + len(piece)))
        left = at + len(piece)
    for piece, (start, _end) in zip(inner[::-1], found[::-1], strict=True):
        right = rest.rfind(piece, 0, right)
        if right != start:
            return None
    edges = [0, *(edge for pair in found for edge in pair), len(rest)]
    return [rest[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]

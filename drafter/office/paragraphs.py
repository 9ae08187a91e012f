"""The lines of a page joined to paragraphs: only where a line was full and the next not indented.

Page numbers and running heads stay lines of their own; where a paragraph goes on on the next page
they stand behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_PAGE_NUMBER = re.compile(
    r"[—–―─\-·.\s]*(第?\s*\d{1,4}\s*页?)(\s*[/／共]\s*\d+\s*页?)?[—–―─\-·.\s]*"
)
_STARTS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十百\d]+[章节条]|附件|抄送|主送"
)
_ENDS = tuple("。！？；：…”）!?;:")
_WIDE = r"\u2e80-\u303f\u31c0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_GAP = re.compile(rf"(?<=[{_WIDE}]) (?=[!-~])|(?<=[!-~]) (?=[{_WIDE}])")
_SHORT = 2.0  # what a full line may lack, in characters: no mark begins a line, no word is parted
_INDENT = 0.8
_SAME = 0.18  # how much the sizes of two lines of one paragraph may differ
_MARGINS = 4.0  # how much wider the right margin may be than the left, in characters
_PITCH = 1.4
_HEADS = 3


class Row(NamedTuple):
    """A line of a page: its words, its sides from the left, its top from the page's top."""

    text: str
    left: float
    right: float
    top: float

    @property
    def em(self) -> float:
        """The width of one of its characters, as far as its words tell."""
        cells = sum(_cells(char) for char in self.text)
        return (self.right - self.left) / max(cells, 1)


class Page(NamedTuple):
    """A page: its width and its lines in the order they are read."""

    width: float
    rows: tuple[Row, ...]


class _Edges(NamedTuple):
    """Where the text of a page begins and ends, its size, how far apart its lines are."""

    left: float
    right: float
    em: float
    pitch: float


def paragraphs(pages: Sequence[Page]) -> list[str]:
    """Give the paragraphs of all pages, in order."""
    heads = _repeated(pages)
    em = _usual_em(pages)
    found: list[str] = []
    waiting: list[str] = []  # page numbers and running heads since the paragraph began
    text, last, last_edges = "", None, None
    for page in pages:
        apart = _apart(page, heads)
        edges = _edges(page, [row for row in page.rows if row not in apart], em)
        fresh = True
        for row in page.rows:
            if row in apart:
                waiting.append(row.text)
            elif last and _goes_on(last, last_edges, row, edges, fresh=fresh):
                text, last, fresh = _joined(text, row.text), row, False
            else:
                found += [text, *waiting] if last else waiting
                waiting, text, last, fresh = [], row.text, row, False
            last_edges = edges
    return [_closed(line) for line in (*found, text, *waiting) if line.strip()]


def _goes_on(
    last: Row, of_last: _Edges | None, row: Row, edges: _Edges | None, *, fresh: bool
) -> bool:
    """Tell whether a line goes on in the next; ``fresh``: that is the first of its page."""
    if not of_last or not edges:
        return False
    full = last.right >= of_last.right - _SHORT * of_last.em
    flush = abs(row.left - edges.left) <= _INDENT * edges.em
    alike = abs(last.em - row.em) <= _SAME * max(last.em, row.em)
    if not (full and flush and (alike or len(row.text) < _HEADS)):
        return False
    if not fresh and not 0 < row.top - last.top <= _PITCH * edges.pitch:
        return False
    return not (last.text.endswith(_ENDS) and _STARTS.match(row.text))


def _edges(page: Page, rows: Iterable[Row], em: float) -> _Edges | None:
    """Find them; None for a page without a line that goes from margin to margin."""
    body = [row for row in rows if abs(row.em - em) <= _SAME * em]
    if not body:
        return None
    left, right = min(row.left for row in body), max(row.right for row in body)
    if page.width - right > left + _MARGINS * em:
        return None
    steps = [below.top - row.top for row, below in pairwise(body)]
    down = [step for step in steps if step > em / 2]
    return _Edges(left, right, em, median(down) if down else 2 * em)


def _usual_em(pages: Iterable[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.em)] += len(row.text)
    return max(1.0, sizes.most_common(1)[0][0]) if sizes else 1.0


def _apart(page: Page, heads: frozenset[str]) -> set[Row]:
    """Find the page number and the running heads: only the first and last line may be some."""
    if not page.rows:
        return set()
    outer = {
        min(page.rows, key=lambda row: row.top),
        max(page.rows, key=lambda row: row.top),
    }
    return {row for row in outer if _PAGE_NUMBER.fullmatch(row.text) or _undated(row.text) in heads}


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Find the words that stand at the top or the foot of page after page."""
    found: Counter[str] = Counter()
    for page in pages:
        if page.rows:
            top = min(page.rows, key=lambda row: row.top)
            foot = max(page.rows, key=lambda row: row.top)
            found.update({_undated(top.text), _undated(foot.text)})
    return frozenset(text for text, count in found.items() if text and count >= _HEADS)


def _undated(text: str) -> str:
    return re.sub(r"[\d\s]", "", text)


def _joined(text: str, more: str) -> str:
    between = " " if _letter(text[-1:]) and _letter(more[:1]) else ""
    return text + between + more


def _letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _closed(text: str) -> str:
    """Take out the spaces that were seen where Chinese and western characters stand apart."""
    return _GAP.sub("", text.strip())


def _cells(char: str) -> float:
    return 1 if unicodedata.east_asian_width(char) in "WFA" else 0.5

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
_DASHES = {"—", "–", "―", "─", "-", "－"}
_DASHED = re.compile(r"([—–―─－-])\s*\d{1,4}\s*\1")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,3}[：:]")
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
_SHIFT = 1.5  # how much the edges of a page may lie beside the usual ones
_FAR, _LATE = 3.0, 8
_FEW = 3  # words so short do not tell their size
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


class _Open(NamedTuple):
    """A paragraph that may go on: its words, its last line, the edges of that one's page.

    ``hang`` is where its further lines begin if they stand below the words behind its label.
    """

    text: str
    last: Row
    edges: _Edges
    hang: float

    def goes_on(self, row: Row, edges: _Edges, *, over: bool) -> bool:
        """Tell whether it goes on in a line; ``over``: that is the first of its page."""
        em, last = edges.em, self.last
        full = last.right >= self.edges.right - _SHORT * em
        alike = len(row.text) < _FEW or abs(last.em - row.em) <= _SAME * max(last.em, row.em)
        if not (full and alike):
            return False
        if not over and not 0 < row.top - last.top <= _PITCH * edges.pitch:
            return False
        if abs(row.left - self.hang) <= _INDENT * em:
            return not _STARTS.match(row.text)
        flush = abs(row.left - edges.left) <= _INDENT * em
        return flush and not (last.text.endswith(_ENDS) and _STARTS.match(row.text))


def paragraphs(pages: Sequence[Page]) -> list[str]:
    """Give the paragraphs of all pages, in order."""
    pages = [Page(page.width, tuple(_ordered(_upright(page.rows)))) for page in pages]
    heads, measure = _repeated(pages), _Measure(pages)
    found: list[str] = []
    waiting: list[str] = []  # page numbers and running heads since the paragraph began
    open: _Open | None = None
    for page in pages:
        apart = _apart(page, heads)
        edges = measure.edges(page)
        over = True
        for row in page.rows:
            if row in apart:
                waiting.append(row.text)
                continue
            if open and open.goes_on(row, edges, over=over):
                open = open._replace(text=_joined(open.text, row.text), last=row, edges=edges)
            else:
                found += [open.text, *waiting] if open else waiting
                waiting, open = [], _Open(row.text, row, edges, _hang(row))
            over = False
    found += [open.text, *waiting] if open else waiting
    return [_closed(line) for line in found if line.strip()]


def _hang(row: Row) -> float:
    label = _LABEL.match(row.text)
    return row.left + row.em * sum(map(_cells, label[0])) if label else -1.0


def _upright(rows: Sequence[Row]) -> list[Row]:
    """Join a page number whose dashes stand above and below it (on pages that lie)."""
    found: list[Row] = []
    for row in rows:
        found.append(row)
        texts = [above.text for above in found[-3:]]
        if len(texts) == 3 and texts[1].isdigit() and {texts[0], texts[2]} <= _DASHES:
            found[-3:] = [found[-3]._replace(text=" ".join(texts))]
    return found


def _ordered(rows: Sequence[Row]) -> list[Row]:
    """Bring what was drawn last but stands further up (a letterhead) to its place."""
    if not rows:
        return []
    lowest = max(range(len(rows)), key=lambda at: rows[at].top)
    kept, late = list(rows[: lowest + 1]), rows[lowest + 1 :]
    for row in late:
        far = rows[lowest].top - row.top > _FAR * row.em
        before = next((at for at, other in enumerate(kept) if other.top > row.top), len(kept))
        kept.insert(before if far and len(late) <= _LATE else len(kept), row)
    return kept


class _Measure:
    """The edges of the pages: each its own where they are about those of the fullest."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._em = _usual_em(pages)
        self._usual: dict[float, tuple[float, float]] = {}
        for page in sorted(pages, key=lambda page: len(self._body(page))):  # the fullest last
            if sides := self._sides(page):
                self._usual[round(page.width)] = sides

    def _sides(self, page: Page) -> tuple[float, float] | None:
        body = self._body(page)
        if not body:
            return None
        left, right = min(row.left for row in body), max(row.right for row in body)
        return (left, right) if page.width - right <= left + _MARGINS * self._em else None

    def _body(self, page: Page) -> list[Row]:
        return [row for row in page.rows if abs(row.em - self._em) <= _SAME * self._em]

    def edges(self, page: Page) -> _Edges:
        """Find the edges of a page; of one without full lines anywhere, no line is full."""
        em = self._em
        left, right = self._usual.get(round(page.width), (0.0, float("inf")))
        own = self._sides(page)
        if own and max(abs(own[0] - left), abs(own[1] - right)) <= _SHIFT * em:
            left, right = own
        steps = [below.top - row.top for row, below in pairwise(self._body(page))]
        down = [step for step in steps if step > em / 2]
        return _Edges(left, right, em, median(down) if down else 2 * em)


def _usual_em(pages: Iterable[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.em)] += len(row.text)
    return max(1.0, sizes.most_common(1)[0][0]) if sizes else 1.0


def _apart(page: Page, heads: frozenset[str]) -> set[Row]:
    """Find the page number and the running heads, which are the first or the last line."""
    if not page.rows:
        return set()
    outer = {
        min(page.rows, key=lambda row: row.top),
        max(page.rows, key=lambda row: row.top),
    }
    found = {row for row in page.rows if _DASHED.fullmatch(row.text)}
    return found | {
        row for row in outer if _PAGE_NUMBER.fullmatch(row.text) or _undated(row.text) in heads
    }


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

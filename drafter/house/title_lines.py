"""Where a title goes on to a new line: by meaning, in a trapezium or a diamond (7.3.1).

A line may end after any word. Each end costs something: little where a new part of the title
begins, much where the words on both sides belong together. The cheapest way through the title
wins, with the number of lines and their shape counted in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

from drafter.house import segment
from drafter.house.line_search import Place, best_ends
from drafter.house.measure import AUTO_SPACE, char_widths, spaced
from drafter.house.segment import Word

# What it costs to end a line after a word of a kind, and to begin one with it. The two are
# added up: under 3 is a good place, over 10 one to take in need.
_AFTER = {
    "prepositions": 14.0,  # 在 对 向
    "conjunctions": 14.0,  # 和 与: these open a line
    "adverbs": 8.0,  # 进一步 leans on the verb
    "attributes": 5.0,  # 全县 leans on the noun
    "verbs": 4.5,  # 加强 governs what follows
    "actions": 2.5,
    "nouns": 1.5,
    "tails": 0.5,  # 工作 ends a phrase
    "organs": 1.0,
    "times": 1.0,
    "particles": 2.0,
    segment.TIME: 1.0,
    segment.NUMBER: 7.0,  # 3起 leans on what it counts
    segment.PLACE: 4.5,
    "places": 3.5,
    segment.UNKNOWN: 4.0,  # likely a name, and the next word its kind
    segment.ATOM: 2.0,
    segment.LATIN: 2.5,
    segment.CLOSE: 1.0,
    segment.STOP: 0.0,
    segment.SPACE: 0.0,
    segment.DASH: 12.0,  # a dash opens the subtitle
}
_BEFORE = {
    "prepositions": 0.0,
    "conjunctions": 0.0,
    "adverbs": 0.5,
    "attributes": 0.5,
    "verbs": 0.5,
    "actions": 1.5,
    "nouns": 1.5,
    "tails": 4.5,  # 工作 leans on what it follows
    "organs": 6.0,  # 人民政府 belongs to the place before it
    "times": 0.5,
    segment.TIME: 0.5,
    segment.NUMBER: 1.0,
    segment.PLACE: 0.5,
    "places": 0.5,
    segment.UNKNOWN: 1.5,
    segment.ATOM: 1.0,
    segment.LATIN: 1.5,
    segment.OPEN: 0.5,
    segment.DASH: 0.0,
}
_NEVER_FIRST = frozenset(("particles", segment.CLOSE, segment.STOP, segment.SPACE))  # 的 》 、

_AFTER_WORD = {
    "关于": 10.0,  # bad, yet less so than 在
    "的": 3.0,
    "等": 6.0,  # 松岭村等5个村, 发展改革委等部门
    "印发": 3.0,  # better than to break what is issued
    "转发": 3.0,
    "”": 2.0,
    "）": 3.0,  # 村（社区）党组织
}
_BEFORE_WORD = {"至": 4.0, "到": 4.0, "于": 4.0}  # 临江至云溪
_VERBS = 3.0  # 学习宣传贯彻: verbs side by side
_LONG_NAME = -1.5  # after an unknown word of three characters or more
_LEANING_ON_NOUNS = frozenset(("verbs", "attributes", segment.NUMBER))  # with none in 取消和下放
_IN_TIME = 3.0  # 2026年第三次
_IN_NAME = 4.0  # 云溪县安全生产委员会
_HALF_WORD = 6.0  # beside one unknown character, likely half of an unknown word
_CITES = -1.5  # 印发 ends a line, and the next one holds the whole 《》
_INSIDE = {"《": 4.0, "〈": 5.0, "“": 8.0, "‘": 8.0, "（": 8.0, "(": 8.0, "〔": 20.0, "【": 20.0}
_INSIDE_LONG = 1.0  # in marks that no line can hold
_AFTER_ORGAN = -3.5  # the organ that issues the document fills its line
_IN_ORGAN = 8.0
_IN_WORD = 30.0  # in need only: in a word too long for a line, or in a run of unknown characters
_LONGEST_NAME = 8  # of unknown characters that may be one name
_FORBIDDEN = 500.0  # in need only: a line that begins with 》 or ends in 《

_ISSUING = ("关于", "转发", "印发", "批转", "对")
"""What follows the name of the organ in a title."""

_NO_NAME = frozenset(
    ("prepositions", "conjunctions", "adverbs", "verbs", segment.OPEN, segment.DASH)
)
"""Kinds of words that are not in the name of an organ that begins a title."""

_IN_NAMES = frozenset(("nouns", "actions", "organs", segment.NUMBER))
"""Kinds of words between the place and the end of an organ's name."""


def break_title(text: str, most: float, atoms: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Give the offsets at which a new line of a title begins; none if one line holds it.

    A line holds ``most`` 字, counted as ``measure.text_width`` does. ``atoms`` are spans never
    broken.
    """
    most = max(1.0, most)
    apart = _apart(text, atoms)
    ruler = _ruler(text, most, apart)
    if ruler.ends[-1] <= most:
        return []
    words = segment.words(text, apart)
    organ = _organ(text, words)
    costs = _costs(text, ruler, most, words, organ)
    spans = [(word.start, word.end) for word in words if _is_no_word(word)]
    for start, end in pairwise([0, *costs, len(text)]):
        if ruler.between(start, end) > most:
            spans.append((start, end))
    costs |= _in_need(text, spans, apart)
    places = [Place(0, 0.0, 0.0, 0.0)]
    for at in [*sorted(costs), len(text)]:
        ink = ruler.ends[len(text[:at].rstrip())]
        places.append(Place(at, costs.get(at, 0.0), ruler.starts[at], ink, at == organ))
    return best_ends(places, most)


class _Ruler(NamedTuple):
    """For every offset, how wide the text before it is: if a line ends, if one begins there.

    The two differ where the break takes away a space between a Han character and a digit.
    """

    ends: list[float]
    starts: list[float]

    def between(self, start: int, end: int) -> float:
        """Give the width of a line from one offset to another."""
        return self.ends[end] - self.starts[start]


def _ruler(text: str, most: float, atoms: Sequence[tuple[int, int]]) -> _Ruler:
    """Measure a text; an atom that no line holds counts as half a line: it always runs over."""
    chars = char_widths(text)
    spaces = [0.0] * (len(text) + 1)
    for at in spaced(text):
        spaces[at] = AUTO_SPACE
    for start, end in atoms:
        if sum(chars[start:end]) + sum(spaces[start + 1 : end]) > most:
            chars[start:end] = [most / 2 / (end - start)] * (end - start)
            spaces[start + 1 : end] = [0.0] * (end - start - 1)
    ends = [0.0, *accumulate(map(add, spaces, chars))]
    return _Ruler(ends, list(map(add, ends, spaces)))


def _apart(text: str, atoms: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bring spans into order and join those that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(atoms):
        first, last = max(start, 0), min(end, len(text))
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        elif first < last:
            found.append((first, last))
    return found


# ---- what it costs to end a line


def _costs(
    text: str, ruler: _Ruler, most: float, words: list[Word], organ: int
) -> dict[int, float]:
    """Give what it costs to begin a line with each word that may."""
    inside, closes = _inside(text, ruler, most)
    names = _names(words)
    found: dict[int, float] = {}
    for word, after in pairwise(words):
        if word.kind == segment.OPEN or after.kind in _NEVER_FIRST:
            continue
        cost = _between(text, word, after) + inside[after.start]
        if after.start in names:
            cost += _IN_NAME
        whole = closes.get(after.start, 0)
        if word.kind == "verbs" and whole and ruler.between(after.start, whole) <= most:
            cost += _CITES
        if after.start == organ:
            cost = _AFTER_ORGAN
        elif after.start < organ and word.kind not in (segment.SPACE, segment.STOP):
            cost += _IN_ORGAN
        found[after.start] = cost
    return found


def _between(text: str, word: Word, after: Word) -> float:
    """Judge the end of a line by the kinds of the words on both sides."""
    cost = _AFTER_WORD.get(text[word.start : word.end], _AFTER[word.kind])
    if after.kind == "conjunctions" and word.kind in _LEANING_ON_NOUNS:
        cost = _AFTER["nouns"]
    if word.kind == after.kind == "verbs":
        cost += _VERBS
    if word.kind == segment.UNKNOWN and word.end - word.start > 2:
        cost += _LONG_NAME
    if (word.kind, after.kind) == (segment.TIME, segment.NUMBER):
        cost += _IN_TIME
    if any(one.kind == segment.UNKNOWN and one.end == one.start + 1 for one in (word, after)):
        cost += _HALF_WORD
    return cost + _BEFORE_WORD.get(text[after.start : after.end], _BEFORE[after.kind])


def _inside(text: str, ruler: _Ruler, most: float) -> tuple[list[float], dict[int, int]]:
    """Give what marks around each offset add, and where each 《 ends."""
    costs = [0.0] * (len(text) + 1)
    closes: dict[int, int] = {}
    open_at: list[int] = []
    for at, char in enumerate(text):
        if char in segment.OPENING:
            open_at.append(at)
        elif open_at and segment.CLOSING.find(char) == segment.OPENING.find(text[open_at[-1]]) >= 0:
            start = open_at.pop()
            whole = ruler.between(start, at + 1) <= most
            for inner in range(start + 1, at + 1):
                costs[inner] += _INSIDE.get(text[start], 8.0) if whole else _INSIDE_LONG
            if text[start] == "《":
                closes[start] = at + 1
    return costs, closes


def _organ(text: str, words: list[Word]) -> int:
    """Tell where the name of the organ ends that the title begins with; 0 for none."""
    for word in words:
        if text[word.start : word.end] in _ISSUING:
            return word.start
        if word.kind in _NO_NAME and word.end > 1:  # a name may begin with 向 or 和
            return 0
    return 0


def _names(words: list[Word]) -> set[int]:
    """Give the offsets in names that begin with a place and end with an organ."""
    found: set[int] = set()
    starts: list[int] = []
    place = False
    for word in words:
        if word.kind == segment.PLACE:
            place, starts = True, []
        elif word.kind in _IN_NAMES:
            starts.append(word.start)
        else:
            place = False
        if place and word.kind == "organs":
            found.update(starts)
    return found


def _is_no_word(word: Word) -> bool:
    return word.kind == segment.UNKNOWN and word.end - word.start > _LONGEST_NAME


def _in_need(
    text: str, spans: Sequence[tuple[int, int]], atoms: Sequence[tuple[int, int]]
) -> dict[int, float]:
    """Give the offsets in spans that have to be broken if all else fails."""
    whole = {at for start, end in atoms for at in range(start + 1, end)}
    found: dict[int, float] = {}
    for start, end in spans:
        for at in range(start + 1, end):
            if at not in whole:
                bad = text[at] in segment.MARKS_NOT_FIRST or text[at - 1] in segment.OPENING
                found[at] = _FORBIDDEN if bad else _IN_WORD
    return found

"""The words of a title: known ones from words.txt, numbers with their units, unknown names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_WORDS = Path(__file__).parent / "words.txt"

# Kinds of words beside the sections of words.txt.
ATOM = "atom"  # what the caller wants whole
CLOSE = "close"  # 》 ” ）
DASH = "dash"  # ——
LATIN = "latin"
NUMBER = "number"  # 3起 第三次 五年: leans on what it counts
OPEN = "open"  # 《 “ （
PLACE = "place"  # 云溪县
SPACE = "space"
STOP = "stop"  # 、 ，
TIME = "time"  # 2026年
UNKNOWN = "unknown"

OPENING, CLOSING = "《〈“‘（(【〔「『[{｛［<", "》〉”’）)】〕」』]}｝］>"
_STOPS = "、，。；：！？．,.;:!?…·—–-～~／%％‰|"
MARKS_NOT_FIRST = CLOSING + _STOPS + "的 "

_DIGITS = "0-9０-９Ⅰ-Ⅻ"
_HANZI_DIGITS = "一二三四五六七八九十百千万亿〇零两"
_UNITS = (
    "年度|年代|学年|周年|年|季度|月份|月|日|号|届|批次|批|人次|次|个|名|起|项|人|家|件|条|期|级"
    "|万元|亿元|元|公里|平方米|米|万亩|亩|吨|户|岁|天|小时|分钟|周|轮|章|节|大|位|座|场|类|种|版|倍"
)
_ARABIC = rf"第?[{_DIGITS}]+(?:[.,·:/][{_DIGITS}]+)*[%％‰]?(?:{_UNITS})?"
_FIXED = (
    (SPACE, re.compile(r"\s+")),
    (TIME, re.compile(r"\d{4}(?:[—–~～-]+\d{4})?(?:年度|学年|年)(?:\d+月(?:\d+日)?)?")),
    (TIME, re.compile(r"\d{1,2}月(?:\d{1,2}日)?")),
    (NUMBER, re.compile(rf"{_ARABIC}(?:[—–~～至-]+{_ARABIC})*")),
    (NUMBER, re.compile(rf"第[{_HANZI_DIGITS}]+(?:{_UNITS})?|[{_HANZI_DIGITS}]+(?:{_UNITS})")),
    (LATIN, re.compile(r"(?=[0-9]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9.+#&@_'-]*")),
    (DASH, re.compile("——+")),
)

_FIXED_STARTS = frozenset(_HANZI_DIGITS + "０１２３４５６７８９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ第—")
_MARKS = dict.fromkeys(OPENING, OPEN) | dict.fromkeys(CLOSING, CLOSE) | dict.fromkeys(_STOPS, STOP)

# What a word costs on the way through a text: the cheapest way has few words, few unknown.
_KNOWN, _KNOWN_CHAR, _UNKNOWN_CHAR = 1.0, 1.6, 2.2

_PLACE_ENDS = "省市县区镇乡村州旗盟"
_NAME_ENDS = _PLACE_ENDS + "局厅部委办处科所站队室院校厂馆园社组团部署路街山河湖岛桥"
_WORD_ENDS = "员者性化率度费金税法案制型式类期级权品物量额值长家界业线网点场库池渠港矿群体"
_LEANING_WORDS = ("prepositions", "conjunctions", "adverbs", "attributes", "verbs")
_LEANING_ON = frozenset((*_LEANING_WORDS, "particles", OPEN, CLOSE, STOP, SPACE, DASH))
"""After these, 县 or 市 begins a name (转发市生态环境局) and ends none."""


class Word(NamedTuple):
    """One word of a text; ``kind`` is a section of words.txt or one of the kinds above."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], dict[str, int]]:
    """Read words.txt: the section of each word, the longest word for each first character."""
    kinds: dict[str, str] = {}
    longest: dict[str, int] = {}
    section = ""
    for line in _WORDS.read_text("utf-8").splitlines():
        content = line.partition("#")[0].strip()
        if content.startswith("["):
            section = content.strip("[]")
            continue
        for word in content.split():
            kinds[word] = section
            longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return kinds, longest


def words(text: str, atoms: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """Part a text into words; each atom is one word."""
    found: list[Word] = []
    at = 0
    for start, end in atoms:
        found += _cheapest(text, at, start)
        found.append(Word(start, end, ATOM))
        at = end
    found += _cheapest(text, at, len(text))
    return _with_ends(text, _runs(text, found))


def _cheapest(text: str, start: int, end: int) -> list[Word]:
    """Take the cheapest way from start to end."""
    costs = [0.0, *[float("inf")] * (end - start)]
    steps: list[Word | None] = [None] * (end - start + 1)
    for at in range(start, end):
        so_far = costs[at - start]
        for stop, kind, cost in _candidates(text, at, end):
            if so_far + cost < costs[stop - start]:
                costs[stop - start], steps[stop - start] = so_far + cost, Word(at, stop, kind)
    found = []
    step = steps[-1]
    while step:
        found.append(step)
        step = steps[step.start - start]
    return found[::-1]


def _candidates(text: str, at: int, end: int) -> Iterator[tuple[int, str, float]]:
    """Give the words that may begin at a place: where they end, their kind, their cost."""
    kinds, longest = _known()
    char = text[at]
    mark = _MARKS.get(char)
    yield at + 1, mark or UNKNOWN, _KNOWN if mark else _UNKNOWN_CHAR
    for stop in range(at + 1, min(end, at + longest.get(char, 0)) + 1):
        kind = kinds.get(text[at:stop])
        if kind:
            yield stop, kind, _KNOWN if stop > at + 1 else _KNOWN_CHAR
    if char in _FIXED_STARTS or char.isspace() or char.isascii():
        for kind, pattern in _FIXED:
            match = pattern.match(text, at, end)
            if match:
                yield match.end(), kind, _KNOWN


def _runs(text: str, found: list[Word]) -> list[Word]:
    """Join unknown characters that stand together, ending a name at 省 市 县 区 镇 乡 村."""
    joined: list[Word] = []
    for word in found:
        start, kind = word.start, word.kind
        if kind == UNKNOWN and joined and joined[-1].kind == UNKNOWN:
            start = joined.pop().start
        if kind == UNKNOWN and word.end > start + 1 and text[word.end - 1] in _PLACE_ENDS:
            kind = PLACE
            if joined and word.end == start + 2 and _may_begin_name(joined[-1]):
                start = joined.pop().start
        joined.append(Word(start, word.end, kind))
    return joined


def _may_begin_name(word: Word) -> bool:
    """Tell whether a known character may be the first of a name: 新安镇, 和岭镇."""
    return word.end == word.start + 1 and word.kind in _LEANING_WORDS


def _with_ends(text: str, found: list[Word]) -> list[Word]:
    """Join a single 县, 局 or 员 to the word that it ends."""
    joined: list[Word] = []
    for word in found:
        char = text[word.start] if word.kind == UNKNOWN and word.end == word.start + 1 else ""
        last = joined[-1] if joined else None
        if not char or not last or last.kind in _LEANING_ON:
            joined.append(word)
        elif char in _PLACE_ENDS:
            joined[-1] = Word(last.start, word.end, PLACE)
        elif char in _NAME_ENDS:
            joined[-1] = Word(last.start, word.end, "organs")
        elif char in _WORD_ENDS:
            joined[-1] = Word(last.start, word.end, last.kind)
        else:
            joined.append(word)
    return joined

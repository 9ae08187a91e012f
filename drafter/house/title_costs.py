"""What it costs to end a line of a title: each place judged by the words on both sides."""

from __future__ import annotations

from itertools import pairwise

from drafter.house import segment
from drafter.house.measure import Ruler
from drafter.house.segment import Word

# What it costs to end a line after a word of a kind, and to begin one with it. The two are
# added up: under 3 is a good place, over 10 one to take in need.
_AFTER = {
    "prepositions": 14.0,  # 在 对 向
    "conjunctions": 14.0,  # 和 与: these open a line
    "adverbs": 6.5,  # 进一步 leans on the verb
    "attributes": 4.5,  # 全县 leans on the noun
    "verbs": 4.0,  # 加强 governs what follows
    "actions": 2.5,
    "deeds": 2.0,  # 防治 ends a phrase
    "nouns": 1.5,
    "heads": 1.5,
    "tails": 0.5,  # 工作 ends a phrase
    "organs": 1.0,
    "times": 1.0,
    "particles": 1.0,
    segment.TIME: 2.5,
    segment.NUMBER: 7.0,  # 3起 leans on what it counts
    segment.PLACE: 3.5,
    "places": 3.5,
    segment.UNKNOWN: 4.0,  # likely a name, and the next word its kind
    segment.ATOM: 2.0,
    segment.LATIN: 2.5,
    segment.CLOSE: 1.0,
    segment.STOP: 1.0,
    segment.SPACE: 0.0,
    segment.DASH: 12.0,  # a dash opens the subtitle
}
_BEFORE = {
    "prepositions": 0.0,
    "conjunctions": 0.0,
    "adverbs": 1.0,
    "attributes": 0.5,
    "verbs": 0.5,
    "actions": 2.5,
    "deeds": 3.5,  # 污染 防治
    "nouns": 1.5,
    "heads": 3.5,  # 供热 企业
    "tails": 4.5,  # 工作 leans on what it follows
    "organs": 6.0,  # 人民政府 belongs to the place before it
    "times": 0.5,
    segment.TIME: 0.5,
    segment.NUMBER: 1.0,
    segment.PLACE: 1.0,
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
    "印发": 1.5,  # better than to break what is issued
    "转发": 1.5,
    "”": 3.0,
    "）": 3.0,  # 村（社区）党组织
}
_AND_MORE = 3.0  # 《……》/等4件规范性文件
_BEFORE_WORD = {"至": 4.0, "到": 4.0, "于": 4.0}  # 临江至云溪
_VERBS = 3.0  # 学习宣传贯彻: verbs side by side
_LONG_TAIL = -0.5  # for each character over two: 可行性研究报告 leans less than 工作
_OPENS = -2.0  # an organ's 关于进一步做好 ends a line
_LONG_NAME = -2.0  # after an unknown word of three characters or more
_LEANING_ON_NOUNS = frozenset(("attributes", segment.NUMBER))  # with none in 国内和国际
_ANNIVERSARY = 6.0  # 建校六十周年
_IN_TIME = 4.0  # 2026年第三次
_IN_NAME = 4.0  # 云溪县安全生产委员会
_HALF_WORD = 6.0  # beside one unknown character, likely half of an unknown word
_CITES = -1.5  # 印发 ends a line, and the next one holds the whole 《》
_INSIDE = {"《": 6.0, "〈": 5.0, "“": 8.0, "‘": 8.0, "（": 8.0, "(": 8.0, "〔": 20.0, "【": 20.0}
_ASIDE, _LONGEST_ASIDE = 5.0, 6  # （试行） leans on what stands before it
_INSIDE_LONG = 1.0  # in marks that no line can hold
_AFTER_ORGAN = -4.5  # the organ that issues the document fills its line
_IN_ORGAN = 8.0

_ISSUING = ("关于", "转发", "印发", "批转", "对")
"""What follows the name of the organ in a title."""

_LEVELS = "省市县区镇乡村"
"""Words of one character: 转发 市 生态环境局."""

_LEANING_BACK = frozenset(("deeds", "heads"))
_LEANT_ON = frozenset(
    ("nouns", "heads", "actions", "deeds", "tails", "attributes", segment.UNKNOWN, segment.LATIN)
).union((segment.CLOSE,))
"""Kinds of words that lean back, and on what; after others they begin a line like any noun."""

_NO_NAME = frozenset(
    ("prepositions", "conjunctions", "adverbs", "verbs", segment.OPEN, segment.DASH)
)
"""Kinds of words that are not in the name of an organ that begins a title."""

_BEFORE_VERBS = frozenset(
    ("prepositions", "conjunctions", "adverbs", segment.OPEN, segment.STOP, segment.DASH)
)
_NAMED = frozenset((segment.PLACE, segment.TIME, segment.NUMBER, segment.OPEN, segment.ATOM))
_OBJECTS = _NAMED.union(("nouns", "attributes", "places", "organs", segment.UNKNOWN, segment.LATIN))
_VERBAL = frozenset(("verbs", "deeds", "adverbs"))
"""Kinds of words by which a verb is known: what may stand before it, what it governs, its like."""

_IN_NAMES = frozenset(("nouns", "heads", "actions", "deeds", "organs", segment.NUMBER))
"""Kinds of words between the place and the end of an organ's name."""


def in_context(words: list[Word]) -> list[Word]:
    """Tell by the words around them which words are verbs.

    A deed is one where it governs what follows (关于 防治 土壤 污染); a verb put beside a noun
    is none (庆祝 暨 表彰 大会).
    """
    found = list(words)
    edge = Word(0, 0, segment.STOP)
    for at, word in enumerate(words):
        before = words[at - 1].kind if at else segment.STOP
        after, then = [one.kind for one in (*words[at + 1 : at + 3], edge, edge)[:2]]
        if word.kind == "deeds":
            opens = before in _BEFORE_VERBS and (after in _OBJECTS or after == "verbs")
            if opens or (before == "verbs" and after in _NAMED):
                found[at] = word._replace(kind="verbs")
        elif word.kind == "verbs" and after == "conjunctions" and then not in _VERBAL:
            found[at] = word._replace(kind="actions")
    return found


def line_ends(
    text: str, widths: Ruler, most: float, words: list[Word], organ: int
) -> dict[int, float]:
    """Give what it costs to begin a line with each word that may."""
    inside, closes = _inside(text, widths, most)
    names = _names(words)
    opened = _opened(words, organ)
    found: dict[int, float] = {}
    for word, after in pairwise(words):
        listed = text[after.start - 1 : after.end] == "》等"
        if word.kind == segment.OPEN or (after.kind in _NEVER_FIRST and not listed):
            continue
        cost = _between(text, word, after) + inside[after.start]
        if after.start in names:
            cost += _IN_NAME
        if after.start in closes:
            end = closes[after.start]
            fits = widths.between(after.start, end) <= most
            cost += _marked(text[after.start : end], cited=fits and word.kind == "verbs")
        if word.end == opened:
            cost += _OPENS
        if after.start == organ:
            cost = _AFTER_ORGAN
        elif after.start < organ and word.kind not in (segment.SPACE, segment.STOP):
            cost += _IN_ORGAN
        found[after.start] = cost
    return found


def _marked(words: str, *, cited: bool) -> float:
    """Give what it adds that a line begins with words in marks: 《……》 after 印发, or （试行）."""
    if words[0] == "《" and cited:
        return _CITES
    return _ASIDE if words[0] in "（(" and len(words) <= _LONGEST_ASIDE else 0.0


def _between(text: str, word: Word, after: Word) -> float:
    """Judge the end of a line by the kinds of the words on both sides."""
    if after.kind == "particles":
        return _AND_MORE
    cost = _AFTER_WORD.get(text[word.start : word.end], _AFTER[word.kind])
    if after.kind == "conjunctions" and word.kind in _LEANING_ON_NOUNS:
        cost = _AFTER["nouns"]
    if word.kind == after.kind == "verbs":
        cost += _VERBS
    if word.kind == segment.UNKNOWN and word.end - word.start > 2:
        cost += _LONG_NAME
    if text[after.start : after.end].endswith("周年"):
        cost += _ANNIVERSARY
    if word.kind == segment.TIME and after.kind in (segment.NUMBER, "times"):
        cost += _IN_TIME
    halves = [one for one in (word, after) if one.kind == segment.UNKNOWN]
    if any(one.end == one.start + 1 and text[one.start] not in _LEVELS for one in halves):
        cost += _HALF_WORD
    if after.kind in _LEANING_BACK and word.kind not in _LEANT_ON:
        return cost + _BEFORE["nouns"]
    if after.kind == "tails":
        cost += _LONG_TAIL * (after.end - after.start - 2)
    return cost + _BEFORE_WORD.get(text[after.start : after.end], _BEFORE[after.kind])


def _inside(text: str, widths: Ruler, most: float) -> tuple[list[float], dict[int, int]]:
    """Give what marks around each offset add, and where each pair of them ends."""
    costs = [0.0] * (len(text) + 1)
    closes: dict[int, int] = {}
    open_at: list[int] = []
    for at, char in enumerate(text):
        if char in segment.OPENING:
            open_at.append(at)
        elif open_at and segment.CLOSING.find(char) == segment.OPENING.find(text[open_at[-1]]) >= 0:
            start = open_at.pop()
            whole = widths.between(start, at + 1) <= most
            for inner in range(start + 1, at + 1):
                costs[inner] += _INSIDE.get(text[start], 8.0) if whole else _INSIDE_LONG
            closes[start] = at + 1
    return costs, closes


def organ_end(text: str, words: list[Word]) -> int:
    """Tell where the name of the organ ends that the title begins with; 0 for none."""
    for word in words:
        if text[word.start : word.end] in _ISSUING:
            return word.start
        if word.kind in _NO_NAME and word.end > 1:  # a name may begin with 向 or 和
            return 0
    return 0


def _opened(words: list[Word], organ: int) -> int:
    """Tell where the verbs end that an organ's title opens with: 关于 进一步 做好; 0 for none."""
    end = 0
    for word in words if organ else ():
        if word.start > organ and word.kind not in ("adverbs", "verbs", "conjunctions"):
            break
        if word.start > organ and word.kind == "verbs":
            end = word.end
    return end


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

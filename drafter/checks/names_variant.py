"""Names and terms of which one mention differs from all others of the text (同名异写).

A term counts as one where at least three mentions agree in every character and one, the only one
of its form, differs in a single place. Only differences that are no word of their own are told:
the context has to be the same on both sides and end as names do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from drafter.checks.finding import Hit
from drafter.checks.manuscript import PROSE, Manuscript
from drafter.pattern import regex
from drafter.reading.line import Role
from drafter.reading.words import SURNAMES

_HAN = regex(r"[\u4e00-\u9fff]+")
_SURNAMES = "".join(sorted(SURNAMES))
_CALLED = regex(
    rf"(?=([{_SURNAMES}][\u4e00-\u9fff]{{2}})(?:同志|先生|书记|省长|市长|县长|局长|主任))"
)
_POST = regex(
    rf"(?<![副原前])(?<!常务)((?:[\u4e00-\u9fff]{{2}})?(?<!总)(?:书记|省长|市长|县长|区长|镇长|局长))"
    rf"([{_SURNAMES}][^于的在和对与就向，。；、\W]{{2}})"
    r"(?=[，。、；：]|主持|讲话|出席|作|到会|强调|指出|要求|介绍|汇报|会见|参加|宣布|率|带|说)"
)
_NAME_END = regex(
    r"^(?:[\u4e00-\u9fff]{0,2}?)(?:区|委员会|部门|局|办公室|中心|制度|系统|平台|工程|项目|条例|规划|小组"
    r"|大队|支队|车站|医院|学校|公司|基地|园|大桥|公路|铁路|机构|行动|计划|责任制|目录|会议|方案"
    r"|政府|机制|体制|基金|纲要|指挥部|试验区|示范区)"
)
_KIN = (
    "主管管理监管监督管护", "监视监测监控", "协调协同协作", "整治治理", "评估评价评审",
    "综合统筹", "培训培养", "处理处置", "服务便民", "防御防护防治防控",
)  # fmt: skip
"""Words that get mixed up in names, two characters each."""
_ALLY = {
    frozenset((kin[a : a + 2], kin[b : b + 2]))
    for kin in _KIN
    for a in range(0, len(kin), 2)
    for b in range(0, a, 2)
}
_FREE = frozenset(
    "的了和与及或等在是有为以对将各该本其某不未已新老大小多少上下前后左右内外出入进退增减高低早晚"
    "东西南北中正副总分省市县区乡镇村州旗国一二三四五六七八九十两百千万第甲乙丙丁预决收支买卖男女"
    "级化性类型好要能可再更最全我你他这那到把被从向之所着过"
)
"""Characters by which names of different things differ, and particles."""
_LEAST = 3
_SURE, _OFTEN = 4, 6


class _Lone(NamedTuple):
    left: str
    odd: str
    right: str
    usual: str


class _Grams:
    """The runs of Chinese characters of a manuscript, and how often each stretch occurs in them."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.runs = [
            found[0]
            for row in manuscript.rows
            if row.role not in (Role.BLANK, Role.JUNK)
            for found in _HAN.finditer(row.masked)
        ]
        self._text = "\n".join(self.runs) + "\n"
        self._counts: dict[int, Counter[str]] = {}

    def of(self, size: int) -> Counter[str]:
        """Count the stretches of a size."""
        if size not in self._counts:
            self._counts[size] = Counter(
                chain.from_iterable(
                    [run[at : at + size] for at in range(len(run) - size + 1)] for run in self.runs
                )
            )
        return self._counts[size]

    def after(self, words: str) -> Iterator[str]:
        """Give the two characters behind the first place of a stretch in each run."""
        at = self._text.find(words)
        while at >= 0:
            end = self._text.index("\n", at)
            yield self._text[at + len(words) : end][:2]
            at = self._text.find(words, end)

    def count(self, words: str) -> int:
        """Tell how often a stretch occurs."""
        return self.of(len(words))[words]


def terms(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the one mention of a name or term that differs from the others in one place."""
    grams = _Grams(manuscript)
    told: set[tuple[int, int]] = set()
    for lone in (*_replaced(grams), *_swapped(grams), *_turned(grams), *_dropped(grams)):
        words = lone.left + lone.odd + lone.right
        for found in re.finditer(words, manuscript.masked):
            row, at = manuscript.place(found.start())
            start, end = at + len(lone.left), at + len(lone.left) + len(lone.odd)
            if not lone.odd:
                start, end = start - 1, end + 1
            if row.role in (Role.BLANK, Role.JUNK) or (row.at, start) in told:
                continue
            told.add((row.at, start))
            fix = lone.usual if lone.odd else row.text[start] + lone.usual + row.text[end - 1]
            yield Hit(row.at, start, end, fix=fix, message=_message(lone))


def _message(lone: _Lone) -> str:
    usual = lone.left + lone.usual + lone.right
    return f"“{lone.left}{lone.odd}{lone.right}”与别处的“{usual}”不一致"


def _contexts(
    grams: _Grams, sizes: tuple[int, int, int]
) -> Iterator[tuple[str, str, Counter[str]]]:
    """Give what stands between the same left and right context, where one thing does often."""
    left, size, right = sizes
    counts = grams.of(left + size + right)
    found: dict[tuple[str, str], Counter[str]] = {
        (words[:left], words[left + size :]): Counter()
        for words, count in counts.items()
        if count >= _LEAST
    }
    for words, count in counts.items():
        middles = found.get((words[:left], words[left + size :]))
        if middles is not None:
            middles[words[left : left + size]] += count
    for (before, after), middles in found.items():
        if len(middles) > 1:
            yield before, after, middles


def _lone(grams: _Grams, sizes: tuple[int, int, int]) -> Iterator[_Lone]:
    """Give the contexts in which one thing stands at least three times, another once."""
    for left, right, middles in _contexts(grams, sizes):
        (usual, many), *rest = middles.most_common()
        if many >= _LEAST and len(rest) == 1 and rest[0][1] == 1:
            yield _Lone(left, rest[0][0], right, usual)


def _replaced(grams: _Grams) -> Iterator[_Lone]:
    """Find one character, or one word of a kind, in the place of another within a name."""
    for sizes in ((3, 1, 2), (2, 1, 3)):
        for lone in _lone(grams, sizes):
            if not {lone.odd, lone.usual} & _FREE and _ends(grams, lone):
                yield lone
    for left, right, middles in _contexts(grams, (2, 2, 2)):
        usual, many = middles.most_common()[0]
        for odd, count in middles.items():
            lone = _Lone(left, odd, right, usual)
            few = count == 1 <= many - 2 or count * _SURE <= many
            if frozenset((odd, usual)) in _ALLY and few and _ends(grams, lone):
                yield lone


def _ends(grams: _Grams, lone: _Lone) -> bool:
    """Tell whether all mentions go on alike to the end of a name."""
    mark = lone.left + lone.usual + lone.right
    odd = lone.left + lone.odd + lone.right
    tails = [*grams.after(mark), *grams.after(odd)]
    if not tails:
        return False
    common = tails[0]
    for tail in tails:
        while not tail.startswith(common):
            common = common[:-1]
    return bool(_NAME_END.match(lone.right + common))


def _swapped(grams: _Grams) -> Iterator[_Lone]:
    """Find two words of a name in the other order."""
    for left, right, middles in _contexts(grams, (2, 4, 2)):
        for odd, count in middles.items():
            usual = odd[2:] + odd[:2]
            if count == 1 and middles.get(usual, 0) >= _LEAST:
                yield _Lone(left, odd, right, usual)


def _turned(grams: _Grams) -> Iterator[_Lone]:
    """Find two neighbouring characters of a term in the wrong order, which make no word."""
    pairs = grams.of(2)
    for term, many in grams.of(4).items():
        if many < _LEAST:
            continue
        for at in range(2):
            odd = term[at + 1] + term[at]
            turned = term[:at] + odd + term[at + 2 :]
            if odd != term[at : at + 2] and pairs[odd] == 1 and grams.count(turned) == 1:
                yield _Lone(term[:at], odd, term[at + 2 :], term[at : at + 2])


def _dropped(grams: _Grams) -> Iterator[_Lone]:
    """Find a character left out of a term that is else always written with it."""
    for before, after, least in ((2, 1, _OFTEN), (3, 2, _LEAST), (2, 3, _LEAST)):
        for term, many in grams.of(before + 1 + after).items():
            if many < least or term[before] in _FREE:
                continue
            lone = _Lone(term[:before], "", term[before + 1 :], term[before])
            if grams.count(lone.left + lone.right) != 1:
                continue
            always = grams.count(lone.left) == grams.count(lone.left + lone.usual) + 1
            if always and (after == 1 or _ends(grams, lone)):
                yield lone


def persons(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a person's name of which one mention differs by a character, and two names of a post."""
    text = manuscript.masked
    called = Counter(found[1] for found in _CALLED.finditer(text))
    for name, count in called.items():
        if count != 1 or text.count(name) != 1:
            continue
        for other in called:
            if text.count(other) >= _LEAST - 1 and _close(name, other):
                row, at = manuscript.place(text.index(name))
                told = f"“{name}”与别处的“{other}”只差一字，请核对"
                yield Hit(row.at, at, at + len(name), message=told, fix=None)
    yield from _posts(manuscript)


def _posts(manuscript: Manuscript) -> Iterator[Hit]:
    first: dict[str, str] = {}
    for row in manuscript.holding(_POST, PROSE):
        for found in _POST.finditer(row.masked):
            name = first.setdefault(found[1], found[2])
            if _close(name, found[2]):
                told = f"“{found[2]}”与前文“{found[1]}{name}”只差一字，请核对"
                yield Hit(row.at, found.start(2), found.end(2), message=told)


def _close(one: str, other: str) -> bool:
    return one[0] == other[0] and sum(a != b for a, b in zip(one, other, strict=True)) == 1

"""Readability (可读性): sentences, clauses, paragraphs and sections too long or too much alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import PROSE, Manuscript, Row
from drafter.checks.masks import COVER
from drafter.pattern import regex
from drafter.reading.line import Role

_NOTE = regex("（[^（）]*）")
_SENTENCE = regex(r"[^。！？；\n]+[。！？；]?")
_CLAUSE = regex(rf"[^，。！？；：、“”‘’《》（）—…\s{COVER}]+")
_DE = regex(r"(?:[^，。！？；：、“”（）\n的]{1,8}的(?!确)){5,}")
_BEI = regex(r"被(?![动子褥套单面告害捕执征上诉申请保险审计])")
_ACRONYM = regex(r"(?<![A-Za-z0-9（(“\-/.])[A-Z]{2,6}(?![A-Za-z0-9）)”\-/.])")
_KNOWN = frozenset(
    re.findall(
        "[A-Z]+",
        "GDP CPI PPI AI APP BIM PM IT IP ID VR AR CT DNA RNA PPP WTO APEC VIP QQ PC USB GPS LED "
        "POS ATM CEO MBA PDF SUV TV AQI COD ISO LNG CNG UPS PVC ETC SCI OA HR XX XXX XXXX II III "
        "IV VI VII GB KM",
    )
)
"""Letters every reader knows, and those that stand for no name."""
_LONG, _LONG_SPOKEN, _RUN = 160, 90, 30
_PARA, _PARA_SPOKEN = 1000, 600
_EVERY, _LEAST_TIMES = 250, 6
_OPENERS, _BALANCE, _SECTIONS, _PASSIVE, _PARALLEL = 3, 2.5, 3, 3, 4


def _prose(manuscript: Manuscript) -> Iterator[Row]:
    return (row for row in manuscript.of(*PROSE) if not row.in_table)


def sentences(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the sentences that are too long; one finding tells how many and shows the longest."""
    read_out = manuscript.is_spoken and manuscript.kind.id != "government-report"
    most = _LONG_SPOKEN if read_out else _LONG
    long = [
        (_length(found[0]), row, found)
        for row in _prose(manuscript)
        for found in _SENTENCE.finditer(row.text)
        if _length(found[0]) > most and not _is_list(found[0]) and "思想为指导" not in found[0]
    ]
    if not long:
        return
    long.sort(key=lambda one: -one[0])
    _, row, found = long[0]
    longest = "、".join(f"第{one.at + 1}行{size}字" for size, one, _ in long[:3])
    told = f"有{len(long)}句超过{most}字，最长的：{longest}，宜拆开"
    yield Hit(row.at, found.start(), found.end(), message=told)


def _length(sentence: str) -> int:
    """Count the characters of a sentence; notes in brackets are passed over in reading."""
    return len(_NOTE.sub("", sentence.strip()))


def _is_list(sentence: str) -> bool:
    """Tell whether a sentence names things one after another, as lists of names do."""
    return sentence.count("、") * 8 > len(sentence)


def clauses(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a run of more than thirty characters without a mark in what is to be spoken."""
    if not manuscript.is_spoken:
        return
    for row in _prose(manuscript):
        for found in _CLAUSE.finditer(row.masked):
            if len(found[0]) > _RUN and "中国特色社会主义思想" not in found[0]:
                yield Hit(row.at, found.start(), found.end())


def paragraphs(manuscript: Manuscript) -> Iterator[Hit]:
    """Find paragraphs too long to take in."""
    for row in _prose(manuscript):
        spoken = manuscript.is_spoken and not row.judgement.points
        if manuscript.kind.id == "government-report":
            continue
        if len(row.text.strip()) > (_PARA_SPOKEN if spoken else _PARA):
            told = f"这一段有{len(row.text.strip())}字，宜分段"
            yield Hit(row.at, 0, min(20, len(row.text)), message=told)


def de_chain(manuscript: Manuscript) -> Iterator[Hit]:
    """Find five 的 in one clause."""
    for row in _prose(manuscript):
        for found in _DE.finditer(row.masked):
            yield Hit(row.at, found.start(), found.end())


def repeated(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a four-character phrase oftener than once in two hundred and fifty characters."""
    title = "".join(row.text for row in manuscript.of(Role.TITLE))
    rows = list(_prose(manuscript))
    size = sum(len(row.text) for row in rows)
    counts: Counter[str] = Counter()
    for row in rows:
        for part in re.split(r"[^\u4e00-\u9fff]+", row.masked):
            counts.update(part[at : at + 4] for at in range(len(part) - 3))
    for words, count in counts.most_common(3):
        if (
            count < _LEAST_TIMES
            or count * _EVERY <= size
            or any(two in title for two in (words[:2], words[2:]))
        ):
            continue
        row = next(row for row in rows if words in row.masked)
        at = row.masked.index(words)
        yield Hit(row.at, at, at + 4, message=f"“{words}”用了{count}次，宜变换或删减")
        return


def openers(manuscript: Manuscript) -> Iterator[Hit]:
    """Find more than three sentences on end that begin with the same two characters."""
    for row in _prose(manuscript):
        run, before = 1, ""
        for found in _SENTENCE.finditer(row.masked):
            words = found[0].strip()
            begin = words[:1] if words[:1] == "要" else words[:2]
            run = run + 1 if begin and begin == before else 1
            before = begin
            if run == _OPENERS + 1:
                yield Hit(row.at, found.start(), found.start() + len(begin) or found.end())


def balance(manuscript: Manuscript) -> Iterator[Hit]:
    """Find level-1 sections of very unequal length."""
    sections = [
        (sum(len(row.text.strip()) for row in one), one[0])
        for one in manuscript.sections
        if one and one[0].role is Role.H1
    ]
    if len(sections) < _SECTIONS:
        return
    sizes = [size for size, _ in sections]
    if max(sizes) > _BALANCE * min(sizes):
        _, row = max(sections, key=lambda one: one[0])
        told = f"各部分字数{'／'.join(map(str, sizes))}，相差过大"
        yield Hit(row.at, 0, len(row.text), message=told)


def passive(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a text with more than three 被 in a thousand characters."""
    places = [(row, found) for row in _prose(manuscript) for found in _BEI.finditer(row.masked)]
    if len(places) >= _PASSIVE and len(places) * 1000 > _PASSIVE * max(manuscript.chars, 1):
        row, found = places[0]
        yield Hit(
            row.at, found.start(), found.end(), message=f"全文用“被”{len(places)}次，宜改主动句"
        )


def acronyms(manuscript: Manuscript) -> Iterator[Hit]:
    """Find Latin letters for a name whose Chinese is not given at its first use."""
    seen: set[str] = set(_KNOWN)
    for row in _prose(manuscript):
        glossed = re.findall(r"[（(]([A-Z]{2,6})[）)]", row.text)
        seen.update(glossed)
        for found in _ACRONYM.finditer(row.masked):
            after = row.text[found.end() : found.end() + 1]
            if found[0] not in seen and after not in ("（", "("):
                yield Hit(row.at, found.start(), found.end())
            seen.add(found[0])


def parallels(manuscript: Manuscript) -> Iterator[Hit]:
    """Find four clauses of the same length on end in what is not to be spoken."""
    for row in _prose(manuscript):
        run, before, start = 1, 0, 0
        for found in _CLAUSE.finditer(row.masked):
            size = len(found[0])
            run = run + 1 if size == before and size >= 4 else 1
            start = found.start() if run == 1 else start
            before = size
            if run == _PARALLEL:
                yield Hit(row.at, start, found.end())


CHECKS = {
    "read-sentence-length": sentences,
    "read-clause-length": clauses,
    "read-paragraph-length": paragraphs,
    "read-de-chain": de_chain,
    "read-repeat-word": repeated,
    "read-repeat-opener": openers,
    "read-section-balance": balance,
    "read-passive": passive,
    "read-acronym": acronyms,
    "read-parallel-run": parallels,
}

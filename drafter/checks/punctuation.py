"""Punctuation (标点), GB/T 15834-2011: what takes more than a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks import punctuation_lists as lists
from drafter.checks import punctuation_pairs as pairs
from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import Manuscript, Row
from drafter.checks.masks import COVER
from drafter.pattern import regex
from drafter.reading.line import Role

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_MARK = regex(rf"(?<=[{_HAN}”’》〉）％%\dA-Za-z{COVER}])[,:;!?]|(?<=[{_HAN}”’》〉）])\.|[()]")
_FULL = str.maketrans(",:;!?().", "，：；！？（）。")
_WIDE_LEFT = regex(rf"[{_HAN}”’》〉）]")
_WIDE_RIGHT = regex(rf"[{_HAN}“‘《〈（]")
_ITEM = regex(r"\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[.)]")
_BRACKETS = regex(r"\([^()（）]*\)")
_ALNUM = regex(r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_RUN = regex(r"[，、；：。！？]{2,}")
_PERCENT = regex("[%％]")
_CORNER = str.maketrans("「」『』", "“”‘’")
_ELSEWHERE = regex(r"台湾|臺|香港|澳门|日本|日语|日文|繁体|[\u3040-\u30ff]")
_GAP = regex(rf"(?<=[{_HAN}])[ \u00a0\u3000](?=[{_HAN}])")
_NUMBERED = regex(
    r"第?[一二三四五六七八九十百零〇\d]{1,5}[条章节款项]?|附[件表录图][一二三四五六七八九十\d]*"
)
_ORGAN = regex(r".*[央院厅部委局府会办室司省市县区校团社队网报长记席理者员任]")
_WORD = regex(r"[^\w]")
_STOP = regex("[，。；：、！？“”（）《》]")
_CLAUSE, _FAR = 10, 60


_SHOWN = frozenset(Role) - {Role.BLANK, Role.JUNK}


def _shown(manuscript: Manuscript) -> Iterator[Row]:
    return (row for row in manuscript.rows if row.role in _SHOWN)


def halfwidth(manuscript: Manuscript) -> Iterator[Hit]:
    """Find half-width marks among Chinese words.

    A pair of brackets that are both half-width counts as slightly as a style does where the
    document has no other half-width mark and most of its brackets are full-width.
    """
    marks: list[Hit] = []
    brackets: list[Hit] = []
    for row in manuscript.holding(_MARK, _SHOWN):
        paired = {at for m in _BRACKETS.finditer(row.masked) for at in (m.start(), m.end() - 1)}
        item = _ITEM.match(row.masked)
        for match in _MARK.finditer(row.masked):
            at = match.start()
            in_item = item is not None and at < item.end()
            wrong = _is_mixed(item[0]) if item and in_item else _is_chinese(row.masked, at)
            if not wrong:
                continue
            safe = False if match[0] == "." else None
            hit = Hit(row.at, at, at + 1, fix=match[0].translate(_FULL), safe=safe)
            (brackets if at in paired else marks).append(hit)
    yield from marks
    slight = not marks and len(brackets) < manuscript.masked.count("（") * 2
    for hit in brackets:
        yield hit._replace(level=Level.ADVICE, safe=False) if slight else hit


def _is_mixed(mark: str) -> bool:
    """Tell whether an item's mark has one bracket of each width: （一)."""
    return ("（" in mark and ")" in mark) or ("(" in mark and "）" in mark)


def _is_chinese(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in "()":
        return bool(_WIDE_RIGHT.match(after) or _WIDE_LEFT.match(before))
    if _WIDE_LEFT.match(before):
        right = text[at + 1 :].lstrip()[:1]
        counts = text[at] in ",;" and (after.isdigit() or after == COVER)
        return not right or counts or bool(_WIDE_RIGHT.match(right))
    return bool(_WIDE_RIGHT.match(after))


def alnum(manuscript: Manuscript) -> Iterator[Hit]:
    """Find full-width digits and letters."""
    for row in manuscript.holding(_ALNUM, _SHOWN):
        for match in _ALNUM.finditer(row.text):
            yield Hit(row.at, match.start(), match.end(), fix=match[0].translate(_NARROW))


def doubled(manuscript: Manuscript) -> Iterator[Hit]:
    """Find marks that stand together though only one can be meant."""
    for row in _shown(manuscript):
        for match in _RUN.finditer(row.masked):
            run = match[0]
            if set(run) <= set("！？") or (set(run) == {"。"} and len(run) > 2):
                continue
            one = len(set(run)) == 1
            fix = run[0] if one or run[0] in "！？" else "。" if "。" in run else run[-1]
            yield Hit(row.at, match.start(), match.end(), fix=fix, safe=one or run[-1] == "。")


def corners(manuscript: Manuscript) -> Iterator[Hit]:
    """Find quotation marks of other places in simplified text."""
    for row in _shown(manuscript):
        if _ELSEWHERE.search(row.text):
            continue
        for match in re.finditer("[「」『』]", row.masked):
            yield Hit(row.at, match.start(), match.end(), fix=match[0].translate(_CORNER))


def percents(manuscript: Manuscript) -> Iterator[Hit]:
    """Find percent signs of the rarer width where a document has both."""
    found = [(row, m) for row in _shown(manuscript) for m in _PERCENT.finditer(row.masked)]
    wide = sum(match[0] == "％" for _, match in found)
    if not 0 < wide < len(found):
        return
    rare, usual = ("％", "%") if wide * 2 <= len(found) else ("%", "％")
    for row, match in found:
        if match[0] == rare:
            yield Hit(row.at, match.start(), match.end(), fix=usual)


def gaps(manuscript: Manuscript) -> Iterator[Hit]:
    """Find single blanks inside a clause of a sentence."""
    for row in manuscript.holding(_GAP, {Role.BODY}):
        if row.in_table or not re.search("[。；，]", row.masked):
            continue
        for match in _GAP.finditer(row.masked):
            if _is_slip(row.masked, match):
                yield Hit(row.at, match.start(), match.end(), fix="")


def _is_slip(text: str, gap: re.Match[str]) -> bool:
    """Tell whether a blank parts what is one clause, not two names, a number and its words."""
    start, end = gap.span()
    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    left, right = _WORD.split(before)[-1], _WORD.split(after, maxsplit=1)[0]
    clause = _STOP.split(before)[-1] + _STOP.split(after, maxsplit=1)[0]
    if len("".join(clause.split())) < _CLAUSE or len(right) < 2 or len(left) < 2:
        return False
    if any(text.count(a, 0, start) > text.count(b, 0, start) for a, b in ("“”", "（）")):
        return False
    return not (_NUMBERED.fullmatch(left) or _ORGAN.fullmatch(left))


CHECKS = {
    "punct-halfwidth": halfwidth,
    "punct-fullwidth-alnum": alnum,
    "punct-double": doubled,
    "punct-corner-quote": corners,
    "punct-percent-width": percents,
    "punct-cjk-space": gaps,
    **pairs.CHECKS,
    **lists.CHECKS,
}

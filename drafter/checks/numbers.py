"""Numbers of documents (发文字号), GB/T 9704-2012 7.2.5: code, year in 〔〕, number."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.finding import Hit, Level
from drafter.checks.manual import ROLES
from drafter.checks.manuscript import Manuscript, Row
from drafter.checks.search import found, rewriting
from drafter.pattern import regex
from drafter.reading.line import Role

_OPEN, _CLOSE = r"[\[［（(【〖〔﹝〈＜<]", r"[\]］）)】〗〕﹞〉＞>]"
_CODE = "(?<=[发函字办电请报议规监改委组宣审呈纪通任免知司厅局])"
_BRACKETS = regex(
    rf"(?<=[\u4e00-\u9fff])(?<![令告示证权裁判罚])[ ]?{_OPEN}[ ]?(\d{{4}})"
    rf"(?:年(?![ ]?[）)]))?[ ]?{_CLOSE}"
    r"(?=[ ]?第?\d{1,5}[ ]?号)"
)
_NUMBER = regex(
    rf"(?<=[\u4e00-\u9fff])(?<![令告示证权裁判罚]){_OPEN}\d{{4}}{_CLOSE}(第|[NnＮ][OoＯ][.．]?)\d{{1,5}}号"
)
_ZERO = regex(rf"(?<=[\u4e00-\u9fff])({_OPEN}\d{{4}}{_CLOSE}第?)(0+)([1-9]\d*)号")
_BROKEN = regex(
    r"(?<=[\u4e00-\u9fff])(?:〔((?:19|20)\d\d)(\d{1,4})(?=号)|((?:19|20)\d\d)〕(\d{1,5})(?=号)"
    r"|((?:19|20)\d\d)〔(\d{1,5})〕(?=号))"
)
"""A year of which one bracket is missing, or with both around the number."""
_SINCE = 2012
"""From this year on GB/T 9704-2012 holds; who cites an older document may keep its form."""
_OWN = regex(rf"^\s*([\u4e00-\u9fff]{{2,12}}){_OPEN}\d{{4}}{_CLOSE}")
_ORDERS = regex("令|公告|通告")
_NEAR, _SHORT = 12, 40


def brackets(manuscript: Manuscript) -> Iterator[Hit]:
    """Find years of numbers in other brackets than 〔〕."""
    for row, match in found(manuscript, _BRACKETS, raw=True):
        fix = f"〔{match[1]}〕"
        if match[0] == fix:
            continue
        old = int(match[1]) < _SINCE
        level = Level.WARNING if old else None
        yield Hit(row.at, match.start(), match.end(), fix=fix, safe=not old, level=level)
    for row, match in found(manuscript, _BROKEN, raw=True):
        year, number = (part for part in match.groups() if part)
        yield Hit(row.at, match.start(), match.end(), fix=f"〔{year}〕{number}", safe=False)


def ordinal_words(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 第 in numbers of documents; orders and announcements have it by right."""
    for row, match in found(manuscript, _NUMBER, raw=True):
        if not _is_order(manuscript, row, match.start()):
            fix = row.text[match.end(1) : match.end()]
            yield Hit(row.at, match.start(1), match.end(), fix=fix)


def _is_order(manuscript: Manuscript, row: Row, at: int) -> bool:
    text = row.text.strip()
    before = text if len(text) <= _SHORT else row.text[max(0, at - _NEAR) : at]
    if row.role in (Role.DOCNUMBER, Role.TITLE, Role.NOTE):
        before = text + manuscript.kind.name
    return bool(_ORDERS.search(before))


def leading_zeros(manuscript: Manuscript) -> Iterator[Hit]:
    """Find numbers of documents filled up with zeros."""
    for row, match in found(manuscript, _ZERO, raw=True):
        yield Hit(row.at, match.start(2), match.end(3), fix=match[3])


def short_years(manuscript: Manuscript) -> Iterator[Hit]:
    """Find years of two digits; those before 1990 stand in citations of their time."""
    number = regex(rf"{_CODE}{_OPEN}([0-4]\d){_CLOSE}第?\d{{1,5}}号")
    for row, match in found(manuscript, number, raw=True):
        yield Hit(row.at, match.start(), match.end())


def year_mismatch(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the document's own number of another year than its date, but for a month across."""
    day = manuscript.date
    number = regex(rf"{_OPEN}(\d{{4}}){_CLOSE}第?\d{{1,5}}号")
    places = found(manuscript, number, raw=True, roles=ROLES["docnumber"])
    row, match = next(places, (None, None))
    if day is None or row is None or match is None:
        return
    year = int(match[1])
    if year == day.year or (year, day.month) in ((day.year - 1, 1), (day.year + 1, 12)):
        return
    yield Hit(row.at, match.start(), match.end())


def code_mismatch(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the document's own number with another code than its issuer's, where that is known."""
    names = {row.text.strip() for row in manuscript.of(Role.SIGNATURE, Role.NOTE)}
    known = [(name, code) for name, code in manuscript.words.codes if name in names]
    row, match = next(found(manuscript, _OWN, raw=True, roles=ROLES["docnumber"]), (None, None))
    if not known or row is None or match is None:
        return
    if not any(match[1] == code for _name, code in known):
        organ, code = known[0]
        told = f"{organ}的发文机关代字是“{code}”，这里写的是“{{words}}”"
        yield Hit(row.at, match.start(1), match.end(1), message=told)


CHECKS = {
    "docno-code-mismatch": code_mismatch,
    "docno-bracket": brackets,
    "docno-di": ordinal_words,
    "docno-zero": leading_zeros,
    "docno-year-short": short_years,
    "docno-missing-hao": rewriting(
        (rf"{_CODE}(〔\d{{4}}〕\d{{1,4}})(?=[）)》，。；])", r"\1号"),
        (r"^(\s*[\u4e00-\u9fff]{2,12}〔\d{4}〕\d{1,4})(?=\s*$)", r"\1号"),
        raw=True,
    ),
    "docno-citation-order": rewriting(
        (r"[\u4e00-\u9fff]{2,8}〔\d{4}〕\d{1,5}号(?=《)", None), raw=True
    ),
    "docno-year-mismatch": year_mismatch,
}

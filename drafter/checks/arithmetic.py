"""Arithmetic (计算): sums and shares that the text tells, against what its numbers give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.checks.amounts import NUMBER, SCALE, UNIT, VAGUE, Amount, amount, in_words, shown
from drafter.checks.arithmetic_growth import doubles, growth
from drafter.checks.arithmetic_spans import CHECKS as SPANS
from drafter.checks.arithmetic_tables import CHECKS as TABLES
from drafter.checks.finding import Hit
from drafter.checks.manuscript import TEXT, Manuscript, Row
from drafter.checks.search import found
from drafter.pattern import regex

_AMOUNT = regex(rf"(?<![\d.第])({NUMBER})({SCALE})({UNIT}){VAGUE}")
_AMONG = regex("其中[，:：]?")
_SAID_OF = regex("(?!以上|左右|以内)[^，。；\\d]{0,8}[，、（(：]?")
_TOTAL = regex(rf"[，：](?:合计|共计|总计|一共|总共)({NUMBER})({SCALE})({UNIT})(?![以左多余])")
_PEOPLE = frozenset({"人", "名", "户", "人次"})
_WHOLES = regex("男.*女|女.*男|城镇.*(?:农村|乡村)|在职.*退休")
_ACROSS = regex(
    "新增|当年|本年|今年|重点|以上|示范|先进|国家级|省级|既|同时|包括|比|同比|增|减|累计|约|近|超"
)
_SHARES = regex(
    r"(?P<what>[^，。；：]{0,24})(?:占比|比重)分别[为达](?P<list>(?:[\d.]+%[、和与]?){2,8})"
)
_STRUCTURE = regex(r"产业结构[^，。；\d]{0,8}?((?:\d+(?:\.\d+)?[:：∶]){2}\d+(?:\.\d+)?)")
_OVERLAP = regex("党员|女|妇女|少数民族|以上|分别占")
_SHARE = regex(
    rf"(?<![\d.第])({NUMBER})({SCALE})({UNIT})[，、（(]其中[^，。；\d]{{1,16}}({NUMBER})({SCALE})(\3)"
    r"[，、]占(?:比|总数的?|全部的?|总量的?|总额的?|的)?(?:达到?|为|超过)?(\d+(?:\.\d+)?)%(以上|左右)?"
)
_BOUNDARY = regex("[。；！？]")
_HALF, _WHOLE, _SLACK = Decimal("0.5"), Decimal(100), Decimal("0.1")


def _sentences(manuscript: Manuscript) -> Iterator[tuple[Row, int, str]]:
    """Give the sentences of the text, each with its row and where it begins."""
    telling = (_AMONG, _TOTAL, _SHARES, _STRUCTURE)
    rows = {row.at: row for one in telling for row in manuscript.holding(one, TEXT)}
    for _, row in sorted(rows.items()):
        ends = [one.end() for one in _BOUNDARY.finditer(row.masked)]
        for start, end in pairwise([0, *ends, len(row.masked)]):
            if end - start > 4:
                yield row, start, row.masked[start:end]


def _read(match: re.Match[str]) -> Amount:
    return amount(match[1], match[2], match[3])


def sums(manuscript: Manuscript) -> Iterator[Hit]:
    """Find parts and totals, and shares of one whole, that disagree."""
    for row, start, text in _sentences(manuscript):
        among = _AMONG.search(text)
        if among:
            yield from _parts(row, start, text, among)
        for total in _TOTAL.finditer(text):
            yield from _listed(row, start, text, total)
        yield from _shares(row, start, text)


def _parts(row: Row, start: int, text: str, among: re.Match[str]) -> Iterator[Hit]:
    """Compare what stands behind 其中 with the amount it is said of, unless another is greater."""
    totals = list(_AMOUNT.finditer(text, 0, among.start()))
    if not totals or not _SAID_OF.fullmatch(text[totals[-1].end() : among.start()]):
        return
    unit, total = totals[-1][3], _read(totals[-1])
    if unit == "%" or any(_read(one).value > total.value for one in totals if one[3] == unit):
        return
    run = _run(text, among.end(), list(_AMOUNT.finditer(text, among.end())), unit)
    if not run:
        return
    amounts = [_read(one) for one in run]
    whole = unit not in _PEOPLE or _WHOLES.search(text, among.end(), run[-1].start())
    if amounts[0].low > total.high:
        run, amounts = run[:1], amounts[:1]
    elif not whole or sum(one.low for one in amounts) <= total.high:
        return
    yield Hit(row.at, start + among.start(), start + run[-1].end(), _too_much(total, amounts))


def _run(text: str, at: int, parts: list[re.Match[str]], unit: str) -> list[re.Match[str]]:
    """Give the parts that follow each other as label and amount, and of one unit."""
    run: list[re.Match[str]] = []
    for part in parts:
        label = text[at : part.start()].lstrip("，：" if not run else "、和及与")
        alike = part[3] == unit and 0 < len(label) <= 12
        if not alike or _ACROSS.search(label) or re.search(r"[\d，。；（）()]", label):
            break
        run.append(part)
        at = part.end()
    return run


def _too_much(total: Amount, parts: list[Amount]) -> str:
    added = sum((one.value for one in parts), Decimal(0))
    if len(parts) == 1:
        return f"总数{total.words}，其中的一部分却有{parts[0].words}"
    spelled = "、".join(one.words for one in parts)
    return f"总数{total.words}，其中{spelled}相加为{in_words(added, total)}"


def _listed(row: Row, start: int, text: str, total: re.Match[str]) -> Iterator[Hit]:
    """Compare a list of labels and amounts with the 合计 behind it."""
    at = max(text.rfind(mark, 0, total.start()) for mark in "：:。；") + 1
    parts = list(_AMOUNT.finditer(text, at, total.start()))
    run = _run(text, at, parts, total[3])
    if (
        len(run) < 2
        or len(run) != len(parts)
        or total[3] == "%"
        or parts[-1].end() != total.start()
    ):
        return
    amounts, told = [_read(one) for one in run], _read(total)
    added = sum((one.value for one in amounts), Decimal(0))
    slack = sum((one.half for one in amounts), told.half)
    if abs(added - told.value) > slack:
        spelled = "、".join(one.words for one in amounts)
        words = f"{spelled}相加为{in_words(added, told)}，文中写{told.words}"
        yield Hit(row.at, start + run[0].start(), start + total.end(), words)


def _shares(row: Row, start: int, text: str) -> Iterator[Hit]:
    """Compare shares of one whole with 100%."""
    for match in _SHARES.finditer(text):
        shares = [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", match["list"])]
        if sum(shares) > _WHOLE + _SLACK * len(shares) and not _OVERLAP.search(match["what"]):
            words = f"各项占比相加为{sum(shares)}%，超过100%"
            yield Hit(row.at, start + match.start("list"), start + match.end(), words)
    for match in _STRUCTURE.finditer(text):
        shares = [Decimal(one) for one in re.split("[:：∶]", match[1])]
        if _SLACK * len(shares) < abs(sum(shares) - _WHOLE) < 10:
            words = f"“{match[1]}”相加为{sum(shares)}，应为100"
            yield Hit(row.at, start + match.start(1), start + match.end(1), words)


def rank_shares(manuscript: Manuscript) -> Iterator[Hit]:
    """Find shares that the total and the part beside them do not give."""
    for row, match in found(manuscript, _SHARE, roles=TEXT):
        total, part = amount(*match.group(1, 2, 3)), amount(*match.group(4, 5, 6))
        if not total.value:
            continue
        share, told = part.value / total.value * 100, Decimal(match[7])
        over = match[8] == "以上"
        slack = 3 if match[8] == "左右" else _HALF
        if share < told - slack or (not over and share > told + slack):
            words = (
                f"{part.words}占{total.words}的{shown(share)}%，文中写{match[7]}%{match[8] or ''}"
            )
            yield Hit(row.at, match.start(), match.end(), words)


CHECKS = {
    "consist-sum": sums,
    "consist-growth": growth,
    "consist-double": doubles,
    "consist-rank-share": rank_shares,
    **SPANS,
    **TABLES,
}

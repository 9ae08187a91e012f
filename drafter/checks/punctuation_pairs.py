"""Marks that come in pairs: brackets, quotation marks, title marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript, Row
from drafter.pattern import regex
from drafter.reading.line import Role

_PAIRS = (("（(", "）)"), ("“", "”"), ("‘", "’"), ("《", "》"))
_ALL = regex("[（()）“”‘’《》]")
_NEAR = 6
_FAR = 60
_HAN_BEFORE = regex("[\u4e00-\u9fff。，！？”》]")
_ITEM = regex(r"(?:^|[\s，。；：、,;:])[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[A-Za-z①-⑳])$")
_STRAIGHT = regex('"')
_APOSTROPHE = regex(r"(?<![A-Za-z\d])'(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])'(?![A-Za-z\d])")
_ANY_STRAIGHT = regex(f"{_STRAIGHT.pattern}|{_APOSTROPHE.pattern}")
_CODE = regex(r"[A-Za-z]=[\"']")
_HAN = regex("[\u4e00-\u9fff，。；：、！？（）《》“”]")


class _Lone(NamedTuple):
    """A mark without its partner: of which kind, whether it opens, where it stands."""

    kind: int
    opens: bool
    row: int
    at: int


_HALF = regex(r"\s*([一二三四五六七八九十]{1,3}|\d{1,2})[）)](?=[\u4e00-\u9fff“《])")
_FULL = regex(r"\s*[（(](?:([一二三四五六七八九十]{1,3})|\d{1,2})[）)]")


def _half_numbers(rows: list[Row]) -> Iterator[Hit]:
    """Find the one number of a list that lacks its opening bracket: 三）among （一）."""
    for han in (True, False):
        whole = [m for m in (_FULL.match(row.text) for row in rows) if m and bool(m[1]) == han]
        half = [(row, m) for row in rows if (m := _HALF.match(row.text))]
        half = [(row, m) for row, m in half if m[1].isdigit() != han]
        if whole and len(half) == 1:
            row, match = half[0]
            at = match.end() - 1
            yield Hit(row.at, at, at + 1, f"“{row.text[at]}”缺少前一半，没有成对")


def unbalanced(manuscript: Manuscript) -> Iterator[Hit]:
    """Find marks whose partner is missing in the paragraph and cannot be in one near by."""
    rows = [row for row in manuscript.rows if row.role not in (Role.BLANK, Role.JUNK)]
    lone = [mark for at, row in enumerate(rows) for mark in _lone(row.text, at)]
    yield from _half_numbers(rows)
    kept: list[_Lone] = []
    for mark in lone:
        if not mark.opens and (partner := _partner(kept, mark, rows)):
            kept.remove(partner)
        else:
            kept.append(mark)
    for mark in kept:
        row = rows[mark.row]
        if mark.kind == 1 and row.text.count('"') % 2:
            continue  # its partner is a straight mark, which has a rule of its own
        if mark.kind == 1 and (_amends(manuscript, row, mark) or _runs_on(rows, mark)):
            continue
        words = "缺少前一半" if not mark.opens else "缺少后一半"
        yield Hit(row.at, mark.at, mark.at + 1, f"“{row.text[mark.at]}”{words}，没有成对")


def _lone(text: str, row: int) -> Iterator[_Lone]:
    """Give the marks of a paragraph that have no partner in it."""
    open_: list[list[int]] = [[] for _ in _PAIRS]
    for match in _ALL.finditer(text):
        at, mark = match.start(), match[0]
        kind = next(n for n, pair in enumerate(_PAIRS) if mark in pair[0] + pair[1])
        if mark in _PAIRS[kind][0]:
            open_[kind].append(at)
        elif open_[kind]:
            open_[kind].pop()
        elif not _stands_alone(text, at, kind):
            yield _Lone(kind, False, row, at)
    for kind, places in enumerate(open_):
        yield from (_Lone(kind, True, row, at) for at in places if text[at + 1 :].strip())


def _stands_alone(text: str, at: int, kind: int) -> bool:
    """Tell whether a closing mark needs no partner: the mark of an item, an apostrophe."""
    if kind == 0:
        return bool(_ITEM.search(text[max(0, at - 6) : at]))
    return kind == 2 and not _HAN_BEFORE.match(text[at - 1 : at])


def _partner(kept: list[_Lone], mark: _Lone, rows: list[Row]) -> _Lone | None:
    """Find the opening mark of an earlier paragraph that a closing one belongs to."""
    for other in reversed(kept):
        if mark.row - other.row > _FAR:
            return None
        if other.opens and other.kind == mark.kind:
            far = other.kind == 1 and _begins_quotation(rows[other.row].text, other.at)
            return other if far or mark.row - other.row <= _NEAR else None
    return None


def _begins_quotation(text: str, at: int) -> bool:
    return not text[:at].strip() or text[:at].rstrip()[-1] in "：:"


def _amends(manuscript: Manuscript, row: Row, mark: _Lone) -> bool:
    """Tell whether a mark may be of an article's new wording, quoted over many paragraphs."""
    return manuscript.is_statute and (not mark.opens or _begins_quotation(row.text, mark.at))


def _runs_on(rows: list[Row], mark: _Lone) -> bool:
    """Tell whether a quotation goes on in the next paragraph, which opens it again."""
    after = rows[mark.row + 1].text.strip() if mark.row + 1 < len(rows) else ""
    again = after.startswith("“") and after.find("”") in (-1, len(after) - 1)
    return mark.opens and again and _begins_quotation(rows[mark.row].text, mark.at)


def nested(manuscript: Manuscript) -> Iterator[Hit]:
    """Find quotations in quotations that have the same marks."""
    for row in manuscript.rows:
        if row.role in (Role.BLANK, Role.JUNK) or row.text.count("“") != row.text.count("”"):
            continue
        depth = 0
        for match in re.finditer("[“”]", row.text):
            depth -= match[0] == "”"
            if depth < 0:
                break
            if depth > 0:
                fix = "‘" if match[0] == "“" else "’"
                yield Hit(row.at, match.start(), match.end(), fix=fix)
            depth += match[0] == "“"


def straight(manuscript: Manuscript) -> Iterator[Hit]:
    """Find straight quotation marks at Chinese words; they are paired by their order."""
    for row in manuscript.holding(_ANY_STRAIGHT):
        if row.role is Role.JUNK or _CODE.search(row.text):
            continue
        for form, (opening, closing) in ((_STRAIGHT, "“”"), (_APOSTROPHE, "‘’")):
            marks = [m.start() for m in form.finditer(row.masked) if not _inch(row.masked, m)]
            paired = len(marks) % 2 == 0
            for n, at in enumerate(marks):
                if _HAN.search(row.masked[max(0, at - 1) : at + 2]):
                    fix = (closing if n % 2 else opening) if paired else None
                    yield Hit(row.at, at, at + 1, fix=fix)


def _inch(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a straight mark stands for inches or seconds: an odd one after a digit."""
    return text[mark.start() - 1 : mark.start()].isdigit() and text.count('"') % 2 == 1


def single(manuscript: Manuscript) -> Iterator[Hit]:
    """Find terms in single quotation marks that stand in no other quotation."""
    for row in manuscript.rows:
        if row.role in (Role.BLANK, Role.JUNK) or "‘" not in row.text:
            continue
        for match in re.finditer("‘[^‘’“”]{1,40}’", row.text):
            before = row.text[: match.start()]
            if before.count("“") == before.count("”"):
                yield Hit(row.at, match.start(), match.end())


CHECKS = {
    "punct-unbalanced": unbalanced,
    "punct-nested-quote": nested,
    "punct-straight-quote": straight,
    "punct-title-quote": single,
}

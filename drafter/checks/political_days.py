"""Political rules about days: sessions that had not met, campaigns over, years that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript
from drafter.checks.phrases import PAST, matches, phrases, sentence
from drafter.checks.search import found as places
from drafter.dated.rows import dated_rows
from drafter.pattern import regex
from drafter.reading.line import Role

_DIGITS = {char: at for at, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_SESSION = regex(r"党的([十二三][一二三四五六七八九十]?)届([一二三四五六七八九])中全会")
_YEARS = regex(r"[^，。；\d]{0,2}?(\d{1,3}|[一二三四五六七八九十百]{1,5})周年")
_UNDER_WAY = regex(r"(?:扎实|深入|正在|组织|继续|认真)?(?:开展|推进|抓好|进行)[^，。；]{0,6}$")
_OVER = regex(r"巩固|拓展|成果|成效|总结|回顾|经验|整改|以来|结束|完成|常态化|长效化")
_OURS = regex(r"[我全](?:县|市|区|镇|州|旗)")
_NEAR, _ROUND = 3, 5

_ANY = frozenset(Role)


def number(words: str) -> int:
    """Read a number up to the hundreds: 105, 一百零五, 九十七."""
    if words.isdigit():
        return int(words)
    total, digit = 0, 0
    for char in words:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(char, 0)
    return total + digit


def sessions(manuscript: Manuscript) -> Iterator[Hit]:
    """Find misnamed congresses and plenums, and plenums that had not met by the document's day."""
    yield from phrases("phrases", "pol-congress-name")(manuscript)
    rows = dated_rows("calendar")
    for found in _SESSION.finditer(manuscript.masked):
        which = number(found[2])
        never = any(
            one.wrong.fullmatch(found[1]) and which > one.numbers[0] for one in rows["plenum"]
        )
        later = manuscript.date is not None and any(
            one.wrong.fullmatch(found[1])
            and which == one.numbers[0]
            and one.since is not None
            and manuscript.date.year < one.since.year
            for one in rows["session"]
        )
        if never or later:
            row, at = manuscript.place(found.start())
            what = "没有开过" if never else "在文件日期时尚未召开"
            yield Hit(row.at, at, at + len(found[0]), message=f"“{found[0]}”{what}，请核对届次")


def campaigns(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 学习教育 spoken of as under way on a day outside its window."""
    day = manuscript.date
    if day is None:
        return
    for fact in dated_rows("calendar")["campaign"]:
        if fact.holds(day):
            continue
        for found in fact.wrong.finditer(manuscript.masked):
            row, at = manuscript.place(found.start())
            end = at + len(found[0])
            whole = sentence(row.masked, at, end)
            if not _UNDER_WAY.search(row.masked[max(0, at - 16) : at]):
                continue
            if not (_OVER.search(whole) or PAST.search(whole)):
                yield Hit(row.at, at, end)


def anniversaries(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an anniversary whose count does not fit the document's year.

    Round ones are told of in other years too; one that is not round is told of in its own.
    """
    if manuscript.date is None:
        return
    for fact in dated_rows("calendar")["anniversary"]:
        for found in re.finditer(fact.wrong.pattern + _YEARS.pattern, manuscript.masked):
            count = number(found[1])
            right = manuscript.date.year - fact.numbers[0]
            if count == right or abs(count - right) > _NEAR or count % _ROUND == 0:
                continue
            row, at = manuscript.place(found.start())
            if PAST.search(sentence(row.masked, at, at + len(found[0]))):
                continue
            told = f"{manuscript.date.year}年应为{right}周年，文中写“{found[0]}”"
            yield Hit(row.at, at, at + len(found[0]), message=told)


def plans(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a plan's first or last year told of the wrong year, and a past plan as the current."""
    for fact in dated_rows("calendar")["plan"]:
        first, last = fact.numbers
        name = rf"“?{fact.wrong.pattern}”?"
        edges = regex(
            rf"(?:(20\d\d)年|今年)(?:既)?是[^，。；]{{0,8}}?{name}(?:规划)?的?(开局|收官)之?年"
        )
        for row, found in places(manuscript, edges, roles=_ANY):
            year = int(found[1]) if found[1] else manuscript.date and manuscript.date.year
            right = first if found[2] == "开局" else last
            if year and year != right:
                at = found.start()
                told = f"“{fact.wrong.pattern}”{found[2]}之年是{right}年，不是{year}年"
                yield Hit(row.at, at, at + len(found[0]), message=told)
        if manuscript.date and manuscript.date.year > last:
            yield from _as_current(manuscript, name)


def _as_current(manuscript: Manuscript, name: str) -> Iterator[Hit]:
    now = regex(
        rf"(?:当前|目前|现在|眼下)[^。；，]{{0,4}}(?:是|处于|处在|正值){name}[^，。；]{{0,8}}"
        r"(?:关键|攻坚|冲刺|时期|阶段)"
    )
    for row, found in places(manuscript, now, roles=_ANY):
        at = found.start()
        yield Hit(row.at, at, at + len(found[0]))


def targets(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the national target of a year given as a county's or a city's own."""
    if manuscript.date is None:
        return
    for found, row, at in matches(manuscript, dated_rows("calendar")["target"]):
        whole = sentence(row.masked, at, at + len(found[0]))
        if _OURS.search(whole) and not re.search("全国|国家|全省", whole):
            yield Hit(row.at, at, at + len(found[0]))

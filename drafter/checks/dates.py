"""Dates (日期): how they are written, whether there is such a day, and whether it can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from drafter.checks.calendar import Written, dates, last_day, spelled, year_of
from drafter.checks.finding import Hit, Level
from drafter.checks.manual import ROLES
from drafter.checks.manuscript import PROSE, TEXT, Manuscript
from drafter.checks.search import found, tabular
from drafter.model.ordinals import value
from drafter.pattern import regex
from drafter.reading.line import Role

_FURNITURE = regex("(?:时间|日期|来源|发布|更新|编辑)[:：]")
_SHORT = regex(
    r"(?<![\dA-Za-z.．/\-—])((?:19|20)\d\d)([./-])(\d{1,2})\2(\d{1,2})(?![\dA-Za-z./\-—])"
)
_SIGNED = regex(
    r"[（(]?((?:[一二][〇○零一二三四五六七八九]{3})年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|20\d\d([./-])\d{1,2}\2\d{1,2})[）)]?"
)
_SINCE = date(2012, 7, 1)
"""From this day on GB/T 9704-2012 holds."""
_WEEK = "一二三四五六日"
_WEEKDAY = regex(
    r"(?:[（(]\s?(?:星期|周)|星期)([一二三四五六日天])|周([一二三四五六日])(?=[上下晚早，）)])"
)
_MONTH = regex(
    r"(?P<year>\d{4}|[一二][〇一二三四五六七八九]{3})年(?P<month>\d{1,2}|[一二三四五六七八九十]{2,3})月(?!.{0,3}日)"
)
_UNTIL = regex(r"[至到—～-](\d{1,2})日")
_ASKED = regex(r"(?:请|务必|务请|[应须]于|要于)[^，。；：！？已曾]{0,14}$")
_DUE = regex(
    "(?:以?前|之前|止)[^。；！？]{0,24}?(?:报送|上报|报至|报名|反馈|函复|回复|提交|送达|报[县市省区乡镇州])"
)
_DONE = regex(
    "[^，。；：！？]{0,10}(?:召开|举行|印发|发生)了"
    "|[^，。；：！？]{0,24}(?:研究同意|审议通过|审议同意)"
)
_PLANNED = regex("定于|拟|将|计划|预计|前$|去年|上年|每年")
_MONTHS = 62
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1}
_THIS = regex(
    r"(今年|本年|去年|上年|明年)[（(]((?:19|20)\d\d)年[）)]"
    r"|(今年)[^，。；：！？\d比较]{0,8}?(?:实现|完成|达到|落实|在|于)((?:19|20)\d\d)年(?:的?目标|的?任务|各项|底前|年底前|内)"
)


def leading_zeros(manuscript: Manuscript) -> Iterator[Hit]:
    """Find months and days filled up with a zero."""
    padded = regex(
        r"(?<!\d)((?:\d{4}年)?)(?:(0[1-9])月(?:\d{1,2}日|(?!\d))|([1-9]|1[0-2])月(0[1-9])日)"
        r"(?!\.[a-z])"
    )
    for row, match in found(manuscript, padded):
        if tabular(row) or _FURNITURE.search(row.masked, 0, match.start()):
            continue
        signed = row.role is Role.DATE
        yield Hit(
            *(row.at, match.start(), match.end()),
            fix=re.sub(r"(?<!\d)0", "", match[0]),
            safe=signed,
            level=Level.ERROR if signed else None,
        )


def signature(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the date of a document in Chinese numerals or with dots; before 2012 that was right."""
    bodied = False
    for row in manuscript.rows:
        bodied = bodied or row.role in PROSE
        match = _SIGNED.fullmatch(row.text.strip())
        if row.role is not Role.DATE or not bodied or not match:
            continue
        day = _day(match[1])
        if day is not None and day >= _SINCE:
            at = row.text.index(match[1])
            yield Hit(row.at, at, at + len(match[1]), fix=spelled(day))


def _day(text: str) -> date | None:
    parts = [part for part in re.split("[年月日./-]", text) if part]
    try:
        return date(year_of(parts[0]), *(value(part) for part in parts[1:]))
    except ValueError:
        return None


def short_dates(manuscript: Manuscript) -> Iterator[Hit]:
    """Find dates with dots, slashes or hyphens in sentences."""
    for row, match in found(manuscript, _SHORT, roles=TEXT):
        day = _day(match[0])
        if day and not tabular(row) and not _FURNITURE.search(row.masked, 0, match.start()):
            yield Hit(row.at, match.start(), match.end(), fix=spelled(day))


def impossible(manuscript: Manuscript) -> Iterator[Hit]:
    """Find days and months that no calendar has."""
    for row, written in dates(manuscript, ROLES["all"]):
        for one in written:
            if not one.is_real:
                yield Hit(row.at, one.start, one.end)
            else:
                yield from _beyond(one)
    for row, match in found(manuscript, _MONTH):
        if not 1 <= value(match["month"]) <= 12:
            yield Hit(row.at, match.start(), match.end())
    for row, match in found(manuscript, _SHORT, roles=TEXT):
        if _day(match[0]) is None and int(match[3]) <= 12 and int(match[4]) <= 31:
            yield Hit(row.at, match.start(), match.end())


def _beyond(one: Written) -> Iterator[Hit]:
    """Find where a range of days (4月28日至31日) ends after its month."""
    match = _UNTIL.match(one.row.masked, one.end)
    if match and not 1 <= int(match[1]) <= last_day(one.year or 2000, one.month):
        yield Hit(one.row.at, one.start, match.end())


def weekdays(manuscript: Manuscript) -> Iterator[Hit]:
    """Find dates that are another day of the week than written behind them.

    A date without a year may be of any year that the document speaks of, near its own.
    """
    years = {int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)年", manuscript.raw)}
    for row, written in dates(manuscript, ROLES["all"]):
        before = None
        for one in written:
            match = _WEEKDAY.match(row.masked, one.end)
            days = _meant(one, manuscript.date, years)
            if before and one.year is None:
                days += [day] if (day := one.on(before)) else []
            before = one.on(before or manuscript.date)
            if match is None or not days:
                continue
            told = (match[1] or match[2]).replace("天", "日")
            if told not in {_WEEK[day.weekday()] for day in days}:
                words = f"{spelled(days[0])}是星期{_WEEK[days[0].weekday()]}，文中写星期{told}"
                yield Hit(row.at, one.start, match.end(), words)


def _meant(one: Written, today: date | None, years: set[int]) -> list[date]:
    day = one.on(today)
    if day is None or today is None or one.year is not None:
        return [] if day is None else [day]
    near = sorted(year for year in years - {day.year} if abs(year - today.year) <= 1)
    return [day, *(other for year in near if (other := replace(one, year=year).on(None)))]


def past_deadlines(manuscript: Manuscript) -> Iterator[Hit]:
    """Find days by which something is asked for that are over when the document is issued."""
    today = manuscript.date
    if today is None:
        return
    for row, written in dates(manuscript, {*PROSE, Role.NOTE}):
        for one in written:
            day = one.on(today)
            if day is None or day > today:
                continue
            if _ASKED.search(row.masked[: one.start]) and _DUE.match(row.masked, one.end):
                words = f"文件日期是{spelled(today)}，期限{spelled(day)}已到"
                yield Hit(row.at, one.start, one.end, words)


def signature_order(manuscript: Manuscript) -> Iterator[Hit]:
    """Find what is told as done on a day after the document's."""
    today = manuscript.date
    if today is None:
        return
    for row, written in dates(manuscript, PROSE):
        for one in written:
            day = one.on(today)
            if day is None or day <= today or (one.year is None and (day - today).days > _MONTHS):
                continue
            clause = re.split("[，。；：！？]", row.masked[: one.start])[-1]
            if _DONE.match(row.masked, one.end) and not _PLANNED.search(clause):
                words = f"文件日期是{spelled(today)}，不会已经办了{spelled(day)}的事"
                yield Hit(row.at, one.start, one.end, words)


def this_year(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 今年, 去年, 明年 with another year than they are on the document's date."""
    today = manuscript.date
    if today is None:
        return
    for row, match in found(manuscript, _THIS, roles=TEXT):
        word, told = (match[1], match[2]) if match[1] else (match[3], match[4])
        year = today.year + _YEARS[word]
        wrong = int(told) != year if match[1] else int(told) < year
        if wrong:
            words = f"文件日期是{spelled(today)}，“{word}”是{year}年，文中写{told}年"
            yield Hit(row.at, match.start(), match.end(), words)


CHECKS = {
    "date-leading-zero": leading_zeros,
    "date-format-signature": signature,
    "date-format-body": short_dates,
    "date-impossible": impossible,
    "date-weekday": weekdays,
    "date-past-deadline": past_deadlines,
    "date-signature-order": signature_order,
    "date-this-year": this_year,
}

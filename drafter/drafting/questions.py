"""The questions of a template, and how an answer becomes a value.

Every answer is validated the same way wherever it came from: a brief, ``--set``, the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from drafter.errors import N_, BriefError, Place, WrongUse
from drafter.model.chars import plain_breaks, unwritable


class Type(StrEnum):
    """What kind of answer a question takes. The names are those of template.yaml."""

    TEXT = "文字"  # one line
    LONG = "段落"  # may have several lines
    WHOLE = "整数"
    NUMBER = "数字"
    DATE = "日期"
    YES_NO = "是否"
    CHOICE = "选择"
    LIST = "列表"  # several lines of words
    ENTRIES = "条目"  # several things with fields of their own
    SCHEME = "式样"  # a heading scheme, which the sections' titles are written in


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a template asks for.

    ``name`` is the key in the brief, ``ask`` the question as put to a person, ``whom`` who would
    know. ``least`` and ``most`` bound a list's length or a number. ``when`` is an expression over
    other answers: where it is false the question is not asked. ``blanks`` is how many empty items
    stand for a required list without an answer. ``planned`` says that the plan (提纲) shows the
    answer: "是", or how an entry stands there (``{做什么}（{牵头}，{时限}）``). ``heading`` makes
    each entry a section of the document and is its title, with Jinja2 in it. ``word`` names, for a
    heading scheme, the question whose answer all titles share.
    """

    name: str
    type: Type = Type.TEXT
    required: bool = False
    ask: str = ""
    help: str = ""
    example: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    whom: str = ""
    part: str = ""
    when: str = ""
    least: int | None = None
    most: int | None = None
    pattern: str = ""
    pattern_help: str = ""
    aliases: tuple[str, ...] = ()
    blanks: int = 3
    planned: str = ""
    heading: str = ""
    word: str = ""
    fields: tuple[Question, ...] = ()

    @property
    def hint(self) -> str:
        """What a gap of this question says is wanted."""
        return self.help or self.ask

    @property
    def many(self) -> bool:
        """Tell whether the answer is a list."""
        return self.type in (Type.LIST, Type.ENTRIES)


class Day(date):
    """A date that shows itself as documents write it: 2026年2月26日, no leading zeros."""

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月{self.day}日"

    @property
    def weekday_name(self) -> str:
        """The day of the week: 星期四."""
        return "星期" + "一二三四五六日"[self.weekday()]


Single = str | int | Decimal | bool | Day

_DATE = re.compile(r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?")
YES_NO = {
    **dict.fromkeys(("是", "有", "要", "对", "yes", "y", "true", "1"), True),
    **dict.fromkeys(("否", "无", "不", "不要", "no", "n", "false", "0"), False),
}
_SPLIT = re.compile(r"[、，；;\n]|(?<!\d),|,(?!\d{3}(?!\d))")  # 1,200 is one number
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_FULL_DIGITS = str.maketrans("０１２３４５６７８９．－", "0123456789.-")


def single(question: Question, text: str, place: Place | None = None) -> Single:
    """Turn one answer into its value; raises BriefError saying what was expected."""
    words = plain_breaks(text).strip()
    at = unwritable(words)
    if at >= 0:
        raise _bad(question, words, N_("holds a control character"), place)
    value = _CONVERT[question.type](question, words, place)
    if question.pattern and not re.fullmatch(question.pattern, words):
        raise _bad(
            question, words, question.pattern_help or N_("has not the form asked for"), place
        )
    return value


def split(question: Question, text: str) -> list[str]:
    """Part one line of answers at its marks (定位、招商), or at spaces where it has none."""
    words = text.strip()
    parts = _SPLIT.split(words)
    if len(parts) == 1 and question.type is Type.ENTRIES:
        parts = words.split()
    return [part.strip() for part in parts if part.strip()]


def _bad(question: Question, text: str, why: str, place: Place | None) -> BriefError:
    hint = N_("for example: {example}") if question.example else ""
    return BriefError(
        N_("{name}: “{text}” {why}"),
        hint=hint,
        place=place,
        name=question.name,
        text=text[:40],
        why=why,
        example=question.example,
    )


def _text(question: Question, text: str, place: Place | None) -> str:
    if "\n" in text:
        raise _bad(question, text.replace("\n", "⏎"), N_("must be one line"), place)
    return text


def _long(question: Question, text: str, place: Place | None) -> str:
    return text


def _number(question: Question, text: str, place: Place | None) -> Decimal:
    digits = text.translate(_FULL_DIGITS).replace(",", "").replace("，", "")
    if not _NUMBER.fullmatch(digits):
        raise _bad(question, text, N_("is not a number"), place)
    return _bounded(question, Decimal(digits), text, place)


def _bounded(question: Question, value: Decimal, text: str, place: Place | None) -> Decimal:
    if question.least is not None and value < question.least:
        raise _bad(question, text, N_("is too small"), place)
    if question.most is not None and value > question.most:
        raise _bad(question, text, N_("is too large"), place)
    return value


def _whole(question: Question, text: str, place: Place | None) -> int:
    value = _number(question, text, place)
    if value != value.to_integral_value():
        raise _bad(question, text, N_("is not a whole number"), place)
    return int(value)


def _day(question: Question, text: str, place: Place | None) -> Day:
    found = _DATE.fullmatch(text.translate(_FULL_DIGITS))
    if not found:
        raise _bad(question, text, N_("is not a full date like 2026年2月26日"), place)
    try:
        return Day(*map(int, found.groups()))
    except ValueError:
        raise _bad(question, text, N_("is no day of the calendar"), place) from None


def _yes_no(question: Question, text: str, place: Place | None) -> bool:
    value = YES_NO.get(text.lower())
    if value is None:
        raise _bad(question, text, N_("is neither 是 nor 否"), place)
    return value


def _choice(question: Question, text: str, place: Place | None) -> str:
    if text in question.choices:
        return text
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(question.choices):
        return question.choices[int(text) - 1]
    allowed = "、".join(question.choices)
    raise BriefError(
        N_("{name}: “{text}” is not one of {allowed}"),
        place=place,
        name=question.name,
        text=text[:40],
        allowed=allowed,
    )


def _scheme(question: Question, text: str, place: Place | None) -> str:
    """Take a scheme by id, name, or the number of one proposed (动宾对仗：创新招商，壮大增量…)."""
    from drafter.drafting.headings import scheme_named

    words = text
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(question.choices):
        words = question.choices[int(text) - 1]
    try:
        return scheme_named(words.partition("：")[0]).name
    except WrongUse as error:
        raise BriefError(error.message, hint=error.hint, place=place, **error.values) from None


_CONVERT: dict[Type, Callable[[Question, str, Place | None], Single]] = {
    Type.TEXT: _text,
    Type.LONG: _long,
    Type.WHOLE: _whole,
    Type.NUMBER: _number,
    Type.DATE: _day,
    Type.YES_NO: _yes_no,
    Type.CHOICE: _choice,
    Type.LIST: _text,
    Type.ENTRIES: _text,
    Type.SCHEME: _scheme,
}

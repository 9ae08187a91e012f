"""Automatic numbers of Word spelled out, as the page shows them.

A paragraph names a list (num) and a level; a list follows a pattern (abstractNum), whose count
all its lists share. What is missing or unknown gives no number, never an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.errors import N_, Notice
from drafter.formats.docx.opened import Element, Opened, figure, said, switched, w
from drafter.formats.docx.stylesheet import Stylesheet
from drafter.formats.docx.symbols import bullet, symbol_font
from drafter.model.numerals import written

LEVELS = 9
_MOST = 1 << 31
_PLACE = re.compile("%([1-9])")
_CLOSING = tuple("、。．，：；）】〕》」』")
_HAN_BRACKET = re.compile("[(（][一二三四五六七八九十百]+[)）]$")
_LINKS = 8  # how far links between lists are followed


@dataclass(slots=True)
class Level:
    """One level of a list."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int = -1  # level (from 1) whose use restarts this one; 0: none, -1: any higher
    legal: bool = False
    style: str = ""
    font: str = ""
    pad: int = 0  # figures at least, of 001, 002, …


@dataclass(slots=True)
class _List:
    """A list: its pattern's name, its levels, where its own counts start."""

    pattern: str
    levels: list[Level | None]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of one file, in the order they stand."""

    def __init__(self, opened: Opened, styles: Stylesheet) -> None:
        root = opened.of_kind("numbering")
        self._styles = styles
        self._patterns: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._linked: dict[str, str] = {}  # numbering style → pattern that defines it
        for child in root if root is not None else ():
            if child.tag == w("abstractNum"):
                id = child.get(w("abstractNumId"), "")
                self._patterns[id] = child
                if link := said(child, "styleLink"):
                    self._linked[link] = id
            elif child.tag == w("num"):
                self._nums[child.get(w("numId"), "")] = child
        self._lists: dict[str, _List | None] = {}
        self._levels: dict[str, list[Level | None]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self.notices: dict[Notice, None] = {}

    def label(self, style: str, direct: Element | None) -> str:
        """Count a paragraph and give its number with what parts it from the words; "" for none."""
        base = self._styles.paragraph(style)
        numbers = direct.find(w("numPr")) if direct is not None else None
        own, level = said(numbers, "numId"), said(numbers, "ilvl")
        num = base.num_id if own is None else own
        known = self._list(num) if num and num != "0" else None
        if known is None:
            return ""
        if level is None:
            linked = own is None and _level_of_style(known.levels, base.num_style)
            at = linked or figure(base.num_level)
        else:
            at = figure(level)
        return self._spelled(str(num), known, min(max(at, 0), LEVELS - 1))

    def _spelled(self, num: str, known: _List, at: int) -> str:
        level = known.levels[at]
        if level is None:
            return ""
        counts = self._counted(num, known, at)
        if level.form == "bullet":
            label = bullet(level.font, level.text)
        else:
            label = _PLACE.sub(
                lambda m: self._numeral(known, counts, level, int(m[1]) - 1), level.text
            )
        return label + _gap(label, level.suffix) if label.strip() else ""

    def _counted(self, num: str, known: _List, at: int) -> list[int | None]:
        counts = self._counts.setdefault(known.pattern, [None] * LEVELS)
        level = known.levels[at] or Level()
        if at in known.starts and (num, at) not in self._started:
            counts[at] = known.starts[at]
        else:
            before = counts[at]
            counts[at] = level.start if before is None else before + 1
        self._started.add((num, at))
        for below in range(at + 1, LEVELS):
            inner = known.levels[below]
            restart = inner.restart if inner else -1
            if restart < 0 or at + 1 <= restart:
                counts[below] = None
        return counts

    def _numeral(self, known: _List, counts: list[int | None], own: Level, at: int) -> str:
        level = known.levels[at]
        if level is None or level.form == "bullet":
            return ""
        count = counts[at]
        number = level.start if count is None else count
        form = "decimal" if own.legal and level.form != "none" else level.form
        spelled = written(form, number)
        if spelled is None:
            self.notices.setdefault(
                Notice(N_("numbers of the form {form} were read as 1, 2, 3"), form=form)
            )
            spelled = str(number)
        return spelled.rjust(level.pad, "0")

    def _list(self, num: str) -> _List | None:
        if num not in self._lists:
            self._lists[num] = self._made(num)
        return self._lists[num]

    def _made(self, num: str) -> _List | None:
        element = self._nums.get(num)
        pattern = self._pattern(said(element, "abstractNumId"))
        if element is None or pattern is None:
            return None
        levels = list(self._levels_of(pattern))
        starts = {}
        for change in element.findall(w("lvlOverride")):
            at = figure(change.get(w("ilvl")), -1)
            if not 0 <= at < LEVELS:
                continue
            new = change.find(w("lvl"))
            start = said(change, "startOverride")
            if new is not None:
                levels[at] = _level(new)
            if start is not None:
                starts[at] = _bounded(start)
        return _List(pattern, levels, starts)

    def _pattern(self, id: str | None) -> str | None:
        """Follow links through numbering styles to the pattern that has the levels."""
        for _ in range(_LINKS):
            element = self._patterns.get(id or "")
            link = said(element, "numStyleLink")
            if element is None or link is None:
                return id if element is not None else None
            num = self._nums.get(self._styles.numbering_style(link) or "")
            target = said(num, "abstractNumId")
            id = self._linked.get(link) if target in (None, id) else target
        return None

    def _levels_of(self, pattern: str) -> list[Level | None]:
        if pattern not in self._levels:
            levels: list[Level | None] = [None] * LEVELS
            for element in self._patterns[pattern].findall(w("lvl")):
                at = figure(element.get(w("ilvl")), -1)
                if 0 <= at < LEVELS:
                    levels[at] = _level(element)
            self._levels[pattern] = levels
        return self._levels[pattern]


def _level(element: Element) -> Level:
    form = element.find(w("numFmt"))
    if form is None:
        form = next(element.iter(w("numFmt")), None)
    name = form.get(w("val"), "decimal") if form is not None else "decimal"
    own = form.get(w("format"), "").split(",")[0].strip() if form is not None else ""
    pad = len(own) if name == "custom" and own.isdigit() else 0
    return Level(
        form="decimal" if pad else name,
        text=said(element, "lvlText") or "",
        start=_bounded(said(element, "start") or "1"),
        suffix=said(element, "suff") or "tab",
        restart=figure(said(element, "lvlRestart"), -1),
        legal=bool(switched(element, "isLgl")),
        style=said(element, "pStyle") or "",
        font=symbol_font(element.find(w("rPr"))),
        pad=min(pad, LEVELS),
    )


def _bounded(number: str) -> int:
    return max(0, min(figure(number, 1), _MOST))


def _level_of_style(levels: list[Level | None], style: str) -> int:
    """Give the level that a style is bound to; 0 if none is."""
    found = (at for at, level in enumerate(levels) if level and level.style == style)
    return next(found, 0)


def _gap(label: str, suffix: str) -> str:
    """Give what stands between a number and the words: nothing after 一、 and （一）."""
    if suffix == "nothing" or label.endswith(_CLOSING) or _HAN_BRACKET.search(label):
        return ""
    return "" if label[-1:].isspace() else " "

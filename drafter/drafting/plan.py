"""The plan (提纲): one page of a brief that a chief decides by, before the text is written.

Every answer the template marks with 提纲 stands on a line ``名：答``, each entry of the sections
under its own heading. The page can be edited in Word or as an outline and read back (`edited`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.drafting.answers import Answer, Blank, Thing
from drafter.drafting.draft import compose, values
from drafter.drafting.helping import TITLE, plain_title
from drafter.drafting.length import Length, spoken
from drafter.drafting.planline import gist, one_line
from drafter.drafting.questions import Question, Type
from drafter.drafting.render import numeral
from drafter.drafting.template import Template
from drafter.formats.loose import Entry
from drafter.model import Document, Inline, Para, Point, Points, Section, Text
from drafter.model.measure import PACE
from drafter.model.nodes import Block
from drafter.model.walk import by_person, gaps

SIZE, THESIS, MISSING, FROM = "篇幅", "总论点", "还缺", "模板"
ADDED = (SIZE, THESIS, MISSING, FROM)
"""Labels of the lines a plan adds to the answers: made anew, only words added there are read."""
MARK = "（提纲）"
_SHORT, _FEW = 16, 2


@dataclass(frozen=True, slots=True)
class Size:
    """How long the text is to be: characters in all, and how fast it is read aloud a minute."""

    chars: int = 0
    pace: int = PACE

    def said(self, chars: int) -> str:
        """Say a length as a plan does: 约480字，2.7分钟."""
        return f"约{chars}字，{chars / self.pace:.1f}分钟"


_USUAL = Size()


def plan(template: Template, brief: Entry, size: Size = _USUAL) -> Document:
    """Make the plan of a document: its answers, what is missing and whom to ask for it."""
    found = values(template, brief)
    whole = compose(template, found).document
    sheet = Sheet(template, found, size.chars or _asked(found, size) or template.length.chars, size)
    before, sections, after = sheet.parts()
    rest = (*after, *_missing(whole), Para.of(f"{FROM}：{template.name}"))
    return Document(
        kind=whole.kind,
        title=_marked(whole.title),
        byline=whole.byline,
        dateline=whole.dateline,
        body=(*before, *sections) if sections else (*before, *rest),
        closing=rest if sections else (),
    )


def _asked(found: Mapping[str, Answer], size: Size) -> int:
    """Give the length the brief asks for, in minutes to speak."""
    minutes = found.get("讲话时长")
    return spoken(minutes, size.pace) if isinstance(minutes, int) else 0


def _marked(title: Para) -> Para:
    flat = (
        replace(i, text=i.text.replace("\n", "")) if isinstance(i, Text) else i
        for i in title.inlines
    )
    return Para((*flat, Text(MARK)))


def _missing(whole: Document) -> Iterator[Block]:
    """List what the whole text lacks, by who would know."""
    asked = by_person(gaps(whole))
    if asked:
        yield Para.of(f"{MISSING}：")
        yield _listed(
            Para.of(f"{f'问{who}' if who else '待查'}：{'、'.join(gap.name for gap in found)}")
            for who, found in asked.items()
        )


def _listed(lines: Iterable[Para]) -> Points:
    return Points(tuple(Point(line, apart=True) for line in lines))


def shown_fields(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Give the questions a plan shows: those marked, or all where none is."""
    every = tuple(questions)
    return tuple(q for q in every if q.planned or q.heading) or every


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a plan, made of a template's answers."""

    template: Template
    found: Mapping[str, Answer]
    chars: int
    size: Size

    def parts(self) -> tuple[tuple[Block, ...], tuple[Section, ...], tuple[Block, ...]]:
        """Give the lines before the sections, the sections, and the lines after them."""
        shown, sections = shown_fields(self.template.questions), self.template.sections(self.found)
        at = shown.index(sections) if sections in shown else len(shown)
        things = self.things(sections)
        opening, each, closing = self._split(things)
        made = [self.section(one, n, sections) for one, n in zip(things, each, strict=True)]
        titles = [plain_title(self.template, self.found, one) for one in things]
        before = [*self._size(opening, closing, parted=bool(things)), *self.lines(shown[:at])]
        after = self.lines(shown[at + 1 :])
        return (*before, *_thesis(titles)), tuple(made), tuple(after)

    def things(self, sections: Question | None) -> tuple[Thing, ...]:
        """Give the entries that are sections."""
        found = self.found.get(sections.name, ()) if sections else ()
        return (
            tuple(one for one in found if isinstance(one, Thing))
            if isinstance(found, tuple)
            else ()
        )

    def _split(self, things: tuple[Thing, ...]) -> tuple[int, list[int], int]:
        length: Length = self.template.length
        return length.split(self.chars, [_weight(thing) for thing in things])

    def _size(self, opening: int, closing: int, *, parted: bool) -> Iterator[Para]:
        """Say how long the whole is to be; of one in sections, what stands around them."""
        if not self.chars:
            return
        ends = (("开头", opening), ("结尾", closing)) if parted else ()
        told = [f"{name}约{chars}字" for name, chars in ends if chars]
        yield Para.of(f"{SIZE}：{'；'.join((self.size.said(self.chars), *told))}")

    def section(self, thing: Thing, chars: int, question: Question | None) -> Section:
        """Make a section of the plan of an entry."""
        assert question is not None
        fields = [q for q in shown_fields(question.fields) if q.name not in named_in(question)]
        title = plain_title(self.template, self.found, thing)
        return Section(_sized(title, chars, self.size), tuple(self.lines(fields, thing)))

    def lines(self, questions: Iterable[Question], of: Thing | None = None) -> Iterator[Block]:
        """Give the lines of some questions, those of an entry where one is given."""
        for question in questions:
            answer = of.get(question.name) if of is not None else self.found[question.name]
            if isinstance(answer, tuple):
                yield from _many(question, answer)
            elif isinstance(answer, Blank):
                if question.required:
                    yield Para.of(f"{question.name}：", answer.gap)
            elif answer not in ("", None):
                yield Para.of(f"{question.name}：", Text(gist(answer)))


def _thesis(titles: list[Para]) -> Iterator[Para]:
    """Say what the sections come to, in one line: 三个方面：精准定位、精准招商、精准服务."""
    if len(titles) < _FEW:
        return
    joined: list[Inline] = []
    for title in titles:
        joined += [Text("、"), *title.inlines] if joined else title.inlines
    yield Para((Text(f"{THESIS}：{numeral(len(titles))}个方面，"), *joined))


SIZED = re.compile(r"\s*[（(]约?\s*\d+\s*字(?:[，,、]\s*[\d.]+\s*分钟)?[）)]\s*$")
"""The length behind a section's title in a plan."""


def _sized(title: Para, chars: int, size: Size) -> Para:
    """Put a section's length behind its title: it is read with it, and takes no line."""
    return Para((*title.inlines, Text(f"（{size.said(chars)}）"))) if chars else title


def named_in(question: Question) -> set[str]:
    """Name the fields a section's title is made of: they need no line of their own."""
    return {TITLE, *(field.name for field in question.fields if field.name in question.heading)}


def _weight(thing: Thing) -> float:
    """Say how much of the length a section takes: one share, and one for each of its measures."""
    return 1 + sum(len(one) for name in thing if isinstance(one := thing[name], tuple))


def _many(question: Question, answer: tuple[Answer, ...]) -> Iterator[Block]:
    lines = [line for one in answer if (line := one_line(question, one))]
    if not lines:
        return
    short = all(len(line.text) <= _SHORT and "；" not in line.text for line in lines)
    if question.type is Type.LIST and short:
        joined: list[Inline] = []
        for line in lines:
            joined += [Text("；"), *line.inlines] if joined else line.inlines
        yield Para((Text(f"{question.name}："), *joined))
        return
    yield Para.of(f"{question.name}：")
    yield _listed(lines)

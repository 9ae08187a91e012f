"""An edited plan read back: its answers laid over the brief, and what was written by hand.

The plan is a view of the brief. Lines still as drafter wrote them change nothing; an edited line
changes its answer, a moved section the order, a new title the title. What bears no label is the
writer's own text and is kept as it is (`placed` puts it into the draft).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.drafting.answers import Answer, Blank, Thing
from drafter.drafting.draft import compose, values
from drafter.drafting.helping import TITLE
from drafter.drafting.pairing import alike, paired
from drafter.drafting.plan import (
    ADDED,
    FROM,
    MARK,
    MISSING,
    Sheet,
    Size,
    named_in,
    shown_fields,
)
from drafter.drafting.planline import filled_gaps, flat, one_line, pattern, read_line
from drafter.drafting.questions import Question
from drafter.drafting.template import Template
from drafter.drafting.tidy import tidy
from drafter.drafting.titled import scheme_question
from drafter.formats.loose import Entry, Items, Scalar, Value
from drafter.model import Document, Para, Points, Section
from drafter.model.inline import Gap, Inline, Text
from drafter.model.nodes import Block
from drafter.model.walk import blocks


@dataclass(frozen=True, slots=True)
class Own:
    """Text written by hand in a plan: after which answer (its key) and in which section.

    ``section`` counts from 1; 0 is before the first, -1 after the last. ``whole`` means that the
    section holds nothing else.
    """

    block: Block
    after: str
    section: int
    whole: bool = False


@dataclass(slots=True)
class Edited:
    """What an edited plan says: the brief, the keys of answers taken out of it, own text."""

    brief: Entry
    dropped: set[str] = field(default_factory=set)
    own: list[Own] = field(default_factory=list)


def template_of(document: Document) -> str:
    """Give the name of the template a plan says it was made from; "" if it says none."""
    for block in (*document.closing, *document.body):
        if isinstance(block, Para) and block.text.startswith(f"{FROM}："):
            return block.text.removeprefix(f"{FROM}：").strip()
    return ""


def is_plan(template: Template, document: Document) -> bool:
    """Tell whether a document has a line of this template's plan: one that answers a question."""
    names = {name for q in template.questions for name in (q.name, *q.aliases)}
    fields = {name for q in template.questions for f in q.fields for name in (f.name, *f.aliases)}
    return any(
        _parted(block)[0] in (names | fields) and _parted(block)[1]
        for block in blocks((*document.body, *document.closing))
        if isinstance(block, Para)
    )


def edited(template: Template, brief: Entry, document: Document) -> Edited:
    """Read a plan back over the brief it was made from; raises nothing, keeps everything."""
    return _Reader(template, brief).read(document)


class _Reader:
    def __init__(self, template: Template, brief: Entry) -> None:
        self.template = template
        self.found = values(template, brief)
        self.sections = template.sections(self.found)
        scheme = scheme_question(template)
        self.is_composed = bool(scheme and self.found.get(scheme.name))
        self.sheet = Sheet(template, self.found, 0, Size())
        self.result = Edited(tidy(template.questions, brief))

    def read(self, document: Document) -> Edited:
        self._front(document)
        heads = [block for block in document.body if isinstance(block, Section)]
        texts: list[Block] = [b for b in document.body if not isinstance(b, Section)]
        shown = [q for q in shown_fields(self.template.questions) if q is not self.sections]
        closing = list(document.closing)
        if self.sections is None:
            texts, heads = [*texts, *heads], []
        elif heads:
            heads[-1], rest = self._without_tail(heads[-1], {q.name for q in shown})
            closing = [*rest, *closing]
        page = _Page(shown, self.found, "", 0 if heads else -1)
        self._lay(page, texts, self.result.brief)
        tail = _Page(shown, self.found, "", -1)
        self._lay(tail, closing, self.result.brief)
        told = page.told | tail.told
        for question in shown:
            if question.name not in told and question.name in self.result.brief:
                del self.result.brief[question.name]
            if question.name not in told:
                self.result.dropped.add(question.name)
        if self.sections is not None:
            self._sections(self.sections, heads)
        return self.result

    def _front(self, document: Document) -> None:
        """Take from title, speaker's and date lines the answers that no brief has given."""
        usual = compose(self.template, self.found).document
        lines = [(usual.title, document.title)]
        for name in ("byline", "dateline"):
            lines += zip(getattr(usual, name), getattr(document, name), strict=False)
        for before, line in lines:
            for name, answer in filled_gaps(before, line.text.removesuffix(MARK)).items():
                question = self.template.question(name)
                if question is not None and not question.many:
                    self.result.brief.setdefault(name, Scalar(answer))

    def _without_tail(self, last: Section, names: set[str]) -> tuple[Section, list[Block]]:
        """Part the last section from the lines of the whole document that follow it.

        Word does not keep them apart where a plan was typed anew.
        """
        assert self.sections is not None
        own = {q.name for q in self.sections.fields}
        outside = (names - own) | {MISSING, FROM}
        for at, block in enumerate(last.blocks):
            if isinstance(block, Para) and _parted(block)[0] in outside:
                return replace(last, blocks=last.blocks[:at]), list(last.blocks[at:])
        return last, []

    def _lay(self, page: _Page, blocks: Sequence[Block], brief: Entry) -> None:
        """Lay what a run of lines says over a brief, or over an entry of it."""
        page.read(blocks, brief)
        self.result.own += page.own

    def _sections(self, question: Question, heads: Sequence[Section]) -> None:
        things = self.sheet.things(question)
        titles = [self.sheet.section(one, 0, question) for one in things]
        old = self.result.brief.get(question.name)
        entries = (
            [one if isinstance(one, Entry) else Entry() for one in old]
            if isinstance(old, Items)
            else [Entry() for _ in things]
        )
        pairs = paired(heads, titles)
        made = Items()
        for number, (head, at) in enumerate(zip(heads, pairs, strict=True), 1):
            entry = Entry(entries[at]) if 0 <= at < len(entries) else Entry()
            before = (things[at], titles[at]) if at >= 0 else None
            made.append(self._section(question, head, number, entry, before))
        if any(made) or len(made) != len(things):
            self.result.brief[question.name] = made

    def _section(
        self,
        question: Question,
        head: Section,
        number: int,
        entry: Entry,
        before: tuple[Thing, Section] | None,
    ) -> Entry:
        """Read a section over its entry; ``before`` is the entry's thing, as a plan shows it."""
        thing, shown_before = before or (None, None)
        usual = _words(shown_before.title) if shown_before else ""
        gaps = any(isinstance(inline, Gap) for inline in head.title.inlines)
        title = _words(head.title)
        if (title != usual or self.is_composed) and not gaps:
            first = question.fields[0].name
            own = any(q.name == TITLE for q in question.fields)
            entry[TITLE if own else first] = Scalar(title)
            if first not in entry:
                entry[first] = Scalar(title)
        shown = [q for q in shown_fields(question.fields) if q.name != TITLE]
        found = {name: thing[name] for name in thing} if thing is not None else {}
        page = _Page(shown, found, f"{question.name}.{number}", number)
        page.read(head.blocks, entry)
        whole = not page.told
        self.result.own += [Own(o.block, o.after, o.section, whole) for o in page.own]
        if not whole:
            lined = {q.name for q in shown_fields(question.fields)} - named_in(question)
            for name in lined - page.told:
                entry.pop(name, None)
                self.result.dropped.add(f"{question.name}.{number}.{name}")
        return entry


class _Page:
    """A run of lines of a plan: labels with answers, entries below them, and own text."""

    def __init__(
        self, questions: Sequence[Question], found: Mapping[str, Answer], key: str, section: int
    ) -> None:
        self.known = {name: q for q in questions for name in (q.name, *q.aliases)}
        self.found, self.key, self.section = found, key, section
        self.told: set[str] = set()
        self.own: list[Own] = []
        self._last = key
        self._open: Question | None = None
        self._skipping = False
        self._items: dict[str, list[Para]] = {}

    def read(self, blocks: Sequence[Block], brief: Entry) -> None:
        """Read lines and lay their answers over a brief."""
        for block in blocks:
            if isinstance(block, Para) and self._label(block, brief):
                continue
            if isinstance(block, Points) and (self._open or self._skipping):
                for item in block.items:
                    self._item(item.body)
                    for more in item.more:
                        self._keep(more)
                continue
            self._keep(block)
        for name, lines in self._items.items():
            self._entries(self.known[name], lines, brief)

    def _label(self, para: Para, brief: Entry) -> bool:
        label, colon, rest = _parted(para)
        question = self.known.get(label)
        self._skipping = bool(colon) and label in ADDED
        if self._skipping:
            self._open = None
            return True
        if not colon or question is None:
            return False
        self.told.add(question.name)
        self._last = f"{self.key}.{question.name}" if self.key else question.name
        self._open = question if question.many else None
        if question.many:
            lines = self._items.setdefault(question.name, [])
            lines += _items_of(para)
        else:
            self._answer(question, para, rest, brief)
        return True

    def _answer(self, question: Question, para: Para, rest: str, brief: Entry) -> None:
        if any(isinstance(inline, Gap) for inline in para.inlines):
            return
        before = self.found.get(question.name)
        if before is not None and not isinstance(before, Blank) and flat(before) == rest:
            return
        if rest:
            brief[question.name] = Scalar(rest)
        else:
            brief.pop(question.name, None)

    def _item(self, line: Para) -> None:
        if self._open is not None:
            lines = self._items.setdefault(self._open.name, [])
            lines.append(line)
            self._last = (
                f"{self.key}.{self._open.name}.{len(lines)}"
                if self.key
                else f"{self._open.name}.{len(lines)}"
            )

    def _entries(self, question: Question, lines: list[Para], brief: Entry) -> None:
        """Lay the lines of a list over its items: kept, changed, moved, new or gone."""
        before = self.found.get(question.name, ())
        shown = [one_line(question, one) for one in before] if isinstance(before, tuple) else []
        old = brief.get(question.name)
        values = list(old) if isinstance(old, Items) else []
        pairs = alike([_words(line) for line in lines], [_words(line) for line in shown])
        made = Items()
        for line, at in zip(lines, pairs, strict=True):
            kept = values[at] if 0 <= at < len(values) else None
            same = at >= 0 and _words(line) == _words(shown[at])
            made.append(_unfilled(question, kept) if same else _changed(question, line, kept))
        _lay_list(question, made, len(shown), brief)

    def _keep(self, block: Block) -> None:
        self.own.append(Own(block, self._last, self.section))


def _unfilled(question: Question, kept: Value | None) -> Value:
    """Give an item as it was; one nobody has filled in yet is empty."""
    return kept if kept is not None else Entry() if question.fields else Scalar()


def _lay_list(question: Question, made: Items, before: int, brief: Entry) -> None:
    """Lay a list over a brief; empty items, as many as there were, are no answer at all."""
    filled = Items(one for one in made if one or question.fields)
    if any(filled):
        brief[question.name] = filled
    elif question.name in brief and len(made) != before:
        del brief[question.name]


def _changed(question: Question, line: Para, kept: Value | None) -> Value:
    """Give the item an edited or new line stands for."""
    if all(isinstance(inline, Gap) for inline in line.inlines):
        return _unfilled(question, kept)
    if not question.fields:
        return Scalar(_words(line))
    entry = Entry(kept) if isinstance(kept, Entry) else Entry()
    written = pattern(question)
    fields = read_line(written, line, {k: str(v) for k, v in entry.items()})
    for one in (q for q in question.fields if f"{{{q.name}}}" in written):
        answer = fields.get(one.name)
        if answer and not answer.startswith("【"):
            entry[one.name] = Scalar(answer)
        elif not answer:
            entry.pop(one.name, None)
    return entry


def _parted(para: Para) -> tuple[str, str, str]:
    label, colon, rest = para.text.partition("：")
    return label.strip(), colon, rest.strip()


def _items_of(para: Para) -> list[Para]:
    """Part the items that stand on one line after its label; a gap is an item as it is."""
    items: list[list[Inline]] = [[]]
    label = True
    for inline in para.inlines:
        words = inline.text if isinstance(inline, Text) else ""
        if label:
            label, words = "：" not in words, words.partition("：")[2]
        for number, part in enumerate(re.split("[；;]", words)):
            if number:
                items.append([])
            if part.strip():
                items[-1].append(Text(part.strip()))
        if not isinstance(inline, Text):
            items[-1].append(inline)
    return [Para(tuple(item)) for item in items if item]


def _words(para: Para) -> str:
    return para.text.strip()

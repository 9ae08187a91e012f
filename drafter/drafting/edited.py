"""An edited plan read back: its answers laid over the brief, and what was written by hand.

The plan is a view of the brief. Lines still as drafter wrote them change nothing; an edited line
changes its answer, a moved section the order, a new title the title. What bears no label is the
writer's own text and is kept as it is (`placed` puts it into the draft).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafter.drafting.answers import Thing
from drafter.drafting.draft import compose, values
from drafter.drafting.helping import TITLE
from drafter.drafting.pairing import paired
from drafter.drafting.plan import FROM, MARK, Sheet, Size, named_in, shown_fields
from drafter.drafting.planline import filled_gaps
from drafter.drafting.planpage import Own, Page, words_of
from drafter.drafting.planparts import Headed, Known, parted, plan_parts
from drafter.drafting.questions import Question
from drafter.drafting.template import Template
from drafter.drafting.tidy import tidy
from drafter.drafting.titled import scheme_question
from drafter.formats.loose import Entry, Items, Scalar
from drafter.model import ELEMENTS, Document, Gap, Para, Section, Text
from drafter.model.document import lines_of
from drafter.model.walk import blocks

_MARKS = (MARK, MARK.replace("（", "(").replace("）", ")"))
_MADE = ("title", "byline", "dateline")
"""What of a document's head a plan shows."""


@dataclass(slots=True)
class Edited:
    """What an edited plan says: the brief, the keys of answers taken out of it, own text.

    ``head`` are elements of the document written anew: its title, the date line.
    """

    brief: Entry
    dropped: set[str] = field(default_factory=set)
    own: list[Own] = field(default_factory=list)
    head: dict[str, Any] = field(default_factory=dict)


def template_of(document: Document) -> str:
    """Give the name of the template a plan says it was made from; "" if it says none."""
    for block in blocks((*document.closing, *document.body)):
        if isinstance(block, Para) and parted(block).label == FROM and parted(block).colon:
            return parted(block).rest
    return ""


def is_plan(template: Template, document: Document) -> bool:
    """Tell whether a document has a line of this template's plan: one that answers a question."""
    names = _names(template.questions)
    names |= {name for q in template.questions for name in _names(q.fields)}
    return any(
        parted(block).label in names and bool(parted(block).colon)
        for block in blocks((*document.body, *document.closing))
        if isinstance(block, Para)
    )


def _names(questions: Sequence[Question]) -> set[str]:
    return {name for q in questions for name in (q.name, *q.aliases)}


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
        self.shown = [q for q in shown_fields(template.questions) if q is not self.sections]
        self.result = Edited(tidy(template.questions, brief))

    def read(self, document: Document) -> Edited:
        self._head(document)
        parts = plan_parts(document, self._known())
        told = self._lay(parts.before, 0) | self._lay(parts.after, -1)
        for question in self.shown:
            if question.name not in told and question.name in self.result.brief:
                del self.result.brief[question.name]
            if question.name not in told:
                self.result.dropped.add(question.name)
        if self.sections is not None:
            self._sections(self.sections, parts.sections)
        return self.result

    def _known(self) -> Known:
        fields = shown_fields(self.sections.fields) if self.sections else ()
        titles = self.sheet.things(self.sections)
        return Known(
            whole=_names(self.shown),
            fields=_names(fields),
            lists=_names([q for q in (*self.shown, *fields) if q.many]),
            titles=[words_of(self.sheet.section(one, 0, self.sections).title) for one in titles],
            headed=self.sections is not None,
        )

    def _head(self, document: Document) -> None:
        """Take from title, speaker's and date lines the answers that no brief has given.

        What was written there otherwise, and what no plan has there, is the writer's word.
        """
        usual = compose(self.template, self.found).document
        for element in ELEMENTS:
            lines = tuple(_unmarked(line) for line in lines_of(document, element))
            before = tuple(lines_of(usual, element)) if element.name in _MADE else ()
            if lines and _flat(lines) != _flat(before) and not self._filled(before, lines):
                self.result.head[element.name] = lines if element.many else lines[0]
        if document.attachments:
            self.result.head["attachments"] = (*usual.attachments, *document.attachments)

    def _filled(self, before: Sequence[Para], lines: Sequence[Para]) -> bool:
        """Take what was written in the place of gaps; tell whether gaps were all that changed."""
        if len(before) != len(lines):
            return False
        filled = False
        for old, line in zip(before, lines, strict=True):
            for name, answer in filled_gaps(old, line.text).items():
                question = self.template.question(name)
                if question is not None and not question.many:
                    self.result.brief.setdefault(name, Scalar(answer))
                    filled = True
        return filled

    def _lay(self, lines: Sequence[Any], section: int) -> set[str]:
        """Lay what a run of lines says over the brief; give the questions it answers."""
        page = Page(self.shown, self.found, "", section)
        page.read(lines, self.result.brief)
        self.result.own += page.own
        return page.told

    def _sections(self, question: Question, heads: Sequence[Headed]) -> None:
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
        head: Headed,
        number: int,
        entry: Entry,
        before: tuple[Thing, Section] | None,
    ) -> Entry:
        """Read a section over its entry; ``before`` is the entry's thing, as a plan shows it."""
        thing, shown_before = before or (None, None)
        usual = words_of(shown_before.title) if shown_before else ""
        gaps = any(isinstance(inline, Gap) for inline in head.title.inlines)
        title = words_of(head.title)
        if (title != usual or self.is_composed) and not gaps:
            first = question.fields[0].name
            own = any(q.name == TITLE for q in question.fields)
            entry[TITLE if own else first] = Scalar(title)
            if first not in entry:
                entry[first] = Scalar(title)
        shown = [q for q in shown_fields(question.fields) if q.name != TITLE]
        found = {name: thing[name] for name in thing} if thing is not None else {}
        page = Page(shown, found, f"{question.name}.{number}", number)
        page.read(head.blocks, entry)
        whole = not page.told
        self.result.own += [Own(o.block, o.after, o.section, whole) for o in page.own]
        if not whole:
            lined = {q.name for q in shown_fields(question.fields)} - named_in(question)
            for name in lined - page.told:
                entry.pop(name, None)
                self.result.dropped.add(f"{question.name}.{number}.{name}")
        return entry


def _unmarked(line: Para) -> Para:
    """Give a line without （提纲） at its end."""
    last = line.inlines[-1] if line.inlines else None
    if not isinstance(last, Text) or not last.text.rstrip().endswith(_MARKS):
        return line
    return Para((*line.inlines[:-1], *_words(last.text.rstrip()[: -len(MARK)])))


def _words(text: str) -> Iterator[Text]:
    if text:
        yield Text(text)


def _flat(lines: Sequence[Para]) -> list[str]:
    """Give the words of lines, however they were broken."""
    return ["".join(line.text.split()) for line in lines]

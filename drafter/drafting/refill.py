"""The answers in a draft whose gaps were filled in by hand."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.drafting.alignment import places
from drafter.drafting.draft import compose, values
from drafter.drafting.gapnames import GapNames
from drafter.drafting.questions import Question, Type
from drafter.drafting.recovered import (
    ANOTHER,
    UNKNOWN,
    Recovered,
    fields_at,
    kept,
    lines_of,
)
from drafter.drafting.steps import Path, get, put
from drafter.drafting.template import Template
from drafter.drafting.tidy import is_blank, tidy
from drafter.errors import N_
from drafter.formats.docx.filled import Filled
from drafter.formats.loose import Entry, Scalar
from drafter.model import Document
from drafter.model.walk import gaps

_LOST = N_("the sentence it stood in is not found")
_UNCLEAR = N_("where it begins and ends here is not clear")
_END = "。；，、：.;,: "


def read_draft(
    template: Template, old: Entry, document: Document, filled: Filled | None = None
) -> Recovered:
    """Read what was written in place of the gaps of a draft, over the brief it was made from.

    A Word file (``filled``) tells by its controls; where those are gone, and in any other file,
    the draft is made once more and held against the document.
    """
    brief = tidy(template.questions, old)
    found = Recovered(brief)
    writer = _Writer(template, found)
    controls = filled.controls if filled else ()
    for name, words in controls:
        writer.take(name, words)
    named = {name for name, _words in controls}
    gone = [name for name in filled.gaps if name not in named] if filled else []
    if gone or not named:
        made = compose(template, values(template, brief)).document
        wanted = set(gone) or {gap.name for gap in gaps(made)}
        aligned = places(made, document)
        for name, words in aligned.words:
            if name in wanted:
                writer.take(name, words)
        there = named | {gap.name for gap in gaps(document)}
        for names, text in (*aligned.lost, *(((name,), "") for name in gone)):
            writer.lose([name for name in names if name in wanted - there], text)
    writer.finish()
    return found


class _Writer:
    """Collects what stands in place of each gap, then writes it into the brief."""

    def __init__(self, template: Template, found: Recovered) -> None:
        self.template, self.found = template, found
        self.names = GapNames(template.questions, found.brief)
        self.words: dict[str, list[str]] = {}
        self.open: set[str] = set()
        self.lost: dict[str, str] = {}

    def take(self, name: str, words: str) -> None:
        """Take note of what stands in place of a gap."""
        said = words.strip()
        if said == f"【{name}】" or not said:
            self.open.add(name)
        elif said not in self.words.setdefault(name, []):
            self.words[name].append(said)

    def lose(self, names: Iterable[str], text: str) -> None:
        """Take note of gaps whose answers cannot be told from the text around them."""
        for name in names:
            self.lost[name] = self.lost.get(name) or text

    def finish(self) -> None:
        """Write the answers into the brief; what has no place there is noted."""
        for name, said in self.words.items():
            path = self.names.path(name)
            question = fields_at(self.template.questions, path) if path else None
            if path is None or question is None or question.type is Type.ENTRIES:
                for words in said:
                    self.found.stray(name, words, UNKNOWN)
            else:
                self._put(name, path, question, said)
        for label, path in self.names.made.items():
            question = fields_at(self.template.questions, path)
            if question and is_blank(get(self.found.brief, (*path, question.fields[0].name))):
                put(self.found.brief, (*path, question.fields[0].name), Scalar(label))
        self._tell_lost()
        self.found.brief = kept(self.template.questions, self.found.brief)

    def _tell_lost(self) -> None:
        """Note the paragraphs in which answers are, each once, with the names of their gaps."""
        found: dict[str, list[str]] = {}
        for name, text in self.lost.items():
            if name not in self.words and name not in self.open:
                found.setdefault(text, []).append(name)
        for text, names in found.items():
            self.found.stray("、".join(names), text, _UNCLEAR if text else _LOST)

    def _put(self, name: str, path: Path, question: Question, said: list[str]) -> None:
        """Keep the first answer that fits; the same words with another end mark say no more."""
        fitting = [words for words in said if len(said) == 1 or _fits(question, words)]
        for words in fitting or said:
            answer = words if question.type is Type.LONG else "".join(lines_of(words))
            before = get(self.found.brief, path)
            if not self.found.fits(question, name, answer):
                continue
            if is_blank(before):
                put(self.found.brief, path, Scalar(answer))
            elif str(before).rstrip(_END) != answer.rstrip(_END):
                self.found.stray(name, answer, ANOTHER)


def _fits(question: Question, words: str) -> bool:
    return Recovered(Entry()).fits(question, "", words)

"""Answers read back from a file, and what in it could not be placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.drafting.questions import Question, single
from drafter.drafting.steps import Path, settle
from drafter.drafting.tidy import is_blank, tidy
from drafter.errors import N_, BriefError, Notice
from drafter.formats.loose import Entry, Items

ANOTHER = N_("another answer stands there already")
UNKNOWN = N_("nothing asks for it")


@dataclass(frozen=True, slots=True)
class Stray:
    """Words that are in no answer: where they stood, and why they were not taken."""

    where: str
    words: str
    why: Notice


@dataclass(slots=True)
class Recovered:
    """A brief read back, and what of the file is not in it."""

    brief: Entry
    strays: list[Stray] = field(default_factory=list)

    def stray(self, where: str, words: str, why: str, **values: object) -> None:
        """Note words that cannot be placed."""
        self.strays.append(Stray(where, words, Notice(why, **values)))

    def fits(self, question: Question, where: str, words: str) -> bool:
        """Tell whether an answer is one; what is none is noted."""
        try:
            single(question, words)
        except BriefError as error:
            self.strays.append(Stray(where, words, error.notice))
            return False
        return True


def merged(questions: tuple[Question, ...], old: Entry, new: Entry) -> Entry:
    """Lay what was read over an older brief, one question at a time."""
    return Entry({**tidy(questions, old), **new})


def kept(questions: tuple[Question, ...], brief: Entry) -> Entry:
    """Give a brief without lists that say nothing; an entry between others keeps its place."""
    found = _said(brief)
    settle(questions, found)
    return found


def without_blanks(questions: tuple[Question, ...], brief: Entry) -> Entry:
    """Give a brief without entries, and rows of lists, that say nothing."""
    return kept(questions, _filled(brief))


def _said(brief: Entry) -> Entry:
    found = Entry()
    for key, value in brief.items():
        if isinstance(value, Items) and not is_blank(value):
            words = (one for one in value if isinstance(one, Entry) or not is_blank(one))
            found[key] = Items(_said(one) if isinstance(one, Entry) else one for one in words)
        elif not is_blank(value):
            found[key] = value
    return found


def _filled(brief: Entry) -> Entry:
    found = Entry()
    for key, value in brief.items():
        if isinstance(value, Items):
            said = (one for one in value if not is_blank(one))
            found[key] = Items(_filled(one) if isinstance(one, Entry) else one for one in said)
        else:
            found[key] = value
    return found


def fields_at(questions: tuple[Question, ...], path: Path) -> Question | None:
    """Find the question that asks for a path."""
    found: Question | None = None
    for name in (part for part in path if isinstance(part, str)):
        asked = questions if found is None else found.fields
        found = next((question for question in asked if question.name == name), None)
        if found is None:
            return None
    return found


def lines_of(words: str) -> Iterator[str]:
    """Give the lines of a cell that say something."""
    return (line.strip() for line in words.split("\n") if line.strip())

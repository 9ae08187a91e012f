"""Section titles (小标题) composed by the heading scheme a brief names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from drafter.drafting.answers import Answer, Thing
from drafter.drafting.helping import TITLE
from drafter.drafting.questions import Question, Type
from drafter.drafting.template import Template
from drafter.drafting.traced import COMPUTED, traced
from drafter.errors import N_, BriefError, WrongUse

if TYPE_CHECKING:
    from drafter.drafting.headings import Headings


class _Asked(NamedTuple):
    """What titles are composed of: the scheme's question, the sections, their names, one word."""

    question: Question
    sections: Question
    things: tuple[Thing, ...]
    names: tuple[str, ...]
    word: str


def scheme_question(template: Template) -> Question | None:
    """Give the question that asks in which scheme the sections' titles are written."""
    return next((q for q in template.questions if q.type is Type.SCHEME), None)


def titled(template: Template, found: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give every section its title in the scheme asked for; a title of its own stays.

    Titles wait while an aspect has no name. Raises BriefError that tells which aspect the scheme
    cannot take, and why.
    """
    asked, values = _asked(template, found), dict(found)
    scheme = values.get(asked.question.name) if asked else ""
    if not (asked and scheme) or all(thing.get(TITLE) for thing in asked.things):
        return values
    titles = _composed(asked.question, str(scheme), asked.names, asked.word)
    values[asked.sections.name] = tuple(
        thing if thing.get(TITLE) else thing.having(TITLE, traced(title, COMPUTED))
        for thing, title in zip(asked.things, titles, strict=True)
    )
    return values


def proposals(template: Template, found: Mapping[str, Answer]) -> tuple[Headings, ...]:
    """Give the sets of titles worth showing for the aspects so far, best first.

    None where an aspect has no name yet; raises WrongUse where no scheme takes them.
    """
    from drafter.drafting.headings import genres, propose

    asked = _asked(template, found)
    if not asked:
        return ()
    genre = template.id if template.id in genres() else ""
    return propose(asked.names, asked.word, genre)


def _asked(template: Template, found: Mapping[str, Answer]) -> _Asked | None:
    """Give what titles are composed of; None where a section has no name yet, or there is none."""
    question, sections = scheme_question(template), template.sections(found)
    answer = found.get(sections.name) if sections else None
    if not (question and sections and isinstance(answer, tuple)):
        return None
    things = tuple(thing for thing in answer if isinstance(thing, Thing))
    names = [thing.get(sections.fields[0].name) for thing in things]
    if not names or not all(names):
        return None
    word = found.get(question.word)
    shared = str(word) if word else ""
    return _Asked(question, sections, things, tuple(map(str, names)), shared)


def _composed(question: Question, scheme: str, names: Sequence[str], word: str) -> tuple[str, ...]:
    from drafter.drafting.headings import compose

    try:
        return compose(scheme, names, word).titles
    except WrongUse as error:
        raise BriefError(
            N_("{question}: {problem}"),
            hint=error.hint or N_("take another scheme: drafter headings proposes some"),
            place=None,
            **error.values,
            question=question.name,
            problem=error.notice,
        ) from None

"""Section titles (小标题) composed by the heading scheme a brief names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.drafting.answers import Answer, Thing
from drafter.drafting.helping import TITLE
from drafter.drafting.questions import Question, Type
from drafter.drafting.template import Template
from drafter.drafting.traced import COMPUTED, traced
from drafter.errors import N_, BriefError, Notice, WrongUse

if TYPE_CHECKING:
    from drafter.drafting.headings import Headings


def scheme_question(template: Template) -> Question | None:
    """Give the question that asks in which scheme the sections' titles are written."""
    return next((q for q in template.questions if q.type is Type.SCHEME), None)


def titled(template: Template, found: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give every section its title in the scheme asked for; a title of its own stays.

    Titles wait while an aspect has no name. Raises BriefError that tells which aspect the scheme
    cannot take, and why.
    """
    question, sections = scheme_question(template), template.sections(found)
    values = dict(found)
    scheme = values.get(question.name) if question else ""
    things = values.get(sections.name, ()) if sections else ()
    if not (question and sections and scheme and isinstance(things, tuple)):
        return values
    entries = [thing for thing in things if isinstance(thing, Thing)]
    if all(thing.get(TITLE) for thing in entries) or not all(aspects(sections, entries)):
        return values
    names = [str(name) for name in aspects(sections, entries)]
    titles = _composed(question, str(scheme), names, shared_word(question, values))
    values[sections.name] = tuple(
        thing if thing.get(TITLE) else thing.having(TITLE, traced(title, COMPUTED))
        for thing, title in zip(entries, titles, strict=True)
    )
    return values


def proposals(template: Template, found: Mapping[str, Answer]) -> tuple[Headings, ...]:
    """Give the sets of titles worth showing for the aspects so far, best first.

    None where an aspect has no name yet; raises WrongUse where no scheme takes them.
    """
    from drafter.drafting.headings import genres, propose

    question, sections = scheme_question(template), template.sections(found)
    things = found.get(sections.name, ()) if sections else ()
    if not (question and sections and isinstance(things, tuple)):
        return ()
    names = aspects(sections, [thing for thing in things if isinstance(thing, Thing)])
    if not names or not all(names):
        return ()
    genre = template.id if template.id in genres() else ""
    return propose([str(name) for name in names], shared_word(question, found), genre)


def aspects(sections: Question, entries: Sequence[Thing]) -> list[Answer | None]:
    """Give what each section is about: the first field of its entry."""
    return [thing.get(sections.fields[0].name) for thing in entries]


def shared_word(question: Question, values: Mapping[str, Answer]) -> str:
    """Give the word all titles are to share; "" where there is none."""
    word = values.get(question.word)
    return str(word) if word else ""


def _problem(error: WrongUse) -> Notice:
    return Notice(error.message, **error.values)


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
            problem=_problem(error),
        ) from None

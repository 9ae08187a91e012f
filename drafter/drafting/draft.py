"""Template + brief → document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from drafter.drafting.answers import Answer, answers
from drafter.drafting.brief import read_brief
from drafter.drafting.helping import helping
from drafter.drafting.render import holds, render
from drafter.drafting.sized import sized
from drafter.drafting.template import OUTLINE, Template
from drafter.drafting.traced import Keys, Pieces, bare, untraced
from drafter.errors import N_, BriefError, Incomplete, OutlineError, Place, TemplateError
from drafter.formats import outline
from drafter.formats.loose import Entry
from drafter.model import Document, Gap, Para
from drafter.model.walk import gaps


class Composed(NamedTuple):
    """A filled template: the document, and its paragraphs with where their words come from."""

    document: Document
    traces: tuple[tuple[Para, Pieces], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted document, what is still missing in it, and where its words come from.

    ``traces`` gives every paragraph and line in reading order with its pieces.
    """

    document: Document
    gaps: tuple[Gap, ...]
    template: str
    version: str
    traces: tuple[tuple[Para, Pieces], ...] = ()


def draft(
    template: Template, brief: Entry | str = "", *, strict: bool = False, chars: int = 0
) -> Draft:
    """Fill a template with a brief.

    What the brief does not say becomes a named gap, in the order it is met. ``strict`` refuses
    that: Incomplete then lists all of them. ``chars`` is a length wanted: gaps say their section's
    part of it. Bad answers are told in one error.
    """
    entry = read_brief(brief) if isinstance(brief, str) else brief
    composed = compose(template, values(template, entry))
    return drafted(template, composed, strict=strict, chars=chars)


def drafted(template: Template, composed: Composed, *, strict: bool, chars: int) -> Draft:
    """Make a draft of a filled template; Incomplete where facts are missing and ``strict``."""
    document, traces = composed
    missing = gaps(document)
    if strict and missing:
        raise incomplete(missing)
    if chars:
        document = sized(document, template.length, chars)
    return Draft(document, gaps(document), template.name, template.version, traces)


def incomplete(missing: tuple[Gap, ...]) -> Incomplete:
    """Make the error that lists what is missing."""
    return Incomplete(
        N_("{count} facts are missing: {names}"),
        hint=N_("answer them in the brief or with --set, or leave out --strict"),
        count=len(missing),
        names="、".join(gap.name for gap in missing),
    )


def values(template: Template, brief: Entry) -> dict[str, Answer]:
    """Turn a brief into the values the template sees; what is not asked counts as not given."""
    found = answers(template.questions, brief)
    for question in template.questions:
        if question.when and not holds(question.when, found, f"{template.id}: {question.name}"):
            found[question.name] = () if question.many else ""
    return found


def compose(template: Template, found: dict[str, Answer]) -> Composed:
    """Fill the outline with values and read it; raises TemplateError where that cannot be."""
    source, keys = f"{template.id}/{OUTLINE}", Keys()
    filled = render(template.outline, found, source, helping(template, found, keys))
    try:
        marked = outline.read(filled)
    except (OutlineError, BriefError) as error:
        at = error.place.line
        line = bare(filled.split("\n")[at - 1]) if at else ""
        raise TemplateError(
            N_("the filled template is no outline, at line {at} of it: {problem} “{line}”"),
            hint=N_("docs/outline-format.md tells what an outline may hold"),
            place=Place(source),
            at=at,
            problem=error.message.format(**error.values),
            line=line[:40],
        ) from error
    document, traces = untraced(marked, keys)
    if document.kind == "text":
        document = replace(document, kind=template.kind)
    return Composed(document, tuple(traces))

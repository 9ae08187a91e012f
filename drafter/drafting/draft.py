"""Template + brief → document."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.drafting.answers import Answer, answers
from drafter.drafting.brief import read_brief
from drafter.drafting.render import holds, render
from drafter.drafting.template import OUTLINE, Template
from drafter.errors import N_, BriefError, Incomplete, OutlineError, Place, TemplateError
from drafter.formats import outline
from drafter.formats.loose import Entry
from drafter.model import Document, Gap
from drafter.model.walk import gaps


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted document, and what is still missing in it."""

    document: Document
    gaps: tuple[Gap, ...]
    template: str
    version: str


def draft(template: Template, brief: Entry | str = "", *, strict: bool = False) -> Draft:
    """Fill a template with a brief.

    What the brief does not say becomes a named gap, in the order it is met. ``strict`` refuses
    that: Incomplete then lists all of them. Bad answers are told in one error.
    """
    entry = read_brief(brief) if isinstance(brief, str) else brief
    document = compose(template, values(template, entry))
    missing = gaps(document)
    if strict and missing:
        raise incomplete(missing)
    return Draft(document, missing, template.name, template.version)


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


def compose(template: Template, found: dict[str, Answer]) -> Document:
    """Fill the outline with values and read it; raises TemplateError where that cannot be."""
    source = f"{template.id}/{OUTLINE}"
    filled = render(template.outline, found, source)
    try:
        document = outline.read(filled)
    except (OutlineError, BriefError) as error:
        at = error.place.line
        line = filled.split("\n")[at - 1] if at else ""
        raise TemplateError(
            N_("the filled template is no outline, at line {at} of it: {problem} “{line}”"),
            hint=N_("docs/outline-format.md tells what an outline may hold"),
            place=Place(source),
            at=at,
            problem=error.message.format(**error.values),
            line=line[:40],
        ) from error
    from dataclasses import replace

    return replace(document, kind=template.kind) if document.kind == "text" else document

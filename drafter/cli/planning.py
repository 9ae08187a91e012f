"""What drafter draft does around a plan: its depth, its length, reading it, telling sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import drafter
from drafter.cli import report
from drafter.cli.deliver import Target, deliver
from drafter.cli.language import _
from drafter.drafting.template import Template
from drafter.errors import N_, WrongUse
from drafter.formats.loose import Entry
from drafter.model import Document
from drafter.model.measure import PACE

if TYPE_CHECKING:
    from drafter.drafting.draft import Draft
    from drafter.drafting.plan import Size
    from drafter.drafting.sources import Source

_HOUSES = ("outline", "outline-small")
"""A plan is looked at as a whole: the first of these that holds it on one page."""


class Depth(StrEnum):
    """How far to draft."""

    OUTLINE = "outline"
    DRAFT = "draft"


def wants_plan(template: Template, depth: Depth | None) -> bool:
    """Tell whether a plan is wanted: as said, else for speeches in sections of the writer's own."""
    if depth is not None:
        return depth is Depth.OUTLINE
    return template.kind == "speech" and any(q.heading for q in template.questions)


def size_of(template: Template, minutes: float | None, chars: int | None) -> Size:
    """Give the length asked for; where none is, the answer to 讲话时长 counts later."""
    from drafter.drafting.plan import Size

    if minutes is not None and chars is not None:
        raise WrongUse(N_("--minutes and --chars both say how long"), hint=N_("leave one out"))
    return Size(chars or round((minutes or 0) * PACE))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a draft: how deep, how long, of which plan, its sources told where."""

    depth: Depth | None
    size: Size
    plan: Document | None = None
    sources: str = ""
    strict: bool = False


def write(template: Template, answers: Entry, wanted: Wanted, target: Target) -> None:
    """Draft, and deliver, the plan or the whole text."""
    if wanted.plan is None and wants_plan(template, wanted.depth):
        if wanted.strict:
            drafter.draft(template, answers, strict=True)
        page = drafter.plan(template, answers, wanted.size)
        deliver(page, replace(target, house=target.house or _house_of(page)))
        return
    how: dict[str, Any] = {"strict": wanted.strict, "chars": wanted.size.chars}
    if wanted.plan is None:
        drafted = drafter.draft(template, answers, **how)
    else:
        drafted = drafter.expand(template, wanted.plan, answers, **how)
    if wanted.sources:
        report_sources(drafted, wanted.sources, target.force, target.inputs)
    deliver(drafted.document, target)


def _house_of(page: Document) -> str:
    from drafter.formats import Wishes, pages_of

    fits = (name for name in _HOUSES if pages_of(page, Wishes(name)) == 1)
    return next(fits, _HOUSES[-1])


def read_plan(name: str) -> Document:
    """Read an edited plan."""
    from drafter.cli.convert import read_file

    return read_file(name, None).document


def template_of(plan: Document | None) -> str:
    """Give the template that a plan names; raises WrongUse where nothing names one."""
    from drafter.drafting.edited import template_of

    found = template_of(plan) if plan is not None else ""
    if not found:
        raise WrongUse(
            N_("which template?"),
            hint=N_("name one: drafter draft TEMPLATE; drafter templates lists them"),
        )
    return found


def report_sources(draft: Draft, name: str, force: bool, inputs: Sequence[str]) -> None:
    """Write where every stretch of a draft comes from."""
    from drafter.cli.files import write_output
    from drafter.drafting.sources import shares, sources

    found = list(sources(draft))
    if name.endswith(".json"):
        import json

        rows = [one._asdict() for one in found]
        data = json.dumps({"shares": shares(found), "spans": rows}, ensure_ascii=False, indent=1)
    else:
        data = "\n".join(_lines(found))
    if name == "-":
        report.show(data)
    else:
        write_output(name, (data + "\n").encode(), force=force, inputs=tuple(inputs))


_SAID = {
    "brief": N_("brief: {detail}"),
    "default": N_("default: {detail}"),
    "computed": N_("computed"),
    "dated": N_("formulation by date: {detail}"),
    "formula": N_("template"),
    "gap": N_("gap: {detail}"),
    "own": N_("written in the plan"),
}


def _lines(found: Sequence[Source]) -> Iterator[str]:
    from drafter.drafting.sources import shares

    named = {key: _(text).split("：")[0].split(":")[0] for key, text in _SAID.items()}
    yield "，".join(f"{named[kind]} {share:.0%}" for kind, share in shares(found).items())
    paragraph = 0
    for one in found:
        if one.paragraph != paragraph:
            paragraph = one.paragraph
            yield ""
        said = _(_SAID[one.kind]).format(detail=one.detail)
        yield f"{one.text}    ← {said}"

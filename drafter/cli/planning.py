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
from drafter.cli.options import chars_asked
from drafter.drafting.template import Template
from drafter.errors import N_, Place, UnusableInput, WrongUse
from drafter.formats.loose import Entry
from drafter.model import Document

if TYPE_CHECKING:
    from drafter.drafting.draft import Draft
    from drafter.drafting.plan import Size
    from drafter.drafting.sources import Source

_HOUSES = ("outline", "compact")
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


def size_of(minutes: float | None, chars: int | None) -> Size:
    """Give the length asked for; where none is, the answer to 讲话时长 counts later."""
    from drafter.drafting.plan import Size

    return Size(chars_asked(minutes, chars))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a draft: how deep, how long, of which plan, its sources told where."""

    depth: Depth | None
    size: Size
    plan: Document | None = None
    sources: str = ""
    strict: bool = False

    def refuse(self, template: Template, file: str | None, *, rows: bool) -> None:
        """Raise WrongUse where what is wanted does not go together.

        ``file`` holds the plan; ``rows`` means a text for every row of a table.
        """
        if rows:
            self._refuse_rows()
            return
        if self.plan is not None and self.depth is Depth.OUTLINE:
            raise WrongUse(
                N_("--from makes the text of a plan, --depth outline would make a plan"),
                hint=N_("leave one out"),
            )
        if self.sources and self.plan is None and wants_plan(template, self.depth):
            raise WrongUse(
                N_("--report tells where a text comes from, and this makes a plan"),
                hint=N_("--depth draft makes the text; or leave out --report"),
            )
        if self.plan is not None:
            check_plan(template, self.plan, str(file))

    def _refuse_rows(self) -> None:
        """Raise WrongUse for what --row all does not do."""
        asked = {
            "--from": self.plan,
            "--report": self.sources,
            "--minutes, --chars": self.size.chars,
            "--depth outline": self.depth is Depth.OUTLINE,
        }
        options = [name for name, value in asked.items() if value]
        if options:
            raise WrongUse(
                N_("--row all makes the text of every row: no {options}"),
                hint=N_("name one row: --row 2"),
                options=" ".join(options),
            )


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


_NO_PLAN = N_("drafter draft TEMPLATE -b BRIEF --depth outline writes a plan to edit")


def read_plan(name: str, brief: str | None) -> Document:
    """Read an edited plan; from stdin a Word file too, known by its first bytes."""
    from drafter.cli.convert import read_data
    from drafter.cli.files import read_input
    from drafter.cli.options import input_format
    from drafter.drafting.planread import plan_document
    from drafter.office.content import content_kind

    if name == brief == "-":
        raise WrongUse(
            N_("--from and -b cannot both be read from stdin"), hint=N_("give one as a file")
        )
    data = read_input(name)
    format = input_format(name, (content_kind(data) or None) if name == "-" else None)
    return plan_document(read_data(data, format, name))


def named_template(plan: Document | None, file: str | None) -> str:
    """Give the template that a plan names; raises an error where nothing names one."""
    from drafter.drafting.edited import template_of

    if plan is None:
        raise WrongUse(
            N_("which template?"),
            hint=N_("name one: drafter draft TEMPLATE; drafter templates lists them"),
        )
    found = template_of(plan)
    if not found:
        raise UnusableInput(
            N_("no line {label} in it names the template this is a plan of"),
            hint=N_("name it: drafter draft TEMPLATE --from PLAN"),
            place=Place(str(file)),
            label="模板：",
        )
    return found


def check_plan(template: Template, plan: Document, file: str) -> None:
    """Raise UnusableInput for a file that is no plan, or one of another template."""
    from drafter.drafting.edited import is_plan, template_of

    named = template_of(plan)
    if named and named not in (template.name, template.id):
        raise UnusableInput(
            N_("this is a plan of {named}, not of {template}"),
            hint=N_("leave the template's name out: the plan names its own"),
            place=Place(file),
            named=named,
            template=template.name,
        )
    if not named and not is_plan(template, plan):
        raise UnusableInput(
            N_("this is no plan of {template}: no line in it answers one of its questions"),
            hint=_NO_PLAN,
            place=Place(file),
            template=template.name,
        )


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

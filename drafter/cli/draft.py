"""drafter draft: a template and a brief make a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import drafter
from drafter.cli import planning
from drafter.cli.collect import collected, source_of
from drafter.cli.deliver import Target
from drafter.cli.draftoptions import (
    DepthName,
    NoInput,
    PlanFile,
    Provenance,
    SaveBrief,
    Settings,
    Sources,
    Strict,
    TemplateName,
)
from drafter.cli.options import (
    Brief,
    Chars,
    Comments,
    Force,
    HouseName,
    Json,
    Minutes,
    Output,
    Row,
    To,
)
from drafter.cli.userfiles import find_template, word_file
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.drafting.template import Template
    from drafter.formats.loose import Entry


def draft(
    template: TemplateName = "",
    brief: Brief = None,
    row: Row = None,
    settings: Settings = None,
    depth: DepthName = None,
    plan: PlanFile = None,
    minutes: Minutes = None,
    chars: Chars = None,
    sources: Sources = None,
    output: Output = None,
    to: To = None,
    house: HouseName = "",
    comments: Comments = False,
    provenance: Provenance = False,
    no_input: NoInput = False,
    strict: Strict = False,
    save_brief: SaveBrief = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft a document from a template and a brief."""
    size = planning.size_of(minutes, chars)
    edited = planning.read_plan(plan, brief) if plan else None
    name = template or planning.named_template(edited, plan)
    found, form = find_template(name), word_file(name)
    source = source_of(brief, row)
    inputs = (*source.inputs, *([plan] if plan else ()), *([str(form)] if form else ()))
    target = Target(output, to, house, force, json, inputs, comments)
    wanted = planning.Wanted(depth, size, edited, sources or "", strict=strict)
    if form:
        from drafter.cli.wordtemplate import refuse

        refuse(target, wanted, provenance=provenance)
    wanted.refuse(found, plan, rows=source.row == "all")
    if source.row == "all":
        from drafter.cli.batch import Wishes, draft_all

        wishes = Wishes(settings or (), strict, provenance, save_brief)
        draft_all(found, source, target, wishes, form)
        return
    answers = drafter.with_settings(source.brief(found), settings or (), found.questions)
    ask = not (no_input or plan or brief == "-")
    answers = collected(found, answers, ask=ask, save=save_brief, output=output, force=force)
    origin = drafter.provenance(found, answers) if provenance else ()
    target = replace(target, provenance=origin)
    try:
        _write(found, form, answers, wanted, target)
    except DrafterError as error:
        raise _named(error, source.name) from error


def _write(
    template: Template, form: Path | None, answers: Entry, wanted: planning.Wanted, target: Target
) -> None:
    if form:
        from drafter.cli.wordtemplate import draft_form

        draft_form(form, template, answers, target, strict=wanted.strict)
    else:
        planning.write(template, answers, wanted, target)


def _named(error: DrafterError, brief: str | None) -> DrafterError:
    """Name the brief as the source of bad answers; templates have named themselves."""
    from drafter.errors import BriefError, Several

    return error.within(brief or "--set") if isinstance(error, BriefError | Several) else error

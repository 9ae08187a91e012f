"""drafter draft: a template and a brief make a document."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Optional

import typer

import drafter
from drafter.cli import planning
from drafter.cli.batch import Wishes, draft_all
from drafter.cli.collect import collected, source_of
from drafter.cli.deliver import Target
from drafter.cli.language import _
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
from drafter.cli.planning import Depth
from drafter.cli.userfiles import find_template, word_file
from drafter.errors import DrafterError


def draft(
    template: Annotated[
        str,
        typer.Argument(
            metavar=_("TEMPLATE"),
            help=_("A template's name, its folder, or a Word file with gaps."),
        ),
    ] = "",
    brief: Brief = None,
    row: Row = None,
    settings: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads the annotation
        typer.Option("--set", metavar=_("KEY=VALUE"), help=_("One answer, over the brief's.")),
    ] = None,
    depth: Annotated[
        Optional[Depth],  # noqa: UP045
        typer.Option(
            "--depth",
            help=_("outline: a plan of one page; draft: the text. Default by kind."),
        ),
    ] = None,
    plan: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--from",
            metavar=_("PLAN"),
            help=_("An edited plan (提纲) to expand, Word or outline."),
        ),
    ] = None,
    minutes: Minutes = None,
    chars: Chars = None,
    sources: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--report",
            metavar=_("FILE"),
            help=_("Tell where every stretch of the text comes from; .json or text, - is stdout."),
        ),
    ] = None,
    output: Output = None,
    to: To = None,
    house: HouseName = "",
    comments: Comments = False,
    provenance: Annotated[
        bool,
        typer.Option(
            "--provenance",
            help=_("Keep template, version and the brief's digest in the file's properties."),
        ),
    ] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help=_("Ask nothing."))] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Fail where facts are missing, listing all."))
    ] = False,
    save_brief: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--save-brief", metavar=_("FILE"), help=_("Keep the answers as a brief.")),
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft a document from a template and a brief."""
    edited = planning.read_plan(plan) if plan else None
    found = find_template(template or planning.template_of(edited))
    source = source_of(brief, row)
    inputs = (*source.inputs, *([plan] if plan else ()))
    target = Target(output, to, house, force, json, inputs, comments)
    if source.row == "all":
        wishes = Wishes(settings or (), strict, provenance, save_brief)
        draft_all(found, source, target, wishes)
        return
    answers = drafter.with_settings(source.brief(found), settings or (), found.questions)
    ask = not (no_input or plan or brief == "-")
    answers = collected(found, answers, ask=ask, save=save_brief, output=output, force=force)
    origin = drafter.provenance(found, answers) if provenance else ()
    target = replace(target, provenance=origin)
    size = planning.size_of(found, minutes, chars)
    wanted = planning.Wanted(depth, size, edited, sources or "", strict=strict)
    try:
        if form := word_file(template):
            from drafter.cli.wordtemplate import draft_form

            draft_form(form, found, answers, target, strict=strict)
        else:
            planning.write(found, answers, wanted, target)
    except DrafterError as error:
        raise _named(error, source.name) from error


def _named(error: DrafterError, brief: str | None) -> DrafterError:
    """Name the brief as the source of bad answers; templates have named themselves."""
    from drafter.errors import BriefError, Several

    return error.within(brief or "--set") if isinstance(error, BriefError | Several) else error

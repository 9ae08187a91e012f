"""drafter draft: a template and a brief make a document."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Optional

import typer

import drafter
from drafter.cli.batch import Wishes, draft_all
from drafter.cli.collect import collected, source_of
from drafter.cli.deliver import Target, deliver
from drafter.cli.language import _
from drafter.cli.options import Brief, Comments, Force, HouseName, Json, Output, Row, To
from drafter.cli.userfiles import find_template
from drafter.errors import DrafterError


def draft(
    template: Annotated[
        str, typer.Argument(metavar=_("TEMPLATE"), help=_("A template's name, or its folder."))
    ],
    brief: Brief = None,
    row: Row = None,
    settings: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads the annotation
        typer.Option("--set", metavar=_("KEY=VALUE"), help=_("One answer, over the brief's.")),
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
    found = find_template(template)
    source = source_of(brief, row)
    target = Target(output, to, house, force, json, source.inputs, comments)
    if source.row == "all":
        wishes = Wishes(settings or (), strict, provenance, save_brief)
        draft_all(found, source, target, wishes)
        return
    answers = drafter.with_settings(source.brief(found), settings or (), found.questions)
    ask = not no_input and brief != "-"
    answers = collected(found, answers, ask=ask, save=save_brief, output=output, force=force)
    try:
        drafted = drafter.draft(found, answers, strict=strict)
    except DrafterError as error:
        raise _named(error, source.name) from error
    origin = drafter.provenance(found, answers) if provenance else ()
    deliver(drafted.document, replace(target, provenance=origin))


def _named(error: DrafterError, brief: str | None) -> DrafterError:
    """Name the brief as the source of bad answers; templates have named themselves."""
    from drafter.errors import BriefError, Several

    return error.within(brief or "--set") if isinstance(error, BriefError | Several) else error

"""drafter draft: a template and a brief make a document."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

import drafter
from drafter.cli.collect import asked, keep, may_ask, read_brief
from drafter.cli.deliver import Target, deliver
from drafter.cli.language import _
from drafter.cli.options import Comments, Force, HouseName, Json, Output, To
from drafter.cli.userfiles import find_template
from drafter.errors import DrafterError


def draft(
    template: Annotated[
        str, typer.Argument(metavar=_("TEMPLATE"), help=_("A template's name, or its folder."))
    ],
    brief: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation
        typer.Option("-b", "--brief", metavar=_("FILE"), help=_("The brief; - is stdin.")),
    ] = None,
    settings: Annotated[
        Optional[list[str]],  # noqa: UP045
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
    answers = drafter.with_settings(read_brief(brief), settings or (), found.questions)
    inputs = (brief,) if brief else ()
    if not no_input and brief != "-" and may_ask():
        answers = asked(found, answers, save=save_brief, output=output, force=force)
    elif save_brief:
        keep(found, answers, save_brief, force=force)
    try:
        drafted = drafter.draft(found, answers, strict=strict)
    except DrafterError as error:
        raise _named(error, brief) from error
    origin = drafter.provenance(found, answers) if provenance else ()
    target = Target(output, to, house, force, json, inputs, comments, origin)
    deliver(drafted.document, target)


def _named(error: DrafterError, brief: str | None) -> DrafterError:
    """Name the brief as the source of bad answers; templates have named themselves."""
    from drafter.errors import BriefError, Several

    return error.within(brief or "--set") if isinstance(error, BriefError | Several) else error

"""drafter draft: a template and a brief make a document."""

from __future__ import annotations

import sys
from typing import Annotated, Optional

import typer

import drafter
from drafter.cli import planning, report
from drafter.cli.deliver import Target, deliver
from drafter.cli.files import read_text, write_output
from drafter.cli.language import _
from drafter.cli.options import Chars, Comments, Force, HouseName, Json, Minutes, Output, To
from drafter.cli.planning import Depth
from drafter.cli.userfiles import find_template
from drafter.drafting.template import Template
from drafter.errors import DrafterError
from drafter.formats.loose import Entry


def draft(
    template: Annotated[
        str,
        typer.Argument(
            metavar=_("TEMPLATE"),
            help=_("A template's name, or its folder; with --from the plan may name it."),
        ),
    ] = "",
    brief: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation
        typer.Option("-b", "--brief", metavar=_("FILE"), help=_("The brief; - is stdin.")),
    ] = None,
    settings: Annotated[
        Optional[list[str]],  # noqa: UP045
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
    answers = drafter.with_settings(_read_brief(brief), settings or (), found.questions)
    inputs = tuple(name for name in (brief, plan) if name)
    if not (no_input or plan or brief == "-") and sys.stdin.isatty() and sys.stderr.isatty():
        answers = _asked(found, answers, save_brief, force)
    elif save_brief:
        _save(found, answers, save_brief, force)
    origin = drafter.provenance(found, answers) if provenance else ()
    target = Target(output, to, house, force, json, inputs, comments, origin)
    size = planning.size_of(found, minutes, chars)
    try:
        if edited is None and planning.wants_plan(found, depth):
            if strict:
                drafter.draft(found, answers, strict=True)
            deliver(drafter.plan(found, answers, size), target)
            return
        drafted = (
            drafter.draft(found, answers, strict=strict, chars=size.chars)
            if edited is None
            else drafter.expand(found, edited, answers, strict=strict, chars=size.chars)
        )
    except DrafterError as error:
        raise _named(error, brief) from error
    if sources:
        planning.report_sources(drafted, sources, force, inputs)
    deliver(drafted.document, target)


def _named(error: DrafterError, brief: str | None) -> DrafterError:
    """Name the brief as the source of bad answers; templates have named themselves."""
    from drafter.errors import BriefError, Several

    return error.within(brief or "--set") if isinstance(error, BriefError | Several) else error


def _read_brief(name: str | None) -> Entry:
    if name is None:
        return Entry()
    try:
        return drafter.read_brief(read_text(name))
    except DrafterError as error:
        raise error.within(name) from error


def _asked(template: Template, answers: Entry, save: str | None, force: bool) -> Entry:
    """Ask for what is missing; keep the answers so far also where the writer breaks off."""
    from drafter.cli.interview import Interview

    interview = Interview(answers)
    try:
        interview.run(template)
    except (KeyboardInterrupt, EOFError):
        if save:
            _save(template, interview.answers, save, force)
            report.talk("\n" + _("the answers so far are in {path}").format(path=save))
        raise KeyboardInterrupt from None
    if save:
        _save(template, interview.answers, save, force)
    return interview.answers


def _save(template: Template, answers: Entry, name: str, force: bool) -> None:
    from drafter.drafting.brief import write_brief

    write_output(name, write_brief(template.questions, answers).encode(), force=force)

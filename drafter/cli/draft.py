"""drafter draft: a template and a brief make a document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import drafter
from drafter.cli import planning, report
from drafter.cli.deliver import Target, deliver
from drafter.cli.draftoptions import (
    BriefFile,
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
from drafter.cli.files import read_text, write_output
from drafter.cli.language import _
from drafter.cli.options import Chars, Comments, Force, HouseName, Json, Minutes, Output, To
from drafter.cli.userfiles import find_template, word_file
from drafter.drafting.template import Template
from drafter.errors import DrafterError
from drafter.formats.loose import Entry

if TYPE_CHECKING:
    from drafter.drafting.draft import Draft
    from drafter.drafting.plan import Size
    from drafter.model import Document


def draft(
    template: TemplateName = "",
    brief: BriefFile = None,
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
    edited = planning.read_plan(plan) if plan else None
    name = template or planning.template_of(edited)
    found = find_template(name)
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
        if form := word_file(name):
            from drafter.cli.form import draft_form

            asked = {"--depth": depth, "--from": plan, "--report": sources, "--minutes": minutes}
            draft_form(form, found, answers, target, {**asked, "--chars": chars}, strict=strict)
            return
        if edited is None and planning.wants_plan(found, depth):
            document = _planned(found, answers, size, strict)
        else:
            drafted = _drafted(found, answers, edited, size, strict)
            document = drafted.document
            if sources:
                planning.report_sources(drafted, sources, force, inputs)
    except DrafterError as error:
        raise _named(error, brief) from error
    deliver(document, target)


def _planned(template: Template, answers: Entry, size: Size, strict: bool) -> Document:
    if strict:
        drafter.draft(template, answers, strict=True)
    return drafter.plan(template, answers, size)


def _drafted(
    template: Template, answers: Entry, edited: Document | None, size: Size, strict: bool
) -> Draft:
    if edited is None:
        return drafter.draft(template, answers, strict=strict, chars=size.chars)
    return drafter.expand(template, edited, answers, strict=strict, chars=size.chars)


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

"""The facts a draft is made of: what a brief says, what a writer is asked, what is kept."""

from __future__ import annotations

import sys

import drafter
from drafter.cli import report
from drafter.cli.files import may_write, read_text, write_output
from drafter.cli.language import _
from drafter.drafting.template import Template
from drafter.errors import DrafterError
from drafter.formats.loose import Entry


def read_brief(name: str | None) -> Entry:
    """Read a brief's file; no name gives no answer."""
    if name is None:
        return Entry()
    try:
        return drafter.read_brief(read_text(name))
    except DrafterError as error:
        raise error.within(name) from error


def may_ask() -> bool:
    """Tell whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(
    template: Template, answers: Entry, *, save: str | None, output: str | None, force: bool
) -> Entry:
    """Ask for what is missing; keep the answers so far also where the writer breaks off.

    Raises OutputRefused before anything is asked, where the result could not be written.
    """
    from drafter.cli.interview import Interview

    for name in (output, save):
        if name and name != "-":
            may_write(name, force=force)
    interview = Interview(answers)
    try:
        interview.run(template)
    except (KeyboardInterrupt, EOFError):
        if save:
            keep(template, interview.answers, save, force=force)
            report.talk("\n" + _("the answers so far are in {path}").format(path=save))
        raise KeyboardInterrupt from None
    if save:
        keep(template, interview.answers, save, force=force)
    return interview.answers


def keep(template: Template, answers: Entry, name: str, *, force: bool) -> None:
    """Write answers as a brief."""
    from drafter.drafting.brief import write_brief

    write_output(name, write_brief(template.questions, answers).encode(), force=force)

"""drafter draft with a Word file as the template: filled in place, in its own layout."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.deliver import Target, hand_over, refuse_terminal
from drafter.cli.files import file_name, read_input
from drafter.cli.planning import Wanted
from drafter.drafting.template import Template
from drafter.drafting.wordtemplate import fill_form
from drafter.errors import N_, WrongUse
from drafter.formats.loose import Entry

_FILLED = "-稿"


def refuse(target: Target, wanted: Wanted, *, provenance: bool) -> None:
    """Raise WrongUse for options that a Word file as the template cannot have."""
    asked = {
        "--house": target.house,
        "--comments": target.comments,
        "--provenance": provenance,
        "--depth": wanted.depth,
        "--from": wanted.plan,
        "--report": wanted.sources,
        "--minutes, --chars": wanted.size.chars,
    }
    options = [name for name, value in asked.items() if value]
    if options:
        raise WrongUse(
            N_("a Word file as the template is only filled in, in its own layout: no {options}"),
            hint=N_("drafter format lays a Word file out in a house style"),
            options=" ".join(options),
        )
    if target.to and drafter.format_named(target.to).name != "docx":
        raise _no_word()


def draft_form(
    path: Path, template: Template, answers: Entry, target: Target, *, strict: bool
) -> None:
    """Fill a Word file with the answers and write it; it keeps its own layout."""
    if target.format("docx").name != "docx":
        raise _no_word()
    if target.output is None and target.json:
        raise WrongUse(N_("--json needs a file here"), hint=N_("name a file with -o"))
    refuse_terminal(target.output)
    made = fill_form(read_input(str(path)), template, answers, strict=strict)
    hand_over(made.data, target, file_name(path.stem + _FILLED, ".docx"), made.gaps)


def _no_word() -> WrongUse:
    return WrongUse(
        N_("a Word file as the template makes a Word file"),
        hint=N_("drafter convert makes text or an outline of it"),
    )

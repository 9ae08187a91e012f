"""drafter draft with a Word file as the template: filled in place, in its own layout."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from drafter.cli.deliver import Target, hand_over
from drafter.cli.files import file_name, read_input
from drafter.drafting.template import Template
from drafter.drafting.wordtemplate import fill_form
from drafter.errors import N_, WrongUse
from drafter.formats.loose import Entry

_FILLED = "-稿"


def draft_form(
    path: Path, template: Template, answers: Entry, target: Target, *, strict: bool
) -> None:
    """Fill a Word file with the answers and write it; it keeps its own layout."""
    _refuse(target)
    made = fill_form(read_input(str(path)), template, answers, strict=strict)
    target = replace(target, inputs=(*target.inputs, str(path)))
    hand_over(made.data, target, file_name(path.stem + _FILLED, ".docx"), made.gaps)


def _refuse(target: Target) -> None:
    """Raise WrongUse for what a Word template cannot have."""
    asked = {"--house": target.house, "--comments": target.comments}
    asked["--provenance"] = bool(target.provenance)
    options = [name for name, value in asked.items() if value]
    if options:
        raise WrongUse(
            N_("a Word file as the template keeps its own layout: no {options}"),
            hint=N_("drafter format lays a Word file out in a house style"),
            options=" ".join(options),
        )
    if target.format("docx").name != "docx":
        raise WrongUse(
            N_("a Word file as the template makes a Word file"),
            hint=N_("drafter convert makes text or an outline of it"),
        )
    if target.output is None and target.json:
        raise WrongUse(N_("--json needs a file here"), hint=N_("name a file with -o"))
    if target.output == "-" and sys.stdout.isatty():
        raise WrongUse(
            N_("a Word file cannot be shown on a terminal"), hint=N_("name a file with -o")
        )

"""drafter convert: one document, another format."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

import drafter
from drafter.cli import report
from drafter.cli.deliver import Target, deliver
from drafter.cli.files import read_input
from drafter.cli.inputs import native
from drafter.cli.language import _
from drafter.cli.options import (
    Comments,
    Force,
    From,
    HouseName,
    Json,
    Output,
    Revisions,
    To,
    input_format,
)
from drafter.errors import N_, DrafterError
from drafter.reading import Reading


def read_file(name: str, format: str | None, revisions: str = "accept") -> Reading:
    """Read a document file; what is wrong with it carries its name."""
    known = input_format(name, format)
    return read_data(read_input(name), known, name, revisions)


def read_data(data: bytes, format: str, name: str, revisions: str = "accept") -> Reading:
    """Read what a document file held; what is wrong with it carries the file's name."""
    try:
        found = native(data, format)
        reading = drafter.read(found.data, found.format, revisions)
    except DrafterError as error:
        raise error.within(name) from error
    return replace(reading, warnings=(*found.warnings, *reading.warnings))


def convert(
    source: Annotated[str, typer.Argument(metavar=_("IN"), help=_("The document; - is stdin."))],
    output: Output = None,
    from_: From = None,
    to: To = None,
    house: HouseName = "",
    comments: Comments = False,
    revisions: Revisions = "accept",
    force: Force = False,
    json: Json = False,
) -> None:
    """Convert between text, outline, JSON and Word."""
    reading = read_file(source, from_, revisions)
    target = Target(output, to, house, force, json, (source,), comments)
    deliver(reading.document, target, usual="outline", warnings=warnings_of(reading))


def warnings_of(reading: Reading) -> list[str]:
    """Say what was left out: lines that are no part of the document."""
    found = [report.notice(warning) for warning in reading.warnings]
    number, before = 1, 0
    for line in reading.junk:
        number += reading.text.count("\n", before, line.at.start)
        before = line.at.start
        words = line.text.strip()
        found.append(
            _(N_("left out as no part of the document, line {line}: {text}")).format(
                line=number, text=words[:40] + ("…" if len(words) > 40 else "")
            )
        )
    return found

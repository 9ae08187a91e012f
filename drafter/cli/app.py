"""The commands, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli.brief import brief
from drafter.cli.check import check
from drafter.cli.convert import convert
from drafter.cli.doctor import doctor
from drafter.cli.draft import draft
from drafter.cli.explain import explain
from drafter.cli.finish import finish
from drafter.cli.format import format
from drafter.cli.headings import headings
from drafter.cli.help import Command, Group
from drafter.cli.house import app as house
from drafter.cli.language import _
from drafter.cli.outline import outline
from drafter.cli.preview import preview
from drafter.cli.templates import app as templates
from drafter.cli.unit import app as unit

app = typer.Typer(
    name="drafter",
    cls=Group,
    help=_("Draft, read and lay out Chinese official documents (公文), offline."),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from drafter import __version__

        typer.echo(f"drafter {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_version, is_eager=True, help=_("Show the version.")
        ),
    ] = False,
) -> None:
    """Hold what stands before the commands."""


app.command(cls=Command, help=_("Draft a document from a template and a brief."))(draft)
app.command(cls=Command, help=_("Read a filled form or draft back as a brief."))(brief)
app.command(cls=Command, help=_("Show how a document is built, with lengths and minutes."))(outline)
app.command(cls=Command, help=_("Convert between text, outline, JSON and Word."))(convert)
app.command(cls=Command, help=_("Show a document's pages as a PDF or pictures (LibreOffice)."))(
    preview
)
app.command(cls=Command, help=_("Lay Word files out in a house style in place, every word kept."))(
    format
)
app.command(cls=Command, help=_("Find what is wrong with documents: numbers, marks, words."))(check)
app.command(cls=Command, help=_("Make the clean copy of a Word file that leaves the building."))(
    finish
)
app.command(cls=Command, help=_("Explain a rule of the check."))(explain)
app.command(cls=Command, help=_("Propose parallel headings for the aspects of a text."))(headings)
app.command(
    cls=Command, help=_("Tell what is in use on this machine, from where, what is broken.")
)(doctor)
app.add_typer(templates, name="templates", cls=Group)
app.add_typer(house, name="house", cls=Group)
app.add_typer(unit, name="unit", cls=Group)

"""The commands, gathered."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from drafter.cli.convert import convert
from drafter.cli.draft import draft
from drafter.cli.language import _
from drafter.cli.outline import outline
from drafter.cli.templates import app as templates


class Group(TyperGroup):
    """A group whose usage line speaks the interface language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        _usage(self, ctx, formatter)


class Command(TyperCommand):
    """A command whose usage line speaks the interface language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        _usage(self, ctx, formatter)


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(_(piece) for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))


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
app.command(cls=Command, help=_("Show how a document is built, with lengths and minutes."))(outline)
app.command(cls=Command, help=_("Convert between text, outline, JSON and Word."))(convert)
app.add_typer(templates, name="templates", cls=Group)

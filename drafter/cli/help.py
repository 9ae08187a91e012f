"""The help pages, in the interface language: measured in columns, Han counting two, without rich.

typer says some of its own words in English whatever the language; here they are asked for once
more, so that the catalogue can have them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from drafter.cli.language import _
from drafter.errors import N_, WrongUse

_WIDEST = 80
_LEFT_MOST = 30
_PIECE = re.compile(r"[（“《【]*(?:[!-~]+|.)[，。；：、）”》】…！？]*")
_TYPE = re.compile(r"<[a-z ]+>")
Rows = list[tuple[str, str]]


class _Speaking:
    """What a command and a group of them have in common."""

    def get_help(self, ctx: Any) -> str:
        """Write the help page."""
        return "\n".join(_page(self, ctx))


class Command(_Speaking, TyperCommand):
    """A command whose help speaks the interface language."""


class Group(_Speaking, TyperGroup):
    """A group of commands whose help, and whose errors, speak the interface language."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command of this name; raises WrongUse with the nearest one."""
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, known, n=1)
            raise WrongUse(
                N_("there is no command called {name}"),
                hint=N_("did you mean {near}?") if near else N_("{command} --help lists them all"),
                name=name,
                near=f"{ctx.command_path} {near[0]}" if near else "",
                command=ctx.command_path,
            )
        return super().resolve_command(ctx, args)


def width(text: str) -> int:
    """Count the columns a terminal gives the text: two for each Han character."""
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)


def _page(command: Any, ctx: Any) -> Iterator[str]:
    across = min(shutil.get_terminal_size().columns, _WIDEST) - 2
    pieces = " ".join(_(piece).strip("{}") for piece in command.collect_usage_pieces(ctx))
    yield _("Usage: ") + f"{ctx.command_path} {pieces}"
    yield ""
    yield from ("  " + line for line in wrapped(command.help or "", across - 2))
    for name, rows in _sections(command, ctx):
        yield ""
        yield _("{section}:").format(section=_(name))
        yield from _table(rows, across)


def _sections(command: Any, ctx: Any) -> Iterable[tuple[str, Rows]]:
    found: dict[str, Rows] = {"Arguments": [], "Options": [], "Commands": []}
    for param in command.get_params(ctx):
        param.help = _(param.help) if param.help else ""
        if record := param.get_help_record(ctx):
            kind = "Arguments" if param.param_type_name == "argument" else "Options"
            found[kind].append((_TYPE.sub(lambda name: _(name[0]), record[0]), record[1]))
    if isinstance(command, Group):
        members = {name: command.get_command(ctx, name) for name in command.list_commands(ctx)}
        found["Commands"] = [(name, one.help or "") for name, one in members.items() if one]
    return ((name, rows) for name, rows in found.items() if rows)


def _table(rows: Rows, across: int) -> Iterator[str]:
    left = min(max(width(name) for name, _words in rows), _LEFT_MOST) + 4
    for name, words in rows:
        lines = list(wrapped(words, across - left))
        first = "  " + name
        if width(first) > left - 2:
            yield first
            first = ""
        yield first + " " * (left - width(first)) + lines[0]
        yield from (" " * left + line for line in lines[1:])


def wrapped(text: str, across: int) -> Iterator[str]:
    """Break at spaces and between Han characters, never before a stop."""
    line = ""
    for piece in _PIECE.findall(text):
        if line and width(line + piece.rstrip()) > across:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line

"""drafter house: how a page looks, value by value, and on whose word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import drafter
from drafter.cli import report
from drafter.cli.files import read_text
from drafter.cli.help import Command, width
from drafter.cli.language import _
from drafter.cli.options import Json
from drafter.cli.packs import BUILT_IN, told_whose
from drafter.cli.userhouses import find_house, houses_folder, houses_whose, user_houses
from drafter.errors import DrafterError, raise_all
from drafter.house.load import Own

app = typer.Typer(
    help=_("List, show and check house styles."), rich_markup_mode=None, invoke_without_command=True
)

Name = Annotated[str, typer.Argument(metavar=_("NAME"), help=_("A house style, or a house file."))]
File = Annotated[str, typer.Argument(metavar=_("FILE"), help=_("A house file (TOML)."))]


@app.callback()
def _default(context: typer.Context) -> None:
    """List the houses where no command is named."""
    if context.invoked_subcommand is None:
        list_()


@app.command("list", cls=Command, help=_("List the house styles, the user's own too."))
def list_(json: Json = False) -> None:
    """List the house styles."""
    own = user_houses()
    whose = houses_whose()
    problems: dict[str, DrafterError] = {}  # by what they say: one file may spoil many houses
    rows = [(name, _title(name, own, problems)) for name in drafter.house_names(own)]
    if json:
        told_of = {name: whose.get(name, BUILT_IN) for name, _title in rows}
        report.show_json([{"name": n, "title": t, "from": told_of[n]} for n, t in rows])
    else:
        widest = max(width(name) for name, _title in rows)
        for name, title in rows:
            told = _("cannot be used") if title is None else title
            report.show(f"{_padded(name, widest)}  {told}{told_whose(whose.get(name))}")
        report.talk(_("house files of your own go to {folder}").format(folder=houses_folder()))
    raise_all(list(problems.values()))


def _title(name: str, own: Own, problems: dict[str, DrafterError]) -> str | None:
    """Give the title of a house; of one that cannot be used none, and what is wrong with it."""
    try:
        return drafter.load_house(name, own).title
    except DrafterError as error:
        problems[str(error)] = error
        return None


@app.command("show", cls=Command, help=_("Show every value of a house style, with its clause."))
def show(name: Name, json: Json = False) -> None:
    """Show every value of a house style."""
    own = user_houses()
    found = find_house(name, own)
    house = drafter.load_house(found, own) if isinstance(found, str) else found
    rows = [(path, value, house.bases[path]) for path, value in house.values.items()]
    if json:
        report.show_json(
            [
                {"path": path, "value": value, "clause": basis.clause, "source": basis.source}
                for path, value, basis in rows
            ]
        )
        return
    widest = max(width(path) for path, *_rest in rows)
    broad = max(width(_said(value)) for _path, value, _basis in rows)
    for path, value, basis in rows:
        clause = f"{basis.clause} {basis.source}" if basis.clause else ""
        line = f"{_padded(path, widest)}  {_padded(_said(value), broad)}  {clause}"
        report.show(line.rstrip())


@app.command(
    "check", cls=Command, help=_("Check a house file and list what it changes of the standard's.")
)
def check(file: File, json: Json = False) -> None:
    """Check a house file."""
    own = user_houses()
    house = drafter.read_house(read_text(file), file, own)
    below = _below(house, Path(file).stem, own)
    changed = [
        (path, old, value, below.bases.get(path, drafter.Basis()))
        for path, value in house.values.items()
        if value != (old := _value(below, path))
    ]
    if json:
        report.show_json(
            [
                {"path": path, "was": old, "is": new, "clause": b.clause, "source": b.source}
                for path, old, new, b in changed
            ]
        )
        return
    for path, old, new, basis in changed:
        clause = f"（{basis.clause} {basis.source}）" if basis.clause else ""
        report.show(f"{path}: {_said(old)} → {_said(new)}{clause}")
    told = _("this house file is sound; values of {name} that it changes: {count}")
    report.talk(told.format(count=len(changed), name=house.based_on))


def _below(house: drafter.House, stem: str, own: Own) -> drafter.House:
    """Give what a house is laid over: one that bears a name of drafter's changes drafter's own."""
    if house.based_on == stem and stem in drafter.house_names():
        own = tuple(pair for pair in own if Path(pair[0]).stem != stem)
    return drafter.load_house(house.based_on, own)


def _value(house: drafter.House, path: str) -> object:
    """Give a value of a house, also one of a look that no file says."""
    if path in house.values:
        return house.values[path]
    _looks, role, name = path.split(".")
    return getattr(house.looks[role], name)


def _said(value: object) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))

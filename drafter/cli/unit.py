"""drafter unit: the pack (单位资料包) of templates, houses and answers a unit shares."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from drafter.cli import report
from drafter.cli.files import file_name, read_input
from drafter.cli.folders import write_folder
from drafter.cli.help import Command
from drafter.cli.language import _
from drafter.cli.options import Json
from drafter.cli.packs import UNIT_FILE, Pack, unit_pack
from drafter.cli.settings import unit_folder, use_no_unit, use_unit, user_folder
from drafter.errors import N_, DrafterError, Place, UnusableInput, raise_all

app = typer.Typer(
    help=_("Use, show and begin the pack that a unit shares."),
    rich_markup_mode=None,
    invoke_without_command=True,
)

_UNPACKED = "units"


@app.callback()
def _default(context: typer.Context) -> None:
    """Show the pack in use where no command is named."""
    if context.invoked_subcommand is None:
        show()


@app.command("show", cls=Command, help=_("Show the pack in use and what it holds."))
def show(json: Json = False) -> None:
    """Show the pack in use."""
    from drafter.cli.unitcheck import summary

    folder = unit_folder()
    if folder is None:
        if json:
            report.show_json(None)
        else:
            report.show(_("no unit's pack is in use"))
            report.talk(_("drafter unit use PATH takes one, drafter unit new PATH begins one"))
        return
    found = summary(unit_pack(folder))
    if json:
        report.show_json(found)
    else:
        _show(found)


def _show(found: dict[str, Any]) -> None:
    report.show(f"{found['name']}  {found['path']}")
    defaults = [
        f"{one['question']}：{one['answer']}"
        + (f"（{one['template']}）" if one["template"] else "")
        for one in found["defaults"]
    ]
    houses = [found["house"]] if found["house"] else []
    houses += [f"{kind}：{house}" for kind, house in found["houses_of_kinds"].items()]
    rows = (
        (_("organs"), [name + _in_brackets(short) for name, short in found["organs"].items()]),
        (_("usual houses"), houses),
        (_("answers"), defaults),
        (_("templates"), [one["name"] for one in found["templates"]]),
        (_("house files"), found["houses"]),
        (_("word lists"), [f"{name}（{count}）" for name, count in found["words"].items()]),
        (_("dated formulations"), found["dated"]),
    )
    for title, items in rows:
        if items:
            report.show(f"\n{title}")
        for item in items:
            report.show(f"  {item}")


def _in_brackets(short: list[str]) -> str:
    return f"（{'、'.join(short)}）" if short else ""


@app.command("use", cls=Command, help=_("Check a pack, a folder or a zip of one, and use it."))
def use(
    path: Annotated[
        str, typer.Argument(metavar=_("PATH"), help=_("The pack's folder, or a .zip of it."))
    ],
    json: Json = False,
) -> None:
    """Check a pack and use it from now on."""
    from drafter.cli.unitcheck import idle, summary

    given = Path(path).expanduser()
    folder = given.resolve() if given.is_dir() else _unpacked(given)
    pack = unit_pack(folder)
    _check(pack)
    use_unit(folder)
    found, warnings = summary(pack), idle(pack)
    if json:
        said = [report.said(one.message, one.values) for one in warnings]
        report.show_json({**found, "warnings": said})
    else:
        for one in warnings:
            report.warn(one)
        told = _("in use from now on: {name} ({path}); drafter unit show tells what it holds")
        report.talk(told.format(name=found["name"], path=folder))


def _check(pack: Pack) -> None:
    from drafter.cli.unitcheck import problems_of

    if not (pack.folder / UNIT_FILE).is_file():
        raise UnusableInput(
            N_("this is no unit's pack: it has no {file}"),
            hint=N_("drafter unit new PATH begins one"),
            place=Place(str(pack.folder)),
            file=UNIT_FILE,
        )
    raise_all(list(problems_of(pack)))


def _unpacked(path: Path) -> Path:
    """Unpack a zip into the user's folder, checked before it takes the place of an older one."""
    from drafter.cli.zipped import unzipped

    data = read_input(str(path))
    try:
        files = unzipped(data)
    except DrafterError as error:
        raise error.within(str(path)) from error
    home = user_folder() / _UNPACKED
    trial = home / ".trial"
    write_folder(trial, files, replace=True)
    folder = home / (file_name(path.stem, "") or "unit")
    try:
        _check(unit_pack(trial))
    except DrafterError as error:
        raise _renamed(error, str(trial), str(path)) from error
    finally:
        import shutil

        shutil.rmtree(trial, ignore_errors=True)
    write_folder(folder, files, replace=True)
    return folder.resolve()


def _renamed(error: DrafterError, old: str, new: str) -> DrafterError:
    """Name files as in the zip, not where it was unpacked."""
    for part in error.parts:
        part.place = part.place._replace(source=part.place.source.replace(old, new))
    return error


@app.command("new", cls=Command, help=_("Begin a pack: a folder with comments, to be filled."))
def new(
    path: Annotated[str, typer.Argument(metavar=_("PATH"), help=_("The folder to be made."))],
) -> None:
    """Begin a pack."""
    from drafter.drafting.starters import starter

    folder = Path(path).expanduser()
    name = folder.resolve().name.replace("\\", "").replace('"', "")
    write_folder(folder, starter("unit", name))
    report.show(str(folder))
    report.talk(
        _("fill in {file}, then: drafter unit use {path}").format(
            file=folder / UNIT_FILE, path=folder
        )
    )


@app.command("none", cls=Command, help=_("Use no pack any more; it stays where it is."))
def none() -> None:
    """Use no pack any more."""
    use_no_unit()
    report.talk(_("no unit's pack is in use"))

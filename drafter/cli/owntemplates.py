"""drafter templates new, edit, path, check: templates of one's own, begun, changed, looked over."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from drafter.cli import report
from drafter.cli.files import file_name, read_input
from drafter.cli.folders import write_folder
from drafter.cli.language import _
from drafter.cli.options import Json
from drafter.cli.packs import PATH, TEMPLATES, USER, Found, all_templates, own_pack
from drafter.cli.userfiles import files_of, found, is_word
from drafter.cli.userhouses import user_houses
from drafter.drafting.library import shared
from drafter.drafting.template import FILES, SETTINGS
from drafter.errors import N_, DrafterError, Notice, Place, WrongUse
from drafter.formats.loose import dump_value

_NAMED = re.compile(r"^名称[ \t]*[:：].*$", re.M)

Name = Annotated[
    str, typer.Argument(metavar=_("NAME"), help=_("A template's name, Chinese or English."))
]


def new(
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("What it is to be called."))],
    source: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation
        typer.Option("--from", metavar=_("NAME"), help=_("A template to copy and change.")),
    ] = None,
    output: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "-o", "--output", metavar=_("FOLDER"), help=_("Where to make it; else your own folder.")
        ),
    ] = None,
) -> None:
    """Begin a template: a folder with comments, or a copy of another one."""
    called = name.strip()
    stem = file_name(called, "")
    home = Path(output).expanduser() if output else own_pack().folder / TEMPLATES
    base = found(source) if source else None
    if base and is_word(base.path.name):
        raise WrongUse(
            N_("a Word file is copied as any file is"),
            hint=N_("copy it into {folder}"),
            folder=home,
            place=Place(str(base.path)),
        )
    if base:
        files = files_of(base.path)
        named = f"名称: {dump_value(called)}"
        files[SETTINGS] = _NAMED.sub(lambda _match: named, files[SETTINGS], count=1)
        written = {file: words.encode() for file, words in files.items()}
    else:
        from drafter.drafting.starters import starter

        written = starter("template", dump_value(called))
    write_folder(home / stem, written)
    report.show(str(home / stem))
    hint = _("change it: {files}; look it over: drafter templates check {path}")
    report.talk(
        hint.format(files="、".join(FILES), path=_shown(home / stem, called, own=not output))
    )


def _shown(folder: Path, name: str, *, own: bool) -> str:
    return name if own else str(folder)


def path(name: Name) -> None:
    """Print where a template is."""
    report.show(str(found(name).path.absolute()))


def edit(name: Name) -> None:
    """Open a template in the editor; of one that is not the user's own, a copy is made first."""
    template = found(name)
    if is_word(template.path.name):
        raise WrongUse(
            N_("a Word file as a template is changed in Word or WPS"),
            place=Place(str(template.path)),
        )
    if template.whose not in (USER, PATH):
        template = _copied(template)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise WrongUse(
            N_("no editor is known: neither VISUAL nor EDITOR names one"),
            hint=N_("the files to change are in {folder}"),
            folder=template.path,
        )
    files = [str(template.path / file) for file in FILES if (template.path / file).exists()]
    _run(editor, files)
    _print(_findings(template))


def _copied(template: Found) -> Found:
    """Copy a template of drafter's or the unit's into the user's folder, under the same name."""
    folder = own_pack().folder / TEMPLATES / template.id
    write_folder(folder, {file: words.encode() for file, words in files_of(template.path).items()})
    report.talk(_("copied to {path}: this one is used from now on").format(path=folder))
    return Found(USER, template.id, template.name, folder)


def _run(editor: str, files: list[str]) -> None:
    try:
        subprocess.run([*shlex.split(editor, posix=os.name != "nt"), *files], check=False)
    except (OSError, ValueError) as error:
        raise WrongUse(
            N_("the editor {editor} cannot be started: {problem}"),
            hint=N_("VISUAL or EDITOR names another; the files are in {folder}"),
            editor=editor,
            problem=getattr(error, "strerror", None) or error,
            folder=Path(files[0]).parent,
        ) from error


def check(
    names: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(
            metavar=_("[NAME|FOLDER...]"),
            help=_("Templates; without any, all that are not drafter's."),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Look templates over and list what is to be mended."""
    own = [one for one in all_templates() if one.whose != "built-in"] if not names else []
    templates = [found(name) for name in names or ()] or own
    rows = [row for template in templates for row in _findings(template)]
    if json:
        report.show_json(rows)
    else:
        _print(rows)
    errors = sum(row["level"] == "error" for row in rows)
    told = _("templates looked over: {count}, errors: {errors}, warnings: {warnings}")
    counts = {"count": len(templates), "errors": errors, "warnings": len(rows) - errors}
    report.talk(told.format(**counts))
    if errors:
        raise typer.Exit(1)


def _findings(template: Found) -> list[dict[str, Any]]:
    from drafter.drafting.lint import ERROR, lint

    try:
        if is_word(template.path.name):
            rows = _of_word(template)
        else:
            rows = lint(template.id, files_of(template.path), shared(), user_houses())
    except DrafterError as error:  # the files themselves cannot be read
        return [
            _row(one.place, ERROR, "unreadable", one.notice, Notice(""))
            for one in (part.within(str(template.path)) for part in error.parts)
        ]
    return [_row(_placed(template, one.place), *one[1:]) for one in rows]


def _of_word(template: Found) -> tuple[Any, ...]:
    from drafter.drafting.lint import lint_form
    from drafter.drafting.wordtemplate import form_template

    return lint_form(form_template(read_input(str(template.path)), template.id))


def _placed(template: Found, place: Place) -> Place:
    """Name a file of the template by its path."""
    if not place.source:
        return place._replace(source=str(template.path))
    return place._replace(source=str(template.path / place.source))


def _row(place: Place, level: str, rule: str, message: Notice, hint: Notice) -> dict[str, Any]:
    return {
        "file": place.source,
        "line": place.line,
        "level": level,
        "rule": rule,
        "message": report.notice(message),
        "hint": report.notice(hint) if hint else "",
    }


def _print(rows: list[dict[str, Any]]) -> None:
    levels = {"error": _("error: "), "warning": _("warning: ")}
    for row in rows:
        where = f"{row['file']}:{row['line']}" if row["line"] else row["file"]
        hint = f" ({row['hint']})" if row["hint"] else ""
        report.show(f"{where}: {levels[row['level']]}{row['message']}{hint} [{row['rule']}]")

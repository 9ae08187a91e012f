"""drafter doctor: what is in use on this machine and from where; says nothing of documents."""

from __future__ import annotations

import contextlib
import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import drafter
from drafter.cli import report
from drafter.cli.help import width
from drafter.cli.language import _, language
from drafter.cli.options import Json
from drafter.cli.packs import USER, Pack, built_in_templates, packs
from drafter.cli.settings import HOME, unit_folder, user_folder
from drafter.cli.userhouses import user_houses
from drafter.errors import DrafterError, raise_all

if TYPE_CHECKING:
    from drafter.house.load import Own

_VARIABLES = (HOME, "DRAFTER_LANG", "DRAFTER_SOFFICE", "VISUAL", "EDITOR")
"""What is told of the environment, nothing else: it may hold secrets."""


def doctor(json: Json = False) -> None:
    """Tell what is in use and from where; exit code 0 unless something is broken."""
    problems: list[DrafterError] = []
    found = {**_program(), **_own(problems), **_helpers(problems)}
    if json:
        told = [
            {"place": str(one.place), "message": report.said(one.message, one.values)}
            for one in problems
        ]
        report.show_json({**found, "problems": told})
    else:
        _show(found)
        if not problems:
            report.show("\n" + _("nothing is broken"))
    raise_all(problems)


def _program() -> dict[str, Any]:
    encoding = getattr(sys.stdout, "encoding", "") or ""
    return {
        "drafter": drafter.__version__,
        "installed": str(Path(drafter.__file__).parent),
        "python": platform.python_version(),
        "interpreter": sys.executable,
        "system": platform.platform(),
        "language": language(),
        "locale": locale.setlocale(locale.LC_CTYPE),
        "encoding": encoding,
        "environment": {name: os.environ[name] for name in _VARIABLES if os.environ.get(name)},
    }


def _own(problems: list[DrafterError]) -> dict[str, Any]:
    """Tell of the user's folder and the unit's pack; what is broken in them is added."""
    from drafter.cli.unitcheck import problems_of

    found: dict[str, Any] = {
        "user_folder": str(user_folder()),
        "user_folder_exists": user_folder().is_dir(),
        "unit": None,
        "templates": [],
        "houses": [],
    }
    try:
        unit = unit_folder()
        found["unit"] = {"path": str(unit), "exists": unit.is_dir()} if unit else None
        sources = packs()
    except DrafterError as error:
        problems.append(error)
        sources = ()
    for pack in sources:
        try:
            problems += problems_of(pack, _houses_for(pack))
            found["templates"] += _templates(pack)
            found["houses"] += _houses(pack, pack.houses())
            if pack.whose != USER:
                found["unit"]["name"] = pack.settings().name
        except DrafterError as error:
            problems.append(error)
    found["check"] = _settings(problems)
    problems[:] = {str(problem): problem for problem in problems}.values()
    return found


def _settings(problems: list[DrafterError]) -> list[str]:
    """Name the settings of the check that hold here; what is broken in them is added."""
    from drafter.checks.settings import read_settings
    from drafter.cli.checkoptions import setting_files
    from drafter.cli.files import read_text

    found = []
    with contextlib.suppress(DrafterError):  # told above
        found = setting_files()
    for path in found:
        try:
            read_settings(read_text(str(path)), str(path))
        except DrafterError as error:
            problems.append(error)
    return [str(path) for path in found]


def _houses_for(pack: Pack) -> Own:
    """Give the house files a pack's own may be based on: the user's on the unit's, if there."""
    try:
        return user_houses() if pack.whose == USER else pack.houses()
    except DrafterError:
        return pack.houses()


def _templates(pack: Pack) -> Iterator[dict[str, Any]]:
    shipped = {word for one in built_in_templates() for word in (one.id, one.name)}
    for one in pack.templates():
        yield {
            "id": one.id,
            "name": one.name,
            "from": pack.whose,
            "path": str(one.path),
            "overrides": bool(shipped & {one.id, one.name}),
        }


def _houses(pack: Pack, own: Own) -> Iterator[dict[str, Any]]:
    for file, _words in own:
        name = Path(file).stem
        overrides = name in drafter.house_names()
        yield {"name": name, "from": pack.whose, "path": file, "overrides": overrides}


def _helpers(problems: list[DrafterError]) -> dict[str, Any]:
    """Tell of the programs, fonts and extras beside drafter; none of them is needed to draft."""
    from drafter.errors import RenderError
    from drafter.office.fonts import installed
    from drafter.office.program import CHOSEN, find_office

    try:
        office = find_office()
    except RenderError as error:
        office = ""
        if os.environ.get(CHOSEN):  # named, and not there
            problems.append(error)
    fonts = installed()
    asked = dict.fromkeys(drafter.load_house("gbt9704").fonts.values())
    return {
        "libreoffice": office,
        "fonts": {name: fonts.has(name) for name in asked},
        "pypdfium2": find_spec("pypdfium2") is not None,
        "pdftoppm": shutil.which("pdftoppm") or "",
        "pdftotext": shutil.which("pdftotext") or "",
    }


def _show(found: dict[str, Any]) -> None:
    fonts = [name for name, there in found["fonts"].items() if not there]
    pictures = found["pypdfium2"] or bool(found["pdftoppm"])
    rows = (
        ("drafter", f"{found['drafter']}（{found['installed']}）"),
        ("Python", f"{found['python']}（{found['interpreter']}）"),
        (_("system"), found["system"]),
        (_("language"), f"{found['language']}（{found['locale']}，{found['encoding']}）"),
        *((name, value) for name, value in found["environment"].items()),
        (_("your folder"), found["user_folder"] + _absent(found["user_folder_exists"])),
        (_("your unit's pack"), _unit(found["unit"])),
        *((_("template"), _thing(one)) for one in found["templates"]),
        *((_("house file"), _thing(one)) for one in found["houses"]),
        *((_("settings of the check"), path) for path in found["check"]),
        ("LibreOffice", found["libreoffice"] or _("not found; previews and old formats need it")),
        (_("fonts missing"), "、".join(fonts) or _("none")),
        (_("pictures of pages"), _("yes") if pictures else _("no: pip install '.[preview]'")),
    )
    widest = max(width(title) for title, _value in rows)
    for title, value in rows:
        report.show(f"{title}{' ' * (widest - width(title))}  {value}")


def _absent(exists: bool) -> str:
    return "" if exists else f"（{_missing()}）"


def _missing() -> str:
    return _("not there")


def _unit(found: dict[str, Any] | None) -> str:
    if not found:
        return _("none")
    return f"{found.get('name', '')}  {found['path']}".strip() + _absent(found["exists"])


def _thing(found: dict[str, Any]) -> str:
    over = _("takes the place of drafter's")
    return f"{found['name']}  {found['path']}" + (f"（{over}）" if found["overrides"] else "")

"""What is drafter's, the unit's and the user's own, side by side; the user's comes first.

The user's folder and a unit's pack are laid out alike: ``templates/``, ``houses/``, ``words/``,
``dated/``, and a TOML file of names, houses and answers. One that is broken troubles only those
who need that very part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.cli.files import read_text
from drafter.cli.folders import entries
from drafter.cli.language import _
from drafter.cli.settings import unit_folder, user_folder
from drafter.drafting.library import chinese_name, template_folder, template_names
from drafter.drafting.template import SETTINGS
from drafter.drafting.unit import Unit, read_unit
from drafter.errors import N_, DrafterError, Place, UnusableInput
from drafter.house.load import Own

if TYPE_CHECKING:
    from drafter.dated import Formulations

USER, UNIT, BUILT_IN, PATH = "user", "unit", "built-in", "path"
UNIT_FILE, USER_FILE = "unit.toml", "settings.toml"
TEMPLATES, HOUSES, WORDS, DATED = "templates", "houses", "words", "dated"
WORD = (".docx", ".docm", ".dotx", ".dotm")
"""Suffixes of Word files that may be templates."""


class Found(NamedTuple):
    """A template that was found: whose, its id and Chinese name, its folder or Word file."""

    whose: str
    id: str
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of templates, houses and words, the user's or a unit's."""

    whose: str
    folder: Path

    def files(self, part: str) -> list[Path]:
        """List a part of the pack; raises UnusableInput where a unit's folder is gone."""
        if self.whose == UNIT and not self.folder.is_dir():
            raise UnusableInput(
                N_("the unit's pack in use is not there"),
                hint=N_("drafter unit use PATH names another, drafter unit none does without"),
                place=Place(str(self.folder)),
            )
        return entries(self.folder / part)

    def settings(self) -> Unit:
        """Read names, houses and answers; a user need not have any."""
        path = self.folder / (UNIT_FILE if self.whose == UNIT else USER_FILE)
        if self.whose == USER and not path.exists():
            return Unit()
        self.files("")
        return read_unit(read_text(str(path)), str(path), named=self.whose == UNIT)

    def houses(self) -> Own:
        """Read the house files; what is wrong with one stands in its place."""
        files = [path for path in self.files(HOUSES) if path.suffix == ".toml"]
        return tuple((str(path), _words_or_error(path)) for path in files)

    def dated(self) -> Formulations:
        """Read the formulations that hold for a time; of two files the last has a use's rows."""
        from drafter.dated import read_formulations

        files = [path for path in self.files(DATED) if path.suffix == ".toml"]
        read = [read_formulations(read_text(str(path)), str(path)) for path in files]
        return {use: rows for one in read for use, rows in one.items()}

    def templates(self) -> list[Found]:
        """Find the templates: folders, and Word files with gaps."""
        found = []
        for path in self.files(TEMPLATES):
            if (path / SETTINGS).is_file():
                found.append(Found(self.whose, path.name, _name_of(path), path))
            elif path.suffix.lower() in WORD:
                found.append(Found(self.whose, path.stem, path.stem, path))
        return found


def _words_or_error(path: Path) -> str | DrafterError:
    try:
        return read_text(str(path))
    except DrafterError as error:
        return error


def _name_of(folder: Path) -> str:
    words = _words_or_error(folder / SETTINGS)
    return (chinese_name(words) if isinstance(words, str) else "") or folder.name


def told_whose(whose: str | None) -> str:
    """Say whose a thing is, in brackets behind its name; nothing of drafter's own."""
    told = {USER: _("your own"), UNIT: _("your unit's")}.get(whose or "", "")
    return f"（{told}）" if told else ""


def own_pack() -> Pack:
    """Give the user's folder as a pack; it may be empty, or not be there."""
    return Pack(USER, user_folder())


def unit_pack(folder: Path) -> Pack:
    """Give a folder as a unit's pack."""
    return Pack(UNIT, folder)


def packs() -> tuple[Pack, ...]:
    """Give the user's pack, and the unit's in use."""
    unit = unit_folder()
    return (own_pack(), *((unit_pack(unit),) if unit else ()))


def own_formulations() -> Formulations:
    """Give the formulations of the user and of the unit, the user's over the unit's."""
    return {use: rows for pack in reversed(packs()) for use, rows in pack.dated().items()}


def built_in_templates() -> list[Found]:
    """List the templates that come with drafter."""
    names = template_names()
    return [Found(BUILT_IN, id, name, template_folder(id)) for id, name in names.items()]


def all_templates() -> list[Found]:
    """List every template that its id leads to, the built-in ones first, then by id."""
    known: dict[str, Found] = {}
    for found in (*(one for pack in packs() for one in pack.templates()), *built_in_templates()):
        known.setdefault(found.id, found)
    return sorted(known.values(), key=lambda one: (one.whose != BUILT_IN, one.id))


def template_named(name: str) -> Found | None:
    """Find a template by its id or its Chinese name, the user's before the unit's."""
    wanted = name.strip()
    for templates in (*(pack.templates() for pack in packs()), built_in_templates()):
        for same in ("id", "name"):
            for found in templates:
                if getattr(found, same) == wanted:
                    return found
    return None

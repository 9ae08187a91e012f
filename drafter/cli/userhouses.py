"""House files of the user's own: one named by its path, those of the user's folder."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.files import read_input
from drafter.errors import N_, DrafterError, Place, UnusableInput
from drafter.formats.decode import decode
from drafter.house.load import Own

_FOLDER = "houses"


def houses_folder() -> Path:
    """Name the folder of the user's house files, there or not."""
    import typer

    return Path(typer.get_app_dir("drafter")) / _FOLDER


def user_houses() -> Own:
    """Read the user's house files; there may be none.

    One that cannot be read is a matter of those who need it.
    """
    folder = houses_folder()
    try:
        files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    except OSError as error:
        raise UnusableInput(
            N_("this file cannot be read: {problem}"),
            place=Place(str(folder)),
            problem=error.strerror,
        ) from error
    return tuple((str(file), _words_or_error(file)) for file in files if file.name[0] != ".")


def _words_or_error(file: Path) -> str | DrafterError:
    try:
        return read_words(str(file))
    except DrafterError as error:
        return error


def read_words(name: str) -> str:
    """Read a text file; what is wrong with it carries its name."""
    data = read_input(name)
    try:
        return decode(data)
    except DrafterError as error:
        raise error.within(name) from error


def find_house(name: str, houses: Own) -> drafter.House | str:
    """Read the house file a path names; another name is left for the houses known by name."""
    if not name.endswith(".toml"):
        return name
    return drafter.read_house(read_words(name), name, houses)


def wished(
    house: str, comments: bool = False, provenance: tuple[tuple[str, str], ...] = ()
) -> drafter.Wishes:
    """Give what a Word file is to be like; a house file is read where one is named."""
    houses = user_houses()
    return drafter.Wishes(find_house(house, houses), houses, comments, provenance)

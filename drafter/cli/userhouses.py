"""House files of the user's own: one named by its path, those of the user's folder."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.files import read_text
from drafter.errors import N_, DrafterError, Place, UnusableInput
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
        files = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UnusableInput(
            N_("this folder cannot be read: {problem}"),
            place=Place(str(folder)),
            problem=error.strerror,
        ) from error
    shown = [file for file in files if file.suffix == ".toml" and file.name[0] != "."]
    return tuple((str(file), _words_or_error(file)) for file in shown)


def _words_or_error(file: Path) -> str | DrafterError:
    try:
        return read_text(str(file))
    except DrafterError as error:
        return error


def find_house(name: str, houses: Own) -> drafter.House | str:
    """Read the house file a path names; another name is left for the houses known by name."""
    if not name.endswith(".toml"):
        return name
    return drafter.read_house(read_text(name), name, houses)


def wished(
    house: str, comments: bool = False, provenance: tuple[tuple[str, str], ...] = ()
) -> drafter.Wishes:
    """Give what a Word file is to be like; a house file is read where one is named."""
    houses = user_houses()
    return drafter.Wishes(find_house(house, houses), houses, comments, provenance)

"""House files of the user's own: one named by its path, those of the user's folder."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.files import read_input
from drafter.formats.decode import decode

_FOLDER = "houses"

Houses = tuple[tuple[str, str], ...]
"""Names of house files, without suffix, with their TOML text."""


def houses_folder() -> Path:
    """Name the folder of the user's house files, there or not."""
    import typer

    return Path(typer.get_app_dir("drafter")) / _FOLDER


def user_houses() -> Houses:
    """Read the user's house files; there may be none."""
    folder = houses_folder()
    if not folder.is_dir():
        return ()
    files = sorted(folder.glob("*.toml"))
    return tuple((file.stem, decode(read_input(str(file)))) for file in files)


def find_house(name: str, houses: Houses) -> drafter.House | str:
    """Read the house file a path names; another name is left for the houses known by name."""
    if not name.endswith(".toml"):
        return name
    return drafter.read_house(decode(read_input(name)), name, houses)


def wished(
    house: str, comments: bool = False, provenance: tuple[tuple[str, str], ...] = ()
) -> drafter.Wishes:
    """Give what a Word file is to be like; a house file is read where one is named."""
    houses = user_houses()
    return drafter.Wishes(find_house(house, houses), houses, comments, provenance)

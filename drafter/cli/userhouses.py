"""House files that are not drafter's: one named by its path, those of the user and the unit."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.files import read_text
from drafter.cli.packs import HOUSES, own_pack, packs
from drafter.house.load import Own


def houses_folder() -> Path:
    """Name the folder of the user's house files, there or not."""
    return own_pack().folder / HOUSES


def user_houses() -> Own:
    """Read the house files of the user, then those of the unit in use; there may be none.

    One that cannot be read is a matter of those who need it.
    """
    return tuple(file for pack in packs() for file in pack.houses())


def houses_whose() -> dict[str, str]:
    """Tell whose each house is that is not drafter's alone, by its name: the user's or a unit's."""
    return {
        Path(file).stem: pack.whose for pack in reversed(packs()) for file, _words in pack.houses()
    }


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
    found = find_house(house, houses)
    usual = () if house else usual_houses()
    return drafter.Wishes(found, houses, comments, provenance, usual)


def usual_houses() -> tuple[tuple[str, str], ...]:
    """Give the houses that user and unit want where none is asked for, the user's over the unit's.

    A unit's is wanted by what follows, so the user's comes last.
    """
    units = [pack.settings() for pack in packs()]
    return tuple(pair for unit in reversed(units) for pair in unit.usual_houses)

"""The folder of the user's own things, and which unit's pack is in use."""

from __future__ import annotations

import os
from pathlib import Path

from drafter.errors import N_, Place, UnusableInput

HOME = "DRAFTER_HOME"
_IN_USE = "unit.txt"


def user_folder() -> Path:
    """Name the folder of the user's own things, there or not: DRAFTER_HOME, else the system's."""
    chosen = os.environ.get(HOME)
    if chosen:
        return Path(chosen)
    import typer

    return Path(typer.get_app_dir("drafter"))


def unit_folder() -> Path | None:
    """Name the folder of the unit's pack in use, there or not; None where none is."""
    note = user_folder() / _IN_USE
    try:
        named = note.read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableInput(
            N_("this file, which names the unit's pack, cannot be read"),
            hint=N_("drafter unit use PATH writes it anew"),
            place=Place(str(note)),
        ) from error
    return Path(named) if named else None


def use_unit(folder: Path) -> None:
    """Remember the unit's pack to use."""
    from drafter.cli.folders import make_folder

    make_folder(user_folder())
    from drafter.cli.files import write_output

    write_output(str(user_folder() / _IN_USE), f"{folder}\n".encode(), force=True)


def use_no_unit() -> None:
    """Forget the unit's pack; the pack itself stays as it is."""
    (user_folder() / _IN_USE).unlink(missing_ok=True)

"""Folders made whole or not at all, and looked into."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from drafter.errors import N_, OutputRefused, Place, UnusableInput


def make_folder(path: Path) -> None:
    """Make a folder, and those above it; one that is there is left."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


def write_folder(path: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Write a folder of files, by their names in it, whole or not at all.

    Raises OutputRefused where it exists, unless it may be replaced.
    """
    if path.exists() and not replace:
        raise OutputRefused(N_("this exists already"), place=Place(str(path)))
    make_folder(path.parent)
    fresh = Path(tempfile.mkdtemp(dir=path.parent, prefix=".drafter-"))
    try:
        for name, data in files.items():
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        fresh.chmod(0o755)
        if path.exists():
            shutil.rmtree(path)
        fresh.replace(path)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> OutputRefused:
    return OutputRefused(
        N_("this folder cannot be made: {problem}"),
        place=Place(str(path)),
        problem=error.strerror or error,
    )


def entries(folder: Path) -> list[Path]:
    """List what is in a folder, by name, hidden files left out; nothing where there is none."""
    try:
        found = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise UnusableInput(
            N_("this folder cannot be read: {problem}"),
            place=Place(str(folder)),
            problem=error.strerror,
        ) from error
    return [path for path in found if not path.name.startswith((".", "~$"))]

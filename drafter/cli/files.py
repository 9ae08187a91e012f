"""Files in and out: any may be -, output appears whole or not at all, inputs are never written."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from pathlib import Path

from drafter.errors import N_, DrafterError, OutputRefused, Place, UnusableInput

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_NAME_MOST = 60


def read_input(name: str) -> bytes:
    """Read a file, or stdin for -; raises UnusableInput telling what is wrong with it."""
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        hint, near = _neighbour(path)
        raise UnusableInput(
            N_("there is no such file"),
            hint=hint,
            place=Place(name),
            near=near,
        ) from None
    except IsADirectoryError:
        raise UnusableInput(N_("this is a folder, not a file"), place=Place(name)) from None
    except PermissionError:
        raise UnusableInput(
            N_("this file may not be read"), hint=N_("check who owns it"), place=Place(name)
        ) from None
    except OSError as error:
        raise UnusableInput(
            N_("this file cannot be read: {problem}"), place=Place(name), problem=error.strerror
        ) from error
    if not data:
        raise UnusableInput(N_("this file is empty"), place=Place(name))
    return data


def read_text(name: str) -> str:
    """Read a text file in any encoding known here; what is wrong with it carries its name."""
    from drafter.formats.decode import decode

    data = read_input(name)
    try:
        return decode(data)
    except DrafterError as error:
        raise error.within(name) from error


def _neighbour(path: Path) -> tuple[str, str]:
    """Give a hint for a file that is not there, and the one of nearly that name."""
    from difflib import get_close_matches

    folder = path.parent
    try:
        near = get_close_matches(path.name, [entry.name for entry in folder.iterdir()], n=1)
    except OSError:
        return N_("the folder is not there either"), ""
    return (N_("did you mean {near}?"), str(folder / near[0])) if near else ("", "")


def write_output(
    name: str, data: bytes, *, force: bool = False, inputs: tuple[str, ...] = ()
) -> Path:
    """Write a file whole or not at all.

    Raises OutputRefused where `may_write` does, or where it cannot be written.
    """
    path = may_write(name, force=force, inputs=inputs)
    place = Place(name)
    try:
        _write_whole(path, data)
    except FileNotFoundError:
        raise OutputRefused(
            N_("the folder {folder} does not exist"), place=place, folder=path.parent
        ) from None
    except OSError as error:
        raise OutputRefused(
            N_("this file cannot be written: {problem}"),
            hint=N_("nothing was changed"),
            place=place,
            problem=error.strerror or error,
        ) from error
    return path


def may_write(name: str, *, force: bool = False, inputs: tuple[str, ...] = ()) -> Path:
    """Give the path of an output.

    Raises OutputRefused where it exists (unless forced), or where it is an input (always).
    """
    path = Path(name)
    place = Place(name)
    if any(other != "-" and _same(path, Path(other)) for other in inputs):
        raise OutputRefused(
            N_("this would overwrite its own input"),
            hint=N_("name another file with -o"),
            place=place,
        )
    if path.is_dir():
        raise OutputRefused(N_("this is a folder; name a file in it"), place=place)
    if path.exists() and not force:
        raise OutputRefused(
            N_("this file exists already"), hint=N_("--force replaces it"), place=place
        )
    return path


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _write_whole(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".drafter-", suffix=path.suffix)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(path: Path) -> int:
    """Give the rights a new file would get, or those of the file it replaces."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def make_folder(path: Path) -> None:
    """Make a folder where there is none; raises OutputRefused."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(
            N_("this folder cannot be made: {problem}"),
            place=Place(str(path)),
            problem=error.strerror or error,
        ) from error


def file_name(title: str, suffix: str) -> str:
    """Make a file name of a title: what no file system takes is left out."""
    plain = _FORBIDDEN.sub("", title).strip(". ")
    return (plain[:_NAME_MOST] or "未命名") + suffix


def free_name(name: str) -> str:
    """Give the name, or the first of name-2, name-3 … that no file has."""
    path = Path(name)
    number = 2
    while path.exists():
        path = path.with_name(f"{Path(name).stem}-{number}{Path(name).suffix}")
        number += 1
    return str(path)

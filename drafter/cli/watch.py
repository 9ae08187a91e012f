"""Looking at a file again and again, and telling when it says something new."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from drafter.cli import report
from drafter.cli.files import read_input
from drafter.errors import DrafterError, OutputRefused

_SECONDS = 0.5
Stamp = tuple[int, int, int]


def _pause() -> None:
    time.sleep(_SECONDS)


def watch(name: str, show: Callable[[bytes], None], pause: Callable[[], None] = _pause) -> NoReturn:
    """Show a file's content now and whenever it has changed, until interrupted.

    What is wrong with it in between is told, once for as long as it cannot be read, and watching
    goes on. Raises OutputRefused as long as nothing was shown yet.
    """
    last: bytes | None = None
    seen: Stamp | None = None
    told = ""
    while True:
        stamp = _stamp(name)
        if stamp is None or stamp != seen:
            try:
                data = read_input(name)
                seen, told = stamp, ""
                if data != last:
                    show(data)
                    last = data
            except DrafterError as error:
                if isinstance(error, OutputRefused) and last is None:
                    raise
                if str(error) != told:
                    report.error(error)
                told = str(error)
        pause()


def _stamp(name: str) -> Stamp | None:
    """Tell what changes when a file is saved; None while it is not there."""
    try:
        found = Path(name).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

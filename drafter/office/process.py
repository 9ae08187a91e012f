"""Another program, run to its end or stopped with all that it started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from drafter.errors import N_, RenderError

_LONGER = N_("--timeout gives it longer")


def run(
    call: Sequence[str],
    seconds: float,
    variables: Mapping[str, str] | None = None,
    late: str = _LONGER,
) -> str:
    """Run a program and give what it printed; its exit code tells nothing (soffice: always 0).

    ``variables`` are set in its environment. Raises RenderError where it cannot be started or
    takes longer than it may; ``late`` tells what to do then.
    """
    with tempfile.TemporaryFile() as said:  # no pipe: what outlives the program could hold it open
        process: subprocess.Popen[bytes] | None = None
        try:
            with _uninterrupted():  # else a Ctrl-C right now would lose sight of it, still running
                process = _started(call, said, {**_environment(), **(variables or {})})
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise RenderError(
                N_("{program} was not done after {seconds:g} seconds and was stopped"),
                hint=late,
                program=call[0],
                seconds=seconds,
            ) from None
        except BaseException:
            _end(process)
            raise
        said.seek(0)
        return said.read().decode("utf-8", "replace")


def _started(
    call: Sequence[str], said: IO[bytes], environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            call,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise RenderError(
            N_("{program} cannot be started: {problem}"),
            program=call[0],
            problem=error.strerror or error,
        ) from error


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off until the end of the block; Windows has no means to."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _environment() -> dict[str, str]:
    """Give the environment, in UTF-8: paths of other characters cannot be opened without it."""
    found = dict(os.environ)
    locale = found.get("LC_ALL") or found.get("LC_CTYPE") or found.get("LANG") or ""
    if "utf" not in locale.lower():
        found["LC_ALL"] = "C.UTF-8"
    return found


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    if sys.platform == "win32":
        call = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(call, capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""A command line to run inside the test, as a user would see it."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple

import pytest


class Result(NamedTuple):
    code: int
    out: str
    err: str
    raw: bytes


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False

    def close(self) -> None:
        """Do nothing: a process that is started closes its own."""


@pytest.fixture
def home(tmp_path_factory, monkeypatch):
    """A home of the user's own with nothing in it, wherever the system keeps such things."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("DRAFTER_HOME", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def drafter(capfdbinary, monkeypatch, tmp_path, home):
    """Run `drafter ARGS` in an empty folder; gives exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_LANG", "en")

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        from drafter.cli import run

        monkeypatch.setattr(sys, "stdin", _Input(stdin))
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8", "replace"), err.decode(), out)

    return run

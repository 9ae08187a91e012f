"""The check on a long text: megabytes a second, and which group of rules takes what share.

zhlint and autocorrect are run on the same text where they are installed: programs of these names
on the PATH or in ``node_modules/.bin``, or the Python package autocorrect-py.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.manual import GROUPS, rules
from drafter.checks.manuscript import manuscript
from tests.benchtext import text

SIZES = (2_600_000, 8_000_000)
_LINT = (
    "import sys, autocorrect_py as a;a.lint_for(open(sys.argv[1], encoding='utf-8').read(), 'text')"
)
Run = Callable[[Sequence[str], tuple[int, ...], Path], tuple[float, float]]
"""Runs a command in a folder, where some exit codes are good; gives seconds and peak MiB."""


def peers(file: Path) -> dict[str, list[str] | None]:
    """Give the commands of other checkers, run in the file's folder; None where not installed."""
    local = Path("node_modules/.bin").resolve()
    found: dict[str, list[str] | None] = {}
    for name, options in (("zhlint", []), ("autocorrect", ["--lint"])):
        program = shutil.which(name) or shutil.which(name, path=str(local))
        found[name] = [program, *options, file.name] if program else None
    package = find_spec("autocorrect_py") is not None
    found["autocorrect-py lint"] = [sys.executable, "-c", _LINT, file.name] if package else None
    return found


def report(folder: Path, run: Run) -> None:
    """Print what whole processes take, the others' beside ours, and the shares of the groups."""
    drafter_ = str(Path(sys.executable).with_name("drafter"))
    for size in SIZES:
        file = folder / f"{size}.txt"
        file.write_text(text(size), "utf-8")
        commands: dict[str, list[str] | None] = {"drafter check": [drafter_, "check", str(file)]}
        commands |= peers(file) if size == SIZES[0] else {}
        for name, command in commands.items():
            _line(name, size, run(command, (0, 1), folder) if command else None)
    _shares(text(SIZES[0]).encode())


def _line(name: str, size: int, taken: tuple[float, float] | None) -> None:
    label = f"{name}, {size / 1e6:.1f} MB"
    if taken is None:
        sys.stdout.write(f"{label:<36} not installed\n")
        return
    seconds, peak = taken
    sys.stdout.write(f"{label:<36} {size / 1e6 / seconds:6.2f} MB/s        peak {peak:4.0f} MiB\n")


def _shares(data: bytes) -> None:
    """Print what part of the time of reading and checking each group of rules takes."""
    taken: Counter[str] = Counter()
    check(manuscript(drafter.read(text(8_000).encode(), "text")))
    started = time.process_time()
    paper = manuscript(drafter.read(data, "text"))
    taken["reading"] = time.process_time() - started
    for group in GROUPS:
        started = time.process_time()
        check(paper, Profile(disable=_others(group)))
        taken[group] = time.process_time() - started
    whole = sum(taken.values())
    shares = (f"{name} {seconds / whole:.0%}" for name, seconds in taken.most_common())
    sys.stdout.write("of this: " + ", ".join(shares) + "\n")


def _others(group: str) -> frozenset[str]:
    return frozenset(rule.id for rule in rules().values() if rule.group != group)

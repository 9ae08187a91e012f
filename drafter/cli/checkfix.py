"""Findings put right: in text as new words, in Word as tracked changes and comments."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import report
from drafter.cli.files import free_name, write_output
from drafter.cli.folders import make_folder
from drafter.cli.language import _
from drafter.errors import N_, DrafterError, WrongUse, raise_all

if TYPE_CHECKING:
    from drafter.checks.finding import Finding
    from drafter.cli.check import Task
    from drafter.revise.fix import Unplaced
    from drafter.revise.review import Review

_ADDED = "-校核"


@dataclass(frozen=True, slots=True)
class Mending:
    """What is to be done with the findings, and where the result goes."""

    fix: bool
    interactive: bool
    diff: bool
    comments: bool
    output: str | None
    force: bool


def mend(task: Task, names: Sequence[str], wanted: Mending) -> None:
    """Put findings right, file by file; raises WrongUse for what does not go together."""
    _refuse(names, wanted)
    several = len(names) > 1
    if several and wanted.output:
        make_folder(Path(wanted.output))
    problems: list[DrafterError] = []
    for name in names:
        try:
            _mend(task, name, wanted, several=several)
        except DrafterError as error:
            problems.append(error.within(name))
    raise_all(problems)


def _refuse(names: Sequence[str], wanted: Mending) -> None:
    if wanted.diff and (wanted.fix or wanted.comments or wanted.output):
        raise WrongUse(N_("--diff only shows: it goes with no other way to fix"))
    if wanted.interactive and not wanted.fix:
        raise WrongUse(N_("--interactive asks about fixes: it goes with --fix"))
    if wanted.interactive and not sys.stdin.isatty():
        raise WrongUse(N_("there is nobody to ask: this is no terminal"), hint=N_("leave it out"))
    if len(names) > 1 and wanted.output == "-":
        raise WrongUse(N_("several files do not go to stdout"), hint=N_("name a folder with -o"))


def _mend(task: Task, name: str, wanted: Mending, *, several: bool) -> None:
    data, format, found = task.review(name)
    if format not in ("docx", "text", "outline"):
        raise WrongUse(N_("a file of this format is checked, not changed"))
    if wanted.diff:
        _show_diff(name, found)
        return
    picked = _picked(name, found, wanted) if wanted.fix else ()
    left: Sequence[Unplaced] = ()
    if format == "docx":
        made, count, left = _word(data, found, picked, wanted)
        suffix = ".docx"
    elif wanted.comments:
        raise WrongUse(N_("comments go into Word files only"), hint=N_("--report writes a table"))
    else:
        made, count = _text(task, data, format, found, picked, wanted)
        suffix = Path(name).suffix or ".txt"
    if not count and not wanted.comments and wanted.output is None:
        report.talk(_("{name}: nothing to fix, nothing written").format(name=name))
        return
    _put(name, made, suffix, wanted, several=several)
    report.talk(_("{name}: {count} places fixed").format(name=name, count=count))
    for one in left:
        place = f"{name}:{one.finding.line}:{one.finding.col}"
        words = _("{place}: not fixed, {why}: {message}")
        told = words.format(place=place, why=_(one.reason), message=one.finding.message)
        report.talk(told)


def _text(
    task: Task,
    data: bytes,
    format: str,
    found: Review,
    picked: Sequence[Finding],
    wanted: Mending,
) -> tuple[bytes, int]:
    from drafter.revise.review import fixed_text, settled_text

    if wanted.interactive:
        return fixed_text(data, picked, safe=False).encode(), len(picked)
    text, count = settled_text(data, format, found, task.settings, task.on)
    return text.encode(), count


def _word(
    data: bytes, found: Review, picked: Sequence[Finding], wanted: Mending
) -> tuple[bytes, int, Sequence[Unplaced]]:
    from drafter.checks.grouped import causes
    from drafter.revise.fix import fix

    left = [one for one in found.findings if one not in picked]
    remarks = [group[0] for group in causes(left)] if wanted.comments else ()
    done = fix(data, picked, remarks)
    return done.data, len(done.placed), done.unplaced


def _show_diff(name: str, found: Review) -> None:
    from difflib import unified_diff

    from drafter.checks.fixing import chosen, fixed_line

    before = [f"{line}\n" for line in found.lines]
    after = list(before)
    for one in reversed(chosen(found.findings)):
        after[one.line - 1] = fixed_line(after[one.line - 1], [one])
    for line in unified_diff(before, after, name, name, n=1):
        report.show(line)


def _picked(name: str, found: Review, wanted: Mending) -> tuple[Finding, ...]:
    """Give the findings to put right: the safe ones, or those a person says yes to."""
    from drafter.checks.fixing import chosen

    if not wanted.interactive:
        return chosen(found.findings)
    taken: list[Finding] = []
    every = False
    for one in chosen(found.findings, safe=False):
        answer = "y" if every else _asked(name, found, one)
        if answer == "q":
            break
        every = every or answer == "a"
        if answer in ("y", "a"):
            taken.append(one)
    return tuple(taken)


def _asked(name: str, found: Review, one: Finding) -> str:
    from drafter.cli.checkshown import shown

    for line in shown(name, [one], found.lines):
        sys.stderr.write(line + "\n")
    into = _("delete it") if one.fix == "" else _("make it “{fix}”").format(fix=one.fix)
    prompt = f"    {into}？ " + _("[y]es, [n]o, [a]ll that follow, [q]uit: ")
    while True:
        sys.stderr.write(prompt)
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            return "q"
        first = answer.strip().lower()[:1]
        if first in ("y", "n", "a", "q"):
            return first
        if first in ("是", "否"):
            return "y" if first == "是" else "n"


def _put(name: str, data: bytes, suffix: str, wanted: Mending, *, several: bool) -> None:
    if wanted.output == "-" or (wanted.output is None and name == "-"):
        report.send(data)
        return
    stem = "stdin" if name == "-" else Path(name).stem
    if wanted.output is None:
        path = free_name(str(Path(name).with_name(f"{stem}{_ADDED}{suffix}")))
    elif several or Path(wanted.output).is_dir():
        path = str(Path(wanted.output, stem + suffix))
    else:
        path = wanted.output
    write_output(path, data, force=wanted.force, inputs=(name,))
    report.show(path)

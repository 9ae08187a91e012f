"""drafter check: what is wrong with a document, where, why, and what it should be (校核)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

import drafter
from drafter.cli import checkoptions as options
from drafter.cli import report
from drafter.cli.files import read_input, read_text, write_output
from drafter.cli.format import progress, sources
from drafter.cli.inputs import native
from drafter.cli.language import _
from drafter.cli.options import Force, From, Json, Output, input_format
from drafter.errors import N_, DrafterError, WrongUse, raise_all

if TYPE_CHECKING:
    from datetime import date

    from drafter.checks.finding import Finding
    from drafter.checks.settings import Settings
    from drafter.revise.review import Review

_MANY = 8  # files from which on several processes pay


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: its name, its findings, the lines they stand in."""

    name: str
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """How files are to be checked."""

    settings: Settings
    on: date | None
    format: str | None

    def review(self, name: str) -> tuple[bytes, str, Review]:
        """Read and check one file; gives its bytes and format as they were taken, too."""
        from drafter.revise.review import review

        try:
            found = native(read_input(name), input_format(name, self.format, "text"))
            return (
                found.data,
                found.format,
                review(found.data, found.format, self.settings, self.on),
            )
        except DrafterError as error:
            raise error.within(name) from error

    def __call__(self, name: str) -> Checked | DrafterError:
        """Check one file; an error is given, for it may have to cross to another process."""
        try:
            _data, _format, found = self.review(name)
        except DrafterError as error:
            return error
        unused = tuple(
            _("line {line}: this ignore of {rule} silences nothing").format(
                line=one.line, rule=one.rule
            )
            for one in found.unused
        )
        return Checked(name, found.findings, found.lines, unused)


def check(
    files: options.Files,
    date: options.Date = None,
    profile: options.ProfileName = "",
    enable: options.Enable = None,
    disable: options.Disable = None,
    locality: options.Locality = None,
    fix: options.Fix = False,
    interactive: options.Interactive = False,
    diff: options.Diff = False,
    comments: options.AsComments = False,
    output: Output = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = None,
    report_file: options.Report = None,
    sarif: options.Sarif = False,
    from_: From = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Find what is wrong with documents; exit code 1 where errors or warnings are found."""
    settings = options.asked(profile, enable, disable, locality)
    task = Task(settings, options.day(date), from_)
    names = sources(files)
    if fix or diff or comments:
        from drafter.cli.checkfix import Mending, mend

        wanted = Mending(fix, interactive, diff, comments, output, force)
        mend(task, names, wanted)
        return
    if interactive or output:
        raise WrongUse(
            N_("there is nothing to write without --fix or --comments"),
            hint=N_("--report writes the findings as a Word table"),
        )
    done, problems = _all(task, names)
    if write_baseline:
        _write_baseline(write_baseline, done, force)
        return
    if baseline:
        done = _new_ones(baseline, done)
    if report_file:
        from drafter.cli.checkreport import write_report

        write_report(report_file, done, force, names)
    _print(done, sarif=sarif, json=json, quiet=report_file is not None)
    raise_all(problems)
    if any(one.level.rank < 2 for checked in done for one in checked.findings):
        raise typer.Exit(1)


def _all(task: Task, names: Sequence[str]) -> tuple[list[Checked], list[DrafterError]]:
    done: list[Checked] = []
    problems: list[DrafterError] = []
    with progress(len(names)) as step:
        for name, one in zip(names, _results(task, names), strict=True):
            (problems if isinstance(one, DrafterError) else done).append(one)  # type: ignore[arg-type]
            step(name)
    return done, problems


def _results(task: Task, names: Sequence[str]) -> Iterator[Checked | DrafterError]:
    """Check files one after another, many of them in several processes."""
    if len(names) < _MANY or "-" in names:
        yield from map(task, names)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with ProcessPoolExecutor() as pool:
            for one in pool.map(task, names, chunksize=4):
                yield one
                done += 1
    except (BrokenProcessPool, OSError):  # a machine that allows no processes
        yield from map(task, names[done:])


def _marks(checked: Checked) -> list[tuple[str, Finding]]:
    from pathlib import Path

    from drafter.checks.baseline import mark

    file = Path(checked.name).name
    return [(mark(file, one, checked.lines[one.line - 1]), one) for one in checked.findings]


def _write_baseline(name: str, done: Sequence[Checked], force: bool) -> None:
    from drafter.checks.baseline import written

    marks = [mark for checked in done for mark, _one in _marks(checked)]
    write_output(name, written(marks).encode(), force=force)
    report.talk(_("{count} findings written down in {path}").format(count=len(marks), path=name))


def _new_ones(name: str, done: Sequence[Checked]) -> list[Checked]:
    from drafter.checks import baseline

    try:
        known = baseline.read(read_text(name))
    except DrafterError as error:
        raise error.within(name) from error
    return [replace(one, findings=baseline.new(_marks(one), known)) for one in done]


def _print(done: Sequence[Checked], *, sarif: bool, json: bool, quiet: bool) -> None:
    from drafter.cli.checkshown import counted, rows, shown

    if sarif:
        from drafter.checks.sarif import sarif as log

        report.show_json(log([(one.name, one.findings) for one in done], drafter.__version__))
        return
    if json:
        report.show_json([row for one in done for row in rows(one.name, one.findings)])
        return
    for checked in done:
        if not quiet:
            for line in shown(checked.name, checked.findings, checked.lines):
                report.show(line)
        for note in checked.notes:
            report.talk(f"{checked.name}: " + _("warning: ") + note)
    every = [one for checked in done for one in checked.findings]
    if every:
        report.talk(counted(every) + "；" + _("drafter explain RULE tells more"))
    elif done:
        report.talk(_("nothing found"))

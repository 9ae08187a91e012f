"""drafter format: existing files laid out in a house style, every word kept (一键排版)."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, List, Optional  # noqa: UP035 - typer reads them

import typer

import drafter
from drafter.cli import report
from drafter.cli.files import free_name, may_write, read_input, write_output
from drafter.cli.folders import make_folder
from drafter.cli.inputs import native
from drafter.cli.language import _
from drafter.cli.options import Force, HouseName, Json, input_format
from drafter.cli.userhouses import wished
from drafter.errors import N_, DrafterError, Notice, Place, WrongUse, raise_all

if TYPE_CHECKING:
    from drafter.formats import Wishes

_ADDED = "-排版"
_MADE = (_ADDED, "-校核")
"""What ends the names of files that drafter made of others."""
# What is taken from a folder; web pages and PDF files lie there for other ends.
_READABLE = (".docx", ".doc", ".wps", ".rtf", ".odt", ".md", ".markdown", ".txt", ".text")
_SHOWN = 40


def format(
    files: Annotated[
        List[str],  # noqa: UP006
        typer.Argument(metavar=_("FILE..."), help=_("Word or text files, or folders; - is stdin.")),
    ],
    output: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "-o",
            "--output",
            metavar=_("FILE"),
            help=_("A .docx file, of several a folder; - is stdout. Else beside the input."),
        ),
    ] = None,
    house: HouseName = "",
    drop_junk: Annotated[
        bool,
        typer.Option(
            "--drop-junk",
            help=_("Drop lines that are no part of the document; else they are marked grey."),
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help=_("Put in the safe fixes of the check too, as tracked changes.")
        ),
    ] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """Lay Word files out in a house style in place, every word kept."""
    found = sources(files)
    several = len(found) > 1 or any(Path(name).is_dir() for name in files)
    desk = Desk(wished(house), output, tuple(found), drop_junk, force, several, fix)
    desk.check()
    problems: list[DrafterError] = []
    with progress(len(found)) as step:
        for name in found:
            try:
                desk.lay_out(name)
            except DrafterError as error:
                problems.append(error.within(name))
            step(name)
    if json:
        failed = [_failed(problem) for problem in problems]
        report.show_json({"files": desk.done, "failed": failed})
    else:
        _talk(desk, len(problems), several=several)
    raise_all(problems)


def sources(files: list[str]) -> list[str]:
    """Name every file; of a folder those that can be read, save those laid out before."""
    found: dict[str, None] = {}
    for name in files:
        if name == "-" or not Path(name).is_dir():
            found[name] = None
            continue
        inside = sorted(path for path in Path(name).iterdir() if _is_source(path))
        if not inside:
            raise WrongUse(N_("there is no Word or text file in this folder"), place=Place(name))
        found.update(dict.fromkeys(map(str, inside)))
    return list(found)


def _is_source(path: Path) -> bool:
    own = path.name.startswith(("~$", ".")) or path.stem.rstrip("0123456789-").endswith(_MADE)
    return path.suffix.lower() in _READABLE and not own


@dataclass(slots=True)
class Desk:
    """Lays files out one by one and keeps what is to be said of them."""

    wishes: Wishes
    output: str | None
    sources: tuple[str, ...]
    drop_junk: bool
    force: bool
    several: bool
    fix: bool = False
    done: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0

    def check(self) -> None:
        """Raise WrongUse or OutputRefused for what can be known before anything is read."""
        if self.several and self.output == "-":
            raise WrongUse(
                N_("several files do not go to stdout"), hint=N_("name a folder with -o")
            )
        if self.several and self.output and Path(self.output).suffix.lower() == ".docx":
            raise WrongUse(N_("several files need a folder"), hint=N_("name a folder with -o"))
        to_stdout = self.output == "-" or (self.output is None and "-" in self.sources)
        if to_stdout and sys.stdout.isatty():
            raise WrongUse(
                N_("a Word file cannot be shown on a terminal"),
                hint=N_("name a file with -o"),
            )
        if self.several and self.output:
            make_folder(Path(self.output))
        elif self.output and self.output != "-" and not Path(self.output).is_dir():
            may_write(self.output, force=self.force, inputs=self.sources)

    def lay_out(self, name: str) -> None:
        """Lay one file out, write it, and keep what is to be said of it."""
        try:
            made = self._made(name)
        except DrafterError as error:
            raise error.within(name) from error
        path = self._put(name, made)
        self.unchanged += not made.changed
        self.done.append(_row(name, path, made))

    def _made(self, name: str) -> drafter.Dressed:
        """Lay out what a file holds; what was made a Word file of is new in any case."""
        data = read_input(name)
        found = native(data, input_format(name, None, "docx"))
        if found.format != "docx":
            made = _written(found.data, found.format, self.wishes)
        else:
            made = drafter.dress(found.data, self.wishes, drop_junk=self.drop_junk)
        if self.fix:
            made = _fixed(made, self.wishes)
        new = made.changed or found.data is not data or found.format != "docx"
        return replace(made, changed=new, warnings=(*found.warnings, *made.warnings))

    def _put(self, name: str, made: drafter.Dressed) -> str | None:
        """Write a file; one that was so already is only written where that was asked for."""
        if self.output == "-" or (self.output is None and name == "-"):
            report.send(made.data)
            return "-"
        if self.output is None:
            if not made.changed:
                return None
            source = Path(name)
            where = free_name(str(source.with_name(f"{source.stem}{_ADDED}.docx")))
        elif self.several or Path(self.output).is_dir():
            stem = "stdin" if name == "-" else Path(name).stem
            where = str(Path(self.output, f"{stem}.docx"))
        else:
            where = self.output
        return str(write_output(where, made.data, force=self.force, inputs=self.sources))


def _written(data: bytes, format: str, wishes: Wishes) -> drafter.Dressed:
    """Write a text or outline as a Word file."""
    reading = drafter.read(data, format)
    made = drafter.write(reading.document, "docx", wishes)
    house = drafter.house_of(reading.document, wishes).name
    words = drafter.write(reading.document, "text").decode()
    held, after = _count(reading.text or words), _count(words)
    left = tuple(line.text.strip() for line in reading.junk)
    other = abs(held - sum(map(_count, left)) - after)
    named = {
        N_("lines that are no part of the document, left out"): len(left),
        N_("characters of marks and numbers, written as the house writes them"): other,
    }
    differences = tuple((what, count) for what, count in named.items() if count)
    proof = drafter.Proof(held, after, differences, left)
    return drafter.Dressed(made, house, proof, warnings=drafter.notices(reading.document, wishes))


def _fixed(made: drafter.Dressed, wishes: Wishes) -> drafter.Dressed:
    """Put the safe fixes into a file that was laid out; each is a change Word shows."""
    from drafter.checks.fixing import chosen
    from drafter.cli.checkoptions import asked
    from drafter.revise.fix import fix
    from drafter.revise.review import review

    found = review(made.data, "docx", asked(), wishes=wishes).findings
    done = fix(made.data, chosen(found))
    if not done.placed:
        return made
    told = Notice(N_("fixes put in as tracked changes: {count}"), count=len(done.placed))
    return replace(made, data=done.data, changed=True, warnings=(*made.warnings, told))


def _count(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _row(name: str, path: str | None, made: drafter.Dressed) -> dict[str, Any]:
    import hashlib

    return {
        "source": name,
        "path": path,
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "house": made.house,
        "changed": made.changed,
        "characters": {"before": made.proof.before, "after": made.proof.after},
        "differences": [{"what": _(what), "count": n} for what, n in made.proof.differences],
        "dropped": list(made.proof.dropped),
        "marked": list(made.marked),
        "warnings": [report.notice(warning) for warning in made.warnings],
    }


def _failed(problem: DrafterError) -> dict[str, str]:
    said = report.said(problem.message, problem.values)
    return {"source": problem.place.source, "error": said}


def _talk(desk: Desk, failed: int, *, several: bool) -> None:
    for row in desk.done:
        if row["path"] not in (None, "-"):
            report.show(row["path"])
        _talk_of(row)
    if several:
        words = _("laid out: {done}, so already: {same}, failed: {failed}")
        done = len(desk.done) - desk.unchanged
        report.talk(words.format(done=done, same=desk.unchanged, failed=failed))


def _talk_of(row: dict[str, Any]) -> None:
    """Show the proof of one file."""
    if not row["changed"]:
        report.talk(_("{name} is laid out so already: unchanged").format(name=row["source"]))
        return
    words = _("{name}: characters before {before}, after {after} (white space aside)")
    report.talk(words.format(name=row["source"], **row["characters"]))
    for difference in row["differences"]:
        report.talk(f"  {difference['what']}：{difference['count']}")
    for line in row["dropped"]:
        report.talk("  " + _("dropped: {text}").format(text=_short(line)))
    for line in row["marked"]:
        words = _("seems no part of the document, kept and marked grey: {text}")
        report.talk("  " + words.format(text=_short(line)))
    for warning in row["warnings"]:
        report.talk("  " + _("warning: ") + warning)


def _short(text: str) -> str:
    return text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")


@contextlib.contextmanager
def progress(total: int) -> Iterator[Any]:
    """Show how far a batch has come, on a terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda name: bar.update(task, advance=1, description=Path(name).name)

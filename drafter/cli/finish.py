"""drafter finish: the last look before a Word file leaves the building, and its clean copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import drafter
from drafter.cli import checkoptions as options
from drafter.cli import report
from drafter.cli.deliver import refuse_terminal
from drafter.cli.files import may_write, read_input, read_text, write_output
from drafter.cli.language import _
from drafter.cli.options import Brief, Force, Json
from drafter.errors import N_, DrafterError

if TYPE_CHECKING:
    from drafter.checks.finding import Finding
    from drafter.checks.settings import Settings
    from drafter.revise.finish import Problem

_FORBIDDEN = "不宜提及"
_FORBIDDEN_RULE = "tone-sensitive-list"
_KINDS = {
    "gap": N_("gap"),
    "comment": N_("comment"),
    "revision": N_("tracked change"),
    "hidden": N_("hidden text"),
}


Output = Annotated[
    str,
    typer.Option("-o", "--output", metavar=_("FILE"), help=_("The clean copy; - is stdout.")),
]


def finish(
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The Word file; - is stdin."))],
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar=_("FILE"), help=_("The clean copy; - is stdout.")),
    ],
    brief: Brief = None,
    date: options.Date = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Refuse a Word file with anything left in it; else write it without private data."""
    refuse_terminal(output)
    if output != "-":
        may_write(output, force=force, inputs=(file,))
    data = read_input(file)
    try:
        done = drafter.finish(data)
        found = _findings(data, brief, date)
    except DrafterError as error:
        raise error.within(file) from error
    rows = [*map(_row, done.problems), *map(_finding_row, found)]
    if rows or done.data is None:
        _refuse(file, rows, json=json)
    if output == "-":
        report.send(done.data)
        return
    path = write_output(output, done.data, force=force, inputs=(file,))
    if json:
        import hashlib

        digest = hashlib.sha256(done.data).hexdigest()
        report.show_json({"path": str(path), "sha256": digest, "problems": []})
    else:
        report.talk(_("written without private data: {path}").format(path=path))


def _findings(data: bytes, brief: str | None, date: str | None) -> tuple[Finding, ...]:
    """Find errors of the check, and words that are not to be said."""
    from drafter.checks.finding import Level
    from drafter.revise.review import review

    settings = _settings(brief)
    found = review(data, "docx", settings, options.day(date)).findings
    return tuple(one for one in found if one.level is Level.ERROR or one.rule == _FORBIDDEN_RULE)


def _settings(brief: str | None) -> Settings:
    """Give the usual settings, the brief's words that are not to be said among them."""
    settings = options.asked(enable=[_FORBIDDEN_RULE])
    words = frozenset(_forbidden(brief)) if brief else frozenset()
    return replace(
        settings, words=replace(settings.words, sensitive=settings.words.sensitive | words)
    )


def _forbidden(name: str) -> Iterator[str]:
    from drafter.formats.loose import Items, Scalar

    try:
        given = drafter.read_brief(read_text(name)).get(_FORBIDDEN)
    except DrafterError as error:
        raise error.within(name) from error
    for one in given if isinstance(given, Items) else [given]:
        if isinstance(one, Scalar):
            yield from (part for part in str(one).replace(";", "；").split("；") if part.strip())


def _row(problem: Problem) -> dict[str, object]:
    return {
        "line": problem.line,
        "what": _(_KINDS[problem.kind.value]),
        "words": problem.words,
        "near": problem.near,
    }


def _finding_row(one: Finding) -> dict[str, object]:
    return {"line": one.line, "what": one.rule, "words": one.message, "near": one.words}


def _refuse(file: str, rows: Sequence[dict[str, object]], *, json: bool) -> NoReturn:
    if json:
        report.show_json({"path": None, "problems": list(rows)})
    else:
        for row in rows:
            place = f"{file}:{row['line']}: " if row["line"] else f"{file}: "
            report.show(f"{place}{row['what']} {row['words']}")
        told = _("{count} matters are left: nothing was written")
        report.talk(told.format(count=len(rows)))
    raise typer.Exit(1)

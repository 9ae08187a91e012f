"""drafter brief: the facts in a filled form, or in a draft whose gaps were filled, as a brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple, Optional

import typer

import drafter
from drafter.cli import report
from drafter.cli.collect import read_brief
from drafter.cli.files import read_input, write_output
from drafter.cli.inputs import native
from drafter.cli.language import _
from drafter.cli.options import Force, From, Json, input_format
from drafter.cli.userfiles import find_template
from drafter.drafting.template import Template
from drafter.errors import N_, Notice, Place, WrongUse
from drafter.formats.loose import Entry

if TYPE_CHECKING:
    from drafter.drafting.recovered import Recovered, Stray
    from drafter.formats.docx.filled import Filled

_File = Annotated[
    str,
    typer.Argument(
        metavar=_("FILE"), help=_("A filled form, or a draft whose gaps were filled; - is stdin.")
    ),
]
_Old = Annotated[
    Optional[str],  # noqa: UP045 - typer reads the annotation
    typer.Option(
        "-b",
        "--brief",
        metavar=_("FILE"),
        help=_("The brief so far; what is read goes over it."),
    ),
]
_Named = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--template",
        metavar=_("NAME"),
        help=_("The template, where the file does not name it."),
    ),
]


def brief(
    file: _File,
    output: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("-o", "--output", metavar=_("FILE"), help=_("The brief; else stdout.")),
    ] = None,
    old: _Old = None,
    template: _Named = None,
    format: From = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Read the answers in a filled form or draft back as a brief."""
    source = _read(file, format)
    found = _template(source, template, file)
    told = _recovered(source, found, read_brief(old))
    notices = [report.notice(notice) for notice in _notices(source, found)]
    strays = [_stray(stray) for stray in told.strays]
    words = drafter.write_brief(found.questions, told.brief) + "".join(map(_comment, strays))
    if output and output != "-":
        inputs = tuple(name for name in (file, old) if name)
        path = write_output(output, words.encode(), force=force, inputs=inputs)
        report.talk(_("written: {path}").format(path=path))
    if json:
        data = {"template": found.id, "brief": words, "strays": strays, "notices": notices}
        report.show_json(data)
    elif not output or output == "-":
        report.show(words)
    _talk(notices, strays)
    if strays:
        raise typer.Exit(1)


class _Source(NamedTuple):
    """A file as read: its document, and what a Word file holds beside."""

    document: drafter.Document
    filled: Filled | None
    title: str


def _read(name: str, format: str | None) -> _Source:
    try:
        found = native(read_input(name), input_format(name, format, "docx"))
        reading = drafter.read(found.data, found.format)
        filled = None
        if found.format == "docx":
            from drafter.formats.docx.filled import read_filled

            filled = read_filled(found.data)
    except drafter.DrafterError as error:
        raise error.within(name) from error
    first = filled.beside[0] if filled and filled.beside else ""
    return _Source(reading.document, filled, first)


def _template(source: _Source, asked: str | None, name: str) -> Template:
    from drafter.drafting.form import FORM
    from drafter.drafting.provenance import TEMPLATE

    about = source.filled.properties if source.filled else {}
    told = asked or about.get(FORM) or about.get(TEMPLATE)
    hint = N_("say it with --template; drafter templates lists them all")
    if not told:
        message = N_("this file does not say which template it was made from")
        raise WrongUse(message, hint=hint, place=Place(name))
    try:
        return find_template(told)
    except WrongUse as error:
        if asked:
            raise
        raise WrongUse(error.message, hint=hint, place=Place(name), **error.values) from error


def _recovered(source: _Source, template: Template, old: Entry) -> Recovered:
    from drafter.drafting.form import FORM, form_title
    from drafter.drafting.recovered import merged

    filled = source.filled
    if filled and (FORM in filled.properties or source.title == form_title(template)):
        from drafter.drafting.formread import read_form

        told = read_form(template, filled)
        told.brief = merged(template.questions, old, told.brief)
        return told
    from drafter.drafting.refill import read_draft

    return read_draft(template, old, source.document, filled)


def _notices(source: _Source, template: Template) -> Iterator[Notice]:
    from drafter.drafting.provenance import VERSION

    about = source.filled.properties if source.filled else {}
    version = about.get(VERSION, template.version)
    if version != template.version:
        message = N_("the file is of version {old} of this template, which is now version {new}")
        yield Notice(message, old=version, new=template.version)


def _stray(stray: Stray) -> dict[str, str]:
    return {"where": stray.where, "words": stray.words, "why": report.notice(stray.why)}


def _line(stray: dict[str, str]) -> str:
    where = f"{stray['where']}：" if stray["where"] else ""
    return f"{where}{stray['words']}（{stray['why']}）".replace("\n", " ⏎ ")


def _comment(stray: dict[str, str]) -> str:
    """Write what could not be placed into the brief, as a comment: nothing is lost."""
    return f"# {_line(stray)}\n"


def _talk(notices: list[str], strays: list[dict[str, str]]) -> None:
    for notice in notices:
        report.talk(_("warning: ") + notice)
    if strays:
        report.talk(_("not taken into the brief ({count}):").format(count=len(strays)))
    for stray in strays:
        report.talk("  " + _line(stray))

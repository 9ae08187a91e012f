"""drafter headings: parallel headings for the aspects of a text."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli import report
from drafter.cli.language import _
from drafter.cli.options import Json
from drafter.errors import N_, WrongUse

if TYPE_CHECKING:
    from drafter.drafting.headings import Headings, Scheme

Aspects = Annotated[
    str,
    typer.Option(
        "--aspects", metavar=_("WORDS"), help=_("What each heading is about, commas between.")
    ),
]
Word = Annotated[
    str, typer.Option("--word", metavar=_("WORD"), help=_("The word all headings share: 精准."))
]
SchemeId = Annotated[
    str,
    typer.Option("--scheme", metavar=_("ID"), help=_("One scheme; else the three best are shown.")),
]
Genre = Annotated[
    str,
    typer.Option("--genre", metavar=_("NAME"), help=_("What is written: speech-deployment.")),
]
List = Annotated[bool, typer.Option("--list", help=_("List the schemes."))]


def headings(
    aspects: Aspects = "",
    word: Word = "",
    scheme: SchemeId = "",
    genre: Genre = "",
    list_: List = False,
    json: Json = False,
) -> None:
    """Propose parallel headings."""
    from drafter.drafting.headings import compose, propose, schemes

    if list_:
        _list([*schemes().values()], json)
        return
    names = [name for name in re.split(r"[,，、;；\s]+", aspects) if name]
    if scheme:
        _show([compose(scheme, names, word, genre)], json)
        return
    if not names:
        raise WrongUse(
            N_("say what the headings are about with --aspects"),
            hint=N_("for example: drafter headings --aspects 定位,招商,服务"),
        )
    _show(propose(names, word, genre), json)


def _show(found: tuple[Headings, ...] | list[Headings], json: bool) -> None:
    if json:
        report.show_json([_data(one) for one in found])
        return
    for number, one in enumerate(found):
        reasons = _("; ").join(report.notice(reason) for reason in one.reasons)
        report.show(("\n" if number else "") + f"{one.scheme} {one.name}（{reasons}）")
        for title in one.titles:
            report.show(f"  {title}")


def _data(one: Headings) -> dict[str, Any]:
    return {**asdict(one), "reasons": [report.notice(reason) for reason in one.reasons]}


def _list(found: list[Scheme], json: bool) -> None:
    if json:
        report.show_json([_scheme(scheme) for scheme in found])
        return
    for scheme in found:
        report.show(f"{scheme.id} {scheme.name}：{'／'.join(scheme.examples[0])}")


def _scheme(scheme: Scheme) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "name": scheme.name,
        "frames": scheme.frames,
        "fixed": scheme.fixed,
        "holds": scheme.holds,
        "words": scheme.words,
        "least": scheme.least,
        "most": scheme.most,
        "suits": scheme.suits,
        "never": scheme.never,
        "examples": scheme.examples,
    }

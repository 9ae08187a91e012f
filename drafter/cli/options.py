"""Options that several commands share, each said once."""

from __future__ import annotations

from math import isfinite
from typing import Annotated, Optional

import typer

from drafter.cli.language import _
from drafter.errors import N_, WrongUse
from drafter.model.measure import PACE

Output = Annotated[
    Optional[str],  # noqa: UP045 - typer reads the annotation
    typer.Option("-o", "--output", metavar=_("FILE"), help=_("Where to write; - is stdout.")),
]
To = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--to", metavar=_("FORMAT"), help=_("docx, outline, text or json; else by suffix.")
    ),
]
From = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--from", metavar=_("FORMAT"), help=_("Format of the input; else by suffix.")),
]
HouseName = Annotated[
    str,
    typer.Option(
        "--house",
        metavar=_("NAME"),
        help=_("House style of a Word file, or a house file; else the kind's."),
    ),
]
Brief = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "-b",
        "--brief",
        metavar=_("FILE"),
        help=_("The brief, - is stdin; or a row of a table (.xlsx, .csv), as list.xlsx#2."),
    ),
]
Row = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--row",
        metavar=_("NUMBER"),
        help=_("The row of a table, as it shows it; all: a document for each, into the folder -o."),
    ),
]
Comments = Annotated[
    bool,
    typer.Option("--comments", help=_("Explain gaps in Word comments: the hint, whom to ask.")),
]
Revisions = Annotated[
    str,
    typer.Option(
        "--revisions",
        metavar=_("WAY"),
        help=_("Tracked changes of a Word file: accept, reject or keep."),
    ),
]
Force = Annotated[bool, typer.Option("--force", help=_("Replace a file that exists."))]
Json = Annotated[bool, typer.Option("--json", help=_("Print data as JSON."))]


_WORDS = ("docm", "dotx", "dotm")
"""Suffixes of Word files with macros and of templates: read as .docx, never written."""


def input_format(name: str, given: str | None, usual: str = "outline") -> str:
    """Tell an input's format: as said, by its suffix, the usual one for stdin.

    It is one of those that are read and written, or of those that are read only.
    """
    import drafter
    from drafter.office.foreign import foreign_named

    told = given or (name.rsplit(".", 1)[-1] if "." in name.rsplit("/", 1)[-1] else "")
    if told and (foreign := foreign_named(told)):
        return foreign.name
    if told.lower() in _WORDS:
        return "docx"
    if given:
        return drafter.format_named(given).name
    return usual if name == "-" else drafter.format_of(name).name


Minutes = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option("--minutes", min=0.5, max=180, metavar=_("NUMBER"), help=_("Minutes to speak.")),
]

Chars = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--chars", min=50, metavar=_("NUMBER"), help=_("Characters to write.")),
]


def chars_asked(minutes: float | None, chars: int | None, pace: int = PACE) -> int:
    """Give the length that --minutes or --chars asks for, in characters; 0 where neither does.

    Raises WrongUse for both, and for minutes that are no number.
    """
    from drafter.drafting.length import spoken

    if minutes is not None and chars is not None:
        raise WrongUse(N_("--minutes and --chars both say how long"), hint=N_("leave one out"))
    if minutes is not None and not isfinite(minutes):
        raise WrongUse(
            N_("--minutes takes a number, not {value}"),
            hint=N_("a number from 0.5 to 180"),
            value=minutes,
        )
    return chars or spoken(minutes or 0, pace)

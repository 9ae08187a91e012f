"""The options that only drafter draft has."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from drafter.cli.language import _
from drafter.cli.planning import Depth

TemplateName = Annotated[
    str,
    typer.Argument(
        metavar=_("TEMPLATE"),
        help=_("A template's name, its folder, or a Word file with gaps; a plan may name it."),
    ),
]
Settings = Annotated[
    Optional[list[str]],  # noqa: UP045 - typer reads the annotation
    typer.Option("--set", metavar=_("KEY=VALUE"), help=_("One answer, over the brief's.")),
]
DepthName = Annotated[
    Optional[Depth],  # noqa: UP045
    typer.Option("--depth", help=_("outline: a short plan; draft: the text. Default by kind.")),
]
PlanFile = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--from", metavar=_("PLAN"), help=_("An edited plan to expand, Word or outline.")),
]
Sources = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--report",
        metavar=_("FILE"),
        help=_("Tell where every stretch of the text comes from; .json or text, - is stdout."),
    ),
]
Provenance = Annotated[
    bool,
    typer.Option(
        "--provenance",
        help=_("Keep template, version and the brief's digest in the file's properties."),
    ),
]
NoInput = Annotated[bool, typer.Option("--no-input", help=_("Ask nothing."))]
Strict = Annotated[
    bool, typer.Option("--strict", help=_("Fail where facts are missing, listing all."))
]
SaveBrief = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--save-brief", metavar=_("FILE"), help=_("Keep the answers as a brief.")),
]

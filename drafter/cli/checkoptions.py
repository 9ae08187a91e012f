"""Options of drafter check, and the settings they are laid over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, List, Optional  # noqa: UP035 - typer reads them

import typer

from drafter.cli.files import read_text
from drafter.cli.language import _
from drafter.errors import N_, WrongUse

if TYPE_CHECKING:
    from drafter.checks.manuscript import Words
    from drafter.checks.settings import Settings

FILE = "drafter.toml"
PACK = "check.toml"

Files = Annotated[
    List[str],  # noqa: UP006
    typer.Argument(metavar=_("FILE..."), help=_("Word or text files, or folders; - is stdin.")),
]
Date = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--date", metavar=_("DATE"), help=_("The document's date, as 2026-03-01; else its own.")
    ),
]
ProfileName = Annotated[
    str, typer.Option("--profile", metavar=_("NAME"), help=_("default, or strict: all advice too."))
]
Enable = Annotated[
    Optional[List[str]],  # noqa: UP006, UP045
    typer.Option(
        "--enable", metavar=_("RULE"), help=_("Run this rule, or group of rules (tone), too.")
    ),
]
Disable = Annotated[
    Optional[List[str]],  # noqa: UP006, UP045
    typer.Option("--disable", metavar=_("RULE"), help=_("Do not run this rule or group.")),
]
Locality = Annotated[
    Optional[List[str]],  # noqa: UP006, UP045
    typer.Option(
        "--locality",
        metavar=_("PLACE"),
        help=_("A place the document may speak of as its own; others are then told."),
    ),
]
Sarif = Annotated[bool, typer.Option("--sarif", help=_("Print the findings as SARIF 2.1.0."))]
Report = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--report", metavar=_("FILE"), help=_("Write the findings as a Word table.")),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=_("Put in the safe fixes, in Word as tracked changes; into -o, else beside the file."),
    ),
]
Interactive = Annotated[
    bool, typer.Option("--interactive", help=_("With --fix: ask about every proposed fix."))
]
Diff = Annotated[
    bool, typer.Option("--diff", help=_("Print the safe fixes as a diff, and write nothing."))
]
AsComments = Annotated[
    bool, typer.Option("--comments", help=_("Put the findings into a Word file as its comments."))
]
Baseline = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--baseline", metavar=_("FILE"), help=_("Leave out the findings this file knows.")
    ),
]
WriteBaseline = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--write-baseline", metavar=_("FILE"), help=_("Write the findings down as known ones.")
    ),
]


def day(words: str | None) -> date | None:
    """Read a date as 2026-03-01 or 2026年3月1日; raises WrongUse for what is none."""
    if not words:
        return None
    parts = words.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-")
    try:
        year, month, number = (int(part) for part in parts.split("-"))
        return date(year, month, number)
    except ValueError:
        raise WrongUse(
            N_("{value} is no date"), hint=N_("write it as 2026-03-01"), value=words
        ) from None


def asked(
    profile: str = "",
    enable: list[str] | None = None,
    disable: list[str] | None = None,
    localities: list[str] | None = None,
) -> Settings:
    """Give the settings to check with: the command line over drafter.toml over user over unit."""
    from drafter.checks.settings import Settings, made

    table = {
        "profile": profile,
        "enable": enable or [],
        "disable": disable or [],
        "localities": localities or [],
    }
    found = made(table, "")
    for one in (*_files(), Settings(words=_listed())):
        found = found.over(one)
    return found


def setting_files() -> list[Path]:
    """Name the files of settings that hold here, the nearest first."""
    from drafter.cli.packs import packs

    here = Path.cwd()
    near = [folder / FILE for folder in (here, *here.parents)]
    files = [path for path in near if path.is_file()][:1]
    return files + [path for pack in packs() if (path := pack.folder / PACK).is_file()]


def _files() -> list[Settings]:
    from drafter.checks.settings import read_settings

    return [read_settings(read_text(str(path)), str(path)) for path in setting_files()]


_LISTS = {"地名": "localities", "敏感词": "sensitive"}
"""Word lists of a pack that say something else than which names stay as they are."""


def _listed() -> Words:
    """Give the words of the packs' lists (``words/*.txt``): names not to be touched, and others."""
    from drafter.checks.manuscript import Words
    from drafter.cli.packs import WORDS, packs
    from drafter.cli.unitcheck import is_list, words_in

    found: dict[str, set[str]] = {"protected": set(), "localities": set(), "sensitive": set()}
    for pack in packs():
        for path in pack.files(WORDS):
            if is_list(path) and path.stat().st_size:
                found[_LISTS.get(path.stem, "protected")].update(words_in(path))
    protected, localities, sensitive = (frozenset(words) for words in found.values())
    return Words(protected, localities, sensitive)

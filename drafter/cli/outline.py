"""drafter outline: how a document is built."""

from __future__ import annotations

import json as json_module
from collections.abc import Iterator
from typing import Annotated, Any

import typer

import drafter
from drafter.cli import report
from drafter.cli.convert import read_file
from drafter.cli.language import _
from drafter.cli.options import Chars, From, Json, Minutes, Revisions, chars_asked
from drafter.cli.userfiles import find_template
from drafter.errors import N_, WrongUse
from drafter.model.measure import PACE, Part
from drafter.reading import Reading


def outline(
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The document; - is stdin."))],
    from_: From = None,
    json: Json = False,
    lines: Annotated[
        bool, typer.Option("--lines", help=_("Print one JSON object a source line, as judged."))
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help=_("Print for each source line why it was taken so."))
    ] = False,
    pace: Annotated[
        int,
        typer.Option(
            "--pace", min=1, metavar=_("NUMBER"), help=_("Characters a minute, read aloud.")
        ),
    ] = PACE,
    minutes: Minutes = None,
    chars: Chars = None,
    template: Annotated[
        str,
        typer.Option(
            "--template", metavar=_("NAME"), help=_("Whose proportions the planned length follows.")
        ),
    ] = "",
    revisions: Revisions = "accept",
) -> None:
    """Show how a document is built, with lengths and minutes."""
    wanted = chars_asked(minutes, chars, pace)
    reading = read_file(file, from_, revisions)
    for warning in reading.warnings:
        report.talk(_("warning: ") + report.notice(warning))
    if (lines or why) and not reading.lines:
        raise WrongUse(
            N_("this format has no lines to judge: nothing in it is guessed"),
            hint=N_("--lines and --why are for text and Word files"),
        )
    if lines:
        for entry in drafter.line_objects(reading.lines, reading.judgements):
            report.show(json_module.dumps(entry, ensure_ascii=False))
    elif why:
        report.show("\n".join(_reasons(reading)))
    elif json:
        report.show_json(_data(reading, pace))
    else:
        report.show("\n".join(_tree(reading, pace)))
        for line in _planned(reading, wanted, template):
            report.show(line)


def _reasons(reading: Reading) -> Iterator[str]:
    pairs = zip(reading.lines, reading.judgements, strict=True)
    for number, (line, judgement) in enumerate(pairs, 1):
        if judgement.role != "blank":
            name = judgement.role + (f"/{judgement.element}" if judgement.element else "")
            reasons = "；".join(_(reason) for reason in judgement.why)
            yield f"{number}: {name} ({judgement.sure:.2f}) {line.text.strip()[:24]}  ← {reasons}"


def _data(reading: Reading, pace: int) -> dict[str, Any]:
    whole = drafter.parts(reading.document)
    gaps = [gap.name for gap in drafter.gaps(reading.document)]
    junk = [line.text.strip() for line in reading.junk]
    return {
        "kind": reading.document.kind,
        **_part(whole, pace),
        "gaps": gaps,
        "junk": junk,
        "doubtful": [at + 1 for at in reading.doubtful],
    }


def _part(part: Part, pace: int) -> dict[str, Any]:
    return {
        "role": part.role,
        "label": part.label,
        "title": part.title,
        "chars": part.chars,
        "minutes": part.minutes(pace),
        "points": list(part.points),
        "parts": [_part(inner, pace) for inner in part.parts],
    }


_ROLES = {
    "opening": N_("opening"),
    "closing": N_("closing"),
    "attachment": N_("attachment"),
}


def _tree(reading: Reading, pace: int) -> Iterator[str]:
    from drafter.model import kind_named

    whole = drafter.parts(reading.document)
    kind = kind_named(reading.document.kind)
    title = whole.title or _("(no title)")
    yield f"{title}  [{kind.name if kind else ''}]  {_size(whole, pace)}"
    for address in reading.document.salutation:
        yield f"  {address.text}"
    for part in whole.parts:
        yield from _branch(part, pace, "  ")
    for line in reading.junk:
        yield _("  left out: {text}").format(text=line.text.strip()[:40])
    yield from _doubts(reading)
    missing = drafter.gaps(reading.document)
    if missing:
        names = "、".join(gap.name for gap in missing)
        yield _("  still missing ({count}): {names}").format(count=len(missing), names=names)


def _planned(reading: Reading, chars: int, template: str) -> Iterator[str]:
    """Show the planned length of each part against what it has."""
    if not chars:
        return
    from drafter.drafting.length import Length
    from drafter.drafting.sized import planned

    length = find_template(template).length if template else Length()
    found = drafter.parts(reading.document)
    yield _("planned {planned} characters, actual {actual} ({percent}%)").format(
        planned=chars, actual=found.chars, percent=round(100 * found.chars / chars)
    )
    for part, size in zip(found.parts, planned(reading.document, length, chars), strict=True):
        if size:
            name = part.label + part.title if part.role == "section" else _(_ROLES[part.role])
            yield f"  {name}  {size} → {part.chars}  ({part.chars - size:+})"


def _doubts(reading: Reading) -> Iterator[str]:
    """Show the lines that could as well be something else than what they were taken for."""
    for at in reading.doubtful:
        line, judgement = reading.lines[at], reading.judgements[at]
        words = _("  not sure, line {line} taken as {role}: {text}")
        yield words.format(line=at + 1, role=judgement.role, text=line.text.strip()[:40])


def _branch(part: Part, pace: int, indent: str) -> Iterator[str]:
    name = part.label + part.title if part.role == "section" else _(_ROLES.get(part.role, ""))
    name += f"：{part.title}" if part.role == "attachment" and part.title else ""
    yield f"{indent}{name}  {_size(part, pace)}"
    for point in part.points:
        yield f"{indent}  · {point}"
    for inner in part.parts:
        yield from _branch(inner, pace, indent + "  ")


def _size(part: Part, pace: int) -> str:
    return _("{chars} characters, {minutes} min").format(
        chars=part.chars, minutes=part.minutes(pace)
    )

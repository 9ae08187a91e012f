"""Where a document goes: a file, stdout, or a file named by its title; and what is said of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import drafter
from drafter.cli import report
from drafter.cli.files import file_name, free_name, write_output
from drafter.cli.language import _
from drafter.cli.userhouses import wished
from drafter.errors import N_, WrongUse
from drafter.formats import Format
from drafter.model import Document, Gap
from drafter.model.walk import by_person


@dataclass(frozen=True, slots=True)
class Target:
    """What the caller said of the output."""

    output: str | None = None
    to: str | None = None
    house: str = ""
    force: bool = False
    json: bool = False
    inputs: tuple[str, ...] = ()
    comments: bool = False
    provenance: tuple[tuple[str, str], ...] = ()

    def format(self, usual: str) -> Format:
        """Tell the format: as said, by the output's suffix, or the usual one."""
        if self.to:
            return drafter.format_named(self.to)
        if self.output and self.output != "-":
            return drafter.format_of(self.output)
        return drafter.format_named(usual)


def deliver(
    document: Document, target: Target, *, usual: str = "docx", warnings: Sequence[str] = ()
) -> None:
    """Write a document where it was asked to go and say what is still missing in it."""
    format = target.format(usual)
    if target.json and target.output is None:
        from drafter.formats import native

        missing = _missing(drafter.gaps(document), warnings)
        report.show_json({"document": native.encode(document), **missing})
        return
    if target.output == "-" and format.binary and sys.stdout.isatty():
        raise WrongUse(
            N_("a Word file cannot be shown on a terminal"),
            hint=N_("name a file with -o, pipe it on, or ask for text with --to outline"),
        )
    wishes = drafter.Wishes()
    if format.name == "docx":
        wishes = wished(target.house, target.comments, target.provenance)
        warnings = (*warnings, *drafter.notices(document, wishes))
    data = format.write(document, wishes)
    name = file_name(document.title.text, format.suffixes[0]) if format.binary else ""
    hand_over(data, target, name, drafter.gaps(document), warnings)


def refuse_terminal(output: str | None) -> None:
    """Raise WrongUse where a Word file, which has no other form, would go to a terminal."""
    if output == "-" and sys.stdout.isatty():
        raise WrongUse(
            N_("a Word file cannot be shown on a terminal"), hint=N_("name a file with -o")
        )


def hand_over(
    data: bytes, target: Target, name: str, gaps: Sequence[Gap], warnings: Sequence[str] = ()
) -> None:
    """Write bytes where they were asked to go and say what is still missing in them.

    ``name`` is the file's on a terminal, where none was asked for; "" for what may be shown there.
    """
    output = target.output
    if output is None and name and sys.stdout.isatty():
        output = free_name(name)
    if output is None or output == "-":
        report.send(data)
    else:
        path = write_output(output, data, force=target.force, inputs=target.inputs)
        _report(str(path), data, gaps, target, warnings)
    _talk(gaps, warnings)


def _report(
    path: str, data: bytes, gaps: Sequence[Gap], target: Target, warnings: Sequence[str]
) -> None:
    if target.json:
        import hashlib

        digest = hashlib.sha256(data).hexdigest()
        report.show_json({"path": path, "sha256": digest, **_missing(gaps, warnings)})
    elif target.output is None:
        report.show(path)
    else:
        report.talk(_("written: {path}").format(path=path))


def _missing(gaps: Sequence[Gap], warnings: Sequence[str]) -> dict[str, Any]:
    found = [{"name": gap.name, "hint": gap.hint, "ask": gap.ask} for gap in gaps]
    return {"gaps": found, "warnings": [_(warning) for warning in warnings]}


def _talk(missing: Sequence[Gap], warnings: Sequence[str]) -> None:
    for warning in warnings:
        report.talk(_("warning: ") + _(warning))
    if missing:
        report.talk(_("still missing ({count}):").format(count=len(missing)))
    for asked, gaps in by_person(missing).items():
        who = _("ask {whom}").format(whom=asked) if asked else _("to be found out")
        report.talk(f"  {who}：" + "、".join(gap.name for gap in gaps))

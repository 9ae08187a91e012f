"""One document for each row of a table, into a folder; one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import drafter
from drafter.cli import report
from drafter.cli.collect import Source
from drafter.cli.deliver import Target
from drafter.cli.files import file_name, read_input, write_output
from drafter.cli.folders import make_folder
from drafter.cli.language import _
from drafter.cli.userhouses import wished
from drafter.drafting.template import Template
from drafter.errors import N_, DrafterError, WrongUse, raise_all
from drafter.formats.loose import Entry
from drafter.model import Gap

if TYPE_CHECKING:
    from drafter.drafting.sheetbrief import RowBrief


class Wishes(NamedTuple):
    """What is asked of every draft."""

    settings: Sequence[str] = ()
    strict: bool = False
    provenance: bool = False
    save_brief: str | None = None


def draft_all(
    template: Template, source: Source, target: Target, wishes: Wishes, form: Path | None = None
) -> None:
    """Draft every row of a table; raises, at the end, what was wrong with those that failed.

    ``form`` is the Word file that is the template, where one is.
    """
    if not target.output or target.output == "-":
        raise WrongUse(N_("several documents need a folder"), hint=N_("name a folder with -o"))
    if wishes.save_brief:
        raise WrongUse(N_("--save-brief keeps one brief, not those of a whole table"))
    rows = source.rows(template)
    make_folder(Path(target.output))
    desk = _Desk(template, target, wishes, read_input(str(form)) if form else b"")
    problems: list[DrafterError] = []
    for row in rows:
        try:
            desk.draft(row)
        except DrafterError as error:
            problems.append(_placed(error, row).within(str(source.name)))
    failed = [_failed(problem) for problem in problems]
    if target.json:
        report.show_json({"files": desk.done, "failed": failed})
    missing = sum(bool(row["gaps"]) for row in desk.done)
    words = _("drafted: {done}, of these with gaps: {missing}, failed: {failed}")
    report.talk(words.format(done=len(desk.done), missing=missing, failed=len(failed)))
    raise_all(problems)


def _placed(error: DrafterError, row: RowBrief) -> DrafterError:
    """Name the row as the place of what is wrong, where nothing nearer is known."""
    for part in error.parts:
        if not part.place.source and not part.place.line:
            part.place = part.place._replace(line=row.number)
    return error


def _failed(problem: DrafterError) -> dict[str, Any]:
    said = "；".join(report.said(part.message, part.values) for part in problem.parts)
    return {"row": problem.parts[0].place.line, "error": said}


class _Desk:
    """Drafts rows one by one and keeps what is to be said of them."""

    def __init__(self, template: Template, target: Target, wishes: Wishes, form: bytes) -> None:
        self.template, self.target, self.wishes = template, target, wishes
        self.format = drafter.format_named(target.to or "docx")
        self.form = form
        self.done: list[dict[str, Any]] = []
        self._names: set[str] = set()

    def draft(self, row: RowBrief) -> None:
        """Draft one row and write it."""
        if row.problem:
            raise row.problem
        answers = drafter.with_settings(row.brief, self.wishes.settings, self.template.questions)
        data, missing = self._made(answers)
        where = Path(self.target.output or "", self._name(row))
        path = write_output(str(where), data, force=self.target.force, inputs=self.target.inputs)
        gaps = [gap.name for gap in missing]
        self.done.append({"row": row.number, "path": str(path), "gaps": gaps})
        if not self.target.json:
            report.show(str(path))
        if gaps:
            left = _("row {row}: {count} gaps").format(row=row.number, count=len(gaps))
            report.talk("  " + left)

    def _made(self, answers: Entry) -> tuple[bytes, Sequence[Gap]]:
        """Make one document; give its bytes and what is missing in it."""
        if self.form:
            from drafter.drafting.wordtemplate import fill_form

            filled = fill_form(self.form, self.template, answers, strict=self.wishes.strict)
            return filled.data, filled.gaps
        made = drafter.draft(self.template, answers, strict=self.wishes.strict)
        origin = drafter.provenance(self.template, answers) if self.wishes.provenance else ()
        word = self.format.name == "docx"
        look = wished(self.target.house, self.target.comments, origin) if word else None
        return self.format.write(made.document, look or drafter.Wishes()), made.gaps

    def _name(self, row: RowBrief) -> str:
        """Name a row's file: as it says, else by its number; no two rows share one."""
        suffix = self.format.suffixes[0]
        stem = row.name.removesuffix(suffix) or str(row.number)
        name = file_name(stem, suffix)
        if name.lower() in self._names:
            name = file_name(f"{stem}-{row.number}", suffix)
        self._names.add(name.lower())
        return name

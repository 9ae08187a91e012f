"""The facts a draft is made of: what a brief says, what a writer is asked, what is kept."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import drafter
from drafter.cli import report
from drafter.cli.files import may_write, read_input, write_output
from drafter.cli.language import _
from drafter.drafting.template import Template
from drafter.errors import N_, DrafterError, Place, UnusableInput, WrongUse
from drafter.formats.loose import Entry

if TYPE_CHECKING:
    from drafter.drafting.sheetbrief import RowBrief

_TABLE = re.compile(r"\.(?:xlsx|xlsm|csv)$", re.I)
_BINARY = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How Word files begin."""
_ROW = re.compile(r"(?P<name>.*\.(?:xlsx|xlsm|csv))[#＃](?P<row>\d+|all)", re.I)


def read_brief(name: str | None) -> Entry:
    """Read a brief's file; no name gives no answer."""
    if name is None:
        return Entry()
    from drafter.formats.decode import decode

    data = read_input(name)
    try:
        _refuse_word(data)
        return drafter.read_brief(decode(data))
    except DrafterError as error:
        raise error.within(name) from error


def _refuse_word(data: bytes) -> None:
    """Raise UnusableInput for a brief that is no text: an encrypted file, a Word file."""
    from drafter.office.content import content_kind

    if data.startswith(_BINARY) and content_kind(data):
        raise UnusableInput(
            N_("a brief is a text file, and this is a Word file"),
            hint=N_("drafter brief reads a filled form or a draft back as a brief"),
        )


@dataclass(frozen=True, slots=True)
class Source:
    """Where a brief is: a file; of a table a row (its number), or all of them."""

    name: str | None
    row: str = ""

    @property
    def inputs(self) -> tuple[str, ...]:
        """Name the file, never to be written."""
        return (self.name,) if self.name else ()

    def brief(self, template: Template) -> Entry:
        """Read the brief; of a table the row named, or its only one."""
        if not self._is_table:
            return read_brief(self.name)
        rows = self.rows(template)
        found = next((row for row in rows if str(row.number) == self.row), None)
        found = rows[0] if not self.row and len(rows) == 1 else found
        if found is None:
            raise WrongUse(
                N_("this table has briefs in the rows {rows}")
                if rows
                else N_("this table has no row below its head"),
                hint=N_("say which with --row, or --row all for a document each"),
                place=Place(str(self.name)),
                rows=_ranges([row.number for row in rows]),
            )
        if found.problem:
            raise found.problem.within(str(self.name))
        return found.brief

    def rows(self, template: Template) -> list[RowBrief]:
        """Read the briefs of a table."""
        from drafter.drafting.sheetbrief import row_briefs
        from drafter.formats.sheet import read_rows

        if not self._is_table:
            raise WrongUse(
                N_("only a table (.xlsx, .csv) has rows"),
                hint=N_("name one with -b, or leave out --row"),
            )
        name = str(self.name)
        try:
            return row_briefs(template.questions, read_rows(read_input(name)))
        except DrafterError as error:
            raise error.within(name) from error

    @property
    def _is_table(self) -> bool:
        return bool(self.row) or bool(self.name and _TABLE.search(self.name))


def source_of(name: str | None, row: str | None) -> Source:
    """Part list.xlsx#3 into file and row; ``row`` is that of the option."""
    found = _ROW.fullmatch(name or "")
    source = Source(found["name"], found["row"]) if found else Source(name)
    if row is not None:
        source = Source(source.name, row.strip())
    if source.row and not (source.row.isascii() and source.row.isdigit()) and source.row != "all":
        raise WrongUse(N_("a row is a number, as the table shows it, or all"))
    if source.row and not source.name:
        raise WrongUse(N_("--row needs a table"), hint=N_("name one with -b"))
    return source


def _ranges(numbers: list[int]) -> str:
    """Write numbers shortly: 2–5、9."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    return "、".join("–".join(map(str, ends)) for ends in found)


def collected(
    template: Template,
    answers: Entry,
    *,
    ask: bool,
    save: str | None,
    output: str | None,
    force: bool,
) -> Entry:
    """Ask for what a brief lacks, where that may be and there is a person to ask; keep it all."""
    if ask and sys.stdin.isatty() and sys.stderr.isatty():
        return _asked(template, answers, save=save, output=output, force=force)
    if save:
        _keep(template, answers, save, force=force)
    return answers


def _asked(
    template: Template, answers: Entry, *, save: str | None, output: str | None, force: bool
) -> Entry:
    """Ask for what is missing; keep the answers so far also where the writer breaks off.

    Raises OutputRefused before anything is asked, where the result could not be written.
    """
    from drafter.cli.interview import Interview

    for name in (output, save):
        if name and name != "-":
            may_write(name, force=force)
    interview = Interview(answers)
    try:
        interview.run(template)
    except (KeyboardInterrupt, EOFError):
        if save:
            _keep(template, interview.answers, save, force=force)
            report.talk("\n" + _("the answers so far are in {path}").format(path=save))
        raise KeyboardInterrupt from None
    if save:
        _keep(template, interview.answers, save, force=force)
    return interview.answers


def _keep(template: Template, answers: Entry, name: str, *, force: bool) -> None:
    """Write answers as a brief."""
    write_output(name, drafter.write_brief(template.questions, answers).encode(), force=force)

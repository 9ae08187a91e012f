"""Briefs from a table: the first row names the questions, each further row is one brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from drafter.drafting.questions import Question
from drafter.drafting.recovered import kept
from drafter.drafting.steps import Path, put
from drafter.errors import N_, BriefError, DrafterError, Place, raise_all
from drafter.formats.loose import Entry, Items, Scalar, Value, load
from drafter.formats.sheet import SheetRow

FILE_NAME = "文件名"
"""The column that names the document of a row."""
_APART = ("序号",)
_DOTS = re.compile(r"\s*[·•・.．]\s*")
_BARS = re.compile(r"[|｜]")
_NUMBERED = re.compile(r"(?P<name>.*\D)(?P<number>\d+)")
Questions = tuple[Question, ...]


class RowBrief(NamedTuple):
    """One row: its number in the table, the file name it gives, its answers, what is wrong."""

    number: int
    name: str
    brief: Entry
    problem: DrafterError | None = None


class _Column(NamedTuple):
    path: Path
    question: Question


def row_briefs(questions: Questions, rows: Sequence[SheetRow]) -> list[RowBrief]:
    """Make briefs of a table's rows.

    Raises BriefError, or several, for a column that no question asks for, has no name, or is there
    twice. A column whose name begins with # is a note.
    """
    if not rows:
        raise BriefError(N_("this table holds no row"))
    head, *below = rows
    columns = _columns(questions, head, below)
    return [_brief(questions, columns, row) for row in below]


def _columns(
    questions: Questions, head: SheetRow, below: Sequence[SheetRow]
) -> dict[int, _Column | None]:
    """Give what each column answers, None for the file name; notes are left out."""
    found: dict[int, _Column | None] = {}
    problems: list[DrafterError] = []
    known = {name for question in questions for name in (question.name, *question.aliases)}
    width = max(len(row.cells) for row in (head, *below))
    names = [*head.cells, *[""] * (width - len(head.cells))]
    for at, name in enumerate(names):
        apart = name not in known and (name in _APART or name.startswith(("#", "＃")))
        if apart or not (name or any(len(row.cells) > at and row.cells[at] for row in below)):
            continue
        try:
            column = None if name == FILE_NAME and name not in known else _column(questions, name)
            if column in found.values():
                raise BriefError(N_("two columns are called {name}"), name=name)
            found[at] = column
        except BriefError as error:
            error.place = Place(line=head.number, column=at + 1)
            problems.append(error)
    raise_all(problems)
    return found


def _column(questions: Questions, name: str) -> _Column:
    if not name:
        raise BriefError(N_("this column has no name, but there are words in it"))
    path: Path = ()
    fields, question = questions, None
    for part in _DOTS.split(name):
        question, step = _part(fields, part)
        if question is None:
            raise _unknown(name, fields, path)
        path = (*path, *step)
        fields = question.fields if len(step) > 1 else ()
    if question is None:
        raise _unknown(name, questions, path)
    return _Column(path, question)


def _part(fields: Questions, part: str) -> tuple[Question | None, Path]:
    """Read one part of a column's name: 方面2 is the second of 方面."""
    named = {name: question for question in fields for name in (question.name, *question.aliases)}
    if part in named:
        return named[part], (named[part].name,)
    numbered = _NUMBERED.fullmatch(part)
    question = named.get(numbered["name"]) if numbered else None
    if numbered is None or question is None or not question.many or int(numbered["number"]) < 1:
        return None, ()
    return question, (question.name, min(int(numbered["number"]), 1000) - 1)


def _unknown(name: str, fields: Questions, path: Path) -> BriefError:
    known = [known for question in fields for known in (question.name, *question.aliases)]
    near = get_close_matches(name.rsplit("·", maxsplit=1)[-1], known, n=1, cutoff=0.3)
    return BriefError(
        N_("nothing asks for the column {name}"),
        hint=N_(
            "columns are called as the questions, fields of entries like 方面1·名称; a note begins "
            "with # (nearest: {near})"
        ),
        name=name,
        near=near[0] if near else "—",
    )


def _brief(questions: Questions, columns: dict[int, _Column | None], row: SheetRow) -> RowBrief:
    brief = Entry()
    brief.line = row.number
    name, problem = "", None
    for at, words in enumerate(row.cells):
        column = columns.get(at)
        if column is None:
            name = words if at in columns and words else name
        elif words:
            try:
                put(brief, column.path, _value(column, words, row.number))
            except DrafterError as error:
                problem = problem or error
    return RowBrief(row.number, name, kept(questions, brief), problem)


def _value(column: _Column, words: str, line: int) -> Value:
    """Read a cell; several lines are several items, ``-`` begins entries as a brief has them."""
    question = column.question
    alone = Scalar.on(words, line)
    if not question.many or isinstance(column.path[-1], int):
        return _parts(question, words, line) if question.fields else alone
    if question.fields and words.startswith(("-", "－")):
        try:
            found = load(f"{question.name}:\n{words}")[question.name]
        except BriefError as error:
            error.place = Place(line=line)
            raise
        return found
    lines = [one.strip() for one in words.split("\n") if one.strip()]
    if question.fields and (len(lines) > 1 or _BARS.search(words)):
        return Items(_parts(question, one, line) for one in lines)
    return Items(Scalar.on(one, line) for one in lines) if len(lines) > 1 else alone


def _parts(question: Question, words: str, line: int) -> Entry:
    """Read an entry of one line: its fields in order, bars between them."""
    parts = [part.strip() for part in _BARS.split(words)]
    if len(parts) > len(question.fields):
        raise BriefError(
            N_("{name}: “{text}” has more parts than there are fields: {fields}"),
            place=Place(line=line),
            name=question.name,
            text=words[:40],
            fields="｜".join(field.name for field in question.fields),
        )
    pairs = zip(question.fields, parts, strict=False)
    entry = Entry({field.name: Scalar.on(part, line) for field, part in pairs if part})
    entry.line = line
    return entry

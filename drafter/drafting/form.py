"""A template's questions as a Word form to fill in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.drafting.provenance import VERSION
from drafter.drafting.questions import Question, Type, single
from drafter.drafting.template import Template
from drafter.drafting.tidy import tidy
from drafter.formats.docx.form import REQUIRED, Answer, Asked, Grid, Line, Part, Row, write_form
from drafter.formats.loose import Entry, Items, Value
from drafter.house import House

FORM = "drafter-form"
"""The property of a file that names the template it is a form of."""
_LONG = (Type.LONG, Type.LIST, Type.ENTRIES)
_COLUMNS = 6  # questions side by side at most
_ROWS = 4  # empty rows of a grid
_LINES = 3  # rows of a list
_KINDS = {Type.CHOICE: "choice", Type.YES_NO: "choice", Type.DATE: "date", Type.LONG: "lines"}
_HOW = (
    "灰色格里是问题，右边或下边的空格里填答案；标有“必填”的请尽量填，不知道的空着，成文时会留出空缺。",
    "一格里有几条的，一条一行；行不够就复制一行，几项不够就把那一项整块复制到后面。",
)


def form(template: Template, house: House, brief: Entry | None = None) -> bytes:
    """Write a template's questions as a form, with what a brief says already filled in."""
    answers = tidy(template.questions, brief or Entry())
    parts = [
        Part(name, tuple(_tables(tuple(questions), answers)))
        for name, questions in groupby(template.questions, lambda question: question.part)
    ]
    about = ((FORM, template.id), (VERSION, template.version))
    return write_form(form_title(template), _HOW, parts, house, about)


def form_title(template: Template) -> str:
    """Give the title of a template's form."""
    return f"{template.name}要素表"


def form_words(template: Template) -> frozenset[str]:
    """Give the lines a form has outside its tables."""
    parts = (question.part for question in template.questions)
    return frozenset((form_title(template), *_HOW, *parts))


def in_grid(question: Question) -> bool:
    """Tell whether the entries of a question are rows, their fields side by side."""
    short = not any(field.type in _LONG for field in question.fields)
    return short and 1 < len(question.fields) <= _COLUMNS


def inner_order(questions: Iterable[Question]) -> list[Question]:
    """Put questions with entries last: what follows one in a table would seem to belong to it."""
    return sorted(questions, key=lambda question: question.type is Type.ENTRIES)


def _tables(questions: tuple[Question, ...], answers: Entry) -> Iterator[tuple[Row, ...]]:
    """Give a table for each run of plain questions, and one for each question with entries."""
    for entries, run in groupby(questions, lambda question: question.type is Type.ENTRIES):
        if entries:
            for question in run:
                yield (_asked(question), *_entries(question, answers.get(question.name)))
        else:
            yield tuple(_line(question, answers.get(question.name), "") for question in run)


def _asked(question: Question, *, notes: bool = True) -> Asked:
    mark = REQUIRED if question.required else ""
    if not notes:
        return Asked(question.name + mark)
    whom = f"（问{question.whom}）" if question.whom else ""
    default = f"不填就是“{question.default}”" if question.default else ""
    example = f"例：{question.example}" if question.example else ""
    told = "；".join(filter(None, (question.help, default, example)))
    return Asked(question.name + mark, tuple(filter(None, (question.ask + whom, told))))


def _line(question: Question, value: Value | None, prefix: str, *, notes: bool = True) -> Line:
    label = f"{prefix}·{question.name}" if prefix else question.name
    if question.type is Type.LIST:
        said = [str(item) for item in value] if isinstance(value, Items) else []
        count = max(len(said) + 1, _LINES)
        count = min(count, question.most or count)
        rows = [*said, *[""] * (count - len(said))]
        answers = tuple(_answer(question, f"{label}{n}", words) for n, words in enumerate(rows, 1))
        return Line(_asked(question, notes=notes), answers)
    words = str(value) if value is not None else ""
    return Line(_asked(question, notes=notes), (_answer(question, label, words),))


def _answer(question: Question, label: str, words: str) -> Answer:
    choices = ("是", "否") if question.type is Type.YES_NO else question.choices
    if words.isascii() and words.isdigit() and question.type is Type.CHOICE:
        words = str(single(question, words))
    return Answer(label, _KINDS.get(question.type, "text"), words, choices)


def _entries(
    question: Question, value: Value | None, prefix: str = "", *, notes: bool = True
) -> Iterator[Row]:
    """Give the rows of a question's entries: those there are, and empty ones.

    Only the first of them is explained.
    """
    label = f"{prefix}·{question.name}" if prefix else question.name
    items = value if isinstance(value, Items) else Items()
    entries = [item if isinstance(item, Entry) else Entry() for item in items]
    wanted = _ROWS if in_grid(question) else max(question.least or 0, 2)
    wanted = max(wanted, question.blanks if question.required else 0, len(entries))
    wanted = min(wanted, max(question.most or wanted, len(entries)))
    entries += [Entry()] * (wanted - len(entries))
    if in_grid(question) and not prefix:
        yield _grid(question, entries)
        return
    for number, entry in enumerate(entries, 1):
        here = f"{label}{number}"
        first = number == 1 and notes
        yield Asked(here, _asked(question, notes=first and bool(prefix)).notes)
        for field in inner_order(question.fields):
            if field.type is Type.ENTRIES:
                yield from _entries(field, entry.get(field.name), here, notes=first)
            else:
                yield _line(field, entry.get(field.name), here, notes=first)


def _grid(question: Question, entries: list[Entry]) -> Grid:
    rows = tuple(
        tuple(
            _answer(field, f"{question.name}{number}·{field.name}", str(entry.get(field.name, "")))
            for field in question.fields
        )
        for number, entry in enumerate(entries, 1)
    )
    return Grid(tuple(_asked(field) for field in question.fields), rows)

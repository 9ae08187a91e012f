"""The answers of a filled form, by what its cells say: controls may be gone, rows be added."""

from __future__ import annotations

from drafter.drafting.form import form_words, in_grid
from drafter.drafting.questions import Question, Type
from drafter.drafting.recovered import ANOTHER, UNKNOWN, Recovered, lines_of, without_blanks
from drafter.drafting.template import Template
from drafter.errors import N_
from drafter.formats.docx.filled import Cell, Filled
from drafter.formats.docx.form import PROMPTS, REQUIRED
from drafter.formats.loose import Entry, Items, Scalar

_PROMPTS = sorted(PROMPTS.values(), key=len, reverse=True)
_DIGITS = "0123456789０１２３４５６７８９"
_BESIDE = N_("it stands outside the tables")


def read_form(template: Template, filled: Filled) -> Recovered:
    """Read a form that was filled in; what has no place in the brief is among the strays."""
    reader = _Reader(template.questions)
    for table in filled.tables:
        reader.table(table)
    own = form_words(template)
    for line in filled.beside:
        if line not in own:
            reader.found.stray("", line, _BESIDE)
    reader.found.brief = without_blanks(template.questions, reader.found.brief)
    return reader.found


def answered(cell: str) -> str:
    """Give what was written into a cell, without the words that ask for it."""
    words = cell.strip()
    for prompt in _PROMPTS:
        words = words.removeprefix(prompt).removesuffix(prompt).strip()
    return words


def _name(cell: str) -> str:
    """Give the name a cell of the form begins with."""
    first = cell.strip().split("\n")[0]
    return first.replace(REQUIRED, "").replace(" ", "").strip()


class _Level:
    """Questions, and the entry their answers go to."""

    def __init__(self, questions: tuple[Question, ...], entry: Entry) -> None:
        self.entry = entry
        self.named = {name: q for q in questions for name in (q.name, *q.aliases)}


class _Reader:
    """Goes through tables row by row and knows which question each row belongs to."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.found = Recovered(Entry())
        self.top = _Level(questions, self.found.brief)
        self.levels = [self.top]
        self.grid: Question | None = None  # whose entries are the rows
        self.columns: list[Question | None] = []
        self.last: tuple[Question, Entry] | None = None

    def table(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Read a table; what it says belongs to no other."""
        self.levels, self.grid, self.columns, self.last = [self.top], None, [], None
        for row in rows:
            if len(row) == 1:
                self._head(row[0])
            elif self.grid:
                self._beside(self.grid, row)
            else:
                self._line(row)

    def _head(self, cell: Cell) -> None:
        """Begin the entries of a question, or the next one of them (方面2, 方面1·举措2)."""
        name = _name(cell.words)
        last = name.split("·")[-1]
        for words in (last, last.rstrip(_DIGITS)):
            for depth in range(len(self.levels), 0, -1):
                question = self.levels[depth - 1].named.get(words)
                if question is None or question.type is not Type.ENTRIES:
                    continue
                del self.levels[depth:]
                self.last = None
                self.grid = question if words == last and in_grid(question) and depth == 1 else None
                if words != last:
                    entry = self._next(question, self.levels[-1].entry)
                    self.levels.append(_Level(question.fields, entry))
                return
        if answered(cell.words):
            self.found.stray("", cell.words.strip(), UNKNOWN)

    def _next(self, question: Question, entry: Entry) -> Entry:
        """Add an entry to a question's."""
        items = entry.setdefault(question.name, Items())
        added = Entry()
        if isinstance(items, Items):
            items.append(added)
        return added

    def _beside(self, question: Question, row: tuple[Cell, ...]) -> None:
        """Read a row of a grid: its head, or one entry."""
        known = _Level(question.fields, Entry()).named
        names = [known.get(_name(cell.words)) for cell in row]
        if all(names):
            self.columns = names
            return
        entry = self._next(question, self.top.entry)
        for at, cell in enumerate(row):
            field = self.columns[at] if at < len(self.columns) else None
            if field:
                self._answer(field, entry, cell.words)
            elif words := answered(cell.words):
                self.found.stray(question.name, words, UNKNOWN)

    def _line(self, row: tuple[Cell, ...]) -> None:
        """Read a question and its answer; below one, further lines of it."""
        left, *rest = row
        words = "\n".join(cell.words for cell in rest)
        if not (left.goes_on or not left.words.strip()):
            self.last = self._asked(_name(left.words))
        if self.last:
            self._answer(*self.last, words)
        elif answered(words):
            self.found.stray(_name(left.words), answered(words), UNKNOWN)

    def _asked(self, name: str) -> tuple[Question, Entry] | None:
        for depth in range(len(self.levels), 0, -1):
            level = self.levels[depth - 1]
            if question := level.named.get(name):
                return question, level.entry
        return None

    def _answer(self, question: Question, entry: Entry, cell: str) -> None:
        words = answered(cell)
        if not words:
            return
        before = entry.get(question.name)
        if question.type is Type.LIST:
            items = before if isinstance(before, Items) else Items()
            fitting = (
                one for one in lines_of(words) if self.found.fits(question, question.name, one)
            )
            items.extend(map(Scalar, fitting))
            entry[question.name] = items
            return
        said = ("\n" if question.type is Type.LONG else "").join(lines_of(words))
        if before is not None and question.type is Type.LONG:
            entry[question.name] = Scalar(f"{before}\n{said}")
        elif before is not None and before != said:
            self.found.stray(question.name, said, ANOTHER)
        elif self.found.fits(question, question.name, said):
            entry[question.name] = Scalar(said)

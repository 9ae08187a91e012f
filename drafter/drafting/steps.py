"""The answers of a brief one by one: in which order they are asked for, where each is kept.

An answer has a path: a question's name, or the name of one with entries, the entry's index, the
field's name, and so on down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from drafter.drafting.questions import Question, Type
from drafter.formats.loose import Entry, Items, Scalar, Value

Path = tuple[str | int, ...]
Order = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One answer to ask for.

    ``order`` sorts steps as they are asked. ``above`` are the questions with entries that it is
    inside of, outermost first. ``opens`` means that the answer would begin an entry that is not
    there yet.
    """

    path: Path
    question: Question
    order: Order
    above: tuple[Question, ...] = ()
    opens: bool = False

    @property
    def begins(self) -> bool:
        """Tell whether this is the first field of an entry."""
        return bool(self.above) and self.above[-1].fields[0] is self.question

    @property
    def label(self) -> str:
        """Name the answer as its gap is named: 方面1·定义."""
        return label_of(self.path)

    @property
    def outer_label(self) -> str:
        """Name the question whose entry this is a field of: 方面1·举措."""
        return label_of(self.path[:-2])


def label_of(path: Path) -> str:
    """Write a path as gaps are named where no entry has a label of its own."""
    words = ""
    for part in path:
        dot = "·" if words and isinstance(part, str) else ""
        words += dot + (part if isinstance(part, str) else str(part + 1))
    return words


def steps(questions: tuple[Question, ...], answers: Entry) -> Iterator[Step]:
    """Give every answer there is to ask for, those of entries so far and of one more."""
    yield from _steps(questions, answers, (), (), ())


def _steps(
    questions: tuple[Question, ...],
    answers: Entry,
    path: Path,
    order: Order,
    above: tuple[Question, ...],
) -> Iterator[Step]:
    for at, question in enumerate(questions):
        here, place = (*path, question.name), (*order, at)
        if question.type is not Type.ENTRIES:
            yield Step(here, question, place, above)
            continue
        found = answers.get(question.name)
        entries = found if isinstance(found, Items) else Items()
        inside = (*above, question)
        for number, entry in enumerate(entries):
            inner = entry if isinstance(entry, Entry) else Entry()
            yield from _steps(question.fields, inner, (*here, number), (*place, number), inside)
        if question.most is None or len(entries) < question.most:
            count, first = len(entries), question.fields[0]
            yield Step((*here, count, first.name), first, (*place, count, 0), inside, opens=True)


def get(answers: Entry, path: Path) -> Value | None:
    """Find an answer; None where there is none."""
    found: Value | None = answers
    for part in path:
        if isinstance(part, str):
            found = found.get(part) if isinstance(found, Entry) else None
        else:
            inside = isinstance(found, Items) and part < len(found)
            found = found[part] if isinstance(found, Items) and inside else None
    return found


def put(answers: Entry, path: Path, value: Value | None) -> None:
    """Keep an answer, making the entries above it; None takes it away."""
    holder: Value = answers
    for part, following in pairwise(path):
        fresh: Value = Entry() if isinstance(following, str) else Items()
        if isinstance(part, str) and isinstance(holder, Entry):
            if not isinstance(holder.get(part), type(fresh)):
                holder[part] = fresh
            holder = holder[part]
        elif isinstance(part, int) and isinstance(holder, Items):
            while len(holder) <= part:
                holder.append(Entry())
            holder = holder[part]
    last = path[-1]
    if isinstance(last, int) and isinstance(holder, Items):
        holder.extend(Scalar("") for _ in range(last + 1 - len(holder)))
        holder[last] = value if value is not None else Scalar("")
    elif isinstance(last, str) and isinstance(holder, Entry):
        if value is None:
            holder.pop(last, None)
        else:
            holder[last] = value


def drop(answers: Entry, path: Path) -> None:
    """Take an entry out of its list; the list goes with its last one."""
    entries = get(answers, path[:-1])
    last = path[-1]
    if isinstance(entries, Items) and isinstance(last, int) and last < len(entries):
        del entries[last]
        if not entries:
            put(answers, path[:-1], None)


def settle(questions: tuple[Question, ...], answers: Entry) -> None:
    """Let every entry without an answer keep its place: its first field stands there, empty."""
    for question in questions:
        entries = answers.get(question.name)
        if question.type is not Type.ENTRIES or not isinstance(entries, Items):
            continue
        missing = (question.least or 0) - len(entries) if entries else 0
        entries.extend(Entry() for _ in range(missing))
        for entry in entries:
            if isinstance(entry, Entry):
                settle(question.fields, entry)
                if not entry:
                    entry[question.fields[0].name] = Scalar("")

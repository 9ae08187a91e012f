"""Where the answer to a gap belongs: its name (方面1·定义, 招商·定义) gives a path in the brief."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.drafting.answers import entry_label
from drafter.drafting.questions import Question, Type
from drafter.drafting.steps import Path
from drafter.formats.loose import Entry, Items, Value

Questions = tuple[Question, ...]


class GapNames:
    """Finds the path of a gap's name; ``brief`` is what the gaps were made over.

    Where it does not know an entry by the label it has in a gap's name, it takes it for a new one
    of the only question whose entries could have such a gap; ``made`` are the entries so found:
    their path, and the label, which is the answer to their first field.
    """

    def __init__(self, questions: Questions, brief: Entry) -> None:
        self._questions = questions
        self._known: dict[str, Path] = {}
        self.made: dict[str, Path] = {}
        self._counts = {
            name: len(value) for name, value in brief.items() if isinstance(value, Items)
        }
        for name, path in _names(questions, brief, "", ()):
            self._known.setdefault(name, path)

    def path(self, name: str) -> Path | None:
        """Give the path of the answer that a gap of this name asks for; None where none does."""
        if name in self._known:
            return self._known[name]
        label, dot, rest = name.partition("·")
        found = [q for q in self._questions if dot and rest in _inner(q)]
        if len(found) != 1:
            return None
        question = found[0]
        if label not in self.made:
            count = self._counts.get(question.name, 0)
            self._counts[question.name] = count + 1
            self.made[label] = (question.name, count)
        return (*self.made[label], *_inner(question)[rest])


def _inner(question: Question) -> dict[str, Path]:
    if question.type is not Type.ENTRIES:
        return {}
    return dict(_names(question.fields, Entry(), "", ()))


def _names(
    questions: Questions, brief: Entry, prefix: str, path: Path
) -> Iterator[tuple[str, Path]]:
    """Give every name a gap may have, with its path."""
    for question in questions:
        name = f"{prefix}·{question.name}" if prefix else question.name
        here = (*path, question.name)
        yield name, here
        if not question.many:
            continue
        value = brief.get(question.name)
        items = value if isinstance(value, Items) else Items()
        count = max(len(items), question.least or 0, question.blanks)
        labels = [_label(question, item) for item in items] if not prefix else []
        for at in range(count):
            numbered = f"{name}{at + 1}"
            item = items[at] if at < len(items) else Entry()
            yield numbered, (*here, at)
            if question.type is not Type.ENTRIES or not isinstance(item, Entry):
                continue
            yield from _names(question.fields, item, numbered, (*here, at))
            label = labels[at] if at < len(labels) else ""
            if label and labels.count(label) == 1:
                yield from _names(question.fields, item, label, (*here, at))


def _label(question: Question, item: Value) -> str:
    many = question.type is Type.ENTRIES and isinstance(item, Entry)
    return entry_label(question, item) if many and isinstance(item, Entry) else ""

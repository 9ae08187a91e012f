"""A brief in its one plain shape: names as the questions have them, every list item by item."""

from __future__ import annotations

from drafter.drafting.questions import Question, Type, split
from drafter.formats.loose import Entry, Items, Scalar, Value

Questions = tuple[Question, ...]


def tidy(questions: Questions, brief: Entry) -> Entry:
    """Give the same answers under the questions' own names, lists and entries taken apart.

    What no question asks for, or answers one twice, stays as it is: it is a mistake to be told.
    """
    known = {
        name: question for question in questions for name in (question.name, *question.aliases)
    }
    found = Entry()
    found.line = brief.line
    for key, value in brief.items():
        question = known.get(key) or known.get(key.replace(" ", ""))
        if question is None or question.name in found:
            found[key] = value
        else:
            found[question.name] = _value(question, value)
    return found


def is_blank(value: Value | None) -> bool:
    """Tell whether an answer says nothing."""
    if isinstance(value, Entry):
        return all(is_blank(one) for one in value.values())
    if isinstance(value, Items):
        return all(is_blank(one) for one in value)
    return value is None or not value.strip()


def _value(question: Question, value: Value) -> Value:
    if not question.many:
        if isinstance(value, Entry) and value.raw:
            return Scalar.on(value.raw, value.line)
        if isinstance(value, Items) and question.type is Type.LONG:
            return Scalar.on("\n".join(map(str, value)), value.line)
        return value
    if isinstance(value, Scalar):
        if is_blank(value):
            return value
        items = Items(Scalar.on(part, value.line) for part in split(question, value))
    else:
        items = value if isinstance(value, Items) else Items([value])
    found = Items(_item(question, item) for item in items)
    found.line = getattr(value, "line", 0)
    return found


def _item(question: Question, item: Value) -> Value:
    names = {name for field in question.fields for name in (field.name, *field.aliases)}
    if isinstance(item, Entry) and item.raw and not names & set(item):
        item = Scalar.on(item.raw, item.line)  # words that only look like `键：值`
    if question.type is Type.LIST or isinstance(item, Items):
        return item
    if isinstance(item, Entry):
        return tidy(question.fields, item)
    entry = Entry({question.fields[0].name: item})
    entry.line = item.line
    return entry

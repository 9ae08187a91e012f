"""The values a template sees: answers, and a named gap wherever one is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeAlias

from drafter.drafting.questions import Question, Single, Type, single, split
from drafter.drafting.traced import DEFAULT, traced
from drafter.errors import N_, BriefError, DrafterError, Place, TemplateError
from drafter.formats.loose import Entry, Items, Scalar
from drafter.model import Gap

_LABEL_MOST = 12
APART = N_("write each answer in braces of its own: {{{{ a }}}}和{{{{ b }}}}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A fact nobody has given yet. It is false, and shown as its gap; ``key`` is its place."""

    gap: Gap
    key: str = ""

    def __bool__(self) -> bool:
        return False

    @property
    def year(self) -> Blank:
        """A part of a date nobody has given is the date's own gap."""
        return self

    month = day = weekday_name = year

    def __str__(self) -> str:
        raise TemplateError(
            N_("the answer {name} is joined to other words inside the braces"),
            hint=APART,
            name=self.gap.name,
        )


class Thing:
    """One entry of a list with fields: ``招商.举措`` is reached as ``thing.举措``.

    ``key`` tells its place in the brief: 方面.2 is the second entry of 方面.
    """

    def __init__(self, key: str, fields: Mapping[str, Answer], *, given: bool) -> None:
        self.key = key
        self._fields = dict(fields)
        self._given = given

    def __bool__(self) -> bool:
        return self._given

    def __getitem__(self, name: str) -> Answer:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def get(self, name: str) -> Answer | None:
        """Give a field; None where the entry has no such one."""
        return self._fields.get(name)


Answer: TypeAlias = "Single | Blank | Thing | tuple[Answer, ...]"


def answers(questions: tuple[Question, ...], brief: Entry) -> dict[str, Answer]:
    """Turn a brief into the values of all questions.

    Raises one error with every bad answer and every unknown key in it (the nearest offered).
    """
    taker = _Taker()
    found = taker.fields(questions, brief, _TOP)
    if taker.problems:
        from drafter.errors import raise_all

        raise_all(taker.problems)
    return found


class _Place(NamedTuple):
    """Where in a brief an answer stands: for people (精准定位·定义), and exactly (方面.1.定义)."""

    label: str = ""
    key: str = ""

    def field(self, name: str) -> _Place:
        return _Place(_joined(self.label, name), f"{self.key}.{name}" if self.key else name)

    def item(self, name: str, number: int, label: str = "") -> _Place:
        key = f"{self.key}.{name}.{number}" if self.key else f"{name}.{number}"
        return _Place(_joined(self.label, label or f"{name}{number}"), key)


_TOP = _Place()


class _Taker:
    """Goes through a brief once and collects what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[DrafterError] = []

    def fields(
        self, questions: tuple[Question, ...], brief: Entry, at: _Place
    ) -> dict[str, Answer]:
        known = {name: q for q in questions for name in (q.name, *q.aliases)}
        given: dict[str, Any] = {}
        for key, value in brief.items():
            question = known.get(key) or known.get(key.replace(" ", ""))
            if question is None:
                self._unknown(key, value, brief, list(known))
            elif question.name in given:
                self._wrong(N_("{name} is answered twice"), value, name=question.name)
            else:
                given[question.name] = value
        return {q.name: self._answer(q, given.get(q.name), at) for q in questions}

    def _unknown(self, key: str, value: Any, brief: Entry, names: list[str]) -> None:
        near = get_close_matches(key, names, n=1, cutoff=0.3)
        hint = N_("did you mean {near}?") if near else N_("known here: {names}")
        line = getattr(value, "line", 0) or brief.line
        self.problems.append(
            BriefError(
                N_("nothing asks for {key}"),
                hint=hint,
                place=Place(line=line),
                key=key,
                near=near[0] if near else "",
                names="、".join(names),
            )
        )

    def _wrong(self, message: str, value: Any, **values: Any) -> None:
        place = Place(line=getattr(value, "line", 0))
        self.problems.append(BriefError(message, place=place, **values))

    def _answer(self, question: Question, value: Any, at: _Place) -> Answer:
        if isinstance(value, Scalar) and not value.strip():
            value = None
        given = value is not None
        if value is None and question.default:
            value = Scalar(question.default)
        if question.many:
            return self._list(question, value, at)
        here = at.field(question.name)
        if value is None:
            return Blank(Gap(here.label, _line(question.hint), question.whom), here.key)
        if isinstance(value, Entry) and value.raw:
            value = Scalar.on(value.raw, value.line)
        if isinstance(value, Items) and question.type is Type.LONG:
            value = Scalar.on("\n".join(str(item) for item in value), value.line)
        if not isinstance(value, Scalar):
            self._wrong(N_("{name} takes one answer, not a list"), value, name=question.name)
            return ""
        return self._single(question, value, here.key if given else f"{DEFAULT}{here.key}")

    def _single(self, question: Question, value: Scalar, key: str) -> Answer:
        try:
            return traced(single(question, value, Place(line=value.line)), key)
        except BriefError as problem:
            self.problems.append(problem)
            return ""

    def _list(self, question: Question, value: Any, at: _Place) -> tuple[Answer, ...]:
        if value is None:
            return self._blanks(question, at)
        items = value if isinstance(value, Items) else Items([value])
        if isinstance(value, Scalar):
            items = Items(Scalar.on(part, value.line) for part in split(question, value))
        self._count(question, items, value)
        if question.type is Type.LIST:
            return tuple(
                self._words(question, item, at.item(question.name, n).key)
                for n, item in enumerate(items, 1)
            )
        return self._things(question, items, at)

    def _things(self, question: Question, items: Items, at: _Place) -> tuple[Answer, ...]:
        """Turn entries into things, each with a label no other of its list has."""
        entries = [self._entry(question, item) for item in items]
        labels = ["" if at.label else entry_label(question, entry) for entry in entries]
        return tuple(
            self._thing(
                question,
                entry,
                at.item(question.name, n, label if labels.count(label) == 1 else ""),
            )
            for n, (entry, label) in enumerate(zip(entries, labels, strict=True), 1)
        )

    def _count(self, question: Question, items: Items, value: Any) -> None:
        for bound, wrong, message in (
            (
                question.least,
                len(items) < (question.least or 0),
                N_("{name}: at least {bound}, found {n}"),
            ),
            (
                question.most,
                len(items) > (question.most or len(items)),
                N_("{name}: at most {bound}, found {n}"),
            ),
        ):
            if wrong:
                self._wrong(message, value, name=question.name, bound=bound, n=len(items))

    def _words(self, question: Question, item: Any, key: str) -> Answer:
        if isinstance(item, Entry) and item.raw:
            item = Scalar.on(item.raw, item.line)
        if not isinstance(item, Scalar):
            self._wrong(N_("{name}: each item must be words"), item, name=question.name)
            return ""
        return self._single(question, item, key)

    def _entry(self, question: Question, item: Any) -> Entry:
        """Read one entry of a list; words alone are the answer to its first field."""
        first = question.fields[0]
        names = {name for field in question.fields for name in (field.name, *field.aliases)}
        if isinstance(item, Entry) and item.raw and not names & set(item):
            item = Scalar.on(item.raw, item.line)  # words that only look like `键：值`
        if isinstance(item, Scalar):
            entry = Entry({first.name: item})
            entry.line = item.line
            item = entry
        if not isinstance(item, Entry):
            self._wrong(N_("{name}: each item must have fields"), item, name=question.name)
            return Entry()
        return item

    def _thing(self, question: Question, entry: Entry, at: _Place) -> Thing:
        return Thing(at.key, self.fields(question.fields, entry, at), given=True)

    def _blanks(self, question: Question, at: _Place) -> tuple[Answer, ...]:
        """Give as many empty items as stand for a required list; none for an optional one."""
        if not question.required:
            return ()
        numbers = range(1, max(question.blanks, question.least or 0) + 1)
        places = [at.item(question.name, number) for number in numbers]
        if question.type is Type.LIST:
            return tuple(
                Blank(Gap(one.label, _line(question.hint), question.whom), one.key)
                for one in places
            )
        return tuple(
            Thing(one.key, self.fields(question.fields, Entry(), one), given=False)
            for one in places
        )


def entry_label(question: Question, entry: Entry) -> str:
    """Give the short words an entry may be called by: its first field's answer (招商)."""
    first = question.fields[0]
    label = entry.get(first.name, "")
    short = first.type is Type.TEXT and isinstance(label, str) and 0 < len(label) <= _LABEL_MOST
    return str(label) if short and "\n" not in label else ""


def _joined(prefix: str, name: str) -> str:
    return f"{prefix}·{name}" if prefix else name


def _line(text: str) -> str:
    return " ".join(text.split())

"""What a unit (单位) says of itself: its names, its usual houses and answers, as a TOML file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from drafter.drafting.questions import Question, single, split
from drafter.drafting.template import Template
from drafter.errors import N_, BriefError, DrafterError, Place, UnusableInput, raise_all
from drafter.model import kind_named

_KEYS = ("name", "house", "organs", "houses", "defaults")
_WORDS = N_("words in quotes")


class Default(NamedTuple):
    """An answer the unit gives where nobody gives another, and the line it stands on.

    ``template`` is the one it is meant for, by name or id; empty for all.
    """

    template: str
    question: str
    answer: str
    line: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's own ways.

    ``organs`` are full names with their short forms. ``house`` takes the place of gbt9704 where
    nobody asks for a house, ``houses`` are those of kinds (by id). ``source`` names the file.
    """

    name: str = ""
    organs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    house: str = ""
    houses: Mapping[str, str] = field(default_factory=dict)
    defaults: tuple[Default, ...] = ()
    source: str = ""

    @property
    def usual_houses(self) -> tuple[tuple[str, str], ...]:
        """Give the usual houses as `Wishes` take them: by kind, the one for gbt9704 under ""."""
        return (*self.houses.items(), *((("", self.house),) if self.house else ()))

    def default(self, template: Template, question: Question) -> Default | None:
        """Find the answer meant for a question, one for this very template first."""
        names = (question.name, *question.aliases)
        for wanted in ((template.name, template.id), ("",)):
            for name in names:
                for one in self.defaults:
                    if one.template in wanted and one.question == name:
                        return one
        return None


def read_unit(source: str, name: str, *, named: bool = True) -> Unit:
    """Read a unit's TOML text, of which ``name`` names the file.

    ``named`` asks for the unit's name. Raises UnusableInput (or Several) with what does not fit.
    """
    table = _parsed(source.removeprefix("\ufeff"), name)
    reader = _Reader(source, name)
    unit = Unit(
        name=reader.words(table, "name"),
        organs=dict(reader.organs(table)),
        house=reader.words(table, "house"),
        houses=dict(reader.houses(table)),
        defaults=tuple(reader.defaults(table)),
        source=name,
    )
    reader.unknown(table)
    if named and not unit.name:
        reader.wrong(N_("{key} is missing"), ("name",), key="name")
    raise_all(reader.problems)
    return unit


# TOML wants quotes around keys of Han; without them it is still clear what is meant.
_BARE = re.compile(r"^([ \t]*)([^\W\d_a-zA-Z][^=＝\[\]\"'#\n]*?)[ \t]*[=＝]", re.M)
_BARE_HEAD = re.compile(r"^([ \t]*\[\w+\.)([^\W\d_a-zA-Z][^\[\]\"'\n]*)\]", re.M)
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def _parsed(source: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError):
        quoted = _BARE_HEAD.sub(r'\1"\2"]', _BARE.sub(r'\1"\2" =', source))
    try:
        return tomllib.loads(quoted)
    except (ValueError, RecursionError) as error:
        words = str(error)
        at = _AT.search(words)
        line = int(at[1] or source.count("\n") + 1) if at else 0
        raise UnusableInput(
            N_("this is no valid TOML: {problem}"),
            place=Place(name, line),
            problem=_AT.sub("", words),
        ) from error


class _Reader:
    """Goes through the tables once and collects what is wrong with them."""

    def __init__(self, source: str, name: str) -> None:
        self.source, self.name = source, name
        self.problems: list[DrafterError] = []

    def wrong(self, message: str, keys: tuple[str, ...], hint: str = "", **values: Any) -> None:
        place = Place(self.name, line_of(self.source, keys))
        self.problems.append(UnusableInput(message, hint=hint, place=place, **values))

    def words(self, table: Mapping[str, Any], *path: str) -> str:
        value = table.get(path[-1], "")
        if isinstance(value, str):
            return value.strip()
        self.wrong(N_("{path} has to be {kind}"), path, path=".".join(path), kind=_WORDS)
        return ""

    def table(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        message = N_("{key} has to be a table: a line [{key}], and under it its lines")
        self.wrong(message, (key,), key=key)
        return {}

    def organs(self, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for organ, short in self.table(table, "organs").items():
            given = [short] if isinstance(short, str) else short
            if isinstance(given, list) and all(isinstance(one, str) for one in given):
                yield organ, tuple(one.strip() for one in given if one.strip())
            else:
                path = ("organs", organ)
                self.wrong(N_("{path} has to be {kind}"), path, path=".".join(path), kind=_WORDS)

    def houses(self, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        found = self.table(table, "houses")
        for name in found:
            kind = kind_named(name)
            if kind is None:
                message = N_("there is no kind of document called {value}")
                self.wrong(message, ("houses", name), value=name)
            elif house := self.words(found, "houses", name):
                yield kind.id, house

    def defaults(self, table: Mapping[str, Any]) -> Iterator[Default]:
        for name, value in self.table(table, "defaults").items():
            if isinstance(value, dict):
                for question, answer in value.items():
                    yield from self._default(name, question, answer)
            else:
                yield from self._default("", name, value)

    def _default(self, template: str, question: str, answer: Any) -> Iterator[Default]:
        path = ("defaults", *((template,) if template else ()), question)
        if isinstance(answer, bool):
            answer = "是" if answer else "否"
        if isinstance(answer, list | dict):
            self.wrong(N_("{path} has to be {kind}"), path, path=".".join(path), kind=_WORDS)
        elif str(answer).strip():
            yield Default(template, question, str(answer).strip(), line_of(self.source, path))

    def unknown(self, table: Mapping[str, Any]) -> None:
        from difflib import get_close_matches

        for key in table:
            if key not in _KEYS:
                near = "".join(get_close_matches(key, _KEYS, n=1))
                hint = N_("did you mean {near}?") if near else N_("known here: {names}")
                names = "、".join(_KEYS)
                message = N_("nothing here is called {key}")
                self.wrong(message, (key,), hint, key=key, near=near, names=names)


_HEAD = re.compile(r"[ \t]*\[([^\[\]]+)\]")
_KEY = re.compile(r"""[ \t]*(".*?"|'.*?'|[^\s="'#＝][^="'#＝]*?)[ \t]*[=＝]""")
_PART = re.compile(r""""[^"]*"|'[^']*'|[^.\s"']+""")


def line_of(source: str, path: tuple[str, ...]) -> int:
    """Find the line that says a value, or the first that names its table; 0 for none."""
    within: tuple[str, ...] = ()
    for number, line in enumerate(source.split("\n"), 1):
        if head := _HEAD.match(line):
            within = _parts(head[1])
            if within == path:
                return number
        elif (said := _KEY.match(line)) and (*within, *_parts(said[1])) == path:
            return number
    return 0


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip("\"' \t") for part in _PART.findall(text))


def with_defaults(template: Template, units: Iterable[Unit]) -> Template:
    """Let a template's questions have the answers of units as theirs, the first that has one.

    Raises UnusableInput, with the unit's file and line, where one does not fit its question.
    """
    found = tuple(units)
    if not any(unit.defaults for unit in found):
        return template
    questions = tuple(_with_default(question, template, found) for question in template.questions)
    return replace(template, questions=questions)


def _with_default(question: Question, template: Template, units: tuple[Unit, ...]) -> Question:
    given = ((unit, unit.default(template, question)) for unit in units)
    unit, default = next(((u, one) for u, one in given if one), (None, None))
    if unit is None or default is None:
        return question
    parts = split(question, default.answer) if question.many else [default.answer]
    try:
        if not question.fields:
            words = [str(single(question, part)) for part in parts]
    except BriefError as error:
        place = Place(unit.source, default.line)
        raise UnusableInput(error.message, hint=error.hint, place=place, **error.values) from error
    is_choice = bool(question.choices) and not question.many
    return replace(question, default=words[0] if is_choice else default.answer)

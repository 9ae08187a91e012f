"""A template: questions, and an outline with Jinja2 in it. Made from its files' words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from drafter.drafting.length import Length, make_length
from drafter.drafting.questions import YES_NO, Question, Type
from drafter.drafting.shared import Shared
from drafter.errors import N_, BriefError, Place, TemplateError
from drafter.formats.loose import Entry, Items, Scalar, load
from drafter.model import kind_named

if TYPE_CHECKING:
    from drafter.dated import Formulations

SETTINGS = "template.yaml"
OUTLINE = "outline.md.j2"
EXAMPLE = "example.brief.txt"
_NO_LENGTH, _NOTHING = Length(), Shared()
FILES = (SETTINGS, OUTLINE, EXAMPLE)


@dataclass(frozen=True, slots=True)
class Template:
    """What is asked and what is written.

    ``id`` is the folder's name, ``name`` the Chinese one; ``outline`` and ``example`` are words of
    files (docs/template-format.md). ``dated`` gives a unit's own formulations, asked for only
    where one is wanted.
    """

    id: str
    name: str
    kind: str
    questions: tuple[Question, ...]
    outline: str
    example: str = ""
    version: str = "1"
    summary: str = ""
    length: Length = _NO_LENGTH
    shared: Shared = _NOTHING
    dated: Callable[[], Formulations] = field(default=dict, kw_only=True)

    def question(self, name: str) -> Question | None:
        """Find a question by its name or another it answers to."""
        return next((q for q in self.questions if name in (q.name, *q.aliases)), None)

    def sections(self, found: Mapping[str, object]) -> Question | None:
        """Give the question whose entries are the sections of the document.

        Where several kinds of text have sections of their own, it is the one these answers ask.
        """
        headed = [q for q in self.questions if q.heading]
        return next((q for q in headed if found.get(q.name)), headed[0] if headed else None)


_HEAD = {"名称": "name", "文种": "kind", "版本": "version", "简介": "summary"}
_TEXTS = {
    "名": "name",
    "问": "ask",
    "说明": "help",
    "例": "example",
    "默认": "default",
    "问谁": "whom",
    "部分": "part",
    "何时": "when",
    "格式": "pattern",
    "格式说明": "pattern_help",
    "节题": "heading",
    "共用词": "word",
}
_NUMBERS = {"最少": "least", "最多": "most", "空缺数": "blanks"}
_LISTS = {"可选": "choices", "别名": "aliases"}
_QUESTION_KEYS = (*_TEXTS, *_NUMBERS, *_LISTS, "类", "必填", "提纲", "字段")
_NAME = re.compile(r"[^\W\d]\w*")


def make_template(id: str, files: Mapping[str, str], shared: Shared = _NOTHING) -> Template:
    """Make a template from the words of its files; raises TemplateError with file and line.

    ``shared`` holds the questions it may take by name and the macros it may import.
    """
    for name in (SETTINGS, OUTLINE):
        if name not in files:
            raise TemplateError(
                N_("the template {id} has no {file}"),
                hint=N_("a template is a folder with {files}"),
                id=id,
                file=name,
                files="、".join(FILES),
            )
    source = f"{id}/{SETTINGS}"
    try:
        entry = load(files[SETTINGS])
    except BriefError as error:
        place = Place(source, error.place.line, error.place.column)
        raise TemplateError(error.message, hint=error.hint, place=place, **error.values) from None
    head, questions, length = _settings(entry, source, shared)
    return Template(
        id=id,
        questions=questions,
        length=length,
        shared=shared,
        outline=files[OUTLINE],
        example=files.get(EXAMPLE, ""),
        dated=dict,
        **head,
    )


def _settings(
    entry: Entry, source: str, shared: Shared
) -> tuple[dict[str, str], tuple[Question, ...], Length]:
    head: dict[str, str] = {}
    questions: tuple[Question, ...] = ()
    length = Length()
    for key, value in entry.items():
        if key == "问题":
            questions = _questions(_expanded(value, shared, source), source)
        elif key == "篇幅" and isinstance(value, Entry):
            length = make_length(value, Place(source, value.line))
        elif key in _HEAD and isinstance(value, Scalar):
            head[_HEAD[key]] = str(value)
        else:
            raise _unknown(key, value, (*_HEAD, "篇幅", "问题"), source)
    for key in ("名称", "文种"):
        if _HEAD[key] not in head:
            raise TemplateError(N_("{key} is missing"), place=Place(source, 1), key=key)
    kind = kind_named(head["kind"])
    if kind is None:
        raise TemplateError(
            N_("there is no kind of document called {value}"),
            place=Place(source, getattr(entry["文种"], "line", 0)),
            value=head["kind"],
        )
    return head | {"kind": kind.id}, questions, length


def _expanded(value: Any, shared: Shared, source: str) -> Any:
    if not isinstance(value, Items):
        return value
    found = Items(shared.expand(value, source))
    found.line = value.line
    return found


def _questions(value: Any, source: str) -> tuple[Question, ...]:
    if not isinstance(value, Items) or not all(isinstance(item, Entry) for item in value):
        line = getattr(value, "line", 0)
        raise TemplateError(N_("questions are a list, each with its 名"), place=Place(source, line))
    found = tuple(_question(item, source) for item in value if isinstance(item, Entry))
    names = [name for question in found for name in (question.name, *question.aliases)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise TemplateError(
            N_("two questions are called {name}"), place=Place(source, value.line), name=twice
        )
    return found


def _fields(value: Any, source: str) -> tuple[Question, ...]:
    """Read the fields of an entry; whether one is asked cannot depend on other answers."""
    found = _questions(value, source)
    conditional = next((field.name for field in found if field.when), "")
    if conditional:
        raise TemplateError(
            N_("{name}: 何时 is for questions, not for fields of an entry"),
            place=Place(source, value.line),
            name=conditional,
        )
    return found


def _question(entry: Entry, source: str) -> Question:
    place = Place(source, entry.line)
    values: dict[str, Any] = {}
    for key, value in entry.items():
        line = Place(source, getattr(value, "line", entry.line))
        if key in _TEXTS and isinstance(value, Scalar):
            values[_TEXTS[key]] = str(value)
        elif key in _NUMBERS and isinstance(value, Scalar):
            values[_NUMBERS[key]] = _number(value, key, line)
        elif key in _LISTS:
            values[_LISTS[key]] = _words(value)
        elif key == "类":
            values["type"] = _type(str(value), line)
        elif key == "必填":
            values["required"] = _yes_no(str(value), key, line)
        elif key == "提纲" and isinstance(value, Scalar):
            written = "{" in value
            values["planned"] = str(value) if written else _flag(str(value), key, line)
        elif key == "字段":
            values["fields"] = _fields(value, source)
        else:
            raise _unknown(key, value, _QUESTION_KEYS, source)
    return _checked(Question(**{"name": "", **values}), place)


def _checked(question: Question, place: Place) -> Question:
    """Hold what a question must be; raises TemplateError."""
    if not _NAME.fullmatch(question.name):
        raise TemplateError(
            N_("{name!r} cannot be a question's name"),
            hint=N_("names are words without spaces or marks, and begin with no digit"),
            place=place,
            name=question.name,
        )
    if (question.type is Type.ENTRIES) != bool(question.fields):
        raise TemplateError(
            N_("{name}: 条目, and nothing else, has 字段"), place=place, name=question.name
        )
    if (question.type is Type.CHOICE) != bool(question.choices):
        raise TemplateError(
            N_("{name}: 选择, and nothing else, has 可选"), place=place, name=question.name
        )
    if question.default and question.choices and question.default not in question.choices:
        raise TemplateError(
            N_("{name}: the 默认 is none of the 可选"), place=place, name=question.name
        )
    try:
        re.compile(question.pattern)
    except re.error as error:
        raise TemplateError(
            N_("{name}: the 格式 is no pattern: {problem}"),
            place=place,
            name=question.name,
            problem=error,
        ) from error
    return question


def _yes_no(value: str, key: str, place: Place) -> bool:
    found = YES_NO.get(value.lower())
    if found is None:
        raise TemplateError(N_("{key} must be 是 or 否"), place=place, key=key)
    return found


def _flag(value: str, key: str, place: Place) -> str:
    return "是" if _yes_no(value, key, place) else ""


def _number(value: Scalar, key: str, place: Place) -> int:
    if not re.fullmatch("-?[0-9]+", value):
        raise TemplateError(N_("{key} must be a whole number"), place=place, key=key)
    return int(value)


def _words(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, Items) else re.split("[、，,]", str(value))
    return tuple(str(item).strip() for item in items if str(item).strip())


def _type(name: str, place: Place) -> Type:
    try:
        return Type(name)
    except ValueError:
        allowed = "、".join(Type)
        raise TemplateError(
            N_("there is no type {name}, only {allowed}"), place=place, name=name, allowed=allowed
        ) from None


def _unknown(key: str, value: Any, known: tuple[str, ...], source: str) -> TemplateError:
    near = get_close_matches(key, known, n=1, cutoff=0.3)
    return TemplateError(
        N_("a template has no {key} here"),
        hint=N_("did you mean {near}?") if near else N_("known here: {names}"),
        place=Place(source, getattr(value, "line", 0)),
        key=key,
        near=near[0] if near else "",
        names="、".join(known),
    )

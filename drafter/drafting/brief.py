"""A brief (要素表): the facts of one document, as `键：值` lines or YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from drafter.drafting.questions import Question, Type
from drafter.errors import N_, BriefError
from drafter.formats.loose import Entry, Items, Scalar, Value, dump_value, load

_SET = re.compile(r"(?P<key>[^=＝:：]+?)\s*[=＝:：]\s*(?P<value>.*)", re.S)


def read_brief(source: str) -> Entry:
    """Read a brief; raises BriefError with line and column. Every scalar stays a string."""
    return load(source.removeprefix("\ufeff"))


def with_settings(
    brief: Entry, settings: Iterable[str], questions: Iterable[Question] = ()
) -> Entry:
    """Lay `键=值` over a brief; the last one given wins, by whichever name the question has."""
    names = {name: (q.name, *q.aliases) for q in questions for name in (q.name, *q.aliases)}
    found = Entry(brief)
    found.line = brief.line
    for setting in settings:
        parts = _SET.fullmatch(setting.strip())
        if not parts:
            raise BriefError(
                N_("“{setting}” sets nothing"),
                hint=N_("write --set 键=值, for example --set 会议名称=全县项目建设推进会"),
                setting=setting,
            )
        for name in names.get(parts["key"], ()):
            found.pop(name, None)
        found[parts["key"]] = Scalar(parts["value"])
    return found


def write_brief(questions: Iterable[Question], brief: Mapping[str, Value]) -> str:
    """Write a brief's answers in the order of the questions, so that read_brief gives them back."""
    lines: list[str] = []
    for question in questions:
        for name in (question.name, *question.aliases):
            if name in brief:
                lines += _lines(name, _as_asked(question, brief[name]), "")
    return "\n".join(lines) + "\n" if lines else ""


def _as_asked(question: Question, value: Value) -> Value:
    """Take lines that only look like `键：值` for the words they are, where no field is asked."""
    if question.fields or not isinstance(value, Items):
        return value
    return Items(Scalar(i.raw) if isinstance(i, Entry) and i.raw else i for i in value)


def _lines(key: str, value: Value, indent: str) -> list[str]:
    if isinstance(value, Scalar):
        return [f"{indent}{key}: {dump_value(value)}"]
    if isinstance(value, Items):
        return [f"{indent}{key}:", *(line for item in value for line in _item(item, indent + "  "))]
    inner = [line for name, part in value.items() for line in _lines(name, part, indent + "  ")]
    return [f"{indent}{key}:", *inner]


def _item(value: Value, indent: str) -> list[str]:
    if isinstance(value, Entry):
        inner = [line for name, part in value.items() for line in _lines(name, part, indent + "  ")]
        return [f"{indent}- {inner[0].lstrip()}", *inner[1:]] if inner else []
    return [f"{indent}- {_quoted(str(value))}"]


def _quoted(text: str) -> str:
    """Write a list's words so that they are not taken for `键：值`."""
    shown = dump_value(text)
    return shown if shown.startswith('"') or not re.search("[:：]", shown) else _json(text)


def _json(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def brief_schema(questions: Iterable[Question]) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a template's briefs."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_object(tuple(questions))}


def _object(questions: tuple[Question, ...]) -> dict[str, Any]:
    required = [q.name for q in questions if q.required]
    found: dict[str, Any] = {
        "type": "object",
        "properties": {question.name: _schema(question) for question in questions},
        "additionalProperties": False,
    }
    return found | ({"x-wanted": required} if required else {})


_JSON_TYPES: dict[Type, dict[str, Any]] = {
    Type.WHOLE: {"type": ["integer", "string"]},
    Type.NUMBER: {"type": ["number", "string"]},
    Type.DATE: {"type": "string", "format": "date"},
    Type.YES_NO: {"type": ["boolean", "string"]},
}


def _schema(question: Question) -> dict[str, Any]:
    texts = {"title": question.ask, "description": question.help, "default": question.default}
    found: dict[str, Any] = {name: text for name, text in texts.items() if text}
    found |= {"examples": [question.example]} if question.example else {}
    if question.type is Type.CHOICE:
        return found | {"type": "string", "enum": list(question.choices)}
    if question.many:
        items = _object(question.fields) if question.fields else {"type": "string"}
        bounds = {"minItems": question.least, "maxItems": question.most}
        limits = {name: bound for name, bound in bounds.items() if bound is not None}
        return found | {"type": "array", "items": items, **limits}
    return found | _JSON_TYPES.get(question.type, {"type": "string"})

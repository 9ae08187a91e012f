"""The front matter of an outline: the document's elements by their Chinese names."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from drafter.errors import N_, OutlineError, Place
from drafter.formats.loose import Items, Scalar, Value, load
from drafter.formats.outline.inline import read_inlines
from drafter.model import ELEMENTS, Element, Para, kind_named, kind_names

_YES = {"是": True, "否": False, "true": True, "false": False}
_NAMES = {
    name: element
    for element in ELEMENTS
    for name in (element.name, element.chinese, *element.aliases)
}
_OTHERS = {"文种": "kind", "kind": "kind", "版式": "house", "house": "house"}
_OTHERS |= {"随文印发": "enclosed", "enclosed": "enclosed"}


def front_matter(lines: list[str], first_line: int) -> dict[str, Any]:
    """Read front matter into the fields of a Document.

    Raises OutlineError for a key nobody knows (the nearest offered) or a value that does not fit.
    """
    entry = load("\n".join(lines), first_line, flat=True)
    fields: dict[str, Any] = {}
    for key, value in entry.items():
        line = getattr(value, "line", 0) or entry.line
        name, found = _field(key, value, line)
        if name in fields:
            raise OutlineError(N_("{key} is given twice"), place=Place(line=line), key=key)
        fields[name] = found
    return fields


def _field(key: str, value: Value, line: int) -> tuple[str, object]:
    element = _NAMES.get(key)
    if element:
        return element.name, _lines(element, value, line)
    name = _OTHERS.get(key)
    if name is None:
        near = get_close_matches(key, [*_NAMES, *_OTHERS], n=1, cutoff=0.4)
        raise OutlineError(
            N_("the front matter has no key {key}"),
            hint=N_("did you mean {near}?")
            if near
            else N_("docs/outline-format.md lists the keys"),
            place=Place(line=line),
            key=key,
            near=near[0] if near else "",
        )
    return name, _other(name, str(value) if isinstance(value, Scalar) else "", line)


def _other(name: str, value: str, line: int) -> object:
    if name == "kind" and kind_named(value) is None:
        near = get_close_matches(value, kind_names(), n=1, cutoff=0)
        raise OutlineError(
            N_("there is no kind of document called {value}"),
            hint=N_("did you mean {near}?"),
            place=Place(line=line),
            value=value,
            near=near[0],
        )
    if name == "enclosed":
        found = _YES.get(value.lower())
        if found is None:
            raise OutlineError(
                N_("{value} is neither 是 nor 否"), place=Place(line=line), value=value
            )
        return found
    return value


def _lines(element: Element, value: Value, line: int) -> object:
    """Read the one line, or the lines, of an element."""
    values = value if isinstance(value, Items) else [value]
    if any(not isinstance(text, str) for text in values):
        raise OutlineError(N_("{key} must be words"), place=Place(line=line), key=element.chinese)
    paras = tuple(read_inlines(str(text)) for text in values)
    if element.many:
        return paras
    if len(paras) > 1:
        raise OutlineError(
            N_("{key} has one line only"), place=Place(line=line), key=element.chinese
        )
    return paras[0] if paras else Para()

"""What a value of a house file may be: its kind, its unit's bounds, the words it may have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, NamedTuple, TypeAlias

from drafter.errors import N_
from drafter.house.house import Look, Masthead, Page, PageNumber, Rules, Signature

Values: TypeAlias = Mapping[str, Any]
"""Values by their path: ``page.top_mm``, ``looks.title.font``."""

PARTS: dict[str, type] = {
    "page": Page,
    "page_number": PageNumber,
    "rules": Rules,
    "masthead": Masthead,
    "signature": Signature,
}
_HEAD = ("title", "based_on")
_FONTS = ("fangsong", "kai", "hei", "xiaobiaosong", "song", "latin")
_CHOICES = {
    "align": ("both", "left", "center", "right"),
    "page_number.place": ("outside", "center"),
    "rules.head": ("single", "double", "none"),
    "masthead.form": ("file", "letter", "order", "minutes"),
    "signature.form": ("seal", "plain", "stamp"),
}
_BOUNDS = {"mm": (0, 558), "pt": (0, 200), "chars": (0, 60), "lines": (0, 60), "row": (1, 9)}
_RULE = (0, 12)  # how thick in points, how far below the words in mm: what Word takes
_POSITIVE = ("size_pt", "width_mm", "height_mm", "lines", "chars")
_INDENTS = ("left_chars", "right_chars", "first_chars", "gap_chars")
_LEAST_CHARS = 5  # 字 a line has to have room for, as 附件：1. and one
_POINTS_A_MM = 72 / 25.4
_NO_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_KINDS = {"float": (int, float), "int": (int,), "str": (str,), "bool": (bool,)}
_SAID = {
    "float": N_("a number"),
    "int": N_("a whole number"),
    "str": N_("words in quotes"),
    "bool": N_("true or false"),
}


class Fault(NamedTuple):
    """What is wrong with one value."""

    path: str
    message: str
    hint: str = ""
    values: dict[str, object] = {}  # noqa: RUF012 - a default no one changes


def faults(values: Values, roles: Collection[str]) -> Iterator[Fault]:
    """Find all that is wrong with the values of a house; ``roles`` are those that have a look."""
    known = _known(values, roles)
    yield from _unknown(values, known, roles)
    wrong = False
    for path, kind in known.items():
        fault = _wrong(path, kind, values)
        if fault:
            wrong = True
            yield fault
    if not wrong:
        yield from _together(values)


def _known(values: Values, roles: Collection[str]) -> dict[str, str]:
    """Give every path a house has, with the kind of its value."""
    found = {path: "str" for path in _HEAD if path in values}
    found |= {f"fonts.{role}": "str" for role in _FONTS}
    for name, part in PARTS.items():
        found |= {f"{name}.{field.name}": str(field.type) for field in fields(part)}
    for role in roles:
        for field in fields(Look):
            path = f"looks.{role}.{field.name}"
            if path in values or field.default is MISSING:
                found[path] = str(field.type)
    return found


def _unknown(values: Values, known: Mapping[str, str], roles: Collection[str]) -> Iterator[Fault]:
    for path in values:
        if path in known:
            continue
        within = path.rpartition(".")[0]
        names = {key for key in known if key != path}
        if within.removeprefix("looks.") in roles:
            names |= {f"{within}.{field.name}" for field in fields(Look)}
        near = _nearest(path, names)
        yield Fault(
            path,
            N_("a house style has no value {path}"),
            N_("did you mean {near}?") if near else "",
            {"near": near},
        )


def _nearest(path: str, names: Collection[str]) -> str:
    from difflib import get_close_matches  # heavy, and seldom wanted

    return next(iter(get_close_matches(path, sorted(names), n=1, cutoff=0.7)), "")


def _wrong(path: str, kind: str, values: Values) -> Fault | None:
    kind = kind.removesuffix(" | None")
    value = values.get(path)
    if value is None:
        return Fault(path, N_("the value {path} is missing"))
    right = isinstance(value, _KINDS[kind]) and (kind == "bool" or not isinstance(value, bool))
    if not right:
        return Fault(path, N_("{path} has to be {kind}"), values={"kind": _SAID[kind]})
    name = path.rpartition(".")[2]
    if kind in ("float", "int"):
        return _out_of_bounds(path, name, value)
    if kind == "str":
        return _wrong_words(path, name, str(value), values)
    return None


def _out_of_bounds(path: str, name: str, value: float) -> Fault | None:
    low, high = _bounds(path)
    if not low <= value <= high or (name in _POSITIVE and not value):
        least = f"> {low}" if name in _POSITIVE else f"≥ {low}"
        shown = f"{value:g}" if isinstance(value, float) else value
        bounds: dict[str, object] = {"value": shown, "bounds": f"{least}, ≤ {high}"}
        return Fault(path, N_("{path} is {value}: it has to be {bounds}"), values=bounds)
    return None


def _bounds(path: str) -> tuple[int, int]:
    """Give the least and the most a number may be."""
    unit = path.rpartition(".")[2].rpartition("_")[2]
    if path == "rules.head_below_mm" or (path.startswith("rules.") and unit == "pt"):
        return _RULE
    return _BOUNDS[unit]


def _wrong_words(path: str, name: str, value: str, values: Values) -> Fault | None:
    choices = _CHOICES.get(path) or _CHOICES.get(name)
    if name == "font":
        choices = tuple(role for role in _FONTS if f"fonts.{role}" in values)
    if choices and value not in choices:
        told: dict[str, object] = {"value": value, "choices": " | ".join(choices)}
        return Fault(path, N_("{path} is {value}: it has to be one of {choices}"), values=told)
    if name == "colour" and value and not _COLOUR.fullmatch(value):
        told = {"value": value}
        return Fault(path, N_("{path} is {value}: it has to be six digits like FF0000"), "", told)
    if path == "page_number.form" and value.count("{n}") != 1:
        return Fault(path, N_("{path} has to hold {{n}} where the number goes, once"))
    if path.startswith("fonts.") and not (value.strip() and value.isprintable()):
        return Fault(path, N_("{path} names no font"))
    if _NO_LINE.search(value):
        return Fault(path, N_("{path} holds a character that no line of text may hold"))
    return None


def _together(values: Values) -> Iterator[Fault]:
    """Find values that do not go together."""
    wide = values["page.width_mm"] - values["page.left_mm"] - values["page.right_mm"]
    high = values["page.height_mm"] - values["page.top_mm"] - values["page.bottom_mm"]
    if wide < 50 or high < 50:
        yield Fault("page", N_("the margins leave no room for text"))
        return
    if wide / values["page.chars"] < 2 or high / values["page.lines"] < 2:
        yield Fault("page", N_("so many lines and characters do not fit the page"))
    yield from _too_many_lines(values)
    yield from _too_wide(values, wide * _POINTS_A_MM)
    below = values["page_number.below_mm"] * _POINTS_A_MM + values["page_number.size_pt"]
    if below > values["page.bottom_mm"] * _POINTS_A_MM:
        yield Fault("page_number.below_mm", N_("the page number does not fit the lower margin"))


def _too_many_lines(values: Values) -> Iterator[Fault]:
    for path, value in values.items():
        counted = path.endswith("_lines") and path != "rules.tail_lines"
        if counted and value > values["page.lines"] - 1:
            yield Fault(path, N_("{path} is more than the page has lines"))


def _too_wide(values: Values, width: float) -> Iterator[Fault]:
    """Find looks whose size and indents leave no line for words."""
    looks = {path.removesuffix(".size_pt") for path in values if path.endswith(".size_pt")}
    for look in sorted(looks):
        chars = sum(values.get(f"{look}.{name}", 0) for name in _INDENTS)
        if (chars + _LEAST_CHARS) * values[f"{look}.size_pt"] > width:
            yield Fault(look, N_("the size and indents of {path} leave no room for words"))

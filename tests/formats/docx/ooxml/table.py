"""The two tables of the check, read: what may stand in what, which attributes an element has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.formats.docx.ooxml.names import Element, name_of

_HERE = Path(__file__).parent
_MANY = 10**9
_TIMES = {"": (1, 1), "?": (0, 1), "*": (0, _MANY), "+": (1, _MANY)}
_GROUP = re.compile(r"(\{[^}]*\}|[^\s{}]+?)([?*+]?)(?=\s|$)")
_LIST = re.compile(r"(?<![^\s{])@[\w-]+")
_HOLDERS = ("sdt", "sdtContent", "customXml")
_KINDS = {"tbl": "row", "tr": "cell"} | dict.fromkeys(
    ("body", "tc", "hdr", "ftr", "comment", "footnote", "endnote", "txbxContent"), "block"
)


class Slot(NamedTuple):
    """A place among the children of an element: who may stand there, how often."""

    names: frozenset[str]
    least: int
    most: int


class Content(NamedTuple):
    """What an element holds: its slots in order; words; anything at all."""

    slots: tuple[Slot, ...] = ()
    words: bool = False
    open: bool = False


class Attribute(NamedTuple):
    """An attribute of an element: its short name, what it may say, whether it must be there."""

    name: str
    type: str
    needed: bool


def content_of(element: Element) -> Content:
    """Look up what an element may hold where it stands."""
    name = name_of(element)
    if name in ("sdtContent", "customXml"):
        name = f"{name}@{_kind(element)}"
    return _contents().get(f"{_parent(element)}/{name}") or _contents().get(name, Content())


def attributes_of(element: Element) -> dict[str, Attribute]:
    """Look up the attributes of an element where it stands."""
    name, parent, table = name_of(element), _parent(element), _attributes()
    for key in (f"{parent}/{name}", name, f"{parent}/*"):
        if key in table:
            return table[key]
    return {}


def words_of_type(name: str) -> frozenset[str]:
    """Give the words that a type with $ may say."""
    return frozenset(_lines("attributes.txt")[name][0].split())


def _parent(element: Element) -> str:
    parent = element.getparent()
    return name_of(parent) if parent is not None else ""


def _kind(element: Element) -> str:
    """Tell what a content control or custom markup holds by what stands around it."""
    holder = element.getparent()
    while holder is not None and name_of(holder) in _HOLDERS:
        holder = holder.getparent()
    return _KINDS.get(name_of(holder), "inline") if holder is not None else "inline"


@cache
def _lines(file: str) -> dict[str, list[str]]:
    """Read a table: by what stands in front, what follows; of a @list, first what is in it."""
    text = (_HERE / file).read_text("utf-8")
    text = re.sub(r"(?m)^#.*\n", "", text).replace("\n  ", " ")
    found: dict[str, list[str]] = {}
    for line in filter(None, text.splitlines()):
        heads, content = re.split(r":(?:\s+|$)", line, maxsplit=1)
        for head in heads.split():
            found.setdefault(head, []).append(content)
    return found


def _spread(text: str, file: str) -> str:
    """Put lists in the place of their names."""
    while _LIST.search(text):
        text = _LIST.sub(lambda found: _lines(file)[found[0]][0], text)
    return text


@cache
def _contents() -> dict[str, Content]:
    file = "children.txt"
    found: dict[str, Content] = {}
    for heads, texts in _lines(file).items():
        for text in texts if not heads.startswith("@") else texts[1:]:
            for head in _spread(heads, file).split():
                found[head] = _content(_spread(text, file))
    return found


def _content(text: str) -> Content:
    if text == "#any":
        return Content(open=True)
    if text == "#text":
        return Content(words=True)
    return Content(tuple(_slots("" if text == "#none" else text)))


def _slots(text: str) -> Iterator[Slot]:
    for names, times in _GROUP.findall(text):
        yield Slot(frozenset(names.strip("{}").split()), *_TIMES[times])


@cache
def _attributes() -> dict[str, dict[str, Attribute]]:
    file = "attributes.txt"
    found: dict[str, dict[str, Attribute]] = {}
    for head, texts in _lines(file).items():
        if not head.startswith(("@", "$")):
            prefix = ":" if ":" in head.rpartition("/")[2] else ""
            pairs = (pair.split("=") for pair in _spread(texts[-1], file).split())
            made = (_attribute(name, type, prefix) for name, type in pairs)
            found[head] = {attribute.name: attribute for attribute in made}
    return found


def _attribute(name: str, type: str, prefix: str) -> Attribute:
    bare = name.rstrip("!")
    return Attribute(bare if ":" in bare else prefix + bare, type, name.endswith("!"))

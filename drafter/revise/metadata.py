"""What a file tells of those who wrote it, taken out: names, firms, templates, traces."""

from __future__ import annotations

from collections.abc import Collection
from posixpath import basename, dirname, normpath
from typing import NamedTuple

from lxml import etree

from drafter.formats.docx.names import NAMESPACE
from drafter.formats.docx.xml import W
from drafter.revise.ooxml import Element, is_on, parse, serialised, w
from drafter.revise.parts import Parts

_ROOT = "_rels/.rels"
_CORE = (
    *("creator", "lastModifiedBy", "revision", "version", "lastPrinted", "identifier"),
    *("description", "keywords", "category", "contentStatus"),
)
_APP = (
    *("Company", "Manager", "Template", "TotalTime", "HyperlinkBase", "HLinks"),
    *("TitlesOfParts", "HeadingPairs"),
)
_SETTINGS = ("rsids", "docVars", "attachedTemplate", "mailMerge")
_BEFORE = tuple(w(name) for name in ("writeProtection", "view", "zoom"))
_FLAG = "removePersonalInformation"


class _Told(NamedTuple):
    """A part the package itself refers to: the last word of the relation's kind, and its name."""

    kind: str
    name: str


def clean(parts: Parts, text: str) -> set[str]:
    """Take private metadata out of a file; give the names of the parts that changed or went.

    A title among the properties stays only where ``text``, the words of the document, has it.
    """
    before = dict(parts.raw)
    for told in _related(parts.raw.get(_ROOT, b"")):
        if told.name not in parts.raw:
            continue
        if told.kind == "core-properties":
            _properties(parts, told.name, _CORE, "".join(text.split()))
        elif told.kind == "extended-properties":
            _properties(parts, told.name, _APP)
        elif told.kind in ("custom-properties", "thumbnail"):
            _drop(parts, told.name)
    for name in parts.related("people").values():
        parts.remove(name)
    _settings(parts)
    _own(parts)
    _traces(parts)
    parts.write()
    return {name for name in before if parts.raw.get(name) != before[name]}


def _related(raw: bytes) -> list[_Told]:
    rows = parse(raw, _ROOT) if raw else ()
    return [
        _Told(row.get("Type", "").rsplit("/", 1)[-1], normpath(row.get("Target", "")).lstrip("/"))
        for row in rows
        if isinstance(row.tag, str)
    ]


def _properties(parts: Parts, name: str, private: Collection[str], text: str = "") -> None:
    root = parse(parts.raw[name], name)
    for child in [child for child in root if isinstance(child.tag, str)]:
        said = etree.QName(child).localname
        stale = said in ("title", "subject") and "".join((child.text or "").split()) not in text
        if said in private or stale:
            root.remove(child)
    parts.raw[name] = serialised(root)


def _drop(parts: Parts, name: str) -> None:
    """Take out a part that the package itself refers to."""
    root = parse(parts.raw[_ROOT], _ROOT)
    for row in [row for row in root if isinstance(row.tag, str)]:
        if normpath(row.get("Target", "")).lstrip("/") == name:
            root.remove(row)
    parts.raw[_ROOT] = serialised(root)
    parts.remove(name)


def _settings(parts: Parts) -> None:
    """Take out what settings tell of, and have Word put no names back when it saves."""
    name = parts.named("settings", "word/settings.xml")
    if name not in parts.raw:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
        empty = etree.Element(w("settings"), nsmap={"w": W})
        parts.add(name, serialised(empty), "settings", kind, "rIdSettings")
    root = parse(parts.raw[name], name)
    gone = [child for child in root if child.tag in [w(one) for one in _SETTINGS]]
    for child in gone:
        root.remove(child)
    if not is_on(root.find(w(_FLAG))):
        for old in root.findall(w(_FLAG)):
            root.remove(old)
        places = [at for at, child in enumerate(root) if child.tag in _BEFORE]
        root.insert(places[-1] + 1 if places else 0, etree.Element(w(_FLAG)))
    parts.raw[name] = serialised(root)
    rows = f"{dirname(name)}/_rels/{basename(name)}.rels".lstrip("/")
    if rows in parts.raw:
        _relations(parts, rows)


def _relations(parts: Parts, name: str) -> None:
    """Take out where the template and the data of a mail merge lie."""
    root = parse(parts.raw[name], name)
    private = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData")
    for row in [row for row in root if isinstance(row.tag, str)]:
        if row.get("Type", "").rsplit("/", 1)[-1] in private:
            root.remove(row)
    parts.raw[name] = serialised(root)


def _own(parts: Parts) -> None:
    """Take out whom drafter's own part says to ask about gaps: none is left."""
    for name, raw in parts.raw.items():
        if name.startswith("customXml/item") and NAMESPACE.encode() in raw[:400]:
            root = parse(raw, name)
            for row in root.findall(f"{{{NAMESPACE}}}gap"):
                root.remove(row)
            parts.raw[name] = serialised(root)


def _traces(parts: Parts) -> None:
    """Take out the marks by which Word tells which words were written at one sitting."""
    for name, raw in parts.raw.items():
        if name.endswith(".xml") and b"rsid" in raw:
            root = parse(raw, name)
            for element in list(root.iter(etree.Element)):
                _forget(element)
            parts.raw[name] = serialised(root)


def _forget(element: Element) -> None:
    parent = element.getparent()
    if element.tag == w("rsid") and parent is not None:
        parent.remove(element)
    for name in [str(name) for name in element.attrib if str(name).startswith(w("rsid"))]:
        del element.attrib[name]

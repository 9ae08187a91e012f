"""The package around a Word file: its zip, content types and relationships."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from tests.formats.docx.ooxml.names import Element, elements, full

TYPES = "[Content_Types].xml"
_RELS = re.compile(r"(.*/)?_rels/([^/]*)\.rels")
_ID = re.compile(r"[^\W\d][\w.-]*")
_BAD_NAME = re.compile(r"^/|//|\\|(^|/)[^/]*\.(/|$)|[^\x21-\x7e]")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its id, its type, the part or address it leads to."""

    id: str
    type: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """A Word file taken apart; what was wrong on the way stands in ``faults``."""

    parts: dict[str, bytes] = field(default_factory=dict)
    trees: dict[str, Element] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def opened(data: bytes) -> Package:
    """Take a Word file apart."""
    package = Package()
    try:
        package.faults += _zip_faults(data, package)
    except _UNREADABLE as error:
        package.faults.append(f"the zip cannot be read: {error}")
        return package
    _parse(package)
    package.faults += _content_types(package)
    package.faults += _relations(package)
    return package


def _zip_faults(data: bytes, package: Package) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        entries = [entry for entry in source.infolist() if not entry.is_dir()]
        package.parts |= {entry.filename: source.read(entry) for entry in entries}
    names = [entry.filename for entry in entries]
    if not names or names[0] != TYPES:
        yield f"{TYPES} is not the first entry of the zip"
    for name, times in Counter(name.lower() for name in names).items():
        if times > 1:
            yield f"{name}: there are {times} parts of this name"
    for entry in entries:
        if entry.compress_type not in _PLAIN_METHODS or entry.flag_bits & 1:
            yield f"{entry.filename}: neither stored nor deflated, or encrypted"
        if entry.filename != TYPES and _BAD_NAME.search(entry.filename):
            yield f"{entry.filename}: no name for a part"


def _parse(package: Package) -> None:
    """Parse every part that is XML."""
    for name, data in package.parts.items():
        if name.endswith((".xml", ".rels")):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            try:
                root = etree.fromstring(data, parser)
            except etree.XMLSyntaxError as error:
                package.faults.append(f"{name}: not well-formed: {error}")
                continue
            package.trees[name] = root
            if root.getroottree().docinfo.doctype:
                package.faults.append(f"{name}: has a DTD")


def _content_types(package: Package) -> Iterator[str]:
    """Read [Content_Types].xml and hold it against the parts."""
    root = package.trees.get(TYPES)
    if root is None or root.tag != full("ct:Types"):
        yield f"{TYPES}: missing, or not ct:Types"
        return
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for child in elements(root):
        found, key = (
            (defaults, child.get("Extension", "").lower())
            if child.tag == full("ct:Default")
            else (overrides, child.get("PartName", ""))
        )
        if child.tag not in (full("ct:Default"), full("ct:Override")) or not key:
            yield f"{TYPES}: {child.tag} is neither a Default nor an Override of something"
        if not re.fullmatch(r"[^\s/]+/[^\s/]+", child.get("ContentType", "")):
            yield f"{TYPES}: {key} has no content type"
        if key in found:
            yield f"{TYPES}: {key} is named twice"
        found[key] = child.get("ContentType", "")
    for name in overrides:
        if name.removeprefix("/") not in package.parts or not name.startswith("/"):
            yield f"{TYPES}: Override for {name}, which is no part"
    for name in package.parts:
        kind = overrides.get(f"/{name}") or defaults.get(name.rpartition(".")[2].lower(), "")
        package.types[name] = kind
        if not kind and name != TYPES:
            yield f"{name}: has no content type"


def _relations(package: Package) -> Iterator[str]:
    """Read every .rels part and hold it against the parts."""
    for name in package.parts:
        found = _RELS.fullmatch(name)
        if not found:
            continue
        source = (found[1] or "") + found[2]
        if source and source not in package.parts:
            yield f"{name}: belongs to no part"
        root = package.trees.get(name)
        if root is None or root.tag != full("rel:Relationships"):
            yield f"{name}: is not rel:Relationships"
            continue
        relations = [_relation(child, source) for child in elements(root)]
        package.relations[source] = relations
        yield from (f"{name}: {fault}" for fault in _relation_faults(relations, package))


def _relation(element: Element, source: str) -> Relation:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    if target and not external:
        joined = posixpath.join("/", posixpath.dirname(source), unquote(target))
        target = posixpath.normpath(joined).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", ""), target, external)


def _relation_faults(relations: list[Relation], package: Package) -> Iterator[str]:
    for id, times in Counter(relation.id for relation in relations).items():
        if times > 1:
            yield f"the id {id} stands {times} times"
        if not _ID.fullmatch(id):
            yield f"{id!r} is no id"
    for relation in relations:
        if not relation.type or not relation.target:
            yield f"{relation.id} has no type or leads nowhere"
        elif not relation.external and relation.target not in package.parts:
            yield f"{relation.id} leads to {relation.target}, which is no part"
        elif not relation.external and (
            relation.target == TYPES or _RELS.fullmatch(relation.target)
        ):
            yield f"{relation.id} leads to {relation.target}, which nothing may lead to"

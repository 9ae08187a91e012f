"""The parts of a Word file: opened, changed, written again in their old order."""

from __future__ import annotations

import re
from io import BytesIO
from posixpath import join, normpath
from zipfile import ZipFile

from lxml import etree

from drafter.formats.docx.opened import is_strict, usual_names
from drafter.formats.docx.package import package, packed
from drafter.revise.ooxml import Element, parse, serialised, tidy_all

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = re.compile("/vba(Project|Data)[^/]*$")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Parts:
    """A package whose parts are parsed when they are asked for.

    A part nobody asked for is written byte for byte as it was. Where the file is of the strict
    variant of the format, it is made one of the usual. ``main`` names the main part.
    """

    def __init__(self, data: bytes, main: str = "word/document.xml") -> None:
        with ZipFile(BytesIO(data)) as found:
            names = [name for name in found.namelist() if not name.endswith("/")]
            self.raw = {name: found.read(name) for name in names}
        if is_strict(self.raw.get(main, b"")):
            xmls = [name for name in names if name.endswith((".xml", ".rels"))]
            self.raw |= {name: usual_names(self.raw[name]) for name in xmls}
        self.main = main
        self._folder, _, file = main.rpartition("/")
        self._related = f"{self._folder}/_rels/{file}.rels".lstrip("/")
        self._roots: dict[str, Element] = {}

    def root(self, name: str) -> Element | None:
        """Give a part's root, to be changed; None where there is no such part."""
        if name not in self._roots and name in self.raw:
            self._roots[name] = parse(self.raw[name], name)
        return self._roots.get(name)

    def sure(self, name: str, empty: str) -> Element:
        """Give a part's root, made from ``empty`` where there is none."""
        found = self.root(name)
        if found is None:
            self.raw[name] = b""
            found = self._roots[name] = etree.fromstring(empty)
        return found

    def document(self) -> Element:
        """Give the root of the main part."""
        found = self.root(self.main)
        assert found is not None, "the reader has seen to it that there is one"
        return found

    def add(self, name: str, data: bytes, kind: str, content_type: str, id: str = "") -> str:
        """Add a part the main part refers to, or replace one; give the relation's id."""
        self._roots.pop(name, None)
        self.raw.pop(name, None)
        self.raw[name] = data
        self._type(name, content_type)
        return self._relate(name, kind, id)

    def add_relation(self, name: str, kind: str, content_type: str, id: str) -> None:
        """Say of a part that is there, or will be, what it is to the main part."""
        self._type(name, content_type)
        self._relate(name, kind, id)

    def remove(self, name: str) -> None:
        """Take out a part, its relations, and what is said of it elsewhere."""
        folder, _, file = name.rpartition("/")
        for gone in (name, f"{folder}/_rels/{file}.rels"):
            self.raw.pop(gone, None)
            self._roots.pop(gone, None)
        for row in [row for row in self._rows() if self.target(row) == name]:
            self._relations().remove(row)
        types = self._types()
        for row in [row for row in types if row.get("PartName") == f"/{name}"]:
            types.remove(row)

    def plain(self) -> bool:
        """Make a file with macros, or a template, a plain document; tell whether it had macros.

        Word opens no .docx that holds macros.
        """
        self._type(self.main, _DOCUMENT)
        macros = [name for name in self.raw if _MACROS.search(name)]
        for name in macros:
            self.remove(name)
        return bool(macros)

    def related(self, kind: str) -> dict[str, str]:
        """Give the parts of a kind the main part refers to, by the relation's id."""
        return {
            row.get("Id", ""): self.target(row)
            for row in self._seen()
            if row.get("Type", "").rsplit("/", 1)[-1] == kind
            and row.get("TargetMode") != "External"
        }

    def named(self, kind: str, usual: str) -> str:
        """Give the name of the one part of a kind; the usual name where there is none."""
        return next(iter(self.related(kind).values()), usual)

    def target(self, row: Element) -> str:
        """Give the name of the part a relation leads to."""
        return normpath(join("/", self._folder, row.get("Target", ""))).lstrip("/")

    def tidy(self) -> None:
        """Put the properties in all parts that were changed in the schema's order."""
        for root in self._roots.values():
            tidy_all(root)

    def write(self) -> None:
        """Write the parts that were asked for."""
        for name, root in self._roots.items():
            self.raw[name] = serialised(root)

    def save(self) -> bytes:
        """Write the package; the same parts give the same bytes."""
        self.write()
        first = [_TYPES] if _TYPES in self.raw else []
        names = first + [name for name in self.raw if name != _TYPES]
        return package(packed(name, self.raw[name]) for name in names)

    def _types(self) -> Element:
        return self.sure(_TYPES, f'<Types xmlns="{_PACKAGE}/content-types"/>')

    def _relations(self) -> Element:
        return self.sure(self._related, f'<Relationships xmlns="{_PACKAGE}/relationships"/>')

    def _rows(self) -> list[Element]:
        return [row for row in self._relations() if isinstance(row.tag, str)]

    def _seen(self) -> list[Element]:
        """Give the relations to be looked at only: the part is not written for that."""
        raw = self.raw.get(self._related)
        if self._related in self._roots or raw is None:
            return self._rows() if raw is not None else []
        return [row for row in parse(raw, self._related) if isinstance(row.tag, str)]

    def _type(self, name: str, content_type: str) -> None:
        types = self._types()
        for row in types:
            if row.get("PartName") == f"/{name}":
                row.set("ContentType", content_type)
                return
        row = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
        row.set("PartName", f"/{name}")
        row.set("ContentType", content_type)

    def _relate(self, name: str, kind: str, id: str) -> str:
        for row in self._rows():
            if self.target(row) == name:
                return row.get("Id", "")
        used = {row.get("Id") for row in self._rows()}
        wanted, count = id, 2
        while wanted in used:
            wanted, count = f"{id}{count}", count + 1
        row = etree.SubElement(self._relations(), f"{{{_PACKAGE}/relationships}}Relationship")
        row.set("Id", wanted)
        row.set("Type", f"{_OFFICE}/{kind}")
        here = f"{self._folder}/"
        row.set("Target", name.removeprefix(here) if name.startswith(here) else f"/{name}")
        return wanted

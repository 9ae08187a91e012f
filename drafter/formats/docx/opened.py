"""A Word file taken apart: its parts, checked before they are unpacked, and what they say."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from drafter.errors import N_, Notice, UnusableInput
from drafter.formats.docx.names import NAMESPACE
from drafter.formats.docx.xml import R, W
from drafter.formats.safezip import bomb

if TYPE_CHECKING:
    from zipfile import ZipFile

Element = ElementTree.Element

_MOST = 1 << 30
"""Bytes that all parts together may unpack to."""
_MOST_XML = 100 << 20
"""A part of words: thirty million characters, beyond any document."""
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE_AGAIN = N_("open it in Word or WPS and save it as .docx")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_RENAMED = {
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@cache
def w(name: str) -> str:
    """Give a name of the main namespace as ElementTree writes it."""
    return f"{{{W}}}{name}"


RELATION_ID = f"{{{R}}}embed"


def said(parent: Element | None, name: str) -> str | None:
    """Give the value a child of this name carries (``w:val``); None where there is none."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(w("val"), "")


def figure(text: str | None, default: int = 0) -> int:
    """Read a whole number that a file gives; the default where it is none."""
    try:
        return int(text or "", 10)
    except ValueError:
        return default


def switched(parent: Element | None, name: str) -> bool | None:
    """Tell whether a property is on or off; None where nothing is said."""
    value = said(parent, name)
    return None if value is None else value.lower() not in ("0", "false", "off", "none")


def is_strict(xml: bytes) -> bool:
    """Tell whether a part is of the format's strict variant."""
    return _STRICT.search(xml) is not None


def usual_names(xml: bytes) -> bytes:
    """Give a part's XML with the namespaces of the format's strict variant made the usual ones."""
    return _STRICT.sub(_usual_name, xml)


def _usual_name(found: re.Match[bytes]) -> bytes:
    name = _RENAMED.get(found[2], found[2])
    return b"http://schemas.openxmlformats.org/%b/2006/%b" % (found[1], name)


class Relation(NamedTuple):
    """What a part refers to: the kind (header, image …), the part's name in the file."""

    kind: str
    target: str


@dataclass(slots=True)
class OwnFacts:
    """What drafter's own part says of a file that drafter wrote."""

    parts: list[dict[str, str]]  # kind and house of the document, then of each attachment
    gaps: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    sizes: dict[int, tuple[float, float]] = field(default_factory=dict)


class Opened:
    """A Word file's parts, unpacked and parsed as they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._zip = _unzipped(data)
        self.damaged: dict[str, None] = {}
        self.main = self._main()
        self.body = self._body()
        self.relations = self.relations_of(self.main)
        self.own = self._own()

    def part(self, name: str) -> bytes | None:
        """Give a part's bytes; None if there is none of that name."""
        from zipfile import BadZipFile

        try:
            return self._zip.read(name)
        except KeyError:
            return None
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnusableInput(
                N_("this Word file is damaged: {problem}"), hint=_SAVE_AGAIN, problem=error
            ) from error

    def xml(self, name: str) -> Element | None:
        """Parse a part; raises UnusableInput where it is no sound XML."""
        data = self.part(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data[:2048] or b"<!ENTITY" in data[:2048]:
            raise UnusableInput(
                N_("{part} of this Word file declares entities: no Word file does"),
                hint=N_("do not open it; ask whoever sent it"),
                part=name,
            )
        try:
            return ElementTree.fromstring(usual_names(data))
        except ElementTree.ParseError as error:
            raise UnusableInput(
                N_("{part} of this Word file is no sound XML: {problem}"),
                hint=_SAVE_AGAIN,
                part=name,
                problem=error,
            ) from error

    def spare(self, name: str) -> Element | None:
        """Parse a part that a reader can do without; None where it is missing or damaged.

        A damaged one is noted.
        """
        try:
            return self.xml(name)
        except UnusableInput:
            self.damaged.setdefault(name)
            return None

    def notices(self) -> Iterator[Notice]:
        """Say which parts were damaged."""
        for name in self.damaged:
            yield Notice(N_("{part} of this Word file is damaged and was not read"), part=name)

    def relations_of(self, part: str) -> dict[str, Relation]:
        """Give what a part refers to, by the id of the relation."""
        folder = dirname(part)
        found = self.spare(f"{folder}/_rels/{part.rsplit('/', 1)[-1]}.rels".lstrip("/"))
        relations = {}
        for row in found.iter(_RELATIONS) if found is not None else ():
            target = row.get("Target", "")
            if row.get("TargetMode") != "External":
                target = normpath(join("/", folder, target)).lstrip("/")
            relations[row.get("Id", "")] = Relation(row.get("Type", "").rsplit("/", 1)[-1], target)
        return relations

    @property
    def targets(self) -> dict[str, str]:
        """Give what the main part refers to, beside it: relation id → media/image1.png."""
        return {id: one.target.removeprefix("word/") for id, one in self.relations.items()}

    def related(self, kind: str) -> list[str]:
        """Give the parts of a kind that the main part refers to, each once."""
        found = (one.target for one in self.relations.values() if one.kind == kind)
        return list(dict.fromkeys(found))

    def of_kind(self, kind: str) -> Element | None:
        """Parse the one part of a kind (styles, numbering …) if it is there and sound."""
        names = [*self.related(kind), f"word/{kind}.xml"]
        return self.spare(names[0])

    def _main(self) -> str:
        """Give the name of the main part: word/document.xml but for a few producers."""
        usual = "word/document.xml"
        if usual in self._zip.namelist():
            return usual
        targets = (one for one in self.relations_of("").values() if one.kind == "officeDocument")
        return next((one.target for one in targets), usual)

    def _body(self) -> Element:
        document = self.xml(self.main)
        body = document.find(w("body")) if document is not None else None
        if body is None:
            raise UnusableInput(
                N_("this is no Word document: it holds no word/document.xml"), hint=_SAVE_AGAIN
            )
        return body

    def _own(self) -> OwnFacts | None:
        for name in self._zip.namelist():
            if name.startswith("customXml/item") and name.count("/") == 1:
                found = self.xml(name)
                if found is not None and found.tag == f"{{{NAMESPACE}}}document":
                    return _own_facts(found)
        return None


def _own_facts(found: Element) -> OwnFacts:
    facts = OwnFacts([])
    for row in (found, *found):
        if row is found or row.tag.endswith("}attachment"):
            facts.parts.append({"kind": row.get("kind", ""), "house": row.get("house", "")})
            continue
        number = int(row.get("number", "0"))
        if row.tag.endswith("}gap"):
            facts.gaps[number] = (row.get("name", ""), row.get("hint", ""), row.get("ask", ""))
        else:
            sizes = (float(row.get("width", "0")), float(row.get("height", "0")))
            facts.sizes[number] = sizes
    return facts


def _unzipped(data: bytes) -> ZipFile:
    """Open the zip; raises UnusableInput for what is none, or would flood the memory."""
    from zipfile import BadZipFile, ZipFile

    if data.startswith(_OLD):
        raise UnusableInput(
            N_("this is an encrypted Word file, or one of Word 97–2003"), hint=_SAVE_AGAIN
        )
    try:
        found = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError) as error:
        raise UnusableInput(N_("this is no Word file (.docx)"), hint=_SAVE_AGAIN) from error
    swollen = bomb(found.infolist(), _MOST)
    if swollen:
        raise UnusableInput(
            N_("{part} of this Word file unpacks to {size} MB: it is not read"),
            hint=N_("do not open it; ask whoever sent it"),
            part=swollen.filename,
            size=swollen.file_size >> 20,
        )
    for entry in found.infolist():
        if entry.file_size > _MOST_XML and entry.filename.endswith(".xml"):
            raise UnusableInput(
                N_("{part} of this Word file is larger than {size} MB: it is not read"),
                hint=N_("split it into several documents"),
                part=entry.filename,
                size=_MOST_XML >> 20,
            )
    return found

"""A Word file taken apart: its parts, checked before they are unpacked, and what they say."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from drafter.errors import N_, UnusableInput
from drafter.formats.docx.names import NAMESPACE
from drafter.formats.docx.xml import R, W

if TYPE_CHECKING:
    from zipfile import ZipFile

Element = ElementTree.Element

_MOST = 1 << 30
"""Bytes that all parts together may unpack to."""
_MOST_RATIO = 200
"""How much more a part may unpack to than it takes; text packs 4 to 20 times."""
_FAIR = 1 << 20
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE_AGAIN = N_("open it in Word or WPS and save it as .docx")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@cache
def w(name: str) -> str:
    """Give a name of the main namespace as ElementTree writes it."""
    return f"{{{W}}}{name}"


RELATION_ID = f"{{{R}}}embed"


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
        self.body = self._body()
        self.targets = self._targets()
        self.styles = self._style_names()
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
            return ElementTree.fromstring(data)
        except ElementTree.ParseError as error:
            raise UnusableInput(
                N_("{part} of this Word file is no sound XML: {problem}"),
                hint=_SAVE_AGAIN,
                part=name,
                problem=error,
            ) from error

    def _body(self) -> Element:
        document = self.xml("word/document.xml")
        body = document.find(w("body")) if document is not None else None
        if body is None:
            raise UnusableInput(
                N_("this is no Word document: it holds no word/document.xml"), hint=_SAVE_AGAIN
            )
        return body

    def _targets(self) -> dict[str, str]:
        found = self.xml("word/_rels/document.xml.rels")
        rows = found.iter(_RELATIONS) if found is not None else ()
        return {row.get("Id", ""): row.get("Target", "") for row in rows}

    def _style_names(self) -> dict[str, str]:
        found = self.xml("word/styles.xml")
        names: dict[str, str] = {}
        for style in found.iter(w("style")) if found is not None else ():
            name = style.find(w("name"))
            if name is not None:
                names[style.get(w("styleId"), "")] = name.get(w("val"), "")
        return names

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
    total = 0
    for entry in found.infolist():
        total += entry.file_size
        swollen = entry.file_size > _FAIR and entry.file_size > _MOST_RATIO * entry.compress_size
        if swollen or total > _MOST:
            raise UnusableInput(
                N_("{part} of this Word file unpacks to {size} MB: it is not read"),
                hint=N_("do not open it; ask whoever sent it"),
                part=entry.filename,
                size=entry.file_size >> 20,
            )
    return found

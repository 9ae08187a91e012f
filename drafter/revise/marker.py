"""The mark on a file laid out in place: for which house, and what it held then.

A file whose mark still fits is not touched again. A custom XML part carries it, which Word and
WPS keep; what is changed in the file after that no longer fits its digest.
"""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from drafter.formats.docx.names import NAMESPACE
from drafter.house import House
from drafter.revise.ooxml import parse
from drafter.revise.parts import Parts

_VERSION = 1  # of what laying out does; another one lays every file out anew
_TAG = f"{{{NAMESPACE}}}dressed"
_RELATION = "rIdDrafterDressed"
_XML = "application/xml"


class Mark(NamedTuple):
    """What a mark says."""

    part: str
    house: str
    content: str
    junk: int


def fingerprint(house: House) -> str:
    """Give what tells one house from another, whatever their names."""
    said = repr((_VERSION, house.name, sorted((k, repr(v)) for k, v in house.values.items())))
    return sha256(said.encode()).hexdigest()[:16]


def find(parts: Parts) -> Mark | None:
    """Find a file's mark."""
    for name, data in parts.raw.items():
        if name.startswith("customXml/item") and NAMESPACE.encode() in data[:400]:
            root = parse(data, name)
            if root.tag == _TAG:
                junk, house = root.get("junk", ""), root.get("house", "")
                count = int(junk) if junk.isdigit() else 0
                return Mark(name, str(house), str(root.get("content", "")), count)
    return None


def fits(parts: Parts, mark: Mark, house: House) -> bool:
    """Tell whether a file is as it was when it was laid out in this house."""
    return mark.house == fingerprint(house) and mark.content == _content(parts, mark.part)


def put(parts: Parts, house: House, junk: int) -> None:
    """Mark a file whose parts are ready to be written."""
    old = find(parts)
    name = old.part if old else _free(parts)
    parts.remove(name)
    parts.add(name, b"", "customXml", _XML, _RELATION)
    parts.write()
    root = etree.fromstring(f'<dressed xmlns="{NAMESPACE}"/>')
    root.set("house", fingerprint(house))
    root.set("content", _content(parts, name))
    root.set("junk", str(junk))
    parts.raw[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content(parts: Parts, without: str) -> str:
    digest = sha256()
    for name in sorted(parts.raw):
        if name != without:
            digest.update(f"{name}\0{len(parts.raw[name])}\0".encode() + parts.raw[name])
    return digest.hexdigest()


def _free(parts: Parts) -> str:
    number = 1
    while f"customXml/item{number}.xml" in parts.raw:
        number += 1
    return f"customXml/item{number}.xml"

"""How the check of Word files calls elements: short names, and paths a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

_SCHEMAS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006"
W = f"{_SCHEMAS}/wordprocessingml/2006/main"
R = f"{_OFFICE}/relationships"
MC = f"{_SCHEMAS}/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"
SPACES = {
    "w": W,
    "r": R,
    "mc": MC,
    "xml": XML,
    "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_SCHEMAS}/drawingml/2006/main",
    "pic": f"{_SCHEMAS}/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": f"{_OFFICE}/math",
    "sl": f"{_SCHEMAS}/schemaLibrary/2006/main",
    "ds": f"{_OFFICE}/customXml",
    "cp": f"{_SCHEMAS}/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "op": f"{_OFFICE}/custom-properties",
    "vt": f"{_OFFICE}/docPropsVTypes",
    "ep": f"{_OFFICE}/extended-properties",
    "ct": f"{_SCHEMAS}/package/2006/content-types",
    "rel": f"{_SCHEMAS}/package/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": f"{_SCHEMAS}/drawingml/2006/chart",
}
_PREFIXES = {space: prefix for prefix, space in SPACES.items()}


def w(name: str) -> str:
    """Give the full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def full(name: str) -> str:
    """Give the full name of a short one; without a prefix it is a w: name."""
    prefix, _, local = name.rpartition(":")
    return f"{{{SPACES[prefix or 'w']}}}{local}"


def space_of(name: str) -> str:
    """Give the namespace of a full name; empty if there is none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


@cache
def short(name: str) -> str:
    """Give the short name of a full one: w: names bare, strangers as they are."""
    space = space_of(name)
    if not space:
        return f":{name}"
    prefix = _PREFIXES.get(space)
    if prefix is None:
        return name
    local = name.rpartition("}")[2]
    return local if prefix == "w" else f"{prefix}:{local}"


def name_of(element: Element) -> str:
    """Give the short name of an element."""
    return short(str(element.tag))


def shown(name: str) -> str:
    """Give a short name as people write it, the w: in front."""
    return name if ":" in name or name.startswith("{") else f"w:{name}"


def elements(element: Element) -> Iterator[Element]:
    """Give the children that are elements, comments left out."""
    return element.iterchildren("*")


def path_of(element: Element) -> str:
    """Tell where an element stands: w:body/w:p[3]/w:pPr; the root is left out."""
    steps: list[str] = []
    at = element
    while (parent := at.getparent()) is not None:
        same = list(parent.iterchildren(str(at.tag)))
        number = f"[{same.index(at) + 1}]" if len(same) > 1 else ""
        steps.append(shown(name_of(at)) + number)
        at = parent
    return "/".join(reversed(steps)) or shown(name_of(at))

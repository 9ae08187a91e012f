"""Whether content types, relationships and roots of parts say the same, and ids lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tests.formats.docx.ooxml.names import Element, R, name_of, path_of, shown, space_of
from tests.formats.docx.ooxml.package import TYPES, Package, Relation

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"


class Kind(NamedTuple):
    """A kind of part: its content type, its root, whether one source may have several."""

    type: str
    root: str
    several: bool = False


_KINDS = {
    f"{R}/officeDocument": Kind(f"{_WORD}.document.main+xml", "document"),
    f"{R}/styles": Kind(f"{_WORD}.styles+xml", "styles"),
    f"{R}/settings": Kind(f"{_WORD}.settings+xml", "settings"),
    f"{R}/webSettings": Kind(f"{_WORD}.webSettings+xml", "webSettings"),
    f"{R}/fontTable": Kind(f"{_WORD}.fontTable+xml", "fonts"),
    f"{R}/numbering": Kind(f"{_WORD}.numbering+xml", "numbering"),
    f"{R}/header": Kind(f"{_WORD}.header+xml", "hdr", several=True),
    f"{R}/footer": Kind(f"{_WORD}.footer+xml", "ftr", several=True),
    f"{R}/comments": Kind(f"{_WORD}.comments+xml", "comments"),
    f"{R}/footnotes": Kind(f"{_WORD}.footnotes+xml", "footnotes"),
    f"{R}/endnotes": Kind(f"{_WORD}.endnotes+xml", "endnotes"),
    f"{R}/theme": Kind(f"{_OFFICE}.theme+xml", "a:theme"),
    f"{R}/customXmlProps": Kind(f"{_OFFICE}.customXmlProperties+xml", "ds:datastoreItem"),
    f"{R}/extended-properties": Kind(f"{_OFFICE}.extended-properties+xml", "ep:Properties"),
    f"{R}/custom-properties": Kind(f"{_OFFICE}.custom-properties+xml", "op:Properties"),
    f"{_METADATA}/core-properties": Kind(
        "application/vnd.openxmlformats-package.core-properties+xml", "cp:coreProperties"
    ),
}
_CHECKED = {kind.type: kind.root for kind in _KINDS.values() if kind.root != "a:theme"}
_PICTURE_TYPES = ("image/", "application/octet-stream")
_USES = {
    ("headerReference", "r:id"): "header",
    ("footerReference", "r:id"): "footer",
    ("hyperlink", "r:id"): "hyperlink",
    ("a:hlinkClick", "r:id"): "hyperlink",
    ("a:blip", "r:embed"): "image",
    ("a:blip", "r:link"): "image",
    ("v:imagedata", "r:id"): "image",
    ("altChunk", "r:id"): "aFChunk",
    ("attachedTemplate", "r:id"): "attachedTemplate",
    ("c:chart", "r:id"): "chart",
}


def checked_parts(package: Package) -> Iterator[str]:
    """Give the names of the parts whose elements our tables know."""
    for name, root in package.trees.items():
        if name_of(root) == _CHECKED.get(package.types.get(name, "")):
            yield name


def main_part(package: Package) -> str:
    """Give the name of the main part; empty if there is none."""
    return next(iter(related(package, "", "officeDocument")), "")


def related(package: Package, source: str, type: str) -> list[str]:
    """Give the parts that a part leads to by a type of relationship."""
    return [
        relation.target
        for relation in package.relations.get(source, [])
        if relation.type == f"{R}/{type}" and relation.target in package.trees
    ]


def agreement_faults(package: Package) -> Iterator[str]:
    """Give where types, relationships, roots and ids disagree."""
    if not main_part(package):
        yield "_rels/.rels: leads to no main part"
    for name in package.parts.keys() - _reached(package):
        yield f"{name}: no relationship leads to it"
    for source, relations in package.relations.items():
        yield from (f"{source or 'package'}: {fault}" for fault in _several(relations))
        for relation in relations:
            if not relation.external and relation.target in package.parts:
                yield from _type_faults(relation, package)
    for name, root in package.trees.items():
        wanted = {kind.type: kind.root for kind in _KINDS.values()}.get(package.types.get(name, ""))
        if wanted and name_of(root) != wanted:
            yield f"{name}: its root is {shown(name_of(root))}, not {shown(wanted)}"
        yield from (f"{name}: {fault}" for fault in _id_faults(name, root, package))


def _reached(package: Package) -> set[str]:
    """Give the parts that relationships lead to from the package, with the .rels on the way."""
    found, waiting = {TYPES}, [""]
    while waiting:
        source = waiting.pop()
        folder, _, base = source.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        found |= {source, rels}
        waiting += [
            relation.target
            for relation in package.relations.get(source, [])
            if not relation.external and relation.target not in found
        ]
    return found


def _several(relations: list[Relation]) -> Iterator[str]:
    for type, times in Counter(relation.type for relation in relations).items():
        if times > 1 and type in _KINDS and not _KINDS[type].several:
            yield f"has {times} relationships to {type.rpartition('/')[2]}"


def _type_faults(relation: Relation, package: Package) -> Iterator[str]:
    """Hold the type of a relationship against the content type of the part it leads to."""
    found, name = package.types.get(relation.target, ""), relation.target
    said = relation.type.rpartition("/")[2]
    kind = _KINDS.get(relation.type)
    if kind and found != kind.type:
        yield f"{name}: reached as {said}, but its content type is {found}"
    if not kind and found in _CHECKED:
        yield f"{name}: its content type is {found}, but it is reached as {said}"
    if relation.type == f"{R}/image" and not found.startswith(_PICTURE_TYPES):
        yield f"{name}: reached as image, but its content type is {found}"


def _id_faults(name: str, root: Element, package: Package) -> Iterator[str]:
    """Give ids of relationships that lead nowhere or to something else."""
    known = {relation.id: relation for relation in package.relations.get(name, [])}
    for element in root.iter("*"):
        for attribute, value in element.attrib.items():
            if space_of(str(attribute)) != R:
                continue
            used = f"r:{str(attribute).rpartition('}')[2]}"
            relation = known.get(str(value))
            wanted = _USES.get((name_of(element), used))
            if relation is None:
                yield f"{path_of(element)}: {used}={str(value)!r} is no relationship of the part"
            elif wanted and relation.type != f"{R}/{wanted}":
                type = relation.type.rpartition("/")[2]
                yield f"{path_of(element)}: {used}={str(value)!r} leads to {type}, not {wanted}"

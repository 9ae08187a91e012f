"""A part as a reader sees it that knows no extension, and as one sees it that knows them all."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from tests.formats.docx.ooxml.names import (
    MC,
    SPACES,
    Element,
    elements,
    full,
    path_of,
    space_of,
)

_ALTERNATE, _CHOICE, _FALLBACK = (
    full(f"mc:{name}") for name in ("AlternateContent", "Choice", "Fallback")
)
_LISTS = ("Ignorable", "MustUnderstand")


def views(root: Element) -> list[Element]:
    """Give a part with every first choice taken; where there are fallbacks, again with those."""
    ignorable = _ignorable(root)
    found = [_seen(root, ignorable, _CHOICE)]
    if root.find(f".//{_FALLBACK}") is not None:
        found.append(_seen(root, ignorable, _FALLBACK))
    return found


def markup_faults(root: Element) -> Iterator[str]:
    """Give prefixes that mean nothing, and choices that are none."""
    for element in root.iter("*"):
        for name in _LISTS:
            for prefix in element.get(f"{{{MC}}}{name}", "").split():
                if prefix not in element.nsmap:
                    yield f"{path_of(element)}: mc:{name} names the undeclared prefix {prefix}"
    for element in root.iter(_ALTERNATE):
        yield from (f"{path_of(element)}: {fault}" for fault in _choice_faults(element))


def _choice_faults(element: Element) -> Iterator[str]:
    tags = [child.tag for child in elements(element)]
    choices = [child for child in elements(element) if child.tag == _CHOICE]
    if not choices:
        yield "lacks an mc:Choice"
    if tags != [_CHOICE] * len(choices) + [_FALLBACK] * (len(tags) - len(choices)):
        yield "holds something else than choices and, last, a fallback"
    if tags.count(_FALLBACK) > 1:
        yield "has two fallbacks"
    for choice in choices:
        wanted = choice.get("Requires", "").split()
        if not wanted:
            yield "has a choice without Requires"
        yield from (
            f"a choice requires the undeclared prefix {prefix}"
            for prefix in wanted
            if prefix not in choice.nsmap
        )


def _ignorable(root: Element) -> set[str]:
    """Give the namespaces that a reader may pass over, those it knows left out."""
    found = set()
    for element in root.iter("*"):
        for prefix in element.get(f"{{{MC}}}Ignorable", "").split():
            found.add(element.nsmap.get(prefix, ""))
    return found - set(SPACES.values())


def _seen(root: Element, ignorable: set[str], branch: str) -> Element:
    """Copy a part, ignorable elements and attributes gone, one branch of each choice taken."""
    copy = deepcopy(root)
    for element in list(copy.iter("*")):
        for name in [name for name in element.attrib if space_of(str(name)) in ignorable]:
            del element.attrib[name]
        if space_of(str(element.tag)) in ignorable:
            _replace(element, [])
    for element in list(copy.iter(_ALTERNATE)):
        taken = next((child for child in elements(element) if child.tag == branch), None)
        if taken is None and branch == _FALLBACK:
            taken = next(elements(element), None)
        _replace(element, list(elements(taken)) if taken is not None else [])
    return copy


def _replace(element: Element, by: list[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = by

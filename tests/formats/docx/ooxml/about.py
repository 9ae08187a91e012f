"""Rules of what a Word file says of itself: core and custom properties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.formats.docx.ooxml.names import Element, elements, full, name_of, path_of
from tests.formats.docx.ooxml.values import is_moment

_OFFICE_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_MOMENTS = ("dcterms:created", "dcterms:modified", "cp:lastPrinted")


def about_faults(root: Element) -> Iterator[str]:
    """Give what is wrong with a part of properties."""
    if name_of(root) == "cp:coreProperties":
        yield from _core_faults(root)
    if name_of(root) == "op:Properties":
        yield from _custom_faults(root)


def _core_faults(root: Element) -> Iterator[str]:
    for name, times in Counter(map(name_of, elements(root))).items():
        if times > 1:
            yield f"{name} stands {times} times"
    for child in elements(root):
        if name_of(child) in _MOMENTS and not is_moment(child.text or ""):
            yield f"{path_of(child)}: {child.text!r} is no moment that the calendar knows"


def _custom_faults(root: Element) -> Iterator[str]:
    properties = list(root.iter(full("op:property")))
    for name in ("pid", "name"):
        for said, times in Counter(one.get(name, "").lower() for one in properties).items():
            if times > 1:
                yield f"the {name} {said} stands {times} times"
    for one in properties:
        if one.get("fmtid", "").upper() != _OFFICE_PROPERTIES:
            yield f"{path_of(one)}: its fmtid is not that of custom properties"
        if one.get("pid", "") in ("0", "1"):
            yield f"{path_of(one)}: its pid is less than 2"
        if not one.get("name"):
            yield f"{path_of(one)}: it has no name"

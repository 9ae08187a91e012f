"""Whether each element of a part holds what it may, in order, with the attributes it may have."""

from __future__ import annotations

from collections.abc import Iterator

from tests.formats.docx.ooxml.names import Element, elements, full, name_of, path_of, short, shown
from tests.formats.docx.ooxml.table import Content, Slot, attributes_of, content_of
from tests.formats.docx.ooxml.values import wrong

_ISLANDS = {full("txbxContent"), full("pic:pic"), full("wps:wsp")}
"""What is checked again inside an element that may hold anything."""


def content_faults(root: Element) -> Iterator[str]:
    """Give what is wrong with the elements and attributes of a part."""
    for element, content in _checked(root):
        faults = [*_attribute_faults(element, content), *_word_faults(element, content)]
        if not content.open:
            faults += _order_faults([name_of(child) for child in elements(element)], content.slots)
        yield from (f"{path_of(element)}: {fault}" for fault in faults)


def _checked(element: Element) -> Iterator[tuple[Element, Content]]:
    """Give an element and those in it, but of what may hold anything only the islands."""
    content = content_of(element)
    yield element, content
    for child in elements(element):
        yield from _islands(child) if content.open else _checked(child)


def _islands(element: Element) -> Iterator[tuple[Element, Content]]:
    if element.tag in _ISLANDS:
        yield from _checked(element)
        return
    for child in elements(element):
        yield from _islands(child)


def _order_faults(names: list[str], slots: tuple[Slot, ...]) -> Iterator[str]:
    """Walk children and slots side by side and tell each child that finds no place."""
    at, taken = 0, [0] * len(slots)
    for number, name in enumerate(names):
        place = next((i for i in range(at, len(slots)) if name in slots[i].names), None)
        if place is None or taken[place] >= slots[place].most:
            yield _misplaced(name, names[:number], slots)
        else:
            at = place
            taken[place] += 1
    for slot, count in zip(slots, taken, strict=True):
        if count < slot.least:
            yield f"lacks {' or '.join(map(shown, sorted(slot.names)[:4]))}"


def _misplaced(name: str, before: list[str], slots: tuple[Slot, ...]) -> str:
    """Say why a child finds no place."""
    own = [number for number, slot in enumerate(slots) if name in slot.names]
    if not own:
        return f"{shown(name)} may not stand in it"
    later = {one for slot in slots[own[-1] + 1 :] for one in slot.names}
    after = next((one for one in before if one in later), None)
    if after:
        return f"{shown(name)} stands after {shown(after)}, it belongs before it"
    return f"{shown(name)} stands in it too often"


def _word_faults(element: Element, content: Content) -> Iterator[str]:
    """Give words that stand where only elements may."""
    if content.words or content.open:
        return
    texts = [element.text, *(child.tail for child in element)]
    words = "".join(text or "" for text in texts).strip()
    if words:
        yield f"holds words: {words[:20]!r}"


def _attribute_faults(element: Element, content: Content) -> Iterator[str]:
    known = attributes_of(element)
    for attribute, value in element.attrib.items():
        name = short(str(attribute))
        if name.startswith("mc:") or (name not in known and content.open):
            continue
        if name not in known:
            yield f"has no attribute {_said(name)}"
        elif wanted := wrong(known[name].type, str(value)):
            yield f"{_said(name)}={str(value)!r} should be {wanted}"
    for name, attribute in known.items():
        if attribute.needed and _full(name) not in element.attrib:
            yield f"lacks the attribute {_said(name)}"


def _said(name: str) -> str:
    return name[1:] if name.startswith(":") else shown(name)


def _full(name: str) -> str:
    return name[1:] if name.startswith(":") else full(name)

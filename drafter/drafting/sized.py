"""A wanted length, told where text is still missing: in the hints of the first gap of each part."""

from __future__ import annotations

from dataclasses import replace

from drafter.drafting.length import Length
from drafter.model import Document, Inline, Para, Section
from drafter.model.measure import Part, parts
from drafter.model.walk import gaps, map_paras


def weight(part: Part) -> float:
    """Say what share of a length a section takes: one, and one for each of its points."""
    return 1 + len(part.points) + sum(weight(inner) for inner in part.parts)


def planned(document: Document, length: Length, chars: int) -> list[int]:
    """Split a length over the parts of a document, in the order `parts` gives them."""
    found = parts(document).parts
    weights = [weight(part) for part in found if part.role == "section"]
    opening, each, closing = length.split(chars, weights)
    rest = iter(each)
    fixed = {"opening": opening, "closing": closing}
    return [next(rest) if part.role == "section" else fixed.get(part.role, 0) for part in found]


def sized(document: Document, length: Length, chars: int) -> Document:
    """Say in the hint of each section's first gap how long the section is to be."""
    sizes = planned(document, length, chars)
    roles = [part.role for part in parts(document).parts]
    each = iter([size for size, role in zip(sizes, roles, strict=False) if role == "section"])
    body = [_sized(b, next(each)) if isinstance(b, Section) else b for b in document.body]
    return replace(document, body=tuple(body))


def _sized(section: Section, chars: int) -> Section:
    alone = Document(body=(section,))
    first = next(iter(gaps(alone)), None)
    if first is None:
        return section
    told = replace(first, hint="，".join(filter(None, (first.hint, f"本节约{chars}字"))))

    def change(para: Para) -> Para:
        inlines: tuple[Inline, ...] = tuple(told if i == first else i for i in para.inlines)
        return replace(para, inlines=inlines)

    inner = map_paras(alone, change).body[0]
    assert isinstance(inner, Section)
    return inner

"""A check of Word files against ECMA-376 that needs no schema: what is wrong, in readable lines.

The tables of ours that it goes by are children.txt and attributes.txt.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.formats.docx.ooxml.about import about_faults
from tests.formats.docx.ooxml.agreement import agreement_faults, checked_parts
from tests.formats.docx.ooxml.content import content_faults
from tests.formats.docx.ooxml.links import link_faults
from tests.formats.docx.ooxml.markup import markup_faults, views
from tests.formats.docx.ooxml.names import Element
from tests.formats.docx.ooxml.package import Package, opened
from tests.formats.docx.ooxml.story import story_faults


def faults(data: bytes) -> list[str]:
    """Give what is wrong with a Word file, each line with its part and place; none if nothing."""
    package = opened(data)
    if not package.trees:
        return package.faults or ["there is nothing in it"]
    return list(dict.fromkeys((*package.faults, *agreement_faults(package), *_inside(package))))


def _inside(package: Package) -> Iterator[str]:
    """Give what is wrong within the parts and between them."""
    for name, root in package.trees.items():
        yield from (f"{name}: {fault}" for fault in markup_faults(root))
    seen = {name: views(package.trees[name]) for name in checked_parts(package)}
    for name, found in seen.items():
        for view in found:
            yield from (f"{name}: {fault}" for fault in _part_faults(view))
    yield from link_faults({name: found[0] for name, found in seen.items()})


def _part_faults(root: Element) -> Iterator[str]:
    yield from content_faults(root)
    yield from story_faults(root)
    yield from about_faults(root)

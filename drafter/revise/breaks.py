"""Paragraphs made of several lines by soft breaks, as pasted from a web page, parted into them.

Each line is then what it is: a heading, a paragraph with its indent. A title keeps its breaks.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from drafter.revise.ooxml import Element, fragments, put, runs, w, within
from drafter.revise.roles import Wear

_ONE = {"title", "subtitle", "table_caption", "junk"}
_REVISED = [w(name) for name in ("pPrChange", "ins", "del", "moveFrom", "moveTo", "rPrChange")]
_BOXED = w("txbxContent")


def part_lines(body: Element, worn: dict[int, list[Wear]]) -> int:
    """Part every paragraph whose lines are no title; give how many breaks went."""
    count = 0
    for place, paragraph in enumerate(list(body.iter(w("p")))):
        lines = worn.get(place, [])
        roles = {line.role for line in lines if line.line.text.strip()}
        if len(lines) > 1 and not roles <= _ONE and _may_part(paragraph):
            found = [(run, mark) for run in paragraph.findall(w("r")) for mark in _breaks(run)]
            for run, mark in reversed(found):  # from the end: each line is moved once
                _part(paragraph, run, mark)
            count += len(found)
    return count


def _may_part(paragraph: Element) -> bool:
    if within(paragraph, "tc") or next(paragraph.iterancestors(_BOXED), None) is not None:
        return False
    layout = paragraph.find(w("pPr"))
    if layout is not None and any(True for _ in layout.iter(*_REVISED)):
        return False
    broken = [run for run in runs(paragraph) if _breaks(run)]
    return bool(broken) and all(run.getparent() is paragraph for run in broken)


def _breaks(run: Element) -> list[Element]:
    return [child for child in run if child.tag == w("cr") or _is_soft(child)]


def _is_soft(found: Element) -> bool:
    return found.tag == w("br") and found.get(w("type")) in (None, "textWrapping")


def _part(paragraph: Element, run: Element, found: Element) -> None:
    """Move what stands after a break to a paragraph of its own."""
    made = etree.Element(w("p"))
    layout = paragraph.find(w("pPr"))
    if layout is not None:
        made.append(deepcopy(layout))
        for section in layout.findall(w("sectPr")):  # a section ends with the last of them
            layout.remove(section)
        for gone in made[0].findall(w("pageBreakBefore")):
            made[0].remove(gone)
        # a number, also one of the style's, stands before the first
        put(made[0], *fragments('<w:numPr><w:numId w:val="0"/></w:numPr>'))
    after, siblings = list(found.itersiblings()), list(run.itersiblings())
    if after:
        rest = etree.SubElement(made, w("r"))
        own = run.find(w("rPr"))
        if own is not None:
            rest.append(deepcopy(own))
        rest.extend(after)
    run.remove(found)
    made.extend(siblings)
    paragraph.addnext(made)

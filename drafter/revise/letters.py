"""The letters of a paragraph one by one, where each stands, and runs parted between two of them."""

from __future__ import annotations

from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from drafter.revise.ooxml import SPACE, Element, runs, w

_MARKS = {w("tab"): "\t", w("noBreakHyphen"): "-", w("cr"): "\n", w("br"): "\n"}
_NO_LETTERS = ("page", "column")


class Letter(NamedTuple):
    """A character, the run and the element (w:t, w:tab …) it stands in, and its place in there."""

    char: str
    run: Element
    node: Element
    at: int


def letters(paragraph: Element) -> list[Letter]:
    """Give a paragraph's letters as read with its changes accepted, those of boxes in it not."""
    found: list[Letter] = []
    for run in runs(paragraph, deleted=False):
        for node in run:
            if node.tag == w("t"):
                found += [Letter(c, run, node, at) for at, c in enumerate(node.text or "")]
            elif node.tag in _MARKS and node.get(w("type")) not in _NO_LETTERS:
                found.append(Letter(_MARKS[str(node.tag)], run, node, 0))
    return found


def run_from(letter: Letter) -> Element:
    """Part a run before a letter, if need be; give the run that begins with it."""
    run, node, at, rest = letter.run, letter.node, letter.at, letter.node
    if at:
        rest = etree.Element(w("t"))
        rest.text = (node.text or "")[at:]
        node.text = (node.text or "")[:at]
        for part in (node, rest):
            part.set(SPACE, "preserve")
        node.addnext(rest)
    inner = [child for child in run if child.tag != w("rPr")]
    first = inner.index(rest)
    if not first:
        return run
    other = etree.Element(run.tag, {str(name): str(said) for name, said in run.attrib.items()})
    look = run.find(w("rPr"))
    if look is not None:
        other.append(deepcopy(look))
    for child in inner[first:]:
        other.append(child)
    run.addnext(other)
    return other


def run_up_to(letter: Letter) -> Element:
    """Part a run behind a letter, if need be; give the run that ends with it."""
    node = letter.node
    if node.tag == w("t") and letter.at + 1 < len(node.text or ""):
        run_from(letter._replace(at=letter.at + 1))
    elif (behind := node.getnext()) is not None:
        run_from(Letter("", letter.run, behind, 0))
    return letter.run

"""Words put in the place of others: in runs as they are, paragraphs repeated for further lines."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from drafter.formats.docx.xml import AMBIGUOUS
from drafter.revise.ooxml import SPACE, Element, properties, put, w

_LEFT = {w("sectPr"), w("pPrChange")}
"""What only the last of repeated paragraphs may have, or the first."""


class Slot(NamedTuple):
    """A w:t and the run it stands in."""

    run: Element
    words: Element


def replace(slots: Sequence[tuple[Slot, int, int]], lines: Sequence[str]) -> None:
    """Put lines in the place of words that stand in one w:t or several, each from … to.

    They wear what the first of these words wore; lines are parted by line breaks.
    """
    (first, start, end), *others = slots
    for slot, begin, stop in others:
        whole = slot.words.text or ""
        _say(slot.words, whole[:begin] + whole[stop:])
        _drop_empty(slot)
    whole = first.words.text or ""
    write(first, (whole[:start], whole[end:]), lines)


def write(slot: Slot, around: tuple[str, str], lines: Sequence[str]) -> None:
    """Write lines into a w:t between the words ``around`` them."""
    before, after = around
    texts = [*lines] or [""]
    texts[0] = before + texts[0]
    texts[-1] += after
    _say(slot.words, texts[0])
    last = slot.words
    for text in texts[1:]:
        line_break, words = etree.Element(w("br")), etree.Element(w("t"))
        _say(words, text)
        last.addnext(line_break)
        line_break.addnext(words)
        last = words
    hint(slot.run, "".join(lines))


def repeat(paragraph: Element, run: Element, lines: Sequence[str]) -> None:
    """Set further lines as paragraphs like this one behind it, their words like the run's."""
    layout, look = paragraph.find(w("pPr")), run.find(w("rPr"))
    last = paragraph
    for line in lines:
        copy = etree.Element(w("p"))
        if layout is not None:
            copied = deepcopy(layout)
            copied[:] = [child for child in copied if child.tag not in _LEFT]
            copy.append(copied)
        inner = etree.SubElement(copy, w("r"))
        if look is not None:
            inner.append(deepcopy(look))
        words = etree.SubElement(inner, w("t"))
        _say(words, line)
        hint(inner, line)
        last.addnext(copy)
        last = copy
    section = layout.find(w("sectPr")) if layout is not None else None
    if section is not None and last is not paragraph:
        put(properties(last, "pPr"), section)


def _say(words: Element, text: str) -> None:
    words.text = text
    words.set(SPACE, "preserve")


def _drop_empty(slot: Slot) -> None:
    """Take out a w:t that says nothing any more, and its run where nothing else is in it."""
    if slot.words.text:
        return
    slot.run.remove(slot.words)
    parent = slot.run.getparent()
    if parent is not None and all(child.tag == w("rPr") for child in slot.run):
        parent.remove(slot.run)


def hint(run: Element, text: str) -> None:
    """Have marks that Chinese and Western fonts share drawn as Chinese ones, as Word does."""
    if not AMBIGUOUS.search(text):
        return
    look = properties(run, "rPr")
    fonts = look.find(w("rFonts"))
    if fonts is None:
        fonts = etree.Element(w("rFonts"))
        put(look, fonts)
    fonts.set(w("hint"), "eastAsia")

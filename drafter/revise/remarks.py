"""Remarks put into a file as Word's own comments, beside those that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lxml import etree

from drafter.formats.docx.xml import W
from drafter.revise.letters import Letter, letters, run_from, run_up_to
from drafter.revise.ooxml import SPACE, Element, parse, serialised, w
from drafter.revise.parts import Parts
from drafter.revise.trace import Spot, Stories
from drafter.revise.tracked import AUTHOR, Stamp

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Remark(NamedTuple):
    """What a comment says, paragraph by paragraph, and the letters of one paragraph it is about.

    From ``spot`` to ``end``; the whole paragraph where there are none of these.
    """

    said: tuple[str, ...]
    spot: Spot
    end: int


class Margin:
    """The comments of a file."""

    def __init__(self, parts: Parts, stories: Stories, stamp: Stamp) -> None:
        self.stories, self.stamp, self._parts = stories, stamp, parts
        self.name = parts.named("comments", "word/comments.xml")
        raw = parts.raw.get(self.name) or f'<w:comments xmlns:w="{W}"/>'.encode()
        self._root = parse(raw, self.name)
        self._ours = {
            comment.get(w("id")): tuple(_words(one) for one in comment.iter(w("p")))
            for comment in self._root.iter(w("comment"))
            if comment.get(w("author")) == AUTHOR
        }

    def put(self, remarks: Iterable[Remark]) -> bool:
        """Put remarks in that are not there yet; tell whether any was put in."""
        before: dict[Element, Counter[tuple[str, ...]]] = {}
        new = []
        for remark in remarks:
            paragraph = self._holder(remark.spot)
            if paragraph not in before:
                before[paragraph] = self._there(paragraph)
            if before[paragraph][remark.said]:
                before[paragraph][remark.said] -= 1
            else:
                new.append((remark, paragraph))
        for remark, paragraph in new:
            self._put(remark, paragraph)
        if new:
            if self.name not in self._parts.raw:
                self._parts.add_relation(self.name, "comments", _TYPE, "rIdDrafterComments")
            self._parts.raw[self.name] = serialised(self._root)
        return bool(new)

    def _there(self, paragraph: Element) -> Counter[tuple[str, ...]]:
        found = (one.get(w("id")) for one in paragraph.iter(w("commentReference")))
        return Counter(self._ours[id] for id in found if id in self._ours)

    def _holder(self, spot: Spot) -> Element:
        """Give the paragraph of the text that holds the one a remark is about.

        No comment may stand in a box; one on a note stands where the note is referred to.
        """
        paragraph = self.stories.paragraph(spot)
        for note in paragraph.iterancestors(w("footnote"), w("endnote")):
            paragraph = self._reference(note)
        outer = [paragraph, *paragraph.iterancestors(w("p"))]
        return outer[-1]

    def _reference(self, note: Element) -> Element:
        main = self.stories.roots[self.stories.main]
        name = f"{etree.QName(note).localname}Reference"
        for found in main.iter(w(name)):
            if found.get(w("id")) == note.get(w("id")):
                return next(found.iterancestors(w("p")))
        return next(main.iter(w("p")))

    def _put(self, remark: Remark, holder: Element) -> None:
        id = self.stamp.next()
        self._root.append(_comment(remark.said, id, self.stamp))
        start, end = _mark("Start", id), _mark("End", id)
        reference = etree.Element(w("r"))
        etree.SubElement(reference, w("commentReference")).set(w("id"), id)
        own = self.stories.paragraph(remark.spot)
        some = letters(own)[remark.spot.at : remark.end] if own is holder else []
        if some:
            first = _child(some[0], holder, ends=False)
            last = _child(letters(own)[remark.end - 1], holder, ends=True)
            first.addprevious(start)
            last.addnext(end)
        else:
            inner = self._inner(own, holder)
            layout = holder.find(w("pPr"))
            if inner is not None:
                inner.addprevious(start)
                inner.addnext(end)
            else:
                holder.insert(0 if layout is None else 1, start)
                holder.append(end)
        end.addnext(reference)

    def _inner(self, own: Element, holder: Element) -> Element | None:
        """Give the child of the holding paragraph in which a box stands, or a note's mark."""
        outer = next(own.iterancestors(w("footnote"), w("endnote")), None)
        if outer is not None:
            name = w(f"{etree.QName(outer).localname}Reference")
            for found in holder.iter(name):
                if found.get(w("id")) == outer.get(w("id")):
                    return _top(found, holder)
        return (
            None if own is holder else _top(own, holder) if holder in own.iterancestors() else None
        )


def _child(letter: Letter, holder: Element, *, ends: bool) -> Element:
    """Give the child of a paragraph that begins or ends with a letter.

    A run is parted for it, but nothing within a link, a control or a tracked change.
    """
    whole = letter.run.getparent() is not holder
    if whole or letter.run.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
        return _top(letter.run, holder)
    return run_up_to(letter) if ends else run_from(letter)


def _top(element: Element, holder: Element) -> Element:
    while (parent := element.getparent()) is not holder:
        assert parent is not None
        element = parent
    return element


def _mark(side: str, id: str) -> Element:
    found = etree.Element(w(f"commentRange{side}"))
    found.set(w("id"), id)
    return found


def _comment(said: Sequence[str], id: str, stamp: Stamp) -> Element:
    comment = stamp.put(etree.Element(w("comment")), id)
    comment.set(w("initials"), AUTHOR[0])
    for text in said:
        run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        words = etree.SubElement(run, w("t"))
        words.text = text
        words.set(SPACE, "preserve")
    return comment


def _words(paragraph: Element) -> str:
    return "".join(letter.char for letter in letters(paragraph))

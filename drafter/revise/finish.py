"""The last look before a file leaves the building: what must not be in it, and a clean copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from lxml import etree

from drafter.formats.docx.read import Source, read
from drafter.formats.docx.xml import W
from drafter.revise import metadata
from drafter.revise.gaps import gaps_in
from drafter.revise.hidden import Hiding
from drafter.revise.ooxml import MC, Element, parse, runs, w
from drafter.revise.parts import Parts
from drafter.revise.proof import census, compare
from drafter.revise.trace import lines_of, trace

_CHANGES = re.compile("ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|[A-Za-z]+Change")
_WORDS = tuple(w(name) for name in ("t", "delText"))
_STORIES = ("header", "footer", "footnotes", "endnotes")
_NEAR = 20


class Left(StrEnum):
    """What may be left in a file that is not to be seen outside."""

    GAP = "gap"
    COMMENT = "comment"
    REVISION = "revision"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that must not leave the building, and where it stands.

    ``line`` counts from 1 as `read` gives the lines; 0 for what stands in no line, as in a header.
    ``part`` names the part of the file, ``near`` the words its paragraph begins with. ``words``
    are the gap's name, what a comment says, what is inserted, deleted or hidden.
    """

    kind: Left
    line: int
    part: str
    words: str
    near: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A file without private metadata; or None, and what still has to be settled before."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


def finish(data: bytes) -> Finished:
    """Make the copy of a Word file that may leave the building, its words and layout the same.

    Where gaps, comments, tracked changes or hidden words are left there is none: they are listed.
    The same file gives the same bytes. Raises UnusableInput for what is no Word file.
    """
    source = read(data)
    parts = Parts(data, source.main)
    problems = tuple(_Look(parts, source).problems())
    if problems:
        return Finished(None, problems)
    changed = metadata.clean(parts, source.text)
    made = parts.save()
    before, after = census(data), census(made)
    kept = frozenset(one for one in before.kept if one.rsplit(" ", 1)[0] not in changed)
    compare(replace(before, kept=kept), after)
    return Finished(made)


class _Look:
    """Looks a file through."""

    def __init__(self, parts: Parts, source: Source) -> None:
        names = [parts.main]
        for kind in _STORIES:
            names += [name for name in parts.related(kind).values() if name in parts.raw]
        self._roots = {name: parse(parts.raw[name], name) for name in dict.fromkeys(names)}
        self._parts, self._hiding = parts, Hiding(parts, own=bool(source.facts))
        self._lines = lines_of(trace(parts, source.lines)) if source.lines else {}

    def problems(self) -> Iterator[Problem]:
        """Give what must not be there, in the order it stands."""
        found = [*self._comments()]
        for name, root in self._roots.items():
            paragraphs = list(root.iter(w("p")))
            numbers = {paragraph: at for at, paragraph in enumerate(paragraphs)}
            for kind, element, words in self._in_part(root):
                around = _paragraph(element)
                place = numbers[around] if around is not None else 0
                near = _said(around)[:_NEAR]
                found.append(Problem(kind, self._line(name, place), name, words, near))
        order = list(self._roots)
        return iter(sorted(found, key=lambda one: (order.index(one.part), one.line)))

    def _in_part(self, root: Element) -> Iterator[tuple[Left, Element, str]]:
        for element, name in gaps_in(root):
            if not _is_twin(element):
                yield Left.GAP, element, name
        for element in root.iter(etree.Element):
            tag = etree.QName(element)
            if tag.namespace == W and _CHANGES.fullmatch(tag.localname):
                if not _is_twin(element):
                    yield Left.REVISION, element, _said(element)
            elif element.tag == w("p") and not _is_twin(element):
                yield from self._hidden(element)

    def _hidden(self, paragraph: Element) -> Iterator[tuple[Left, Element, str]]:
        for hidden, some in groupby(runs(paragraph), self._hiding.hides):
            words = "".join(_said(run) for run in some)
            if hidden and words:
                yield Left.HIDDEN, paragraph, words

    def _comments(self) -> Iterator[Problem]:
        """Give the comments, each at the words it is about; those on nothing stand in no line."""
        main = self._parts.main
        root = self._roots[main]
        places = {paragraph: at for at, paragraph in enumerate(root.iter(w("p")))}
        held = {one.get(w("id")): one for one in root.iter(w("commentReference"))}
        held |= {one.get(w("id")): one for one in root.iter(w("commentRangeStart"))}
        for name in self._parts.related("comments").values():
            raw = self._parts.raw.get(name)
            for comment in parse(raw, name).iter(w("comment")) if raw else ():
                there = held.get(comment.get(w("id")))
                paragraph = _paragraph(there) if there is not None else None
                line = self._line(main, places[paragraph]) if paragraph in places else 0
                near = _said(paragraph)[:_NEAR] if paragraph is not None else ""
                yield Problem(Left.COMMENT, line, main, _said(comment), near)

    def _line(self, part: str, place: int) -> int:
        """Give the line of a paragraph, the one before where it has no words; 0 where none is."""
        for at in range(place, -1, -1):
            if (part, at) in self._lines:
                return self._lines[part, at][0] + 1
        return 0


def _paragraph(element: Element) -> Element | None:
    """Give the paragraph an element stands in, or the first one in it."""
    if element.tag == w("p"):
        return element
    around = next(element.iterancestors(w("p")), None)
    if around is None:
        around = next(element.iter(w("p")), None)
    row = next(element.iterancestors(w("tr")), None) if around is None else None
    return next(row.iter(w("p")), None) if row is not None else around


def _said(element: Element | None) -> str:
    return "".join(one.text or "" for one in element.iter(*_WORDS)) if element is not None else ""


def _is_twin(element: Element) -> bool:
    """Tell whether an element stands in the second form of a box, made for older programs."""
    for fallback in element.iterancestors(f"{{{MC}}}Fallback"):
        outer = fallback.getparent()
        choices = outer.findall(f"{{{MC}}}Choice") if outer is not None else []
        return any(next(one.iter(w("p")), None) is not None for one in choices)
    return False

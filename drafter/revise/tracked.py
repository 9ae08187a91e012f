"""Changes put into a file as Word's own tracked ones, and nothing but the letters that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from drafter.errors import N_
from drafter.formats.docx.xml import W
from drafter.revise.blocked import REVISED, computed, touches, why_blocked
from drafter.revise.letters import Letter, letters, run_from, run_up_to
from drafter.revise.ooxml import MC, SPACE, Element, w
from drafter.revise.parts import Parts
from drafter.revise.slots import hint
from drafter.revise.trace import Row, Spot, Stories

AUTHOR = "drafter"
NOWHERE = N_("these words stand nowhere in the file: Word makes them, or they are parted")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
_PIECES = re.compile("\t|[^\t]+")
_MARKED = re.compile(
    rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|\w+RangeStart|\w+RangeEnd|bookmarkStart|comment|\w+Change"
    rb'|cellIns|cellDel|cellMerge)\s[^>]*?\bid="(\d+)"'
)


class Change(NamedTuple):
    """Letters of a line, from … to, that give way to others; none of either is allowed."""

    start: int
    end: int
    text: str


class Edit(NamedTuple):
    """A change where it stands in a file: letters of one paragraph.

    Where no letter gives way, ``before`` tells that words go in before the letter at ``spot``,
    otherwise they go in behind the one before it.
    """

    spot: Spot
    end: int
    text: str
    before: bool = False


class Stamp:
    """Whose changes they are: drafter's, of the day the file itself was last changed.

    No clock is asked, so that the same file gives the same bytes. ``next`` numbers them.
    """

    def __init__(self, parts: Parts) -> None:
        core = parts.raw.get("docProps/core.xml", b"").decode("utf-8", "replace")
        said = (
            re.search(rf"<dcterms:{name}\b[^>]*>([^<]*)<", core) for name in ("modified", "created")
        )
        times = [found[1].strip() for found in said if found]
        self.date = next((time for time in times if _TIME.fullmatch(time)), "")
        used = (
            int(id) for raw in parts.raw.values() if raw[:1] == b"<" for id in _MARKED.findall(raw)
        )
        self._last = max((id for id in used if id < 1 << 31), default=0)

    def next(self) -> str:
        """Give an id that nothing else in the file has."""
        self._last += 1
        return str(self._last)

    def put(self, element: Element, id: str = "") -> Element:
        """Say on a change or a comment whose it is."""
        element.set(w("id"), id or self.next())
        element.set(w("author"), AUTHOR)
        if self.date:
            element.set(w("date"), self.date)
        return element


class Tracker:
    """Tells where changes can go in a file, and puts them in."""

    def __init__(self, stories: Stories) -> None:
        self.stories = stories
        self._computed = {name: computed(root) for name, root in stories.roots.items()}

    def place(self, row: Row, start: int, end: int, changes: Sequence[Change]) -> list[Edit] | str:
        """Find where the changes of a finding, which goes from … to in its line, go in.

        Gives the reason instead where one of them cannot.
        """
        found: list[Edit] = []
        for change in changes:
            edit = _edit(row, start, end, change)
            if edit is None:
                return NOWHERE
            reason = self._why_not(edit)
            if reason:
                return reason
            found.append(edit)
        return found

    def _why_not(self, edit: Edit) -> str:
        there = self.stories.letters(edit.spot)
        first = edit.spot.at - (edit.spot.at == edit.end and not edit.before)
        for letter in there[first : max(edit.end, first + 1)]:
            reason = why_blocked(letter, self._computed[edit.spot.part])
            if reason:
                return reason
        paragraph = self.stories.paragraph(edit.spot)
        return REVISED if touches(paragraph, edit.spot.at, edit.end) else ""

    def put(self, edits: Sequence[Edit], stamp: Stamp) -> set[str]:
        """Put changes in, those of a box also where older programs find it; name the parts."""
        # from behind: what stands before keeps its place
        order = sorted(edits, key=lambda one: (one.spot, one.end, one.before))
        for edit in reversed(order):
            paragraph = self.stories.paragraph(edit.spot)
            twin = _twin(paragraph)
            for one in (paragraph,) if twin is None else (paragraph, twin):
                _put(one, edit, stamp)
        return {edit.spot.part for edit in edits}


def _edit(row: Row, start: int, end: int, change: Change) -> Edit | None:
    """Find the letters a change is about; None where they are not together in one paragraph."""
    if change.start < change.end:
        spots = row[change.start : change.end]
        first = spots[0]
        apart = any(
            b is None or a is None or b != a._replace(at=a.at + 1) for a, b in pairwise(spots)
        )
        return None if first is None or apart else Edit(first, first.at + len(spots), change.text)
    if change.start > start:
        spot = row[change.start - 1]
        return spot and Edit(spot._replace(at=spot.at + 1), spot.at + 1, change.text)
    spot = row[start] if start < end else None
    return spot and Edit(spot, spot.at, change.text, before=True)


def _put(paragraph: Element, edit: Edit, stamp: Stamp) -> None:
    there, start = letters(paragraph), edit.spot.at
    if start == edit.end:
        beside = there[start if edit.before else start - 1]
        inserted = _inserted(edit.text, beside.run, stamp)
        if edit.before:
            run_from(beside).addprevious(inserted)
        else:
            run_up_to(beside).addnext(inserted)
        return
    gone = list(_gone(there[start : edit.end], stamp))
    first = gone[-1]
    _merge(gone)
    if edit.text:
        run = first.find(w("r"))
        assert run is not None, "what is deleted are runs"
        first.addnext(_inserted(edit.text, run, stamp))


def _gone(some: Sequence[Letter], stamp: Stamp) -> Iterator[Element]:
    """Mark letters as deleted, from behind, each element they stand in by itself."""
    nodes: dict[Element, list[Letter]] = {}
    for letter in some:
        nodes.setdefault(letter.node, []).append(letter)
    for inner in reversed(nodes.values()):
        run_up_to(inner[-1])
        run = run_from(inner[0])
        deleted = stamp.put(etree.Element(w("del")))
        run.addprevious(deleted)
        deleted.append(run)
        for words in run.findall(w("t")):
            words.tag = w("delText")
            words.set(SPACE, "preserve")
        yield deleted


def _merge(gone: Sequence[Element]) -> None:
    """Make one deletion of those that stand next to one another; given from behind."""
    for behind, before in pairwise(gone):
        if before.getnext() is behind:
            before.extend(list(behind))
            parent = behind.getparent()
            assert parent is not None
            parent.remove(behind)


def _inserted(text: str, like: Element, stamp: Stamp) -> Element:
    """Make an insertion whose words look like those of a run."""
    inserted = stamp.put(etree.Element(w("ins"), nsmap={"w": W}))
    run = etree.SubElement(inserted, w("r"))
    look = like.find(w("rPr"))
    if look is not None:
        run.append(deepcopy(look))
    for piece in _PIECES.findall(text):
        if piece == "\t":
            etree.SubElement(run, w("tab"))
            continue
        words = etree.SubElement(run, w("t"))
        words.text = piece
        words.set(SPACE, "preserve")
    hint(run, text)
    return inserted


def _twin(paragraph: Element) -> Element | None:
    """Give the same paragraph of a box's other form, for programs that do not know the first."""
    choice = next(paragraph.iterancestors(f"{{{MC}}}Choice"), None)
    outer = choice.getparent() if choice is not None else None
    other = outer.find(f"{{{MC}}}Fallback") if outer is not None else None
    if choice is None or other is None:
        return None
    those, these = list(other.iter(w("p"))), list(choice.iter(w("p")))
    if [_words(one) for one in these] != [_words(one) for one in those]:
        return None
    return those[these.index(paragraph)]


def _words(paragraph: Element) -> str:
    return "".join(letter.char for letter in letters(paragraph))

"""Gaps in a Word file of the user's own: found, and filled where they stand.

A gap is ``【名：提示｜问谁】`` in the text, however Word parted it into runs, or a content control
nobody has filled yet. Text, tables, boxes, headers, footers and notes are looked through; a part
without an answered gap stays byte for byte as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drafter.formats.docx.opened import Opened
from drafter.formats.outline.inline import read_inlines
from drafter.model import Gap
from drafter.revise.controls import Control, control_of, settle
from drafter.revise.ooxml import Element, parse, runs, serialised, w
from drafter.revise.parts import Parts
from drafter.revise.slots import Slot, repeat, replace

_STORIES = re.compile(r"(header|footer|footnotes|endnotes)\d*\.xml")
_OTHER = "\ufffc"  # what stands in a paragraph and is no word: a break, a picture, a field
_GAP = re.compile(f"【[^【】{_OTHER}]+】")
_PASSED = {w("rPr"), w("lastRenderedPageBreak")}

Answer = str | tuple[str, ...]
"""What a gap is filled with: words, or a list of them."""


class Asked(NamedTuple):
    """A gap that was found: what it wants, whether it has its paragraph to itself.

    ``kind`` is text, date or choice, with the ``choices``.
    """

    gap: Gap
    alone: bool = False
    kind: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class _Spot:
    """A gap where it stands: in a paragraph's text from ``start`` to ``end``, or a control."""

    asked: Asked
    paragraph: Element | None = None
    start: int = 0
    end: int = 0
    control: Control | None = None


def find(data: bytes) -> tuple[Asked, ...]:
    """Find the gaps of a Word file, each name once, in the order they stand."""
    opened = Opened(data)
    parts = Parts(data, opened.main)
    found: dict[str, Asked] = {}
    for name in _stories(parts, opened.main):
        for spot in _spots(parse(parts.raw[name], name), _own(opened)):
            asked, before = spot.asked, found.get(spot.asked.gap.name)
            found[asked.gap.name] = _merged(before, asked) if before else asked
    return tuple(found.values())


def fill(data: bytes, answers: Mapping[str, Answer]) -> bytes:
    """Fill gaps by their names; what has no answer stays, and so does every other part.

    A list, or words of several lines, in a paragraph of its own repeats the paragraph.
    """
    opened = Opened(data)
    parts = Parts(data, opened.main)
    changed = False
    for name in _stories(parts, opened.main):
        root = parse(parts.raw[name], name)
        spots = [s for s in _spots(root, _own(opened)) if s.asked.gap.name in answers]
        # from behind, and controls last: where the others stand is counted in their paragraphs
        for spot in sorted(reversed(spots), key=lambda spot: spot.control is not None):
            _fill(spot, answers[spot.asked.gap.name])
        if spots:
            parts.raw[name] = serialised(root)
            changed = True
    if b"wordprocessingml.document.main+xml" not in parts.raw.get("[Content_Types].xml", b""):
        parts.plain()
        changed = True
    return parts.save() if changed else data


def gaps_in(root: Element) -> Iterator[tuple[Element, str]]:
    """Give the gaps of a part: the paragraph or control each stands in, and its name."""
    for spot in _spots(root, {}):
        element = spot.paragraph if spot.control is None else spot.control.element
        assert element is not None
        yield element, spot.asked.gap.name


def _merged(one: Asked, other: Asked) -> Asked:
    """Lay together what two gaps of one name say of it."""
    gap = Gap(one.gap.name, one.gap.hint or other.gap.hint, one.gap.ask or other.gap.ask)
    first = one if one.kind != "text" or other.kind == "text" else other
    return Asked(gap, one.alone or other.alone, first.kind, first.choices)


def _stories(parts: Parts, main: str) -> list[str]:
    """Name the parts that hold text: headers first, as they stand above it, then the main one."""
    folder = main.rpartition("/")[0] + "/"
    others = [
        name
        for name in parts.raw
        if name.startswith(folder) and _STORIES.fullmatch(name.removeprefix(folder))
    ]
    heads = [name for name in sorted(others) if "header" in name]
    return [*heads, main, *(name for name in sorted(others) if name not in heads)]


def _own(opened: Opened) -> dict[str, tuple[str, str]]:
    """Give hint and whom to ask of the gaps in a file that drafter wrote, by their names."""
    gaps = opened.own.gaps.values() if opened.own else ()
    return {name: (hint, ask) for name, hint, ask in gaps}


def _spots(root: Element, own: Mapping[str, tuple[str, str]]) -> list[_Spot]:
    found: list[_Spot] = []
    for element in root.iter(w("p"), w("sdt")):
        if element.tag == w("p"):
            found += _in_paragraph(element, own)
        elif (control := control_of(element)) and not _GAP.search(control.shown):
            asked = Asked(control.gap, control.alone, control.kind, control.choices)
            found.append(_Spot(asked, control=control))
    return found


def _in_paragraph(paragraph: Element, own: Mapping[str, tuple[str, str]]) -> Iterator[_Spot]:
    text = "".join(words for words, _ in _atoms(paragraph))
    for match in _GAP.finditer(text):
        gap = _read(match[0])
        if gap is None:
            continue
        hint, ask = own.get(gap.name, ("", ""))
        gap = Gap(gap.name, gap.hint or hint, gap.ask or ask)
        alone = text.strip(" \t\u3000\xa0") == match[0]
        yield _Spot(Asked(gap, alone), paragraph, match.start(), match.end())


def _read(words: str) -> Gap | None:
    """Read a gap as outlines do; a half-width bar does as well."""
    inner = words[1:-1].replace("|", "｜")
    found = read_inlines(f"【{inner}】").inlines
    return found[0] if len(found) == 1 and isinstance(found[0], Gap) else None


def _atoms(paragraph: Element) -> Iterator[tuple[str, Slot | None]]:
    """Give a paragraph's words piece by piece, and a sign for whatever else stands among them."""
    for run in runs(paragraph, deleted=False):
        for child in run:
            if child.tag == w("t"):
                yield child.text or "", Slot(run, child)
            elif child.tag not in _PASSED:
                yield _OTHER, None


def _fill(spot: _Spot, answer: Answer) -> None:
    lines = answer if isinstance(answer, tuple) else tuple(answer.split("\n"))
    if not (spot.asked.alone or isinstance(answer, str)):
        lines = ("、".join(lines),)
    if spot.control is not None:
        spot.control.fill(lines)
        return
    assert spot.paragraph is not None
    at, slots = 0, []
    for words, slot in _atoms(spot.paragraph):
        begin, at = at, at + len(words)
        if slot is not None and begin < spot.end and at > spot.start:
            slots.append((slot, max(spot.start - begin, 0), min(spot.end - begin, len(words))))
    repeats = spot.asked.alone and not _is_plain_control(spot.paragraph)
    replace(slots, lines[:1] if repeats else lines)
    settle(slots[0][0].run)
    if repeats:
        repeat(spot.paragraph, slots[0][0].run, lines[1:])


def _is_plain_control(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a control for plain text, which has one only."""
    return any(
        control.find(f"{w('sdtPr')}/{w('text')}") is not None
        for control in paragraph.iterancestors(w("sdt"))
    )

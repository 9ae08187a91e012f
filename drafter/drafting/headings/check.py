"""What breaks the parallel of titles: five properties, P1 to P5, each told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from drafter.drafting.headings.lexicon import Lexicon, lexicon
from drafter.drafting.headings.schemes import SLOT, Scheme, Slot
from drafter.errors import N_, Notice

_LOOSE = 2
HAN = "[一-鿿]"

SAME = N_("the same word")
HELD = N_("one word within the other")
NEAR = N_("two words for one thing")
MIXED = N_("different word classes")
_KINDS = {
    "noun": N_("noun"),
    "verb": N_("verb"),
    "verb-object": N_("verb and object"),
    "char": N_("single character that says how"),
    "clause": N_("phrase"),
    "phrase": N_("phrase"),
    "number": N_("number"),
}


def count(title: str) -> int:
    """Count the characters of a title, its punctuation and quotes left out."""
    return sum(char.isalnum() for char in title)


def clash(slot: Slot, one: str, other: str, words: Lexicon) -> str:
    """Tell why two words may not fill a slot of two titles; empty where they may."""
    if one == other:
        return SAME
    if one in other or other in one:
        return HELD
    if slot.kind == "char" and (one in words.adjectives) != (other in words.adjectives):
        return MIXED
    if slot.kind == "verb-object":
        same_end = one[-2:] == other[-2:]
        return SAME if same_end else NEAR if words.near(one[:2], other[:2]) else ""
    begin, begins = one[:2], other[:2]
    alike = words.near(one, other) or (begin != begins and words.near(begin, begins))
    return NEAR if alike else ""


def fits_class(slot: Slot, filler: str, words: Lexicon) -> bool:
    """Tell whether a word may be of the class its slot wants (P4)."""
    if slot.closed:
        return filler in slot.closed
    if slot.kind == "char":
        return filler in words.adjectives or filler in words.acting
    if slot.kind == "phrase":
        return filler in words.phrases
    if slot.kind == "verb":
        return filler in words.verbs
    if slot.kind == "verb-object":
        return "的" not in filler and (filler[:2] in words.verbs or filler[:1] in words.verbs)
    return "的" not in filler


def pattern(scheme: Scheme, frame: str) -> re.Pattern[str]:
    """Make the pattern of a frame, a group for each slot."""
    pieces, end = [], 0
    for found in SLOT.finditer(frame):
        slot = scheme.slots[found[1]]
        closed = slot.closed or (scheme.words if slot.shared else ())
        inside = (
            "|".join(map(re.escape, closed)) if closed else f"{HAN}{{{slot.least},{slot.most}}}"
        )
        pieces += [re.escape(frame[end : found.start()]), f"(?P<{slot.name}>{inside})"]
        end = found.end()
    return re.compile("".join([*pieces, re.escape(frame[end:])]))


def faults(scheme: Scheme, titles: Sequence[str]) -> tuple[str, ...]:
    """Tell what keeps titles from being parallel as the scheme wants them, P1 first."""
    if scheme.fixed:
        return tuple(_not_fixed(scheme, titles))
    readings = [
        tuple(_found(scheme, frame, titles, matches))
        for frame in scheme.frames
        if (matches := _matches(scheme, frame, titles)) is not None
    ]
    if readings:
        return min(readings, key=len)
    stray = next((title for title in titles if not _in_frame(scheme, title)), titles[-1])
    return (Notice(N_("P1: {title} does not follow {frame}"), title=stray, frame=scheme.shape()),)


def _matches(scheme: Scheme, frame: str, titles: Sequence[str]) -> list[Mapping[str, str]] | None:
    """Give the words of each title by slot; None where one does not follow the frame."""
    found = [pattern(scheme, frame).fullmatch(title) for title in titles]
    matches: list[Mapping[str, str]] = [match.groupdict() for match in found if match]
    return matches if len(matches) == len(titles) else None


def _in_frame(scheme: Scheme, title: str) -> bool:
    return pattern(scheme, scheme.frames[0]).fullmatch(title) is not None


def _not_fixed(scheme: Scheme, titles: Sequence[str]) -> Iterator[Notice]:
    """Titles of a fixed set stand in its order, none of them changed."""
    if not any(_in_order(titles, wanted) for wanted in scheme.fixed):
        shape = scheme.shape()
        told = N_("P1: {scheme} has fixed titles in a fixed order: {frame}")
        yield Notice(told, scheme=scheme.id, frame=shape)


def _in_order(titles: Sequence[str], wanted: Sequence[str]) -> bool:
    rest = iter(wanted)
    return all(title in rest for title in titles)


def _found(
    scheme: Scheme, frame: str, titles: Sequence[str], matches: Sequence[Mapping[str, str]]
) -> Iterator[Notice]:
    counts = [count(title) for title in titles]
    allowed = {"strict": 0, "loose": _LOOSE}.get(scheme.holds["P2"], max(counts))
    if max(counts) - min(counts) > allowed:
        yield Notice(
            N_("P2: the titles have {least} to {most} characters"),
            least=min(counts),
            most=max(counts),
        )
    slots = scheme.slots_of(frame)
    if scheme.holds["P3"] == "strict" and any(
        len({len(match[slot.name]) for match in matches}) > 1 for slot in slots
    ):
        yield Notice(N_("P3: the titles do not break in the same places"))
    for slot in slots:
        yield from _in_slot(scheme, slot, [match[slot.name] for match in matches])
    yield from _across(slots, titles, matches)


def _across(
    slots: Sequence[Slot], titles: Sequence[str], matches: Sequence[Mapping[str, str]]
) -> Iterator[Notice]:
    """Tell which phrase of one title stands in another too, in whatever place."""
    names = [slot.name for slot in slots if slot.kind == "verb-object"]
    for title, match in zip(titles, matches, strict=True):
        for name in names:
            if any(match[name] in other for other in titles if other != title):
                yield Notice(N_("P5: {word} stands in two titles"), word=match[name])


def _in_slot(scheme: Scheme, slot: Slot, fillers: Sequence[str]) -> Iterator[Notice]:
    words = lexicon()
    if slot.shared:
        if len(set(fillers)) > 1:
            told = N_("P1: {one} and {other} stand where one word must stand in all titles")
            one, other = sorted(set(fillers))[:2]
            yield Notice(told, one=one, other=other)
        return
    if scheme.holds["P4"] != "none":
        for filler in fillers:
            if not fits_class(slot, filler, words):
                yield Notice(N_("P4: {word} is no {kind}"), word=filler, kind=_KINDS[slot.kind])
    for one, other in combinations(fillers, 2):
        if why := clash(slot, one, other, words):
            told = N_("P5: {one} and {other} repeat each other ({why})")
            if why == MIXED:
                told = N_("P4: {one} and {other} are not alike ({why})")
            yield Notice(told, one=one, other=other, why=why)

"""One frame filled for all aspects: slot by slot, the first words that do not clash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.drafting.headings.check import clash
from drafter.drafting.headings.lexicon import Lexicon, Noun, lexicon
from drafter.drafting.headings.schemes import Scheme, Slot
from drafter.errors import N_, WrongUse

_PAIR = ">"
ANY = "any"
_PHRASE = 4
SAID = {
    "aspect": N_("another name"),
    "full": N_("a name in four characters"),
    "do": N_("a verb that goes with it"),
    "one": N_("a verb of one character"),
    "char": N_("a single character"),
    "task": N_("a task (verb and object)"),
    "so": N_("a result (verb and object)"),
    "end": N_("a result in four characters"),
    "as": N_("a part it plays"),
    "place": N_("a place it takes"),
    "must": N_("a demand"),
    "is": N_("a change in it"),
    "role": N_("a part people play in it"),
    "more": N_("a manner (more of something)"),
    "image": N_("an image"),
    "idiom": N_("a set phrase"),
    "both": N_("its two sides"),
    "turn": N_("an old way and a new one"),
    "hurdle": N_("what stands in its way"),
    "mate": N_("its counterpart"),
    "to": N_("what it leads to"),
    "then": N_("what it makes possible"),
    "owe": N_("what is owed to it"),
    "vo": N_("a short phrase"),
    "how": N_("a short phrase"),
    "pair": N_("a short phrase"),
    "sum": N_("its place in the closed set"),
    ANY: N_("a word of the list"),
}
"""What a field of the lexicon gives, as a person is told of it."""


class Known(NamedTuple):
    """An aspect as it was said, and what is known of it."""

    name: str
    noun: Noun | None


class Shared(NamedTuple):
    """The word all titles share; ``sure`` where it is known to go with the aspects."""

    word: str
    sure: bool = True


class Filled(NamedTuple):
    """Titles made of one frame."""

    frame: str
    titles: tuple[str, ...]
    shared: str
    sure: bool


def fill(scheme: Scheme, frame: str, known: Sequence[Known], shared: Shared) -> Filled:
    """Fill a frame for each aspect; raises WrongUse for the first aspect that finds no word."""
    _staged(scheme, known)
    chosen: list[dict[str, str]] = [{} for _aspect in known]
    for slot in scheme.slots_of(frame):
        if slot.name in chosen[0]:
            continue  # the other part of a pair
        if slot.shared:
            fillers = [shared.word] * len(known)
        else:
            fillers = _fillers(scheme, slot, known, chosen)
        parts = [one for one in scheme.slots_of(frame) if one.source == slot.source]
        for row, filler in zip(chosen, fillers, strict=True):
            for part in parts:
                row[part.name] = _part(part, filler)
    titles = tuple(frame.format(**row) for row in chosen)
    return Filled(frame, titles, shared.word, shared.sure)


def _part(slot: Slot, filler: str) -> str:
    return filler if slot.part < 0 else filler.split(_PAIR)[slot.part]


def _staged(scheme: Scheme, known: Sequence[Known]) -> None:
    for stage, aspect in zip(scheme.stages, known, strict=False):
        if aspect.noun is None or aspect.noun.stage not in stage.split("/"):
            raise WrongUse(
                N_("{scheme} goes {stages}: {aspect} is not about {stage}"),
                hint=N_("put the aspects in this order, or take another scheme"),
                scheme=scheme.id,
                stages="→".join(scheme.stages),
                aspect=aspect.name,
                stage=stage,
            )


def _fillers(
    scheme: Scheme, slot: Slot, known: Sequence[Known], chosen: Sequence[dict[str, str]]
) -> list[str]:
    """Choose a word for each aspect; raises WrongUse for the one that finds none."""
    words = lexicon()
    options = [_options(scheme, slot, index, known, chosen) for index in range(len(known))]
    parts = [part for part in scheme.slots.values() if part.source == slot.source]
    found, deepest = _chosen(options, parts, words)
    if found is None:
        raise WrongUse(
            N_("{scheme}: for {aspect}, {what} is wanted that repeats none of the others'"),
            hint=N_("drop this aspect or put another in its place"),
            scheme=scheme.id,
            aspect=known[deepest].name,
            what=SAID[slot.source],
        )
    return found


def _options(
    scheme: Scheme, slot: Slot, index: int, known: Sequence[Known], chosen: Sequence[dict[str, str]]
) -> tuple[str, ...]:
    """Give the words for one aspect, none where it is refused; raises WrongUse where none."""
    aspect, words = known[index], lexicon()
    found = _words(slot, index, aspect)
    if scheme.chain and slot.source == "to" and index + 1 < len(known):
        found = tuple(word for word in found if word == known[index + 1].name)
    taken = [word for name, word in chosen[index].items() if not scheme.slots[name].shared]
    elsewhere = ["".join(row.values()) for at, row in enumerate(chosen) if at != index]
    fitting = tuple(
        word
        for word in found
        if slot.least <= len(_part(slot, word)) <= slot.most
        and not any(_repeats(word, other, words) for other in taken)
        and not any(len(word) >= _PHRASE and word in text for text in elsewhere)
    )
    if not fitting:
        raise _lacking(scheme, slot, aspect)
    return fitting


def _words(slot: Slot, index: int, aspect: Known) -> tuple[str, ...]:
    if slot.source == "aspect":
        return (aspect.name,)
    own = aspect.noun.words(slot.source) if aspect.noun else ()
    if slot.closed:
        given = slot.closed[index : index + 1] if slot.ordered else slot.closed
        return given if slot.source == ANY else tuple(word for word in own if word in given)
    if not own and slot.source == "full" and aspect.noun is None:
        return (aspect.name,)
    return own


def _repeats(word: str, other: str, words: Lexicon) -> bool:
    """Tell whether a title would say something twice: two characters in a row, or its verb."""
    if len(word) > 2 and len(other) > 2 and words.near(word[:2], other[:2]):
        return True
    return any(word[at : at + 2] in other for at in range(len(word) - 1))


def _lacking(scheme: Scheme, slot: Slot, aspect: Known) -> WrongUse:
    if aspect.noun is None and slot.source == "full":
        return WrongUse(
            N_("{scheme}: drafter knows no name in four characters for {aspect}"),
            hint=N_("say all aspects in the same number of characters"),
            scheme=scheme.id,
            aspect=aspect.name,
        )
    if aspect.noun is None:
        return WrongUse(
            N_("{scheme}: drafter does not know {aspect}, and needs {what}"),
            hint=N_("take another word for it, or a scheme that needs no words: H01, H18, H25"),
            scheme=scheme.id,
            aspect=aspect.name,
            what=SAID[slot.source],
        )
    return WrongUse(
        N_("{scheme}: for {aspect} drafter knows no words of this kind: {what}"),
        hint=N_("take another aspect or another scheme"),
        scheme=scheme.id,
        aspect=aspect.name,
        what=SAID[slot.source],
    )


def _chosen(
    options: Sequence[tuple[str, ...]], parts: Sequence[Slot], words: Lexicon
) -> tuple[list[str] | None, int]:
    """Search the first choice without a clash; else tell how far it got."""
    found: list[str] = []
    deepest = 0

    def search(index: int) -> bool:
        nonlocal deepest
        deepest = max(deepest, min(index, len(options) - 1))
        if index == len(options):
            return True
        for word in options[index]:
            if not any(_clashes(parts, word, other, words) for other in found):
                found.append(word)
                if search(index + 1):
                    return True
                found.pop()
        return False

    return (found if search(0) else None), deepest


def _clashes(parts: Sequence[Slot], one: str, other: str, words: Lexicon) -> bool:
    return any(clash(part, _part(part, one), _part(part, other), words) for part in parts)

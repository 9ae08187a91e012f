"""Titles from aspects: a frame of a scheme, filled word by word so that nothing repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from drafter.drafting.headings.check import HAN, count, faults
from drafter.drafting.headings.fill import Filled, Known, fill
from drafter.drafting.headings.lexicon import lexicon
from drafter.drafting.headings.schemes import Scheme, genres, scheme_named
from drafter.drafting.headings.shared import shared_words
from drafter.errors import N_, DrafterError, Notice, WrongUse

_HAN = re.compile(f"{HAN}+")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Headings:
    """Titles that stand beside each other, one for each aspect, and why they were written so."""

    scheme: str
    name: str
    titles: tuple[str, ...]
    reasons: tuple[str, ...]


def compose(
    scheme_id: str, aspects: Sequence[str] = (), word: str = "", genre: str = ""
) -> Headings:
    """Write one title for each aspect in a scheme.

    ``word`` is the shared word of schemes that have one. Raises WrongUse that names the aspect and
    what it fails; a scheme of fixed titles takes no aspects, or such as are among its titles.
    """
    scheme = scheme_named(scheme_id)
    check_genre(genre)
    _allowed(scheme, genre)
    if scheme.fixed:
        return _fixed(scheme, aspects, genre)
    known = known_aspects(aspects)
    _number(scheme, known)
    _lengths(scheme, known)
    filled = _first_filled(scheme, known, word.strip())
    if wrong := faults(scheme, filled.titles):
        raise WrongUse(
            N_("{scheme}: the titles would not be parallel: {what}"),
            hint=N_("take another scheme or other aspects"),
            scheme=scheme.id,
            what=wrong[0],
        )
    reasons = _reasons(scheme, known, filled, genre)
    return Headings(scheme.id, scheme.name, filled.titles, reasons)


def known_aspects(aspects: Sequence[str]) -> tuple[Known, ...]:
    """Look aspects up; raises WrongUse where one is no word of Chinese or two are too alike."""
    words = lexicon()
    names = [aspect.strip() for aspect in aspects]
    for name in names:
        if not _HAN.fullmatch(name) or not 2 <= len(name) <= _LONGEST:
            raise WrongUse(
                N_("the aspect {aspect} must be a word of two to four Chinese characters"),
                hint=N_("say each aspect in one word, such as 招商 or 营商环境"),
                aspect=name or "''",
            )
    for index, name in enumerate(names):
        for other in names[:index]:
            if name in other or other in name or words.near(name, other):
                raise WrongUse(
                    N_("the aspects {other} and {aspect} say the same or one holds the other"),
                    hint=N_("join them into one, or take another aspect"),
                    aspect=name,
                    other=other,
                )
    return tuple(Known(name, words.noun(name)) for name in names)


def check_genre(genre: str) -> None:
    """Raise WrongUse where no scheme speaks of a genre."""
    if genre and genre not in genres():
        near = get_close_matches(genre, genres(), n=1)
        raise WrongUse(
            N_("there is no genre called {name}"),
            hint=N_("did you mean {near}?") if near else N_("known here: {names}"),
            name=genre,
            near=near[0] if near else "",
            names="、".join(genres()),
        )


def _allowed(scheme: Scheme, genre: str) -> None:
    if genre in scheme.never:
        raise WrongUse(
            N_("{scheme}（{name}）is not for {genre}"),
            hint=N_("leave --scheme out, and drafter proposes what fits"),
            scheme=scheme.id,
            name=scheme.name,
            genre=genre,
        )


def _number(scheme: Scheme, known: Sequence[Known]) -> None:
    if not scheme.least <= len(known) <= scheme.most:
        raise WrongUse(
            N_("{scheme} wants {least} to {most} aspects, not {count}")
            if scheme.least < scheme.most
            else N_("{scheme} wants {least} aspects, not {count}"),
            hint=N_("two titles stand side by side only in a contrast (H10, H11, H26, H27)")
            if len(known) == 2
            else "",
            scheme=scheme.id,
            least=scheme.least,
            most=scheme.most,
            count=len(known),
        )


def _lengths(scheme: Scheme, known: Sequence[Known]) -> None:
    """Raise WrongUse for an aspect longer than the place all frames have for it."""
    if not all("{aspect}" in frame for frame in scheme.frames):
        return
    slot = scheme.slots["aspect"]
    for aspect in known:
        if not slot.least <= len(aspect.name) <= slot.most:
            raise WrongUse(
                N_("{scheme} takes aspects of {least} characters: {aspect} has {count}"),
                hint=N_("say it in another word, or take another scheme"),
                scheme=scheme.id,
                least=slot.least,
                aspect=aspect.name,
                count=len(aspect.name),
            )


def _first_filled(scheme: Scheme, known: Sequence[Known], word: str) -> Filled:
    """Fill the first frame that can be, with the first shared word that fits."""
    first: DrafterError | None = None
    for frame in scheme.frames:
        for shared in shared_words(scheme, known, word):
            try:
                filled = fill(scheme, frame, known, shared)
                _even(scheme, known, filled)
            except WrongUse as problem:
                first = first or problem
            else:
                return filled
    assert first is not None  # there is a frame, and shared_words gives a word or raises
    raise first


def _even(scheme: Scheme, known: Sequence[Known], filled: Filled) -> None:
    """Raise WrongUse for the aspect whose title is longer or shorter than the first."""
    if scheme.holds["P2"] != "strict":
        return
    counts = [count(title) for title in filled.titles]
    for aspect, number in zip(known, counts, strict=True):
        if number != counts[0]:
            raise WrongUse(
                N_("{scheme} wants titles of equal length: {aspect} is not as long as {other}"),
                hint=N_("say all aspects in the same number of characters"),
                scheme=scheme.id,
                aspect=aspect.name,
                other=known[0].name,
            )


def _fixed(scheme: Scheme, aspects: Sequence[str], genre: str) -> Headings:
    names = tuple(aspect.strip() for aspect in aspects)
    for titles in scheme.fixed:
        if set(names) <= set(titles):
            chosen = tuple(title for title in titles if title in names or not names)
            reasons = (Notice(N_("fixed titles in a fixed order, whatever the subject")),)
            return Headings(scheme.id, scheme.name, chosen, (*reasons, *_usual(scheme, genre)))
    known = {title for titles in scheme.fixed for title in titles}
    raise WrongUse(
        N_("{scheme} has fixed titles, and {aspect} is none of them, or of another set"),
        hint=N_("leave the aspects out to see them, or take another scheme"),
        scheme=scheme.id,
        aspect=next((name for name in names if name not in known), names[-1]),
    )


def _usual(scheme: Scheme, genre: str) -> Iterator[Notice]:
    if genre in scheme.suits:
        yield Notice(N_("usual in {genre}"), genre=genre)
    elif genre:
        yield Notice(N_("not usual in {genre}"), genre=genre)


def _reasons(
    scheme: Scheme, known: Sequence[Known], filled: Filled, genre: str
) -> tuple[Notice, ...]:
    counts = {count(title) for title in filled.titles}
    found: list[Notice] = []
    if len(counts) == 1:
        found.append(Notice(N_("all have {count} characters"), count=counts.pop()))
    if filled.shared and scheme.keywords:
        unknown = [aspect.name for aspect in known if aspect.noun is None]
        if unknown or not filled.sure:
            told = N_("read {word} aloud with {names}: drafter does not know whether it fits")
            names = "、".join(unknown or [aspect.name for aspect in known])
            found.append(Notice(told, word=filled.shared, names=names))
        else:
            found.append(Notice(N_("{word} goes with every aspect"), word=filled.shared))
    pairs = tuple(zip(known, filled.titles, strict=True))
    if not all(aspect.name in title for aspect, title in pairs):
        told = "；".join(f"{aspect.name}：{title}" for aspect, title in pairs)
        found.append(Notice(N_("which is which: {titles}"), titles=told))
    return (*found, *_usual(scheme, genre))

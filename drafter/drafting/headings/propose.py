"""The sets of titles worth showing for some aspects, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.drafting.headings.compose import Headings, check_genre, compose, known_aspects
from drafter.drafting.headings.schemes import Scheme, schemes
from drafter.errors import N_, Notice, WrongUse

_MOST = 3
_USUAL = 40
_WORD = 60


def propose(aspects: Sequence[str], word: str = "", genre: str = "") -> tuple[Headings, ...]:
    """Give up to three sets of titles in different schemes, the best first.

    Schemes usual in the genre come first, so do those that have a place for ``word``; the others
    are tried without it. Raises WrongUse where no scheme at all can be filled.
    """
    check_genre(genre)
    known_aspects(aspects)
    found: list[tuple[int, Headings]] = []
    for scheme in schemes().values():
        if not scheme.fixed:
            found += _tried(scheme, aspects, word, genre)
    if not found:
        raise WrongUse(
            N_("no heading scheme can be filled with {names}"),
            hint=N_("name one with --scheme, and drafter tells what it lacks"),
            names="、".join(aspects),
        )
    chosen: list[Headings] = []
    for _rank, headings in sorted(found, key=lambda pair: (-pair[0], pair[1].scheme)):
        if not any(_says_the_same(headings, other) for other in chosen):
            chosen.append(headings)
    return tuple(chosen[:_MOST])


def _says_the_same(one: Headings, other: Headings) -> bool:
    """Tell whether one set only repeats the other, or a part of its titles."""
    pairs = tuple(zip(one.titles, other.titles, strict=True))
    return all(a in b for a, b in pairs) or all(b in a for a, b in pairs)


def _tried(
    scheme: Scheme, aspects: Sequence[str], word: str, genre: str
) -> Iterator[tuple[int, Headings]]:
    rank = scheme.rank + (_USUAL if genre in scheme.suits else 0)
    found, why = _composed(scheme, aspects, word, genre)
    if found:
        yield rank + (_WORD if word else 0), found
    elif word:
        found, _why = _composed(scheme, aspects, "", genre)
        if found:
            yield rank, replace(found, reasons=(*found.reasons, why))


def _composed(
    scheme: Scheme, aspects: Sequence[str], word: str, genre: str
) -> tuple[Headings | None, Notice]:
    """Compose a set, or tell why there is none."""
    try:
        return compose(scheme.id, aspects, word, genre), Notice("")
    except WrongUse as problem:
        return None, problem.notice

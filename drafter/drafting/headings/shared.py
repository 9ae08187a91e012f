"""The word that all titles of a set share: chosen, or tried with each aspect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafter.drafting.headings.fill import Known, Shared
from drafter.drafting.headings.lexicon import lexicon
from drafter.drafting.headings.schemes import Scheme
from drafter.errors import N_, WrongUse

_MOST_TRIED = 3
_NONE = (Shared(""),)


def shared_words(scheme: Scheme, known: Sequence[Known], word: str) -> tuple[Shared, ...]:
    """Give the words to try in the shared slot; raises WrongUse where ``word`` is none of them."""
    if scheme.words:
        return _of_list(scheme, word)
    if not scheme.keywords:
        if word:
            raise WrongUse(
                N_("{scheme}（{name}）has no place for the word {word}"),
                hint=N_("leave the word out, or take a scheme with one: H01, H02, H03"),
                scheme=scheme.id,
                name=scheme.name,
                word=word,
            )
        return _NONE
    return _keyword(scheme, known, word)


def _of_list(scheme: Scheme, word: str) -> tuple[Shared, ...]:
    if word and word not in scheme.words:
        raise WrongUse(
            N_("{word} is none of the words {scheme} begins or ends with"),
            hint=N_("known here: {names}"),
            scheme=scheme.id,
            word=word,
            names="、".join(scheme.words),
        )
    return (Shared(word),) if word else tuple(map(Shared, scheme.words[:_MOST_TRIED]))


def _keyword(scheme: Scheme, known: Sequence[Known], word: str) -> tuple[Shared, ...]:
    words = lexicon()
    table = words.keywords[scheme.keywords]
    others = [rows for name, rows in words.keywords.items() if name != scheme.keywords]
    nouns = [one.noun.name for one in known if one.noun]
    fitting = [other for other, fits in table.items() if fits.issuperset(nouns)]
    if not word:
        if fitting and len(nouns) == len(known):
            return tuple(map(Shared, fitting[:_MOST_TRIED]))
        raise _no_word(scheme, known, table)
    if len(word) != 2 or (word not in table and any(word in rows for rows in others)):
        raise WrongUse(
            N_("{word} is none of the words {scheme} begins or ends with"),
            hint=N_("known here: {names}"),
            scheme=scheme.id,
            word=word,
            names="、".join(table),
        )
    if word in table:
        _goes_with_all(scheme, word, nouns, table[word], fitting)
    return (Shared(word, word in table),)


def _no_word(scheme: Scheme, known: Sequence[Known], table: Mapping[str, object]) -> WrongUse:
    unknown = next((one.name for one in known if one.noun is None), "")
    message = N_("{scheme}: drafter knows no word that goes with all of {names}")
    if unknown:
        message = N_("{scheme}: drafter does not know {aspect} and cannot choose the word")
    return WrongUse(
        message,
        hint=N_("say the word with --word"),
        scheme=scheme.id,
        aspect=unknown,
        names="、".join(one.name for one in known),
    )


def _goes_with_all(
    scheme: Scheme, word: str, nouns: Iterable[str], fits: frozenset[str], fitting: Sequence[str]
) -> None:
    for noun in nouns:
        if noun not in fits:
            raise WrongUse(
                N_("{scheme}: {word} does not go with {aspect}"),
                hint=N_("these go with all aspects: {names}")
                if fitting
                else N_("no word goes with all of these aspects: take another scheme"),
                scheme=scheme.id,
                word=word,
                aspect=noun,
                names="、".join(fitting[:5]),
            )

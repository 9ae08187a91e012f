"""What parallel means, said once more without the composer's own words, over all words."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import drafter.drafting.headings as package
from drafter.drafting.headings import compose, faults, propose, schemes
from drafter.errors import WrongUse

HERE = Path(package.__file__).parent
DATA = tomllib.loads((HERE / "lexicon.toml").read_text("utf-8"))
NOUNS = sorted({noun for group in DATA["group"].values() for noun in group["nouns"]})
FULL = {row["full"] for group in DATA["group"].values() for row in group["nouns"].values()}
ALIKE = [set(row.split()) for row in DATA["words"]["alike"]]
OPEN = [scheme.id for scheme in schemes().values() if not scheme.fixed]
WORDS = ["", "", "精准", "靠前", "绿色", "提质", "着力", "联动", "狠"]

unseen = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=4)
aspects = st.lists(st.sampled_from(NOUNS), min_size=2, max_size=6, unique=True)
mixed = st.lists(st.one_of(st.sampled_from(NOUNS), unseen), min_size=2, max_size=6)
words = st.sampled_from(WORDS)


def letters(title: str) -> str:
    return "".join(re.findall(r"[一-鿿0-9A-Za-z]", title))


def fixed_words(frame: str) -> list[str]:
    return [words for words in re.split(r"\{\w+\}", frame) if letters(words)]


def places(words: str, titles) -> set[int]:
    """Give the places at which all titles have the same words."""
    return set.intersection(
        *({at for at in range(len(title)) if title.startswith(words, at)} for title in titles)
    )


def assert_parallel(scheme, found, given_aspects):
    titles = found.titles
    assert len(titles) == len(given_aspects) == len(set(titles))
    # P1: the fixed words of one frame stand in all titles, at the same places
    assert any(all(places(words, titles) for words in fixed_words(f)) for f in scheme.frames)
    assert len({re.sub(r"[一-鿿]", "字", title) for title in titles}) == 1
    # P2: equal counts, without punctuation and quotes
    assert len({len(letters(title)) for title in titles}) == 1
    # P5: where two titles differ, neither repeats, holds or rephrases the other
    for one, other in combinations(titles, 2):
        for left, right in zip(re.split("[，“”]", one), re.split("[，“”]", other), strict=True):
            first, second = left[:2], right[:2]
            assert first == second or not any({first, second} <= row for row in ALIKE)
    assert faults(scheme, titles) == ()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(OPEN), aspects, words)
def test_titles_of_known_aspects_are_parallel_or_refused_with_a_reason(scheme, chosen, word):
    try:
        found = compose(scheme, chosen, word)
    except WrongUse as refused:
        assert_told(refused, chosen, word)
        return
    assert_parallel(schemes()[scheme], found, chosen)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(OPEN), mixed, words)
def test_words_nobody_has_seen_are_put_where_none_is_needed_or_refused(scheme, chosen, word):
    try:
        found = compose(scheme, chosen, word)
    except WrongUse as refused:
        assert_told(refused, chosen, word)
        return
    assert_parallel(schemes()[scheme], found, chosen)
    if not set(chosen) <= set(NOUNS) | FULL:
        assert scheme in {"H01", "H02", "H17", "H18", "H25"}


@settings(max_examples=60, deadline=None)
@given(aspects, words)
def test_what_is_proposed_is_parallel_and_different(chosen, word):
    try:
        found = propose(chosen, word)
    except WrongUse as refused:
        assert_told(refused, chosen, word)
        return
    assert 1 <= len(found) <= 3
    assert len({one.scheme for one in found}) == len(found)
    for one in found:
        assert one.reasons
        assert_parallel(schemes()[one.scheme], one, chosen)


def assert_told(refused: WrongUse, chosen, word):
    told = str(refused)
    counted = str(len(chosen)) in told
    assert counted or any(aspect in told for aspect in chosen) or (word and word in told)

"""The schemes and the words are what they say they are."""

from __future__ import annotations

import re

import pytest

from drafter.drafting.headings import compose, faults, schemes
from drafter.drafting.headings.fill import ANY, SAID
from drafter.drafting.headings.lexicon import lexicon
from drafter.drafting.headings.schemes import PROPERTIES
from drafter.errors import WrongUse
from drafter.model import kind_named
from tests.drafting.headings.test_properties import DATA, NOUNS

ALL = schemes()
HAN = re.compile("[一-鿿]+")
LENGTHS = {
    slot.source: (slot.least, slot.most)
    for scheme in ALL.values()
    for slot in scheme.slots.values()
    if slot.part < 0 and not slot.shared and slot.source not in (ANY, "aspect")
}
VERBAL = ("task", "so", "end", "then")


def rows():
    """Give group, noun and words of every row of the lexicon."""
    for group, table in DATA["group"].items():
        yield group, "", table["usual"]
        for noun, row in table["nouns"].items():
            yield group, noun, row
    for field, table in DATA["of"].items():
        for noun, words in table.items():
            yield "of", noun, {field: words}


def test_all_schemes_are_there():
    assert list(ALL) == [f"H{number:02}" for number in range(1, 39)]
    assert len({scheme.name for scheme in ALL.values()}) == 38


@pytest.mark.parametrize("scheme", ALL.values(), ids=lambda scheme: scheme.id)
def test_a_scheme_is_whole_and_its_examples_have_no_fault(scheme):
    assert bool(scheme.frames) != bool(scheme.fixed)
    assert set(scheme.holds) == set(PROPERTIES)
    assert set(scheme.holds.values()) <= {"strict", "loose", "none"}
    assert scheme.suits
    assert not set(scheme.suits) & set(scheme.never)
    assert all(kind_named(genre) or "-" in genre for genre in (*scheme.suits, *scheme.never))
    assert len(scheme.examples) == 2
    for titles in scheme.examples:
        assert len(titles) >= scheme.least
        assert faults(scheme, titles) == ()


def test_there_are_many_words_and_each_is_said_once():
    assert len(NOUNS) >= 400
    everywhere = [noun for group in DATA["group"].values() for noun in group["nouns"]]
    assert len(everywhere) == len(NOUNS)
    assert all(HAN.fullmatch(noun) and len(noun) == 2 for noun in NOUNS)


def test_every_word_has_the_length_of_its_slot():
    for group, noun, row in rows():
        for field, words in row.items():
            for word in words.split() if field != "stage" else ():
                parts = word.split(">")
                assert len(parts) == (2 if field in ("turn", "both", "image") else 1), word
                assert all(HAN.fullmatch(part) for part in parts), (group, noun, field, word)
                if field in LENGTHS:
                    least, most = LENGTHS[field]
                    assert least <= len(word) <= most, (group, noun, field, word)
                elif len(parts) == 2 and field != "image":
                    assert [len(part) for part in parts] == [4, 4], word


def test_every_noun_has_verbs_a_full_name_tasks_and_characters():
    for group in DATA["group"].values():
        for noun, row in group["nouns"].items():
            assert {"full", "do", "one", "task", "char"} <= set(row), noun
            assert len(row["do"].split()) >= 2 or noun in ("落实",), noun


def test_every_verb_is_known_as_one_and_every_character_as_what_it_is():
    words = lexicon()
    for _group, noun, row in rows():
        for field in VERBAL:
            for word in row.get(field, "").split():
                assert word[:2] in words.verbs, (noun, word)
        assert set(row.get("do", "").split()) <= words.verbs, noun
        assert set(row.get("char", "").split()) <= words.adjectives | words.acting, noun
    assert not words.adjectives & words.acting


def test_tables_speak_of_nouns_that_are_there():
    for rows in (*DATA["of"].values(), *DATA["keywords"].values()):
        for key, words in rows.items():
            spoken_of = [key] if rows in DATA["of"].values() else words.split()
            assert set(spoken_of) <= set(NOUNS), (key, set(spoken_of) - set(NOUNS))
            assert len(words.split()) == len(set(words.split())), key


def test_every_field_that_can_be_lacking_has_a_name_for_people():
    sources = {slot.source for scheme in ALL.values() for slot in scheme.slots.values()}
    assert sources - {"word"} == set(SAID)


def test_a_set_of_known_aspects_can_be_written_in_every_open_scheme():
    wanted = {
        "H01": "定位,招商,服务",
        "H02": "项目,服务,审批", "H10": "服务,审批,治理", "H11": "招商,审批,项目",
        "H12": "招商,审批,师资", "H14": "学习,项目,责任", "H16": "项目,服务,安全",
        "H17": "政策,规划,服务", "H21": "信念,格局,担当", "H26": "产业,治理,改革",
        "H27": "招商,建设,激励", "H28": "项目,审批,科技,风险", "H29": "企业,群众,干部",
        "H31": "招商,项目,产业",
    }  # fmt: skip
    for id, scheme in ALL.items():
        if scheme.frames:
            aspects = wanted.get(id, "规划,项目,服务").split(",")
            try:
                assert len(compose(id, aspects).titles) == len(aspects)
            except WrongUse as refused:
                pytest.fail(f"{id}: {refused}")

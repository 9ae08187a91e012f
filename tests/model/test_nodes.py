"""What holds for every node, however it was made."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model import Address, Gap, Para, Point, Points, Section, Span, Text, nested, settled
from drafter.model.walk import blocks
from tests.strategies import flat, headings

WORDS = Para.of("抓好春耕")


def section(level=1, *inner, **fields):
    return Section(Para.of("标题"), inner, level, **fields)


def test_neighbouring_words_become_one_text():
    assert Para.of("在", "推进会", "上").inlines == (Text("在推进会上"),)


def test_white_space_around_a_paragraph_goes_and_inside_it_stays():
    assert Para.of("　　凝心聚力　久久为功 \n").text == "凝心聚力　久久为功"


def test_white_space_beside_a_gap_stays():
    para = Para.of(" 在 ", Gap("会议名称"), " 上 ")
    assert para.text == "在 【会议名称】 上"


def test_a_paragraph_of_white_space_is_empty():
    assert not Para.of(" ", "　")


def test_where_a_node_stood_is_never_compared():
    assert Para.of("话", at=Span(0, 1)) == Para.of("话", at=Span(7, 8))


@pytest.mark.parametrize("text", ["\x00", "a\x0bb", "\ud800", "\ufffe", "a\rb"])
def test_words_no_document_can_carry_are_refused(text):
    with pytest.raises(ValueError, match="character"):
        Text(text)


@pytest.mark.parametrize("name", ["", " 会议", "会\n议"])
def test_a_gap_needs_a_name_on_one_line(name):
    with pytest.raises(ValueError, match="gap"):
        Gap(name)


@given(st.lists(st.one_of(flat, headings()), max_size=6))
@settings(max_examples=150, deadline=None)
def test_settling_what_is_settled_changes_nothing(flow):
    tree = nested(flow)
    once = settled(tree)
    assert settled(once) == once


@given(st.lists(headings(), max_size=8))
@settings(max_examples=150, deadline=None)
def test_nesting_keeps_every_heading_in_its_order(flow):
    tree = nested(flow)
    found = [block for block in blocks(tree) if isinstance(block, Section)]
    assert [(one.title, one.level) for one in found] == [(one.title, one.level) for one in flow]


def test_a_heading_takes_in_all_up_to_the_next_of_its_level():
    tree = nested([WORDS, section(1), WORDS, section(2), WORDS, section(1), WORDS])
    assert [type(block) for block in tree] == [Para, Section, Section]
    assert tree[1].blocks == (WORDS, section(2, WORDS))
    assert tree[2].blocks == (WORDS,)


def test_a_skipped_level_still_nests():
    tree = nested([section(1), section(3), section(2)])
    assert [inner.level for inner in tree[0].blocks] == [3, 2]


def test_empty_paragraphs_and_series_go():
    assert settled([Para(), WORDS, Points(()), Para.of("　")]) == (WORDS,)


def test_text_after_a_section_is_refused():
    with pytest.raises(ValueError, match="after a section"):
        settled([section(), WORDS])


def test_a_section_that_belongs_into_the_one_before_is_refused():
    with pytest.raises(ValueError, match="belongs elsewhere"):
        settled([section(1), section(2)])


def test_a_section_holds_deeper_ones_only():
    with pytest.raises(ValueError, match="belongs elsewhere"):
        section(2, section(2))


def test_text_runs_in_only_where_there_is_text():
    assert section(1, WORDS, run_in=True).run_in
    assert section(1, Points((Point(WORDS),)), run_in=True).run_in
    assert not section(1, run_in=True).run_in
    assert not section(1, Address(WORDS), run_in=True).run_in
    assert not section(1, Points((Point(WORDS, apart=True),)), run_in=True).run_in


def test_the_stop_of_a_heading_is_kept_apart_from_its_words():
    found = Section(Para.of("精选品种。"), (WORDS,), run_in=True)
    assert (found.title.text, found.stop) == ("精选品种", "。")


def test_points_with_nothing_before_them_stand_apart():
    series = Points((Point(WORDS), Point(WORDS)))
    assert [item.apart for item in settled([series])[0].items] == [True, False]
    assert [item.apart for item in settled([WORDS, series])[1].items] == [False, False]


def test_a_series_that_goes_on_is_one_series():
    first = Points((Point(Para.of("早")),))
    rest = Points((Point(Para.of("实"), label="二是"),))
    found = settled([WORDS, first, rest])
    assert [item.body.text for item in found[1].items] == ["早", "实"]
    assert [item.label for item in found[1].items] == ["", ""]


def test_a_second_series_that_begins_at_one_stays_another():
    series = Points((Point(WORDS),))
    assert len(settled([WORDS, series, series])) == 3


@pytest.mark.parametrize(
    "fields", [{"level": 0}, {"level": 7}, {"stop": "！"}, {"label": "甲、"}, {"form": "二、"}]
)
def test_a_heading_that_cannot_be_is_refused(fields):
    with pytest.raises(ValueError, match=r"heading"):
        Section(WORDS, **fields)


@pytest.mark.parametrize(
    ("series", "label"), [("二是", ""), ("甲是", ""), ("一是", "二要"), ("一是", "第二条")]
)
def test_a_series_that_cannot_be_is_refused(series, label):
    with pytest.raises(ValueError, match=r"series|ordinal"):
        Points((Point(WORDS, label=label),), series)


def test_a_heading_has_its_levels_own_number_unless_told():
    assert [section(n).form for n in range(1, 7)] == ["一、", "（一）", "1.", "（1）", "①", ""]
    assert section(1, form="").form == ""
    assert section(1, label="第三章").form == "第一章"

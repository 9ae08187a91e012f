"""Numbers as documents write them, read and written; look-alikes left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.ordinals import Mark, han, heading_level, heading_mark, point_mark, spell, value

HEADING_FORMS = [
    "一、", "一．", "（一）", "(一)", "1.", "1．", "1、", "（1）", "(1)", "1）", "１．", "（１）",
    "第一章", "第一节", "第一条", "第1章", "第一部分",
]  # fmt: skip


@given(st.integers(1, 9999))
@settings(max_examples=200, deadline=None)
def test_a_number_spelled_in_chinese_reads_as_itself(number):
    assert value(han(number)) == number


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (100, "一百"),
        (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (1000, "一千"),
        (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"), (2026, "二千零二十六"),
        (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_numbers_are_spelled_as_chinese_counts(number, spelled):
    assert han(number) == spelled


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_what_no_ordinal_is_written_for_is_refused(number):
    with pytest.raises(ValueError, match="ordinal"):
        han(number)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("12", 12), ("１２", 12), ("⑫", 12), ("十", 10), ("两", 2), ("一百零八", 108), ("甲", 0)],
)
def test_every_kind_of_numeral_is_read(numeral, number):
    assert value(numeral) == number


@given(st.sampled_from(HEADING_FORMS), st.integers(1, 99))
@settings(max_examples=200, deadline=None)
def test_a_heading_number_reads_back_as_it_was_spelled(form, number):
    mark = spell(form, number)
    assert heading_mark(mark + "总体要求") == Mark(form, number, mark)


@given(st.integers(1, 20))
def test_circled_numbers_read_back_as_they_were_spelled(number):
    assert heading_mark(spell("①", number) + "清淤") == Mark("①", number, spell("①", number))


@given(
    st.sampled_from(["一是", "一要", "一抓", "一看", "第一，", "第一,", "其一，", "第一项，"]),
    st.integers(1, 10),
)
@settings(deadline=None)
def test_a_point_reads_back_as_it_was_spelled(series, number):
    mark = spell(series, number)
    assert point_mark(mark + "抓好春耕") == Mark(series, number, mark)


@pytest.mark.parametrize(
    ("text", "form", "number", "raw"),
    [
        ("一、总体要求", "一、", 1, "一、"),
        ("二十一、附则", "一、", 21, "二十一、"),
        ("（七）加强领导", "（一）", 7, "（七）"),
        ("3.抓好落实", "1.", 3, "3."),
        ("2.2025年底前完成", "1.", 2, "2."),
        ("3.5月底前报送", "1.", 3, "3."),
        ("１２．扩大内需", "１．", 12, "１２．"),
        ("（3）布点", "（1）", 3, "（3）"),
        ("第十二条 本办法自公布之日起施行", "第一条", 12, "第十二条"),
        ("第三章 附则", "第一章", 3, "第三章"),
        ("③清淤", "①", 3, "③"),
    ],
)
def test_the_number_of_a_heading_is_found(text, form, number, raw):
    assert heading_mark(text) == Mark(form, number, raw)


@pytest.mark.parametrize(
    "text",
    [
        "1.5万亿元是全省的盘子", "3.14", "2025年工作安排", "十分重要", "一是要早", "一心一意",
        "第一时间赶到", "（2025年3月）", "（略）", "8:30开会", "总体要求", "", "、一",
    ],
)  # fmt: skip
def test_words_that_look_like_a_number_head_nothing(text):
    assert heading_mark(text) is None


@pytest.mark.parametrize(
    ("form", "level"),
    [
        ("一、", 1), ("第一章", 1), ("第一部分", 1), ("（一）", 2), ("(一)", 2), ("第一节", 2),
        ("1.", 3), ("1、", 3), ("１．", 3), ("（1）", 4), ("1）", 4), ("①", 5), ("第一条", 0),
    ],
)  # fmt: skip
def test_the_form_of_a_number_tells_the_level(form, level):
    assert heading_level(form) == level


@pytest.mark.parametrize(
    ("text", "form", "number", "raw"),
    [
        ("一是要早", "一是", 1, "一是"),
        ("十二是要实", "一是", 12, "十二是"),
        ("二要管得住", "一要", 2, "二要"),
        ("三抓到底", "一抓", 3, "三抓"),
        ("第二，事情不少", "第一，", 2, "第二，"),
        ("第二,事情不少", "第一,", 2, "第二,"),
        ("其二，不加码", "其一，", 2, "其二，"),
        ("首先，要早", "首先，", 1, "首先，"),
        ("其次，要实", "首先，", 2, "其次，"),
        ("再次，要细", "首先，", 3, "再次，"),
        ("最后，要久", "首先，", 4, "最后，"),
    ],
)
def test_the_ordinal_of_a_point_is_found(text, form, number, raw):
    assert point_mark(text) == Mark(form, number, raw)


def test_a_comma_after_yi_shi_belongs_to_the_words():
    assert point_mark("一是，要早") == Mark("一是", 1, "一是")


@pytest.mark.parametrize(
    "text", ["第一时间赶到", "其一生清白", "首先要早", "一心一意", "一、总体要求", "最后一公里", ""]
)
def test_words_that_look_like_an_ordinal_open_no_point(text):
    assert point_mark(text) is None


def test_the_words_of_the_shouxian_series_come_in_order():
    assert [spell("首先，", n) for n in (1, 2, 3, 4)] == ["首先，", "其次，", "再次，", "最后，"]


def test_a_heading_without_a_form_shows_no_number():
    assert spell("", 3) == ""

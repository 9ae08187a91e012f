"""What filters make of answers, and of gaps where there are none."""

import pytest

from drafter.errors import TemplateError
from tests.drafting.small import drafted, template, written

ONE = "- 名: 甲\n"
LIST = "- 名: 项\n  类: 列表\n  必填: 是\n  空缺数: 2\n"
ENTRIES = """
- 名: 方面
  类: 条目
  必填: 是
  空缺数: 3
  字段:
  - 名: 名称
  - 名: 定义
"""


@pytest.mark.parametrize(
    ("answer", "phrase", "sentence"),
    [
        ("抓项目", "抓项目", "抓项目。"),
        ("抓项目。", "抓项目", "抓项目。"),
        ("抓项目，", "抓项目", "抓项目。"),
        ("抓项目；", "抓项目", "抓项目。"),
        ("抓项目！", "抓项目！", "抓项目！"),
        ("抓什么？", "抓什么？", "抓什么？"),
        ("他说：“抓！”", "他说：“抓！”", "他说：“抓！”"),
        ("他说：“抓。”", "他说：“抓。”", "他说：“抓。”"),
        ("抓项目……", "抓项目……", "抓项目……"),
    ],
)
def test_an_answer_as_phrase_and_as_sentence(answer, phrase, sentence):
    brief = f"甲：'{answer}'"
    assert drafted(ONE, "{{ 甲|短 }}\n", brief) == phrase
    assert drafted(ONE, "{{ 甲|句 }}\n", brief) == sentence


def test_a_paragraph_as_phrase_or_sentence_is_one_line():
    questions = "- 名: 甲\n  类: 段落\n"
    brief = "甲：|\n  抓项目，\n  抓招商。\n"
    assert drafted(questions, "{{ 甲|短 }}\n", brief) == "抓项目，抓招商"
    assert drafted(questions, "{{ 甲|句 }}\n", brief) == "抓项目，抓招商。"


def test_a_gap_as_phrase_is_the_gap_and_as_sentence_ends_with_a_stop():
    assert drafted(ONE, "要{{ 甲|短 }}，{{ 甲|句 }}\n") == "要【甲】，【甲】。"


def test_a_number_and_a_date_can_end_a_sentence():
    questions = "- 名: 数\n  类: 数字\n- 名: 日\n  类: 日期\n"
    brief = "数：8.6\n日：2026-3-1"
    assert drafted(questions, "{{ 数|句 }}{{ 日|句 }}\n", brief) == "8.6。2026年3月1日。"


@pytest.mark.parametrize(
    ("brief", "count"),
    [
        ("项：一", "一"),
        ("项：一、二", "两"),
        ("项：一、二、三", "三"),
        ("项：" + "、".join("甲乙丙丁戊己庚辛壬癸子丑"), "十二"),
        ("", "两"),
    ],
)
def test_things_are_counted_in_words_gaps_among_them(brief, count):
    assert drafted(LIST, "{{ 项|个数 }}项\n", brief) == f"{count}项"


def test_a_list_is_joined_with_the_mark_asked_for():
    assert drafted(LIST, "{{ 项|列出 }}\n", "项：甲、乙、丙") == "甲、乙、丙"
    assert drafted(LIST, "{{ 项|列出('', '，') }}\n", "项：甲、乙、丙") == "甲，乙，丙"


def test_a_list_nobody_has_given_is_joined_gaps():
    assert drafted(LIST, "{{ 项|列出 }}\n") == "【项1】、【项2】"


def test_one_field_of_entries_is_listed_with_and_without_answers():
    text = "{{ 方面|个数 }}个：{{ 方面|列出('名称') }}\n"
    assert drafted(ENTRIES, text, "方面：定位、招商") == "两个：定位、招商"
    assert drafted(ENTRIES, text) == "三个：【方面1·名称】、【方面2·名称】、【方面3·名称】"
    partly = "方面：\n- 名称：定位\n- 定义：是源头\n"
    assert drafted(ENTRIES, text, partly) == "两个：定位、【方面2·名称】"


def test_numbers_in_words_say_two_as_people_do():
    found = drafted("", "{{ 2|中文数 }}{{ 3|中文数 }}{{ 12|中文数 }}{{ 20|中文数 }}\n")
    assert found == "两三十二二十"


def test_yes_and_no_are_shown_as_words():
    questions = "- 名: 考核\n  类: 是否\n"
    assert drafted(questions, "考核：{{ 考核 }}\n", "考核：y") == "考核：是"
    assert drafted(questions, "考核：{{ 考核 }}\n", "考核：0") == "考核：否"


@pytest.mark.parametrize("text", ["{{ 项 }}\n", "{% for 一 in 方面 %}{{ 一 }}{% endfor %}\n"])
def test_a_whole_list_or_entry_in_braces_is_an_error_that_tells_what_to_do(text):
    made = template(LIST + ENTRIES, text)
    with pytest.raises(TemplateError) as caught:
        written(made, "项：甲\n方面：乙")
    assert "列出" in caught.value.hint

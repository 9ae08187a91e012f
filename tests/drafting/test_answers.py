"""What each type of question accepts and how it refuses; every problem of a brief in one error."""

import pytest

import drafter
from drafter.errors import BriefError, Several
from tests.drafting.small import drafted, template

SHOW = "{{ 甲 }}\n"
TYPES = {
    "整数": "- 名: 甲\n  类: 整数\n",
    "数字": "- 名: 甲\n  类: 数字\n",
    "日期": "- 名: 甲\n  类: 日期\n",
    "是否": "- 名: 甲\n  类: 是否\n",
    "选择": "- 名: 甲\n  类: 选择\n  可选: [按月通报, 按季排名]\n",
    "文字": "- 名: 甲\n",
    "段落": "- 名: 甲\n  类: 段落\n",
}
ACCEPTED = [
    ("整数", "12", "12"),
    ("整数", "１２", "12"),
    ("整数", "1,200", "1200"),
    ("整数", "-3", "-3"),
    ("整数", "012", "12"),
    ("数字", "8.6", "8.6"),
    ("数字", "８．６", "8.6"),
    ("数字", "1,200.50", "1200.50"),
    ("日期", "2026年2月26日", "2026年2月26日"),
    ("日期", "2026-02-26", "2026年2月26日"),
    ("日期", "2026.2.26", "2026年2月26日"),
    ("日期", "2026/2/26", "2026年2月26日"),
    ("日期", "２０２６年２月２６日", "2026年2月26日"),
    ("日期", "2024年2月29日", "2024年2月29日"),
    ("是否", "是", "是"),
    ("是否", "YES", "是"),
    ("是否", "不要", "否"),
    ("选择", "按季排名", "按季排名"),
    ("选择", "1", "按月通报"),
    ("文字", "  云溪县  ", "云溪县"),
    ("文字", "14:30", "14:30"),
]
REFUSED = [
    ("整数", "十二", "is not a number"),
    ("整数", "8.6", "is not a whole number"),
    ("整数", "12个", "is not a number"),
    ("数字", "约8", "is not a number"),
    ("数字", "1e3", "is not a number"),
    ("日期", "2026年2月", "is not a full date"),
    ("日期", "2026年2月30日", "is no day of the calendar"),
    ("日期", "2025-02-29", "is no day of the calendar"),
    ("日期", "下周一", "is not a full date"),
    ("是否", "也许", "is neither 是 nor 否"),
    ("选择", "按年", "is not one of 按月通报、按季排名"),
    ("选择", "0", "is not one of"),
    ("选择", "3", "is not one of"),
]


def refusal(questions: str, brief: str):
    with pytest.raises(BriefError) as caught:
        drafter.draft(template(questions), brief)
    return caught.value


@pytest.mark.parametrize(("type", "answer", "shown"), ACCEPTED)
def test_an_answer_of_the_right_type_is_shown_as_documents_write_it(type, answer, shown):
    assert drafted(TYPES[type], SHOW, f"甲：{answer}") == shown


@pytest.mark.parametrize(("type", "answer", "why"), REFUSED)
def test_an_answer_of_another_type_is_refused_with_its_words_and_line(type, answer, why):
    error = refusal(TYPES[type], f"\n甲：{answer}")
    assert why in str(error)
    assert answer in str(error)
    assert error.place.line == 2


def test_numbers_keep_to_their_bounds():
    questions = "- 名: 甲\n  类: 整数\n  最少: 5\n  最多: 60\n"
    assert [drafted(questions, SHOW, f"甲：{n}") for n in (5, 60)] == ["5", "60"]
    assert "is too small" in str(refusal(questions, "甲：4"))
    assert "is too large" in str(refusal(questions, "甲：61"))


def test_one_line_of_words_takes_no_second_and_a_paragraph_does():
    brief = "甲：|\n  第一行\n  第二行\n"
    assert "must be one line" in str(refusal(TYPES["文字"], brief))
    assert drafted(TYPES["段落"], SHOW, brief) == "第一行\n第二行"


def test_a_paragraph_may_be_written_as_a_list_of_its_lines():
    assert drafted(TYPES["段落"], SHOW, "甲:\n- 第一行\n- 第二行\n") == "第一行\n第二行"


@pytest.mark.parametrize(
    "brief",
    [
        "甲：定位、招商、服务",
        "甲：定位，招商，服务",
        "甲：定位；招商；服务",
        "甲: 定位,招商,服务",
        "甲: [定位, 招商, 服务]",
        "甲:\n- 定位\n- 招商\n- 服务\n",
        "甲：\n  － 定位\n  － 招商\n  － 服务\n",
    ],
)
def test_a_list_may_be_written_in_every_usual_way(brief):
    questions = "- 名: 甲\n  类: 列表\n"
    assert drafted(questions, "{{ 甲|列出('', '／') }}\n", brief) == "定位／招商／服务"


def test_a_thousands_comma_parts_no_list():
    questions = "- 名: 甲\n  类: 列表\n"
    assert drafted(questions, "{{ 甲|列出('', '／') }}\n", "甲：1,200,2,300") == "1,200／2,300"


def test_items_that_look_like_keys_are_words():
    questions = "- 名: 甲\n  类: 列表\n"
    brief = "甲:\n- 时间：九点\n- 地点：礼堂\n"
    assert drafted(questions, "{{ 甲|列出 }}\n", brief) == "时间：九点、地点：礼堂"


def test_lists_keep_to_their_bounds():
    questions = "- 名: 甲\n  类: 列表\n  最少: 2\n  最多: 3\n"
    assert "甲: at least 2, found 1" in str(refusal(questions, "甲：一"))
    assert "甲: at most 3, found 4" in str(refusal(questions, "甲：一、二、三、四"))


ENTRIES = """
- 名: 方面
  类: 条目
  字段:
  - 名: 名称
  - 名: 数量
    类: 整数
"""
LISTED = "{% for 项 in 方面 %}{{ 项.名称 }}（{{ 项.数量 }}）{% endfor %}\n"


@pytest.mark.parametrize(
    ("brief", "shown"),
    [
        ("方面：定位、招商", "定位（【定位·数量】）招商（【招商·数量】）"),
        ("方面：定位 招商", "定位（【定位·数量】）招商（【招商·数量】）"),
        ("方面：\n- 定位\n- 名称：招商\n  数量：3", "定位（【定位·数量】）招商（3）"),
        ("方面：[{名称: 定位, 数量: 2}]", "定位（2）"),
        ("方面：\n- 数量：2", "【方面1·名称】（2）"),
    ],
)
def test_entries_are_lines_of_words_or_of_fields(brief, shown):
    assert drafted(ENTRIES, LISTED, brief) == shown


@pytest.mark.parametrize(
    ("questions", "brief", "message"),
    [
        (TYPES["文字"], "甲:\n- 一\n- 二", "takes one answer, not a list"),
        ("- 名: 甲\n  类: 列表\n", "甲:\n- 名称：一\n  数量：2", "each item must be words"),
        (ENTRIES, "方面: [[一, 二]]", "each item must have fields"),
        (ENTRIES, "方面:\n- 名称：一\n  数量：许多", "“许多” is not a number"),
        (ENTRIES, "方面:\n- 名称：一\n  数目：2", "nothing asks for 数目"),
    ],
)
def test_an_answer_of_another_shape_is_refused_with_its_line(questions, brief, message):
    error = refusal(questions, brief)
    assert message in str(error)
    assert error.place.line >= 1


def test_a_pattern_is_held_in_the_words_of_the_template():
    questions = "- 名: 电话\n  格式: '[0-9]{4}-[0-9]{7}'\n  格式说明: 不是区号-号码\n"
    assert drafted(questions, "{{ 电话 }}\n", "电话：0000-1234567") == "0000-1234567"
    assert "不是区号-号码" in str(refusal(questions, "电话：1234567"))


def test_a_refusal_offers_the_question_s_own_example():
    error = refusal("- 名: 甲\n  类: 整数\n  例: '30'\n", "甲：半小时")
    assert error.hint.format(**error.values) == "for example: 30"


def test_a_control_character_in_an_answer_is_refused():
    assert "control character" in str(refusal(TYPES["文字"], "甲：一\x01二"))


def test_all_bad_answers_are_told_in_one_error_each_with_its_line():
    questions = "- 名: 日\n  类: 日期\n- 名: 数\n  类: 数字\n" + ENTRIES
    brief = "日：明天\n数：很多\n数目：3\n方面：\n- 名称：定位\n  数量：几个\n"
    with pytest.raises(Several) as caught:
        drafter.draft(template(questions), brief)
    parts = caught.value.parts
    assert sorted((part.place.line, part.values.get("name")) for part in parts if part.place) == [
        (1, "日"),
        (2, "数"),
        (3, None),
        (6, "数量"),
    ]
    assert caught.value.exit_code == 2
    assert len(str(caught.value).split("\n")) == 4


def test_an_unknown_key_is_refused_and_the_nearest_offered():
    error = refusal("- 名: 会议名称\n- 名: 讲话人\n", "讲话人：县长\n会议名：推进会")
    assert str(error) == "2: nothing asks for 会议名"
    assert error.hint.format(**error.values) == "did you mean 会议名称?"


def test_an_unknown_key_like_no_other_is_refused_with_all_there_are():
    error = refusal("- 名: 会议名称\n- 名: 讲话人\n", "xyz: 1")
    assert error.hint.format(**error.values) == "known here: 会议名称、讲话人"


def test_a_question_answers_to_its_other_names():
    questions = "- 名: 会议名称\n  别名: [会议, 会名]\n"
    assert drafted(questions, "{{ 会议名称 }}\n", "会名：推进会") == "推进会"


def test_two_names_of_one_question_are_two_answers_and_refused():
    error = refusal("- 名: 会议名称\n  别名: [会议]\n", "会议名称：甲\n会议：乙")
    assert str(error) == "2: 会议名称 is answered twice"


def test_spaces_inside_a_key_do_not_matter():
    assert drafted("- 名: 会议名称\n", "{{ 会议名称 }}\n", "会议 名称：推进会") == "推进会"

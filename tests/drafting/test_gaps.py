"""What nobody has said becomes a gap with a name, and nothing is made up in its place."""

import pytest

import drafter
from drafter.errors import Incomplete
from tests.drafting.small import drafted, gap_names, template, written

ASPECTS = """
- 名: 方面
  类: 条目
  必填: 是
  空缺数: 2
  字段:
  - 名: 名称
  - 名: 举措
    类: 条目
    必填: 是
    空缺数: 2
    字段:
    - 名: 做法
    - 名: 时限
      问: 何时完成？
      问谁: 牵头单位
"""
PLAN = """
{% for 项 in 方面 %}
# {{ 项.名称 }}
{% for 举措 in 项.举措 %}
- {{ 举措.做法 }}，{{ 举措.时限 }}完成
{% endfor %}
{% endfor %}
"""
MEETING = """
- 名: 会议名称
  问: 在什么会议上讲？
  说明: 会议全称
  问谁: 县委办公室
- 名: 地点
  问: 在哪里开会？
- 名: 主持人
"""


@pytest.fixture
def plan():
    return template(ASPECTS, PLAN)


def test_a_gap_is_named_by_the_path_to_it(plan):
    brief = "方面：\n- 名称：招商\n  举措：\n  - 做法：驻点\n    时限：四月底\n  - 做法：上门\n"
    assert gap_names(plan, brief) == ["招商·举措2·时限"]


def test_entries_nobody_has_given_are_called_by_their_numbers(plan):
    assert gap_names(plan) == [
        "方面1·名称",
        "方面1·举措1·做法",
        "方面1·举措1·时限",
        "方面1·举措2·做法",
        "方面1·举措2·时限",
        "方面2·名称",
        "方面2·举措1·做法",
        "方面2·举措1·时限",
        "方面2·举措2·做法",
        "方面2·举措2·时限",
    ]


def test_two_entries_of_one_name_are_told_apart_by_their_numbers(plan):
    brief = "方面：\n- 名称：招商\n  举措：驻点\n- 名称：招商\n  举措：上门\n"
    assert gap_names(plan, brief) == ["方面1·举措1·时限", "方面2·举措1·时限"]


def test_an_entry_with_a_long_first_field_is_called_by_its_number(plan):
    brief = "方面：\n- 名称：坚定不移把项目建设作为头等大事抓紧抓实\n  举措：驻点\n"
    assert gap_names(plan, brief) == ["方面1·举措1·时限"]


def test_a_gap_in_an_entry_says_what_is_wanted_and_whom_to_ask(plan):
    found = drafter.draft(plan, "方面：\n- 名称：招商\n  举措：驻点\n").gaps
    assert found == (drafter.Gap("招商·举措1·时限", "何时完成？", "牵头单位"),)


def test_the_hint_is_the_explanation_or_else_the_question_or_else_nothing():
    made = template(MEETING, "{{ 会议名称 }}、{{ 地点 }}、{{ 主持人 }}\n")
    assert drafter.draft(made).gaps == (
        drafter.Gap("会议名称", "会议全称", "县委办公室"),
        drafter.Gap("地点", "在哪里开会？"),
        drafter.Gap("主持人"),
    )
    assert "【会议名称：会议全称｜县委办公室】、【地点：在哪里开会？】、【主持人】" in written(made)


def test_a_gap_met_twice_is_listed_once_but_shown_twice():
    made = template(MEETING, "{{ 地点 }}，还是{{ 地点 }}\n")
    found = drafter.draft(made)
    assert [gap.name for gap in found.gaps] == ["地点"]
    assert found.document.body[0].text == "【地点】，还是【地点】"


@pytest.mark.parametrize("brief", ["", "地点：", "地点：  \n主持人：县长"])
def test_an_answer_left_out_or_empty_is_a_gap(brief):
    assert drafted(MEETING, "在{{ 地点 }}\n", brief) == "在【地点】"


def test_an_optional_sentence_vanishes_with_its_answer():
    text = "会议开始。{% if 地点 %}地点在{{ 地点 }}。{% endif %}请准时。\n"
    assert drafted(MEETING, text) == "会议开始。请准时。"
    assert drafted(MEETING, text, "地点：礼堂") == "会议开始。地点在礼堂。请准时。"


def test_an_optional_paragraph_leaves_no_empty_one_behind():
    made = template(MEETING, "甲\n\n{% if 地点 %}\n在{{ 地点 }}\n\n{% endif %}\n乙\n")
    assert [block.text for block in drafter.draft(made).document.body] == ["甲", "乙"]


def test_an_optional_list_without_an_answer_is_empty_and_false():
    questions = "- 名: 议程\n  类: 列表\n"
    text = "{% if 议程 %}议程：{{ 议程|列出 }}{% else %}没有议程{% endif %}\n"
    assert drafted(questions, text) == "没有议程"
    assert drafted(questions, text, "议程：听取汇报；讨论") == "议程：听取汇报、讨论"


def test_a_required_list_without_an_answer_shows_as_many_gaps_as_it_needs_at_least():
    questions = "- 名: 议程\n  类: 列表\n  必填: 是\n  空缺数: 2\n  最少: 4\n"
    text = "{% for 项 in 议程 %}{{ 项 }}{% endfor %}\n"
    assert drafted(questions, text) == "【议程1】【议程2】【议程3】【议程4】"


def test_a_part_of_a_date_nobody_has_given_is_the_date_s_own_gap():
    questions = "- 名: 日期\n  类: 日期\n"
    text = "{{ 日期 }}（{{ 日期.weekday_name }}）\n"
    assert drafted(questions, text) == "【日期】（【日期】）"
    assert drafted(questions, text, "日期：2026-02-26") == "2026年2月26日（星期四）"


def test_the_template_itself_may_ask_for_a_fact():
    made = template("", '{{ 空缺("数据", "截至三月底", "统计局") }}\n')
    assert drafter.draft(made).gaps == (drafter.Gap("数据", "截至三月底", "统计局"),)


def test_a_default_stands_where_nothing_is_answered():
    questions = "- 名: 称呼\n  默认: 同志们\n"
    assert drafted(questions, "{{ 称呼 }}！\n") == "同志们！"
    assert drafted(questions, "{{ 称呼 }}！\n", "称呼：各位代表") == "各位代表！"


def test_strict_refuses_and_lists_all_that_is_missing():
    made = template(MEETING, "{{ 会议名称 }}、{{ 地点 }}、{{ 主持人 }}\n")
    with pytest.raises(Incomplete) as caught:
        drafter.draft(made, "地点：礼堂", strict=True)
    assert "2 facts are missing: 会议名称、主持人" in str(caught.value)
    assert caught.value.exit_code == 1


def test_strict_does_not_mind_what_the_document_does_not_need():
    made = template(MEETING, "{% if 主持人 %}{{ 主持人 }}主持{% endif %}在{{ 地点 }}\n")
    assert drafter.draft(made, "地点：礼堂", strict=True).gaps == ()


def test_a_question_with_a_condition_is_no_gap_where_the_condition_is_false():
    questions = "- 名: 考核\n  类: 是否\n- 名: 办法\n  何时: 考核\n"
    text = "好{% if 考核 %}，按{{ 办法 }}{% endif %}\n"
    assert drafted(questions, text, "考核：否") == "好"
    assert drafted(questions, text, "考核：是") == "好，按【办法】"


def test_an_answer_to_a_question_that_is_not_asked_counts_as_not_given():
    questions = "- 名: 考核\n  类: 是否\n- 名: 办法\n  何时: not 考核\n"
    text = "{% if 办法 %}按{{ 办法 }}{% else %}无{% endif %}\n"
    assert drafted(questions, text, "考核：是\n办法：月报") == "无"
    assert drafted(questions, text, "考核：否\n办法：月报") == "按月报"


def test_a_condition_may_compare_the_number_of_entries():
    questions = ASPECTS + "- 名: 小结\n  何时: 方面|length > 1\n"
    text = "{{ 方面|length }}{% if 小结 %}{{ 小结 }}{% endif %}\n"
    assert drafted(questions, text, "方面：招商\n小结：完") == "1"
    assert drafted(questions, text, "方面：招商、服务\n小结：完") == "2完"


def test_the_draft_tells_which_template_in_which_version_made_it():
    found = drafter.draft(template())
    assert (found.template, found.version, found.document.kind) == ("小模板", "1", "speech")

"""Briefs: what is laid over them, their JSON Schema, and that what is written is read back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import drafter
from drafter.errors import BriefError
from drafter.formats.loose import Entry, Items, Scalar
from tests.drafting.small import drafted, template
from tests.strategies import words

ALL = """
- 名: 会议名称
  必填: 是
  问: 在什么会议上讲？
  说明: 会议全称
  例: 全县项目建设推进会
  别名: [会议]
- 名: 时长
  类: 整数
- 名: 投资
  类: 数字
- 名: 日期
  类: 日期
- 名: 考核
  类: 是否
- 名: 办法
  类: 选择
  可选: [月报, 季报]
  默认: 月报
- 名: 开场
  类: 段落
- 名: 人员
  类: 列表
  最多: 3
- 名: 方面
  类: 条目
  必填: 是
  最少: 1
  字段:
  - 名: 名称
    必填: 是
  - 名: 举措
    类: 列表
"""
MADE = template(ALL)


def laid(settings_, brief="", made=MADE):
    return drafter.with_settings(drafter.read_brief(brief), settings_, made.questions)


def test_a_setting_wins_over_the_brief():
    assert laid(["时长=20"], "会议名称：甲\n时长：10") == {"会议名称": "甲", "时长": "20"}


def test_the_last_setting_of_one_question_wins():
    assert laid(["时长=20", "时长=30"]) == {"时长": "30"}


@pytest.mark.parametrize(
    ("brief", "setting"), [("会议：甲", "会议名称=乙"), ("会议名称：甲", "会议=乙")]
)
def test_a_setting_wins_by_whichever_name_the_question_has(brief, setting):
    entry = laid([setting], brief)
    assert drafter.draft(template(ALL, "{{ 会议名称 }}\n"), entry).document.body[0].text == "乙"


def test_the_brief_itself_is_not_changed():
    brief = drafter.read_brief("时长：10")
    drafter.with_settings(brief, ["时长=20"], MADE.questions)
    assert brief == {"时长": "10"}


@pytest.mark.parametrize("setting", ["时长=20", "时长＝20", "时长：20", "时长: 20", " 时长 = 20 "])
def test_a_setting_may_be_written_with_any_equals_sign_or_colon(setting):
    assert laid([setting]) == {"时长": "20"}


def test_only_the_first_equals_sign_parts_a_setting():
    assert laid(["会议名称=a=b：c"]) == {"会议名称": "a=b：c"}


def test_a_setting_may_empty_an_answer():
    entry = laid(["会议名称="], "会议名称：甲")
    assert [g.name for g in drafter.draft(template(ALL, "{{ 会议名称 }}\n"), entry).gaps] == [
        "会议名称"
    ]


@pytest.mark.parametrize("setting", ["会议名称", "=推进会", ""])
def test_what_sets_nothing_is_refused_with_an_example(setting):
    with pytest.raises(BriefError, match="sets nothing") as caught:
        laid([setting])
    assert "--set 键=值" in caught.value.hint


def test_a_setting_of_several_words_is_a_list():
    questions = "- 名: 人员\n  类: 列表\n"
    entry = drafter.with_settings(drafter.read_brief(""), ["人员=县长、局长"])
    assert drafted(questions, "{{ 人员|列出('', '／') }}\n", entry) == "县长／局长"


def test_the_schema_is_one_of_2020_12():
    schema = drafter.brief_schema(MADE.questions)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert json.loads(json.dumps(schema)) == schema


GOOD = {
    "会议名称": "全县项目建设推进会",
    "时长": 20,
    "投资": 86.5,
    "日期": "2026-02-26",
    "考核": True,
    "办法": "季报",
    "开场": "第一行\n第二行",
    "人员": ["县长", "局长"],
    "方面": [{"名称": "招商", "举措": ["驻点"]}, {"名称": "服务"}],
}


def test_the_schema_accepts_a_brief_that_drafts():
    validator = Draft202012Validator(drafter.brief_schema(MADE.questions))
    validator.validate(GOOD)
    validator.validate({"时长": "20"})
    entry = drafter.read_brief(drafter.write_brief(MADE.questions, plain(GOOD)))
    assert drafter.draft(MADE, entry).gaps == ()


def plain(value):
    """Turn JSON data into what a brief holds."""
    if isinstance(value, dict):
        return Entry({key: plain(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return Items(plain(inner) for inner in value)
    return Scalar({True: "是", False: "否"}[value] if isinstance(value, bool) else str(value))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("会议", "不认别名"),
        ("未问", "甲"),
        ("会议名称", ["甲"]),
        ("时长", 8.5),
        ("办法", "年报"),
        ("人员", "县长"),
        ("人员", ["一", "二", "三", "四"]),
        ("方面", []),
        ("方面", [{"名字": "招商"}]),
        ("考核", 3),
    ],
)
def test_the_schema_refuses_what_is_no_brief(key, value):
    validator = Draft202012Validator(drafter.brief_schema(MADE.questions))
    assert not validator.is_valid(GOOD | {key: value})


def test_the_schema_tells_a_program_what_a_person_would_be_told():
    asked = drafter.brief_schema(MADE.questions)["properties"]
    assert asked["会议名称"]["title"] == "在什么会议上讲？"
    assert asked["会议名称"]["description"] == "会议全称"
    assert asked["会议名称"]["examples"] == ["全县项目建设推进会"]
    assert asked["办法"]["default"] == "月报"
    assert drafter.brief_schema(MADE.questions)["x-wanted"] == ["会议名称", "方面"]
    assert asked["方面"]["items"]["x-wanted"] == ["名称"]


answers = words.map(Scalar)
lists = st.lists(answers, min_size=1, max_size=3).map(Items)
entries = st.dictionaries(st.just("名称"), answers, min_size=1).flatmap(
    lambda found: st.one_of(st.none(), lists).map(
        lambda more: Entry(found | ({"举措": more} if more else {}))
    )
)
briefs = st.fixed_dictionaries(
    {},
    optional={
        "会议名称": answers,
        "开场": answers,
        "人员": lists,
        "方面": st.lists(entries, min_size=1, max_size=3).map(Items),
    },
).map(Entry)


@given(briefs)
@settings(max_examples=150, deadline=None)
def test_reading_a_written_brief_gives_it_back(brief):
    assert drafter.read_brief(drafter.write_brief(MADE.questions, brief)) == brief


def test_a_brief_is_written_in_the_order_of_the_questions_and_nothing_else():
    brief = Entry(
        {"人员": Items([Scalar("县长")]), "会议名称": Scalar("推进会"), "别的": Scalar("x")}
    )
    assert drafter.write_brief(MADE.questions, brief) == "会议名称: 推进会\n人员:\n  - 县长\n"


def test_an_empty_brief_is_written_as_nothing():
    assert drafter.write_brief(MADE.questions, Entry()) == ""

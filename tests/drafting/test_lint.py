"""drafter templates check: what is wrong with a template, on which line; and what is not."""

import pytest

import drafter
from drafter.drafting.lint import ERROR, WARNING, lint
from drafter.drafting.starters import starter
from tests.templates.test_templates import NAMES

QUESTIONS = """\
  - 名: 事项
    必填: 是
    说明: 什么事
  - 名: 紧急
    类: 是否
    说明: 是否紧急
  - 名: 要求
    类: 条目
    必填: 是
    说明: 几条
    字段:
      - 名: 做什么
        说明: 动宾短语
"""
TEXT = """\
---
标题: 关于{{ 事项 }}的通知
---

{% if 紧急 %}请速办。{% endif %}
{% for 项 in 要求 %}
- {{ 项.做什么 }}
{% endfor %}
"""
BRIEF = "事项：值班\n紧急：是\n要求：报送值班表、守好电话\n"


def files(questions: str = QUESTIONS, text: str = TEXT, brief: str = BRIEF, kind: str = "通知"):
    head = f"名称: 小模板\n文种: {kind}\n问题:\n"
    found = {"template.yaml": head + questions, "outline.md.j2": text}
    return found | ({"example.brief.txt": brief} if brief else {})


def told(made, houses=()) -> list[tuple[str, str, str]]:
    """Give what is found as place, level and rule."""
    return [(str(one.place), one.level, one.rule) for one in lint("small", made, houses)]


def said(made) -> str:
    return "\n".join(one.message for one in lint("small", made))


@pytest.mark.parametrize("name", NAMES)
def test_every_template_of_drafters_has_nothing_to_mend(name):
    from drafter.drafting.library import template_folder

    folder = template_folder(name)
    found = {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.is_file()}
    assert lint(name, found) == ()


def test_the_starter_has_nothing_to_mend_and_drafts():
    made = {name: words.decode() for name, words in starter("template", "值班通知").items()}
    assert lint("值班通知", made) == ()
    template = drafter.make_template("值班通知", made)
    document = drafter.draft(template, template.example, strict=True).document
    assert document.title.text == "关于国庆假期值班的通知"
    assert template.name == "值班通知"


def test_a_sound_template_has_nothing_to_mend():
    assert told(files()) == []


def test_a_template_that_cannot_be_read_is_told_by_file_and_line():
    assert told(files(QUESTIONS.replace("类: 是否", "内: 是否"))) == [
        ("template.yaml:8", ERROR, "unreadable")
    ]
    assert told({"template.yaml": "名称: 甲\n文种: 通知\n"})[0][1:] == (ERROR, "unreadable")


def test_a_question_nobody_uses_is_told_unless_it_is_not_for_print():
    more = QUESTIONS + "  - 名: 时长\n    说明: 几分钟\n"
    assert told(files(more)) == [("template.yaml:17", WARNING, "unused-question")]
    assert told(files(more.replace("几分钟", "几分钟，不印"))) == []
    assert told(files(more + "    何时: 紧急\n", TEXT + "{{ 时长 }}\n", BRIEF + "时长：3\n")) == []


def test_a_field_nobody_uses_is_told():
    more = QUESTIONS + "      - 名: 时限\n        说明: 月日\n"
    assert told(files(more)) == [("template.yaml:17", WARNING, "unused-question")]
    assert "要求·时限" in said(files(more))
    by_list = TEXT + "{{ 要求|列出('时限') }}\n"
    brief = "事项：值班\n要求：\n  - 做什么：报\n    时限：5月\n"
    assert told(files(more, by_list, brief)) == []


def test_a_name_nobody_asks_for_is_told_once_with_the_nearest():
    found = lint("small", files(text=TEXT.replace("{{ 事项 }}", "{{ 事像 }}")))
    assert [(str(one.place), one.rule) for one in found if one.level == ERROR] == [
        ("outline.md.j2:2", "undefined-name")
    ]
    assert found[-1].hint == "did you mean 事项?"


def test_what_the_outline_sets_itself_is_no_stranger():
    own = TEXT + "{% set 甲 = 1 %}{% macro 乙(丙) %}{{ 丙 }}{% endmacro %}{{ 甲 }}{{ 乙(事项) }}\n"
    own += "{% for 数 in range(2) %}{{ loop.index }}{{ 数 }}{% endfor %}\n"
    assert told(files(text=own)) == []


def test_a_gap_without_a_hint_is_told_at_its_question_field_or_place():
    bare = QUESTIONS.replace("    说明: 什么事\n", "").replace("        说明: 动宾短语\n", "")
    assert told(files(bare)) == [
        ("template.yaml:4", WARNING, "gap-without-hint"),
        ("template.yaml:14", WARNING, "gap-without-hint"),
    ]
    asked = TEXT + '{% if not 紧急 %}{{ 空缺("时限") }}{% endif %}\n'
    assert told(files(text=asked)) == [("outline.md.j2:9", WARNING, "gap-without-hint")]


@pytest.mark.parametrize(
    ("brief", "line"),
    [
        (BRIEF + "事像：甲\n", ":4"),
        (BRIEF.replace("紧急：是", "紧急：也许"), ":2"),
        (BRIEF + "只有字\n", ":4:1"),
    ],
)
def test_an_example_that_does_not_fit_is_told_by_its_line(brief, line):
    assert told(files(brief=brief)) == [("example.brief.txt" + line, ERROR, "example")]


def test_an_example_that_is_not_there_or_leaves_gaps_is_told():
    assert told(files(brief="")) == [("example.brief.txt", WARNING, "example")]
    assert told(files(brief="紧急：是\n要求：甲\n")) == [("example.brief.txt", WARNING, "example")]


WAITING = QUESTIONS + "  - 名: 时限\n    说明: 月日\n    何时: {}\n"
USED = TEXT + "{% if 时限 %}时限是{{ 时限 }}。{% endif %}\n"


@pytest.mark.parametrize(
    "when",
    [
        "紧急",
        "not 紧急",
        "紧急 and 要求|length > 3",
        '事项 == "抢险"',
        "要求|length == 2",
        "事项 or 紧急",
    ],
)
def test_a_condition_that_can_be_true_is_not_told(when):
    assert told(files(WAITING.format(when), USED)) == []


@pytest.mark.parametrize(
    ("when", "level"),
    [
        ("紧急 and not 紧急", WARNING),
        ('紧急 == "很急"', WARNING),
        ("要求|length < 0", WARNING),
        ("时限", WARNING),
        ("紧及", ERROR),
    ],
)
def test_a_condition_that_never_holds_is_told_at_its_question(when, level):
    found = [one for one in told(files(WAITING.format(when), USED)) if one[2] == "when"]
    assert {(place, how) for place, how, _rule in found} == {("template.yaml:17", level)}


def test_a_condition_that_is_no_expression_stops_the_draft_at_its_question():
    found = told(files(WAITING.format("紧急 and"), USED))
    assert ("template.yaml:17", ERROR, "draft") in found


def test_a_condition_that_looks_ahead_is_told():
    early = "  - 名: 时限\n    说明: 月日\n    何时: 紧急\n" + QUESTIONS
    assert told(files(early, USED)) == [("template.yaml:4", WARNING, "when")]
    assert "looks at 紧急, which is not asked before it" in said(files(early, USED))


def test_a_choice_that_is_compared_with_what_it_cannot_be_is_told():
    choice = "  - 名: 形式\n    类: 选择\n    可选: [口头, 书面]\n    说明: 怎样\n    默认: 口头\n"
    waiting = choice + WAITING.format('形式 == "{}"')
    assert told(files(waiting.replace("{}", "书面"), USED)) == []
    found = told(files(waiting.replace("{}", "纸面"), USED))
    assert [rule for *_rest, rule in found] == ["when"]


def test_a_draft_that_fails_is_told():
    assert told(files(text=TEXT + "{{ 要求 }}\n")) == [("outline.md.j2:9", ERROR, "draft")]
    assert told(files(text=TEXT + "{% if %}\n"))[0] == ("outline.md.j2:9", ERROR, "draft")


def test_a_filled_outline_that_cannot_be_read_is_told():
    found = told(files(text=TEXT.replace("标题:", "标提:")))
    assert found == [("outline.md.j2", ERROR, "draft")]


def test_a_kind_that_is_not_the_outlines_is_told():
    text = TEXT.replace("标题:", "文种: 函\n标题:")
    assert told(files(text=text)) == [("outline.md.j2:2", WARNING, "kind")]


def test_a_house_that_is_not_there_or_not_made_for_the_kind_is_told():
    text = TEXT.replace("标题:", "版式: 信函格式\n标题:")
    assert told(files(text=text)) == [("outline.md.j2:2", WARNING, "house")]
    assert told(files(text=text, kind="函")) == []
    unknown = TEXT.replace("标题:", "版式: 云溪\n标题:")
    assert told(files(text=unknown)) == [("outline.md.j2:2", ERROR, "house")]
    assert told(files(text=unknown), (("云溪.toml", ""),)) == []

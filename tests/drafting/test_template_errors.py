"""Templates that cannot be used: what is wrong, in which file, on which line; and the sandbox."""

import pytest

import drafter
from drafter.errors import TemplateError, UnusableInput
from tests.drafting.small import drafted, template, written

QUESTIONS = "- 名: 甲\n- 名: 数\n  类: 整数\n- 名: 项\n  类: 列表\n"


def refused(text: str, brief: str = "甲：县长\n数：3\n项：一、二"):
    with pytest.raises(TemplateError) as caught:
        drafter.draft(template(QUESTIONS, text), brief)
    return caught.value


def unmade(settings: str):
    with pytest.raises(TemplateError) as caught:
        drafter.make_template("small", {"template.yaml": settings, "outline.md.j2": ""})
    return caught.value


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ 甲.__class__ }}",
    "{{ 甲['__class__'] }}",
    "{{ 甲|attr('__class__') }}",
    "{{ (甲|attr('__class__')).__mro__ }}",
    "{{ 甲.upper.__globals__ }}",
    "{{ 空缺.__globals__ }}",
    "{{ 空缺.__globals__['__builtins__'] }}",
    "{{ range.__self__ }}",
    "{{ '{0.__class__}'.format(甲) }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range(999999999)|list }}",
    "{{ 项.append('三') }}",
    "{{ [].append(1) }}",
    "{{ open('a') }}",
    "{{ cycler }}",
    "{{ lipsum() }}",
    "{{ namespace() }}",
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% from 'a' import b %}",
    "{% extends 'a' %}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_a_template_gets_at_nothing_but_answers(text):
    error = refused(f"一\n\n{text}\n")
    assert error.place.source == "small/outline.md.j2"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一\n\n{{ 乙 }}\n", 3),
        ("一\n{{ 甲.名称 }}\n", 2),
        ("一\n\n\n{% if 甲 %}\n", 4),
        ("{% for 一 in 项 %}\n\n{{ 一.名称 }}\n{% endfor %}\n", 3),
        ("一\n{{ 甲|没有 }}\n", 2),
        ("一\n\n{{ 数 / 0 }}\n", 3),
        ("一\n{{ 数 + 甲 }}\n", 2),
        ("一\n{{ }}\n", 2),
        ("{{ 甲 }\n", 1),
        ("{% 如果 甲 %}\n", 1),
        ("一\n{{ 项 }}\n", 2),
        ("一\n{{ []|个数 }}\n", 2),
    ],
)
def test_what_is_wrong_in_an_outline_is_told_with_file_and_line(text, line):
    error = refused(text)
    assert (error.place.source, error.place.line) == ("small/outline.md.j2", line)
    assert str(error).startswith(f"small/outline.md.j2:{line}: ")


def test_joining_an_answer_nobody_has_given_tells_how_to_write_it():
    error = refused("一\n{{ 甲 ~ '同志' }}\n", brief="")
    assert error.place.line == 2
    assert "braces of its own" in error.hint


def test_an_outline_that_is_none_when_filled_is_told_with_the_line_and_its_words():
    error = refused("---\n标题: 甲\n没有这个键: {{ 甲 }}\n---\n")
    assert "small/outline.md.j2" in str(error)
    assert "没有这个键" in str(error)
    assert "line 3" in str(error)


def test_a_missing_file_is_told_with_what_a_template_is():
    with pytest.raises(TemplateError) as caught:
        drafter.make_template("small", {"template.yaml": "名称: 甲\n文种: 讲话\n"})
    assert "outline.md.j2" in str(caught.value)
    assert "example.brief.txt" in str(caught.value.hint.format(**caught.value.values))


HEAD = "名称: 甲\n文种: 讲话\n"


@pytest.mark.parametrize(
    ("settings", "line", "words"),
    [
        ("文种: 讲话\n", 1, "名称 is missing"),
        ("名称: 甲\n", 1, "文种 is missing"),
        ("名称: 甲\n文种: 讲演\n", 2, "讲演"),
        (HEAD + "作者: 乙\n", 3, "作者"),
        (HEAD + "问题: 甲\n", 3, "questions are a list"),
        (HEAD + "问题:\n- 名: 会议 名称\n", 4, "会议 名称"),
        (HEAD + "问题:\n- 名: 2月\n", 4, "2月"),
        (HEAD + "问题:\n- 问: 谁？\n", 4, "cannot be a question's name"),
        (HEAD + "问题:\n- 名: 乙\n  类: 文本\n", 5, "there is no type 文本"),
        (HEAD + "问题:\n- 名: 乙\n  必填: 也许\n", 5, "必填 must be 是 or 否"),
        (HEAD + "问题:\n- 名: 乙\n  最少: 几个\n", 5, "最少 must be a whole number"),
        (HEAD + "问题:\n- 名: 乙\n  最小: 3\n", 5, "最小"),
        (HEAD + "问题:\n- 名: 乙\n  类: 选择\n", 4, "可选"),
        (HEAD + "问题:\n- 名: 乙\n  可选: [一]\n", 4, "可选"),
        (HEAD + "问题:\n- 名: 乙\n  类: 条目\n", 4, "字段"),
        (HEAD + "问题:\n- 名: 乙\n  类: 选择\n  可选: [一]\n  默认: 二\n", 4, "默认"),
        (HEAD + "问题:\n- 名: 乙\n  格式: '['\n", 4, "格式"),
        (HEAD + "问题:\n- 名: 乙\n- 名: 丙\n  别名: 乙\n", 4, "two questions are called 乙"),
    ],
)
def test_what_is_wrong_in_settings_is_told_with_file_and_line(settings, line, words):
    error = unmade(settings)
    assert (error.place.source, error.place.line) == ("small/template.yaml", line)
    assert words in str(error)


@pytest.mark.parametrize(
    ("settings", "words"), [("版本 1\n", "版本 1"), ("名称: 乙\n", "stands twice")]
)
def test_settings_that_are_no_keys_and_values_are_told_with_file_and_line(settings, words):
    with pytest.raises(UnusableInput, match=words) as caught:
        drafter.make_template("small", {"template.yaml": HEAD + settings, "outline.md.j2": ""})
    assert (caught.value.place.source, caught.value.place.line) == ("small/template.yaml", 3)


def test_an_unknown_key_of_a_question_gets_the_nearest_offered():
    error = unmade(HEAD + "问题:\n- 名: 乙\n  空缺: 3\n")
    assert error.hint.format(**error.values) == "did you mean 空缺数?"


def test_the_condition_of_a_field_is_refused():
    error = unmade(HEAD + "问题:\n- 名: 乙\n  类: 条目\n  字段:\n  - 名: 丙\n    何时: 丁\n")
    assert "何时 is for questions" in str(error)
    assert error.place.source == "small/template.yaml"


def test_a_condition_over_nothing_known_names_the_question():
    made = template("- 名: 乙\n  何时: 没有这个\n")
    with pytest.raises(TemplateError) as caught:
        drafter.draft(made)
    assert "乙" in str(caught.value)


def test_conditions_are_in_the_sandbox_too():
    made = template("- 名: 乙\n  何时: '\"\".__class__.__mro__'\n")
    with pytest.raises(TemplateError):
        drafter.draft(made)


def test_what_jinja_itself_brings_works():
    text = "{% set 称 = '同志们' %}{% for 一 in 项 %}{{ loop.index }}{{ 一 }}{% endfor %}{{ 称 }}\n"
    assert drafted(QUESTIONS, text, "项：甲、乙") == "1甲2乙同志们"
    macro = "{% macro 套(字) %}〔{{ 字 }}〕{% endmacro %}{{ 套(甲) }}{{ 套(数 + 1) }}\n"
    assert drafted(QUESTIONS, macro, "甲：【#】\n数：3") == "〔【#】〕〔4〕"


def test_the_outline_may_name_another_kind_than_the_settings():
    made = template(QUESTIONS, "---\n文种: 通知\n标题: 甲\n---\n")
    assert drafter.draft(made).document.kind == "notice"
    assert "文种: 讲话" in written(template(QUESTIONS, "---\n标题: 甲\n---\n"))

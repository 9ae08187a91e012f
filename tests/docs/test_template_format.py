"""docs/template-format.md names all there is, and its example is a whole template that drafts."""

import pytest
import yaml

from drafter.drafting import render, template
from drafter.drafting.brief import read_brief, with_settings
from drafter.drafting.draft import draft
from drafter.drafting.questions import Type
from drafter.drafting.template import EXAMPLE, OUTLINE, SETTINGS, make_template
from drafter.errors import DrafterError, Incomplete
from drafter.formats import outline
from drafter.model import Section
from tests.docs.page import column, examples, page, rows

PAGE = page("template-format.md")
FILES = {
    name: examples(PAGE, language)[0]
    for name, language in ((SETTINGS, "yaml"), (OUTLINE, "jinja"), (EXAMPLE, "brief"))
}


@pytest.fixture
def whole():
    return make_template("push", FILES)


def test_every_file_key_and_type_is_in_its_table_and_none_else():
    assert [name.strip("`") for name in column(PAGE, "文件")] == list(template.FILES)
    assert column(PAGE, "顶层键") == [*template._HEAD, "篇幅", "问题"]
    assert sorted(column(PAGE, "问题的键")) == sorted(template._QUESTION_KEYS)
    assert column(PAGE, "类") == [str(type) for type in Type]


def test_every_filter_and_every_global_of_ours_is_in_the_page():
    from jinja2.defaults import DEFAULT_FILTERS

    environment = render._environment()
    ours = set(environment.filters) - set(DEFAULT_FILTERS)
    table = "".join(row[0] for row in rows(PAGE, "过滤器"))
    assert ours == {"个数", "列出", "中文数", "短", "句", "分段"}
    assert all(f"\\|{name}" in table for name in ours)
    assert all(f"`{name}" in PAGE for name in environment.globals)


def test_the_example_uses_every_key_and_every_type():
    found = yaml.safe_load(FILES[SETTINGS])
    fields = [field for question in found["问题"] for field in question.get("字段", ())]
    keys = {key for question in (*found["问题"], *fields) for key in question}
    assert keys == set(template._QUESTION_KEYS)
    assert set(found) == {*template._HEAD, "篇幅", "问题"}
    assert {question.get("类", "文字") for question in found["问题"]} == set(map(str, Type))


def test_it_is_read_the_same_by_any_yaml_reader(whole):
    found = yaml.safe_load(FILES[SETTINGS])
    assert [question["名"] for question in found["问题"]] == [q.name for q in whole.questions]
    assert (found["名称"], found["文种"]) == ("推进会讲话", "讲话")


def test_the_example_drafts_with_its_brief(whole):
    found = draft(whole, whole.example)
    assert found.gaps == ()
    text = outline.write(found.document)
    assert "标题: 在全县项目建设推进会上的讲话" in text
    assert "日期: （2026年2月26日）" in text
    assert "去年，全县签约项目46个。\\n今年任务更重。" in text
    assert "要把握好两个方面：精准定位、精准招商。" in text
    assert "# 精准招商。招商是发展的源头" in text
    assert "+ 要紧盯产业链" in text
    assert "86.5亿元" in text
    assert "对落实情况，按月通报。" in text
    assert "以上两条" in text
    assert draft(whole, whole.example, strict=True) == found


def test_the_example_drafts_with_an_empty_brief_and_names_what_is_missing(whole):
    found = draft(whole, "")
    assert sum(isinstance(block, Section) for block in found.document.body) == 3
    names = [gap.name for gap in found.gaps]
    assert names[:4] == ["会议名称", "讲话人", "日期", "参会人员"]
    assert "方面1·定义" in names
    assert names[-1] == "方面3·举措2"
    assert (found.gaps[0].hint, found.gaps[0].ask) == ("会议全称", "县委办公室")
    text = outline.write(found.document)
    assert "三个方面。" in text
    assert "亿元" not in text
    assert "考核" not in text
    with pytest.raises(Incomplete):
        draft(whole, "", strict=True)


def test_what_the_page_says_of_briefs(whole):
    names = {gap.name for gap in draft(whole, "方面：精准定位、精准招商").gaps}
    assert {"精准定位·定义", "精准招商·举措1"} <= names
    assert draft(whole, "会议：甲").document.title.text == "在甲上的讲话"
    laid = with_settings(read_brief(whole.example), ["会议名称=全县交通工作会"])
    assert draft(whole, laid).document.title.text == "在全县交通工作会上的讲话"


def test_answers_never_become_structure(whole):
    brief = "开场：'# 一、【甲】|'\n会议名称: 甲【乙】"
    found = draft(whole, brief).document
    assert found.title.text == "在甲【乙】上的讲话"
    assert found.body[0].text == "# 一、【甲】|"


@pytest.mark.parametrize(
    ("old", "new", "brief"),
    [
        ("{{ 讲话人 }}", '"{{ 讲话人 }}"', "讲话人: 县委书记"),
        ("{{ 讲话人 }}", "{{ 讲话人 ~ 称呼 }}", ""),
        ("{{ 讲话人 }}", "{{ 讲话者 }}", ""),
        ("{{ 称呼 }}", "{{ []|个数 }}", ""),
    ],
)
def test_what_the_page_warns_of_is_an_error_that_names_the_template(old, new, brief):
    files = FILES | {OUTLINE: FILES[OUTLINE].replace(old, new)}
    with pytest.raises(DrafterError, match=OUTLINE):
        draft(make_template("push", files), brief)


def test_a_question_may_wait_for_an_expression_over_other_answers():
    settings = FILES[SETTINGS].replace("何时: 开展考核", "何时: 开展考核 and 方面|length > 2")
    waiting = make_template("push", FILES | {SETTINGS: settings})
    assert "按月通报" not in outline.write(draft(waiting, waiting.example).document)
    asked = with_settings(read_brief(waiting.example), ["方面=定位、招商、服务"])
    assert "按月通报" in outline.write(draft(waiting, asked).document)

"""Section titles (小标题) composed by the heading scheme a brief names."""

import pytest

import drafter
from drafter.errors import BriefError
from tests.drafting.small import template

QUESTIONS = """
- 名: 方面
  类: 条目
  节题: '{{ 项.名称 }}'
  提纲: 是
  字段:
  - 名: 名称
    必填: 是
  - 名: 标题
  - 名: 定义
    提纲: 是
- 名: 关键词
- 名: 小标题式样
  类: 式样
  共用词: 关键词
"""
TEXT = "开头。\n\n{% for 面 in 方面 %}\n# {{ 节题(面) }}\n\n{{ 面.定义 }}\n\n{% endfor %}\n"
BRIEF = """
小标题式样：{scheme}
方面：
- 名称：定位
  定义：方向对
- 名称：招商
  定义：找得准
- 名称：服务
  定义：留得住
"""
PAIRED = ["找准定位，明确方向", "创新招商，壮大增量", "优化服务，激发活力"]


def titles(document) -> list[str]:
    return [section.title.text for section in document.body[1:]]


def drafted(brief: str) -> list[str]:
    return titles(drafter.draft(template(QUESTIONS, TEXT), brief).document)


@pytest.mark.parametrize("scheme", ["动宾对仗", "H07", "h07"])
def test_titles_are_written_in_the_scheme_asked_for(scheme):
    assert drafted(BRIEF.format(scheme=scheme)) == PAIRED


def test_without_a_scheme_sections_are_called_as_the_template_says():
    assert drafted(BRIEF.format(scheme="")) == ["定位", "招商", "服务"]


def test_the_shared_word_stands_where_the_scheme_has_it():
    brief = BRIEF.format(scheme="共用前缀词") + "关键词：精准\n"
    assert drafted(brief) == ["精准定位", "精准招商", "精准服务"]


def test_a_title_of_its_own_stays():
    brief = BRIEF.format(scheme="动宾对仗").replace("：招商\n", "：招商\n  标题：招来整条链\n")
    assert drafted(brief) == [PAIRED[0], "招来整条链", PAIRED[2]]


def test_titles_wait_for_the_names_of_all_aspects():
    brief = BRIEF.format(scheme="动宾对仗").replace("名称：招商", "名称：")
    assert [title[:2] for title in drafted(brief)] == ["定位", "【方", "服务"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("招商", "把项目引进来"), "小标题式样: the aspect 把项目引进来 must be a word"),
        (("式样：动宾对仗", "式样：动宾对仗\n关键词：精准"), "has no place for the word 精准"),
        (("动宾对仗", "四字格格"), "there is no heading scheme called 四字格格"),
    ],
)
def test_what_a_scheme_cannot_take_is_told(change, said):
    with pytest.raises(BriefError) as told:
        drafted(BRIEF.format(scheme="动宾对仗").replace(*change))
    assert said in str(told.value)


def test_titles_of_a_plan_stay_when_it_is_expanded_whatever_came_in_between():
    made, brief = template(QUESTIONS, TEXT), BRIEF.format(scheme="动宾对仗")
    page = drafter.write(drafter.plan(made, drafter.read_brief(brief)), "outline").decode()
    assert PAIRED[1] in page
    page = page.replace(PAIRED[2], "把人留住").replace(
        f"# {PAIRED[0]}", "# 算清账\n\n定义：账要算清\n\n# " + PAIRED[0]
    )
    document = drafter.expand(made, drafter.read(page.encode(), "outline").document, brief).document
    assert titles(document) == ["算清账", *PAIRED[:2], "把人留住"]

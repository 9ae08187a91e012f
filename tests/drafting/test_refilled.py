"""A draft whose gaps were filled by hand gives the answers back, and never a wrong one."""

import re

import pytest

import drafter
from drafter.drafting.gapnames import GapNames
from drafter.drafting.refill import read_draft
from drafter.drafting.steps import get
from drafter.drafting.tidy import tidy
from drafter.formats.docx.filled import read_filled
from tests.drafting.small import template
from tests.formats.docx.test_filled_gaps import WAYS, all_gaps, fill

NAMES = sorted(drafter.template_names())
QUESTIONS = """
- 名: 会议名称
- 名: 日期
  类: 日期
- 名: 人员
  类: 列表
  必填: 是
  空缺数: 2
- 名: 方面
  类: 条目
  必填: 是
  空缺数: 2
  字段:
  - 名: 名称
  - 名: 定义
  - 名: 举措
    类: 列表
    必填: 是
    空缺数: 2
"""
TEXT = """
---
标题: 在{{ 会议名称 }}上的讲话
日期: （{{ 日期 }}）
---

{{ 日期 }}（{{ 日期.weekday_name }}）开会，参加的有{{ 人员|列出 }}。{{ 会议名称 }}很重要。

{% for 项 in 方面 %}
# {{ 项.名称 }}
{{ 项.定义 }}。{% for 件 in 项.举措 %}要{{ 件 }}；{% endfor %}

{% endfor %}
共{{ 空缺("几条", "条数") }}条。
"""
MADE = template(QUESTIONS, TEXT.lstrip())


def filled(words: dict[str, str], brief: str = "", old: str | None = None, way: str = WAYS[0]):
    """Draft over a brief, fill gaps by their names in Word, and read it back over another."""
    document = drafter.draft(MADE, brief).document
    gaps = {gap: words[gap.name] for gap in all_gaps(document) if gap.name in words}
    data = fill(drafter.write(document, "docx"), gaps, dict.fromkeys(range(1, 99), way))
    read = drafter.read(data, "docx").document
    return read_draft(
        MADE, drafter.read_brief(brief if old is None else old), read, read_filled(data)
    )


def typed(words: dict[str, str], brief: str = ""):
    """Draft over a brief, fill gaps in the outline, and read it back."""
    text = drafter.write(drafter.draft(MADE, brief).document, "outline").decode()
    for name, said in words.items():
        text = re.sub(f"【{re.escape(name)}(：[^】]*)?】", lambda found, said=said: said, text)
    return read_draft(MADE, drafter.read_brief(brief), drafter.read(text.encode(), "md").document)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_every_gap_of_every_template_gives_its_answer_back_or_tells(name, way):
    made = drafter.load_template(name)
    example = tidy(made.questions, drafter.read_brief(made.example))
    document = drafter.draft(made).document
    names = GapNames(made.questions, drafter.read_brief(""))
    answers = {gap: str(get(example, names.path(gap.name))) for gap in all_gaps(document)}
    data = fill(drafter.write(document, "docx"), answers, dict.fromkeys(range(1, 999), way))
    read = drafter.read(data, "docx").document
    found = read_draft(made, drafter.read_brief(""), read, read_filled(data))
    told = {name for stray in found.strays for name in stray.where.split("、")}
    for gap, words in answers.items():
        there = get(found.brief, names.path(gap.name))
        assert there == words or (gap.name in told and not there), gap.name
    assert way == "control taken away" or not told


@pytest.mark.parametrize("read", [filled, typed])
def test_answers_go_where_their_gaps_names_tell(read):
    words = {
        "会议名称": "推进会", "日期": "2026年2月26日", "人员1": "县长", "人员2": "局长",
        "方面1·名称": "招商", "方面1·定义": "招商是源头", "方面2·举措2": "盯住办",
    }  # fmt: skip
    found = read(words)
    assert found.brief == {
        "会议名称": "推进会",
        "日期": "2026年2月26日",
        "人员": ["县长", "局长"],
        "方面": [{"名称": "招商", "定义": "招商是源头"}, {"举措": ["盯住办"]}],
    }
    assert found.strays == []


@pytest.mark.parametrize("read", [filled, typed])
def test_an_entry_is_known_by_its_label(read):
    brief = "方面：\n  - 名称：招商\n    定义：源头\n  - 名称：服务\n会议名称：推进会"
    found = read({"服务·定义": "保障", "招商·举措1": "驻点"}, brief)
    assert found.brief == {
        "会议名称": "推进会",
        "方面": [
            {"名称": "招商", "定义": "源头", "举措": ["驻点"]},
            {"名称": "服务", "定义": "保障"},
        ],
    }


def test_without_the_brief_a_label_is_a_new_entry():
    found = filled({"服务·定义": "保障", "服务·举措1": "驻点"}, "方面：招商、服务", old="")
    assert found.brief == {"方面": [{"名称": "服务", "定义": "保障", "举措": ["驻点"]}]}


@pytest.mark.parametrize("read", [filled, typed])
def test_nothing_filled_in_is_nothing_read(read):
    found = read({})
    assert (found.brief, found.strays) == ({}, [])


def test_two_answers_to_one_gap_are_told():
    document = drafter.draft(MADE).document
    numbers = iter(["甲会", "乙会"])
    data = drafter.write(document, "docx")
    words = {gap: "甲会" for gap in all_gaps(document) if gap.name == "会议名称"}
    data = fill(data, words, {})
    read = read_filled(data)
    controls = tuple(
        (name, next(numbers) if name == "会议名称" else said) for name, said in read.controls
    )
    found = read_draft(MADE, drafter.read_brief(""), document, read._replace(controls=controls))
    assert found.brief == {"会议名称": "甲会"}
    assert [(stray.where, stray.words) for stray in found.strays] == [("会议名称", "乙会")]


def test_of_two_answers_the_one_that_fits_is_taken():
    assert filled({"日期": "2026年2月26日"}).brief == {"日期": "2026年2月26日"}
    assert filled({"日期": "二月底"}).strays[0].words == "二月底"


def test_what_no_question_asks_for_is_told():
    found = filled({"几条": "三"})
    assert found.brief == {}
    assert [(stray.where, stray.words) for stray in found.strays] == [("几条", "三")]


def test_an_answer_that_cannot_be_parted_from_the_text_is_told_with_it():
    found = typed({"方面1·定义": "甲。要乙", "方面1·举措1": "丙；要丁", "方面1·举措2": "戊"})
    assert found.brief == {}
    (stray,) = found.strays
    assert stray.where == "方面1·定义、方面1·举措1、方面1·举措2"
    assert "丙；要丁" in stray.words


def test_a_sentence_that_was_written_anew_is_told():
    text = drafter.write(drafter.draft(MADE).document, "outline").decode()
    lines = ["全新的一句话。" if "几条" in line else line for line in text.split("\n")]
    read = drafter.read("\n".join(lines).encode(), "md").document
    found = read_draft(MADE, drafter.read_brief(""), read)
    assert [stray.where for stray in found.strays] == ["几条"]


def test_the_brief_given_is_kept_and_not_changed():
    old = drafter.read_brief("会议名称：推进会")
    document = drafter.draft(MADE, old).document
    found = read_draft(MADE, old, document)
    assert found.brief == {"会议名称": "推进会"}
    found.brief["会议名称"] = "别的会"
    assert old == {"会议名称": "推进会"}

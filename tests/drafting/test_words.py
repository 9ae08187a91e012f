"""Answers are words: whatever they hold, they never become structure."""

import re

import pytest
from hypothesis import given, settings

import drafter
from drafter.errors import TemplateError
from drafter.formats import outline
from drafter.formats.loose import Entry, Scalar
from drafter.model import Para, Points, Section, Table
from tests.drafting.small import drafted, template
from tests.strategies import words as hostile_words

EVERYWHERE = """---
标题: 关于{{ 甲 }}的讲话
称呼:
- {{ 甲 }}
---

{{ 甲 }}

# {{ 甲 }}

## {{ 甲 }}。正文

+ {{ 甲 }}
  {{ 甲 }}
- {{ 甲 }}

| {{ 甲 }} | 头 |
| --- | --- |
| 尾 | {{ 甲 }} |

> {{ 甲 }}
"""
QUESTIONS = "- 名: 甲\n  类: 段落\n"
MARKS = [
    "# 标题",
    "## 二级",
    "一、总则",
    "（一）统筹",
    "1.起步",
    "第一章 总则",
    "一是抓项目",
    "首先，谈谈",
    "- 一项",
    "+ 一项",
    "> 同志们",
    "| 甲 | 乙 |",
    "甲|乙",
    "<",
    "^",
    "---",
    "+++",
    "前\n---\n后",
    "第一行\n# 第二行\n| 第三行 |",
    "【会议名称】",
    "【会议：全称｜办公室】",
    "【没有关上",
    "反斜杠\\n不是换行",
    "末尾\\",
    "{{ 甲 }}",
    "{% if 甲 %}",
    "{# 注 #}",
    "&amp;<b>粗</b>",
    "**40个**",
    "[图1]: 1×1 - a.png",
    "![图](图1)",
    "<!-- 注 -->",
    "键：值",
    "他说：“好。”",
    "甲。乙",
    '"引号"',
    "'单引号'",
    "[一, 二]",
    "{键: 值}",
]


def draft_of(text: str):
    brief = Entry({"甲": Scalar(text)})
    return drafter.draft(template(QUESTIONS, EVERYWHERE), brief).document


def check_shape(document, text: str) -> None:
    """Hold that the document has the template's own structure and the answer's very words."""
    words = Para.of(text)
    assert document.title.text == f"关于{text}的讲话"
    assert document.salutation == (words,)
    first, section = document.body
    assert first == words
    assert isinstance(section, Section)
    assert (section.level, section.title.text + section.stop) == (1, text)
    (inner,) = section.blocks
    assert (inner.level, inner.title.text, inner.blocks[0]) == (2, text, Para.of("正文"))
    _, points, table, address = inner.blocks
    assert isinstance(points, Points)
    assert [(item.apart, item.body, item.more) for item in points.items] == [
        (False, words, (words,)),
        (True, words, ()),
    ]
    assert isinstance(table, Table)
    assert [[cell.text.text for cell in row] for row in table.rows] == [[text, "头"], ["尾", text]]
    assert address.text == words


@pytest.mark.parametrize("text", MARKS)
def test_an_answer_full_of_marks_stays_words_wherever_it_stands(text):
    check_shape(draft_of(text), text)


@pytest.mark.parametrize("text", MARKS)
def test_and_is_still_words_when_the_outline_is_written_and_read_again(text):
    document = draft_of(text)
    assert outline.read(outline.write(document)) == document


@given(hostile_words)
@settings(max_examples=150, deadline=None)
def test_no_answer_whatever_changes_the_structure(text):
    kept = "".join(line for line in text.splitlines()).strip(" \t\u3000\xa0")
    kept = re.sub("[ \t\u3000\xa0]+(?=[。：:]$)", "", kept)  # a heading's stop stands close
    if kept and kept not in "。：:":
        check_shape(draft_of(kept), kept)


def test_markup_for_jinja_in_an_answer_is_not_run():
    assert drafted(QUESTIONS, "{{ 甲 }}\n", "甲：'{{ 7 * 7 }}{% raw %}'") == (
        "{{ 7 * 7 }}{% raw %}"
    )


def test_a_line_break_in_an_answer_is_a_line_break_in_the_paragraph():
    brief = "甲：|\n  第一行\n  第二行\n"
    document = drafter.draft(template(QUESTIONS, "前{{ 甲 }}后\n"), brief).document
    assert [block.text for block in document.body] == ["前第一行\n第二行后"]


def test_items_of_a_list_and_fields_of_entries_stay_words_too():
    questions = """
- 名: 项
  类: 列表
- 名: 事
  类: 条目
  字段:
  - 名: 名称
"""
    text = "{{ 项|列出 }}；{{ 事|列出('名称', '，') }}\n"
    brief = "项:\n- '# 一'\n- '【乙】'\n事:\n- 名称: '| 丙 |'\n- 名称: '一、丁'\n"
    assert drafted(questions, text, brief) == "# 一、【乙】；| 丙 |，一、丁"


def test_words_of_the_template_itself_are_structure():
    made = template(QUESTIONS, "# 一、总则\n{{ 甲 }}\n")
    (section,) = drafter.draft(made, "甲：乙").document.body
    assert (section.title.text, section.blocks) == ("总则", (Para.of("乙"),))


@pytest.mark.parametrize(
    "joined", ["{{ (甲|短) ~ 乙 }}", "{{ 甲|短 + 乙 }}", "{{ 乙|safe }}", "{{ [甲, 乙]|join }}"]
)
def test_words_joined_inside_the_braces_are_refused_not_taken_for_structure(joined):
    with pytest.raises(TemplateError):
        drafted("- 名: 甲\n- 名: 乙\n", joined + "\n", "甲：县长\n乙：【假】R&D#\n")

"""A template's form, filled in by hand in Word, gives the brief back."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

import drafter
from drafter.drafting.form import form
from drafter.drafting.formread import read_form
from drafter.drafting.steps import label_of
from drafter.drafting.tidy import tidy
from drafter.formats.docx.filled import read_filled
from drafter.formats.docx.form import PROMPTS
from drafter.formats.loose import Entry, Items
from drafter.house import load_house
from tests.drafting.small import template
from tests.formats.docx.good import parts_of, zipped
from tests.formats.docx.ooxml import faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
NAMES = sorted(drafter.template_names())
PLAIN = load_house("plain")
QUESTIONS = """
- 名: 会议名称
  必填: 是
  问: 在什么会议上讲？
  部分: 会议
- 名: 日期
  类: 日期
  部分: 会议
- 名: 考核
  类: 是否
  部分: 会议
- 名: 办法
  类: 选择
  可选: [月报, 季报]
  部分: 会议
- 名: 时长
  类: 整数
  部分: 会议
- 名: 开场
  类: 段落
  部分: 会议
- 名: 人员
  类: 列表
  部分: 内容
- 名: 指标
  类: 条目
  部分: 内容
  字段:
  - 名: 名称
  - 名: 数值
- 名: 方面
  类: 条目
  部分: 内容
  字段:
  - 名: 名称
  - 名: 举措
    类: 条目
    字段:
    - 名: 做什么
    - 名: 时限
  - 名: 底线
    类: 段落
"""
SMALL = template(QUESTIONS)
FULL = """
会议名称：全县推进会
日期：2026年2月26日
考核：是
办法：季报
时长：20
开场：|
  第一行。
  第二行。
人员：
  - 县长
  - 局长
  - 书记
指标：
  - 名称：开工率
    数值：61%
  - 名称：投资
方面：
  - 名称：招商
    底线：不许愿
    举措：
      - 做什么：驻点
        时限：六月
      - 做什么：走访
  - 名称：服务
"""


class Paper:
    """A form opened in Word: controls are found by their title, words put into them."""

    def __init__(self, made=SMALL, brief: str = "") -> None:
        self.made = made
        data = form(made, PLAIN, drafter.read_brief(brief))
        self.parts = parts_of(data)
        self.tree = etree.fromstring(self.parts[MAIN])

    def controls(self, label: str):
        return [
            one
            for one in self.tree.iter(f"{W}sdt")
            if one.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == label
        ]

    def fill(self, label: str, words: str) -> None:
        """Type into a control as Word does: it is no prompt any more, lines are breaks."""
        (control,) = self.controls(label)
        put(control, words)

    def saved(self) -> bytes:
        return zipped(self.parts | {MAIN: etree.tostring(self.tree)})

    def read(self):
        return read_form(self.made, read_filled(self.saved()))


def put(control, words: str) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    for name in ("showingPlcHdr", "placeholder"):
        for old in properties.findall(f"{W}{name}"):
            properties.remove(old)
    for run in list(content):
        content.remove(run)
    run = etree.SubElement(content, f"{W}r")
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def fill_all(paper: Paper, answers: Entry, path: tuple = ()) -> None:
    for name, value in answers.items():
        here = (*path, name)
        if not isinstance(value, Items):
            paper.fill(label_of(here), str(value))
            continue
        for at, item in enumerate(value):
            if isinstance(item, Entry):
                fill_all(paper, item, (*here, at))
            else:
                paper.fill(label_of((*here, at)), str(item))


@pytest.mark.parametrize("name", NAMES)
def test_a_form_filled_in_gives_the_brief_for_every_template(name):
    made = drafter.load_template(name)
    wanted = tidy(made.questions, drafter.read_brief(made.example))
    room = Paper(made, made.example)  # as many rows as the brief has, all of them emptied
    for control in room.tree.iter(f"{W}sdt"):
        put(control, PROMPTS["text"])
    assert room.read().brief == {}
    fill_all(room, wanted)
    found = room.read()
    assert (found.brief, found.strays) == (wanted, [])
    drafted = [drafter.draft(made, brief).document for brief in (found.brief, wanted)]
    assert drafted[0] == drafted[1]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_form_is_an_empty_brief_and_a_valid_file(name):
    made = drafter.load_template(name)
    data = form(made, PLAIN)
    assert faults(data) == []
    found = read_form(made, read_filled(data))
    assert (found.brief, found.strays) == ({}, [])
    assert form(made, PLAIN) == data


def test_what_is_known_stands_in_the_form_and_comes_back():
    wanted = tidy(SMALL.questions, drafter.read_brief(FULL))
    paper = Paper(brief=FULL)
    assert faults(paper.saved()) == []
    assert paper.read().brief == wanted


def test_there_is_room_for_more_than_is_known():
    paper = Paper(brief=FULL)
    paper.fill("人员4", "秘书")
    paper.fill("指标3·名称", "税收")
    found = paper.read().brief
    assert found["人员"][-1] == "秘书"
    assert found["指标"][-1] == {"名称": "税收"}


def test_choices_are_lists_to_choose_from_and_days_are_picked():
    paper = Paper()
    for label, wanted in (("办法", ["月报", "季报"]), ("考核", ["是", "否"])):
        (control,) = paper.controls(label)
        items = control.iter(f"{W}listItem")
        assert [item.get(f"{W}displayText") for item in items] == wanted
    assert paper.controls("日期")[0].find(f"{W}sdtPr/{W}date") is not None


def test_a_form_shows_the_question_and_marks_what_is_required():
    words = "".join(Paper().tree.itertext())
    assert "会议名称（必填）在什么会议上讲？" in words


def test_controls_may_be_gone():
    paper = Paper(brief=FULL)
    for control in list(paper.tree.iter(f"{W}sdt")):
        for run in control.find(f"{W}sdtContent"):
            control.addprevious(run)
        control.getparent().remove(control)
    assert paper.read().brief == tidy(SMALL.questions, drafter.read_brief(FULL))


def test_a_prompt_that_was_written_beside_is_no_answer():
    paper = Paper()
    paper.fill("会议名称", "点此填写推进会")
    paper.fill("开场", "各位好。点此填写，可分行")
    assert paper.read().brief == {"会议名称": "推进会", "开场": "各位好。"}


def row_of(control):
    return next(one for one in control.iterancestors() if one.tag == f"{W}tr")


def test_rows_may_be_copied_for_more():
    paper = Paper(brief=FULL)
    for label, words in (("指标2·名称", "税收"), ("人员3", "秘书")):
        row = row_of(paper.controls(label)[0])
        copy = deepcopy(row)
        row.addnext(copy)
        put(next(copy.iter(f"{W}sdt")), words)
    found = paper.read().brief
    assert [one["名称"] for one in found["指标"]] == ["开工率", "投资", "税收"]
    assert found["人员"] == ["县长", "局长", "书记", "秘书"]


def test_a_block_of_rows_may_be_copied_without_a_new_number():
    paper = Paper(brief=FULL)
    table = next(one for one in paper.controls("方面2·名称")[0].iterancestors(f"{W}tbl"))
    rows = table.findall(f"{W}tr")
    start = next(n for n, row in enumerate(rows) if "".join(row.itertext()).startswith("方面2"))
    for row in rows[start:]:
        copy = deepcopy(row)
        table.append(copy)
        if "名称" in "".join(copy.itertext())[:2]:
            put(next(copy.iter(f"{W}sdt")), "安全")
    assert [one["名称"] for one in paper.read().brief["方面"]] == ["招商", "服务", "安全"]


def test_an_answer_that_does_not_fit_is_told_and_not_taken():
    paper = Paper()
    paper.fill("日期", "二月底")
    paper.fill("时长", "二十分钟")
    found = paper.read()
    assert found.brief == {}
    assert [(stray.where, stray.words) for stray in found.strays] == [
        ("日期", "二月底"),
        ("时长", "二十分钟"),
    ]


def test_what_was_written_elsewhere_is_told():
    paper = Paper()
    body = paper.tree.find(f"{W}body")
    body.insert(
        1, etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>请县办核</w:t></w:r></w:p>')
    )
    row = row_of(paper.controls("时长")[0])
    name = next(one for one in row.iter(f"{W}t"))
    name.text = "天气"
    paper.fill("时长", "晴")
    found = paper.read()
    assert [(stray.where, stray.words) for stray in found.strays] == [
        ("天气", "晴"),
        ("", "请县办核"),
    ]


def test_an_entry_that_is_missing_among_the_least_stays_a_gap():
    questions = "- 名: 方面\n  类: 条目\n  最少: 2\n  字段:\n  - 名: 名称\n  - 名: 定义\n"
    paper = Paper(template(questions))
    paper.fill("方面2·定义", "源头")
    assert paper.read().brief == {"方面": [{"定义": "源头"}, {"名称": ""}]}

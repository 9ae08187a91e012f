"""Briefs from tables: what a column may be called, what a cell may hold."""

import pytest

import drafter
from drafter.drafting.sheetbrief import row_briefs
from drafter.drafting.tidy import tidy
from drafter.errors import BriefError, DrafterError
from drafter.formats.sheet import SheetRow
from tests.drafting.small import template

QUESTIONS = """
- 名: 会议名称
  别名: [会议]
- 名: 日期
  类: 日期
- 名: 人员
  类: 列表
- 名: 方面
  类: 条目
  最少: 2
  字段:
  - 名: 名称
  - 名: 定义
  - 名: 举措
    类: 条目
    字段:
    - 名: 做什么
    - 名: 时限
"""
MADE = template(QUESTIONS, "{{ 会议名称 }}\n")


def table(*rows: list[str]):
    found = [SheetRow(number, tuple(cells)) for number, cells in enumerate(rows, 1)]
    return row_briefs(MADE.questions, [row for row in found if any(row.cells)])


def brief(head: list[str], *cells: str):
    (found,) = table(head, list(cells))
    assert found.problem is None
    return found.brief


def test_each_row_is_a_brief_with_its_number():
    found = table(["会议", "日期"], ["甲会", "2026-1-2"], ["", ""], ["乙会", ""])
    assert [(row.number, row.brief) for row in found] == [
        (2, {"会议名称": "甲会", "日期": "2026-1-2"}),
        (4, {"会议名称": "乙会"}),
    ]


@pytest.mark.parametrize("dot", ["·", "•", "・", ".", "．", " · "])
def test_fields_of_entries_have_columns_of_their_own(dot):
    head = [f"方面1{dot}名称", f"方面2{dot}名称", f"方面2{dot}举措1{dot}做什么"]
    assert brief(head, "招商", "服务", "驻点") == {
        "方面": [{"名称": "招商"}, {"名称": "服务", "举措": [{"做什么": "驻点"}]}]
    }


def test_an_entry_left_out_in_the_middle_stays_a_gap():
    found = brief(["方面1·名称", "方面2·名称", "方面3·名称"], "招商", "", "服务")["方面"]
    assert found == [{"名称": "招商"}, {"名称": ""}, {"名称": "服务"}]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("招商、服务", [{"名称": "招商"}, {"名称": "服务"}]),
        ("招商\n服务", [{"名称": "招商"}, {"名称": "服务"}]),
        (
            "招商｜源头\n服务|保障",
            [{"名称": "招商", "定义": "源头"}, {"名称": "服务", "定义": "保障"}],
        ),
        ("招商｜源头", [{"名称": "招商", "定义": "源头"}, {"名称": ""}]),
        (
            "- 名称：招商\n  举措：\n    - 做什么：驻点\n- 名称：服务",
            [{"名称": "招商", "举措": [{"做什么": "驻点"}]}, {"名称": "服务"}],
        ),
    ],
)
def test_entries_may_stand_in_one_cell(cell, found):
    made = tidy(MADE.questions, brief(["方面"], cell))
    assert made == {"方面": found}
    assert drafter.read_brief(drafter.write_brief(MADE.questions, made)) == made


@pytest.mark.parametrize("head", [["人员"], ["人员1", "人员2"]])
def test_a_list_stands_in_lines_of_a_cell_or_in_columns(head):
    cells = ["县长\n局长"] if len(head) == 1 else ["县长", "局长"]
    assert brief(head, *cells) == {"人员": ["县长", "局长"]}


def test_notes_numbers_and_the_file_name_are_no_answers():
    (found,) = table(["序号", "文件名", "会议", "#备注"], ["1", "甲", "甲会", "不用"])
    assert (found.name, found.brief) == ("甲", {"会议名称": "甲会"})


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (["会义"], "nothing asks for the column 会义"),
        (["方面1·名子"], "nothing asks for the column 方面1·名子"),
        (["方面·名称"], "nothing asks for the column 方面·名称"),
        (["方面0·名称"], "nothing asks"),
        (["会议1"], "nothing asks"),
        (["会议·名称"], "nothing asks"),
        (["会议", "会议名称"], "two columns are called 会议名称"),
        (["会议", ""], "this column has no name"),
    ],
)
def test_a_column_nobody_asks_for_is_told_with_its_place(head, message):
    with pytest.raises(BriefError, match=message) as caught:
        table(head, ["甲", "乙"][: max(len(head), 1)])
    assert caught.value.place.line == 1
    assert caught.value.place.column == len(head)


def test_all_bad_columns_are_told_at_once():
    with pytest.raises(DrafterError) as caught:
        table(["甲", "乙"], ["1", "2"])
    assert len(caught.value.parts) == 2


def test_one_bad_row_leaves_the_others():
    bad, good = table(["方面"], ["a｜b｜c｜d｜e"], ["招商、服务"])
    assert "has more parts than there are fields" in str(bad.problem)
    assert bad.problem.place.line == 2
    assert good.problem is None


def test_a_wrong_answer_is_told_with_its_row():
    (found,) = table(["日期"], ["二月底"])
    with pytest.raises(BriefError) as caught:
        drafter.draft(MADE, found.brief)
    assert caught.value.place.line == 2

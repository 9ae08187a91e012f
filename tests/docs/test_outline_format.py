"""docs/outline-format.md: every example parses, every front-matter key is there and none else."""

import pytest

from drafter.errors import OutlineError
from drafter.formats import outline
from drafter.formats.outline.front import _NAMES, _OTHERS
from drafter.model import (
    ELEMENTS,
    Address,
    Document,
    Gap,
    Image,
    Para,
    Points,
    Section,
    Table,
    lines_of,
)
from drafter.model.walk import blocks, gaps
from tests.docs.page import column, examples, names, page, rows

PAGE = page("outline-format.md")
EXAMPLES = examples(PAGE, "outline")
OTHERS = [["文种", "", "kind"], ["版式", "", "house"], ["随文印发", "", "enclosed"]]


@pytest.mark.parametrize("source", EXAMPLES)
def test_every_example_parses_and_is_written_back_to_an_equal_document(source):
    document = outline.read(source)
    assert document != Document()
    assert outline.read(outline.write(document)) == document


def test_the_examples_show_every_kind_of_block_and_both_kinds_of_points():
    documents = [outline.read(source) for source in EXAMPLES]
    found = [b for d in documents for b in blocks((*d.body, *d.closing))]
    assert {type(block) for block in found} == {Para, Address, Points, Table, Image, Section}
    items = [item for block in found if isinstance(block, Points) for item in block.items]
    assert {item.apart for item in items} == {True, False}
    assert any(item.label for item in items) and any(item.more for item in items)
    assert {gap.ask for d in documents for gap in gaps(d)} > {""}
    assert any(d.closing for d in documents) and any(d.attachments for d in documents)


def test_the_table_of_keys_is_the_model_s_own():
    expected = [[e.chinese, "、".join(e.aliases), e.name, "多 many" if e.many else "1"]
                for e in ELEMENTS]  # fmt: skip
    assert [row[:3] for row in rows(PAGE, "键")] == OTHERS + [row[:3] for row in expected]
    assert column(PAGE, "键", 3)[len(OTHERS) :] == [row[3] for row in expected]
    assert all(column(PAGE, "键", 4))


def test_every_key_documented_exists_and_every_existing_one_is_documented():
    documented = set()
    for chinese, also, english, *_ in rows(PAGE, "键"):
        documented |= {chinese, english, *names(also)}
    assert documented == {*_NAMES, *_OTHERS}


@pytest.mark.parametrize("element", ELEMENTS)
def test_each_key_by_each_of_its_names_sets_its_element(element):
    for key in (element.name, element.chinese, *element.aliases):
        document = outline.read(f"---\n文种: 讲话\n{key}：云溪县\n---\n")
        assert lines_of(document, element) == (Para.of("云溪县"),)


def test_what_the_page_says_of_headings():
    found = outline.read(EXAMPLES[1]).body
    assert [(s.level, s.label, s.form, s.title.text) for s in found] == [
        (1, "", "一、", "总体要求"),
        (1, "五、", "一、", "保障措施"),
        (1, "", "", "附则"),
        (1, "", "第一章", "总则"),
    ]
    goal, principle = found[0].blocks
    assert (goal.run_in, goal.stop, principle.run_in, principle.stop) == (True, "。", True, "")


def test_what_the_page_says_of_points():
    _, first, second = outline.read(EXAMPLES[2]).body
    assert [item.label for item in first.items] == ["", "", "四是"]
    assert (first.series, second.series) == ("一是", "首先，")
    assert second.items[1].more == (Para.of("责任到人，时限到天。"),)


def test_what_the_page_says_of_gaps_and_escapes():
    meeting, quoted, hash_, heading = outline.read(EXAMPLES[3]).body
    assert meeting.inlines[1] == Gap("时间", "几月几日上午或下午", "县府办")
    assert quoted.text == "原文如此：【字号：大 中 小】，第一行\n第二行。"
    assert hash_.text == "# 这一行不是标题"
    assert (heading.title.text, heading.label) == ("一、这三个字是标题自己的", "")
    assert "统计局" not in outline.write(outline.read(EXAMPLES[3]))


def test_what_the_page_says_of_tables_and_pictures():
    address, table, image = outline.read(EXAMPLES[4]).body
    assert address == Address(Para.of("同志们！"))
    assert (table.header, table.caption.text, table.width) == (2, "项目进度表", 3)
    assert [(cell.cols, cell.rows) for cell in table.rows[0]] == [(1, 2), (2, 1)]
    assert table.rows[3][2].text == Para.of("2|3")
    assert (image.name, image.width_mm, image.caption.text) == ("规划图.png", 120, "县城规划图")


def test_what_the_page_says_of_markdown():
    document = outline.read(EXAMPLES[6])
    assert document.title.text == "全县项目建设工作方案"
    assert [block.level for block in document.body if isinstance(block, Section)] == [1, 1]
    assert document.body[-1].blocks[0].series == "一是"
    assert "**40个**" in outline.write(document)


@pytest.mark.parametrize(
    "source",
    [
        "---\n没有这个键: 甲\n---\n",
        "---\n标题: 甲\n题目: 乙\n---\n",
        "---\n标题: 甲\n",
        "---\n---\n甲\n---\n乙\n---\n",
        "| 甲 | 乙 |\n| 丙 |\n",
        "![图](图1)\n",
    ],
)
def test_what_the_page_forbids_is_refused_with_a_line(source):
    with pytest.raises(OutlineError) as caught:
        outline.read(source)
    assert caught.value.place.line

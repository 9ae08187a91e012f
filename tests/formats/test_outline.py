"""The outline, mark by mark: what is written and what it means, and where it is refused."""

import pytest

from drafter.errors import OutlineError
from drafter.formats import outline
from drafter.model import Address, Cell, Document, Gap, Image, Para, Point, Points, Section, Table


def body(source: str):
    """Read a body after an empty front matter, so that no heading is taken for a title."""
    return outline.read(f"---\n---\n{source}\n").body


def heading(source: str) -> tuple[str, str, str, str]:
    """Give a heading's label, title, stop and the text that runs on from it."""
    (section,) = body(source)
    text = section.blocks[0].text if section.run_in else ""
    return section.label, section.title.text, section.stop, text


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# 精准定位", ("", "精准定位", "", "")),
        ("# 精准定位。", ("", "精准定位", "。", "")),
        ("# 精准定位：", ("", "精准定位", "：", "")),
        ("# 精准定位。定位就是方向。", ("", "精准定位", "。", "定位就是方向。")),
        ("# 精准定位：|定位就是方向。", ("", "精准定位", "：", "定位就是方向。")),
        ("# 精准定位|定位就是方向。", ("", "精准定位", "", "定位就是方向。")),
        (r"# 甲\|乙|丙", ("", "甲|乙", "", "丙")),
        (r"# 甲\。乙", ("", "甲。乙", "", "")),
        ("# 定位。方向|目标", ("", "定位", "。", "方向|目标")),
        ("# 在【会议：全称。】上|讲", ("", "在【会议】上", "", "讲")),
        ("# 一、甲", ("", "甲", "", "")),
        ("# 三、甲", ("三、", "甲", "", "")),
        ("# 三、甲。乙", ("三、", "甲", "。", "乙")),
        (r"# \一、甲", ("", "一、甲", "", "")),
        ("# （三）甲", ("（三）", "甲", "", "")),
        ("# 第三章 总则", ("第三章", "总则", "", "")),
        ("#- 甲", ("", "甲", "", "")),
        ("#- 一、甲", ("", "一、甲", "", "")),
    ],
)
def test_a_heading_has_a_number_a_title_an_end_and_maybe_text(source, found):
    assert heading(source) == found


def test_a_number_that_the_count_gives_is_no_label_and_any_other_is():
    found = body("# 一、甲\n# 二、乙\n# 五、丙\n# 四、丁\n# 戊\n")
    assert [section.label for section in found] == ["", "", "五、", "", ""]
    written = outline.write(Document(body=found))
    assert "# 甲\n\n# 乙\n\n# 五、 丙\n\n# 丁\n\n# 戊\n" in written


def test_the_first_heading_written_as_one_keeps_that_number_where_it_is_the_second():
    found = body("# 一、甲\n# 一、乙\n")
    assert [section.label for section in found] == ["", "一、"]
    assert outline.read(outline.write(Document(body=found))).body == found


def test_headings_below_another_begin_to_count_again():
    (first, second) = body("# 甲\n## （一）子\n## （二）丑\n# 乙\n## （一）寅\n## （三）卯\n")
    assert [inner.label for inner in first.blocks] == ["", ""]
    assert [inner.label for inner in second.blocks] == ["", "（三）"]


def test_headings_take_in_what_follows_them():
    before, first = body("开头\n\n# 甲\n\n文字\n\n### 跳一级\n\n深处\n")
    assert before == Para.of("开头")
    deep = Section(Para.of("跳一级"), (Para.of("深处"),), level=3)
    assert first == Section(Para.of("甲"), (Para.of("文字"), deep))


def test_points_run_on_after_plus_and_stand_apart_after_dash():
    before, points = body("要做到：\n\n+ 守时。\n+ 守信。\n- 守约。\n  再说一句。\n")
    assert before == Para.of("要做到：")
    assert points == Points(
        (
            Point(Para.of("守时。")),
            Point(Para.of("守信。")),
            Point(Para.of("守约。"), apart=True, more=(Para.of("再说一句。"),)),
        )
    )


@pytest.mark.parametrize(
    ("source", "series", "labels"),
    [
        ("- 甲\n- 乙\n", "一是", ["", ""]),
        ("- 一是甲\n- 二是乙\n", "一是", ["", ""]),
        ("- 一要甲\n- 乙\n- 三要丙\n", "一要", ["", "", ""]),
        ("- 首先，甲\n- 其次，乙\n- 最后，丙\n", "首先，", ["", "", "最后，"]),
        ("- 一是甲\n- 三是乙\n", "一是", ["", "三是"]),
        ("- \\一是甲\n", "一是", [""]),
    ],
)
def test_points_are_counted_by_their_series(source, series, labels):
    (points,) = body(source)
    assert (points.series, [item.label for item in points.items]) == (series, labels)


def test_a_series_begun_again_is_another_series():
    first, second = body("- 一是甲\n- 二是乙\n- 一是丙\n")
    assert [len(points.items) for points in (first, second)] == [2, 1]


def test_points_that_run_on_from_a_heading_belong_to_its_line():
    (section,) = body("# 要求。\n+ 守时。\n")
    assert (section.run_in, section.blocks) == (True, (Points((Point(Para.of("守时。")),)),))


@pytest.mark.parametrize(
    ("source", "gap"),
    [
        ("【地点】", Gap("地点")),
        ("【地点：在哪里】", Gap("地点", "在哪里")),
        ("【地点:在哪里】", Gap("地点", "在哪里")),
        ("【地点：在哪里｜办公室】", Gap("地点", "在哪里", "办公室")),
        ("【地点：｜办公室】", Gap("地点", "", "办公室")),
        ("【地点｜办公室】", Gap("地点", "", "办公室")),
        ("【 地点 ： 在哪里 】", Gap("地点", "在哪里")),
        (r"【甲\：乙：丙\】】", Gap("甲：乙", "丙】")),
        ("【招商·举措2·时限】", Gap("招商·举措2·时限")),
    ],
)
def test_a_gap_has_a_name_a_hint_and_someone_to_ask(source, gap):
    assert body(f"在{source}上") == (Para.of("在", gap, "上"),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("【】", "【】"),
        ("【没有关上", "【没有关上"),
        ("关上】了", "关上】了"),
        (r"\【字号\】", "【字号】"),
        (r"\# 甲", "# 甲"),
        (r"\- 甲", "- 甲"),
        (r"\> 甲", "> 甲"),
        (r"\| 甲 |", "| 甲 |"),
        (r"\---", "---"),
        (r"\+++", "+++"),
        (r"第一行\n第二行", "第一行\n第二行"),
        (r"反斜杠\\n", r"反斜杠\n"),
        ("末尾\\", "末尾\\"),
        ("-3度", "-3度"),
        ("#号", "#号"),
        ("**40个**", "**40个**"),
        ("　　缩进", "缩进"),
    ],
)
def test_words_that_look_like_marks_can_be_written(source, text):
    (para,) = body(source)
    assert para == Para.of(text)
    assert outline.read(outline.write(Document(body=(para,)))).body == (para,)


def test_the_listeners_are_called_again_after_an_angle():
    assert body("> 同志们！\n") == (Address(Para.of("同志们！")),)


def test_a_comment_says_nothing():
    assert body("甲\n\n<!-- 待核实 -->\n\n乙\n") == (Para.of("甲"), Para.of("乙"))


def test_a_table_has_heads_above_its_ruler_and_merged_cells():
    source = "|+ 进度表\n| 乡镇 | 项目 | < |\n| ^ | 总数 | 开工 |\n| --- | --- | --- |\n"
    (table,) = body(source + r"| 云溪镇 | 1\|2 | \< |")
    cells = [
        (Cell(Para.of("乡镇"), rows=2), Cell(Para.of("项目"), cols=2)),
        (Cell(Para.of("总数")), Cell(Para.of("开工"))),
        (Cell(Para.of("云溪镇")), Cell(Para.of("1|2")), Cell(Para.of("<"))),
    ]
    assert table == Table(tuple(cells), header=2, caption=Para.of("进度表"))


def test_a_cell_may_cover_a_whole_rectangle():
    (table,) = body("| 大 | < | 右 |\n| ^ | ^ | 下 |\n")
    assert table.rows[0][0] == Cell(Para.of("大"), 2, 2)
    assert table.header == 0


def test_a_picture_finds_its_bytes_at_the_end():
    (image,) = body("![县城规划图](图1)\n\n[图1]: 120×80.5 aGk= 规划图.png\n")
    assert image == Image("规划图.png", b"hi", 120, 80.5, Para.of("县城规划图"))


WHOLE = """---
文种: 通知
标题: 关于召开【会议】的通知
主送:
- 各乡镇人民政府
- 县直各单位：
成文日期: 2026年2月26日
---

请准时参加。

---

特此通知。

+++
标题: 会议议程
+++

# 开幕

+++
文种: 方案
标题: 分组方案
随文印发: 是
+++
"""


def test_a_whole_document_has_front_matter_a_closing_and_attachments():
    found = outline.read(WHOLE)
    assert (found.kind, found.title) == ("notice", Para.of("关于召开", Gap("会议"), "的通知"))
    assert found.salutation == (Para.of("各乡镇人民政府"), Para.of("县直各单位："))
    assert found.date == Para.of("2026年2月26日")
    assert (found.body, found.closing) == ((Para.of("请准时参加。"),), (Para.of("特此通知。"),))
    agenda, groups = found.attachments
    assert (agenda.title, agenda.body) == (Para.of("会议议程"), (Section(Para.of("开幕")),))
    assert (groups.kind, groups.title, groups.enclosed) == ("scheme", Para.of("分组方案"), True)
    assert outline.read(outline.write(found)) == found


MARKDOWN = "# 关于项目建设的方案\n\n说明。\n\n## 总体要求\n\n文字\n\n### 目标\n\n## 保障\n"


def test_ordinary_markdown_has_its_title_in_the_first_heading():
    found = outline.read(MARKDOWN)
    assert found.title == Para.of("关于项目建设的方案")
    before, first, last = found.body
    assert before == Para.of("说明。")
    assert (first.level, first.title.text, first.blocks[1].level) == (1, "总体要求", 2)
    assert (last.level, last.title.text) == (1, "保障")


@pytest.mark.parametrize(
    "source",
    [
        "# 总体要求\n\n# 保障\n",
        "# 一、总体要求\n",
        "# 总体要求。\n",
        "# 总体要求|文字\n",
        "文字\n\n# 总体要求\n",
        "## 总体要求\n",
    ],
)
def test_a_first_heading_that_is_not_alone_or_not_bare_is_no_title(source):
    found = outline.read(source)
    assert not found.title
    assert any(isinstance(block, Section) for block in found.body)


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("---\n标题: 甲\n没有这个键: 乙\n---\n", 3, "no key 没有这个键"),
        ("---\n标题: 甲\n题目: 乙\n---\n", 3, "given twice"),
        ("---\n文种: 讲演\n---\n", 2, "讲演"),
        ("---\n标题:\n- 甲\n- 乙\n---\n", 3, "one line only"),
        ("---\n标题: {甲: 乙}\n---\n", 2, "must be words"),
        ("---\n随文印发: 也许\n---\n", 2, "neither 是 nor 否"),
        ("\n---\n标题: 甲\n", 2, "never ends"),
        ("---\n---\n甲\n\n+++\n标题: 乙\n", 5, "never ends"),
        ("---\n---\n甲\n---\n乙\n---\n", 6, "a second line of dashes"),
        ("甲\n\n| 一 | 二 |\n| 三 |\n", 3, "have 1 to 2 cells"),
        ("甲\n\n| 一 | < |\n| ^ | 二 |\n", 3, "must make a rectangle"),
        ("甲\n\n| --- | --- |\n", 3, "without a row"),
        ("甲\n\n![图](图1)\n", 3, "not in the outline"),
        ("甲\n\n![图](图1)\n\n[图1]: 0×1 - a.png\n", 3, "picture"),
        ("甲\n\n乙\x01\n", None, "no document can carry"),
    ],
)
def test_what_breaks_the_grammar_is_refused_with_its_line(source, line, words):
    with pytest.raises(OutlineError, match=words) as caught:
        outline.read(source)
    assert line in (None, caught.value.place.line)


def test_a_key_like_another_gets_that_offered():
    with pytest.raises(OutlineError) as caught:
        outline.read("---\n成文日: 2026年2月26日\n---\n")
    assert caught.value.hint.format(**caught.value.values) == "did you mean 成文日期?"

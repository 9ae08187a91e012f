"""A document's elements, and what counting through it gives."""

import re

import pytest
from hypothesis import given, settings

import drafter
from drafter.model import (
    ELEMENTS,
    KINDS,
    Document,
    Gap,
    Para,
    Point,
    Points,
    Section,
    kind_named,
    lines_of,
    with_lines,
)
from drafter.model.shown import attachment_marks, attachment_notes
from drafter.model.walk import Labels, map_paras
from tests.strategies import documents

NAME, PLACE = Gap("会议名称"), Gap("地点")


def test_every_element_has_a_chinese_name():
    assert all(re.fullmatch("[\u4e00-\u9fff]+", element.chinese) for element in ELEMENTS)


def test_no_two_elements_answer_to_one_name():
    names = [name for e in ELEMENTS for name in (e.name, e.chinese, *e.aliases)]
    assert len(names) == len(set(names))


def test_the_addressee_is_named_as_its_kind_of_document_does():
    salutation = next(element for element in ELEMENTS if element.name == "salutation")
    assert salutation.chinese_for("notice") == "主送"
    assert salutation.chinese_for("speech") == "称呼"


def test_the_fifteen_statutory_kinds_are_there():
    statutory = [kind.name for kind in KINDS if kind.statutory]
    assert statutory == [
        "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示",
        "批复", "议案", "函", "纪要",
    ]  # fmt: skip


def test_a_kind_is_found_by_id_and_by_chinese_name():
    assert kind_named("请示") == kind_named("request")
    assert Document(kind="请示").kind == "request"
    with pytest.raises(ValueError, match="公函"):
        Document(kind="公函")


def test_an_element_of_one_line_takes_one_only():
    title = next(element for element in ELEMENTS if element.name == "title")
    found = with_lines(Document(), title, (Para.of("通知"),))
    assert lines_of(found, title) == (Para.of("通知"),)
    with pytest.raises(ValueError, match="one line"):
        with_lines(Document(), title, (Para.of("通"), Para.of("知")))


def test_an_attachment_has_no_attachments():
    inner = Document(attachments=(Document(title=Para.of("表")),))
    with pytest.raises(ValueError, match="attachment"):
        Document(attachments=(inner,))


def test_gaps_are_listed_once_in_the_order_they_are_met():
    document = Document(
        title=Para.of("在", NAME, "上的讲话"),
        dateline=(Para.of(Gap("日期")),),
        body=(
            Para.of("今天在", PLACE, "召开", NAME),
            Section(Para.of("一件事"), (Points((Point(Para.of(Gap("举措")), apart=True),)),)),
        ),
        attachments=(Document(title=Para.of(Gap("附件名称"), PLACE)),),
    )
    assert [gap.name for gap in drafter.gaps(document)] == [
        "会议名称", "日期", "地点", "举措", "附件名称",
    ]  # fmt: skip


@given(documents())
@settings(max_examples=100, deadline=None)
def test_changing_nothing_gives_the_same_document(document):
    assert map_paras(document, lambda para: para) == document


@given(documents())
@settings(max_examples=100, deadline=None)
def test_filling_every_gap_leaves_none(document):
    def filled(para):
        return Para.of(*("填" if isinstance(i, Gap) else i for i in para.inlines))

    assert drafter.gaps(map_paras(document, filled)) == ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (["一、", "二、", "三、"], ["", "", ""]),
        (["一、", "二、", "二、"], ["", "", "二、"]),
        (["一、", "三、"], ["", "三、"]),
    ],
)
def test_a_number_is_kept_as_a_label_where_the_count_gives_another(written, kept):
    labels = Labels()
    assert [labels.label(1, "一、", mark) for mark in written] == kept


def test_counting_begins_anew_under_each_heading():
    labels = Labels()
    flow = [
        (1, "一、", "一、"),
        (2, "（一）", "（一）"),
        (1, "一、", "二、"),
        (2, "（一）", "（一）"),
    ]
    assert [labels.label(*one) for one in flow] == ["", "", "", ""]


def attached(*titles, **more):
    return Document(
        attachments=tuple(Document(title=Para.of(*filter(None, [title]))) for title in titles),
        **more,
    )


def numbered(document):
    """Give the words of the 附件说明 and the marks of the attachments."""
    notes = [note.para.text for note in attachment_notes(document)]
    return notes, [mark.text for mark in attachment_marks(document)]


def test_an_attachment_without_a_title_keeps_its_number_in_the_list():
    notes, marks = numbered(attached("", "任务表", "联系表"))
    assert (notes, marks) == (["附件：2.任务表", "3.联系表"], ["附件1", "附件2", "附件3"])


def test_the_list_follows_the_attachments_own_numbers():
    inner = (Document(title=Para.of("任务表"), mark=Para.of("附件3")),)
    assert numbered(Document(attachments=inner)) == (["附件：3.任务表"], ["附件3"])


def test_attachments_are_numbered_where_the_list_names_more_of_them():
    lines = (Para.of("任务表"), Para.of("联系表（另发）"))
    document = attached("任务表", attachment_list=lines)
    assert numbered(document) == (["附件：1.任务表", "2.联系表（另发）"], ["附件1"])


def test_the_list_is_numbered_where_more_are_attached_than_it_names():
    document = attached("", "", attachment_list=(Para.of("任务表"),))
    assert numbered(document) == (["附件：1.任务表"], ["附件1", "附件2"])


def test_a_list_in_its_own_words_is_not_numbered_anew():
    lines = (Para.of("附件：1.任务表"), Para.of("2.联系表"))
    document = attached("", "任务表", "联系表", attachment_list=lines)
    assert numbered(document)[0] == ["附件：1.任务表", "2.联系表"]
    assert attached("任务表", "联系表", attachment_list=lines) == attached("任务表", "联系表")


def test_a_title_that_begins_like_the_word_is_listed_as_any_other():
    assert numbered(attached("附属设施清单"))[0] == ["附件：附属设施清单"]


@pytest.mark.parametrize("format", ["docx", "outline", "json"])
@pytest.mark.parametrize("lines", [(), ("附件：1.任务表", "2.联系表"), ("甲",), ("附件：甲",)])
@pytest.mark.parametrize(
    "titles", [("", "任务表", "联系表"), ("任务表", "", "联系表"), ("", "任务表"), ("甲",), ("",)]
)
def test_what_is_listed_survives_every_format(titles, lines, format):
    document = attached(*titles, attachment_list=tuple(map(Para.of, lines)))
    assert drafter.read(drafter.write(document, format), format).document == document


def test_a_text_whose_list_skips_an_attachment_without_title_keeps_its_words():
    lines = "附件：1.任务表", "2.联系表", "附件1", "附件2", "任务表", "附件3", "联系表"
    head = "关于开展检查的通知", "各乡镇人民政府：", "请认真做好检查工作。"
    source = "\n".join((*head, *lines, ""))
    document = drafter.read(source.encode(), "text").document
    assert drafter.write(document, "text").decode() == source

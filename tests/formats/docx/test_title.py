"""Titles and the lines under them: the page's breaks, and the writer's own."""

import io
import re
import zipfile

import pytest

import drafter
from drafter import Document, Gap, Para

SUBTITLE = "——在云溪县2026年全面推进乡村振兴暨农村人居环境整治提升工作会议上的讲话"
PREAMBLE = "（2026年1月15日云溪县第十八届人民代表大会第五次会议通过）"
BODY = (Para.of("各有关单位要认真抓好落实。"),)


def lines(document: Document, style: str) -> list[str]:
    """Write a document and give the lines shown of the first paragraph of a style."""
    with zipfile.ZipFile(io.BytesIO(drafter.write(document, "docx"))) as found:
        xml = found.read("word/document.xml").decode()
    paragraph = re.search(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>.*?</w:p>', xml)[0]
    shown = re.sub('<w:r><w:rPr><w:rStyle w:val="Unshown"/>.*?</w:r>', "", paragraph)
    return re.sub("<[^>]+>", "", shown.replace("<w:br/>", "\n")).split("\n")


@pytest.mark.parametrize(
    ("element", "style", "text"),
    [("subtitle", "Subtitle", SUBTITLE), ("preamble", "Preamble", PREAMBLE)],
)
def test_a_long_line_under_the_title_goes_on_where_its_words_allow(element, style, text):
    document = Document(title=Para.of("讲话"), body=BODY, **{element: (Para.of(text),)})
    found = lines(document, style)
    assert len(found) == 2
    assert "".join(found) == text
    assert drafter.read(drafter.write(document, "docx"), "docx").document == document


def test_a_gap_in_a_subtitle_stays_whole_and_is_read_back():
    subtitle = Para.of("——在云溪县", Gap("会议名称全称"), "暨农村人居环境整治提升工作会议上的讲话")
    document = Document(title=Para.of("讲话"), body=BODY, subtitle=(subtitle,))
    found = lines(document, "Subtitle")
    assert len(found) == 2
    assert any("【会议名称全称】" in line for line in found)
    assert drafter.read(drafter.write(document, "docx"), "docx").document == document


def test_a_writer_s_own_breaks_under_the_title_are_kept():
    text = "——在全县大会上的讲话\n（2026年1月15日）"
    document = Document(title=Para.of("讲话"), body=BODY, subtitle=(Para.of(text),))
    assert lines(document, "Subtitle") == text.split("\n")


def test_a_writer_s_own_lines_of_a_title_are_kept_where_they_have_a_shape():
    text = "云溪县人民政府\n关于做好2026年防汛抗旱工作的通知"
    assert lines(Document(title=Para.of(text), body=BODY), "Title") == text.split("\n")


def test_lines_of_as_many_characters_have_no_shape_though_digits_make_them_differ():
    text = "关于表彰2025年度招商引资\n工作先进单位和先进个人的通报"
    assert lines(Document(title=Para.of(text), body=BODY), "Title") != text.split("\n")


def test_a_subtitle_in_the_title_goes_on_where_its_words_allow():
    text = f"奋力谱写新篇章\n{SUBTITLE}"
    found = lines(Document(title=Para.of(text), body=BODY), "Title")
    assert found[0] == "奋力谱写新篇章"
    assert found[1] == "——在云溪县2026年全面推进乡村振兴"
    assert "".join(found[1:]) == SUBTITLE


def test_a_title_of_one_line_with_digits_is_not_broken():
    text = "关于做好2026年G528国道改扩建工作的通知"
    assert lines(Document(title=Para.of(text), body=BODY), "Title") == [text]

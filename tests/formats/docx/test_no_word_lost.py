"""No word of a Word file is lost or read twice: checked by an extractor of its own."""

import io
import sys

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from tests.eval.words import compared, faults, held
from tests.formats.docx import good, test_foreign
from tests.formats.docx.foreign import level, num, numbered, para, pattern, word

WAYS = ("accept", "reject", "keep")
BODIES = {
    **{what: para("前", inner, "后") for what, (inner, _) in test_foreign.INLINE.items()},
    **{what: body for what, (body, _) in test_foreign.BLOCKS.items()},
    **{what: body for what, (body, *_) in test_foreign.CHANGED.items()},
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("what", BODIES)
def test_no_word_of_the_text_is_lost(what, way):
    assert faults(word(BODIES[what]), revisions=way) == ""


def test_no_word_beside_the_text_is_lost():
    data = word(
        para("甲", test_foreign.note_reference("footnote", 1)),
        footnotes=test_foreign.note("footnote", 1, "说明"),
        comments=f'<w:comment w:author="王">{para("请核实")}</w:comment>',
        header1=para("某县"),
        footer1=para("第1页"),
    )
    assert held(data).words == "甲说明请核实某县第1页"
    assert faults(data) == ""


@pytest.mark.parametrize("file", [good.theirs, good.bare])
def test_no_word_of_a_file_of_python_docx_is_lost(file):
    assert faults(file()) == ""


def test_a_document_of_all_sorts_keeps_its_words():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "云溪县人民政府"
    document.add_heading("关于做好春耕工作的通知", 0)
    document.add_paragraph("各乡镇人民政府：")
    for n in range(5):
        document.add_heading(f"任务{n}", 1)
        document.add_paragraph("抓好落实。", style="List Bullet")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "合并"
    table.cell(2, 2).add_table(1, 1).cell(0, 0).text = "内表"
    out = io.BytesIO()
    document.save(out)
    assert faults(out.getvalue()) == ""


@given(st.lists(st.sampled_from(sorted(BODIES)), min_size=1, max_size=8), st.sampled_from(WAYS))
@settings(max_examples=150, deadline=None)
def test_no_mixture_loses_a_word(names, way):
    assert faults(word("".join(BODIES[name] for name in names)), revisions=way) == ""


def test_the_check_finds_what_is_lost_and_what_is_told_twice():
    assert compared("甲 乙", "乙\n丙") == ("甲", "丙")


# Reading is linear work.


def calls(data):
    """Count the function calls that reading a file takes."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        drafter.read(data, "docx")
    finally:
        sys.setprofile(None)
    return count


LISTS = pattern(level(0, "decimal", "%1.")) + num()
ENDLESS = {
    "paragraphs": para("为做好工作，结合实际，制定本方案，请认真组织实施。"),
    "numbers": numbered("抓项目"),
    "deleted marks": para("甲", properties=test_foreign.GONE),
    "boxes": test_foreign.BLOCKS["a box"][0],
    "tables": test_foreign.BLOCKS["hidden words of a merged cell"][0],
    "fields": para(test_foreign.FIELD.format("begin") * 3),
    "notes": para("甲", test_foreign.note_reference("footnote", 1)),
    "changes": para(test_foreign.OLD, test_foreign.NEW),
    "styles": para("甲", properties='<w:pStyle w:val="s1"/>'),
}


def chain(length):
    """Write styles each based on the next."""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(length)
    )


@pytest.mark.parametrize("what", ENDLESS)
def test_four_times_the_file_is_about_four_times_the_work(what):
    once, four = (word(ENDLESS[what] * n, numbering=LISTS, styles=chain(n)) for n in (150, 600))
    calls(once)
    assert calls(four) < 5 * calls(once)


def test_notes_that_many_places_refer_to_are_linear_work():
    def made(count):
        refer = "".join(
            para("甲", test_foreign.note_reference("footnote", n)) for n in range(count)
        )
        told = "".join(test_foreign.note("footnote", n, "说明") for n in range(2 * count))
        return word(refer, footnotes=told)

    once, four = made(100), made(400)
    calls(once)
    assert calls(four) < 5 * calls(once)

"""Automatic numbers are read as the page shows them."""

import pytest

import drafter
from drafter.model.numerals import written
from tests.formats.docx.foreign import (
    level,
    lines,
    num,
    numbered,
    para,
    pattern,
    style,
    word,
)

LADDER = pattern(
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_the_ladder_of_official_documents():
    body = "".join(
        numbered(text, at)
        for text, at in [
            ("总体要求", 0), ("指导思想", 1), ("目标", 1), ("近期", 2), ("远期", 2),
            ("重点任务", 0), ("抓项目", 1), ("今年", 2),
        ]
    )  # fmt: skip
    assert lines(word(body, numbering=LADDER + num())) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）目标",
        "1. 近期",
        "2. 远期",
        "二、重点任务",
        "（一）抓项目",
        "1. 今年",
    ]


@pytest.mark.parametrize(
    ("form", "signs"),
    {
        "decimal": "1 2 10 11 20 101",
        "decimalZero": "01 02 10 11 20 101",
        "upperRoman": "I II X XI XX CI",
        "lowerLetter": "a b j k t wwww",
        "chineseCounting": "一 二 十 十一 二十 一○一",
        "chineseCountingThousand": "一 二 十 十一 二十 一百零一",
        "taiwaneseCountingThousand": "一 二 十 十一 二十 一百零一",
        "japaneseCounting": "一 二 十 十一 二十 百一",
        "chineseLegalSimplified": "壹 贰 壹拾 壹拾壹 贰拾 壹佰零壹",
        "ideographTraditional": "甲 乙 癸 11 20 101",
        "ideographZodiac": "子 丑 酉 戌 20 101",
        "ideographDigital": "一 二 一〇 一一 二〇 一〇一",
        "decimalEnclosedCircle": "① ② ⑩ ⑪ ⑳ 101",
        "decimalEnclosedCircleChinese": "① ② ⑩ ⑪ ⑳ 101",
        "decimalFullWidth": "１ ２ １０ １１ ２０ １０１",
        "numberInDash": "- 1 - - 2 - - 10 - - 11 - - 20 - - 101 -",
        "ordinal": "1st 2nd 10th 11th 20th 101st",
    }.items(),
)
def test_a_form_writes_its_signs(form, signs):
    assert " ".join(str(written(form, n)) for n in (1, 2, 10, 11, 20, 101)) == signs


def test_no_number_of_any_size_stumbles():
    for form in ("chineseCounting", "upperRoman", "lowerLetter", "ideographTraditional"):
        assert written(form, 0) == "0"
        assert written(form, 10**6) == "1000000"


def test_levels_together_and_a_legal_one():
    levels = (
        level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    )
    body = numbered("总则") + numbered("目的", 1) + numbered("附则") + numbered("施行", 1)
    found = lines(word(body, numbering=pattern(*levels) + num()))
    assert found == ["第一章 总则", "1.1 目的", "第二章 附则", "2.1 施行"]


def test_a_level_that_never_restarts():
    levels = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
    )
    body = numbered("总则") + numbered("甲", 1) + numbered("附则") + numbered("乙", 1)
    assert lines(word(body, numbering=pattern(*levels) + num()))[-1] == "第二条 乙"


def test_a_list_that_starts_again_and_one_that_goes_on():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = LADDER + num(1) + num(2) + num(3, 1, again)
    body = numbered("甲", 0, 1) + numbered("乙", 0, 2) + numbered("丙", 0, 3) + numbered("丁", 0, 3)
    assert lines(word(body, numbering=lists)) == ["一、甲", "二、乙", "五、丙", "六、丁"]


def test_a_level_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1）")}</w:lvlOverride>'
    assert lines(word(numbered("甲"), numbering=LADDER + num(1, 1, own))) == ["1）甲"]


def test_a_number_from_a_style_and_a_paragraph_that_takes_none():
    styles = style("H", "标题 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "H2", "H2", '<w:basedOn w:val="H"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
    )
    worn = '<w:pStyle w:val="H"/>'
    body = (
        para("甲", properties=worn)
        + para("乙", properties=worn + '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + para("丙", properties='<w:pStyle w:val="H2"/>')
        + para("丁", properties=worn)
    )
    found = lines(word(body, styles=styles, numbering=LADDER + num()))
    assert found == ["一、甲", "乙", "（一）丙", "二、丁"]


def test_a_list_known_by_a_numbering_style():
    styles = style(
        "L", "List", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering"
    )
    lists = (
        pattern(extra='<w:numStyleLink w:val="L"/>')
        + pattern(level(0, "decimal", "（%1）"), id=2, extra='<w:styleLink w:val="L"/>')
        + num(1, 1)
        + num(2, 2)
    )
    assert lines(word(numbered("甲"), styles=styles, numbering=lists)) == ["（1）甲"]


def test_bullets_are_signs_anyone_can_see():
    font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    for sign, seen in (("\uf06c", "●"), ("\uf0fe", "☑"), ("\uf001", "•"), ("—", "—")):
        found = pattern(level(0, "bullet", sign, font if sign > "\uf000" else ""))
        assert lines(word(numbered("甲"), numbering=found + num())) == [f"{seen} 甲"]


def test_a_form_nobody_knows_is_read_in_figures_and_told():
    data = word(numbered("甲"), numbering=pattern(level(0, "hebrew1", "%1.")) + num())
    reading = drafter.read(data, "docx")
    assert reading.lines[0].text == "1. 甲"
    assert reading.warnings == ("numbers of the form hebrew1 were read as 1, 2, 3",)


def test_an_empty_paragraph_counts_but_shows_no_number():
    assert lines(
        word(numbered("甲") + numbered("") + numbered("乙"), numbering=LADDER + num())
    ) == [
        "一、甲",
        "",
        "三、乙",
    ]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(),
        pattern(extra='<w:numStyleLink w:val="L"/>') + num(),
        pattern('<w:lvl w:ilvl="x"/><w:lvl w:ilvl="99"/><w:lvl w:ilvl="0"/>') + num(),
        pattern(level(0, "none", "")) + num(),
        "<w:num/><w:abstractNum/><w:num w:numId='1'/>",
    ],
)
def test_a_damaged_list_gives_no_number_and_no_error(numbering):
    assert lines(word(numbered("甲", "many"), numbering=numbering)) == ["甲"]
    assert lines(word(numbered("甲", 77), numbering=numbering)) == ["甲"]

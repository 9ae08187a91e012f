"""Word files of other programs: every word is read once, in its place, and how it looks."""

import io

import docx
import pytest

import drafter
from tests.formats.docx import good
from tests.formats.docx.foreign import lines, para, run, style, word
from tests.formats.docx.good import parts_of, zipped

BOX = "<w:txbxContent><w:p><w:r><w:t>红头</w:t></w:r></w:p></w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction, result):
    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return (
        FIELD.format("begin") + told + FIELD.format("separate") + run(result) + FIELD.format("end")
    )


MATHS = "<m:r><m:t>{}</m:t></m:r>"


def form(data):
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    told = "<w:r><w:instrText>FORM</w:instrText></w:r>"
    return begin + told + FIELD.format("separate") + FIELD.format("end")


def note_reference(kind, id, more=""):
    return f'<w:r><w:{kind}Reference w:id="{id}" {more}/></w:r>'


def note(kind, id, words):
    return f'<w:{kind} w:id="{id}">{para(words)}</w:{kind}>'


INLINE = {
    "a link": ("<w:hyperlink>" + run("云溪") + "</w:hyperlink>", "云溪"),
    "a field": (field("PAGE", "3"), "3"),
    "a field in one run": (
        '<w:r><w:t>第</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/>'
        "<w:t>页</w:t></w:r>",
        "第3页",
    ),
    "a simple field": ('<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>", "3"),
    "a field in a field's instruction": (
        FIELD.format("begin") + field("PAGE", "7") + FIELD.format("separate") + run("结果")
        + FIELD.format("end"),
        "结果",
    ),
    "a smart tag in a control": (
        "<w:sdt><w:sdtContent><w:smartTag>" + run("云溪") + "</w:smartTag></w:sdtContent></w:sdt>",
        "云溪",
    ),
    "text of another direction": ("<w:dir>" + run("云溪") + "</w:dir>", "云溪"),
    "a tab and hyphens": (
        "<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>", "a\t-"
    ),
    "a box to tick": ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "□"),
    "a ticked box": ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
    "a sign nobody knows": ('<w:r><w:sym w:font="Odd" w:char="F0A8"/></w:r>', "□"),
    "ruby": (
        "<w:r><w:ruby><w:rt>" + run("yún") + "</w:rt><w:rubyBase>" + run("云")
        + "</w:rubyBase></w:ruby></w:r>",
        "云（yún）",
    ),
    "mathematics": ("<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>+1</m:t></m:r></m:oMath>", "x+1"),
    "a fraction and a power": (
        f"<m:oMath><m:f><m:num>{MATHS.format('a+b')}</m:num><m:den>{MATHS.format('2')}</m:den></m:f>"
        f"<m:sSup><m:e>{MATHS.format('x')}</m:e><m:sup>{MATHS.format('2')}</m:sup></m:sSup></m:oMath>",
        "(a+b)/2x^2",
    ),
    "a box of a form, ticked": (form("<w:checkBox><w:checked/></w:checkBox>"), "☑"),
    "a box of a form": (form("<w:checkBox><w:default w:val='0'/></w:checkBox>"), "☐"),
    "a list to choose from": (
        form(
            "<w:ddList><w:result w:val='1'/><w:listEntry w:val='同意'/>"
            "<w:listEntry w:val='不同意'/></w:ddList>"
        ),
        "不同意",
    ),
    "a control to tick": (
        "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>",
        "☑",
    ),
    "signs typed in a symbol font": (run("\uf0fe", "<w:rFonts w:ascii='Wingdings'/>"), "☑"),
    "an emoji with a fallback": (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:t>😀</w:t>"
        "</mc:Fallback></mc:AlternateContent></w:r>",
        "😀",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", INLINE)
def test_words_stand_in_their_place(what):
    inner, seen = INLINE[what]
    assert lines(word(para("前", inner, "后"))) == [f"前{seen}后"]


BLOCKS = {
    "a break": (para("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"), ["甲", "乙"]),
    "a page break": (para('<w:r><w:t>甲</w:t><w:br w:type="page"/></w:r>'), ["甲"]),
    "a control around paragraphs": (
        f"<w:sdt><w:sdtContent>{para('甲')}</w:sdtContent></w:sdt>", ["甲"]
    ),
    "custom XML": (f"<w:customXml>{para('甲')}</w:customXml>", ["甲"]),
    "a frame": (para("甲", properties='<w:framePr w:w="1"/>') + para("乙"), ["甲", "乙"]),
    "a box": (para("甲", f"<w:r><w:drawing>{BOX}</w:drawing></w:r>"), ["甲", "红头"]),
    "a box in the old way": (
        para("甲", f"<w:r><w:pict><v:shape>{BOX}</v:shape></w:pict></w:r>"), ["甲", "红头"]
    ),
    "a box in two variants": (
        para(
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        ),
        ["", "红头"],
    ),
    "a box in a box": (
        para(
            "<w:r><w:pict><w:txbxContent>"
            + para("外", f"<w:r><w:pict>{BOX}</w:pict></w:r>")
            + "</w:txbxContent></w:pict></w:r>"
        ),
        ["", "外", "红头"],
    ),
    "WordArt": (
        para("<w:r><w:pict><v:shape><v:textpath string='县政府文件'/></v:shape></w:pict></w:r>"),
        ["", "县政府文件"],
    ),
    "a table in a table": (
        "<w:tbl><w:tr><w:tc>" + para("外")
        + f"<w:tbl><w:tr><w:tc>{para('内')}</w:tc></w:tr></w:tbl>{para('')}</w:tc></w:tr></w:tbl>",
        ["外\n内"],
    ),
    "hidden words of a merged cell": (
        "".join(
            f"<w:tr><w:tc><w:tcPr><w:vMerge{how}/></w:tcPr>{para(text)}</w:tc></w:tr>"
            for text, how in (("甲", ' w:val="restart"'), ("乙", ""))
        ).join(("<w:tbl>", "</w:tbl>")),
        ["甲\n乙\n"],
    ),
    "a formula by itself": (
        "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>", ["x=1"]
    ),
    "two styles on one line": (
        para("甲", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + para("乙"), ["甲乙"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BLOCKS)
def test_blocks_stand_in_order(what):
    body, seen = BLOCKS[what]
    assert lines(word(body)) == seen


def test_headers_and_footers_are_left_out_but_not_lost():
    data = word(
        para("正文内容。"), header1=para("云溪县政府"), footer1=para("— ", field("PAGE", "1"), " —")
    )
    reading = drafter.read(data, "docx")
    assert [line.text for line in reading.junk] == ["云溪县政府", "— 1 —"]
    assert reading.judgements[1].why == ("stands in the header",)


def test_notes_follow_the_text_with_their_marks():
    data = word(
        para("甲", note_reference("footnote", 3), "乙", note_reference("endnote", 1)),
        footnotes=note("footnote", 2, "没人提到") + note("footnote", 3, "说明"),
        endnotes=note("endnote", 1, "出处"),
    )
    assert lines(data) == ["甲[1]乙[i]", "[1]说明", "没人提到", "[i]出处"]
    assert [n.text for n in drafter.read(data, "docx").document.notes] == lines(data)[1:]


def test_a_note_with_a_mark_of_its_own_keeps_it():
    own = note_reference("footnote", 1, 'w:customMarkFollows="1"')
    data = word(para("甲", own, "※"), footnotes=note("footnote", 1, "※说明"))
    assert lines(data) == ["甲※", "※说明"]


WARNED = {
    "a comment": (
        {
            "body": para("甲"),
            "comments": f'<w:comment w:author="王科长">{para("请核实")}{para("数字")}</w:comment>',
        },
        "comment by 王科长: 请核实\n数字",
    ),
    "hidden words": (
        {"body": para(run("甲", "<w:vanish/>"))},
        "hidden words were read as part of the text",
    ),
    "another file": ({"body": "<w:altChunk/>" + para("甲")}, "a part of another file was not read"),
    "an object": (
        {
            "body": para(
                "甲", '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
            )
        },
        "an embedded object was not read: Excel.Sheet.12",
    ),
    "a chart": (
        {
            "body": para(
                "甲", "<w:r><w:drawing><a:graphicData uri='x/chart'/></w:drawing></w:r>"
            )
        },
        "the words of a chart were not read",
    ),
    "a picture in a table": (
        {
            "body": para("甲")
            + "<w:tbl><w:tr><w:tc>"
            + para("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
            + "</w:tc></w:tr></w:tbl>"
        },
        "a picture in a table, a header or a note was not read",
    ),
    "a picture of the old kind": (
        {"body": para("甲", "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>")},
        "a picture drawn in the way of Word 97–2003 was not read",
    ),
    "a field that is drawn": (
        {
            "body": para(
                "甲",
                FIELD.format("begin")
                + "<w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r>"
                + FIELD.format("end"),
            )
        },
        "a field that Word draws was not read: EQ \\o\\ac(○,1)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WARNED)
def test_what_is_not_read_as_text_is_told(what):
    parts, told = WARNED[what]
    reading = drafter.read(word(**parts), "docx")
    assert reading.lines[0].text == "甲"
    assert reading.warnings == (told,)


def test_pictures_and_words_of_one_paragraph_are_both_read():
    document = docx.Document()
    words = document.add_paragraph("大坝全景").add_run()
    for _ in range(2):
        words.add_picture(io.BytesIO(good.RICH.body[1].blocks[2].data))
    out = io.BytesIO()
    document.save(out)
    found = drafter.read(out.getvalue(), "docx").lines
    assert [(line.text, line.block is not None) for line in found] == [
        ("", True),
        ("", True),
        ("大坝全景", False),
    ]


# Tracked changes.

OLD, NEW = "<w:del><w:r><w:delText>三</w:delText></w:r></w:del>", f"<w:ins>{run('五')}</w:ins>"
GONE = "<w:rPr><w:del/></w:rPr>"
ROW = "<w:tr><w:trPr>{}</w:trPr><w:tc>" + para("{}") + "</w:tc></w:tr>"
CHANGED = {
    "words": (para("共", OLD, NEW, "项。"), ["共五项。"], ["共三项。"], ["共三五项。"]),
    "words moved": (
        para(f"<w:moveFrom>{run('甲')}</w:moveFrom>", "乙", f"<w:moveTo>{run('甲')}</w:moveTo>"),
        ["乙甲"], ["甲乙"], ["甲乙甲"],
    ),
    "a mark deleted": (
        para("甲", properties=GONE) + para("乙"), ["甲乙"], ["甲", "乙"], ["甲", "乙"],
    ),
    "a mark inserted": (
        para("甲", properties="<w:rPr><w:ins/></w:rPr>") + para("乙"),
        ["甲", "乙"], ["甲乙"], ["甲", "乙"],
    ),
    "a paragraph deleted": (
        para(OLD, properties=GONE) + para("乙"), ["乙"], ["三", "乙"], ["三", "乙"],
    ),
    "a last paragraph deleted": (
        para("甲") + para(OLD, properties=GONE), ["甲"], ["甲", "三"], ["甲", "三"],
    ),
    "a row deleted": (
        "<w:tbl>" + ROW.format("<w:del/>", "甲") + ROW.format("", "乙") + "</w:tbl>",
        ["乙"], ["甲\n乙"], ["甲\n乙"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", ["accept", "reject", "keep"])
@pytest.mark.parametrize("what", CHANGED)
def test_tracked_changes_are_read_as_asked(what, way):
    body, *seen = CHANGED[what]
    assert lines(word(body), way) == seen[["accept", "reject", "keep"].index(way)]


def test_the_changes_are_counted():
    (told,) = drafter.read(word(para("共", OLD, NEW, "项。")), "docx", "reject").warnings
    assert told == "tracked changes (1 insertions, 1 deletions) were read as if they were rejected"


def test_another_way_is_refused_with_the_ways_there_are():
    with pytest.raises(drafter.DrafterError, match="cannot be read as maybe") as caught:
        drafter.read(word(para("甲")), "docx", "maybe")
    assert caught.value.values["names"] == "accept, reject, keep"


# How a paragraph looks.

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    + style("N", "Normal", '<w:rPr><w:sz w:val="32"/></w:rPr>', more='w:default="1"')
    + style("H", "标题 2", '<w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr>'
            '<w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/></w:rPr>')
    + style("K", "我的标题", '<w:basedOn w:val="H"/>')
    + style("S", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("X", "X", '<w:basedOn w:val="Y"/><w:pPr><w:jc w:val="right"/></w:pPr>')
    + style("Y", "Y", '<w:basedOn w:val="X"/>')
)  # fmt: skip
LOOKS = {
    "the default style": (para("甲"), ("宋体", 16.0, False, "left", 0)),
    "an unknown style": (
        para("甲", properties='<w:pStyle w:val="?"/>'), ("宋体", 16.0, False, "left", 0)
    ),
    "a style based on a heading": (
        para("甲", properties='<w:pStyle w:val="K"/>'), ("楷体", 16.0, True, "center", 2)
    ),
    "a style based on itself": (
        para("甲", properties='<w:pStyle w:val="Y"/>'), ("宋体", 10.5, False, "right", 0)
    ),
    "a character style": (
        para(run("甲", '<w:rStyle w:val="S"/>')), ("宋体", 16.0, True, "left", 0)
    ),
    "what the run says": (
        para(run("甲乙", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="44"/><w:b w:val="0"/>'), "丙",
             properties='<w:pStyle w:val="H"/><w:jc w:val="start"/><w:outlineLvl w:val="9"/>'),
        ("黑体", 22.0, False, "left", 0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LOOKS)
def test_a_look_is_what_the_page_shows(what):
    body, seen = LOOKS[what]
    look = drafter.read(word(body, styles=STYLES), "docx").lines[0].look
    assert (look.font, look.size_pt, look.bold, look.align, look.outline_level) == seen


def test_a_font_of_the_theme_is_known_by_its_name():
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
    )
    body = para(run("甲", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'))
    assert drafter.read(word(body, theme=theme), "docx").lines[0].look.font == "等线"


# Damaged and endless files.

WRAP = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")


@pytest.mark.parametrize("what", ["wrappers", "tables", "inline"])
def test_a_file_nested_absurdly_is_refused_in_words(what):
    start, end = {
        "wrappers": WRAP,
        "inline": ("<w:hyperlink>", "</w:hyperlink>"),
        "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    }[what]
    inner = start * 5000 + (run("甲") if what == "inline" else para("甲")) + end * 5000
    body = f"<w:p>{inner}</w:p>" if what == "inline" else inner
    with pytest.raises(drafter.DrafterError, match="nested too deep"):
        drafter.read(word(body), "docx")


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "comments", "header1"])
def test_a_damaged_part_beside_the_text_costs_only_itself_and_is_told(part):
    parts = parts_of(word(para("甲"), **{part: ""})) | {f"word/{part}.xml": b"<w:broken"}
    reading = drafter.read(zipped(parts), "docx")
    assert [line.text for line in reading.lines] == ["甲"]
    (told,) = reading.warnings
    assert told == f"word/{part}.xml of this Word file is damaged and was not read"


def test_odd_figures_are_no_stumbling_block():
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="%s"/></w:tcPr>{para("甲")}</w:tc>'
    for value in ("x", "-3", "999999999", ""):
        table = f"<w:tbl><w:tr>{cell % value}</w:tr><w:tr>{cell % 2}</w:tr></w:tbl>"
        assert "甲" in "".join(lines(word(table)))

"""The fonts a Word file's words are set in."""

import io
import zipfile

import pytest

import drafter
from drafter.formats.docx.xml import W
from drafter.office.asked import fonts_asked

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:eastAsia="宋体"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"/>
<w:style w:type="paragraph" w:styleId="1"><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/>
<w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="strong">
<w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="unused">
<w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>
</w:styles>"""
THEME = f"""<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme><a:majorFont/><a:minorFont>
<a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/>
</a:minorFont></a:fontScheme></a:themeElements></a:theme>"""
FOOTER = f"""<w:ftr xmlns:w="{W}"><w:p><w:r><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>
<w:t>1</w:t></w:r></w:p></w:ftr>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="footer" Target="footer1.xml"/></Relationships>"""
TABLE = f"""<w:fonts xmlns:w="{W}"><w:font w:name="自带"><w:embedRegular/></w:font>
<w:font w:name="隶书"/></w:fonts>"""


def word(body: str, **parts: str) -> bytes:
    """Make a Word file of a body; further parts by their names without .xml."""
    found = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    found |= {f"word/{name}.xml": text for name, text in {"styles": STYLES, **parts}.items()}
    if "footer1" in parts:
        found["word/_rels/document.xml.rels"] = RELATIONS
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in found.items():
            package.writestr(name, text)
    return file.getvalue()


def paragraph(text: str, style: str = "", run: str = "") -> str:
    worn = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{worn}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def fonts(**names: str) -> str:
    return "<w:rFonts " + " ".join(f'w:{slot}="{name}"' for slot, name in names.items()) + "/>"


def test_han_and_latin_words_ask_for_a_font_each():
    assert fonts_asked(word(paragraph("共12人，at 3"))) == {"宋体": "共人，", "Arial": "12at3"}


def test_only_fonts_with_words_in_them_are_asked_for():
    assert fonts_asked(word(paragraph("甲"))) == {"宋体": "甲"}
    assert fonts_asked(word(paragraph(" ", run=fonts(eastAsia="隶书")))) == {}


def test_a_style_a_style_it_is_based_on_and_a_run_are_heard_in_this_order():
    asked = fonts_asked(
        word(
            paragraph("甲a", "2")
            + paragraph("乙", "2", '<w:rStyle w:val="strong"/>')
            + paragraph("丙", "2", '<w:rStyle w:val="strong"/>' + fonts(eastAsia="仿宋_GB2312"))
        )
    )
    assert asked == {"黑体": "甲", "Calibri": "a", "楷体": "乙", "仿宋_GB2312": "丙"}


def test_a_style_that_is_not_there_or_goes_round_in_circles_does_no_harm():
    asked = fonts_asked(word(paragraph("甲", "无") + paragraph("乙", "round")))
    assert asked == {"宋体": "甲乙"}


def test_the_fonts_of_the_theme_go_before_those_named_beside_them():
    run = fonts(eastAsiaTheme="minorEastAsia", asciiTheme="minorHAnsi", eastAsia="宋体")
    body = paragraph("甲a", run=run)
    assert fonts_asked(word(body, **{"theme/theme1": THEME})) == {"等线": "甲", "Cambria": "a"}
    assert fonts_asked(word(body)) == {"宋体": "甲", "Arial": "a"}


def test_headers_and_footers_are_looked_at_too():
    assert fonts_asked(word(paragraph("甲"), footer1=FOOTER)) == {"宋体": "甲", "Georgia": "1"}


def test_words_in_boxes_count_and_deleted_ones_do_not():
    box = f"<w:p><w:r><w:pict>{paragraph('乙', '1')}</w:pict></w:r></w:p>"
    gone = f"<w:del>{paragraph('丙', run=fonts(eastAsia='隶书'))}</w:del>"
    assert fonts_asked(word(box + gone)) == {"黑体": "乙"}


def test_fonts_that_the_file_brings_along_are_not_asked_for():
    body = paragraph("甲", run=fonts(eastAsia="自带")) + paragraph("乙", run=fonts(eastAsia="隶书"))
    assert fonts_asked(word(body, fontTable=TABLE)) == {"隶书": "乙"}


def test_a_document_of_our_own_asks_for_the_fonts_of_its_house():
    template = drafter.load_template("工作部署会讲话")
    data = drafter.write(drafter.draft(template, template.example).document, "docx")
    assert set(fonts_asked(data)) == {
        "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "Times New Roman",
    }  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04words"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(drafter.DrafterError, match="no Word file"):
        fonts_asked(data)

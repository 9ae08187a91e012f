"""A Word file as offices have them, made here: every kind of thing that may not be lost."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = (
    f'xmlns:w="{W}" xmlns:r="{_R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
LOOK = (
    '<w:rPr><w:rFonts w:asciiTheme="minorEastAsia" w:eastAsiaTheme="minorEastAsia"/><w:b/>'
    '<w:color w:val="2F5496"/><w:spacing w:val="12"/><w:sz w:val="21"/><w:shd w:val="clear"'
    ' w:fill="FFFF00"/><w:lang w:eastAsia="en-US"/></w:rPr>'
)
FIRM = "这项工作事关全局，必须按照既定的部署扎实推进，确保各项任务按时保质完成，不留尾巴。"
_PICTURE = 9144000  # EMU: wider than any text


def run(text: str, look: str = LOOK) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, layout: str = "") -> str:
    usual = '<w:spacing w:before="156" w:after="156" w:line="360" w:lineRule="auto"/>'
    usual += '<w:ind w:left="420"/>'
    return f"<w:p><w:pPr>{layout or usual}</w:pPr>{''.join(runs)}</w:p>"


def said(text: str, layout: str = "") -> str:
    return para(run(text), layout=layout)


CENTRED = '<w:jc w:val="center"/>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="12000" w:type="dxa"/></w:tblPr><w:tblGrid>'
    '<w:gridCol w:w="6000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    + "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr>{said(a)}</w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr>{said(b)}</w:tc></w:tr>'
        for a, b in (("项目", "完成率"), ("道路", "6.8%"), ("管网", "120.5"))
    )
    + "</w:tbl>"
)
PICTURE = (
    f'<w:r><w:drawing><wp:inline><wp:extent cx="{_PICTURE}" cy="1143000"/>'
    '<wp:docPr id="1" name="图1"/><a:graphic><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="图1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{_PICTURE}" cy="1143000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
_BY = 'w:author="张" w:date="2024-01-01T00:00:00Z"'
TRACKED = (
    run("全年安排资金")
    + f'<w:ins w:id="11" {_BY}>{run("一百二十")}</w:ins><w:del w:id="12" {_BY}><w:r>'
    "<w:delText>九十</w:delText></w:r></w:del>" + run("亿元，用于重点项目建设和民生改善。")
)
NOTED = (
    '<w:commentRangeStart w:id="3"/>'
    + run("详见")
    + f'<w:hyperlink r:id="rIdLink">{run("https://example.com/a?b=1.5&amp;c=2")}</w:hyperlink>'
    + '<w:commentRangeEnd w:id="3"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
    '<w:commentReference w:id="3"/></w:r>'
    + run("，增长6.8%，达到120.5亿元。")
    + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
)
LINES = (
    "县人民政府办公室",
    "关于进一步做好城乡道路建设",
    "有关工作的通知",
)


def story() -> str:
    """Write the main part's paragraphs."""
    return "".join(
        (
            *(said(line, CENTRED) for line in LINES),
            said(""),
            said("各乡镇人民政府："),
            para(run("　　"), run("为做好城乡道路建设，现就有关工作通知如下。" + FIRM * 2)),
            said("　　一、总体要求"),
            said("　　" + FIRM * 15),
            para(run("　　（一）突出重点"), run("。坚持先急后缓，" + FIRM * 6)),
            said("　　（二）压实责任。坚持上下联动，" + FIRM * 6),
            said(""),
            said("二、主要任务", '<w:pStyle w:val="2"/>'),
            said("1、完成投资120.5亿元，增长6.8%，新建道路30公里；"),
            said("2、完成管网改造，具体网址为http://example.com/x1.html；"),
            said("全面摸清底数", NUMBERED),
            said("及时建立台账", NUMBERED),
            para(*(run("甲行文字。" + FIRM), "<w:r><w:br/></w:r>", run("乙行文字。" + FIRM))),
            para(TRACKED),
            para(NOTED),
            TABLE,
            said("三、组织保障", '<w:pStyle w:val="2"/>'),
            para(PICTURE),
            said(FIRM),
            said("特此通知。"),
            said("县人民政府办公室　　", '<w:jc w:val="right"/>'),
            said("2024年3月5日", '<w:jc w:val="right"/>'),
            said("更多公文范文请关注微信公众号，点击下方链接下载全文。"),
        )
    )


def _styles() -> str:
    theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    rows = (
        ('w:default="1" w:styleId="a"', "Normal", "", f"{theme}<w:sz w:val='21'/>"),
        ('w:styleId="2"', "heading 1", '<w:keepNext/><w:jc w:val="center"/>', "<w:b/>"),
        ('w:styleId="BodyText"', "我的样式", "", '<w:color w:val="FF0000"/>'),
    )
    inner = "".join(
        f'<w:style w:type="paragraph" {id}><w:name w:val="{name}"/><w:pPr>{layout}</w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:style>"
        for id, name, layout, look in rows
    )
    return f"<w:styles {_NS}>{inner}</w:styles>"


_NUMBERING = (
    f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr>'
    '<w:ind w:left="840" w:hanging="420"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>'
    '</w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
_NOTES = (
    f'<w:footnotes {_NS}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r>'
    '</w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    f"{run('统计口径为全社会投资。')}</w:p></w:footnote></w:footnotes>"
)
_COMMENTS = (
    f'<w:comments {_NS}><w:comment w:id="3" {_BY}>{para(run("请核对"))}</w:comment></w:comments>'
)
_HEADER = f"<w:hdr {_NS}>{said('内部资料　注意保存')}</w:hdr>"
_FOOTER = (
    f'<w:ftr {_NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>- </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    "<w:r><w:t> -</w:t></w:r></w:p></w:ftr>"
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720"'
    ' w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>'
)


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    pieces = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + pieces


_KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "comments": "comments",
    "header1": "header",
    "footer1": "footer",
}


def messy(body: str = "", section: str = _SECTION) -> bytes:
    """Write the file."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind in _KINDS.items()
    )
    relations = "".join(
        f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{target}"{more}/>'
        for id, kind, target, more in (
            *(("rId" + kind.title(), kind, f"{name}.xml", "") for name, kind in _KINDS.items()),
            ("rIdPicture", "image", "media/image1.png", ""),
            ("rIdLink", "hyperlink", "https://example.com/a", ' TargetMode="External"'),
        )
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1"'
        f' Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"<w:document {_NS}><w:body>{body or story()}{section}</w:body>"
        "</w:document>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": _NUMBERING,
        "word/footnotes.xml": _NOTES,
        "word/comments.xml": _COMMENTS,
        "word/header1.xml": _HEADER,
        "word/footer1.xml": _FOOTER,
        "word/media/image1.png": _png(),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()

"""Good Word files for the tests of the check: ours, richer ones, those of python-docx."""

from __future__ import annotations

import base64
import io
import zipfile
from functools import cache

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm

import drafter
from drafter import Cell, Document, Gap, Image, Para, Point, Points, Section, Table

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
_of = Para.of
_TABLE = Table(
    (
        (Cell(_of("项目"), 2, 1), Cell(_of("金额"), 1, 2)),
        (Cell(_of("甲"), 1, 1), Cell(_of("乙"), 1, 1)),
    ),
    1,
    _of("表1"),
)
RICH = Document(
    kind="request",
    masthead=(_of("云溪县水务局"),),
    number=_of("云水〔2025〕7号"),
    signers=(_of("张局长"), _of("李局长")),
    title=_of("关于水库除险加固的\n请示"),
    salutation=(_of("县人民政府："),),
    body=(
        _of("现将“两座”水库的情况", Gap("补充情况", "写明缘由"), "报告如下。"),
        Section(
            _of("基本情况"),
            (
                _TABLE,
                Points((Point(_of("抓进度。")), Point(_of("抓质量。"))), "一是"),
                Image("大坝.png", _PIXEL, 120, 80, _of("图1")),
                Image("闸门.png", _PIXEL, 60, 40),
            ),
            1,
        ),
    ),
    closing=(_of("妥否，请批示。"),),
    signature=(_of("云溪县水务局"),),
    date=_of("2025年3月1日"),
    notes=(_of("（联系人：王科长）"),),
    copies=(_of("县财政局。"),),
    printer=_of("云溪县水务局办公室"),
    print_date=_of("2025年3月2日"),
    attachments=(Document(title=_of("水库名单"), body=(_of("甲水库。"),)),),
)
"""A document with most of what a document of ours can have."""


@cache
def ours() -> bytes:
    """Give a good file of ours."""
    return drafter.write(RICH, "docx", "gbt9704")


@cache
def bare() -> bytes:
    """Give a good file of python-docx with nothing in it."""
    return _saved(docx.Document())


@cache
def theirs() -> bytes:
    """Give a good file of python-docx with comments, a header, a list, a table, a picture."""
    document = docx.Document()
    document.styles.add_style("CommentText", WD_STYLE_TYPE.PARAGRAPH)
    document.styles.add_style("CommentReference", WD_STYLE_TYPE.CHARACTER)
    document.add_heading("Title", 1)
    words = document.add_paragraph("one ").add_run("two")
    document.add_comment(words, "a comment", "A. Uthor", "AU")
    document.add_paragraph("a", style="List Bullet")
    table = document.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "merged"
    document.add_picture(io.BytesIO(_PIXEL), Mm(20))
    document.sections[0].header.paragraphs[0].text = "header"
    return _saved(document)


@cache
def more() -> bytes:
    """Give a good file of ours with what others put in: links, notes, changes, choices."""
    parts = {name: data.decode() for name, data in parts_of(ours()).items() if "media" not in name}
    media = {name: data for name, data in parts_of(ours()).items() if "media" in name}
    for part, old, new in _ADDED:
        parts[part] = parts[part].replace(old, new + old, 1)
    parts["word/footnotes.xml"] = _FOOTNOTES
    parts["docProps/custom.xml"] = _CUSTOM
    return zipped({name: text.encode() for name, text in parts.items()} | media)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Give the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """Put parts together, in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


def _saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_BY = 'w:author="A" w:date="2025-03-01T10:00:00Z"'
_BOX = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
_PARAGRAPH = (
    '<w:p w14:paraId="00000001"><w:hyperlink r:id="rIdLink"><w:r><w:t>link</w:t></w:r>'
    f'</w:hyperlink><w:ins w:id="71" {_BY}><w:r><w:t>new</w:t></w:r></w:ins>'
    f'<w:del w:id="72" {_BY}><w:r><w:delText>old</w:delText></w:r></w:del>'
    '<w:r><w:footnoteReference w:id="2"/></w:r><w14:unknown/>'
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="77" name="box"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{_BOX}</wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{_BOX}</v:textbox></v:shape>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:p/></mc:Choice></mc:AlternateContent>'
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:sdt><w:sdtContent><w:tr>'
    "<w:tc><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:tc></w:tr></w:sdtContent></w:sdt>"
    "</w:tbl>"
)
_ADDED = (
    ("word/document.xml", "<w:sectPr>", _PARAGRAPH),
    (
        "word/document.xml",
        "><w:body>",
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"',
    ),
    (
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rIdLink" Type="{_OFFICE}/relationships/hyperlink"'
        ' Target="https://example.org/" TargetMode="External"/>'
        f'<Relationship Id="rIdNotes" Type="{_OFFICE}/relationships/footnotes"'
        ' Target="footnotes.xml"/>',
    ),
    (
        "_rels/.rels",
        "</Relationships>",
        f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/custom-properties"'
        ' Target="docProps/custom.xml"/>',
    ),
    (
        "[Content_Types].xml",
        "</Types>",
        '<Override PartName="/word/footnotes.xml"'
        f' ContentType="{_TYPE}.wordprocessingml.footnotes+xml"/>'
        f'<Override PartName="/docProps/custom.xml" ContentType="{_TYPE}.custom-properties+xml"/>',
    ),
)
_FOOTNOTES = (
    f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
_PROPERTY = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"'
_CUSTOM = (
    f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
    f'{_PROPERTY} pid="2" name="one"><vt:lpwstr>1</vt:lpwstr></property>'
    f'{_PROPERTY} pid="3" name="two"><vt:i4>2</vt:i4></property></Properties>'
)

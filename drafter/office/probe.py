"""A Word file of one font and a few words: what it is drawn with is seen from its PDF."""

from __future__ import annotations

from drafter.formats.docx.package import package, packed
from drafter.formats.docx.xml import DECLARATION, R, W, escape

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
)
_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def probe(font: str, words: str) -> bytes:
    """Make a Word file that sets the words in the font."""
    name = escape(font)
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
    document = (
        f'{DECLARATION}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:rPr>{fonts}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        f"<w:t>{escape(words)}</w:t></w:r></w:p></w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
    }
    return package(packed(name, words.encode()) for name, words in parts.items())

"""Word files as other programs write them, composed from raw XML: only what a test is about."""

import drafter
from drafter.formats.docx.xml import W
from tests.formats.docx.good import zipped

SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
    "endnotes": "endnotes", "comments": "comments", "header1": "hdr", "footer1": "ftr",
    "footer2": "ftr",
}  # fmt: skip


def word(body, **parts):
    """Compose a file of the body's XML and that of further parts, each without its root."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name.rstrip("12")}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
    }
    for name, inner in parts.items():
        root = _ROOTS.get(name)
        whole = f"<w:{root} {SPACES}>{inner}</w:{root}>" if root else inner
        files[f"word/{name}.xml"] = whole
    return zipped({name: text.encode() for name, text in files.items()})


def run(text, properties=""):
    """Write a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*content, properties=""):
    """Write a paragraph of runs, given as words or as XML."""
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text, level=0, num=1):
    """Write a paragraph with an automatic number."""
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return para(text, properties=numbers)


def level(at, form, text, extra=""):
    """Write a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def pattern(*levels, id=1, extra=""):
    """Write the pattern of a list."""
    return f'<w:abstractNum w:abstractNumId="{id}">{extra}{"".join(levels)}</w:abstractNum>'


def num(id=1, pattern=1, inner=""):
    """Write a list that follows a pattern."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{pattern}"/>{inner}</w:num>'


def style(id, name, inner="", kind="paragraph", more=""):
    """Write a style."""
    head = f'<w:style w:type="{kind}" w:styleId="{id}" {more}>'
    return f'{head}<w:name w:val="{name}"/>{inner}</w:style>'


def lines(data, revisions="accept"):
    """Give the lines of a file that are not left out."""
    reading = drafter.read(data, "docx", revisions)
    return [line.text for line in reading.lines if line not in reading.junk]

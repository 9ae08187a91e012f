"""A house as Word's styles: what a role looks like, said once, in its style."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.formats.docx.names import (
    CHARACTER_STYLES,
    FOOTER,
    HEADER,
    SEPARATOR,
    STYLES,
    UNSHOWN,
    Style,
)
from drafter.formats.docx.xml import DECLARATION, HIDDEN, W, element, escape
from drafter.house import House, Look

HALF_POINTS = 2
TINY = 10  # height of a line without words: a full page of 22 lines leaves 18 twips
TWIPS = 20
_EXACT = "exact"


def styles_part(house: House) -> str:
    """Write styles.xml."""
    inner = "".join(
        (
            _defaults(house),
            _normal(house),
            *(_paragraph_style(style, house) for style in STYLES),
            *_plain_styles(house),
            *(_character_style(id, name, look, house) for id, name, look in CHARACTER_STYLES),
            _table_styles(),
        )
    )
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{inner}</w:styles>'


def _fonts(house: House, role: str) -> str:
    latin = escape(house.font("latin"))
    named = f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{escape(house.font(role))}"'
    return f'<w:rFonts {named} w:cs="{latin}"/>'


def _defaults(house: House) -> str:
    size = int(house.looks["body"].size_pt * HALF_POINTS)
    run = (
        _fonts(house, house.looks["body"].font)
        + element("sz", val=size)
        + element("szCs", val=size)
        + '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal(house: House) -> str:
    spacing = house.page.spacing_twips(house.looks["body"].size_pt)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/>'
        '<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{house.page.pitch_twips}"'
        f' w:lineRule="{_EXACT}"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr><w:spacing w:val="{spacing}"/></w:rPr></w:style>'
    )


def char_twips(house: House, size_pt: float) -> int:
    """Give the width of a full-width character of a size, as this house sets it."""
    return int(size_pt * TWIPS) + spacing_of(house, size_pt)


def spacing_of(house: House, size_pt: float) -> int:
    """Give the twips between characters: the text's own size alone is fitted to the line."""
    body = house.looks["body"].size_pt
    return house.page.spacing_twips(size_pt) if size_pt == body else 0


def indents(house: House, look: Look, **over: float) -> str:
    """Write w:ind, twips beside every number of characters: engines obey one or the other."""
    wanted = {"left": look.left_chars, "right": look.right_chars, "firstLine": look.first_chars}
    wanted |= over
    width = char_twips(house, look.size_pt)
    pairs = {
        name: (round(chars * 100), round(chars * width))
        for name, chars in wanted.items()
        if chars or name in over  # 0 said outright undoes the style's
    }
    if not pairs:
        return ""
    attributes = "".join(
        f' w:{name}Chars="{chars}" w:{name}="{twips}"' for name, (chars, twips) in pairs.items()
    )
    return f"<w:ind{attributes}/>"


def line_spacing(house: House, look: Look, before_lines: float = 0) -> str:
    """Write w:spacing where a role is not on the page's line pitch or wants space before it."""
    before = round(before_lines * house.page.pitch_twips)
    if look.line_pt is None:
        return element("spacing", before=before) if before else ""
    line = round(look.line_pt * TWIPS)
    least = {"line": line, "lineRule": "atLeast"} if line else {"line": 240, "lineRule": "auto"}
    return element("spacing", before=before, **least)


_SPACED_APART = ("salutation", "attachment_list")


def _paragraph_style(style: Style, house: House) -> str:
    look = house.looks[style.look]
    run_in = style.role.startswith("run_in")
    level = 0 if run_in else style.level
    apart = style.role in _SPACED_APART
    pieces = (
        element("keepNext", val=int(look.keep_next)) if level or look.keep_next else "",
        element("keepLines", val=0) if level else "",
        line_spacing(house, look, look.before_lines if apart else 0),
        "" if style.role == "rest" else indents(house, look),
        "<w:contextualSpacing/>" if apart else "",
        element("jc", val=look.align) if look.align != "both" else "",
        element("outlineLvl", val=level - 1) if level else "",
    )
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    return (
        f'<w:style w:type="paragraph"{_custom(style.name)} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"<w:pPr>{''.join(pieces)}</w:pPr><w:rPr>{run_look(house, look)}</w:rPr></w:style>"
    )


def _custom(name: str) -> str:
    return "" if name.isascii() else ' w:customStyle="1"'


def run_look(house: House, look: Look) -> str:
    """Write the run properties of a look."""
    size = int(look.size_pt * HALF_POINTS)
    return "".join(
        (
            _fonts(house, look.font),
            "<w:b/>" if look.bold else "",
            element("color", val=look.colour) if look.colour else "",
            element("spacing", val=spacing_of(house, look.size_pt)),
            element("sz", val=size),
            element("szCs", val=size),
        )
    )


def _character_style(id: str, name: str, look: str, house: House) -> str:
    inner = run_look(house, house.looks[look]) if look else ""
    inner = HIDDEN if id == UNSHOWN else inner
    properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id}">'
        f'<w:name w:val="{name}"/><w:qFormat/>{properties}</w:style>'
    )


def _plain_styles(house: House) -> Iterator[str]:
    """Give the styles that no role of the model wears: header, footer, what parts two tables."""
    number = house.page_number
    size = int(number.size_pt * HALF_POINTS)
    font = escape(house.font(number.font))
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    line = int(number.size_pt * TWIPS)
    spacing = element("spacing", line=line, lineRule=_EXACT)
    sizes = element("spacing", val=0) + element("sz", val=size) + element("szCs", val=size)
    for id, name in ((FOOTER, "footer"), (HEADER, "header")):
        yield (
            f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>{spacing}</w:pPr>'
            f"<w:rPr>{fonts}{sizes}</w:rPr></w:style>"
        )
    yield (
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
        '<w:jc w:val="left"/></w:pPr><w:rPr><w:spacing w:val="0"/><w:sz w:val="21"/>'
        '<w:szCs w:val="21"/></w:rPr></w:style>'
    )
    tiny = element("spacing", line=TINY, lineRule=_EXACT)
    yield (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{SEPARATOR}">'
        f'<w:name w:val="分隔"/><w:basedOn w:val="Normal"/><w:pPr>{tiny}</w:pPr></w:style>'
    )


def _table_styles() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    cells = (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{cells}</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
        "</w:style>"
    )

"""版记: copies and printing, in a box on the lower edge of the last page (GB/T 9704-2012 7.4)."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import BY_ROLE, FIXED, PRINT_DATE, SEPARATOR
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips, indents
from drafter.formats.docx.width import text_width
from drafter.formats.docx.xml import element, paragraph, run
from drafter.house import House
from drafter.model import Document
from drafter.model.fixed import COPIES, PRINTED
from drafter.model.shown import prefix

_EMU_A_TWIP = 635
_LINE = 480  # height of a line of the 版记, in twips
_SLACK = 50
_COPIES = 3  # 抄送： in 字


def colophon(flow: Flow, document: Document) -> None:
    """Write the 版记; without copies and printer there is none."""
    rows = [*_copies(flow, document), *_printing(flow, document)]
    if not rows:
        return
    house = flow.story.house
    width = page_twips(house.page)
    height = sum(lines for _, lines in rows) * _LINE + _SLACK
    table = _table(house, rows, width)
    flow.raw(paragraph(SEPARATOR, _box(table, width, height)))


def plain_colophon(flow: Flow, document: Document) -> None:
    """Write what an attachment has of a 版记 as lines of its text."""
    rows = [*_copies(flow, document), *_printing(flow, document)]
    for xml, _ in rows:
        flow.raw(xml)


def _copies(flow: Flow, document: Document) -> list[tuple[str, int]]:
    """Give each line of copies with how many lines it will take."""
    house = flow.story.house
    look = house.looks["copies"]
    char = char_twips(house, look.size_pt)
    room = page_twips(house.page) / char - look.left_chars - look.right_chars - _COPIES
    found = []
    for copies in document.copies:
        word = prefix(COPIES, copies)
        left = look.left_chars + _COPIES
        indent = indents(house, look, left=left, hanging=_COPIES)
        lines = -(-max(text_width(copies.text), 1) // room)
        words = (run(word, FIXED) if word else "") + flow.story.words(copies)
        found.append((paragraph(BY_ROLE["copies"].id, words, indent), int(lines)))
    return found


def _printing(flow: Flow, document: Document) -> list[tuple[str, int]]:
    """Give the line that tells who printed it and when."""
    if not (document.printer or document.print_date):
        return []
    house = flow.story.house
    look = house.looks["printer"]
    right = page_twips(house.page) - round(look.right_chars * char_twips(house, look.size_pt))
    tabs = f"<w:tabs>{element('tab', val='right', pos=right)}</w:tabs>"
    words = flow.story.words(document.printer)
    if document.print_date:
        words += run("\t", FIXED) + flow.story.words(document.print_date, PRINT_DATE)
        words += run(PRINTED, FIXED)
    return [(paragraph(BY_ROLE["printer"].id, words, tabs + indents(house, look, right=0)), 1)]


def _table(house: House, rows: list[tuple[str, int]], width: int) -> str:
    rules = house.rules
    outer, inner = (
        element("{}", val="single", sz=round(pt * 8), space=0, color="auto")
        for pt in (rules.tail_outer_pt, rules.tail_inner_pt)
    )
    borders = ""
    if rules.tail_lines:
        borders = (
            "<w:tblBorders>"
            + "".join(outer.replace("{}", side) for side in ("top", "bottom"))
            + inner.replace("{}", "insideH")
            + "</w:tblBorders>"
        )
    zero = "".join(
        f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    head = (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{zero}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{element('gridCol', w=width)}</w:tblGrid>"
    )
    body = "".join(
        f"<w:tr><w:trPr>{element('trHeight', val=lines * _LINE, hRule='exact')}</w:trPr>"
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{xml}</w:tc></w:tr>"
        for xml, lines in rows
    )
    return f"<w:tbl>{head}{body}</w:tbl>{paragraph(SEPARATOR, '')}"


def _box(content: str, width: int, height: int) -> str:
    """Anchor a box without frame to the lower edge of the text area of the page."""
    size = f'cx="{width * _EMU_A_TWIP}" cy="{height * _EMU_A_TWIP}"'
    return (
        "<w:r><w:drawing>"
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {size}/><wp:wrapTopAndBottom/><wp:docPr id="9001" name="版记"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData"
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )

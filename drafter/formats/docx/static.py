"""The parts of a Word file that its house alone decides, made and deflated once."""

from __future__ import annotations

from functools import lru_cache

from drafter.formats.docx.names import FOOTER
from drafter.formats.docx.package import Part, packed
from drafter.formats.docx.styles import styles_part
from drafter.formats.docx.xml import DECLARATION, NAMESPACES, W, element, escape, paragraph, run
from drafter.house import House, Page
from drafter.house.house import TWIPS_A_MM

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FOOTERS = {"default": "rIdFooterOdd", "even": "rIdFooterEven", "first": "rIdFooterFirst"}

Relation = tuple[str, str, str]
"""Id, type (the last word of its name), target."""


@lru_cache(maxsize=16)
def static_parts(house: House) -> tuple[Part, ...]:
    """Give styles, settings and footers."""
    texts = {
        "word/styles.xml": styles_part(house),
        "word/settings.xml": _settings(house),
        "word/footer1.xml": _footer(house, even=False),
        "word/footer2.xml": _footer(house, even=True),
        "word/footer3.xml": _empty_footer(),
    }
    return tuple(packed(name, text.encode()) for name, text in texts.items())


STATIC_RELATIONS: tuple[Relation, ...] = (
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    (FOOTERS["default"], "footer", "footer1.xml"),
    (FOOTERS["even"], "footer", "footer2.xml"),
    (FOOTERS["first"], "footer", "footer3.xml"),
    ("rIdDrafter", "customXml", "../customXml/item1.xml"),
)


def _settings(house: House) -> str:
    odd_even = house.page_number.place == "outside"
    inner = (
        ("<w:evenAndOddHeaders/>" if odd_even else "")
        + '<w:characterSpacingControl w:val="compressPunctuation"/>'
        + "<w:compat>"
        + "".join(
            '<w:compatSetting w:name="{}" w:uri="http://schemas.microsoft.com/office/word"'
            ' w:val="{}"/>'.format(*pair)
            for pair in (
                ("compatibilityMode", 15),
                ("overrideTableStyleFontSizeAndJustification", 1),
                ("enableOpenTypeFeatures", 1),
                ("doNotFlipMirrorIndents", 1),
            )
        )
        + '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    )
    return f'{DECLARATION}<w:settings xmlns:w="{W}">{inner}</w:settings>'


def _footer(house: House, *, even: bool) -> str:
    """Write a footer: — 1 —, outside, one character from the edge (7.5)."""
    number = house.page_number
    side = "left" if even else "right"
    where = element("jc", val="center")
    if number.place == "outside":
        twips = round(number.gap_chars * number.size_pt * 20)
        chars = round(number.gap_chars * 100)
        where = f'<w:ind w:{side}Chars="{chars}" w:{side}="{twips}"/>' + element("jc", val=side)
    before, after = number.form.split("{n}")
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = (run(before) if before else "") + field + (run(after) if after else "")
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph(FOOTER, content, where)}</w:ftr>"


def _empty_footer() -> str:
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph(FOOTER, '')}</w:ftr>"


def section(house: House) -> str:
    """Write the properties of a section: paper, margins, grid, footers."""
    first_page = house.page_number.first_page
    kinds = ["default"] + ["even"] * (house.page_number.place == "outside")
    kinds += [] if first_page else ["first"]
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{FOOTERS[kind]}"/>' for kind in kinds
    )
    title_page = "" if first_page else "<w:titlePg/>"
    grid = element("docGrid", type="lines", linePitch=house.page.pitch_twips)
    return f"<w:sectPr>{references}{_portrait(house)}{title_page}{grid}</w:sectPr>"


def _twips(mm: float) -> int:
    return round(mm * TWIPS_A_MM)


def _portrait(house: House) -> str:
    page = house.page
    size = element("pgSz", w=_twips(page.width_mm), h=_twips(page.height_mm))
    margins = {
        "top": _twips(page.top_mm),
        "right": _twips(page.right_mm),
        "bottom": _twips(page.bottom_mm),
        "left": _twips(page.left_mm),
    }
    return size + element("pgMar", **margins, header=851, footer=_footer_twips(house), gutter=0)


def _footer_twips(house: House) -> int:
    """Place the footer so that the middle of its dash lies ``below_mm`` under the 版心.

    The footer's edge is the lower one of its line; the dash stands 0.47 of the line above it.
    """
    number, page = house.page_number, house.page
    above = 0.47 * number.size_pt * 20
    return round((page.bottom_mm - number.below_mm) * TWIPS_A_MM - above) - 26


_TYPES = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
)
_OVERRIDES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/footer1.xml": f"{_WORD}.footer+xml",
    "/word/footer2.xml": f"{_WORD}.footer+xml",
    "/word/footer3.xml": f"{_WORD}.footer+xml",
    "/customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def content_types(media: dict[str, str]) -> str:
    """Write [Content_Types].xml; ``media`` maps suffixes of pictures to their types."""
    defaults = "".join(
        f'<Default Extension="{escape(suffix)}" ContentType="{kind}"/>'
        for suffix, kind in (*_TYPES, *sorted(media.items()))
    )
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _OVERRIDES.items()
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def relations(found: tuple[Relation, ...]) -> str:
    """Write a .rels part."""
    inner = "".join(
        f'<Relationship Id="{id}" Type="{_type(kind)}" Target="{escape(target)}"/>'
        for id, kind, target in found
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _type(kind: str) -> str:
    if kind == "core-properties":
        return f"{_PACKAGE}/relationships/metadata/core-properties"
    return f"{_OFFICE}/{kind}"


def page_twips(page: Page) -> int:
    """Give the width of the 版心 in twips."""
    return _twips(page.width_mm) - _twips(page.left_mm) - _twips(page.right_mm)

"""The parts of a Word file that its house alone decides, made and deflated once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.names import FOOTER
from drafter.formats.docx.package import Part, packed
from drafter.formats.docx.styles import styles_part
from drafter.formats.docx.xml import (
    DECLARATION,
    NAMESPACES,
    Setting,
    W,
    element,
    escape,
    paragraph,
    run,
)
from drafter.house import House, Page
from drafter.house.house import TWIPS_A_MM

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LYING_FOOTER = 567  # below the text of a landscape page; its number stands on the side
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FOOTERS = {"default": "rIdFooterOdd", "even": "rIdFooterEven", "first": "rIdFooterFirst"}
TURNED_FOOTERS = {"default": "rIdFooterTurnedOdd", "even": "rIdFooterTurnedEven"}

Relation = tuple[str, str, str]
"""Id, type (the last word of its name), target."""


@lru_cache(maxsize=16)
def static_parts(house: House, *, landscape: bool) -> tuple[Part, ...]:
    """Give styles, settings and footers, those of landscape pages too where there are any."""
    texts = {
        "word/styles.xml": styles_part(house),
        "word/settings.xml": _settings(house),
        "word/footer1.xml": _footer(_number(house, even=False)),
        "word/footer2.xml": _footer(_number(house, even=True)),
        "word/footer3.xml": _footer(paragraph(FOOTER, "")),
    }
    if landscape:
        texts["word/footer4.xml"] = _footer(_turned(house, even=False))
        texts["word/footer5.xml"] = _footer(_turned(house, even=True))
    return tuple(packed(name, text.encode()) for name, text in texts.items())


def static_relations(*, landscape: bool) -> tuple[Relation, ...]:
    """Give what the main part has to do with the static ones."""
    turned = (
        (TURNED_FOOTERS["default"], "footer", "footer4.xml"),
        (TURNED_FOOTERS["even"], "footer", "footer5.xml"),
    )
    return (
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        (FOOTERS["default"], "footer", "footer1.xml"),
        (FOOTERS["even"], "footer", "footer2.xml"),
        (FOOTERS["first"], "footer", "footer3.xml"),
        *(turned if landscape else ()),
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


def footers(house: House) -> dict[str, str]:
    """Give the footers that hold the page number, by the name of their relation."""
    texts = {
        FOOTERS["default"]: _number(house, even=False),
        FOOTERS["even"]: _number(house, even=True),
        FOOTERS["first"]: paragraph(FOOTER, ""),
        TURNED_FOOTERS["default"]: _turned(house, even=False),
        TURNED_FOOTERS["even"]: _turned(house, even=True),
    }
    return {id: _footer(text) for id, text in texts.items()}


def _footer(content: str) -> str:
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _number(house: House, *, even: bool) -> str:
    """Write the line of a page number: — 1 —, outside, one character from the edge (7.5)."""
    number = house.page_number
    side = "left" if even else "right"
    setting = Setting(align="center")
    if number.place == "outside":
        twips = round(number.gap_chars * number.size_pt * 20)
        chars = round(number.gap_chars * 100)
        indent = f'<w:ind w:{side}Chars="{chars}" w:{side}="{twips}"/>'
        setting = Setting(indent=indent, align=side)
    before, after = number.form.split("{n}")
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = (run(before) if before else "") + field + (run(after) if after else "")
    return paragraph(FOOTER, content, setting)


def _turned(house: House, *, even: bool) -> str:
    """Write the number of a landscape page where the upright page has it (8).

    The upper edge of such a page is the left one of the page upright, so its number stands on the
    left, turned: the first line of a turned box is the rightmost. The box stands on the edges of
    page and text, since LibreOffice forgets an offset here.
    """
    shape = Box(
        name="页码",
        across=Spot("page", align="left"),
        down=Spot("margin"),
        width=_footer_twips(house) + round(house.page_number.size_pt * 20),
        height=page_twips(house.page),
        wraps=False,
        turned=True,
    )
    return paragraph(FOOTER, box(shape, _number(house, even=even), 8001 + even))


def section(house: House, *, landscape: bool, first: bool, headed: bool) -> str:
    """Write the properties of a section: paper, margins, grid, footers.

    The ``first`` of a file may have a first page without number, where a 版头 heads it.
    """
    plain_first = first and not house.page_number.first_page and headed
    kinds = ["default"] + ["even"] * (house.page_number.place == "outside")
    ids = TURNED_FOOTERS if landscape else FOOTERS
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{ids[kind]}"/>' for kind in kinds
    )
    if plain_first:
        references += f'<w:footerReference w:type="first" r:id="{FOOTERS["first"]}"/>'
    title_page = "<w:titlePg/>" if plain_first else ""
    page = house.page.turned() if landscape else house.page
    grid = element("docGrid", type="lines", linePitch=page.pitch_twips)
    return f"<w:sectPr>{references}{paper(house, landscape=landscape)}{title_page}{grid}</w:sectPr>"


def _twips(mm: float) -> int:
    return round(mm * TWIPS_A_MM)


def paper(house: House, *, landscape: bool) -> str:
    """Write size and margins of a page."""
    page = house.page.turned() if landscape else house.page
    lying = {"orient": "landscape"} if landscape else {}
    size = element("pgSz", w=_twips(page.width_mm), h=_twips(page.height_mm), **lying)
    margins = {
        "top": _twips(page.top_mm),
        "right": _twips(page.right_mm),
        "bottom": _twips(page.bottom_mm),
        "left": _twips(page.left_mm),
    }
    footer = _LYING_FOOTER if landscape else _footer_twips(house)
    return size + element("pgMar", **margins, header=851, footer=footer, gutter=0)


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
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/comments.xml": f"{_WORD}.comments+xml",
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def content_types(names: Iterable[str], media: dict[str, str]) -> str:
    """Write [Content_Types].xml for parts; ``media`` maps suffixes of pictures to their types."""
    defaults = "".join(
        f'<Default Extension="{escape(suffix)}" ContentType="{kind}"/>'
        for suffix, kind in (*_TYPES, *sorted(media.items()))
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in ((name, _kind_of(name)) for name in names)
        if kind
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _kind_of(name: str) -> str:
    return f"{_WORD}.footer+xml" if name.startswith("word/footer") else _OVERRIDES.get(name, "")


def relations(found: tuple[Relation, ...]) -> str:
    """Write a .rels part."""
    inner = "".join(
        f'<Relationship Id="{id}" Type="{_type(kind)}" Target="{escape(target)}"/>'
        for id, kind, target in found
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _type(kind: str) -> str:
    if kind == "core-properties":  # the package's own, unlike all others
        return f"{_PACKAGE}/relationships/metadata/core-properties"
    return f"{_OFFICE}/{kind}"


def page_twips(page: Page) -> int:
    """Give the width of the 版心 in twips."""
    return _twips(page.width_mm) - _twips(page.left_mm) - _twips(page.right_mm)

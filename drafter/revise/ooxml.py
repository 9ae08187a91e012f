"""WordprocessingML as a tree that is changed in place: names, the schema's order, small pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from drafter.errors import N_, UnusableInput
from drafter.formats.docx.xml import NAMESPACES, R, W

Element = etree._Element

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATION = f"{{{R}}}id"

_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
        "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position "
        "sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath rPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
}
_PLACES = {
    f"{{{W}}}{parent}": {f"{{{W}}}{name}": at for at, name in enumerate(names.split())}
    for parent, names in _ORDER.items()
}


@cache
def w(name: str) -> str:
    """Give a name of the main namespace."""
    return f"{{{W}}}{name}"


def parse(data: bytes, name: str) -> Element:
    """Parse a part; raises UnusableInput where it is no sound XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnusableInput(
            N_("{part} of this Word file is no sound XML: {problem}"),
            hint=N_("open it in Word or WPS and save it as .docx"),
            part=name,
            problem=error,
        ) from error


def serialised(root: Element) -> bytes:
    """Write a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fragments(xml: str) -> list[Element]:
    """Make elements of XML whose prefixes are those of our own parts."""
    return list(etree.fromstring(f"<x {NAMESPACES}>{xml}</x>"))


def text_of(element: Element | None, name: str) -> str:
    """Give the w:val of a child, empty where there is none."""
    found = element.find(w(name)) if element is not None else None
    return (found.get(w("val")) or "") if found is not None else ""


def is_on(element: Element | None) -> bool:
    """Tell whether a switch such as w:b is there and on."""
    off = ("0", "false", "off", "none")
    return element is not None and (element.get(w("val")) or "1") not in off


def number_of(text: str | None) -> int:
    """Read a length; what is none counts as 0."""
    try:
        return round(float(text or "0"))
    except ValueError:
        return 0


def tidy(parent: Element) -> None:
    """Put the properties in a parent in the schema's order; what it does not know goes last."""
    places = _PLACES.get(str(parent.tag), {})
    wanted = sorted(parent, key=lambda child: places.get(str(child.tag), 999))
    if wanted != list(parent):
        parent[:] = wanted


def tidy_all(root: Element) -> None:
    """Put all properties under a root in order."""
    for name in _PLACES:
        for found in root.iter(name):
            tidy(found)


def properties(owner: Element, name: str) -> Element:
    """Give the properties of a paragraph or run, made where there are none."""
    found = owner.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        owner.insert(0, found)
    return found


def put(parent: Element, *children: Element) -> None:
    """Put properties in their place, instead of any there of the same name."""
    for child in children:
        for old in parent.findall(str(child.tag)):
            parent.remove(old)
        parent.append(child)
    tidy(parent)


def space(layout: Element, **said: object) -> None:
    """Set w:spacing of a paragraph's properties, what it says already left."""
    found = layout.find(w("spacing"))
    if found is None:
        put(layout, *fragments("<w:spacing/>"))
        found = layout.find(w("spacing"))
    assert found is not None
    for name, value in said.items():
        found.set(w(name), str(value))


_OWN = {
    w(name)
    for name in (
        "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "bdo", "dir",
        "customXml", "del", "moveFrom",
    )
}  # fmt: skip
_GONE = {w("del"), w("moveFrom")}


def runs(paragraph: Element, *, deleted: bool = True) -> Iterator[Element]:
    """Give a paragraph's own runs, not those of boxes anchored in it."""
    for child in paragraph:
        if child.tag == w("r"):
            yield child
        elif child.tag in _OWN and (deleted or child.tag not in _GONE):
            yield from runs(child, deleted=deleted)


def words(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """Give each w:t of a paragraph with its run, what is deleted left out."""
    for run in list(runs(paragraph, deleted=False)):
        for child in list(run):
            if child.tag == w("t"):
                yield run, child


def text(paragraph: Element) -> str:
    """Give a paragraph's words."""
    return "".join(found.text or "" for _, found in words(paragraph))


def of_most_words(values: Mapping[Element, str]) -> str:
    """Give the value, told for each of some runs, that most words have; "" where none is told."""
    counts: Counter[str] = Counter()
    for run, value in values.items():
        counts[value] += sum(len(found.text or "") for found in run.iter(w("t")))
    return counts.most_common(1)[0][0] if counts else ""


def is_boxed(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a text box."""
    return within(paragraph, "txbxContent")


def within(element: Element, name: str) -> bool:
    """Tell whether an element stands in one of a name (``w:`` left out)."""
    return next(element.iterancestors(w(name)), None) is not None

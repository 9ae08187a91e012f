"""What a Word file says of itself: core properties, provenance, drafter's own part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.formats.docx.names import NAMESPACE
from drafter.formats.docx.story import Story
from drafter.formats.docx.xml import DECLARATION, escape
from drafter.house import House
from drafter.model import Document, kind_named

_STANDARD_DAY = "2012-07-01"  # GB/T 9704-2012 came into force: a date that is no clock's
_DAY = re.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_MARK_WORD = re.compile("文件$|(?:命令|令)$")
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all custom properties
_DOC_PROPS = "http://schemas.openxmlformats.org/officeDocument/2006"
_ABOUT = "关于"  # what a title says from here on is one phrase


def core(document: Document, house: House) -> str:
    """Write the core properties: title, author organ, the document's own date."""
    day = next(filter(None, map(_day, _dates(document))), _STANDARD_DAY)
    stamp = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(_title(document))}</dc:title>"
        f"<dc:creator>{escape(_author(document, house))}</dc:creator>"
        f"<dcterms:created {stamp}</dcterms:created><dcterms:modified {stamp}</dcterms:modified>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _day(text: str) -> str:
    """Give the first date in a line as a day of the calendar; empty where there is none."""
    from datetime import date

    found = _DAY.search(text)
    if found is None:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def _dates(document: Document) -> list[str]:
    return [line.text for line in (document.date, *document.dateline, document.print_date)]


def _title(document: Document) -> str:
    """Name the document: its title; of one without, mark and number (云溪县人民政府令第3号).

    Its own line breaks go, but for one that parts two organs, or two halves of a speech's title:
    those stay apart.
    """
    mark = " ".join(line.text for line in document.masthead) + document.number.text
    kind = kind_named(document.kind)
    words, *lines = (document.title.text or mark or (kind.name if kind else "")).split("\n")
    for line in lines:
        words += ("" if _ABOUT in words or line.startswith(_ABOUT) else " ") + line
    return words


def _author(document: Document, house: House) -> str:
    """Name the author organ: who signs, whose mark it bears, who prints or speaks.

    Over a 签名章 a person signs, for the organ of the mark.
    """
    lines = (*document.signature, *document.masthead, document.printer, *document.byline)
    if house.signature.form == "stamp":
        lines = (*document.masthead, *document.signature)
    named = next((line.text for line in lines if line), "").replace("\n", " ")
    return _MARK_WORD.sub("", named) or "drafter"


def own_part(document: Document, story: Story) -> str:
    """Write what only drafter knows: kind and house, the hints of gaps, sizes of pictures."""
    gaps = "".join(
        f'<gap number="{number}" name="{escape(gap.name)}" hint="{escape(gap.hint)}"'
        f' ask="{escape(gap.ask)}"/>'
        for number, gap in enumerate(story.gaps, 1)
    )
    images = "".join(
        f'<image number="{number}" width="{image.width_mm:g}" height="{image.height_mm:g}"/>'
        for number, image in enumerate(story.pictures, 1)
    )
    attachments = "".join(f"<attachment {_facts(inner)}/>" for inner in document.attachments)
    return (
        f'{DECLARATION}<document xmlns="{NAMESPACE}" {_facts(document)}>'
        f"{attachments}{gaps}{images}</document>"
    )


def _facts(document: Document) -> str:
    return f'kind="{document.kind}" house="{escape(document.house)}"'


def own_properties() -> str:
    """Write what tells Word of drafter's own part."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{namespace}"'
        ' ds:itemID="{7A1D3B52-4C0E-4E0B-9C55-9704201207AA}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def custom(properties: Sequence[tuple[str, str]]) -> str:
    """Write custom properties, all of them words."""
    inner = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_DOC_PROPS}/custom-properties"'
        f' xmlns:vt="{_DOC_PROPS}/docPropsVTypes">{inner}</Properties>'
    )

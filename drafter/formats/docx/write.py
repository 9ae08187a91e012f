"""A document as a Word file, its XML written straight from the model."""

from __future__ import annotations

import re

from drafter.formats.docx.colophon import colophon, plain_colophon
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.head import head, title, under_title
from drafter.formats.docx.masthead import plain_masthead
from drafter.formats.docx.names import (
    ATTACHMENT_STARTS,
    CLOSING_STARTS,
    ENCLOSED_STARTS,
    NAMESPACE,
)
from drafter.formats.docx.package import Part, package, packed
from drafter.formats.docx.picture import media_name, media_type
from drafter.formats.docx.static import (
    STATIC_RELATIONS,
    Relation,
    content_types,
    relations,
    section,
    static_parts,
)
from drafter.formats.docx.story import Story
from drafter.formats.docx.tail import tail
from drafter.formats.docx.xml import DECLARATION, NAMESPACES, escape
from drafter.house import House
from drafter.model import Document, Para, kind_named
from drafter.model.shown import attachment_marks

_STANDARD_DAY = "2012-07-01"  # GB/T 9704-2012 came into force: a date that is no clock's
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def write(document: Document, house: House) -> bytes:
    """Write a document in the look of a house; the same input gives the same bytes."""
    story = Story(house)
    body = _story(document, story) + section(house)
    texts = {
        "docProps/core.xml": _core(document),
        "word/document.xml": (
            f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relations((*STATIC_RELATIONS, *_images(story))),
        "customXml/item1.xml": _own_part(document, story),
        "customXml/itemProps1.xml": _own_properties(),
        "customXml/_rels/item1.xml.rels": relations(
            (("rId1", "customXmlProps", "itemProps1.xml"),)
        ),
    }
    media = {suffix: kind for suffix, kind in map(media_type, story.pictures)}
    first = {
        "[Content_Types].xml": content_types(media),
        "_rels/.rels": relations(_ROOT),
    }
    parts = [packed(name, text.encode()) for name, text in (first | texts).items()]
    return package((*parts[:2], *static_parts(house), *parts[2:], *_media(story)))


_ROOT: tuple[Relation, ...] = (
    ("rId1", "officeDocument", "word/document.xml"),
    ("rId2", "core-properties", "docProps/core.xml"),
)


def _story(document: Document, story: Story) -> str:
    flow = Flow(story)
    head(flow, document)
    _text(flow, document)
    tail(flow, document)
    for attachment, mark in zip(document.attachments, attachment_marks(document), strict=True):
        _attachment(flow, attachment, mark)
    colophon(flow, document)
    return flow.finish()


def _text(flow: Flow, document: Document) -> None:
    flow.blocks(document.body)
    if document.closing:
        flow.close()
        flow.mark(flow.story.bookmark(CLOSING_STARTS))
        flow.blocks(document.closing, "closing")


def _attachment(flow: Flow, attachment: Document, mark: Para) -> None:
    """Write an attachment on a page of its own: mark on the first line, title on the third."""
    starts = ENCLOSED_STARTS if attachment.enclosed else ATTACHMENT_STARTS
    flow.close()
    flow.mark(flow.story.bookmark(starts))
    flow.new_page()
    if mark:
        flow.add("mark", flow.story.words(mark))
    plain_masthead(flow, attachment)
    title(flow, attachment.title, 1 if mark else 0)
    under_title(flow, attachment)
    _text(flow, attachment)
    tail(flow, attachment)
    plain_colophon(flow, attachment)


def _images(story: Story) -> tuple[Relation, ...]:
    return tuple(
        (f"rIdImage{number}", "image", media_name(image, number))
        for number, image in enumerate(story.pictures, 1)
    )


def _media(story: Story) -> list[Part]:
    return [
        packed(f"word/{media_name(image, number)}", image.data)
        for number, image in enumerate(story.pictures, 1)
    ]


def _core(document: Document) -> str:
    """Write the core properties: title, author organ, the document's own date."""
    found = next(filter(None, (_DAY.search(text) for text in _dates(document))), None)
    day = "{:0>4}-{:0>2}-{:0>2}".format(*found.groups()) if found else _STANDARD_DAY
    stamp = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(_title(document))}</dc:title>"
        f"<dc:creator>{escape(_author(document))}</dc:creator>"
        f"<dcterms:created {stamp}</dcterms:created><dcterms:modified {stamp}</dcterms:modified>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _dates(document: Document) -> list[str]:
    return [line.text for line in (document.date, *document.dateline, document.print_date)]


def _title(document: Document) -> str:
    kind = kind_named(document.kind)
    return document.title.text.replace("\n", "") or (kind.name if kind else "")


def _author(document: Document) -> str:
    """Name the author organ: who signs, whose mark it bears, who prints or speaks."""
    lines = (*document.signature, *document.masthead, document.printer, *document.byline)
    named = next((line.text for line in lines if line), "")
    return named.removesuffix("文件").replace("\n", "") or "drafter"


def _own_part(document: Document, story: Story) -> str:
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


def _own_properties() -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{namespace}"'
        ' ds:itemID="{7A1D3B52-4C0E-4E0B-9C55-9704201207AA}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )

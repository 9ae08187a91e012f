"""A document as a Word file, its XML written straight from the model."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.docx.colophon import colophon, plain_colophon
from drafter.formats.docx.comments import comments_part
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.head import addressee, head, title, under_title
from drafter.formats.docx.masthead import plain_masthead
from drafter.formats.docx.names import (
    ATTACHMENT_STARTS,
    CLOSING_STARTS,
    ENCLOSED_STARTS,
)
from drafter.formats.docx.package import Part, package, packed
from drafter.formats.docx.pages import Ending, ending, heading_at_foot, holds_recipients
from drafter.formats.docx.picture import media_name, media_type
from drafter.formats.docx.properties import core, custom, own_part, own_properties
from drafter.formats.docx.static import (
    Relation,
    content_types,
    relations,
    static_parts,
    static_relations,
)
from drafter.formats.docx.story import Story
from drafter.formats.docx.tail import tail
from drafter.formats.docx.xml import DECLARATION, NAMESPACES
from drafter.house import House
from drafter.model import Document, Para, Table
from drafter.model.shown import attachment_marks


def write(
    document: Document,
    house: House,
    *,
    comments: bool = False,
    provenance: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Write a document in the look of a house; the same input gives the same bytes.

    ``comments`` puts the hint of every gap and whom to ask into Word comments; ``provenance`` are
    names and values for the file's custom properties.
    """
    flow = Flow(Story(house, commented=comments))
    body = _story(document, flow)
    return assembled(document, flow, body, provenance)


def assembled(
    document: Document, flow: Flow, body: str, provenance: Sequence[tuple[str, str]]
) -> bytes:
    """Put a file together around the text (XML) that a flow has written."""
    story = flow.story
    texts = _texts(document, story, body, provenance, flow.turned)
    media = {suffix: kind for suffix, kind in map(media_type, story.pictures)}
    fixed = static_parts(story.house, landscape=flow.turned)
    names = (*texts, *(part.name for part in fixed))
    head = {
        "[Content_Types].xml": content_types(names, media),
        "_rels/.rels": relations(_ROOT + (_CUSTOM if provenance else ())),
    }
    first = [packed(name, text.encode()) for name, text in head.items()]
    rest = [packed(name, text.encode()) for name, text in texts.items()]
    return package((*first, *fixed, *rest, *_media(story)))


def _texts(
    document: Document,
    story: Story,
    body: str,
    provenance: Sequence[tuple[str, str]],
    turned: bool,
) -> dict[str, str]:
    """Give the parts that hang on the document."""
    links = static_relations(landscape=turned) + _images(story)
    found = {
        "docProps/core.xml": core(document, story.house),
        "word/document.xml": (
            f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        ),
        "customXml/item1.xml": own_part(document, story),
        "customXml/itemProps1.xml": own_properties(),
        "customXml/_rels/item1.xml.rels": relations(
            (("rId1", "customXmlProps", "itemProps1.xml"),)
        ),
    }
    if story.comments:
        found["word/comments.xml"] = comments_part(story)
        links += (("rIdComments", "comments", "comments.xml"),)
    if provenance:
        found["docProps/custom.xml"] = custom(provenance)
    found["word/_rels/document.xml.rels"] = relations(links)
    return found


_ROOT: tuple[Relation, ...] = (
    ("rId1", "officeDocument", "word/document.xml"),
    ("rId2", "core-properties", "docProps/core.xml"),
)
_CUSTOM: tuple[Relation, ...] = (("rId3", "custom-properties", "docProps/custom.xml"),)


def _story(document: Document, flow: Flow) -> str:
    house = flow.story.house
    lines = head(flow, document)
    room = holds_recipients(document, house, lines)
    lines += addressee(flow, document, here=room)
    flow.foot = heading_at_foot(document, house, lines)
    _text(flow, document)
    tail(flow, document, ending(document, house, lines, addressed=room))
    for attachment, mark in zip(document.attachments, attachment_marks(document), strict=True):
        _attachment(flow, attachment, mark)
    colophon(flow, document, () if room else document.salutation)
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
    first = attachment.body[0] if attachment.body else None
    flow.turn(landscape=isinstance(first, Table) and first.landscape)
    flow.close()
    flow.mark(flow.story.bookmark(starts))
    flow.new_page()
    if mark:
        flow.add("mark", flow.story.words(mark))
    plain_masthead(flow, attachment)
    if attachment.title:
        title(flow, attachment.title, 1 if mark else 0)
    under_title(flow, attachment)
    addressee(flow, attachment)
    _text(flow, attachment)
    tail(flow, attachment, Ending(flow.story.house.signature.before_lines))
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

"""What stands before the text: 版头, title, the lines under it, whom it addresses."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.masthead import masthead
from drafter.formats.docx.names import OWN_BREAKS
from drafter.formats.docx.styles import line_spacing
from drafter.model import Document, Para, Text

_UNDER_TITLE = ("subtitle", "preamble", "byline", "dateline")


def head(flow: Flow, document: Document) -> None:
    """Write everything down to the salutation."""
    if document.mark:
        flow.add("mark", flow.story.words(document.mark))
    ruled = masthead(flow, document)
    before = flow.story.house.looks["title"].before_lines if ruled else 0
    title(flow, document.title, before)
    under_title(flow, document)


def under_title(flow: Flow, document: Document) -> None:
    """Write the lines between title and text, then whom it addresses."""
    for role in _UNDER_TITLE:
        for line in getattr(document, role):
            flow.add(role, flow.story.words(line))
    for line in document.salutation:
        flow.add("salutation", flow.story.words(line))


def title(flow: Flow, para: Para, before_lines: float) -> None:
    """Write a title; breaks of the writer's own are marked, to be told from the page's."""
    if not para:
        return
    house = flow.story.house
    words = flow.story.words(para)
    if any("\n" in inline.text for inline in para.inlines if isinstance(inline, Text)):
        words = flow.story.bookmark(OWN_BREAKS, words)
    flow.add("title", words, line_spacing(house, house.looks["title"], before_lines))

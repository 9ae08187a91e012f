"""How long a document and its parts are, in characters and in minutes of speech."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.model.chars import words
from drafter.model.document import Document
from drafter.model.inline import Para
from drafter.model.nodes import Block, Points, Section
from drafter.model.walk import SectionCount, block_paras, plain, point_labels, point_lead

PACE = 180
"""Characters a minute, read aloud: the middle of the customary 160 to 200 (实务)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document: what it is (role), its heading, its length, what lies below it.

    ``chars`` counts every character but white space and gaps, the parts below included.
    """

    role: str
    label: str
    title: str
    chars: int
    points: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=())

    def minutes(self, pace: int = PACE) -> float:
        """Give the speaking time at a pace in characters a minute."""
        return round(self.chars / pace, 1)


def parts(document: Document) -> Part:
    """Give a document's build as a tree: opening, sections, closing, attachments."""
    heads = [block for block in document.body if isinstance(block, Section)]
    opening = tuple(block for block in document.body if not isinstance(block, Section))
    found = [_text("opening", opening)] if opening else []
    count = SectionCount()
    found += [_section(head, count.label(head)) for head in heads]
    if document.closing:
        found.append(_text("closing", document.closing))
    found += [_attachment(attachment) for attachment in document.attachments]
    length = sum(part.chars for part in found)
    return Part("document", "", document.title.text.replace("\n", ""), length, parts=tuple(found))


def _attachment(attachment: Document) -> Part:
    inner = parts(attachment)
    return Part("attachment", attachment.mark.text, inner.title, inner.chars, parts=inner.parts)


def _text(role: str, blocks: Iterable[Block]) -> Part:
    blocks = tuple(blocks)
    return Part(role, "", "", _chars(blocks), _points(blocks))


def _section(section: Section, label: str) -> Part:
    inner = [block for block in section.blocks if isinstance(block, Section)]
    own = tuple(block for block in section.blocks if not isinstance(block, Section))
    count = SectionCount()
    return Part(
        "section",
        label,
        section.title.text,
        _chars((section,)),
        _points(own),
        tuple(_section(child, count.label(child)) for child in inner),
    )


def _points(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(
        label + point_lead(item)
        for block in blocks
        if isinstance(block, Points)
        for item, label in zip(block.items, point_labels(block), strict=True)
    )


def _chars(blocks: Iterable[Block]) -> int:
    return sum(_length(para) for block in blocks for para in block_paras(block))


def _length(para: Para) -> int:
    return len(words(plain(para)))

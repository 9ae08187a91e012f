"""What a format reader hands over: lines exactly as found, before anyone has said what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from drafter.model import Document, Image, Inline, Span, Table


class Role(StrEnum):
    """What a line is. The names are those of the published line format (``--lines``)."""

    TITLE = "title"  # 标题, every line of it
    SUBTITLE = "subtitle"  # 副标题: ——在…会议上的讲话, （征求意见稿）
    DOCNUMBER = "docnumber"  # 发文字号
    SALUTATION = "salutation"  # 主送机关, 称呼, also again in the middle: 各位代表！
    BODY = "body"
    H1 = "h1"
    H2 = "h2"
    H3 = "h3"
    H4 = "h4"
    CLOSING = "closing"  # 结束语: 特此通知。 and the last call of a speech
    ATTACHMENT = "attachment"  # 附件说明
    SIGNATURE = "signature"  # 署名, under the title or at the end
    DATE = "date"
    NOTE = "note"  # 版头 and 版记 pieces, 题注, 附注
    JUNK = "junk"  # not part of the document: adverts, navigation, page numbers
    BLANK = "blank"

    @property
    def level(self) -> int:
        """The level of a heading, 0 for everything else."""
        return int(self.value[1]) if self.value[0] == "h" and self.value[1:].isdigit() else 0


@dataclass(frozen=True, slots=True)
class FoundLook:
    """How a Word paragraph really looks, styles resolved. Sizes in points, indents in twips."""

    font: str = ""
    size_pt: float = 0.0
    bold: bool = False
    align: str = ""  # left, center, right, both
    outline_level: int = 0  # 1 for Heading 1; 0: body text


@dataclass(frozen=True, slots=True)
class Spot:
    """An ordinal inside a line (一是), and how far its head phrase goes. Half-open offsets."""

    ordinal: Span
    lead: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a line was taken to be, and why.

    Offsets are characters of the line's own text. ``element`` names the field of the document
    the line belongs to where its role leaves that open (byline or signature, masthead or notes);
    ``number`` covers the mark of a heading or list item, ``title`` a heading's words without
    number and stop. ``opens`` says that an attachment begins here ("attachment", or "enclosed"
    for one without the word 附件), or that the line is the whole document's, though it stands
    after its attachments ("document", as the 版记 does).

    What only a source that knows its own structure says: ``level`` of a heading deeper than the
    roles go, ``rest``, where the text that runs on from a heading begins, ``closes``: the line
    stands in the closing.
    """

    role: Role
    element: str = ""
    number: Span | None = None
    title: Span | None = None
    run_in: bool = False
    points: tuple[Spot, ...] = ()
    why: tuple[str, ...] = ()
    sure: float = 1.0
    opens: str = ""
    level: int = 0
    rest: int = -1
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line or Word paragraph.

    ``text`` is its words as shown (an automatic number spelled out, a gap as 【name】);
    ``inlines`` are given where it holds gaps, ``block`` where it stands for a table or picture.
    ``given`` is what the source itself says the line is: nobody has to guess then.
    """

    text: str
    at: Span
    look: FoundLook | None = None
    style: str = ""
    inlines: tuple[Inline, ...] | None = None
    block: Table | Image | None = None
    given: Judgement | None = None


SURE = 0.66
"""What a judgement at least has of ``sure`` where nothing else was nearly as likely."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, its lines as found, what each was taken to be, and the document they make.

    The lines tile ``text``: every character but white space stands exactly once in ``document``
    or in ``junk``.
    """

    text: str
    lines: tuple[Line, ...]
    judgements: tuple[Judgement, ...]
    document: Document
    junk: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def doubtful(self) -> tuple[int, ...]:
        """Indexes of the lines that could as well be something else."""
        return tuple(at for at, one in enumerate(self.judgements) if one.sure < SURE)

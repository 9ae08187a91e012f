"""Walk through the lines once and say of each which part of which document it stands in.

A text may hold several documents, one after another: a notice, then the plan it issues, then its
attachments. Each has a head, a text and a tail; the walk knows in which it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from drafter.errors import N_
from drafter.reading import shapes, words
from drafter.reading.evidence import Evidence, Verdict, weigh
from drafter.reading.facts import Facts
from drafter.reading.furniture import Furniture
from drafter.reading.head import Head, head_evidence
from drafter.reading.junk import label_of
from drafter.reading.line import Role
from drafter.reading.outlook import (
    COLUMNS,
    FAR,
    HEAD_REACH,
    SIGN_REACH,
    Outlook,
    is_long,
    is_text,
    opens_text,
    survey,
)
from drafter.reading.tail import attachment_part, can_sign, is_listed, tail_note

_HEADER_LINES = 4
"""How many lines of the red header may stand between the organ's name and the title."""


class Zone(Enum):
    """Where in a document the walk stands."""

    HEAD = auto()
    TEXT = auto()
    LIST = auto()  # the attachment list
    TAIL = auto()
    LINKS = auto()  # the link list of a web page


@dataclass(slots=True)
class Placed:
    """A line with what its place says of it, and the number of the document it stands in."""

    facts: Facts
    verdict: Verdict
    piece: int


@dataclass(slots=True)
class Walk:
    """The walk's state."""

    rows: Sequence[Facts]
    ahead: Outlook
    furniture: Furniture
    zone: Zone = Zone.HEAD
    head: Head = field(default_factory=Head)
    piece: int = 0
    marked: bool = False  # the piece opened with the word 附件
    placed: list[Placed] = field(default_factory=list)

    def run(self) -> list[Placed]:
        """Place every line."""
        for at in range(len(self.rows)):
            verdict = self.step(at)
            self.placed.append(Placed(self.rows[at], verdict, self.piece))
        return self.placed

    def step(self, at: int) -> Verdict:
        """Place one line."""
        row = self.rows[at]
        if row.line.given:
            return self.keep(row)
        junk = self.junk(at)
        if junk:
            return junk
        if self._is_table_row(at):
            self.zone = Zone.TEXT
            return _body(N_("cells parted by tabs: a row of a table"))
        match self.zone:
            case Zone.HEAD:
                return self.at_head(at)
            case Zone.TEXT:
                return self.in_text(at)
            case Zone.LIST | Zone.TAIL | Zone.LINKS:
                return self.at_tail(at)

    def _is_table_row(self, at: int) -> bool:
        """Tell whether tabs part a line into cells: three or more, or as many as beside it."""
        cells = self.rows[at].cells
        beside = (*self.rows[max(at - 1, 0) : at], *self.rows[at + 1 : at + 2])
        return cells >= COLUMNS or (cells > 1 and any(row.cells == cells for row in beside))

    def after(self, at: int) -> Facts | None:
        """Give the next line that is not blank."""
        return self.rows[at + 1] if at + 1 < len(self.rows) else None

    def keep(self, row: Facts) -> Verdict:
        """Follow what the source itself says."""
        assert row.line.given is not None
        role = row.line.given.role
        if role in (Role.TITLE, Role.SUBTITLE, Role.DOCNUMBER) and self.zone is not Zone.HEAD:
            self.open_piece()
        if role is Role.BODY or role.level or role is Role.SALUTATION:
            self.zone = Zone.TEXT
        self.head.note(role, row.text)
        return Verdict(role, row.line.given.element, (), 1.0)

    def junk(self, at: int) -> Verdict | None:
        """Recognise a line of page furniture, whatever the zone."""
        found = self.furniture.judge(
            at, inside=self.zone is Zone.TEXT, links=self.zone is Zone.LINKS
        )
        if found and self.furniture.opens_links(at):
            self.zone = Zone.LINKS
        return found

    # head

    def at_head(self, at: int) -> Verdict:
        """Place a line before the text has begun."""
        row = self.rows[at]
        if shapes.is_addressee(row) or shapes.is_call(row):
            self.zone = Zone.TEXT
            return Verdict(Role.SALUTATION, "salutation", (_names(row),), 0.95)
        if self._is_addressed(at):
            self.zone = Zone.TEXT
            why = N_("ends in a colon between title and text")
            return Verdict(Role.SALUTATION, "salutation", (why,), 0.7)
        part = attachment_part(row)
        if part == "mark":
            return self.open_attachment()
        waiting = self.ahead.call[at] <= HEAD_REACH
        if is_long(row) and not self._is_note(row):
            self.zone = Zone.HEAD if waiting else Zone.TEXT
            return self.in_text(at) if not waiting else _body(N_("a long paragraph"))
        if opens_text(row) and not waiting and not self._is_note(row):
            self.zone = Zone.TEXT
            return self.in_text(at)
        self.head.title_ahead = self._title_ahead(at)
        found = list(head_evidence(row, self.after(at), self.head))
        if waiting and row.ends_sentence:
            found.append(Evidence(Role.JUNK, 2, N_("a sentence between title and addressee")))
        elif not row.ends_sentence and Role.SIGNATURE in self.head.seen:
            found.append(Evidence(Role.JUNK, 1, N_("stands between the speaker and the text")))
        verdict = weigh(found)
        self.head.note(verdict.role, row.text)
        if verdict.role is Role.TITLE:
            verdict = verdict._replace(element=self.title_element())
        elif verdict.role is Role.BODY and not (waiting and Role.TITLE not in self.head.seen):
            self.zone = Zone.TEXT
        return verdict

    def _is_addressed(self, at: int) -> bool:
        """Tell whether a line can only be the addressee by its place, though it names no organ."""
        row, after = self.rows[at], self.after(at)
        if row.last not in "：:" or not self.head.complete or len(row.text) > 30 or row.mark:
            return False
        names = row.text[:-1]
        if any(char in names for char in "。，！？：:") or names.endswith(words.ANNOUNCING):
            return False
        return not label_of(row) and after is not None and is_text(after)

    def _title_ahead(self, at: int) -> bool:
        """Tell whether a line that may be the title stands between the next line and the text."""
        for row in self.rows[at + 2 : at + 2 + _HEADER_LINES]:
            if is_text(row) or shapes.is_call(row) or shapes.is_addressee(row):
                return False
            if shapes.bare(row) and not shapes.is_date(row) and not shapes.is_organ_and_date(row):
                return True
        return False

    def _is_note(self, row: Facts) -> bool:
        return shapes.is_bracketed(row) and Role.TITLE in self.head.seen

    def title_element(self) -> str:
        """Say whether a title opens a document printed inside another."""
        first = self.head.lines == 1 and self.piece > 0 and not self.marked
        return "enclosed" if first else ""

    # text

    def in_text(self, at: int) -> Verdict:
        """Place a line of the text, or find that the text has ended."""
        row = self.rows[at]
        if shapes.is_call(row) and row.last not in ",，" and row.short:
            return Verdict(Role.SALUTATION, "", (_names(row),), 0.95)
        tail = self.tail_line(at) or self._copies(at)
        if tail:
            return tail
        if self.opens_inside(at):
            self.open_piece()
            return self.at_head(at)
        return _body()

    def opens_inside(self, at: int) -> bool:
        """Tell whether the title of a document printed inside stands here, without a tail before.

        What follows a title shows it: a date or an enactment in brackets, a subtitle, 第一章.
        """
        row = self.rows[at]
        if not shapes.bare(row) or at + 1 >= len(self.rows) or row.ends_sentence:
            return False
        after = self.rows[at + 1]
        if (
            shapes.bare(after)
            and after.text.endswith(words.KINDS_OF_TEXT)
            and at + 2 < len(self.rows)
        ):
            after = self.rows[at + 2]
        if after.mark and after.mark.raw[0] == "第" and after.mark.number == 1:
            return row.text.endswith(words.KINDS_OF_TEXT)
        if shapes.is_bracketed(after) and shapes.holds_date(after):
            return True
        return after.text.startswith("——") and row.blank_before and not row.mark

    # tail

    def _copies(self, at: int) -> Verdict | None:
        """Recognise copies and printing where no date stands before them."""
        note = tail_note(self.rows[at]) if not self.ahead.text[at] else None
        if note is None or note.element not in ("copies", "printer"):
            return None
        self.zone = Zone.TAIL
        return weigh([note])

    def tail_line(self, at: int) -> Verdict | None:
        """Recognise the lines that end a text: attachment list, signature, date."""
        row = self.rows[at]
        part = attachment_part(row)
        if part:
            return self.attachment(at, part)
        if shapes.is_date(row) and not self._dates_text(at):
            self.zone = Zone.TAIL
            return Verdict(
                Role.DATE, "date", (N_("a date alone on its line, after the text"),), 0.95
            )
        if shapes.is_organ_and_date(row):
            self.zone = Zone.TAIL
            return Verdict(Role.SIGNATURE, "signature", (N_("an organ and a date"),), 0.9)
        if can_sign(row) and self.ahead.date[at] <= SIGN_REACH:
            self.zone = Zone.TAIL
            return Verdict(Role.SIGNATURE, "signature", (N_("stands before the date"),), 0.95)
        if self.ahead.date[at] >= FAR and not self.ahead.text[at] and self._signs_alone(row):
            self.zone = Zone.TAIL
            return Verdict(
                Role.SIGNATURE, "signature", (N_("an organ's name after the text"),), 0.7
            )
        return None

    def _dates_text(self, at: int) -> bool:
        """Tell whether a date heads the paragraph after it, as in a chronicle."""
        after = self.after(at)
        signed = at > 0 and self.placed[at - 1].verdict.role is Role.SIGNATURE
        if signed or self.zone is not Zone.TEXT or after is None:
            return False
        return is_text(after) and tail_note(after) is None

    def _signs_alone(self, row: Facts) -> bool:
        organ = shapes.is_organ(row) or shapes.is_office_and_name(row)
        return organ and can_sign(row) and row.blank_before and len(row.tight) <= 30

    def attachment(self, at: int, part: str) -> Verdict | None:
        """Place a line that begins with 附件."""
        after = self.after(at)
        if part == "open":
            part = "list" if self.zone is Zone.TEXT or (after and is_listed(after)) else "mark"
        if part == "mark":
            return self.open_attachment()
        self.zone = Zone.LIST
        return Verdict(
            Role.ATTACHMENT, "attachment_list", (N_("begins with 附件：, after the text"),), 0.95
        )

    def open_attachment(self) -> Verdict:
        """Begin the page of an attachment."""
        self.open_piece()
        self.marked = True
        return Verdict(
            Role.ATTACHMENT, "mark", (N_("the word 附件 alone opens an attachment"),), 0.9
        )

    def at_tail(self, at: int) -> Verdict:
        """Place a line after the text has ended: more tail, or the head of the next document."""
        row = self.rows[at]
        if self.zone is Zone.LIST and (is_listed(row) or self._continues_list(at)):
            return Verdict(
                Role.ATTACHMENT, "attachment_list", (N_("goes on with the attachments"),), 0.9
            )
        tail = self.tail_line(at)
        if tail:
            return tail
        note = tail_note(row)
        if note:
            self.zone = Zone.TAIL
            return weigh([note])
        if is_text(row) or not self.ahead.text[at]:
            self.zone = Zone.TEXT
            return _body(N_("text after the date"))
        self.open_piece()
        return self.at_head(at)

    def _continues_list(self, at: int) -> bool:
        """Tell whether 附件： stood alone and this is the one name under it."""
        row, before = self.rows[at], self.rows[at - 1]
        return attachment_part(before) == "open" and not row.ends_sentence and row.short

    def open_piece(self) -> None:
        """Begin the next document."""
        self.zone, self.head, self.marked = Zone.HEAD, Head(), False
        self.piece += 1


def _names(row: Facts) -> str:
    return N_("calls the listeners") if shapes.is_call(row) else N_("names who the text is for")


def _body(reason: str = N_("running text")) -> Verdict:
    return Verdict(Role.BODY, "", (reason,), 0.8)


def place(rows: Sequence[Facts]) -> list[Placed]:
    """Say of every line that is not blank where it stands."""
    ahead = survey(rows)
    return Walk(rows, ahead, Furniture(rows, ahead)).run()

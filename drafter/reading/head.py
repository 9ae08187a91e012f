"""The block at the head of a document: red header, title, subtitle, number, speaker, date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.errors import N_
from drafter.model.kinds import ends_in_kind
from drafter.reading import shapes, words
from drafter.reading.evidence import Evidence
from drafter.reading.facts import Facts
from drafter.reading.line import Role

_DASHES = ("—", "－－", "──", "--", "――", "–", "-")
_QUALIFIERS = ("稿", "试行", "草案", "暂行", "摘要", "节选", "摘编", "版", "本")
_BRACKET = re.compile("[（(][^（(）)]*[）)]$")
_LOOK_LARGE = 18.0
_MOST_TITLE_LINES = 5
_GOING_ON = "，,、"
"""What no title ends in: the sentence goes on on the next line."""


@dataclass(slots=True)
class Head:
    """What a head has shown so far."""

    seen: set[Role] = field(default_factory=set)
    lines: int = 0
    titles: int = 0
    complete: bool = False  # the title has come to the name of a kind of document
    listing: bool = False  # the title is that of a list
    title_ahead: bool = False  # a line that may be the title follows the line being looked at

    def note(self, role: Role, text: str) -> None:
        """Remember that a line of this role has been met."""
        self.seen.add(role)
        self.lines += 1
        if role is Role.TITLE:
            self.titles += 1
            name = _BRACKET.sub("", text)
            self.complete = name.endswith(words.KINDS_OF_TEXT)
            self.listing = name.endswith(words.LISTS) and not name.endswith("代表")


def head_evidence(facts: Facts, after: Facts | None, head: Head) -> Iterator[Evidence]:
    """Collect what speaks for each role a line at the head can have; ``after`` is the next."""
    yield from header_evidence(facts, head)
    yield from _masthead(facts, after, head)
    yield from _under_title(facts, head)
    yield from _author(facts, head)
    yield from _issuer(facts, after, head)
    yield from _title(facts, head)
    yield from _look(facts)
    if head.listing and not shapes.is_bracketed(facts):
        yield Evidence(Role.BODY, 4.5, N_("under the title of a list"))


def header_evidence(facts: Facts, head: Head) -> Iterator[Evidence]:
    """Collect what shows a line of the 版头: number, secrecy, the organ's mark."""
    tight = facts.tight
    if not tight:
        return
    number = tight.partition("签发人")[0] or tight
    if shapes.is_docnumber(number) or shapes.is_docnumber(tight.partition("：")[2]):
        yield Evidence(Role.DOCNUMBER, 5, N_("has the form of a document number"))
    if tight in words.URGENCIES:
        yield Evidence(Role.NOTE, 5, N_("a degree of urgency"), "urgency")
    if tight.startswith(words.SECRECIES) and len(tight) <= 12:
        yield Evidence(Role.NOTE, 5, N_("a grade of secrecy"), "secrecy")
    if tight.isdigit() and len(tight) == 6 and Role.TITLE not in head.seen:
        yield Evidence(Role.NOTE, 5, N_("six figures: the copy's number"), "copy_number")
    if tight.startswith("签发人"):
        yield Evidence(Role.NOTE, 5, N_("names who signed"), "signers")


def _masthead(facts: Facts, after: Facts | None, head: Head) -> Iterator[Evidence]:
    """Collect what shows the red header (发文机关标志) and the line under that of a 简报."""
    tight = facts.tight
    if not tight or Role.TITLE in head.seen or "关于" in tight:
        return
    if tight.endswith("文件"):
        yield Evidence(Role.NOTE, 4, N_("an organ's name and 文件: the red header"), "masthead")
    elif after and shapes.is_docnumber(after.tight) and head.title_ahead:
        if shapes.is_organ(facts):
            yield Evidence(Role.NOTE, 4, N_("an organ's name above the number"), "masthead")
        elif ends_in_kind(tight):
            yield Evidence(Role.NOTE, 4, N_("what is issued, above its number"), "masthead")
    if shapes.is_organ_and_date(facts) and Role.DOCNUMBER in head.seen:
        yield Evidence(Role.NOTE, 4, N_("who issues it and when, under the number"), "preamble")
    elif Role.NOTE in head.seen and tight.endswith(words.EDITING) and shapes.bare(facts):
        yield Evidence(Role.SIGNATURE, 3, N_("tells who edits the bulletin"), "byline")


def _under_title(facts: Facts, head: Head) -> Iterator[Evidence]:
    tight, titled = facts.tight, Role.TITLE in head.seen
    if not tight:
        return
    if shapes.is_date(facts):
        yield Evidence(Role.DATE, 5, N_("a date alone on its line, at the head"), "dateline")
    elif shapes.holds_date(facts) and any(verb in tight for verb in words.ENACTING) and titled:
        yield Evidence(Role.NOTE, 5, N_("tells when the text was passed or published"), "preamble")
    elif tight.startswith(_DASHES) and titled:
        yield Evidence(Role.SUBTITLE, 5, N_("begins with a dash, under the title"))
    elif shapes.is_time_and_place(facts) and titled:
        yield Evidence(Role.DATE, 4, N_("tells time and place"), "dateline")
    elif shapes.is_bracketed(facts) and titled:
        yield from _bracketed(facts)


def _author(facts: Facts, head: Head) -> Iterator[Evidence]:
    """Collect what shows who speaks or writes, under the title."""
    titled, name = Role.TITLE in head.seen, shapes.name_after_organ(facts)
    whole = head.complete or Role.SUBTITLE in head.seen
    if shapes.is_office_and_name(facts):
        yield Evidence(Role.SIGNATURE, 4, N_("an office and a name"), "byline")
    elif titled and name and (whole or name[0] in words.SURNAMES):
        yield Evidence(Role.SIGNATURE, 4, N_("an organ and a person's name"), "byline")
    elif head.complete and shapes.is_office(facts):
        yield Evidence(Role.SIGNATURE, 3, N_("an office, under a whole title"), "byline")
    elif titled and shapes.is_names(facts):
        yield Evidence(Role.SIGNATURE, 4, N_("persons' names, under the title"), "byline")
    elif titled and shapes.is_name(facts) and not facts.tight.endswith(words.KINDS_OF_TEXT):
        yield Evidence(
            Role.SIGNATURE, 4, N_("as short as a person's name, under the title"), "byline"
        )


def _issuer(facts: Facts, after: Facts | None, head: Head) -> Iterator[Evidence]:
    if facts.tight.startswith(words.SPEAKERS) and re.search("[：:]", facts.tight):
        yield Evidence(Role.SIGNATURE, 4, N_("a label names the speaker"), "byline")
    if Role.TITLE not in head.seen or not shapes.is_organ(facts):
        return
    if after and shapes.is_date(after):
        yield Evidence(Role.SIGNATURE, 3, N_("an organ's name, then a date"), "byline")
    elif head.complete and "关于" not in facts.text:
        yield Evidence(Role.SIGNATURE, 1.5, N_("an organ's name under a whole title"), "byline")


def _bracketed(facts: Facts) -> Iterator[Evidence]:
    inner = facts.tight[1:-1]
    if shapes.holds_date(facts) and shapes.names_organ_first(facts.text[1:-1]):
        yield Evidence(Role.SIGNATURE, 4, N_("an organ and a date in brackets"), "byline")
    elif shapes.holds_date(facts):
        yield Evidence(Role.DATE, 4, N_("a date in brackets"), "dateline")
    elif inner.endswith(_QUALIFIERS) or "稿" in inner:
        yield Evidence(Role.SUBTITLE, 4, N_("qualifies the title, in brackets"))
    else:
        yield Evidence(Role.NOTE, 2, N_("in brackets, under the title"), "preamble")


def _title(facts: Facts, head: Head) -> Iterator[Evidence]:
    if facts.ends_sentence or len(facts.text) > 90 or facts.last in _GOING_ON:
        return
    titled = Role.TITLE in head.seen
    after = head.seen & {Role.SIGNATURE, Role.DATE, Role.SUBTITLE, Role.SALUTATION}
    after = after if titled else set()
    labelled = re.search("[：:]", facts.text) is not None
    if not after and head.titles < _MOST_TITLE_LINES and not labelled:
        yield Evidence(Role.TITLE, 1.5 - head.complete, N_("at the head, without a stop"))
    if facts.text.endswith(words.KINDS_OF_TEXT) and Role.DATE not in after:
        yield Evidence(Role.TITLE, 2.0, N_("ends with the name of a kind of document"))
    if "关于" in facts.text and not labelled:
        yield Evidence(Role.TITLE, 1.0, N_("says 关于"))
    if titled and not after and not facts.blank_before and not labelled:
        yield Evidence(Role.TITLE, 0.5, N_("follows a line of the title"))


def _look(facts: Facts) -> Iterator[Evidence]:
    look, style = facts.line.look, facts.line.style.lower()
    if "subtitle" in style or "副标题" in style:
        yield Evidence(Role.SUBTITLE, 4, N_("has the style of a subtitle"))
    elif style in ("title", "标题") or "文件标题" in style:
        yield Evidence(Role.TITLE, 4, N_("has the style of a title"))
    if look and look.align == "center" and look.size_pt >= _LOOK_LARGE and not facts.ends_sentence:
        yield Evidence(Role.TITLE, 2, N_("is large and centred"))

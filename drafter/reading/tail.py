"""The block at the end of a document: attachments, signature, date, notes, copies."""

from __future__ import annotations

import re

from drafter.errors import N_
from drafter.reading import shapes, words
from drafter.reading.evidence import Evidence
from drafter.reading.facts import Facts
from drafter.reading.line import Role

_ATTACHMENT = re.compile(
    "附[件表]\\s*(?P<number>[0-9０-９一二三四五六七八九十]{0,3})\\s*(?P<colon>[：:、.．]?)"
    "|附\\s*(?P<short>[：:])"
)
_NUMBER_FORM = re.compile("[0-9０-９]{1,3}\\s*[.．、]")
_SIGNED_BY = re.compile("[\u4e00-\u9fff]{1,5}[人者][：:][\u4e00-\u9fff、]{2,15}")
_COPYING = re.compile(f"(?:{'|'.join(words.COPYING)})|[报送发][：:]")
_CONTACT = re.compile("|".join(words.CONTACTS))


def attachment_part(facts: Facts) -> str:
    """Tell a line of the attachment list ("list") from one that opens an attachment ("mark").

    Empty if the line is neither.
    """
    found = _ATTACHMENT.match(facts.text)
    if not found or len(facts.text) > 120:
        return ""
    rest = facts.text[found.end() :].strip()
    colon = found["colon"] or found["short"]
    if not rest:
        return "open" if colon and not found["number"] else "mark"
    if facts.ends_sentence or not colon:
        return ""
    return "list"


def is_listed(facts: Facts) -> bool:
    """Tell whether a line can be a further entry of the attachment list: 2.name, no stop."""
    return facts.short and not facts.ends_sentence and _NUMBER_FORM.match(facts.text) is not None


def tail_note(facts: Facts) -> Evidence | None:
    """Recognise a note that follows the date: （此件公开发布）, copies, who printed it."""
    tight = facts.tight or "".join(facts.text[:20].split())
    if shapes.is_bracketed(facts) and len(facts.text) <= 80:
        return Evidence(Role.NOTE, 3, N_("in brackets after the date"), "notes")
    if _COPYING.match(tight):
        return Evidence(Role.NOTE, 4, N_("lists who gets copies"), "copies")
    if facts.tight.endswith(words.PRINTING) and shapes.holds_date(facts):
        return Evidence(Role.NOTE, 4, N_("tells who printed it and when"), "printer")
    if facts.tight.endswith(words.PRINTING) and shapes.bare(facts):
        return Evidence(Role.NOTE, 3, N_("tells who printed it"), "printer")
    if _CONTACT.match(tight):
        return Evidence(Role.NOTE, 3, N_("subject words or whom to ask, at the end"), "notes")
    return None


def lists_copies(facts: Facts) -> bool:
    """Tell whether a line names its readers after a colon: 抄送：, 报：."""
    found = _COPYING.match(facts.text)
    return found is not None and any(mark in facts.text[: found.end() + 4] for mark in "：:")


def can_sign(facts: Facts) -> bool:
    """Tell whether a line can be (part of) a signature: short, bare, no mark, or 申请人：name."""
    if _SIGNED_BY.fullmatch(facts.tight) and not _CONTACT.match(facts.tight):
        return True
    if not shapes.bare(facts) or shapes.is_date(facts) or facts.cells > 1:
        return False
    return not facts.tight[0].isdigit() and facts.tight[0] not in "—－-·（([【〔"

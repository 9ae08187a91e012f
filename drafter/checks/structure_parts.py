"""The parts of a document: sections without words, signature, the list of attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import HEADINGS, Manuscript, Row
from drafter.checks.structure_numbers import numberings
from drafter.model.ordinals import heading_mark
from drafter.pattern import regex
from drafter.reading.line import Role

_END = regex("[。！？：；…，、”’）)》.!?:;】]$")
_LONG = 60
_QUIET = frozenset({Role.BLANK, Role.JUNK})


def single(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a heading numbered first that has no second beside it."""
    for numbering in numberings(manuscript):
        for listed in numbering.lists:
            item = listed.members[0]
            if len(listed.members) == 1 and item.mark.number == 1 and item.alone and item.parent:
                yield Hit(item.row.at, item.start, item.end)


def empty(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a heading with nothing under it: another of its level, or a higher, comes at once."""
    rows = [row for row in manuscript.rows if row.role not in _QUIET]
    alone = sum(1 for row in rows if row.role.level)
    if not any(row.role is Role.BODY for row in rows) or alone * 2 > len(rows):
        return
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        if not row.role.level or row.judgement.run_in or row.text.rstrip()[-1] in "。；：，":
            continue
        ends = after is None or (after.role.level and after.role.level <= row.role.level)
        marked = [heading_mark(one.text.strip()) for one in (row, after) if one is not None]
        whole = after is None or not after.judgement.run_in
        if ends and all(marked) and whole:
            yield Hit(row.at, row.indent, len(row.text.rstrip()))


def end(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a long paragraph that ends without a mark, where the next surely is another."""
    rows = [row for row in manuscript.rows if row.role not in _QUIET]
    for row, after in pairwise(rows):
        text = row.text.rstrip()
        if row.role is not Role.BODY or row.in_table or len(text) <= _LONG or _END.search(text):
            continue
        begins = after.role.level or (after.role is Role.BODY and after.judgement.number)
        if "。" in text and (begins or (row.indent and after.indent)):
            yield Hit(row.at, len(text) - 1, len(text), fix=text[-1] + "。")


_UNSIGNED = frozenset(
    {"minutes", "order", "communique", "resolution", "opinion", "decision", "bill"}
)


def signature(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a numbered document with its recipient that nobody has signed or dated."""
    document, kind = manuscript.document, manuscript.kind
    if not kind.statutory or document.kind in _UNSIGNED:
        return
    if not document.number.text or not document.salutation or not (document.title.text):
        return
    rows = _own(manuscript)
    last = next((row for row in reversed(rows) if row.role in (Role.BODY, Role.CLOSING)), None)
    roles = {row.role for row in rows}
    if last is None or not {Role.SIGNATURE, Role.DATE} - roles:
        return
    what = [name for role, name in _SIGNED if role not in roles]
    text = last.text.rstrip()
    # A copy put on the web often goes without both; one without the other is an omission.
    level = Level.ADVICE if len(what) == len(_SIGNED) else None
    message = "文末没有" + "和".join(what)
    yield Hit(last.at, len(text) - 1, len(text), message=message, level=level)


_SIGNED = ((Role.SIGNATURE, "发文机关署名"), (Role.DATE, "成文日期"))


def _own(manuscript: Manuscript) -> list[Row]:
    """Give the rows of the document itself, without what is attached to it."""
    found: list[Row] = []
    inside = False
    for row in manuscript.rows:
        inside = (inside or bool(row.judgement.opens)) and row.judgement.opens != "document"
        if not inside:
            found.append(row)
    return found


_REFERS = regex(
    "(?<![》的])(?:[详]?见附件|详见附后|附件(?=\\d|[一二三四五六七八九十])[\\d一二三四五六七八九十]+所列)"
)


def attachment_note(manuscript: Manuscript) -> Iterator[Hit]:
    """Find words that send the reader to an attachment of which there is no list."""
    has = any(
        row.role is Role.ATTACHMENT or row.judgement.opens == "attachment"
        for row in manuscript.rows
    )
    listed = any(_LIST.match(row.text.strip()) for row in manuscript.rows)
    if has or listed or manuscript.document.kind in ("text", "speech") or manuscript.is_statute:
        return
    for row in _own(manuscript):
        found = _REFERS.search(row.masked) if row.role in HEADINGS | {Role.BODY} else None
        if found:
            yield Hit(row.at, found.start(), found.end())
            return


_LIST = regex("附件(?:[：:\\d]|$)")
_NOTE = regex("^[ \u3000]*附件([：:])?[ \u3000]*")
_MARKED = regex("^[ \u3000]*(?:附件[：:]?[ \u3000]*)?(\\d{1,2})[.．、](?!\\d)")


def attachment_format(manuscript: Manuscript) -> Iterator[Hit]:
    """Find what is wrong in the list of attachments: its colon, its numbers, its stops."""
    rows = [row for row in manuscript.rows if row.role is Role.ATTACHMENT and row.text.strip()]
    numbered = [row for row in rows if _MARKED.match(row.text)]
    for row in rows:
        start = _NOTE.match(row.text)
        if start and start[1] == ":":
            yield Hit(row.at, start.start(1), start.end(1), "“附件”后用全角冒号", fix="：")
        text = row.text.rstrip()
        if text[-1] in "。；，、;," and (start or row in numbered):
            yield Hit(row.at, len(text) - 1, len(text), "附件名称后不加标点", fix="")
    if len(numbered) == 1 and len(rows) == 1 and (found := _MARKED.match(rows[0].text)):
        end = found.end()
        if found[1] == "1" and "2" not in rows[0].text[end : end + 200]:
            at = found.start(1)
            yield Hit(rows[0].at, at, end, "只有一个附件，不编序号", fix="")


_BARE = regex("[《》〈〉“”\\s（）()0-9０-９.．、：:]")


def attachment_match(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an attachment whose title is not that in the list."""
    listed = [line.text for line in manuscript.document.attachment_list]
    pieces = [one for one in manuscript.document.attachments if not one.enclosed]
    if not listed or len(listed) != len(pieces):
        return
    rows = [row for row in manuscript.rows if row.judgement.opens == "attachment"]
    for said, piece, row in zip(listed, pieces, rows, strict=False):
        title = _BARE.sub("", piece.title.text)
        name = re.sub("^附件[：:]?|^\\d+[.．、]", "", said.strip())
        bare = _BARE.sub("", name)
        if title and bare and bare not in title and title not in bare:
            message = f"附件说明是“{name}”，附件的标题是“{piece.title.text.strip()}”"
            yield Hit(row.at, 0, len(row.text), message=message)

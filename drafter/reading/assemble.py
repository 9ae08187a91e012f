"""Judged lines → the document they make. No guessing here: what a line is has been decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafter.model import (
    ELEMENT_NAMED,
    Address,
    Block,
    Document,
    Inline,
    Para,
    Point,
    Points,
    Section,
    Span,
    Text,
    as_shown,
    nested,
)
from drafter.model.fixed import SIGNERS
from drafter.model.nodes import STOPS
from drafter.model.ordinals import heading_mark, point_mark, spell
from drafter.model.walk import Labels
from drafter.reading.kind import kind_of
from drafter.reading.line import Judgement, Line, Role, Spot

Judged = tuple[Line, Judgement]
Facts = Sequence[Mapping[str, str]]

_ELEMENT = {
    Role.TITLE: "title",
    Role.SUBTITLE: "subtitle",
    Role.DOCNUMBER: "number",
    Role.SIGNATURE: "signature",
    Role.DATE: "date",
    Role.NOTE: "notes",
    Role.ATTACHMENT: "attachment_list",
}


def assemble(lines: Sequence[Line], judgements: Sequence[Judgement], facts: Facts = ()) -> Document:
    """Build the document.

    ``facts`` are what a source says outright (kind, house) of its document and its attachments.
    """
    judged = [
        (line, judgement)
        for line, judgement in zip(lines, judgements, strict=True)
        if judgement.role not in (Role.JUNK, Role.BLANK)
    ]
    parts = [_Part(part) for part in _parts(judged)]
    whole, *inner = [part.document() for part in parts]
    said: list[dict[str, Any]] = [dict(known) for known in facts]
    own, *others = said or [{"kind": kind_of(whole)}]
    others += [{}] * (len(inner) - len(others))
    attachments = (replace(part, **known) for part, known in zip(inner, others, strict=False))
    listed = tuple(parts[0].fields.get("attachment_list", ()))  # as found, before it was whole
    return replace(whole, attachments=tuple(attachments), attachment_list=listed, **own)


def _parts(judged: Iterable[Judged]) -> list[list[Judged]]:
    """Part the lines at each attachment: its mark, or its title where it has none."""
    parts: list[list[Judged]] = [[]]
    for line, judgement in judged:
        if judgement.opens == "document":
            parts[0].append((line, judgement))
            continue
        if judgement.opens:
            parts.append([])
        parts[-1].append((line, judgement))
    return parts


class _Part:
    """One document, or one attachment, in the making."""

    def __init__(self, judged: list[Judged]) -> None:
        self.fields: dict[str, list[Para]] = {}
        self.flat: list[Block] = []
        self.closing: list[Block] | None = None
        self.labels = {False: Labels(), True: Labels()}  # of the body, of the closing
        self.enclosed = any(judgement.opens == "enclosed" for _, judgement in judged)
        for line, judgement in judged:
            self._add(line, judgement)

    def document(self) -> Document:
        fields: dict[str, Any] = {}
        for name, paras in self.fields.items():
            fields[name] = tuple(paras) if ELEMENT_NAMED[name].many else _one(paras)
        return Document(
            **fields,
            body=nested(self.flat),
            closing=nested(self.closing or []),
            enclosed=self.enclosed,
        )

    def _add(self, line: Line, judgement: Judgement) -> None:
        role, element = judgement.role, judgement.element
        if role in _ELEMENT or (role is Role.SALUTATION and element):
            name = element if element in ELEMENT_NAMED else _ELEMENT.get(role, "salutation")
            whole = _cut(line, 0, len(line.text))
            for field, para in [(name, whole)] if line.given else split_element(name, whole):
                self.fields.setdefault(field, []).append(para)
        elif role.level:
            self._heading(line, judgement)
        else:
            self._flow_of(judgement).extend(self._blocks(line, judgement))

    def _flow_of(self, judgement: Judgement) -> list[Block]:
        """Give the list a block goes to: the closing once it has begun, else the body."""
        if self.closing is None and (judgement.role is Role.CLOSING or judgement.closes):
            self.closing = []
        return self.flat if self.closing is None else self.closing

    def _heading(self, line: Line, judgement: Judgement) -> None:
        if self.closing is not None and not judgement.closes:
            self.flat += self.closing  # what looked like the end was not
            self.closing = None
        flow = self._flow_of(judgement)
        flow.append(self._section(line, judgement))

    def _section(self, line: Line, judgement: Judgement) -> Section:
        level = judgement.level or judgement.role.level
        title = judgement.title or Span(0, len(line.text))
        number = judgement.number
        raw = line.text[number.start : number.end] if number else ""
        mark = heading_mark(raw)
        if number and (mark is None or mark.raw != raw):
            title, mark = Span(number.start, title.end), None
        form = mark.form if mark else ""
        label = self.labels[judgement.closes].label(level, form, raw if mark else "")
        stop = line.text[title.end : judgement.rest if judgement.rest >= 0 else title.end + 1]
        stop = stop if stop and stop in STOPS else ""
        rest = max(judgement.rest, title.end + len(stop))
        blocks = self._text(line, judgement, rest, headed=True)
        words = _cut(line, title.start, title.end)
        return Section(
            words, tuple(blocks), level, bool(blocks), stop, form=form, label=label, at=line.at
        )

    def _blocks(self, line: Line, judgement: Judgement) -> list[Block]:
        if line.block is not None:
            return [line.block]
        if judgement.role is Role.SALUTATION or judgement.element == "address":
            return [Address(_cut(line, 0, len(line.text)), at=line.at)]
        if judgement.element == "more":
            return self._more(line, judgement)
        return self._text(line, judgement, 0)

    def _more(self, line: Line, judgement: Judgement) -> list[Block]:
        """Give a paragraph to the last point; points that run on in it follow."""
        blocks = self._text(line, judgement, 0)
        flow = self._flow_of(judgement)
        if blocks and isinstance(blocks[0], Para) and flow:
            longer = _longer(flow[-1], blocks[0])
            if longer:
                flow[-1] = longer
                return blocks[1:]
        return blocks

    def _text(
        self, line: Line, judgement: Judgement, start: int, *, headed: bool = False
    ) -> list[Block]:
        """Give the paragraph from an offset on: its own words, then its points."""
        spots = [spot for spot in judgement.points if spot.ordinal.start >= start]
        first = spots[0].ordinal.start if spots else len(line.text)
        words = _cut(line, start, first)
        found: list[Block] = [words] if words else []
        if not spots:
            return found
        apart = not headed and not line.text[:first].strip()
        if apart and not line.given:
            self._gather(line, spots[0])
        return found + series_of(line, spots, apart=apart)

    def _gather(self, line: Line, spot: Spot) -> None:
        """Give the paragraphs since a series was left, which now goes on, to its last point."""
        mark = point_mark(line.text[spot.ordinal.start :])
        flow = self.flat if self.closing is None else self.closing
        end = len(flow)
        while end and isinstance(flow[end - 1], Para):
            end -= 1
        points = flow[end - 1] if 0 < end < len(flow) else None
        if isinstance(points, Points) and mark and mark.number > 1 and mark.form == points.series:
            more = (block for block in flow[end:] if isinstance(block, Para))
            flow[end - 1 :] = [_with_more(points, tuple(more))]


def series_of(line: Line, spots: Sequence[Spot], *, apart: bool) -> list[Block]:
    """Build the series of points of one line; a new one begins where the kind or the count does."""
    groups: list[Points] = []
    ends = [spot.ordinal.start for spot in spots[1:]] + [len(line.text)]
    for index, (spot, end) in enumerate(zip(spots, ends, strict=True)):
        mark = point_mark(line.text[spot.ordinal.start :])
        if mark is None:
            raise ValueError(f"no ordinal at {spot.ordinal} of {line.text[:40]!r}")
        body = _cut(line, spot.ordinal.start + len(mark.raw), end)
        last = groups[-1] if groups else None
        going_on = last is not None and last.series == mark.form and mark.number > 1
        items = last.items if last is not None and going_on else ()
        label = "" if spell(mark.form, len(items) + 1) == mark.raw else mark.raw
        item = Point(body, apart=apart and index == 0, label=label)
        groups[-1 if going_on else len(groups) :] = [Points((*items, item), mark.form, at=line.at)]
    return list(groups)


def _longer(last: Block, para: Para) -> Block | None:
    """Give the points, or the section ending in points, with one more paragraph in the last."""
    if isinstance(last, Points):
        return _with_more(last, (para,))
    if isinstance(last, Section) and last.blocks:
        inner = _longer(last.blocks[-1], para)
        return replace(last, blocks=(*last.blocks[:-1], inner)) if inner else None
    return None


def _with_more(points: Points, more: tuple[Para, ...]) -> Points:
    last = points.items[-1]
    return replace(points, items=(*points.items[:-1], replace(last, more=last.more + more)))


def _one(paras: list[Para]) -> Para:
    """Join the lines of an element that is one: the breaks between them stay."""
    inlines: list[Inline] = []
    for para in paras:
        inlines += [Text("\n"), *para.inlines] if inlines else para.inlines
    return Para(tuple(inlines), at=paras[0].at)


def _cut(line: Line, start: int, end: int) -> Para:
    """Cut a stretch of a line, gaps kept whole."""
    at = Span(line.at.start + start, line.at.start + end)
    if line.inlines is None:
        return Para((Text(line.text[start:end]),), at=at)
    found: list[Inline] = []
    offset = 0
    for inline in line.inlines:
        size = len(as_shown(inline))
        if isinstance(inline, Text):
            found.append(Text(inline.text[max(start - offset, 0) : max(end - offset, 0)]))
        elif start <= offset < end:
            found.append(inline)
        offset += size
    return Para(tuple(found), at=at)


_SIGNED_ON = re.compile(
    r"^\s*(?P<organ>.*?\S)\s+(?P<date>[0-9０-９〇○零一二三四五六七八九]{4}年\S{1,3}月\S{1,3}日)\s*$"
)
_PRINT_LINE = re.compile(r"^(?P<organ>.*?\S)\s+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)印发$")


def split_element(name: str, para: Para) -> list[tuple[str, Para]]:
    """Part an element's line into the elements it holds, fixed words the page adds left out."""
    text = para.text
    plain = all(isinstance(inline, Text) for inline in para.inlines)
    if name == "number" and plain and SIGNERS in text:
        number, signer = text.split(SIGNERS, 1)
        return [("number", Para.of(number)), ("signers", Para.of(signer))]
    if name == "signature" and plain and (found := _SIGNED_ON.match(text)):
        return [("signature", Para.of(found["organ"])), ("date", Para.of(found["date"]))]
    if name in ("printer", "print_date") and plain and (found := _PRINT_LINE.match(text)):
        return [("printer", Para.of(found["organ"])), ("print_date", Para.of(found["date"]))]
    return [(name, para)]

"""Judged lines → the document they make. No guessing here: what a line is has been decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafter.model import (
    ELEMENTS,
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
    nested,
)
from drafter.model.nodes import STOPS
from drafter.model.ordinals import heading_mark, point_mark, spell
from drafter.model.shown import ATTACHMENT, COPIES, PRINTED, SIGNERS, attachment_marks
from drafter.model.walk import Labels
from drafter.reading.kind import kind_of
from drafter.reading.line import Judgement, Line, Role, Spot

Judged = tuple[Line, Judgement]

_ELEMENT = {
    Role.TITLE: "title",
    Role.SUBTITLE: "subtitle",
    Role.DOCNUMBER: "number",
    Role.SIGNATURE: "signature",
    Role.DATE: "date",
    Role.NOTE: "notes",
    Role.ATTACHMENT: "attachment_list",
}
_FIELDS = {element.name: element for element in ELEMENTS}


def assemble(
    lines: Sequence[Line], judgements: Sequence[Judgement], facts: Mapping[str, str] | None = None
) -> Document:
    """Build the document; ``facts`` are what a source says outright of itself (kind, house)."""
    judged = [
        (line, judgement)
        for line, judgement in zip(lines, judgements, strict=True)
        if judgement.role not in (Role.JUNK, Role.BLANK)
    ]
    whole, *inner = [_Part(part).document() for part in _parts(judged)]
    document = replace(whole, attachments=_marked(inner))
    known: dict[str, Any] = {"kind": kind_of(document)}
    known |= {name: value for name, value in (facts or {}).items() if name in ("kind", "house")}
    return replace(document, **known)


def _parts(judged: Iterable[Judged]) -> list[list[Judged]]:
    """Part the lines at each attachment: its mark, or its title where it has none."""
    parts: list[list[Judged]] = [[]]
    for line, judgement in judged:
        if judgement.element in ("mark", "attachment", "enclosed"):
            just_marked = len(parts) > 1 and all(j.element == "mark" for _, j in parts[-1])
            if not (just_marked and judgement.element != "mark"):
                parts.append([])
        parts[-1].append((line, judgement))
    return parts


def _marked(attachments: list[Document]) -> tuple[Document, ...]:
    """Leave out the marks that are the count's own."""
    bare = [replace(attachment, mark=Para()) for attachment in attachments]
    counted = attachment_marks(Document(attachments=tuple(bare)))
    return tuple(
        empty if attachment.mark == own else attachment
        for attachment, empty, own in zip(attachments, bare, counted, strict=True)
    )


class _Part:
    """One document, or one attachment, in the making."""

    def __init__(self, judged: list[Judged]) -> None:
        self.fields: dict[str, list[Para]] = {}
        self.flat: list[Block] = []
        self.closing: list[Block] | None = None
        self.labels = Labels()
        self.enclosed = any(judgement.element == "enclosed" for _, judgement in judged)
        for line, judgement in judged:
            self._add(line, judgement)

    def document(self) -> Document:
        fields: dict[str, Any] = {}
        for name, paras in self.fields.items():
            fields[name] = tuple(paras) if _FIELDS[name].many else _one(paras)
        fields["attachment_list"] = plain_notes(fields.get("attachment_list", ()))
        return Document(
            **fields,
            body=nested(self.flat),
            closing=nested(self.closing or []),
            enclosed=self.enclosed,
        )

    def _add(self, line: Line, judgement: Judgement) -> None:
        role, element = judgement.role, judgement.element
        if role in _ELEMENT or (role is Role.SALUTATION and element):
            name = element if element in _FIELDS else _ELEMENT.get(role, "salutation")
            for field, para in split_element(name, _cut(line, 0, len(line.text))):
                self.fields.setdefault(field, []).append(para)
        elif role.level:
            self._heading(line, judgement)
        else:
            self._flow_of(role, element).extend(self._blocks(line, judgement))

    def _flow_of(self, role: Role, element: str) -> list[Block]:
        """Give the list a block goes to: the closing once it has begun, else the body."""
        if self.closing is None and (role is Role.CLOSING or element == "closing"):
            self.closing = []
        return self.flat if self.closing is None else self.closing

    def _heading(self, line: Line, judgement: Judgement) -> None:
        if self.closing is not None and judgement.element != "closing":
            self.flat += self.closing  # what looked like the end was not
            self.closing = None
        flow = self._flow_of(judgement.role, judgement.element)
        section = self._section(line, judgement)
        flow.append(section)

    def _section(self, line: Line, judgement: Judgement) -> Section:
        deep = {"h5": 5, "h6": 6}.get(judgement.element.removeprefix("closing-"), 0)
        level = deep or judgement.role.level
        title = judgement.title or Span(0, len(line.text))
        number = judgement.number
        raw = line.text[number.start : number.end] if number else ""
        mark = heading_mark(raw)
        if number and (mark is None or mark.raw != raw):
            title, mark = Span(number.start, title.end), None
        form = mark.form if mark else ""
        label = self.labels.label(level, form, raw if mark else "")
        stop = line.text[title.end : title.end + 1]
        stop = stop if stop and stop in STOPS else ""
        rest = title.end + len(stop)
        blocks = self._text(line, judgement, rest)
        words = _cut(line, title.start, title.end)
        return Section(
            words, tuple(blocks), level, bool(blocks), stop, form=form, label=label, at=line.at
        )

    def _blocks(self, line: Line, judgement: Judgement) -> list[Block]:
        if line.block is not None:
            return [line.block]
        if judgement.role is Role.SALUTATION or judgement.element == "address":
            return [Address(_cut(line, 0, len(line.text)), at=line.at)]
        if judgement.element == "more" and self._more(line):
            return []
        return self._text(line, judgement, 0)

    def _more(self, line: Line) -> bool:
        flow = self.flat if self.closing is None else self.closing
        if not flow or not isinstance(flow[-1], Points):
            return False
        flow[-1] = _with_more(flow[-1], (_cut(line, 0, len(line.text)),))
        return True

    def _text(self, line: Line, judgement: Judgement, start: int) -> list[Block]:
        """Give the paragraph from an offset on: its own words, then its points."""
        spots = [spot for spot in judgement.points if spot.ordinal.start >= start]
        first = spots[0].ordinal.start if spots else len(line.text)
        words = _cut(line, start, first)
        found: list[Block] = [words] if words else []
        if not spots:
            return found
        apart = not line.text[:first].strip()
        if apart:
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
        size = len(inline.text) if isinstance(inline, Text) else len(inline.name) + 2
        if isinstance(inline, Text):
            found.append(Text(inline.text[max(start - offset, 0) : max(end - offset, 0)]))
        elif start <= offset < end:
            found.append(inline)
        offset += size
    return Para(tuple(found), at=at)


_PRINT_LINE = re.compile(r"^(?P<organ>.*?\S)\s+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)印发$")
_NOTE_NUMBER = re.compile(r"^\d{1,2}\.")


def split_element(name: str, para: Para) -> list[tuple[str, Para]]:
    """Part an element's line into the elements it holds, fixed words the page adds left out."""
    text = para.text
    plain = all(isinstance(inline, Text) for inline in para.inlines)
    if name == "number" and plain and SIGNERS in text:
        number, signer = text.split(SIGNERS, 1)
        return [("number", Para.of(number)), ("signers", Para.of(signer))]
    if name in ("printer", "print_date") and plain and (found := _PRINT_LINE.match(text)):
        return [("printer", Para.of(found["organ"])), ("print_date", Para.of(found["date"]))]
    for field, word in (("signers", SIGNERS), ("copies", COPIES)):
        if name == field and text.startswith(word):
            return [(name, _without(para, len(word)))]
    if name == "print_date" and text.endswith(PRINTED):
        return [(name, Para.of(text.removesuffix(PRINTED)))] if plain else [(name, para)]
    return [(name, para)]


def _without(para: Para, count: int) -> Para:
    line = Line(para.text, Span(0, len(para.text)), inlines=para.inlines)
    return _cut(line, count, len(para.text))


def plain_notes(lines: tuple[Para, ...]) -> tuple[Para, ...]:
    """Take the counted words off a 附件说明 (附件：1.), if all its lines have just those."""
    lead = f"{ATTACHMENT}："
    if not lines or not lines[0].text.startswith(lead):
        return lines
    names = (_without(lines[0], len(lead)), *lines[1:])
    if len(names) == 1:
        return lines if _NOTE_NUMBER.match(names[0].text) else names
    if all(name.text.startswith(f"{number}.") for number, name in enumerate(names, 1)):
        return tuple(_without(name, len(f"{n}.")) for n, name in enumerate(names, 1))
    return lines

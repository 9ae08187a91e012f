"""An outline as a document. Nothing is guessed: every structure has its mark."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from drafter.errors import N_, DrafterError, OutlineError, Place
from drafter.formats.decode import refuse_unwritable
from drafter.formats.outline.front import front_matter
from drafter.formats.outline.inline import find_bare, read_inlines
from drafter.formats.outline.table import read_table
from drafter.formats.outline.write import ATTACHMENT, CAPTION, LANDSCAPE, RULE
from drafter.model import Address, Block, Document, Image, Para, Point, Points, Section, nested
from drafter.model.chars import SPACE
from drafter.model.nodes import STOPS
from drafter.model.ordinals import HEADING_FORMS, Mark, heading_mark, point_mark, spell
from drafter.model.walk import Labels

_HEADING = re.compile(r"(?P<hashes>#{1,6})(?P<bare>-?)(?:[ \t\u3000\xa0]+(?P<rest>.*))?$")
_POINT = re.compile(r"(?P<mark>[-+])(?:[ \t\u3000\xa0]+(?P<rest>.*))?$")
_IMAGE = re.compile(r"!\[(?P<caption>.*)\]\((?P<id>[^()]+)\)$")
_NO_TITLE = Para()
_PICTURE = re.compile(
    r"\[(?P<id>[^\]]+)\]: (?P<w>[\d.]+)×(?P<h>[\d.]+) (?P<data>\S+) (?P<name>.+)$"
)


def read(source: str) -> Document:
    """Read an outline; raises OutlineError with the line where it breaks the grammar."""
    refuse_unwritable(source, OutlineError)
    reader = _Reader(source.removeprefix("\ufeff").split("\n"))
    return reader.document()


def _fence(line: str) -> str:
    """Give a fence without the space after it, any other line as it is."""
    bare = line.rstrip(SPACE)
    return bare if bare in (RULE, ATTACHMENT) else line


class _Reader:
    """Walks the lines once; one instance per outline."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = [_fence(line.rstrip("\r")) for line in lines]
        self.at = 0
        self.pictures = self._take_pictures()

    def _take_pictures(self) -> dict[str, re.Match[str]]:
        found: dict[str, re.Match[str]] = {}
        for number, line in enumerate(self.lines):
            picture = _PICTURE.match(line) if line.startswith("[") else None
            if picture:
                found[picture["id"]] = picture
                self.lines[number] = ""
        return found

    @property
    def line(self) -> str | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def document(self) -> Document:
        while self.line is not None and not self.line.strip(SPACE):
            self.at += 1
        plain = self.line != RULE
        title = self._take_title() if plain else Para()
        start, whole = self._part(RULE, plain=plain, title=title)
        attachments = []
        while self.line is not None:
            attachments.append(_made(*self._part(ATTACHMENT)))
        return _made(start, {**whole, "attachments": tuple(attachments)})

    def _take_title(self) -> Para:
        """Take ordinary Markdown as meant: one first-level heading, standing first, is a title.

        The headings below it then count one level less. A heading with a number or a stop is none.
        """
        heads = {n: found for n, line in enumerate(self.lines) if (found := _HEADING.match(line))}
        first = heads.pop(self.at, None)
        if first is None or first["bare"] or len(first["hashes"]) > 1:
            return Para()
        rest = (first["rest"] or "").strip(SPACE)
        alone = all(len(head["hashes"]) > 1 for head in heads.values())
        if not alone or not rest or rest[-1] in STOPS or _run_in(rest)[1] or heading_mark(rest):
            return Para()
        for number in heads:
            self.lines[number] = self.lines[number][1:]
        self.at += 1
        return read_inlines(rest)

    def _part(
        self, fence: str, *, plain: bool = False, title: Para = _NO_TITLE
    ) -> tuple[int, dict[str, Any]]:
        """Give the number of the line where a document's text begins, and its fields."""
        start = self.at
        fields: dict[str, Any] = {"title": title} if plain else {}
        if not plain:
            fields = front_matter(self._fenced(fence), start + 2)
        body, body_start = self._flow(), self.at
        closing: list[Block] = []
        if self.line == RULE:
            self.at += 1
            closing = self._flow()
            if self.line == RULE:
                raise OutlineError(
                    N_("a second line of dashes"),
                    hint=N_(
                        "one --- parts the closing from the sections; there is no more to part"
                    ),
                    place=Place(line=self.at + 1),
                )
        return body_start, {**fields, "body": nested(body), "closing": nested(closing)}

    def _fenced(self, fence: str) -> list[str]:
        start = self.at
        self.at += 1
        while self.line is not None and self.line.rstrip() != fence:
            self.at += 1
        if self.line is None:
            raise OutlineError(
                N_("the front matter that begins here never ends"),
                hint=N_("close it with a line of {fence}"),
                place=Place(line=start + 1),
                fence=fence,
            )
        self.at += 1
        return self.lines[start + 1 : self.at - 1]

    def _flow(self) -> list[Block]:
        """Read blocks up to a rule, the next attachment or the end, headings not yet nested."""
        found: list[Block] = []
        count = Labels()
        while (line := self.line) is not None and line.rstrip() not in (RULE, ATTACHMENT):
            try:
                self._one(found, count, line)
            except ValueError as error:
                raise self._wrong(error) from error
        return found

    def _wrong(self, error: ValueError) -> DrafterError:
        return OutlineError(
            N_("this line does not fit: {problem}"), place=Place(line=self.at + 1), problem=error
        )

    def _one(self, found: list[Block], count: Labels, line: str) -> None:
        words = line.strip(SPACE)
        if not words or (words.startswith("<!--") and words.endswith("-->")):
            self.at += 1
        elif heading := _HEADING.match(line):
            self.at += 1
            found.append(_section(heading, count))
        elif _POINT.match(line):
            self._points(found)
        elif words.startswith("|"):
            found.append(self._table())
        elif words.startswith("!["):
            found.append(self._image(words))
            self.at += 1
        else:
            self.at += 1
            address = words.startswith(">")
            para = read_inlines(words[1:] if address else words)
            found.append(Address(para) if address else para)

    def _points(self, found: list[Block]) -> None:
        """Read the items that follow, blank lines between them or not."""
        items: list[Point] = []
        series = ""
        while (line := self.line) is not None:
            words = line.strip(SPACE)
            point = _POINT.match(line)
            if point:
                mark, rest = _ordinal(point["rest"] or "")
                if items and mark and (mark.form != series or mark.number == 1):
                    break
                series = series or (mark.form if mark else "一是")
                own = mark is None or spell(series, len(items) + 1) == mark.raw
                label = "" if own or mark is None else mark.raw
                body = read_inlines(rest.strip(SPACE))
                items.append(Point(body, apart=point["mark"] == "-", label=label))
            elif words and line[0] in SPACE:
                items[-1] = replace(items[-1], more=(*items[-1].more, read_inlines(words)))
            elif words or not self._goes_on():
                break
            self.at += 1
        _attach(found, Points(tuple(items), series))

    def _goes_on(self) -> bool:
        """Tell whether the next line that says something belongs to the same points."""
        ahead = self.at
        while ahead < len(self.lines) and not self.lines[ahead].strip(SPACE):
            ahead += 1
        line = self.lines[ahead] if ahead < len(self.lines) else ""
        return bool(_POINT.match(line))

    def _table(self) -> Block:
        start = self.at
        caption = Para()
        mark = (self.line or "")[:2]
        if mark in (CAPTION, LANDSCAPE):
            caption = read_inlines((self.line or "")[len(mark) :].strip(SPACE))
            self.at += 1
        rows = []
        while (line := self.line) is not None and line.strip(SPACE).startswith("|"):
            if line.startswith((CAPTION, LANDSCAPE)):
                break
            rows.append(line.strip(SPACE))
            self.at += 1
        table = read_table(rows, caption, start + 1)
        return replace(table, landscape=True) if mark == LANDSCAPE else table

    def _image(self, words: str) -> Image:
        found = _IMAGE.match(words)
        picture = self.pictures.get(found["id"]) if found else None
        if found is None or picture is None:
            raise OutlineError(
                N_("the picture of this line is not in the outline"),
                hint=N_("each ![caption](图1) needs its [图1]: line at the end of the file"),
                place=Place(line=self.at + 1),
            )
        import base64

        data = b"" if picture["data"] == "-" else base64.b64decode(picture["data"], validate=True)
        caption = read_inlines(found["caption"])
        return Image(picture["name"], data, float(picture["w"]), float(picture["h"]), caption)


def _made(line: int, fields: dict[str, Any]) -> Document:
    """Make a document whose text begins on a line."""
    try:
        return Document(**fields)
    except ValueError as error:
        raise OutlineError(
            N_("the parts do not fit together: {problem}"), place=Place(line=line), problem=error
        ) from error


def _section(heading: re.Match[str], count: Labels) -> Section:
    level, rest = len(heading["hashes"]), (heading["rest"] or "").strip(SPACE)
    mark = None if heading["bare"] else heading_mark(rest)
    form = "" if heading["bare"] else mark.form if mark else HEADING_FORMS[level]
    title, text = _run_in(rest[len(mark.raw) :] if mark else rest)
    blocks = (read_inlines(text),) if text else ()
    label = count.label(level, form, mark.raw if mark else "")
    return Section(read_inlines(title), blocks, level, bool(blocks), form=form, label=label)


def _run_in(rest: str) -> tuple[str, str]:
    """Part a heading from the text that goes on in its line, at a | or after a first 。."""
    bar, stop = find_bare(rest, "|"), find_bare(rest, "。")
    if stop >= 0 and not 0 <= bar < stop and rest[stop + 1 :].strip(SPACE):
        return rest[: stop + 1], rest[stop + 1 :].strip(SPACE)
    if bar >= 0 and (stop < 0 or bar < stop):
        return rest[:bar], rest[bar + 1 :].strip(SPACE)
    return rest, ""


def _ordinal(rest: str) -> tuple[Mark | None, str]:
    mark = point_mark(rest)
    return mark, rest[len(mark.raw) :] if mark else rest


def _attach(found: list[Block], points: Points) -> None:
    """Add points; those that run on from a heading go into its section."""
    head = found[-1] if found else None
    if isinstance(head, Section) and not head.blocks and not points.items[0].apart:
        found[-1] = replace(head, blocks=(points,), run_in=True)
    else:
        found.append(points)

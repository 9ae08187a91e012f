"""The `键：值` lines of briefs and front matter: YAML's shapes, a writer's slips forgiven.

Every scalar stays a string. Half- and full-width colons, dashes and spaces are the same; a value
may be any YAML flow value (quoted, ``[…]``, ``{…}``) or a block after ``|``; ``-`` begins an item.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple, TypeAlias

from drafter.errors import N_, BriefError, Place


class Scalar(str):
    """A string that knows the line it stood on."""

    line: int = 0

    @classmethod
    def on(cls, text: str, line: int) -> Scalar:
        """Make a string that stood on a line."""
        found = cls(text)
        found.line = line
        return found


class Items(list["Value"]):
    """A list that knows the line it began on."""

    line: int = 0


class Entry(dict[str, "Value"]):
    """A mapping that knows its line and, where it was one line of a list, that line's words."""

    line: int = 0
    raw: str = ""


Value: TypeAlias = Scalar | Items | Entry


class _Row(NamedTuple):
    number: int
    indent: int
    text: str


_KEY = re.compile(
    r"""(?P<key>[^\s:：\-"'\[{#|>&*!%@`][^:：]*?)\s*(?P<colon>：|:(?=\s|$))\s*(?P<rest>.*)$"""
)
_TIGHT = re.compile(r"(?P<key>[\u4e00-\u9fff][\w\u4e00-\u9fff·、（）]{0,19}):(?P<rest>\S.*)$")
_DASH = re.compile(r"[-－](?:[ \u3000\t]+|$)")


def load(source: str, first_line: int = 1, *, flat: bool = False) -> Entry:
    """Read a mapping; raises BriefError with the line where the shape is wrong.

    ``flat`` means that the items of a list are words, also where they look like `键：值`.
    """
    lines = source.split("\n")
    rows = [row for n, line in enumerate(lines, first_line) if (row := _row(line, n)) is not None]
    reader = _Reader(rows, lines, first_line, flat=flat)
    try:
        return reader.mapping(0) if rows else Entry()
    except RecursionError as error:
        raise BriefError(N_("this is nested too deep"), place=Place(line=first_line)) from error


def _row(line: str, number: int) -> _Row | None:
    text = line.lstrip(" \t\u3000\xa0\ufeff")
    if not text.rstrip() or text.startswith("#"):
        return None
    lead = line[: len(line) - len(text)].replace("\ufeff", "")
    indent = sum({"\t": 4, "\u3000": 2}.get(char, 1) for char in lead)
    return _Row(number, indent, text.rstrip())


def split_key(text: str) -> tuple[str, str] | None:
    """Part `键：值` at its colon; None if the line has no key."""
    found = _KEY.match(text) or _TIGHT.match(text)
    return (found["key"], found["rest"].strip()) if found else None


class _Reader:
    """Reads rows by their indents; one instance per text."""

    def __init__(self, rows: list[_Row], lines: list[str], first: int, *, flat: bool) -> None:
        self.rows, self.lines, self.first, self.flat = rows, lines, first, flat
        self.at = 0

    @property
    def here(self) -> _Row | None:
        return self.rows[self.at] if self.at < len(self.rows) else None

    def mapping(self, least: int) -> Entry:
        found = Entry()
        row = self.here
        indent = row.indent if row else 0
        found.line = row.number if row else 0
        while (row := self.here) is not None and row.indent >= least:
            if row.indent != indent:
                raise _wrong(row, N_("this line is indented unlike its neighbours"))
            self._pair(found, row)
        return found

    def _pair(self, found: Entry, row: _Row) -> None:
        pair = split_key(row.text)
        if pair is None:
            raise _wrong(row, N_("expected “key: value”, found {text!r}"), text=row.text[:40])
        key, rest = pair
        if key in found:
            raise _wrong(row, N_("the key {key} stands twice"), key=key)
        self.at += 1
        found[key] = self._value(rest, row)

    def _value(self, rest: str, row: _Row) -> Value:
        if rest in ("|", ">", "|-", ">-"):
            return self._block(row, folded=rest[0] == ">")
        after = self.here
        if not rest and after is not None:
            if _DASH.match(after.text) and after.indent >= row.indent:
                return self._list(after.indent)
            if after.indent > row.indent and split_key(after.text):
                return self.mapping(row.indent + 1)
        return self._scalar(rest, row)

    def _list(self, indent: int) -> Items:
        found = Items()
        while (row := self.here) is not None and row.indent == indent and _DASH.match(row.text):
            found.line = found.line or row.number
            found.append(self._item(row))
        return found

    def _item(self, row: _Row) -> Value:
        dash = _DASH.match(row.text)
        text = row.text[dash.end() :] if dash else row.text
        inner = row.indent + (len(row.text) - len(text) or 2)
        pair = None if self.flat else split_key(text)
        after = self.rows[self.at + 1] if self.at + 1 < len(self.rows) else None
        if not text and after is not None and after.indent > row.indent:
            self.at += 1
            return (
                self._list(after.indent)
                if _DASH.match(after.text)
                else self.mapping(row.indent + 1)
            )
        if pair is None:
            self.at += 1
            return self._scalar(text, row)
        if after is not None and row.indent < after.indent < inner:
            inner = after.indent
        self.rows[self.at] = row._replace(indent=inner, text=text)
        entry = self.mapping(row.indent + 1)
        entry.raw = text if len(entry) == 1 else ""
        return entry

    def _scalar(self, text: str, row: _Row) -> Value:
        if text[:1] in ('"', "'", "[", "{"):
            return _flow(text, row)
        parts = [text] if text else []
        while (after := self.here) is not None and after.indent > row.indent:
            if _DASH.match(after.text):
                raise _wrong(after, N_("this line is indented unlike its neighbours"))
            parts.append(after.text)
            self.at += 1
        return Scalar.on("\n".join(parts), row.number)

    def _block(self, row: _Row, *, folded: bool) -> Scalar:
        last = row.number
        while (after := self.here) is not None and after.indent > row.indent:
            last = after.number
            self.at += 1
        lines = self.lines[row.number - self.first + 1 : last - self.first + 1]
        stripped = [line.strip(" \t\u3000") for line in lines]
        return Scalar.on((" " if folded else "\n").join(stripped).strip("\n"), row.number)


def _wrong(row: _Row, message: str, **values: object) -> BriefError:
    hint = N_("write one “key: value” a line, lists as lines beginning with “- ”")
    return BriefError(
        message, hint=hint, place=Place(line=row.number, column=row.indent + 1), **values
    )


def _flow(text: str, row: _Row) -> Value:
    """Read a quoted string or a flow list or mapping as YAML does, scalars kept as strings."""
    if text[0] == '"':
        try:
            return Scalar.on(str(json.loads(text)), row.number)
        except ValueError:
            pass
    import yaml

    try:
        return _placed(yaml.load(text, Loader=yaml.BaseLoader), row.number)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        column = row.indent + 1 + (mark.column if mark else 0)
        raise BriefError(
            N_("this value is no valid YAML: {problem}"),
            hint=N_("put the whole value in double quotes to have it taken as it stands"),
            place=Place(line=row.number, column=column),
            problem=getattr(error, "problem", None) or "?",
        ) from error


def _placed(value: object, line: int) -> Value:
    if isinstance(value, dict):
        entry = Entry({str(key): _placed(inner, line) for key, inner in value.items()})
        entry.line = line
        return entry
    if isinstance(value, list):
        items = Items(_placed(inner, line) for inner in value)
        items.line = line
        return items
    return Scalar.on("" if value is None else str(value), line)


_PLAIN = re.compile(
    r"""[^\s"'\[{}\]#&*!|>%@`,?\-－:：\ufeff\x7f-\x9f][^\n\r\x7f-\x9f\u2028\u2029\ufeff]*"""
)


_RISKY = re.compile(r": | #|\t|:$")


def dump_value(text: str) -> str:
    """Write a string as a value that `load`, and any YAML reader, gives back unchanged."""
    risky = bool(_RISKY.search(text)) or text != text.strip()
    if _PLAIN.fullmatch(text) and not risky:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m.group()):04x}", quoted)

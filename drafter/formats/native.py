"""A document as JSON, lossless, in the shape of ``document.schema.json``.

A line of words is a list of strings and gaps: ``["在", {"gap": "会议名称"}, "上的讲话"]``. Whatever
has its usual value is left out.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any, TypeVar, assert_never

from drafter.errors import N_, Notice, Place, UnusableInput
from drafter.model import (
    ELEMENTS,
    Address,
    Block,
    Cell,
    Document,
    Gap,
    Image,
    Inline,
    Para,
    Point,
    Points,
    Section,
    Table,
    Text,
)
from drafter.model.ordinals import HEADING_FORMS

T = TypeVar("T")

SCHEMA = "https://drafter.example/document-1.json"


def write(document: Document) -> str:
    """Write a document as JSON text, two spaces deep."""
    return json.dumps(encode(document), ensure_ascii=False, indent=2) + "\n"


def encode(document: Document) -> dict[str, Any]:
    """Give a document as plain data."""
    return {"$schema": SCHEMA, **_document(document)}


def _slim(**values: Any) -> dict[str, Any]:
    """Leave out what has its usual value."""
    return {
        name.rstrip("_"): value for name, value in values.items() if value not in ("", [], None)
    }


def _document(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": document.kind, **_slim(house=document.house)}
    if document.enclosed:
        found["enclosed"] = True
    for element in ELEMENTS:
        value = getattr(document, element.name)
        found |= _slim(
            **{element.name: [_para(p) for p in value] if element.many else _para(value)}
        )
    return found | _slim(
        body=[_block(block) for block in document.body],
        closing=[_block(block) for block in document.closing],
        attachments=[_document(inner) for inner in document.attachments],
    )


def _para(para: Para) -> list[Any]:
    return [_inline(inline) for inline in para.inlines]


def _inline(inline: Inline) -> str | dict[str, str]:
    if isinstance(inline, Text):
        return inline.text
    return {"gap": inline.name, **_slim(hint=inline.hint, ask=inline.ask)}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Para():
            return {"type": "para", "text": _para(block)}
        case Address():
            return {"type": "address", "text": _para(block.text)}
        case Points():
            return {
                "type": "points",
                "series": block.series,
                "items": [_point(p) for p in block.items],
            }
        case Table():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            more = _slim(caption=_para(block.caption), landscape=block.landscape or None)
            return {"type": "table", "header": block.header, **more, "rows": rows}
        case Image():
            return _image(block)
        case Section():
            return _section(block)
        case _:
            assert_never(block)


def _point(point: Point) -> dict[str, Any]:
    more = [_para(para) for para in point.more]
    apart = True if point.apart else None
    return _slim(label=point.label, apart=apart) | {"text": _para(point.body)} | _slim(more=more)


def _cell(cell: Cell) -> dict[str, Any]:
    spans = {"cols": cell.cols, "rows": cell.rows}
    return {"text": _para(cell.text)} | {name: n for name, n in spans.items() if n != 1}


def _image(image: Image) -> dict[str, Any]:
    return {
        "type": "image",
        "name": image.name,
        "width_mm": image.width_mm,
        "height_mm": image.height_mm,
        **_slim(caption=_para(image.caption)),
        "data": base64.b64encode(image.data).decode("ascii"),
    }


def _section(section: Section) -> dict[str, Any]:
    form = None if section.form == HEADING_FORMS[section.level] else section.form
    head: dict[str, Any] = {"type": "section", "level": section.level}
    if form is not None:
        head["form"] = form
    head |= _slim(label=section.label, run_in=True if section.run_in else None, stop=section.stop)
    return head | {"title": _para(section.title), "blocks": [_block(b) for b in section.blocks]}


def read(source: str) -> Document:
    """Read a document from JSON; raises UnusableInput with the place or the path that is wrong."""
    try:
        found = json.loads(source.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnusableInput(
            N_("this is no valid JSON: {problem}"),
            place=Place(line=error.lineno, column=error.colno),
            problem=error.msg,
        ) from error
    except RecursionError as error:
        raise UnusableInput(N_("this JSON is nested too deep")) from error
    except ValueError as error:  # a number of thousands of digits
        raise UnusableInput(N_("this is no valid JSON: {problem}"), problem=error) from error
    if isinstance(found, dict) and found.pop("$schema", SCHEMA) != SCHEMA:
        raise _wrong("$", N_("this JSON has another shape than {schema}"), schema=SCHEMA)
    return _Decoder().document(found, "$")


class _Decoder:
    """Turns plain data into nodes; the path it is at goes into every complaint."""

    def document(self, data: Any, path: str) -> Document:
        data = dict(self._is(data, dict, path))
        fields: dict[str, Any] = {}
        for element in ELEMENTS:
            if element.name in data:
                at = f"{path}.{element.name}"
                value = data.pop(element.name)
                fields[element.name] = (
                    self._all(value, self.para, at) if element.many else self.para(value, at)
                )
        for name, decode in (
            ("body", self.block),
            ("closing", self.block),
            ("attachments", self.document),
        ):
            if name in data:
                fields[name] = self._all(data.pop(name), decode, f"{path}.{name}")
        for name, kind in (("kind", str), ("house", str), ("enclosed", bool)):
            if name in data:
                fields[name] = self._is(data.pop(name), kind, f"{path}.{name}")
        return self._make(Document, path, data, fields)

    def para(self, data: Any, path: str) -> Para:
        return self._make(Para, path, {}, {"inlines": self._all(data, self._inline, path)})

    def _inline(self, data: Any, path: str) -> Inline:
        if isinstance(data, str):
            return self._make(Text, path, {}, {"text": data})
        data = self._texts(data, path, "gap", "hint", "ask")
        return self._make(Gap, path, {}, {"name": data.pop("gap", ""), **data})

    def _texts(self, data: Any, path: str, *names: str) -> dict[str, str]:
        data = self._is(data, dict, path)
        if extra := set(data) - set(names):
            raise _wrong(path, N_("no {name} is known here"), name=min(extra))
        return {name: self._is(value, str, f"{path}.{name}") for name, value in data.items()}

    def block(self, data: Any, path: str) -> Block:
        data = dict(self._is(data, dict, path))
        name = data.pop("type", None)
        decode = getattr(self, f"_{name}", None) if name in _TYPES else None
        if decode is None:
            raise _wrong(path, N_("no block has the type {name!r}"), name=name)
        found: Block = decode(data, path)
        return found

    def _para(self, data: dict[str, Any], path: str) -> Para:
        found = self.para(data.pop("text", []), f"{path}.text")
        return self._make(Para, path, data, {"inlines": found.inlines})

    def _address(self, data: dict[str, Any], path: str) -> Address:
        text = self.para(data.pop("text", []), f"{path}.text")
        return self._make(Address, path, data, {"text": text})

    def _points(self, data: dict[str, Any], path: str) -> Points:
        items = self._all(data.pop("items", []), self._point, f"{path}.items")
        known = self._known(data, path, series=str)
        return self._make(Points, path, data, {"items": items, **known})

    def _point(self, data: Any, path: str) -> Point:
        data = dict(self._is(data, dict, path))
        body = self.para(data.pop("text", []), f"{path}.text")
        more = self._all(data.pop("more", []), self.para, f"{path}.more")
        known = self._known(data, path, label=str, apart=bool)
        return self._make(Point, path, data, {"body": body, "more": more, **known})

    def _table(self, data: dict[str, Any], path: str) -> Table:
        caption = self.para(data.pop("caption", []), f"{path}.caption")
        rows = self._all(data.pop("rows", []), self._row, f"{path}.rows")
        known = self._known(data, path, header=int, landscape=bool)
        return self._make(Table, path, data, {"rows": rows, "caption": caption, **known})

    def _row(self, data: Any, path: str) -> tuple[Cell, ...]:
        return self._all(data, self._cell, path)

    def _cell(self, data: Any, path: str) -> Cell:
        data = dict(self._is(data, dict, path))
        text = self.para(data.pop("text", []), f"{path}.text")
        known = self._known(data, path, cols=int, rows=int)
        return self._make(Cell, path, data, {"text": text, **known})

    def _image(self, data: dict[str, Any], path: str) -> Image:
        caption = self.para(data.pop("caption", []), f"{path}.caption")
        try:
            raw = base64.b64decode(self._is(data.pop("data", ""), str, path), validate=True)
        except ValueError as error:
            raise _wrong(f"{path}.data", N_("this is no base64 data")) from error
        known = self._known(data, path, name=str, width_mm=float, height_mm=float)
        return self._make(Image, path, data, {"data": raw, "caption": caption, **known})

    def _section(self, data: dict[str, Any], path: str) -> Section:
        title = self.para(data.pop("title", []), f"{path}.title")
        blocks = self._all(data.pop("blocks", []), self.block, f"{path}.blocks")
        known = self._known(data, path, level=int, form=str, label=str, run_in=bool, stop=str)
        return self._make(Section, path, data, {"title": title, "blocks": blocks, **known})

    def _known(self, data: dict[str, Any], path: str, **kinds: type) -> dict[str, Any]:
        """Take the plain values out of a node's data, each checked for its type."""
        return {
            name: self._is(data.pop(name), kind, f"{path}.{name}")
            for name, kind in kinds.items()
            if name in data
        }

    def _all(self, data: Any, decode: Callable[[Any, str], Any], path: str) -> tuple[Any, ...]:
        items = self._is(data, list, path)
        return tuple(decode(item, f"{path}[{n}]") for n, item in enumerate(items))

    def _is(self, data: Any, kind: type, path: str) -> Any:
        number = kind in (int, float) and isinstance(data, int) and not isinstance(data, bool)
        if not (number or (isinstance(data, kind) and kind is not int)):
            raise _wrong(
                path,
                N_("expected {kind}, found {found}"),
                kind=_kind(kind),
                found=_kind(type(data)),
            )
        return data

    def _make(
        self, node: Callable[..., T], path: str, left: dict[str, Any], fields: dict[str, Any]
    ) -> T:
        if left:
            raise _wrong(path, N_("no {name} is known here"), name=min(left))
        try:
            return node(**fields)
        except (ValueError, TypeError, AttributeError, OverflowError) as error:
            raise _wrong(path, N_("this does not fit: {problem}"), problem=error) from error


_TYPES = ("para", "address", "points", "table", "image", "section")
_JSON_NAMES = {
    dict: "object",
    list: "list",
    str: "string",
    bool: "true or false",
    type(None): "null",
}


def _kind(kind: type) -> str:
    return _JSON_NAMES.get(kind, "number")


def _wrong(path: str, message: str, **values: object) -> UnusableInput:
    hint = N_("docs/document.schema.json describes the shape")
    problem = Notice(message, **values)
    return UnusableInput(N_("at {path}: {problem}"), hint=hint, path=path, problem=problem)

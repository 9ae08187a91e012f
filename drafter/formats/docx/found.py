"""A Word paragraph as found: its words piece by piece, gaps, bookmarks, pictures, boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.formats.docx.names import GAP_TAG
from drafter.formats.docx.opened import RELATION_ID, Element, Opened, w
from drafter.formats.docx.picture import EMU_A_MM
from drafter.model import Gap, Image, Inline, Text, as_shown
from drafter.model.chars import plain_breaks, unwritable

_WRAPPERS = {
    w(name)
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "bdo", "dir", "customXml")
}
_MARKS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-"}
_SILENT = {w("del"), w("moveFrom")}
_DRAWINGS = {w("drawing"), w("pict"), w("object")}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(slots=True)
class Piece:
    """A stretch of words in one character style, or a gap."""

    inline: Inline
    style: str

    @property
    def text(self) -> str:
        """The words as the page shows them."""
        return as_shown(self.inline)


@dataclass(slots=True)
class Found:
    """One paragraph."""

    style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    bookmarks: dict[str, tuple[int, int]] = field(default_factory=dict)
    drawings: list[Element] = field(default_factory=list)
    outline_level: int = 0
    numbered: bool = False
    revised: bool = False
    size: int = 0
    _open: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words as the page shows them."""
        return "".join(piece.text for piece in self.pieces)

    def bookmark(self, name: str) -> tuple[int, int] | None:
        """Give the stretch that a bookmark of this name, numbered or not, covers."""
        return next((s for n, s in self.bookmarks.items() if n.rstrip("0123456789") == name), None)

    def add(self, inline: Inline, style: str) -> None:
        """Add words or a gap."""
        piece = Piece(inline, style)
        self.pieces.append(piece)
        self.size += len(piece.text)

    def open(self, id: str, name: str) -> None:
        """Begin a bookmark here."""
        self._open[id] = (name, self.size)

    def shut(self, id: str) -> None:
        """End a bookmark here."""
        name, start = self._open.pop(id, ("", 0))
        if name:
            self.bookmarks[name] = (start, self.size)


class ParagraphReader:
    """Reads paragraphs of one file."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened

    def read(self, element: Element) -> Found:
        """Read a paragraph's words in the order they stand."""
        found = Found()
        properties = element.find(w("pPr"))
        if properties is not None:
            _properties(properties, found)
        self._walk(element, found, instructions=[])
        return found

    def _walk(self, element: Element, found: Found, instructions: list[int]) -> None:
        for child in element:
            tag = child.tag
            if tag == w("r"):
                self._run(child, found, instructions)
            elif tag in _WRAPPERS:
                found.revised |= tag in (w("ins"), w("moveTo"))
                self._walk(child, found, instructions)
            elif tag == w("sdt"):
                self._control(child, found, instructions)
            elif tag == w("bookmarkStart"):
                found.open(child.get(w("id"), ""), child.get(w("name"), ""))
            elif tag == w("bookmarkEnd"):
                found.shut(child.get(w("id"), ""))
            elif tag in _SILENT:
                found.revised = True

    def _run(self, run: Element, found: Found, instructions: list[int]) -> None:
        style, words = "", []
        for child in run:
            tag = child.tag
            if tag == w("t"):
                words.append(child.text or "")
            elif tag in _MARKS:
                if child.get(w("type")) not in ("page", "column"):
                    words.append(_MARKS[tag])
            elif tag == w("rPr"):
                worn = child.find(w("rStyle"))
                style = worn.get(w("val"), "") if worn is not None else ""
            elif tag == w("fldChar"):
                _field(child, instructions)
            elif tag in _DRAWINGS:
                found.drawings.append(child)
            elif tag == f"{_MC}AlternateContent":
                found.drawings += child.findall(f"{_MC}Choice")
        text = _clean("".join(words))
        if text and not any(instructions):
            found.add(Text(text), style)

    def _control(self, element: Element, found: Found, instructions: list[int]) -> None:
        """Read a content control: a gap of ours still empty, or whatever it holds."""
        content = element.find(w("sdtContent"))
        if content is None:
            return
        inner = Found()
        self._walk(content, inner, instructions)
        gap = self._gap(element, inner.text)
        if gap:
            found.add(gap, inner.pieces[0].style)
            return
        for piece in inner.pieces:
            found.add(piece.inline, piece.style)
        found.drawings += inner.drawings

    def _gap(self, element: Element, shown: str) -> Gap | None:
        properties = element.find(w("sdtPr"))
        tag = properties.find(w("tag")) if properties is not None else None
        value = tag.get(w("val"), "") if tag is not None else ""
        own = self.opened.own
        if own is None or not value.startswith(GAP_TAG):
            return None
        number = value.removeprefix(GAP_TAG)
        name, hint, ask = own.gaps.get(int(number) if number.isdigit() else 0, ("", "", ""))
        return Gap(name, hint, ask) if name and shown == f"【{name}】" else None

    def image(self, found: Found) -> Image | None:
        """Give the picture a paragraph shows, if it shows one."""
        for drawing in found.drawings:
            shown = next(drawing.iter(f"{_A}blip"), None)
            named = next(drawing.iter(f"{_WP}docPr"), None)
            extent = next(drawing.iter(f"{_WP}extent"), None)
            if shown is None or named is None or extent is None:
                continue
            target = self.opened.targets.get(shown.get(RELATION_ID, ""), "")
            name = named.get("name", "").strip()
            size = tuple(int(extent.get(side, "0")) / EMU_A_MM for side in ("cx", "cy"))
            own = self.opened.own.sizes if self.opened.own else {}
            wide, high = own.get(int(named.get("id", "0")), size)
            usable = name.isprintable() and name
            data = self.opened.part(f"word/{target}") or b""
            return Image(name if usable else target.rsplit("/", 1)[-1] or "图片", data, wide, high)
        return None

    def boxes(self, found: Found) -> Iterator[Element]:
        """Give the text boxes anchored in a paragraph."""
        for drawing in found.drawings:
            yield from drawing.iter(w("txbxContent"))


def _properties(properties: Element, found: Found) -> None:
    style = properties.find(w("pStyle"))
    level = properties.find(w("outlineLvl"))
    found.style = style.get(w("val"), "") if style is not None else ""
    if level is not None and level.get(w("val"), "9") < "9":
        found.outline_level = int(level.get(w("val"), "0")) + 1
    found.numbered = properties.find(w("numPr")) is not None


def _field(mark: Element, instructions: list[int]) -> None:
    """Follow complex fields: an instruction is no text, a result is.

    ``instructions`` holds, for every field begun, whether its instruction is still going on.
    """
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        instructions.append(1)
    elif kind == "separate" and instructions:
        instructions[-1] = 0
    elif kind == "end" and instructions:
        instructions.pop()


def _clean(text: str) -> str:
    """Take out what no document can carry (XML allows no such character, save a few)."""
    text = plain_breaks(text) if "\r" in text else text
    return "".join(c for c in text if unwritable(c) < 0) if unwritable(text) >= 0 else text

"""What is drawn in a paragraph: pictures, text boxes, words drawn as such, objects of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.errors import N_, Notice
from drafter.formats.docx.blocks import ALTERNATE, chosen
from drafter.formats.docx.opened import RELATION_ID, Element, Opened, figure, w
from drafter.formats.docx.picture import EMU_A_MM
from drafter.model import Image

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_LARGEST_MM = 9_999.0
_USUAL_MM = (100.0, 75.0)
_ELSEWHERE = {"chart": N_("a chart"), "diagram": N_("a SmartArt drawing")}
"""Drawings whose words stand in parts of their own."""


def boxes(drawings: Iterable[Element]) -> Iterator[Element]:
    """Give the text boxes drawn, those within another left to it."""
    for part in _parts(drawings):
        if part.tag == w("txbxContent"):
            yield part


def drawn_words(drawings: Iterable[Element]) -> Iterator[str]:
    """Give words drawn as a picture: WordArt, and shapes with plain text."""
    for part in _parts(drawings):
        if part.tag == f"{_VML}textpath" and part.get("string"):
            yield part.get("string", "")
        elif part.tag == f"{_A}p":
            words = "".join(piece.text or "" for piece in part.iter(f"{_A}t"))
            if words:
                yield words


def strangers(drawings: Iterable[Element]) -> Iterator[Notice]:
    """Say which objects of other programs, and pictures of the old kind, were not read."""
    for drawing in drawings:
        for part in _parts((drawing,)):
            kind = part.get("uri", "").rsplit("/", 1)[-1]
            if part.tag == _OLE:
                name = part.get("ProgID", "") or "OLE"
                yield Notice(N_("an embedded object was not read: {name}"), name=name)
            elif part.tag == f"{_A}graphicData" and kind in _ELSEWHERE:
                yield Notice(N_("the words of {what} were not read"), what=_ELSEWHERE[kind])
            elif part.tag == f"{_VML}imagedata" and drawing.tag == w("pict"):
                yield Notice(N_("a picture drawn in the way of Word 97–2003 was not read"))


def shows_picture(drawings: Iterable[Element]) -> bool:
    """Tell whether a picture is among what is drawn."""
    return any(next(drawing.iter(f"{_A}blip"), None) is not None for drawing in drawings)


def images(drawings: Iterable[Element], opened: Opened) -> Iterator[Image]:
    """Give the pictures shown."""
    for drawing in drawings:
        shown = next(drawing.iter(f"{_A}blip"), None)
        named = next(drawing.iter(f"{_WP}docPr"), None)
        extent = next(drawing.iter(f"{_WP}extent"), None)
        if shown is None or named is None or extent is None:
            continue
        target = opened.targets.get(shown.get(RELATION_ID, ""), "")
        name = named.get("name", "").strip()
        size = tuple(figure(extent.get(side)) / EMU_A_MM for side in ("cx", "cy"))
        own = opened.own.sizes if opened.own else {}
        wide, high = own.get(figure(named.get("id")), size)
        if not (0.1 <= wide <= _LARGEST_MM and 0.1 <= high <= _LARGEST_MM):
            wide, high = _USUAL_MM
        usable = name.isprintable() and name
        data = opened.part(f"word/{target}") or b""
        yield Image(name if usable else _file_name(target), data, wide, high)


def _file_name(target: str) -> str:
    name = target.rsplit("/", 1)[-1].strip()
    return name if name and name.isprintable() else "图片"


def _parts(drawings: Iterable[Element]) -> Iterator[Element]:
    """Give all elements of drawings in order, one variant of each, boxes without their inside."""
    waiting = [*drawings][::-1]
    while waiting:
        part = waiting.pop()
        if part.tag == ALTERNATE:
            variant = chosen(part)
            waiting += [variant] if variant is not None else []
            continue
        yield part
        if part.tag != w("txbxContent"):
            waiting += list(part)[::-1]

"""The names a font file gives itself (TrueType, OpenType, collections of them)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_FAMILY, _POSTSCRIPT, _TYPOGRAPHIC = 1, 6, 16
_UNICODE = (0, 3)  # the platforms whose names are UTF-16


class Face(NamedTuple):
    """One face: the families it belongs to, in every language, and its PostScript name."""

    families: tuple[str, ...]
    postscript: str


def faces(path: Path) -> list[Face]:
    """Read the faces of a font file; of one that is unsound, none."""
    try:
        with path.open("rb") as file:
            return list(_faces(file))
    except (OSError, struct.error):
        return []


def _faces(file: BinaryIO) -> Iterator[Face]:
    tag, _version, count = struct.unpack(">4sLL", file.read(12))
    offsets = struct.unpack(f">{count}L", file.read(4 * count)) if tag == b"ttcf" else (0,)
    for offset in offsets:
        file.seek(offset + 4)
        (tables,) = struct.unpack(">H6x", file.read(8))
        for _table in range(tables):
            kind, start = struct.unpack(">4s4xL4x", file.read(16))
            if kind == b"name":
                yield _face(file, start)
                break


def _face(file: BinaryIO, start: int) -> Face:
    file.seek(start)
    count, words = struct.unpack(">2xHH", file.read(6))
    records = [struct.unpack(">6H", file.read(12)) for _record in range(count)]
    families: dict[str, None] = {}
    postscript = ""
    for platform, _encoding, _language, kind, length, offset in records:
        if platform in _UNICODE and kind in (_FAMILY, _POSTSCRIPT, _TYPOGRAPHIC):
            file.seek(start + words + offset)
            name = file.read(length).decode("utf-16-be", "replace")
            if kind == _POSTSCRIPT:
                postscript = postscript or name
            else:
                families[name] = None
    return Face(tuple(families), postscript)

"""What a PDF says of itself, read without a library: fonts, pages, who made it.

Only the structure is looked at, never the pages' own streams: dictionaries that stand open in the
file, and those packed into object streams (PDF 1.5 and later).
"""

from __future__ import annotations

import re
import zlib

_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?\bstream\r?\n", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n.*?endstream\b", re.DOTALL)
_FONT = re.compile(rb"/BaseFont\s*/([^\s/<>\[\](){}%]+)")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PRODUCER = re.compile(rb"/Producer\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:[^()\\]|\\.)*)\))", re.DOTALL)


def structure(pdf: bytes) -> bytes:
    """Give the PDF's dictionaries: the file without its streams, object streams unpacked."""
    unpacked = [_STREAM.sub(b" ", pdf)]
    for found in _OBJECTS.finditer(pdf):
        try:
            unpacked.append(zlib.decompressobj().decompress(pdf[found.end() :]))
        except zlib.error:
            continue  # packed otherwise than LibreOffice packs
    return b"\n".join(unpacked)


def fonts_named(structure: bytes) -> list[str]:
    """Name the fonts, each once, without the tag of a subset."""
    names = (_SUBSET.sub("", _name(found)) for found in _FONT.findall(structure))
    return list(dict.fromkeys(names))


def page_count(structure: bytes) -> int:
    """Count the pages."""
    return len(_PAGE.findall(structure))


def producer(structure: bytes) -> str:
    """Name the program that made the PDF; empty if it does not say."""
    found = _PRODUCER.search(structure)
    if not found:
        return ""
    hexed, plain = found.groups()
    data = bytes.fromhex(hexed.decode()) if hexed else re.sub(rb"\\(.)", rb"\1", plain or b"")
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("latin-1")


def _name(raw: bytes) -> str:
    """Decode a name: #xx is a byte; Chinese ones are UTF-8 or GBK."""
    data = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), raw)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")

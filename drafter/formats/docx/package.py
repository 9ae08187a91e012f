"""The zip around a Word file: the same parts give the same bytes, today and tomorrow."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATE = 0x0021  # 1 January 1980, the first day a zip knows
_LEVEL = 6
_UTF_8 = 0x800  # the flag of a name that is not ASCII


class Part(NamedTuple):
    """One file of the package, its data deflated."""

    name: str
    crc: int
    size: int
    packed: bytes


def packed(name: str, data: bytes) -> Part:
    """Deflate a part."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return Part(name, zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


def package(parts: Iterable[Part]) -> bytes:
    """Put parts together in the order given (``[Content_Types].xml`` belongs first)."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        flags = 0 if name.isascii() else _UTF_8
        sizes = (part.crc, len(part.packed), part.size)
        local = _LOCAL.pack(b"PK\3\4", 20, flags, 8, 0, _DATE, *sizes, len(name), 0)
        entry = (b"PK\1\2", 20, 20, flags, 8, 0, _DATE, *sizes, len(name), 0, 0, 0, 0, 0, offset)
        body += (local, name, part.packed)
        directory += (_CENTRAL.pack(*entry), name)
        offset += len(local) + len(name) + len(part.packed)
    listing = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*body, listing, end))

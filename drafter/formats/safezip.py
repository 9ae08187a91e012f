"""Zip files from strangers: what they would unpack to, known before anything is unpacked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

_MOST_RATIO = 200
"""How much more a part may unpack to than it takes; text packs 4 to 20 times."""
_FAIR = 16 << 20


def bomb(entries: Iterable[ZipInfo], most: int) -> ZipInfo | None:
    """Find the entry with which a zip unpacks to more than ``most`` bytes, or one that swells."""
    total = 0
    for entry in entries:
        total += entry.file_size
        swollen = entry.file_size > _FAIR and entry.file_size > _MOST_RATIO * entry.compress_size
        if swollen or total > most:
            return entry
    return None

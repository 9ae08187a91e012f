"""Which characters a document may hold, and how text is brought into that form."""

from __future__ import annotations

import re

# XML 1.0 section 2.2: what a Word file cannot carry. Lone surrogates are among them.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")

SPACE = " \t\n\u3000\xa0"


def unwritable(text: str) -> int:
    """Give the index of the first character that no Word file can carry, or -1."""
    found = _UNWRITABLE.search(text)
    return found.start() if found else -1


def plain_breaks(text: str) -> str:
    """Turn every kind of line or page break into one newline."""
    return _BREAKS.sub("\n", text)


def words(text: str) -> str:
    """Give the text without any white space: what must survive every conversion."""
    return "".join(text.split())

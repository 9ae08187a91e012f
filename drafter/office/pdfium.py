"""The lines of a PDF by pypdfium2, run as a program of its own: ``python -P pdfium.py PDF JSON``.

A PDF made to deceive may keep pdfium busy for ever, or bring it down: neither may happen to
drafter itself. This file imports nothing of drafter. It writes one entry a page: its width and
its lines, each as words, left, right, top in points.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_MOST_BYTES = 4 << 30
_UNSEEN = re.compile("[\x00-\x1f\\s\ud800-\udfff\ufffe\uffff]")
Char = tuple[str, float, float, float]
"""A character, its left, right and top."""


def pages(source: str) -> Iterator[tuple[float, list[tuple[str, float, float, float]]]]:
    """Give the width and the lines of each page."""
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        for page in document:
            words, (wide, high) = page.get_textpage(), page.get_size()
            rows = [_row(line) for line in _lines(words, high)]
            yield wide, [row for row in rows if row]
            words.close()
            page.close()


def _lines(words: Any, high: float) -> Iterator[list[Char]]:
    """Give the characters of each line, as pdfium parts them."""
    import pypdfium2.raw as pdfium

    line: list[Char] = []
    for at in range(pdfium.FPDFText_CountChars(words)):
        code = pdfium.FPDFText_GetUnicode(words, at)
        if code in (10, 13):
            yield line
            line = []
        else:
            left, _bottom, right, top = words.get_charbox(at, loose=True)
            line.append((chr(code), left, right, high - top))
    yield line


def _row(line: list[Char]) -> tuple[str, float, float, float] | None:
    """Make a line of its characters; None where none can be seen."""
    seen = [char for char in line if not _UNSEEN.match(char[0])]
    if not seen:
        return None
    joined = "".join(char[0] for char in line)
    text = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    sides = (min(char[1] for char in seen), max(char[2] for char in seen))
    return text, *sides, min(char[3] for char in seen)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, resource.RLIM_INFINITY))


def main(source: str, target: str) -> str | None:
    """Write what is read; give what is wrong where it cannot be."""
    import pypdfium2

    _limit_memory()
    try:
        found = list(pages(source))
    except (pypdfium2.PdfiumError, MemoryError) as error:
        return str(error) or "not enough memory"
    Path(target).write_text(json.dumps(found), "utf-8")
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""A PDF's pages as pictures (PNG): by pypdfium2 where it is installed, else by poppler."""

from __future__ import annotations

import shutil
import struct
import tempfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from drafter.errors import N_, RenderError
from drafter.office.process import run

Painter = Callable[[bytes, int], list[bytes]]
"""Takes a PDF and the dots an inch; gives one PNG a page."""
_POINTS_AN_INCH = 72


def find_painter(seconds: float) -> Painter:
    """Find what makes pictures here; raises RenderError telling what to install."""
    try:
        import pypdfium2  # noqa: F401 - only whether it is there, its own library included
    except (ImportError, OSError):
        program = shutil.which("pdftoppm")
    else:
        return _by_pdfium
    if program:
        return partial(_by_poppler, program, seconds)
    raise RenderError(
        N_("nothing is installed here that makes pictures of pages"),
        hint=N_("pip install pypdfium2, or apt-get install poppler-utils; without --png: a PDF"),
    )


def _by_pdfium(pdf: bytes, dpi: int) -> list[bytes]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            made = []
            for page in document:
                shown = page.render(scale=dpi / _POINTS_AN_INCH, rev_byteorder=True)
                made.append(png(bytes(shown.buffer), shown.width, shown.height, shown.stride))
            return made
    except pypdfium2.PdfiumError as error:
        raise RenderError(
            N_("the pages could not be made into pictures: {problem}"), problem=error
        ) from error


def _by_poppler(program: str, seconds: float, pdf: bytes, dpi: int) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        source = Path(folder, "pages.pdf")
        source.write_bytes(pdf)
        said = run([program, "-png", "-r", str(dpi), str(source), str(source)[:-4]], seconds)
        made = sorted(Path(folder).glob("*.png"), key=lambda path: int(path.stem.split("-")[1]))
        if not made:
            raise RenderError(
                N_("the pages could not be made into pictures: {problem}"), problem=said.strip()
            )
        return [path.read_bytes() for path in made]


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Make a PNG of pixels in red, green and blue, ``stride`` bytes a row."""
    rows = (pixels[at : at + 3 * width] for at in range(0, height * stride, stride))
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    head = struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

"""A PDF's words: by pypdfium2 where it is installed, else by poppler."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from drafter.errors import N_, RenderError, UnusableInput
from drafter.model.chars import unwritable
from drafter.office.content import encrypted
from drafter.office.paragraphs import Page, Row, paragraphs
from drafter.office.process import run
from drafter.office.program import no_room

_XHTML = "{http://www.w3.org/1999/xhtml}"
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")
_MOST_UNKNOWN = 0.3
_ASK = N_("ask for the .docx it was made from; a program for OCR makes text of pictures")
_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SECONDS = 120
Char = tuple[str, float, float, float]
"""A character, its left, right and top."""


class PdfText(NamedTuple):
    """The words of a PDF, a paragraph a line, and how many of its pages have none."""

    text: str
    wordless: int


def pdf_text(data: bytes, seconds: float = _SECONDS) -> PdfText:
    """Read a PDF's words.

    Raises RenderError where nothing is installed that could, UnusableInput where the file is
    damaged, encrypted or without words.
    """
    try:
        pages = _reader(seconds)(data)
    except OSError as error:
        raise no_room(error) from error
    text = "\n".join(paragraphs(pages))
    if not text.strip():
        raise UnusableInput(N_("this PDF holds pictures only, no text"), hint=_ASK)
    if len(_UNKNOWN.findall(text)) > _MOST_UNKNOWN * len(text):
        raise UnusableInput(
            N_("the fonts of this PDF do not tell which characters they show"), hint=_ASK
        )
    return PdfText(text + "\n", sum(not page.rows for page in pages))


def _reader(seconds: float) -> Callable[[bytes], list[Page]]:
    try:
        import pypdfium2  # noqa: F401 - only whether it is there, its own library included
    except (ImportError, OSError):
        program = shutil.which("pdftotext")
    else:
        return _by_pdfium
    if program:
        return lambda data: _by_poppler(program, seconds, data)
    raise RenderError(
        N_("nothing is installed here that reads a PDF"),
        hint=N_(
            "pip install pypdfium2, or apt-get install poppler-utils; or ask for the .docx it was "
            "made from"
        ),
    )


def _damaged(problem: object) -> UnusableInput:
    if "password" in str(problem).lower():
        return encrypted()
    return UnusableInput(
        N_("this PDF is damaged: {problem}"), hint=N_("fetch it once more"), problem=problem
    )


def _by_pdfium(data: bytes) -> list[Page]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            found = []
            for page in document:
                words, (wide, high) = page.get_textpage(), page.get_size()
                rows = [_row(line) for line in _lines(words, high)]
                found.append(Page(wide, tuple(row for row in rows if row)))
                words.close()
                page.close()
            return found
    except pypdfium2.PdfiumError as error:
        raise _damaged(error) from error


def _lines(words: object, high: float) -> Iterator[list[Char]]:
    """Give the characters of each line, as pdfium parts them."""
    import pypdfium2.raw as pdfium

    line: list[Char] = []
    for at in range(pdfium.FPDFText_CountChars(words)):
        code = pdfium.FPDFText_GetUnicode(words, at)
        if code in (10, 13):
            yield line
            line = []
        else:
            left, _bottom, right, top = words.get_charbox(at, loose=True)  # type: ignore[attr-defined]
            line.append((chr(code), left, right, high - top))
    yield line


def _row(line: list[Char]) -> Row | None:
    """Make a line of its characters; None where there are no words."""
    seen = [char for char in line if char[0].strip() and unwritable(char[0]) < 0]
    if not seen:
        return None
    joined = "".join(char[0] for char in line)
    text = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    sides = (min(char[1] for char in seen), max(char[2] for char in seen))
    return Row(_UNSOUND.sub("", text).strip(), *sides, min(char[3] for char in seen))


def _by_poppler(program: str, seconds: float, data: bytes) -> list[Page]:
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "0.pdf"), Path(folder, "0.xml")
        source.write_bytes(data)
        said = run([program, "-bbox-layout", str(source), str(target)], seconds, late=_ASK)
        if not target.exists():
            raise _damaged(said.strip().rsplit("\n", 1)[-1] or N_("it did not say why"))
        if "language pack" in said:
            raise RenderError(
                N_("poppler lacks the tables of Chinese characters this PDF needs"),
                hint=N_("apt-get install poppler-data, or pip install pypdfium2"),
            )
        words = _UNSOUND.sub("", target.read_text("utf-8", "replace"))
    try:
        found = ElementTree.fromstring(words)
    except ElementTree.ParseError as error:
        raise _damaged(error) from error
    return [_page(page) for page in found.iter(f"{_XHTML}page")]


def _page(page: ElementTree.Element) -> Page:
    rows = []
    for line in page.iter(f"{_XHTML}line"):
        text = " ".join(word.text or "" for word in line).strip()
        if text:
            sides = [float(line.get(side, "0")) for side in ("xMin", "xMax", "yMin")]
            rows.append(Row(text, *sides))
    return Page(float(page.get("width", "0")), tuple(rows))

"""A PDF's words: by pypdfium2 where it is installed, else by poppler."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from drafter.errors import N_, RenderError, UnusableInput
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
        return partial(_by_pdfium, seconds)
    if program:
        return partial(_by_poppler, program, seconds)
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


def _by_pdfium(seconds: float, data: bytes) -> list[Page]:
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "0.pdf"), Path(folder, "0.json")
        source.write_bytes(data)
        call = [sys.executable, "-P", str(Path(__file__).with_name("pdfium.py"))]
        said = run([*call, str(source), str(target)], seconds, late=_ASK)
        if not target.exists():
            raise _damaged(said.strip().rsplit("\n", 1)[-1] or N_("it did not say why"))
        found = json.loads(target.read_text("utf-8"))
    return [Page(wide, tuple(filter(None, map(_row, rows)))) for wide, rows in found]


def _row(line: tuple[str, float, float, float]) -> Row | None:
    text = _UNSOUND.sub("", line[0]).strip()
    return Row(text, *line[1:]) if text else None


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

"""Formats that are read, never written: LibreOffice makes Word files of them, of a PDF its text."""

from __future__ import annotations

from typing import NamedTuple

from drafter.errors import N_, RenderError
from drafter.office.html import plain_html
from drafter.office.program import Office, find_office, no_room

SECONDS = 120
_SAVE_AGAIN = N_("open it in Word or WPS and save it as .docx")


class Foreign(NamedTuple):
    """A format: its name, its suffixes, what people call it, LibreOffice's filter for it.

    ``flows``: it has no pages of its own.
    """

    name: str
    suffixes: tuple[str, ...]
    called: str
    filter: str = ""
    flows: bool = False


FOREIGN = (
    Foreign("doc", (".doc", ".dot"), "Word 97–2003 (.doc)", "MS Word 97"),
    Foreign("wps", (".wps", ".wpt"), "WPS (.wps)", "MS Word 97"),
    Foreign("rtf", (".rtf",), "RTF", "Rich Text Format"),
    Foreign("odt", (".odt", ".ott"), "OpenDocument (.odt)", "writer8"),
    Foreign("wordxml", (), "Word 2003 XML", "MS Word 2003 XML"),
    Foreign("html", (".html", ".htm", ".mht", ".mhtml"), "HTML", "HTML (StarWriter)", flows=True),
    Foreign("pdf", (".pdf",), "PDF", flows=True),
)
_BY_NAME = {f.name: f for f in FOREIGN} | {s.lstrip("."): f for f in FOREIGN for s in f.suffixes}


def foreign_named(name: str) -> Foreign | None:
    """Find a format by its name or suffix."""
    return _BY_NAME.get(name.lower().lstrip("."))


def to_word(data: bytes, source: Foreign, seconds: float = SECONDS) -> bytes:
    """Make a Word file of one in a format LibreOffice reads.

    Raises RenderError where LibreOffice is missing, fails or takes too long, UnusableInput for a
    web page that is no text.
    """
    if source.name == "html":
        data = plain_html(data)
    program = find_office(
        N_("reading a {kind} file needs LibreOffice, and it is not installed here"),
        N_(
            "open it in Word or WPS and save it as .docx; or install LibreOffice (apt-get install "
            "libreoffice-writer-nogui, or from libreoffice.org); elsewhere than usual: {variable} "
            "names its soffice"
        ),
        kind=source.called,
    )
    try:
        with Office(seconds, program) as office:
            made, said = office.word(data, source.name, source.filter, late=_SAVE_AGAIN)
    except OSError as error:
        raise no_room(error) from error
    if not made:
        raise RenderError(
            N_("LibreOffice could not read this {kind} file: {problem}"),
            hint=_SAVE_AGAIN,
            kind=source.called,
            problem=said,
        )
    return made

"""Files in foreign formats, or with a wrong suffix, made into ones that drafter reads itself."""

from __future__ import annotations

from typing import NamedTuple

from drafter.errors import N_, Notice, UnusableInput

_WORD = "Word (.docx)"
_SECONDS = 120


class Native(NamedTuple):
    """What a file held, in a format that drafter reads, and what to say of it.

    ``is_page``: it is a Word file that can be shown as it is.
    """

    data: bytes
    format: str
    warnings: tuple[str, ...] = ()
    is_page: bool = False


def native(data: bytes, format: str, seconds: float = _SECONDS) -> Native:
    """Make a document of what a file holds, whatever it is called.

    Text, outline and JSON are taken as they are. Raises UnusableInput for what cannot be read,
    RenderError where a program is missing or failed.
    """
    from drafter.office.content import content_kind
    from drafter.office.foreign import foreign_named, to_word

    foreign = foreign_named(format)
    if foreign is None and format != "docx":
        return Native(data, format)
    kind = content_kind(data)
    called = foreign.called if foreign else _WORD
    if not kind and foreign and format != "html":
        raise UnusableInput(
            N_("this is no {kind} file"),
            hint=N_("open it in Word or WPS and save it as .docx"),
            kind=called,
        )
    if kind in ("", format) or (kind, format) == ("doc", "wps"):
        source, warnings = foreign, tuple[str, ...]()
    else:
        source = foreign_named(kind)
        warnings = (_mistaken(source.called if source else _WORD),)
    if source is None:
        return Native(data, "docx", warnings, is_page=True)
    if source.name == "pdf":
        return _of_pdf(data, warnings, seconds)
    return Native(to_word(data, source, seconds), "docx", warnings, is_page=not source.flows)


def shown_as_it_is(format: str) -> bool:
    """Tell whether a preview shows files of this format as they are, in no house style."""
    from drafter.office.foreign import foreign_named

    foreign = foreign_named(format)
    return not foreign.flows if foreign else format == "docx"


def _mistaken(kind: str) -> str:
    return Notice(N_("this is really a {kind} file, and was read as one"), kind=kind)


def _of_pdf(data: bytes, warnings: tuple[str, ...], seconds: float) -> Native:
    from drafter.office.pdftext import pdf_text

    found = pdf_text(data, seconds)
    said = [
        N_("a PDF holds lines, no paragraphs: see whether they begin and end where they should")
    ]
    if found.wordless:
        told = N_("pages without text, pictures perhaps: {count}")
        said.append(Notice(told, count=found.wordless))
    return Native(found.text.encode(), "text", (*warnings, *said))

"""Ways in and out: one row per format. Readers take bytes, writers return bytes."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import NamedTuple

from drafter.errors import N_, UnusableInput, WrongUse
from drafter.model import Document
from drafter.reading.line import Reading

Read = Callable[[bytes], Reading]
Write = Callable[[Document, str], bytes]


class Format(NamedTuple):
    """A format: its name, its suffixes, how it is read and written.

    ``binary`` ones never go to a terminal. A writer is given the name of the house to wear, empty
    for the document's own; only Word has one.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    write: Write
    binary: bool = False


def _exact(document: Document) -> Reading:
    """Give the reading of a source in which nothing had to be guessed."""
    return Reading("", (), (), document)


def _read_text(data: bytes) -> Reading:
    from drafter.formats import text
    from drafter.reading.recognise import recognise

    words, lines = text.read_lines(data)
    if not words.strip():
        raise UnusableInput(N_("there is no text in it"))
    return recognise(words, lines)


def _write_text(document: Document, house: str) -> bytes:
    from drafter.formats import text

    return text.write(document).encode()


def _read_outline(data: bytes) -> Reading:
    from drafter.formats import outline
    from drafter.formats.decode import decode

    words = decode(data)
    if not words.strip():
        raise UnusableInput(N_("there is no text in it"))
    return _exact(outline.read(words))


def _write_outline(document: Document, house: str) -> bytes:
    from drafter.formats import outline

    return outline.write(document).encode()


def _read_json(data: bytes) -> Reading:
    from drafter.formats import native
    from drafter.formats.decode import decode

    return _exact(native.read(decode(data)))


def _write_json(document: Document, house: str) -> bytes:
    from drafter.formats import native

    return native.write(document).encode()


def _read_word(data: bytes) -> Reading:
    from drafter.formats.docx.read import read
    from drafter.reading.recognise import recognise

    source = read(data)
    return recognise(source.text, source.lines, source.facts, source.warnings)


def _write_word(document: Document, house: str) -> bytes:
    from drafter.formats.docx.write import write
    from drafter.house import load
    from drafter.model import kind_named

    kind = kind_named(document.kind)
    return write(document, load(house or document.house or (kind.house if kind else "plain")))


FORMATS = (
    Format("docx", (".docx",), _read_word, _write_word, binary=True),
    Format("outline", (".md", ".markdown"), _read_outline, _write_outline),
    Format("text", (".txt", ".text"), _read_text, _write_text),
    Format("json", (".json",), _read_json, _write_json),
)
_BY_NAME = {f.name: f for f in FORMATS} | {s.lstrip("."): f for f in FORMATS for s in f.suffixes}
_LATER = {
    ".doc": N_("open it in Word or WPS and save it as .docx"),
    ".wps": N_("open it in WPS and save it as .docx"),
    ".rtf": N_("open it in Word or WPS and save it as .docx"),
    ".pdf": N_("a PDF holds no paragraphs: ask for the .docx it was made from"),
}


def format_named(name: str) -> Format:
    """Find a format by its name or suffix; raises WrongUse with the nearest name."""
    found = _BY_NAME.get(name.lower().lstrip("."))
    if found:
        return found
    near = get_close_matches(name, _BY_NAME, n=1, cutoff=0.3)
    raise WrongUse(
        N_("there is no format called {name}"),
        hint=N_("did you mean {near}?") if near else N_("there are {names}"),
        name=name,
        near=near[0] if near else "",
        names=", ".join(f.name for f in FORMATS),
    )


def format_of(path: str) -> Format:
    """Tell a file's format by its suffix; raises WrongUse where that says nothing."""
    suffix = "." + path.rsplit(".", 1)[-1].lower() if "." in path.rsplit("/", 1)[-1] else ""
    found = _BY_NAME.get(suffix.lstrip(".")) if suffix else None
    if found:
        return found
    raise WrongUse(
        N_("the suffix of {path} does not tell its format"),
        hint=_LATER.get(suffix, N_("say it with --from or --to: {names}")),
        path=path,
        names=", ".join(f.name for f in FORMATS),
    )


def read(data: bytes, format: str) -> Reading:
    """Read a file's bytes in a named format; raises UnusableInput with the place."""
    return format_named(format).read(data)


def write(document: Document, format: str, house: str = "") -> bytes:
    """Write a document in a named format; the same document gives the same bytes."""
    return format_named(format).write(document, house)

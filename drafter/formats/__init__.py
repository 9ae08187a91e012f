"""Ways in and out: one row per format. Readers take bytes, writers return bytes."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from drafter.errors import N_, UnusableInput, WrongUse
from drafter.model import Document
from drafter.reading.line import Reading

if TYPE_CHECKING:
    from drafter.house import House
    from drafter.house.load import Own


class Wishes(NamedTuple):
    """What a caller may ask of a Word file; the other formats have no looks.

    ``house`` is a house or its name, empty for the document's own; ``houses`` are house files of
    the user's as (file name, TOML text). ``comments`` explains gaps in Word comments,
    ``provenance`` are names and values for the file's custom properties. ``usual`` are the houses
    to wear where none is asked for: by the kind's id, under "" the one instead of gbt9704.
    """

    house: House | str = ""
    houses: Own = ()
    comments: bool = False
    provenance: tuple[tuple[str, str], ...] = ()
    usual: tuple[tuple[str, str], ...] = ()


_NONE = Wishes()

Read = Callable[[bytes, str], Reading]
"""Bytes and how tracked changes are read, which only Word files have."""
Write = Callable[[Document, Wishes], bytes]


class Format(NamedTuple):
    """A format: its name, its suffixes, how it is read and written.

    ``binary`` ones never go to a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    write: Write
    binary: bool = False


def _exact(document: Document) -> Reading:
    """Give the reading of a source in which nothing had to be guessed."""
    return Reading("", (), (), document)


def _read_text(data: bytes, revisions: str) -> Reading:
    from drafter.formats import text
    from drafter.reading.recognise import recognise

    words, lines = text.read_lines(data)
    if not words.strip():
        raise UnusableInput(N_("there is no text in it"))
    return recognise(words, lines)


def _write_text(document: Document, wishes: Wishes) -> bytes:
    from drafter.formats import text

    return text.write(document).encode()


def _read_outline(data: bytes, revisions: str) -> Reading:
    from drafter.formats import outline
    from drafter.formats.decode import decode

    words = decode(data)
    if not words.strip():
        raise UnusableInput(N_("there is no text in it"))
    return _exact(outline.read(words))


def _write_outline(document: Document, wishes: Wishes) -> bytes:
    from drafter.formats import outline

    return outline.write(document).encode()


def _read_json(data: bytes, revisions: str) -> Reading:
    from drafter.formats import native
    from drafter.formats.decode import decode

    return _exact(native.read(decode(data)))


def _write_json(document: Document, wishes: Wishes) -> bytes:
    from drafter.formats import native

    return native.write(document).encode()


def _read_word(data: bytes, revisions: str) -> Reading:
    from drafter.formats.docx.read import read
    from drafter.reading.recognise import recognise

    source = read(data, revisions)
    return recognise(source.text, source.lines, source.facts, source.warnings)


def _write_word(document: Document, wishes: Wishes) -> bytes:
    from drafter.formats.docx.write import write

    return write(
        document,
        house_of(document, wishes),
        comments=wishes.comments,
        provenance=wishes.provenance,
    )


def house_of(document: Document, wishes: Wishes = _NONE) -> House:
    """Give the house a document wears: the one wished for, its own, the usual, or its kind's.

    What bears a 发文机关标志 is issued as a 公文: it wears gbt9704, unless its kind has a 版头 of
    another form. Raises WrongUse for a name no house has, UnusableInput for a house file that does
    not fit.
    """
    from drafter.house import load_house
    from drafter.model import kind_named

    if not isinstance(wishes.house, str):
        return wishes.house
    kind = kind_named(document.kind)
    usual = dict(wishes.usual)
    general = usual.get("") or "gbt9704"
    asked = wishes.house or document.house or usual.get(document.kind)
    kinds = kind.house if kind else "plain"
    house = load_house(asked or (general if kinds == "gbt9704" else kinds), wishes.houses)
    if not asked and document.masthead and house.masthead.form == "file":
        return load_house(general, wishes.houses)
    return house


def pages_of(document: Document, wishes: Wishes) -> int:
    """Count the pages a text takes in a house, about; 版头 and attachments are not counted."""
    from drafter.formats.docx.pages import page_count

    return page_count(document, house_of(document, wishes))


FORMATS = (
    Format("docx", (".docx",), _read_word, _write_word, binary=True),
    Format("outline", (".md", ".markdown"), _read_outline, _write_outline),
    Format("text", (".txt", ".text"), _read_text, _write_text),
    Format("json", (".json",), _read_json, _write_json),
)
_BY_NAME = {f.name: f for f in FORMATS} | {s.lstrip("."): f for f in FORMATS for s in f.suffixes}
_LATER = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt", ".html"), N_("name a .docx file instead")),
    ".pdf": N_("drafter preview makes a PDF; else name a .docx file"),
}  # what is read at most, by the programs of the office


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


def read(data: bytes, format: str, revisions: str = "accept") -> Reading:
    """Read a file's bytes in a named format; raises UnusableInput with the place.

    ``revisions`` is for Word files with tracked changes: "accept" and "reject" read them as if
    that had been done, "keep" reads the old words and the new.
    """
    return format_named(format).read(data, revisions)


def write(document: Document, format: str, wishes: Wishes | str = "") -> bytes:
    """Write a document in a named format; the same document gives the same bytes.

    ``wishes`` are for Word files; a name alone is that of a house.
    """
    asked = Wishes(wishes) if isinstance(wishes, str) else wishes
    return format_named(format).write(document, asked)


def notices(document: Document, wishes: Wishes = _NONE) -> tuple[str, ...]:
    """Tell what the one who lays a document out should know; none of it is in the file."""
    from drafter.formats.docx.table import cramped
    from drafter.model.walk import tables

    found = []
    if any(part.secrecy for part in (document, *document.attachments)):
        found.append(
            N_("this document is classified (密级): such work belongs on a machine meant for it")
        )
    house = house_of(document, wishes)
    if any(cramped(table, house) for table in tables(document)):
        found.append(
            N_("a table is too wide for its page: lay it across the page (|=), or split it in two")
        )
    letter = house.masthead.form == "letter"
    if letter and (document.printer or document.print_date):
        found.append(N_("a letter shows no 印发机关 and 印发日期 (10.1): they are hidden"))
    if letter and len(document.masthead) > 1:
        found.append(N_("a letter shows the first organ's mark only (10.1): others are hidden"))
    return tuple(found)

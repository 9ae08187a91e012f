"""Bytes of a text file → its words: UTF-8, UTF-16 or GB18030, told apart without guessing long."""

from __future__ import annotations

import re

from drafter.errors import N_, Place, UnusableInput
from drafter.model.chars import plain_breaks, unwritable

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BINARY = (
    (b"PK\x03\x04", "Word (.docx)"),
    (b"\xd0\xcf\x11\xe0", "Word 97–2003 (.doc)"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
_SAMPLE = 4096
_USUAL = re.compile("[\t\n\r -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_USUAL_LEAST = 0.8


def decode(data: bytes) -> str:
    """Give a text file's words, every line break a newline.

    Raises UnusableInput for a binary file, one in no encoding known here, or one with control
    characters that no document can carry (with line and column).
    """
    for magic, name in _BINARY:
        if data.startswith(magic):
            raise UnusableInput(
                N_("this is a {name} file, not text"),
                hint=N_("say what it is with --from, or give the file its right suffix"),
                name=name,
            )
    text = plain_breaks(decoded(data))
    refuse_unwritable(text)
    return text


def refuse_unwritable(text: str, error: type[UnusableInput] = UnusableInput) -> None:
    """Raise ``error``, with line and column, where text holds what no document can carry."""
    at = unwritable(text)
    if at >= 0:
        raise error(
            N_("control character U+{code:04X}: no document can carry it"),
            hint=N_("remove it, or check that this is a text file at all"),
            place=Place(line=text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at)),
            code=ord(text[at]),
        )


def decoded(data: bytes) -> str:
    """Give the words as they stand; raises UnusableInput for bytes in no encoding known here."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    wide = _bare_utf16(data)
    if wide:
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030")


def _bare_utf16(data: bytes) -> str:
    """Name the UTF-16 a file without a mark is in: the one in which it reads like Chinese text.

    A zero byte, which no other encoding of text has, is the sign to look for one.
    """
    sample = data[:_SAMPLE]
    if 0 not in sample or len(data) % 2:
        return ""
    sense = {name: _usual(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(sense, key=lambda name: sense[name])
    return best if sense[best] >= _USUAL_LEAST else ""


def _usual(text: str) -> float:
    """Give the share of characters that Chinese documents usually hold."""
    return len(_USUAL.findall(text)) / max(len(text), 1)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableInput(
            N_("byte {at} does not fit: the file is neither UTF-8, UTF-16 nor GB18030 text"),
            hint=N_("save it as UTF-8 text, or check that it is a text file at all"),
            at=error.start + 1,
        ) from error

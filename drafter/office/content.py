"""What a file really is, told by its bytes: suffixes in offices are often wrong."""

from __future__ import annotations

import re
import struct
from io import BytesIO

from drafter.errors import N_, UnusableInput

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 2048
_MAGICS = (("rtf", re.compile(rb"\s*\{\\rtf")), ("pdf", re.compile(rb".{0,1020}?%PDF-", re.DOTALL)))
_MARKUP = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*"
    r"<(!doctype\s+html|html|head|meta|title|body|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MIME = re.compile(r"\s*(([\w-]+:|[ \t])[^\n]*\n)*?MIME-Version:", re.IGNORECASE)
_WORD_XML = re.compile(r"\s*<\?xml[^>]*>.*?(progid=.Word\.Document|<w:wordDocument)", re.DOTALL)
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_NAME, _START, _ENTRY = 64, 116, 128  # an entry of an OLE directory: its name, where it begins
_CRYPTED = 0x0100  # of the flags at 10 in the head of a Word 97 document
_ODT = b"application/vnd.oasis.opendocument.text"
_MANIFEST_MOST = 1 << 20


def content_kind(data: bytes) -> str:
    """Name the format the bytes are in (docx, doc, rtf, odt, html, pdf, wordxml), "" if not known.

    Raises UnusableInput for what is encrypted, or belongs to another program than Word.
    """
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    for name, magic in _MAGICS:
        if magic.match(data[:_HEAD]):
            return name
    head = _words(data[:_HEAD])
    if _WORD_XML.match(head):
        return "wordxml"
    return "html" if _MARKUP.match(head) or is_web_archive(data) else ""


def is_web_archive(data: bytes) -> bool:
    """Tell whether a file is a page saved with all that belongs to it (MHTML)."""
    return bool(_MIME.match(data[:_HEAD].decode("latin-1")))


def _words(head: bytes) -> str:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "replace")
    return head.decode("latin-1")


def _zip_kind(data: bytes) -> str:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as found:
            names = set(found.namelist())
            if "word/document.xml" in names:
                return "docx"
            if "content.xml" not in names or not _starts(found.open("mimetype").read(99), _ODT):
                return ""
            manifest = found.open("META-INF/manifest.xml").read(_MANIFEST_MOST)
    except (BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return ""
    if b"encryption-data" in manifest:
        raise encrypted()
    return "odt"


def _starts(data: bytes, wanted: bytes) -> bool:
    return data.strip() in (wanted, wanted + b"-template")


def _ole_kind(data: bytes) -> str:
    if _entry(data, "EncryptedPackage") >= 0:
        raise encrypted()
    entry = _entry(data, "WordDocument")
    if entry < 0:
        raise UnusableInput(
            N_("this is a file of another program than Word or WPS Writer"),
            hint=N_("open it in its own program and save its words as .docx"),
        )
    flags = _flags(data, entry)
    if flags & _CRYPTED:
        raise encrypted()
    return "doc"


def _entry(data: bytes, name: str) -> int:
    """Find an entry of the directory in an OLE file; -1 where there is none."""
    wanted = name.encode("utf-16-le").ljust(_NAME, b"\0")
    at = data.find(wanted)
    while at >= 0 and (at % _ENTRY or at + _ENTRY > len(data)):
        at = data.find(wanted, at + 1)
    return at


def _flags(data: bytes, entry: int) -> int:
    """Give the flags in the head of the stream that an entry names; 0 where it is damaged."""
    try:
        (shift,) = struct.unpack_from("<H", data, 30)
        (sector,) = struct.unpack_from("<L", data, entry + _START)
        (flags,) = struct.unpack_from("<H", data, ((sector + 1) << min(shift, 16)) + 10)
    except struct.error:
        return 0
    return int(flags)


def encrypted() -> UnusableInput:
    """Make the error for a file that wants a password."""
    return UnusableInput(
        N_("this file is encrypted: it opens with a password only"),
        hint=N_("open it with its password and save it without one"),
    )

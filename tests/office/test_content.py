"""Files are known by their bytes, whatever they are called."""

import io
import struct
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from drafter.errors import UnusableInput
from drafter.office.content import content_kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = "application/vnd.oasis.opendocument.text"


def ole(*entries: str, flags: int = 0) -> bytes:
    """Make an OLE file: a directory of these entries in sector 0, the first one's stream in 1."""
    head = bytearray(512)
    head[: len(OLE)] = OLE
    struct.pack_into("<H", head, 30, 9)
    directory = b""
    for name in ("Root Entry", *entries):
        entry = bytearray(128)
        entry[: 2 * len(name)] = name.encode("utf-16-le")
        struct.pack_into("<L", entry, 116, 1)
        directory += entry
    stream = b"\xec\xa5\xc1\x00" + bytes(6) + struct.pack("<H", flags)
    return bytes(head) + directory.ljust(512, b"\0") + stream.ljust(512, b"\0")


def zipped(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), text)
    return file.getvalue()


def odt(manifest: str = "<manifest/>") -> bytes:
    return zipped(mimetype=ODT, content_xml="<x/>", **{"META-INF__manifest_xml": manifest})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped(word__document_xml="<x/>"), "docx"),
        (odt(), "odt"),
        (zipped(xl__workbook_xml="<x/>"), ""),
        (b"PK\x03\x04broken", ""),
        (ole("1Table", "WordDocument"), "doc"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\r\n{\\rtf1", "rtf"),
        (b"%PDF-1.7\n", "pdf"),
        (b"mail\n%PDF-1.4\n", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "html"),
        (b"  <!-- a --><!-- b -->\n<HTML xmlns:o='x'>", "html"),
        (b'<?xml version="1.0"?>\n<html>', "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b"From: <Word>\r\nMIME-Version: 1.0\r\n", "html"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "wordxml"),
        ("关于<p>的通知".encode(), ""),
        (b"\x89PNG\r\n\x1a\n", ""),
        (b"", ""),
    ],
)
def test_a_format_is_told_by_its_first_bytes_and_parts(data, kind):
    assert content_kind(data) == kind


def test_what_our_own_writer_makes_is_word():
    document = drafter.Document(kind="speech", title=drafter.Para.of("讲话"))
    assert content_kind(drafter.write(document, "docx")) == "docx"


@pytest.mark.parametrize(
    "data",
    [
        ole("EncryptedPackage", "EncryptionInfo"),
        ole("WordDocument", flags=0x0100),
        odt("<manifest><encryption-data/></manifest>"),
    ],
)
def test_an_encrypted_file_is_told(data):
    with pytest.raises(UnusableInput, match="encrypted") as found:
        content_kind(data)
    assert "password" in found.value.hint


@pytest.mark.parametrize("data", [ole("Workbook"), ole(), OLE + b"broken"])
def test_what_belongs_to_another_program_is_told(data):
    with pytest.raises(UnusableInput, match="another program"):
        content_kind(data)


@pytest.mark.parametrize("piece", [b"<!---->", b"a:b\r\n", b" \r\n", b"<?xml>", b"\n", b"<!--"])
def test_no_beginning_takes_long(piece):
    start = time.perf_counter()
    assert content_kind(piece * 5000) == ""
    assert time.perf_counter() - start < 2


@given(st.sampled_from([b"", OLE, b"PK\x03\x04", b"%PDF-", b"{\\rtf", ole("WordDocument")[:1100]]),
       st.binary(max_size=300))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_known_unknown_or_refused(head, rest):
    try:
        assert isinstance(content_kind(head + rest), str)
    except UnusableInput as error:
        assert str(error)

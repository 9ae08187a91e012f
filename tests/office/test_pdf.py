"""What a PDF says of itself."""

import zlib

import pytest

from drafter.office import pdf
from tests.office.stand_in import PDF


def test_fonts_pages_and_maker_are_read():
    found = pdf.structure(PDF)
    assert pdf.fonts_named(found) == ["UMingCN"]
    assert pdf.page_count(found) == 2
    assert pdf.producer(found) == "Azure 123"


def test_they_are_read_out_of_object_streams_too():
    packed = zlib.compress(b"3 0 4 40 <</Type /Page>> <</BaseFont /ABCDEF+SimSun /Type /Font>>")
    whole = (
        b"%%PDF-1.7\n1 0 obj\n<</Length %d /Type /ObjStm /Filter /FlateDecode>>\nstream\r\n%b"
        b"\nendstream\nendobj\n2 0 obj <</Producer (Libre\\)Office 25.2)>> endobj"
    ) % (len(packed), packed)
    found = pdf.structure(whole)
    assert pdf.fonts_named(found) == ["SimSun"]
    assert pdf.page_count(found) == 1
    assert pdf.producer(found) == "Libre)Office 25.2"


def test_what_stands_in_the_streams_of_pages_is_no_structure():
    page = b"<</Length 30>>\nstream\n/Type/Page /BaseFont/No\nendstream\n"
    broken = b"<</Type/ObjStm>>\nstream\nnot packed\nendstream\n"
    found = pdf.structure(page + broken)
    assert pdf.page_count(found) == 0
    assert pdf.fonts_named(found) == []


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_chinese_names_are_decoded(encoding):
    name = "".join(f"#{byte:02X}" for byte in "黑体".encode(encoding))
    assert pdf.fonts_named(f"/BaseFont/AAAAAA+{name}/X".encode()) == ["黑体"]


def test_a_pdf_that_says_nothing_has_no_names():
    assert pdf.producer(b"") == ""
    assert pdf.fonts_named(b"") == []

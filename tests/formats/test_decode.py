"""Text files in the encodings Chinese offices use are told apart; what is no text is named."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import UnusableInput
from drafter.formats.decode import decode

TEXT = "关于召开全县项目建设推进会的通知\n\n各乡镇：\n　　会议定于2026年2月26日上午9:00召开。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312", "utf-16-le", "utf-16-be"],
)
def test_the_same_text_comes_out_of_every_encoding(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_is_no_part_of_the_text(mark, encoding):
    assert decode(mark + "会".encode(encoding)) == "会"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_ascii_is_ascii(encoding):
    assert decode("Notice No. 1\n".encode(encoding)) == "Notice No. 1\n"


def test_rare_characters_survive():
    rare = "㐂𠮷镕喆\n"
    assert decode(rare.encode("gb18030")) == rare
    assert decode(rare.encode("utf-8")) == rare


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_a_newline(end):
    assert decode(f"甲{end}乙".encode()) == "甲\n乙"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00", "Word (.docx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word 97–2003 (.doc)"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data, name):
    with pytest.raises(UnusableInput) as caught:
        decode(data + bytes(20))
    assert str(caught.value) == f"this is a {name} file, not text"
    assert "--from" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("\x07甲", 1, 1, "U+0007"),
        ("甲乙\x01", 1, 3, "U+0001"),
        ("甲\n乙\n丙\x1f丁", 3, 2, "U+001F"),
        ("甲\r\n乙\x00", 2, 2, "U+0000"),
        ("甲\n\n\ufffe", 3, 1, "U+FFFE"),
    ],
)
def test_a_control_character_is_told_with_line_and_column(text, line, column, code):
    with pytest.raises(UnusableInput) as caught:
        decode(text.encode())
    assert (caught.value.place.line, caught.value.place.column) == (line, column)
    assert code in str(caught.value)


def test_tabs_and_no_break_spaces_are_no_control_characters():
    assert decode("甲\t乙\xa0丙\u3000丁".encode()) == "甲\t乙\xa0丙\u3000丁"


@pytest.mark.parametrize(
    ("data", "at"),
    [
        ("通知".encode("gbk") + b"\xff", 5),
        (b"\xef\xbb\xbfab\xff", 3),
        (b"\xff\xfea\x00b", 3),
    ],
)
def test_what_is_in_no_encoding_is_told_with_the_byte(data, at):
    with pytest.raises(UnusableInput, match="neither UTF-8, UTF-16 nor GB18030") as caught:
        decode(data)
    assert caught.value.values["at"] == at


@given(st.text(st.characters(codec="gb18030", categories=("Lo", "Po", "Nd")), max_size=60))
@settings(max_examples=150, deadline=None)
def test_utf_8_and_utf_16_with_its_mark_are_never_mistaken(text):
    kept = decode(text.encode())
    assert kept == text
    assert decode(text.encode("utf-8-sig")) == decode(text.encode("utf-16")) == kept


@given(st.binary(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_text_or_refused_with_a_message(data):
    try:
        text = decode(data)
    except UnusableInput as error:
        assert str(error)
    else:
        assert "\r" not in text

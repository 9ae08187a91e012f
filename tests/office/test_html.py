"""Web pages lose their charset before LibreOffice sees them, not their words."""

import base64
import html
import re
import time

import pytest

from drafter.errors import UnusableInput
from drafter.office.html import plain_html

WORDS = "关于召开全县项目建设推进会的通知"


def words(data: bytes) -> str:
    return html.unescape(re.sub("<[^>]*>", "", data.decode("ascii"))).strip()


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ('<meta charset="gb2312">', "gbk"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
        ("", "gb18030"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="gb2312">', "utf-8"),
        ('<meta charset="utf-8">', "gbk"),
        ('<meta charset="unknown">', "gbk"),
    ],
)
def test_the_charset_is_found_said_wrongly_said_or_not_at_all(meta, encoding):
    page = f"<html><head>{meta}</head><body><p>{WORDS}𠮷</p></body></html>"
    page = page if "gb" not in encoding or encoding == "gb18030" else page.replace("𠮷", "")
    made = plain_html(page.encode(encoding))
    assert words(made).replace("𠮷", "") == WORDS
    assert b"charset" not in made or b"<meta" not in made


def test_another_charset_is_believed_where_the_page_names_it():
    page = f'<meta charset="big5"><p>{"關於召開會議的通知"}</p>'
    assert words(plain_html(page.encode("big5"))) == "關於召開會議的通知"


def test_one_damaged_character_does_not_cost_the_page():
    page = ("<p>" + WORDS * 30 + "</p>").encode("gbk")
    assert words(plain_html(page + b"\xff<p>")).startswith(WORDS)
    with pytest.raises(UnusableInput):
        plain_html(b"<p>" + bytes(range(128, 256)) * 9)
    with pytest.raises(UnusableInput, match="no web page"):
        plain_html(b"<html>" + bytes(99))


def test_nothing_is_left_that_fetches_and_no_script_is_read():
    page = (
        '<link rel=stylesheet href="http://a/b.css"><SCRIPT>var a = "<p>";</SCRIPT><style>p{}'
        "</style ><iframe src=c></iframe><p>话</p><script>never ends"
    )
    made = plain_html(page.encode())
    assert not re.search(rb"<(link|script|style|iframe)", made, re.IGNORECASE)
    assert words(made) == "话never ends"


def test_pictures_behind_words_are_let_go_and_other_styles_kept():
    page = (
        """<body background="a.png"><p style='background:url(b)'><p style="x: ur&#108;(c)">"""
        """<p style="text-align:center; font-family:'仿宋'">"""
        """<p style='u\\72l(d)' STYLE = "URL(e)">"""
    )
    made = plain_html(page.encode()).decode()
    assert re.findall(r"(\w+)\s*=", made) == ["unknown"] * 3 + ["style"] + ["unknown"] * 2


def test_the_page_of_a_web_archive_is_found():
    archive = (
        b"From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    page = base64.encodebytes(f"<p>{WORDS}</p>".encode("gbk"))
    assert words(plain_html(archive + page + b"\r\n--b--\r\n")) == WORDS
    with pytest.raises(UnusableInput, match="web archive"):
        plain_html(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nwords")


@pytest.mark.parametrize(
    "piece",
    ["<script>", "<link ", "</style", "<style><script>", "charset=", " style=", " style='a"],
)
def test_no_page_takes_long(piece):
    start = time.perf_counter()
    plain_html((piece * 100_000).encode())
    assert time.perf_counter() - start < 5

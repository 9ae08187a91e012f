"""Web pages made ready for LibreOffice: in ASCII, so that no charset matters, and without links."""

from __future__ import annotations

import re
from email import message_from_bytes, policy

from drafter.errors import N_, UnusableInput
from drafter.formats.decode import decoded
from drafter.office.content import is_web_archive

_HEAD = 4096
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80"}
_WIDE_ENOUGH = 200  # one character in so many may be damaged: pages of the net often are
# What makes LibreOffice fetch something: a style sheet even where linked pictures are blocked.
_FETCHING = re.compile(
    r"<(/?)(link|meta|base|i?frame|object|embed|applet|audio|video|source|bgsound)\b", re.IGNORECASE
)
# Attributes that name a picture; of styles only those surely without one stay. Not only within
# tags: where those end is not sure in a page that wants to deceive.
_PICTURED = re.compile(
    r"""(?<=[\s"'/])(background\s*=|style\s*=(?!\s*(["'])(?:(?!\2|url)[\w\s:;.,%#()'"-])*\2))""",
    re.IGNORECASE,
)
_UNREAD = ("script", "style")  # their content is not for readers
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def plain_html(data: bytes) -> bytes:
    """Give a web page (or one saved with all it needs, MHTML) as ASCII.

    Raises UnusableInput where its bytes are no text.
    """
    charset = ""
    if is_web_archive(data):
        data, charset = _page_within(data)
    text = _text(data, charset)
    for name in _UNREAD:
        text = _without(text, name)
    text = _PICTURED.sub("unknown=", _FETCHING.sub(r"<\1unknown", text))
    return text.encode("ascii", "xmlcharrefreplace")


def _without(text: str, name: str) -> str:
    """Drop the elements of this name; where one never ends, only its tag."""
    begins = re.compile(rf"<{name}\b", re.IGNORECASE)
    ends = re.compile(rf"</{name}\b", re.IGNORECASE)
    kept, at = [], 0
    while found := begins.search(text, at):
        end = ends.search(text, found.end())
        kept.append(text[at : found.start()])
        if end is None:
            return "".join(kept) + begins.sub("<unknown", text[found.start() :])
        kept.append("</unknown")  # what the end tag holds besides is let go with it
        at = end.end()
    return "".join(kept) + text[at:]


def _page_within(data: bytes) -> tuple[bytes, str]:
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page, part.get_content_charset("")
    raise UnusableInput(N_("there is no page in this web archive (MHTML)"))


def _text(data: bytes, charset: str) -> str:
    """Decode a page: as UTF-8 or UTF-16 where it is that, else as it says, else as GB18030."""
    named = _CHARSET.search(data[:_HEAD])
    charset = (charset or (named[1].decode("ascii") if named else "")).lower()
    other = charset not in _CHINESE and not charset.startswith("utf")
    for encoding in ["utf-8", charset] if charset and other else []:
        try:
            return _sound(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return _sound(decoded(data))
    except UnusableInput:
        text = data.decode("utf-8" if charset.startswith("utf") else "gb18030", "replace")
        if text.count("\ufffd") * _WIDE_ENOUGH > len(text):
            raise
        return _sound(text)


def _sound(text: str) -> str:
    """Drop stray control characters; raises UnusableInput where they are many: it is no page."""
    cleaned = _CONTROL.sub("", text)
    if (len(text) - len(cleaned)) * _WIDE_ENOUGH > len(text):
        raise UnusableInput(N_("this is no web page: it is not text"))
    return cleaned

"""Web pages made ready for LibreOffice: in ASCII, so that no charset matters; nothing to fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy

from drafter.errors import N_, UnusableInput
from drafter.formats.decode import decoded
from drafter.office.content import is_web_archive

_HEAD = 4096
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80"}
_WIDE_ENOUGH = 200  # one character in so many may be damaged: pages of the net often are
_TAG = re.compile(r"""</?([a-z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*+)>""", re.IGNORECASE)
_UNSEEN = re.compile(r"<!--|<!doctype|<!\[|<\?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
# What a page may keep: how its words stand, never where something is to be fetched from.
_TAGS = {
    "html", "head", "body", "title", "div", "p", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5",
    "h6", "b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "font", "center",
    "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot",
    "tr", "td", "th", "caption", "col", "colgroup", "a", "section", "article", "main", "header",
    "footer", "nav", "aside", "address",
}  # fmt: skip
_ATTRIBUTES = {
    "align", "valign", "colspan", "rowspan", "width", "height", "border", "color", "face", "size",
    "type", "start", "value", "dir", "lang", "style",
}  # fmt: skip
_PLAIN_STYLE = re.compile(r"(?!.*url)[\w\s:;.,%#()'-]*", re.IGNORECASE | re.DOTALL)
_UNREAD = ("script", "style")  # their content is not for readers
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def plain_html(data: bytes) -> bytes:
    """Give a web page (or one saved with all it needs, MHTML) as ASCII.

    Raises UnusableInput where its bytes are no text.
    """
    charset = ""
    if is_web_archive(data):
        data, charset = _page_within(data)
    return "".join(_Page(_text(data, charset)).plain()).encode("ascii", "xmlcharrefreplace")


class _Page:
    """A page written anew: its words as they stand, of its tags those that only shape it.

    No < is left that is not a tag of ours: where tags end is not sure in a page that wants to
    deceive.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._missing: set[str] = set()  # ends looked for in vain: none follows

    def plain(self) -> Iterator[str]:
        """Give its pieces."""
        text, at = self._text, 0
        while (start := text.find("<", at)) >= 0:
            yield text[at:start]
            at = self._after_unseen(start)
            if at > start:
                continue
            found = _TAG.match(text, start) if self._find(">", start) >= 0 else None
            yield _written(found) if found else "&lt;"
            at = self._after_unread(found) if found else start + 1
        yield text[at:]

    def _after_unseen(self, start: int) -> int:
        """Give where the page goes on behind a comment or declaration; ``start`` for another."""
        mark = _UNSEEN.match(self._text, start)
        if mark is None:
            return start
        end = "-->" if mark[0] == "<!--" else ">"
        found = self._find(end, mark.end())
        return found + len(end) if found >= 0 else start

    def _after_unread(self, tag: re.Match[str]) -> int:
        """Give where the page goes on behind a tag, what nobody is to read let go."""
        name = tag[1].lower()
        end = self._find(f"</{name}", tag.end()) if name in _UNREAD and tag[0][1] != "/" else -1
        close = self._find(">", end) if end >= 0 else -1
        return close + 1 if close >= 0 else tag.end()

    def _find(self, end: str, start: int) -> int:
        """Find an end in whatever case; what is not found once is not looked for again."""
        if end in self._missing:
            return -1
        found = re.compile(re.escape(end), re.IGNORECASE).search(self._text, start)
        if found is None:
            self._missing.add(end)
        return found.start() if found else -1


def _written(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    if name not in _TAGS:
        return " " if name in ("img", "input") else ""
    if tag[0].startswith("</"):
        return f"</{name}>"
    kept = ""
    for attribute in _ATTRIBUTE.finditer(tag[2]):
        key, value = attribute[1].lower(), (attribute[2] or "").strip("\"'")
        if key in _ATTRIBUTES and _PLAIN_STYLE.fullmatch(value):
            kept += f' {key}="{value}"'
    return f"<{name}{kept}>"


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

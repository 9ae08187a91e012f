"""Stretches that rules do not look into: gaps, titles, long quotations, addresses, numbers.

Each is covered by placeholders of the same length, so that what stands around keeps its place.
"""

from __future__ import annotations

from drafter.pattern import regex

COVER = "\ue000"
"""The placeholder of a covered character: neither a word nor a mark of punctuation."""

LONG = 12
"""A quotation in “” of more characters is somebody else's text; a shorter one is a term."""

_FAR = 400  # characters of a quotation that are looked through for its marks

_QUOTED = regex(rf"(?<=“)[^“”]{{{LONG + 1},}}(?=”)")
_TITLES = regex(r"(?<=《)[^《》]+(?=》)|(?<=〈)[^〈〉]+(?=〉)")
_GAPS = regex(r"(?<=【)[^【】]{1,80}(?=】)")
_OTHER = regex(
    r"(?a)https?://[\w.%/?=&#:+-]+|www\.[\w.%/?=&#:+-]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?<![\d.])0\d{2,3}[-—]\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)"
    r"|(?:GB|DB|JGJ|CJJ|ISO|IEC)(?:/[TZ])?[ \u3000]?\d[\d.]*(?:[-—]\d{4})?"
    r"|(?<![\w-])[\w-]+\.(?:docx?|xlsx?|pptx?|pdf|wps|txt|zip|md)(?![A-Za-z])",
)
_NUMBERS = regex(r"[\u4e00-\u9fff]{2,12}〔[0-9]{4}〕[0-9]+号")
_COVERED = (
    (regex("】"), _GAPS),
    (regex("[》〉]"), _TITLES),
    (regex("”"), _QUOTED),
    (regex(r"[A-Za-z@]|\d{7}"), _OTHER),
    (regex("〔"), _NUMBERS),
)
"""What is covered, each behind a sign that is found faster."""


def masked(text: str) -> str:
    """Cover what the general rules do not look into; as long as the text was."""
    for sign, pattern in _COVERED:
        if sign.search(text) and pattern.search(text):
            text = pattern.sub(lambda found: COVER * len(found[0]), text)
    return text


def quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch lies inside “”, 《》 or 〈〉, its marks left out."""
    first, last = max(start - _FAR, 0), end + _FAR
    return any(
        text.rfind(opens, first, start) > text.rfind(closes, first, start)
        and text.find(closes, end, last) >= 0
        for opens, closes in ("“”", "《》", "〈〉")
    )

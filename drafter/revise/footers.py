"""What a header or footer of a file says: a page number alone, nothing, or words to be kept."""

from __future__ import annotations

from drafter.formats.docx.xml import R
from drafter.revise.ooxml import Element, w

_WORDY = set("第页共頁/／-－—–―· .")
"""What a footer may hold beside digits and still be a page number alone."""
_PICTURES = ("}blip", "}imagedata")


def is_number(footer: Element) -> bool:
    """Tell whether a footer holds a page number alone, or nothing."""
    if any(not _is_page(code) for code in _codes(footer) if code.strip()):
        return False
    if any(True for _ in footer.iter(w("object"), w("tbl"))) or _pictured(footer):
        return False
    return all(char in _WORDY or char.isspace() or char.isdigit() for char in shown(footer))


def is_empty(header: Element) -> bool:
    """Tell whether a header holds nothing."""
    drawn = any(True for _ in header.iter(w("drawing"), w("pict"), w("object"), w("tbl")))
    return not drawn and not _codes(header) and not shown(header).strip()


def numbers_pages(footer: Element) -> bool:
    """Tell whether a page number is in a footer."""
    return any(map(_is_page, _codes(footer)))


def shown(root: Element) -> str:
    """Give the words under an element, what a field shows left out."""
    found, depth = "", 0
    for child in root.iter(w("fldChar"), w("t")):
        if child.tag == w("fldChar"):
            depth += {"begin": 1, "end": -1}.get(child.get(w("fldCharType")) or "", 0)
        elif not depth and next(child.iterancestors(w("fldSimple")), None) is None:
            found += child.text or ""
    return found


def _codes(root: Element) -> list[str]:
    simple = [field.get(w("instr")) or "" for field in root.iter(w("fldSimple"))]
    return simple + [code.text or "" for code in root.iter(w("instrText"))]


def _is_page(code: str) -> bool:
    return code.strip().upper().startswith(("PAGE", "NUMPAGES", "SECTIONPAGES"))


def _pictured(root: Element) -> bool:
    drawn = [child for child in root.iter("{*}*") if str(child.tag).endswith(_PICTURES)]
    return any(name.startswith(f"{{{R}}}") for child in drawn for name in map(str, child.attrib))

"""Formulas in one line, as one types them: a fraction is a/b, a power x^2."""

from __future__ import annotations

from collections.abc import Callable

from drafter.formats.docx.opened import Element, w

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORDS = (f"{M}t", w("t"), w("delText"))


def in_line(element: Element) -> str:
    """Give the words of a formula, or of a part of one, in one line."""
    if element.tag in _WORDS:
        return element.text or ""
    shape = _SHAPES.get(element.tag)
    return shape(element) if shape else "".join(map(in_line, element))


def _part(element: Element, name: str) -> str:
    found = element.find(M + name)
    return in_line(found) if found is not None else ""


def _one(words: str) -> str:
    """Bracket what would not hold together by itself."""
    closed = words[:1] == "(" and words.find(")") == len(words) - 1
    return words if closed or words.replace(".", "").isalnum() else f"({words})"


def _fraction(element: Element) -> str:
    return f"{_one(_part(element, 'num'))}/{_one(_part(element, 'den'))}"


def _scripts(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (f"_{_one(below)}" if below else "") + (f"^{_one(above)}" if above else "")


def _raised(element: Element) -> str:
    return _part(element, "e") + _scripts(element)


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{degree}√{_one(_part(element, 'e'))}"


def _large(element: Element) -> str:
    """Write a sum or an integral: its sign, its bounds, what it is of."""
    return _said(element, "nary", "chr", "∫") + _scripts(element) + _part(element, "e")


def _bracketed(element: Element) -> str:
    inner = _said(element, "d", "sepChr", "|").join(map(in_line, element.findall(f"{M}e")))
    return _said(element, "d", "begChr", "(") + inner + _said(element, "d", "endChr", ")")


def _said(element: Element, of: str, name: str, usual: str) -> str:
    found = element.find(f"{M}{of}Pr/{M}{name}")
    return usual if found is None else found.get(f"{M}val", "")


_SHAPES: dict[str, Callable[[Element], str]] = {
    f"{M}f": _fraction,
    f"{M}sSup": _raised,
    f"{M}sSub": _raised,
    f"{M}sSubSup": _raised,
    f"{M}rad": _root,
    f"{M}nary": _large,
    f"{M}d": _bracketed,
}

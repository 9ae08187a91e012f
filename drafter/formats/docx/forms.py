"""Forms in a Word file: boxes to tick and lists to choose from, whose state is no word of text."""

from __future__ import annotations

from drafter.formats.docx.opened import Element, figure, said, switched, w

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SIGNS = {True: "☑", False: "☐"}
_ON = ("1", "true", "on")


def form_field(begin: Element) -> str:
    """Give what a field of a form shows beside its result: a box's sign, the entry chosen.

    ``begin`` is the w:fldChar that begins the field.
    """
    data = begin.find(w("ffData"))
    box = data.find(w("checkBox")) if data is not None else None
    if box is not None:
        ticked = switched(box, "checked")
        return _SIGNS[bool(switched(box, "default") if ticked is None else ticked)]
    entries = data.find(w("ddList")) if data is not None else None
    if entries is None:
        return ""
    names = [entry.get(w("val"), "") for entry in entries.findall(w("listEntry"))]
    chosen = figure(said(entries, "result") or said(entries, "default"))
    return names[chosen] if 0 <= chosen < len(names) else ""


def box_of(control: Element) -> str:
    """Give the sign of a content control that is a box to tick; "" for another control."""
    box = control.find(f"{w('sdtPr')}/{_W14}checkbox")
    if box is None:
        return ""
    ticked = box.find(f"{_W14}checked")
    return _SIGNS[ticked is not None and ticked.get(f"{_W14}val", "1") in _ON]

"""What is drawn in a paragraph: pictures in its line, high formulas, boxes and their twins."""

from __future__ import annotations

from drafter.revise.ooxml import MC, Element, M, w

_HIGH = {
    f"{{{M}}}{name}" for name in ("f", "nary", "rad", "m", "eqArr", "limLow", "limUpp", "groupChr")
}


def twin(paragraph: Element) -> Element | None:
    """Give the paragraph that one for older programs, in a mc:Fallback, stands for."""
    fallback = next(paragraph.iterancestors(f"{{{MC}}}Fallback"), None)
    choice = fallback.getprevious() if fallback is not None else None
    if fallback is None or choice is None:
        return None
    others, own = list(choice.iter(w("p"))), list(fallback.iter(w("p")))
    return others[own.index(paragraph)] if len(others) == len(own) else None


def shows(paragraph: Element) -> bool:
    """Tell whether a paragraph shows a picture or object in its line."""
    for drawing in paragraph.iter(w("drawing"), w("pict"), w("object")):
        if next(drawing.iterancestors(w("txbxContent"), w("p")), None) is not paragraph:
            continue
        if drawing.tag != w("drawing"):
            fallback = any(str(up.tag).endswith("}Fallback") for up in drawing.iterancestors())
            floats = any("position:absolute" in (e.get("style") or "") for e in drawing.iter())
            if fallback or floats:
                continue
            return True
        if any(str(child.tag).endswith("}inline") for child in drawing):
            return True
    return False


def is_high(paragraph: Element) -> bool:
    """Tell whether a formula in a paragraph is higher than its line."""
    return any(True for _ in paragraph.iter(*_HIGH))

"""Which runs of a file are hidden (隐藏文字): by themselves, or by the styles they wear."""

from __future__ import annotations

from drafter.formats.docx.names import BY_ROLE, FIXED, UNSHOWN
from drafter.revise.ooxml import Element, is_on, parse, text_of, w
from drafter.revise.parts import Parts

_DEEP = 20
_MEANT = (UNSHOWN, FIXED)
_PRINTER = BY_ROLE["printer"].id


class Hiding:
    """What hides words in one file.

    In a file drafter wrote (``own``) its styles hide what the page of its house does not show of
    the document: that is meant so.
    """

    def __init__(self, parts: Parts, *, own: bool) -> None:
        self._said: dict[str, bool] = {}
        self._based: dict[str, str] = {}
        self._own, self._usual = own, ""
        raw = parts.raw.get(parts.named("styles", "word/styles.xml"))
        root = parse(raw, "word/styles.xml") if raw and not own else None
        default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}") if root is not None else None
        self._default = bool(_says(default))
        for style in root.iter(w("style")) if root is not None else ():
            id, said = style.get(w("styleId"), ""), _says(style)
            self._based[id] = text_of(style, "basedOn")
            if said is not None:
                self._said[id] = said
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._usual = id

    def hides(self, run: Element) -> bool:
        """Tell whether a run is hidden."""
        look = run.find(w("rPr"))
        own = _says(run)
        around = next(run.iterancestors(w("p")), None)
        layout = around.find(w("pPr")) if around is not None else None
        if self._own and (
            text_of(look, "rStyle") in _MEANT or text_of(layout, "pStyle") == _PRINTER
        ):
            return False
        if own is None:
            own = self._style(text_of(look, "rStyle"))
        if own is None:
            own = self._style(text_of(layout, "pStyle") or self._usual)
        return self._default if own is None else own

    def _style(self, id: str) -> bool | None:
        for _ in range(_DEEP):
            if id in self._said:
                return self._said[id]
            id = self._based.get(id, "")
        return None


def _says(owner: Element | None) -> bool | None:
    """Tell whether properties hide words, show them, or say nothing."""
    found = owner.find(f"{w('rPr')}/{w('vanish')}") if owner is not None else None
    return None if found is None else is_on(found)

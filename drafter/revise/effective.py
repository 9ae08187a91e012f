"""How a Word paragraph is really set: indents, spacing and the page, styles resolved."""

from __future__ import annotations

from typing import NamedTuple

from drafter.revise.ooxml import Element, text_of, w

_TWIPS_PT = 20
_TWIPS_MM = 1440 / 25.4


class Setting(NamedTuple):
    """Indent of the first line and of the left edge, in 字 or points; the line's height.

    ``line_pt`` is a height in points, ``exact`` whether no line may be higher; None where lines
    are as high as their words want, or follow the page's grid.
    """

    first_chars: float | None = None
    first_pt: float = 0.0
    left_chars: float | None = None
    left_pt: float = 0.0
    line_pt: float | None = None
    exact: bool = False

    def first(self, size_pt: float) -> float:
        """Give the indent of the first line in 字 of a size."""
        if self.first_chars is not None:
            return self.first_chars
        return self.first_pt / size_pt if size_pt else 0.0


class Effective:
    """Resolves what paragraphs of one file are set like."""

    def __init__(self, styles: Element | None) -> None:
        self.styles = styles
        found = styles.iter(w("style")) if styles is not None else ()
        self._by_id: dict[str, Element] = {}
        self._default = ""
        for style in found:
            id = style.get(w("styleId")) or ""
            self._by_id[id] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = id

    def setting(self, paragraph: Element) -> Setting:
        """Give how a paragraph is set: what it says, then its style, then the file's defaults."""
        own = paragraph.find(w("pPr"))
        layers = [own, *self._chain(text_of(own, "pStyle") or self._default)]
        indents = [layer.find(w("ind")) for layer in layers if layer is not None]
        spacings = [layer.find(w("spacing")) for layer in layers if layer is not None]
        line, rule = _first(spacings, "line"), _first(spacings, "lineRule") or "auto"
        exact = rule in ("exact", "atLeast")
        return Setting(
            _hundredths(_first_of_pair(indents, "firstLineChars", "firstLine")),
            _points(_first(indents, "firstLine")),
            _hundredths(_first_of_pair(indents, "leftChars", "left")),
            _points(_first(indents, "left")),
            _points(line) if line and exact else None,
            rule == "exact",
        )

    def _chain(self, id: str) -> list[Element | None]:
        found: list[Element | None] = []
        seen: set[str] = set()
        while id in self._by_id and id not in seen:
            seen.add(id)
            found.append(self._by_id[id].find(w("pPr")))
            id = text_of(self._by_id[id], "basedOn")
        if self.styles is not None:
            found.append(self.styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"))
        return found


def _first(elements: list[Element | None], name: str) -> str:
    for one in elements:
        if one is not None and one.get(w(name)) is not None:
            return one.get(w(name)) or ""
    return ""


def _first_of_pair(elements: list[Element | None], chars: str, twips: str) -> str:
    """Give an indent in 字, unless a nearer layer says it in twips alone or takes it back."""
    for one in elements:
        if one is None:
            continue
        if one.get(w(chars)) not in (None, "0"):
            return one.get(w(chars)) or ""
        if one.get(w(twips)) is not None or one.get(w("hanging")) is not None:
            return ""
    return ""


def _hundredths(value: str) -> float | None:
    return _number(value) / 100 if value else None


def _points(value: str) -> float:
    return _number(value) / _TWIPS_PT


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


class PageSetting(NamedTuple):
    """Paper and margins of a section in mm; how far apart the lines of its grid are, in points."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    pitch_pt: float | None


def page_setting(section: Element) -> PageSetting:
    """Read the page of a section."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    grid = section.find(w("docGrid"))

    def mm(element: Element | None, name: str) -> float:
        return abs(_number((element.get(w(name)) or "") if element is not None else "")) / _TWIPS_MM

    pitch = None
    if grid is not None and (grid.get(w("type")) or "default") != "default":
        pitch = _points(grid.get(w("linePitch")) or "") or None
    gutter = mm(margins, "gutter")
    return PageSetting(
        mm(size, "w"),
        mm(size, "h"),
        mm(margins, "top"),
        mm(margins, "bottom"),
        mm(margins, "left") + gutter,
        mm(margins, "right"),
        pitch,
    )

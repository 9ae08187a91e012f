"""How a Word paragraph really looks: styles resolved, each once.

What holds, the later before the earlier: the file's defaults, the paragraph style with all it is
based on, the character style, what the run itself says. A style that is missing counts as the
default one; a chain of styles that comes back to itself ends there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.formats.docx.opened import Element, Opened, figure, said, switched, w
from drafter.reading.line import FoundLook

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEFAULTS = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
_HEADING = re.compile("(?:heading|标题)\\s*([1-9])", re.IGNORECASE)
_ALIGNS = {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both"}
_USUAL_SIZE = 10.0  # where no style says one


class RunLook(NamedTuple):
    """What a run or a style says of characters; None: nothing."""

    font: str | None = None
    size_pt: float | None = None
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, base: RunLook) -> RunLook:
        """Lay this over another look."""
        return RunLook(
            base.font if self.font is None else self.font,
            base.size_pt if self.size_pt is None else self.size_pt,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
        )


class ParagraphLook(NamedTuple):
    """What a paragraph style says, all it is based on included; None: nothing."""

    run: RunLook = RunLook()
    align: str | None = None
    outline: int | None = None  # 0 to 8, 9 for text
    num_id: str | None = None
    num_level: str | None = None
    num_style: str = ""  # the style that says num_id


_NOTHING = ParagraphLook()


@dataclass(slots=True)
class Worn:
    """How many characters of a paragraph wear which look."""

    counts: dict[RunLook, int] = field(default_factory=dict)

    def add(self, look: RunLook, count: int) -> None:
        """Count characters of a look."""
        self.counts[look] = self.counts.get(look, 0) + count

    def most(self, usual: RunLook) -> RunLook:
        """Give for each property what most characters wear; the usual where there are none."""
        counts = self.counts or {usual: 1}
        tallies: list[dict[object, int]] = [{} for _ in usual]
        for look, count in counts.items():
            for tally, value in zip(tallies, look, strict=True):
                tally[value] = tally.get(value, 0) + count
        return RunLook(*(max(tally, key=tally.__getitem__) for tally in tallies))  # type: ignore[arg-type]


class Stylesheet:
    """The styles of one file."""

    def __init__(self, opened: Opened) -> None:
        root = opened.of_kind("styles")
        self._styles: dict[str, Element] = {}
        self.default = ""
        for style in root.iter(w("style")) if root is not None else ():
            id = style.get(w("styleId"), "")
            self._styles[id] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self.default = id
        self.names = {id: said(style, "name") or id for id, style in self._styles.items()}
        self._theme = _theme_fonts(opened.of_kind("theme"))
        defaults = root.find(_DEFAULTS) if root is not None else None
        self._base = self.run(defaults)
        self._resolved: dict[str, ParagraphLook] = {}
        self._dressed: dict[tuple[str, str], RunLook] = {}

    def paragraph(self, id: str) -> ParagraphLook:
        """Resolve a paragraph style; the default one for an id that is none or unknown."""
        id = id if id in self._styles else self.default
        chain: list[str] = []
        seen: set[str] = set()
        while id in self._styles and id not in self._resolved and id not in seen:
            chain.append(id)
            seen.add(id)
            id = said(self._styles[id], "basedOn") or ""
        look = self._resolved.get(id, _NOTHING)
        for name in reversed(chain):
            look = self._resolved[name] = self._laid_over(name, look)
        return look

    def dressed(self, style: str, character: str) -> RunLook:
        """Give the look of characters in a paragraph style and a character style."""
        key = (style, character)
        if key not in self._dressed:
            look = self.paragraph(style).run.over(self._base)
            if character in self._styles:
                worn = self.paragraph(character).run
                if worn.bold and look.bold:  # bold in bold is light again
                    worn = worn._replace(bold=False)
                look = worn.over(look)
            self._dressed[key] = look
        return self._dressed[key]

    def numbering_style(self, id: str) -> str | None:
        """Give the list a numbering style stands for."""
        return self.paragraph(id).num_id if id in self._styles else None

    def run(self, properties: Element | None) -> RunLook:
        """Read what run properties say."""
        if properties is None:
            return RunLook()
        size = said(properties, "sz")
        return RunLook(
            self._font(properties.find(w("rFonts"))),
            figure(size) / 2 if figure(size) > 0 else None,
            switched(properties, "b"),
            switched(properties, "vanish"),
        )

    def found_look(self, style: str, direct: Element | None, worn: Worn) -> FoundLook:
        """Sum up how a paragraph looks."""
        base = self.paragraph(style)
        run = worn.most(self.dressed(style, ""))
        align = said(direct, "jc") or base.align or "left"
        level = said(direct, "outlineLvl")
        outline = figure(level, 9) if level is not None else base.outline
        return FoundLook(
            font=run.font or "",
            size_pt=run.size_pt or _USUAL_SIZE,
            bold=bool(run.bold),
            align=_ALIGNS.get(align, align),
            outline_level=outline + 1 if outline is not None and 0 <= outline < 9 else 0,
        )

    def _laid_over(self, id: str, base: ParagraphLook) -> ParagraphLook:
        style = self._styles[id]
        properties = style.find(w("pPr"))
        run = self.run(style.find(w("rPr"))).over(base.run)
        look = base._replace(run=run)
        align, level = said(properties, "jc"), said(properties, "outlineLvl")
        named = _HEADING.fullmatch(self.names[id].strip())
        if align:
            look = look._replace(align=align)
        if level is not None:
            look = look._replace(outline=figure(level, 9))
        elif named:
            look = look._replace(outline=int(named[1]) - 1)
        numbers = properties.find(w("numPr")) if properties is not None else None
        num_id, num_level = said(numbers, "numId"), said(numbers, "ilvl")
        if num_id is not None:
            look = look._replace(num_id=num_id, num_style=id)
        return look if num_level is None else look._replace(num_level=num_level)

    def _font(self, fonts: Element | None) -> str | None:
        """Give the East Asian font, a theme's by its name there."""
        if fonts is None:
            return None
        theme = self._theme.get(fonts.get(w("eastAsiaTheme"), "")[:5])
        return theme or fonts.get(w("eastAsia"))


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Give the East Asian fonts of a theme: of headings ("major") and of text ("minor")."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = next(theme.iter(f"{_A}{kind}Font"), None) if theme is not None else None
        if fonts is None:
            continue
        east = fonts.find(f"{_A}ea")
        name = east.get("typeface", "") if east is not None else ""
        scripts = {f.get("script"): f.get("typeface", "") for f in fonts.findall(f"{_A}font")}
        found[kind] = name or scripts.get("Hans", "")
    return found

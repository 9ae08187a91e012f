"""Automatic numbers: kept, and standing where the house's text begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.formats.docx.styles import indents
from drafter.house import House
from drafter.revise.ooxml import Element, fragments, put, text_of, tidy, w
from drafter.revise.stylesheet import Sheet


class Number(NamedTuple):
    """Which list, and which level of it."""

    list: str
    level: str


class Numbering:
    """A file's lists, and which paragraph is in which; a style may say it."""

    def __init__(self, root: Element | None, sheet: Sheet) -> None:
        self.root = root
        self.sheet = sheet
        self.used: set[str] = set()
        found = list(root.iter(w("num"))) if root is not None else []
        self._lists = {num.get(w("numId")) or "": num for num in found}

    def of(self, paragraph: Element) -> Number | None:
        """Give a paragraph's number as the file had it."""
        own = paragraph.find(w("pPr"))
        direct = own.find(w("numPr")) if own is not None else None
        worn = text_of(own, "pStyle") or self.sheet.default()
        style, said, level = self._by_style(worn)
        list = text_of(direct, "numId") or said
        if list in ("", "0"):
            return None
        return Number(list, text_of(direct, "ilvl") or level or self._linked(list, style) or "0")

    def _by_style(self, id: str) -> tuple[str, str, str]:
        for style in self.sheet.chain(id):
            layout = style.find(w("pPr"))
            found = layout.find(w("numPr")) if layout is not None else None
            if found is not None:
                said = text_of(found, "numId"), text_of(found, "ilvl")
                return style.get(w("styleId")) or "", *said
        return id, "", ""

    def _linked(self, list: str, style: str) -> str:
        for level in self._levels(list):
            if text_of(level, "pStyle") == style:
                return level.get(w("ilvl")) or ""
        return ""

    def _levels(self, list: str) -> Iterator[Element]:
        num = self._lists.get(list)
        if num is None or self.root is None:
            return
        yield from num.iter(w("lvl"))
        abstract = text_of(num, "abstractNumId")
        for found in self.root.findall(w("abstractNum")):
            if found.get(w("abstractNumId")) == abstract:
                yield from found.findall(w("lvl"))

    def keep(self, layout: Element, number: Number, house: House, look: str) -> None:
        """Write a number into a paragraph's own properties, indented as the role is.

        A level's indent goes before a style's: only the paragraph's own goes before it.
        """
        self.used.add(number.list)
        xml = f'<w:numPr><w:ilvl w:val="{number.level}"/><w:numId w:val="{number.list}"/></w:numPr>'
        put(layout, *fragments(xml), *fragments(_indent(house, look)))

    def dress(self) -> None:
        """Free the levels used of fonts and tabs of their own."""
        ours = set(self.sheet.roles) | {self.sheet.id("body")}
        for list in sorted(self.used):
            for level in self._levels(list):
                _plain(level, ours)


def _indent(house: House, look: str) -> str:
    plain = 'w:leftChars="0" w:left="0"'
    said = indents(house, house.looks[look]) if look in house.looks else ""
    if "w:firstLine=" not in said:
        plain += ' w:firstLineChars="0" w:firstLine="0"'
    if "w:left=" in said:
        plain = plain.removeprefix('w:leftChars="0" w:left="0" ')
    return said.replace("<w:ind", f"<w:ind {plain}") if said else f"<w:ind {plain}/>"


def _plain(level: Element, ours: set[str]) -> None:
    bullet = text_of(level, "numFmt") == "bullet"
    for name in ("pStyle", "suff"):
        for old in level.findall(w(name)):
            if name == "suff" or text_of(level, name) in ours:
                level.remove(old)
    suffix = fragments(f'<w:suff w:val="{"space" if bullet else "nothing"}"/>')[0]
    after = [level.find(w(name)) for name in ("isLgl", "pStyle", "lvlRestart", "numFmt", "start")]
    place = next((found for found in after if found is not None), None)
    if place is not None:
        place.addnext(suffix)
    else:
        level.insert(0, suffix)
    run = level.find(w("rPr"))
    if run is not None:
        kept = ("rFonts", "vanish") if bullet else ("vanish",)
        for child in list(run):
            if child.tag not in {w(name) for name in kept}:
                run.remove(child)
        tidy(run)

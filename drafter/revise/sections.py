"""Paper, margins, grid and page numbers of a file, made those of its house."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.formats.docx.static import FOOTERS, TURNED_FOOTERS, footers, page_twips, paper
from drafter.formats.docx.xml import element
from drafter.house import House
from drafter.revise.footers import is_empty, is_number, numbers_pages, shown
from drafter.revise.ooxml import (
    RELATION,
    Element,
    fragments,
    is_boxed,
    number_of,
    parse,
    serialised,
    tidy,
    w,
)
from drafter.revise.paragraphs import Dresser
from drafter.revise.parts import Parts
from drafter.revise.settings import Settings

_HOUSE_DECIDES = {
    w(name)
    for name in (
        "headerReference", "footerReference", "pgSz", "pgMar", "pgBorders", "lnNumType", "vAlign",
        "titlePg", "rtlGutter", "docGrid",
    )
}  # fmt: skip
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_LINE = 280  # twips of a footer's line
_MOST_COLUMNS = 8  # of a table that an upright page has room for
_KINDS = ("header", "footer")


@dataclass(slots=True)
class Sections:
    """The sections of one file and what stands above and below their text.

    ``spoken`` are the lines of the headers and footers that hold words, by the relation's id;
    ``said`` which of them the section at hand has, its own or the one before's, by kind and type.
    """

    parts: Parts
    house: House
    dresser: Dresser
    headed: bool
    ids: dict[str, str] = field(default_factory=dict)
    spoken: dict[str, int] = field(default_factory=dict)
    said: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in _KINDS})

    def dress(self) -> None:
        """Give every section the house's page, the file its settings."""
        found = list(filter(_is_current, self.parts.document().iter(w("sectPr"))))
        settings = Settings(self.parts)
        self._listen()
        self._add_footers(lying=any(map(_is_lying, found)))
        for at, section in enumerate(found):
            self._follow(section, alike=not settings.apart)
            self._section(section, plain=not at and self._plain_first())
        settings.dress(self.house)

    def _listen(self) -> None:
        """Find the headers and footers that hold words; dress their paragraphs.

        A footer that holds nothing but a page number goes, the house's stands for it.
        """
        for kind in _KINDS:
            for id, name in self.parts.related(kind).items():
                root = self.parts.root(name)
                if root is None or (kind == "header" and is_empty(root)):
                    continue
                if kind == "footer" and is_number(root):
                    self.dresser.counts.footers += 1
                    self.parts.remove(name)
                    continue
                self.spoken[id] = sum(bool(shown(p).strip()) for p in root.iter(w("p")))
                for paragraph in root.iter(w("p")):
                    boxed = is_boxed(paragraph)
                    self.dresser.wear(paragraph, "box" if boxed else kind, in_table=True)

    def _types(self) -> list[str]:
        return ["default"] + ["even"] * (self.house.page_number.place == "outside")

    def _plain_first(self) -> bool:
        return self.headed and not self.house.page_number.first_page

    def _add_footers(self, *, lying: bool) -> None:
        """Add the house's footers."""
        needed = [FOOTERS[type] for type in self._types()]
        needed += [FOOTERS["first"]] if self._plain_first() else []
        needed += [TURNED_FOOTERS[type] for type in self._types()] if lying else []
        for own, xml in footers(self.house).items():
            if own in needed:
                name = f"word/drafter{own.removeprefix('rId')}.xml"
                self.parts.remove(name)
                data = serialised(self._own(xml))
                self.ids[own] = self.parts.add(name, data, "footer", _FOOTER, own)

    def _own(self, xml: str) -> Element:
        """Make a footer of the house, its style as the file calls it."""
        root = parse(xml.encode(), "footer.xml")
        for style in root.iter(w("pStyle")):
            style.set(w("val"), self.dresser.sheet.id("footer"))
        return root

    def _follow(self, section: Element, *, alike: bool) -> None:
        """Note what a section refers to; where even pages were as odd ones, they stay so."""
        for kind, known in self.said.items():
            own = {
                row.get(w("type")) or "default": row.get(RELATION) or ""
                for row in section.findall(w(f"{kind}Reference"))
            }
            known.update(own)
            if alike and "default" in own:
                known["even"] = own["default"]

    def _section(self, section: Element, *, plain: bool) -> None:
        lying = _is_lying(section)
        titled = section.find(w("titlePg")) is not None
        first = titled and any(known.get("first") in self.spoken for known in self.said.values())
        types = self._types() + ["first"] * (first or plain)
        rows, lines = self._references(types, lying=lying, plain=plain)
        page = self.house.page.turned() if lying else self.house.page
        kept = [child for child in section if child.tag not in _HOUSE_DECIDES]
        for number in section.findall(w("pgNumType")):
            if number.get(w("fmt")) == "numberInDash":
                del number.attrib[w("fmt")]  # the house has its own dashes
        size, margins = fragments(paper(self.house, landscape=lying))
        if lines and not lying:
            footer = number_of(margins.get(w("footer"))) - _LINE * lines
            margins.set(w("footer"), str(max(footer, 0)))
        title_page = fragments("<w:titlePg/>") if first or plain else []
        grid = fragments(element("docGrid", type="lines", linePitch=page.pitch_twips))
        section[:] = [*rows, *kept, size, margins, *title_page, *grid]
        tidy(section)

    def _references(
        self, types: list[str], *, lying: bool, plain: bool
    ) -> tuple[list[Element], int]:
        """Refer to headers with words, to the house's footers or those with words of their own.

        A footer's own words stand under the number; the most lines they take are given too.
        """
        xml, lines = "", 0
        for type in types:
            header, words = (self.said[kind].get(type, "") for kind in _KINDS)
            if header in self.spoken:
                xml += f'<w:headerReference w:type="{type}" r:id="{header}"/>'
            if words in self.spoken:
                lines = max(lines, self._number_above(words, type))
                xml += f'<w:footerReference w:type="{type}" r:id="{words}"/>'
            elif type != "first" or plain:
                own = (TURNED_FOOTERS if lying and type != "first" else FOOTERS)[type]
                xml += f'<w:footerReference w:type="{type}" r:id="{self.ids[own]}"/>'
        return fragments(xml), lines

    def _number_above(self, id: str, type: str) -> int:
        """Put the page number above a footer's own words; give how many lines these take."""
        root = self.parts.root(self.parts.related("footer")[id])
        assert root is not None
        if not numbers_pages(root):
            kind = "even" if type == "even" else "default"
            root.insert(0, self._own(footers(self.house)[FOOTERS[kind]])[0])
            return self.spoken[id]
        return max(self.spoken[id] - 1, 0)


def _is_current(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag in (w("pPr"), w("body"))


def _is_lying(section: Element) -> bool:
    size = section.find(w("pgSz"))
    if size is None:
        return False
    return number_of(size.get(w("w"))) > number_of(size.get(w("h")))


def stand_up(body: Element) -> bool:
    """Turn pages upright where all of a file lie and no table needs it (5.1, 8); tell whether."""
    sections = [section for section in body.iter(w("sectPr")) if _is_current(section)]
    columns = [len(grid) for grid in body.iter(w("tblGrid"))]
    if not sections or not all(map(_is_lying, sections)) or max(columns, default=0) > _MOST_COLUMNS:
        return False
    for section in sections:
        size = section.find(w("pgSz"))
        assert size is not None
        wide, high = size.get(w("w")) or "", size.get(w("h")) or ""
        size.set(w("w"), high)
        size.set(w("h"), wide)
        size.attrib.pop(w("orient"), "")
    return True


def text_twips(section: Element | None, house: House) -> int:
    """Give the width of a section's text as the house has it."""
    lying = section is not None and _is_lying(section)
    return page_twips(house.page.turned() if lying else house.page)

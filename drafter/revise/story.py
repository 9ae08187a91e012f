"""The main story of a file dressed: every paragraph by its role, tables, boxes, what may go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.xml import element
from drafter.house import House
from drafter.reading.words import SENTENCE_ENDS
from drafter.revise.cells import frame_roles, is_mark
from drafter.revise.drawn import is_high, shows, twin
from drafter.revise.frame import CORNER, Frame
from drafter.revise.numbers import Numbering
from drafter.revise.ooxml import (
    Element,
    fragments,
    is_boxed,
    of_most_words,
    properties,
    put,
    space,
    text,
    text_of,
    w,
    within,
)
from drafter.revise.paragraphs import Dresser
from drafter.revise.roles import Wear
from drafter.revise.sections import text_twips
from drafter.revise.stylesheet import size_of
from drafter.revise.tables import fit_pictures, fit_table, heads, over_lines, picture_lines

_BARE = {w(name) for name in ("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd", "hyperlink")}
_BARE_RUN = {w(name) for name in ("rPr", "t", "tab", "lastRenderedPageBreak")}
_WIDE = {w(name) for name in ("w", "spacing", "fitText")}
"""How wide the words of a box are set, so that it holds them."""
_CENTRED = ("center", "right")
_SPACED = ("salutation", "attachment_list", "signature", "date", "title", "masthead", "number")
_FIRST = (*CORNER, "masthead", "title")
_START = "start"
_CAPTION = 40  # characters of a caption at most
_NUMBERED = re.compile("(附?表|图)\\s*[0-9０-９一二三四五六七八九十]")
_FRAMED = ("masthead", "number", "secrecy", "urgency")
_TEXT = ("title", "salutation", "body")
_OPENING = ("attachment", "enclosed")
_FLOWING = ("body", "more", "address", "closing", "heading", "run_in")


@dataclass(slots=True)
class Story:
    """Walks through the paragraphs of the main part."""

    body: Element
    house: House
    dresser: Dresser
    numbering: Numbering
    worn: dict[int, list[Wear]]
    again: bool  # the file was laid out before: what wears a style of ours keeps it
    places: list[Element] = field(default_factory=list)
    order: dict[Element, int] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    cells: dict[Element, str] = field(default_factory=dict)  # roles of what tables lay out
    dropped: set[int] = field(default_factory=set)
    begun: bool = False  # whether the title, or the text, has been met
    _widths: dict[Element, int] = field(default_factory=dict)

    def dress(self, *, drop_junk: bool) -> None:
        """Dress the whole story."""
        self.places = list(self.body.iter(w("p")))
        self.order = {paragraph: place for place, paragraph in enumerate(self.places)}
        self.cells = frame_roles(self.body.findall(w("tbl")), self.dresser.sheet)
        for table in list(self.body.iter(w("tbl"))):
            fit_table(table, self._width(table))
        headed = {p for table in self.body.iter(w("tbl")) for p in heads(table)}
        numbers = [self.numbering.of(paragraph) for paragraph in self.places]
        for place, paragraph in enumerate(self.places):
            role = self._role(place, paragraph, headed)
            self.roles[place] = role
            self.begun = self.begun or (role in _TEXT and bool(text(paragraph).strip()))
            self._paragraph(paragraph, role, place)
            number = numbers[place]
            layout = paragraph.find(w("pPr"))
            if number is not None and layout is not None:
                look = BY_ROLE[role].look if role in BY_ROLE else ""
                self.numbering.keep(layout, number, self.house, look)
        self._below_tables()
        self._clear(drop_junk=drop_junk)
        roles = {place: role for place, role in self.roles.items() if place not in self.dropped}
        Frame(self.places, roles, self._openings(), self.house, self.dresser).dress()

    def _openings(self) -> frozenset[int]:
        """Give the places where an attachment, or a document printed inside, begins."""
        return frozenset(
            place
            for place, lines in self.worn.items()
            if any(line.judgement.opens in _OPENING for line in lines)
            and place not in self.dropped
            and not within(self.places[place], "tc")
        )

    def _role(self, place: int, paragraph: Element, headed: set[Element]) -> str:
        if is_boxed(paragraph):
            return self._boxed_role(place, paragraph)
        if within(paragraph, "tc"):
            usual = "table_head" if paragraph in headed else "table_text"
            return self.cells.get(paragraph, usual)
        return "rule" if self.dresser.is_rule(paragraph) else self._flowing_role(place, paragraph)

    def _flowing_role(self, place: int, paragraph: Element) -> str:
        style = text_of(paragraph.find(w("pPr")), "pStyle")
        if self.dresser.sheet.names.get(style, "").startswith(("toc ", "table of figures")):
            return "toc"
        if shows(paragraph) and not text(paragraph).strip():
            return "image"
        known = self.dresser.sheet.roles.get(style, "") if self.again else ""
        judged = self._judged(place, paragraph)
        if known and known not in ("body", "box") and not known.startswith("run_in"):
            return known
        return (self._caption(place, paragraph, style) or judged) if judged == "body" else judged

    def _caption(self, place: int, paragraph: Element, style: str) -> str:
        """Tell a line that names the table below it, or the picture above it; "" for another."""
        words, line = text(paragraph).strip(), self.worn.get(place, [])
        if not words or len(words) > _CAPTION or words[-1] in SENTENCE_ENDS:
            return ""
        above, below = paragraph.getprevious(), paragraph.getnext()
        look = line[0].line.look if line else None
        named = self.dresser.sheet.names.get(style) == "caption" or _NUMBERED.match(words)
        if below is not None and below.tag == w("tbl"):
            centred = look is not None and look.align == "center"
            return "table_caption" if named or centred else ""
        pictured = above is not None and above.tag == w("p") and shows(above)
        return "image_caption" if pictured and named else ""

    def _boxed_role(self, place: int, paragraph: Element) -> str:
        newer = twin(paragraph)
        if newer is not None:
            return self.roles.get(self.order[newer], "box")
        style = text_of(paragraph.find(w("pPr")), "pStyle")
        known = self.dresser.sheet.roles.get(style, "") if self.again else ""
        found = known or self._judged(place, paragraph)
        if found in _FRAMED:
            return found
        return "box" if self.begun or not is_mark(paragraph, self.dresser.sheet) else "masthead"

    def _judged(self, place: int, paragraph: Element) -> str:
        lines = self.worn.get(place, [])
        if not lines or not text(paragraph).strip():
            return "body"
        return next((line.role for line in lines if line.line.text.strip()), lines[0].role)

    def _paragraph(self, paragraph: Element, role: str, place: int) -> None:
        if role == "toc":
            self.dresser.keep_style(paragraph)
            return
        if role == "rule":
            return
        if role == "box" or is_boxed(paragraph) or self.cells.get(paragraph) == "masthead":
            self._box(paragraph, role)
            return
        table = within(paragraph, "tc")
        layout = self.dresser.wear(paragraph, role, in_table=table)
        look = self.house.looks[BY_ROLE[role].look] if role in BY_ROLE else None
        if not table:
            self.dresser.strip(paragraph, end=look is not None and look.align in _CENTRED)
        if role.startswith("run_in"):
            wear = next(one for one in self.worn[place] if one.level)
            shown = [text(self.places[at]) for at in wear.places]
            before = sum(map(len, shown[: wear.places.index(place)]))
            self.dresser.run_in(paragraph, wear.heading_end("".join(shown)) - before, wear.level)
        fit_pictures(paragraph, self._width(paragraph))
        if not table and role != "image" and (shows(paragraph) or is_high(paragraph)):
            space(layout, line=240, lineRule="auto")
        high = picture_lines(paragraph, self.house) if role == "image" else 0
        if high:
            space(layout, line=high, lineRule="atLeast")

    def _box(self, paragraph: Element, role: str) -> None:
        """Dress words in a box, or a mark in a cell: they keep the size it was drawn for."""
        layout = paragraph.find(w("pPr"))
        style = text_of(layout, "pStyle") or self.dresser.sheet.default()
        usual = size_of(self.dresser.sheet, style)
        sizes: dict[Element, str] = {}
        widths: dict[Element, list[Element]] = {}
        for run in paragraph.iter(w("r")):
            own = run.find(w("rPr"))
            size = text_of(own, "sz") or usual
            sizes[run] = size if size.isdecimal() else ""
            widths[run] = [deepcopy(e) for e in own if e.tag in _WIDE] if own is not None else []
        layout = self.dresser.wear(paragraph, role, in_table=True)
        main = of_most_words(sizes)
        style = self.dresser.sheet.sized(role, main)
        put(layout, *fragments(f'<w:pStyle w:val="{style}"/>'))
        if role != "box":
            space(layout, line=240, lineRule="auto")
        for run, size in sizes.items():
            if run.find(w("t")) is None:
                continue
            if size not in ("", main):
                widths[run] += fragments(element("sz", val=size) + element("szCs", val=size))
            if widths[run]:
                put(properties(run, "rPr"), *widths[run])

    def _width(self, inner: Element) -> int:
        """Give the width of the text where an element stands."""
        block = inner
        while block.getparent() is not None and block.getparent() is not self.body:
            block = block.getparent()  # type: ignore[assignment]
        if not self._widths:
            waiting: list[Element] = []
            for child in self.body:
                waiting.append(child)
                section = child if child.tag == w("sectPr") else child.find(f".//{w('sectPr')}")
                if section is not None:
                    wide = text_twips(section, self.house)
                    self._widths.update(dict.fromkeys(waiting, wide))
                    waiting = []
            usual = text_twips(None, self.house)
            self._widths.update(dict.fromkeys(waiting, usual))
        return self._widths.get(block, text_twips(None, self.house))

    def _below_tables(self) -> None:
        """Let the text go on on the page's lines below a table."""
        for table in self.body.findall(w("tbl")):
            below = table.getnext()
            missing = over_lines(table, self.house)
            if below is not None and below.tag == w("p") and missing:
                layout = below.find(w("pPr"))
                assert layout is not None, "every paragraph has been dressed"
                space(layout, before=missing)

    def _clear(self, *, drop_junk: bool) -> None:
        """Take out empty paragraphs that only make space, and junk where that is asked for."""
        counts = self.dresser.counts
        for place, role in self.roles.items():
            paragraph = self.places[place]
            if role == "junk":
                words = text(paragraph).strip()
                if drop_junk and _is_bare(paragraph):
                    counts.junk.append(words)
                    self.dropped.add(place)
                else:
                    counts.marked.append(words)
        vain = self._only_space()
        counts.empty += len(vain)
        self.dropped.update(vain)
        for place in self.dropped:
            gone = self.places[place]
            gone.getparent().remove(gone)  # type: ignore[union-attr]

    def _only_space(self) -> list[int]:
        """Find the empty paragraphs that make space the house makes itself, or wants none."""
        before, after = self._beside(-1), self._beside(1)
        return [
            place
            for place, role in self.roles.items()
            if role == "body"
            and not text(self.places[place]).strip()
            and _is_bare(self.places[place])
            and _is_vain(before[place], after[place])
        ]

    def _beside(self, step: int) -> dict[int, str]:
        """Give for each paragraph the role of the next one with words on one side.

        It is nothing at a table or a picture, ``_START`` where the story begins.
        """
        found: dict[int, str] = {}
        places = range(len(self.places))
        for place in places if step < 0 else reversed(places):
            here = self.places[place]
            near = here.getprevious() if step < 0 else here.getnext()
            if near is None:
                found[place] = _START if step < 0 and here.getparent() is self.body else ""
            elif near.tag != w("p"):
                found[place] = ""
            elif text(near).strip():
                found[place] = self.roles[self.order[near]]
            else:
                found[place] = found[self.order[near]] if _is_bare(near) else ""
        return found


def _is_vain(before: str, after: str) -> bool:
    """Tell whether empty paragraphs between two roles make space that is not wanted."""
    if before == _START:
        return after in _FIRST
    spaced = after in _SPACED and before != ""
    return spaced or (before.startswith(_FLOWING) and after.startswith(_FLOWING))


def _is_bare(paragraph: Element) -> bool:
    """Tell whether a paragraph holds words alone: no mark, note, picture or section's end."""
    layout = paragraph.find(w("pPr"))
    if layout is not None:
        mark = layout.find(w("rPr"))
        held = [layout.find(w(name)) for name in ("sectPr", "framePr", "pPrChange", "numPr")]
        held.append(layout.find(w("pageBreakBefore")))
        if any(found is not None for found in held):
            return False
        if mark is not None and any(mark.find(w(n)) is not None for n in ("ins", "del")):
            return False
    begun = {start.get(w("id")) for start in paragraph.findall(w("bookmarkStart"))}
    ends = {end.get(w("id")) for end in paragraph.findall(w("bookmarkEnd"))}
    return ends <= begun and all(_is_bare_child(child) for child in paragraph)


def _is_bare_child(child: Element) -> bool:
    if child.tag not in _BARE:
        return False
    if child.tag == w("bookmarkStart"):
        return child.get(w("name")) == "_GoBack"
    if child.tag == w("hyperlink"):
        return all(_is_bare_child(inner) for inner in child)
    return child.tag != w("r") or all(inner.tag in _BARE_RUN for inner in child)


def dress_notes(roots: Sequence[tuple[str, Element]], dresser: Dresser) -> None:
    """Dress the words of footnotes and endnotes."""
    for kind, root in roots:
        for note in root:
            if note.get(w("type")) is None:
                for paragraph in note.iter(w("p")):
                    dresser.wear(paragraph, kind, in_table=within(paragraph, "tc"))

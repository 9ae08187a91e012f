"""The main story of a file dressed: every paragraph by its role, tables, boxes, what may go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.formats.docx.mark import ink_top, line_twips
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.signature import right_edges
from drafter.formats.docx.styles import indents
from drafter.formats.docx.xml import element
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document, Para, Text
from drafter.revise.numbers import Numbering
from drafter.revise.ooxml import MC, Element, M, fragments, put, space, text, text_of, w, within
from drafter.revise.paragraphs import Dresser
from drafter.revise.roles import Wear, signatures
from drafter.revise.sections import text_twips
from drafter.revise.stylesheet import size_of
from drafter.revise.tables import fit_pictures, fit_table, heads, over_lines, picture_lines

_BARE = {w(name) for name in ("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd", "hyperlink")}
_BARE_RUN = {w(name) for name in ("rPr", "t", "tab", "lastRenderedPageBreak", "noBreakHyphen")}
_HIGH = {
    f"{{{M}}}{name}" for name in ("f", "nary", "rad", "m", "eqArr", "limLow", "limUpp", "groupChr")
}
_CENTRED = ("center", "right")
_SPACED = ("salutation", "attachment_list", "signature", "date", "title")
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
    dropped: set[int] = field(default_factory=set)
    _widths: dict[Element, int] = field(default_factory=dict)

    def dress(self, *, drop_junk: bool) -> None:
        """Dress the whole story."""
        self.places = list(self.body.iter(w("p")))
        self.order = {paragraph: place for place, paragraph in enumerate(self.places)}
        for table in list(self.body.iter(w("tbl"))):
            fit_table(table, self._width(table))
        headed = {p for table in self.body.iter(w("tbl")) for p in heads(table)}
        numbers = [self.numbering.of(paragraph) for paragraph in self.places]
        for place, paragraph in enumerate(self.places):
            role = self._role(place, paragraph, headed)
            self.roles[place] = role
            self._paragraph(paragraph, role, place)
            number = numbers[place]
            layout = paragraph.find(w("pPr"))
            if number is not None and layout is not None:
                look = BY_ROLE[role].look if role in BY_ROLE else ""
                self.numbering.keep(layout, number, self.house, look)
        self._below_tables()
        self._sign()
        self._mark()
        self._clear(drop_junk=drop_junk)

    def _role(self, place: int, paragraph: Element, headed: set[Element]) -> str:
        if next(paragraph.iterancestors(w("txbxContent")), None) is not None:
            return self._boxed_role(place, paragraph)
        style = text_of(paragraph.find(w("pPr")), "pStyle")
        if within(paragraph, "tc"):
            return "table_head" if paragraph in headed else "table_text"
        if self.dresser.sheet.names.get(style, "").startswith(("toc ", "table of figures")):
            return "toc"
        if _shows(paragraph) and not text(paragraph).strip():
            return "image"
        known = self.dresser.sheet.roles.get(style, "") if self.again else ""
        judged = self._judged(place, paragraph)
        if known and known not in ("body", "box") and not known.startswith("run_in"):
            return known
        return judged

    def _boxed_role(self, place: int, paragraph: Element) -> str:
        twin = _twin(paragraph)
        if twin is not None:
            return self.roles.get(self.order[twin], "box")
        found = self._judged(place, paragraph)
        return found if found in ("masthead", "number", "secrecy", "urgency") else "box"

    def _judged(self, place: int, paragraph: Element) -> str:
        lines = self.worn.get(place, [])
        if not lines or not text(paragraph).strip():
            return "body"
        return next((line.role for line in lines if line.line.text.strip()), lines[0].role)

    def _paragraph(self, paragraph: Element, role: str, place: int) -> None:
        if role == "toc":
            self.dresser.keep_style(paragraph)
            return
        if role == "box":
            self._box(paragraph)
            return
        table = role.startswith("table_")
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
        if not table and role != "image" and (_shows(paragraph) or _is_high(paragraph)):
            space(layout, line=240, lineRule="auto")
        high = picture_lines(paragraph, self.house) if role == "image" else 0
        if high:
            space(layout, line=high, lineRule="atLeast")

    def _box(self, paragraph: Element) -> None:
        """Dress words in a box: they keep their size, which the box was drawn for."""
        layout = paragraph.find(w("pPr"))
        style = text_of(layout, "pStyle") or self.dresser.sheet.default()
        usual = size_of(self.dresser.sheet, style)
        kept = {run: text_of(run.find(w("rPr")), "sz") or usual for run in paragraph.iter(w("r"))}
        layout = self.dresser.wear(paragraph, "box", in_table=True)
        sizes: Counter[str] = Counter()
        for run, size in kept.items():
            sizes[size] += sum(len(found.text or "") for found in run.iter(w("t")))
        main = sizes.most_common(1)[0][0] if sizes else ""
        put(layout, *fragments(f'<w:pStyle w:val="{self.dresser.sheet.box(main)}"/>'))
        for run, size in kept.items():
            if size not in ("", main) and run.find(w("t")) is not None:
                own = run.find(w("rPr"))
                if own is None:
                    own = run.makeelement(w("rPr"))
                    run.insert(0, own)
                put(own, *fragments(element("sz", val=size) + element("szCs", val=size)))

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

    def _sign(self) -> None:
        """Set names and date where the standard wants them (7.3.5)."""
        house = self.house
        told = [
            (place, role)
            for place, role in self.roles.items()
            if text(self.places[place]).strip() and role not in ("box",)
        ]
        for names, date in signatures(told):
            words = [Para((Text(text(self.places[place]).strip()),)) for place in names]
            last = Para((Text(text(self.places[date]).strip()),)) if date is not None else Para()
            given = Document(signature=tuple(words), date=last)
            right, edges = right_edges(given, house)
            all_edges = [*edges, *([right] if date is not None else [])]
            looks = ["signature"] * len(names) + ["date"]
            before = round(house.signature.before_lines * house.page.pitch_twips)
            rows = zip(
                [*names, *([date] if date is not None else [])], all_edges, looks, strict=False
            )
            for at, (place, edge, look) in enumerate(rows):
                layout = self.places[place].find(w("pPr"))
                assert layout is not None
                xml = indents(house, house.looks[look], right=edge)
                put(layout, *fragments(xml))
                if not at and before:
                    space(layout, before=before)

    def _below_tables(self) -> None:
        """Let the text go on on the page's lines below a table."""
        for table in self.body.findall(w("tbl")):
            below = table.getnext()
            missing = over_lines(table, self.house)
            if below is not None and below.tag == w("p") and missing:
                layout = below.find(w("pPr"))
                assert layout is not None, "every paragraph has been dressed"
                space(layout, before=missing)

    def _mark(self) -> None:
        """Give the lines of the organ's mark the height their size wants (7.2.4)."""
        size = self.house.looks["masthead"].size_pt
        top = round(self.house.masthead.top_mm * TWIPS_A_MM) - ink_top(size)
        first = True
        for place, role in self.roles.items():
            layout = self.places[place].find(w("pPr"))
            if role != "masthead" or layout is None:
                continue
            boxed = next(layout.iterancestors(w("txbxContent")), None) is not None
            before = max(top, 0) if first and place == 0 and not boxed else 0
            space(layout, before=before, line=line_twips(size), lineRule="exact")
            first = False

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
            elif role == "body" and self._only_spaces(place):
                counts.empty += 1
                self.dropped.add(place)
        for place in self.dropped:
            gone = self.places[place]
            gone.getparent().remove(gone)  # type: ignore[union-attr]

    def _only_spaces(self, place: int) -> bool:
        """Tell whether an empty paragraph makes space the house makes itself, or wants none."""
        paragraph = self.places[place]
        if text(paragraph).strip() or not _is_bare(paragraph):
            return False
        before, after = self._beside(place, -1), self._beside(place, 1)
        if after in _SPACED and before:
            return True
        return before.startswith(_FLOWING) and after.startswith(_FLOWING)

    def _beside(self, place: int, step: int) -> str:
        """Give the role of the next paragraph with words on one side; nothing at a table."""
        here = self.places[place]
        while True:
            near = here.getnext() if step > 0 else here.getprevious()
            if near is None or near.tag != w("p"):
                return ""
            here = near
            if text(here).strip():
                return self.roles[self.order[here]]
            if not _is_bare(here):
                return ""


def _twin(paragraph: Element) -> Element | None:
    """Give the paragraph that one for older programs, in a mc:Fallback, stands for."""
    fallback = next(paragraph.iterancestors(f"{{{MC}}}Fallback"), None)
    choice = fallback.getprevious() if fallback is not None else None
    if fallback is None or choice is None:
        return None
    others, own = list(choice.iter(w("p"))), list(fallback.iter(w("p")))
    return others[own.index(paragraph)] if len(others) == len(own) else None


def _shows(paragraph: Element) -> bool:
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


def _is_high(paragraph: Element) -> bool:
    return any(True for _ in paragraph.iter(*_HIGH))


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
    return all(_is_bare_child(child) for child in paragraph)


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

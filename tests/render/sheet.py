"""A document of ours, written as Word and rendered: what the clauses are measured on."""

from __future__ import annotations

import io
import re
from functools import cached_property
from itertools import pairwise
from statistics import median

import docx
from docx.oxml.ns import qn

from drafter.formats.docx.names import STYLES
from drafter.formats.text import Lines
from drafter.house import House
from drafter.model import Document, Section
from drafter.model.walk import blocks
from tests.render.page import Pages, Row

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
MIDDLE = (LEFT + RIGHT) / 2
PITCH = 225 / 22
ZI = 156 / 28
HANGING = "，。、；：！？）》」』】〕”’…—"
_NUMBER = re.compile(r"—\d+—")
_MARK = (
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]|（\d+）|第.{1,3}[章节条])?"
)


class Sheet:
    """One rendered document, with what its model says must stand on the pages."""

    def __init__(self, document: Document, house: House, data: bytes, pages: Pages) -> None:
        self.document, self.house, self.pages = document, house, pages
        self.word = docx.Document(io.BytesIO(data))

    @cached_property
    def numbers(self) -> list[Row]:
        """The rows that are page numbers."""
        return [row for row in self.pages.rows if _NUMBER.fullmatch(row.text)]

    @cached_property
    def rows(self) -> list[Row]:
        """All rows but page numbers, those of lying pages left out."""
        upright = [n for n, size in enumerate(self.pages.sizes) if size[0] < size[1]]
        return [r for r in self.pages.rows if r not in self.numbers and r.page in upright]

    @cached_property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text, headings with their numbers, blanks left out."""
        parts = (self.document.body, self.document.closing)
        captions = [b.caption.text for part in parts for b in blocks(part) if hasattr(b, "caption")]
        lines = [line for part in parts for line in Lines().blocks(part)]
        return [tight(line) for line in lines if "\t" not in line and line not in captions]

    @cached_property
    def headings(self) -> list[Section]:
        found = blocks((*self.document.body, *self.document.closing))
        return [block for block in found if isinstance(block, Section)]

    @cached_property
    def text(self) -> list[tuple[Row, bool]]:
        """The rows of the text, 3号, in order, each with whether it begins a paragraph.

        They are followed through the words of the paragraphs; LibreOffice may lose a mark that
        hangs, so a row is looked for a little further on too.
        """
        words = "".join(self.paragraphs)
        starts = {0}
        for paragraph in self.paragraphs:
            starts.add(max(starts) + len(paragraph))
        found, at = [], 0
        for row in self.rows:
            head = row.text[:6]
            further = 8 if found else 0  # what stands above the text may have words of it
            plain = 15.5 < row.size < 16.5
            place = words.find(head, at, at + len(head) + further) if plain else -1
            if place >= 0:
                found.append((row, place in starts))
                at = place + len(row.text)
        assert found and at > len(words) - 4, f"the text is not on the page whole: {words[at:]!r}"
        return found

    @cached_property
    def body(self) -> list[Row]:
        """The rows of the text."""
        return [row for row, _ in self.text]

    @cached_property
    def turned_lines(self) -> list[tuple[Row, Row]]:
        """Rows that go on in the next one, with it: both on one page."""
        return [
            (one, next_)
            for (one, _), (next_, begins) in pairwise(self.text)
            if not begins and one.page == next_.page
        ]

    @cached_property
    def full_pages(self) -> list[list[Row]]:
        """The rows of each page whose text goes on on the next one in the same paragraph."""
        found = []
        for one, next_ in pairwise(self.body):
            if one.page != next_.page and abs(next_.left - LEFT) < 1:
                found.append([row for row in self.rows if row.page == one.page])
        return found

    @cached_property
    def pitch(self) -> float:
        steps = [b.baseline - a.baseline for a, b in self.turned_lines]
        return median(steps)

    def row(self, words: str) -> Row:
        """Find the last row that holds these words."""
        wanted = tight(words)
        found = [row for row in self.rows if wanted in row.text]
        assert found, f"no row holds {words!r}"
        return found[-1]

    def starts(self, words: str) -> Row:
        """Find the first row that begins with the first words of a paragraph."""
        wanted = tight(words)
        found = [row for row in self.rows if _begins(wanted, row.text)]
        assert found, f"no row begins {words[:12]!r}"
        return found[0]

    def heading(self, section: Section) -> Row:
        """Find the row a heading begins on, after its number."""
        words = re.escape(tight(section.title.text)[:8])
        rows = [row for row, begins in self.text if begins]
        found = [row for row in rows if re.match(f"{_MARK}{words}", row.text)]
        assert found, f"no row begins with the heading {section.title.text!r}"
        return found[0]

    def date_row(self) -> Row:
        """Find the row of the 成文日期, alone on its line."""
        return [row for row in self.rows if row.text == tight(self.document.date.text)][-1]

    def title_rows(self) -> list[Row]:
        """The rows of the title, from the first on."""
        rest, found = tight(self.document.title.text), []
        for row in self.rows:
            if row.size > 20 and not row.red and rest.startswith(row.text):
                found.append(row)
                rest = rest[len(row.text) :]
        assert found and not rest, f"the title is not on the page whole: {rest!r} is missing"
        return found

    def blank_lines(self, above: Row, below: Row) -> float:
        """Count the blank lines between two rows of one page."""
        assert above.page == below.page
        return (below.baseline - above.baseline) / PITCH - 1

    # -- what the file itself says --------------------------------------------------------------

    def paragraph(self, words: str, *styles: str):
        """Find the Word paragraph of these words, in boxes and tables too; in one of the styles."""
        wanted = tight(words)
        found = [
            p
            for p in self.word.element.body.iter(qn("w:p"))
            if wanted in _text(p) and (not styles or self._style(p) in styles)
        ]
        assert found, f"no paragraph holds {words!r}"
        return min(found, key=lambda p: (_text(p).index(wanted), len(_text(p))))

    def font(self, words: str, *styles: str) -> tuple[str, float, bool]:
        """Give the East Asian font, the size in points and whether bold of the first words."""
        return self.worn(self.paragraph(words, *styles), words)

    def worn(self, element, words: str) -> tuple[str, float, bool]:
        """Give the font, size and weight of the first words in a Word paragraph."""
        run = next(r for r in element.iter(qn("w:r")) if tight(words)[0] in _text(r))
        worn = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        chain = self._chain(_worn(element))
        chain += self._chain(worn.get(qn("w:val"))) if worn is not None else []
        return _font([s.find(qn("w:rPr")) for s in chain] + [run.find(qn("w:rPr"))])

    def style_font(self, name: str) -> tuple[str, float, bool]:
        """Give font, size and weight of a style."""
        there = next((id for id, ours in self._ours.items() if ours == name), name)
        return _font([style.find(qn("w:rPr")) for style in self._chain(there)])

    @cached_property
    def _ours(self) -> dict[str, str]:
        """The ids our styles have in this file: those of a file laid out in place are its own."""
        known = {style.name.casefold(): style.id for style in STYLES}
        names = {s.style_id: s.element.find(qn("w:name")) for s in self.word.styles}
        return {
            id: known[name.get(qn("w:val")).casefold()]
            for id, name in names.items()
            if name is not None and name.get(qn("w:val")).casefold() in known
        }

    def _style(self, paragraph) -> str:
        return self._ours.get(_worn(paragraph), _worn(paragraph))

    def _chain(self, name: str) -> list:
        root = self.word.styles.element
        styles = {s.get(qn("w:styleId")): s for s in root.iter(qn("w:style"))}
        found = []
        while name:
            found.insert(0, styles[name])
            based = styles[name].find(qn("w:basedOn"))
            name = based.get(qn("w:val")) if based is not None else ""
        return [root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"), *found]


def _worn(paragraph) -> str:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))


def _font(layers: list) -> tuple[str, float, bool]:
    found: dict[str, str] = {}
    for properties in layers:
        _merge(found, properties)
    return found["font"], float(found["size"]) / 2, found.get("bold") == "1"


def _merge(found: dict[str, str], properties) -> None:
    if properties is None:
        return
    fonts, size = properties.find(qn("w:rFonts")), properties.find(qn("w:sz"))
    if fonts is not None and fonts.get(qn("w:eastAsia")):
        found["font"] = fonts.get(qn("w:eastAsia"))
    if size is not None:
        found["size"] = size.get(qn("w:val"))
    bold = properties.find(qn("w:b"))
    if bold is not None:
        found["bold"] = bold.get(qn("w:val"), "1")


def _text(run) -> str:
    return tight("".join(t.text or "" for t in run.iter(qn("w:t"))))


def tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _begins(paragraph: str, row: str) -> bool:
    """Tell whether a row is the first of a paragraph; LibreOffice may lose a mark that hangs."""
    size = min(len(row), len(paragraph), 8)
    return size > 0 and paragraph[:size] == row[:size]

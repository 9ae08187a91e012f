"""What frames the text of a file: 版头, attachments, signature, 版记; no word of it is moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.formats.docx.broken import break_line
from drafter.formats.docx.mark import ink_top, line_twips, mark_of, sized
from drafter.formats.docx.masthead import head_rule, head_rule_twips
from drafter.formats.docx.signature import right_edges
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips, indents
from drafter.formats.docx.xml import Setting, element
from drafter.formats.docx.xml import paragraph as paragraph_xml
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.house.measure import text_width
from drafter.model import Document, Para, Text
from drafter.revise.ooxml import (
    Element,
    fragments,
    is_boxed,
    properties,
    put,
    runs,
    space,
    text,
    w,
    within,
)
from drafter.revise.paragraphs import Dresser, break_before
from drafter.revise.roles import signatures

CORNER = ("copy_number", "secrecy", "urgency")
COLOPHON = ("copies", "recipients", "printer")
_LISTED = re.compile("(附件\\s*[：:]?\\s*)?([0-9０-９]{1,2}\\s*[.．、]\\s*)?")
_DRAWN = (w("drawing"), w("pict"), w("object"))


@dataclass(frozen=True, slots=True)
class Frame:
    """The paragraphs of a story with what each is; those outside boxes and tables are ``rows``.

    ``opens`` are the places at which an attachment, or a document printed inside, begins.
    """

    places: Sequence[Element]
    roles: Mapping[int, str]
    opens: frozenset[int]
    house: House
    dresser: Dresser

    def dress(self) -> None:
        """Dress all of it."""
        rows = [place for place in self.roles if not _is_apart(self.places[place])]
        head = rows[: next((n for n, at in enumerate(rows) if at in self.opens), len(rows))]
        self._head(head)
        for at in self._of(rows, "title"):
            self._title(at)
        for at in sorted(self.opens):
            self._attachment(at)
        for listed in self._groups(rows, ("attachment_list",)):
            self._list(listed)
        for names, date in signatures([(at, self.roles[at]) for at in rows if self._words(at)]):
            self._sign(names, date)
        for tail in self._groups(rows, COLOPHON):
            self._colophon(tail)

    # 版头

    def _head(self, rows: Sequence[int]) -> None:
        """Set mark, number and rule, and the title's distance from them (7.2)."""
        pitch = self.house.page.pitch_twips
        marks = self._of(rows, "masthead")
        numbers = [at for at in rows if self.roles[at] in ("number", "signers")]
        title = next((at for at in rows if self.roles[at] == "title"), None)
        if title is None or not (marks or numbers):
            return
        used = self._mark(marks, rows) if marks else 0
        if marks and numbers:
            before = round(self.house.looks["number"].before_lines * pitch)
            used += self._space(numbers[0], before)
        used += len(numbers) * pitch
        if marks and numbers and self.house.rules.head == "single":
            drawn = any(self._draws(at) for at in range(marks[0], title))
            if not drawn:
                put(
                    self._layout(numbers[-1]),
                    *fragments(f"<w:pBdr>{head_rule(self.house)}</w:pBdr>"),
                )
                used += head_rule_twips(self.house)
        over = used / pitch
        lines = self.house.looks["title"].before_lines + round(over) - over
        self._space(title, max(round(lines * pitch), 0))

    def _mark(self, marks: Sequence[int], rows: Sequence[int]) -> int:
        """Set the organ's mark as large as its line holds; give where it ends (7.2.4)."""
        house, pitch = self.house, self.house.page.pitch_twips
        names = tuple(self._para(at) for at in marks)
        size = mark_of(Document(masthead=names), house).size
        above = rows[: rows.index(marks[0])]
        top = 0
        if all(self.roles[at] in CORNER for at in above):
            top = round(house.masthead.top_mm * TWIPS_A_MM) - len(above) * pitch - ink_top(size)
        for at in marks:
            for run in runs(self.places[at]):
                if extra := sized(house, size):
                    put(properties(run, "rPr"), *fragments(extra))
            before = max(top, 0) if at == marks[0] else 0
            space(self._layout(at), before=before, line=line_twips(size), lineRule="exact")
        return len(above) * pitch + max(top, 0) + len(marks) * line_twips(size)

    def _title(self, place: int) -> None:
        """Break a title longer than a line by meaning (7.3.1); one with breaks keeps them."""
        paragraph, house = self.places[place], self.house
        if any(run.find(w("br")) is not None for run in runs(paragraph)):
            return
        most = page_twips(house.page) / char_twips(house, house.looks["title"].size_pt)
        for at in reversed(break_line(text(paragraph), most, ())):
            break_before(paragraph, at)
            self.dresser.counts.breaks += 1

    def _draws(self, place: int) -> bool:
        """Tell whether a paragraph shows something drawn: a rule, or a picture of one."""
        return any(True for _ in self.places[place].iter(*_DRAWN))

    # attachments

    def _attachment(self, place: int) -> None:
        """Let an attachment begin a page, its title on the third line (7.3.7)."""
        if not self._begins_page(place):
            put(self._layout(place), *fragments("<w:pageBreakBefore/>"))
        after = next((at for at in range(place + 1, len(self.places)) if self._words(at)), None)
        if self.roles[place] == "mark" and after and self.roles.get(after) == "title":
            self._space(after, self.house.page.pitch_twips)

    def _begins_page(self, place: int) -> bool:
        """Tell whether a page or a section ends right before a paragraph."""
        if _breaks(self.places[place], first=True):
            return True
        for at in range(place - 1, -1, -1):
            before = self.places[at]
            section = before.find(f"{w('pPr')}/{w('sectPr')}")
            if section is not None:
                kind = section.find(w("type"))
                return kind is None or kind.get(w("val")) != "continuous"
            if _breaks(before, first=False):
                return True
            if self._words(at) or self._draws(at):
                return False
        return True

    def _list(self, places: Sequence[int]) -> None:
        """Let the turned lines of the 附件说明 stand under the names (7.3.4)."""
        look = self.house.looks["attachment_list"]
        parts = [(at, _LISTED.match(text(self.places[at]).strip())) for at in places]
        found = [(at, part[1] or "", part[2] or "") for at, part in parts if part]
        word = max((text_width(word) for _, word, _ in found), default=0)
        for at, own, number in found:
            left = look.left_chars + word + text_width(number)
            hanging = text_width(own + number)
            put(self._layout(at), *fragments(indents(self.house, look, left=left, hanging=hanging)))

    # signature

    def _sign(self, names: Sequence[int], date: int | None) -> None:
        """Set names and date where the standard wants them (7.3.5)."""
        house = self.house
        words = tuple(self._para(at) for at in names)
        last = self._para(date) if date is not None else Para()
        right, edges = right_edges(Document(signature=words, date=last), house)
        rows = [(at, edge, "signature") for at, edge in zip(names, edges, strict=True)]
        rows += [(date, right, "date")] if date is not None else []
        before = round(house.signature.before_lines * house.page.pitch_twips)
        for at, edge, look in rows:
            if edge != house.looks[look].right_chars:
                indent = indents(house, house.looks[look], right=edge)
                put(self._layout(at), *fragments(indent))
            if before and at == rows[0][0]:
                space(self._layout(at), before=before)

    # 版记

    def _colophon(self, places: Sequence[int]) -> None:
        """Rule the lines of the 版记 (7.4.1): lines without height, as wide as the text."""
        rules = self.house.rules
        if not rules.tail_lines or any(map(self._draws, places)):
            return
        outer, inner = rules.tail_outer_pt, rules.tail_inner_pt
        for at in places:
            self._rule_above(self.places[at], outer if at == places[0] else inner)
        last = self.places[places[-1]]
        below = last.getnext()
        if below is None or not self.dresser.is_rule(below):
            last.addnext(self._rule(outer))

    def _rule_above(self, paragraph: Element, points: float) -> None:
        above = paragraph.getprevious()
        if above is None or not self.dresser.is_rule(above):
            paragraph.addprevious(self._rule(points))

    def _rule(self, points: float) -> Element:
        line = element("top", val="single", sz=round(points * 8), space=0, color="auto")
        style = self.dresser.sheet.id("separator")
        return fragments(paragraph_xml(style, "", Setting(border=line, keep_next=True)))[0]

    # pieces

    def _of(self, rows: Sequence[int], role: str) -> list[int]:
        return [at for at in rows if self.roles[at] == role]

    def _groups(self, rows: Sequence[int], roles: Sequence[str]) -> Iterator[list[int]]:
        """Give the paragraphs of some roles that follow one another."""
        group: list[int] = []
        for at in rows:
            if self.roles[at] in roles and self._words(at):
                group.append(at)
            elif group and self._words(at):
                yield group
                group = []
        if group:
            yield group

    def _words(self, place: int) -> bool:
        return bool(text(self.places[place]).strip())

    def _para(self, place: int) -> Para:
        return Para((Text(text(self.places[place]).strip()),))

    def _layout(self, place: int) -> Element:
        return properties(self.places[place], "pPr")

    def _space(self, place: int, before: int) -> int:
        """Leave space before a paragraph, less the empty ones kept there; give how much it is."""
        pitch, empty = self.house.page.pitch_twips, 0
        above = self.places[place].getprevious()
        while above is not None and above.tag == w("p") and not text(above).strip():
            empty += 1
            above = above.getprevious()
        space(self._layout(place), before=max(before - empty * pitch, 0))
        return max(before, empty * pitch)


def _is_apart(paragraph: Element) -> bool:
    return is_boxed(paragraph) or within(paragraph, "tc")


def _breaks(paragraph: Element, *, first: bool) -> bool:
    """Tell whether a page ends in a paragraph before its words (``first``), or behind them."""
    ended = paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None and first
    for child in paragraph.iter(w("t"), w("br")):
        if child.tag == w("br") and child.get(w("type")) == "page":
            ended = True
        elif child.tag == w("t") and (child.text or "").strip():
            if first:
                return ended
            ended = False
    return ended

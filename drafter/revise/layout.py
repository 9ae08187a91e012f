"""Where a Word file's layout departs from its house: which clause, which element, which value.

The house data is the writer's own, so that a file drafter lays out has nothing to be found in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checks.finding import Finding, Level
from drafter.checks.manual import rules
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.read import Source
from drafter.house import House, Look
from drafter.model import kind_named
from drafter.reading.line import FoundLook, Judgement, Reading
from drafter.revise.effective import Effective, PageSetting, page_setting
from drafter.revise.footers import numbers_pages
from drafter.revise.ooxml import Element, is_boxed, w, within
from drafter.revise.parts import Parts
from drafter.revise.roles import Wear, worn

_ELEMENTS = {
    **dict.fromkeys(("body", "rest", "more", "closing"), "正文"),
    "title": "标题",
    "subtitle": "副标题",
    "byline": "署题",
    "dateline": "题下日期",
    "salutation": "主送机关（称呼）",
    "attachment_list": "附件说明",
    "signature": "署名",
    "date": "成文日期",
    **{f"heading{n}": f"{n}级标题" for n in range(1, 7)},
}
"""The elements whose paragraphs are looked at, as the standard names them."""
_FAMILIES = {
    "仿宋": ("仿宋", "fangsong", "stfangsong", "华文仿宋", "fs", "方正仿宋"),
    "楷体": ("楷体", "kaiti", "stkaiti", "华文楷体", "方正楷体"),
    "黑体": ("黑体", "simhei", "stheiti", "方正黑体", "heiti"),
    "宋体": ("宋体", "simsun", "nsimsun", "stsong", "新宋体", "方正书宋"),
    "小标宋": ("小标宋", "xiaobiaosong", "fzxbs"),
}
_ALIGNS = {"left": "左对齐", "center": "居中", "right": "右对齐", "both": "两端对齐"}
_SIZES = {
    22: "2号", 18: "小2号", 16: "3号", 15: "小3号", 14: "4号", 12: "小4号", 10.5: "5号", 9: "小5号",
}  # fmt: skip
_PAPER_MM = 1.0
_EDGES = (
    ("top", "天头（上边距）", 1.0),
    ("left", "订口（左边距）", 1.0),
    ("bottom", "地脚（下边距）", 3.0),
    ("right", "切口（右边距）", 3.0),
)
"""Edges of the page; how many mm each may be off: 5.2.1 gives 1 for two, the others follow."""
_CHARS = 0.3
_LINES = 0.6
_INDENTED = ("body", "rest", "more", "closing", *(f"heading{n}" for n in range(1, 7)))


def layout_findings(
    data: bytes, source: Source, reading: Reading, house: House
) -> tuple[Finding, ...]:
    """Compare a Word file's pages and paragraphs with a house.

    What the standard lays down is an error in the kinds it is for, a warning in working texts.
    """
    parts = Parts(data, source.main)
    effective = Effective(parts.root(parts.named("styles", "word/styles.xml")))
    check = _Check(parts, source, reading.judgements, house, effective, reading.document.kind)
    return tuple(dict.fromkeys((*check.pages(), *check.paragraphs())))


@dataclass(slots=True)
class _Check:
    parts: Parts
    source: Source
    judgements: tuple[Judgement, ...]
    house: House
    effective: Effective
    kind: str

    def pages(self) -> Iterator[Finding]:
        """Look at the first upright section's paper, margins, lines and page number."""
        found = [page_setting(section) for section in self.parts.document().iter(w("sectPr"))]
        page = next((one for one in found if one.width <= one.height), None)
        if page is None:
            return
        house, at = self.house.page, self._first()
        if abs(page.width - house.width_mm) + abs(page.height - house.height_mm) > _PAPER_MM:
            want = f"纸张应为{house.width_mm:g}×{house.height_mm:g}毫米"
            told = f"{want}，实为{page.width:.0f}×{page.height:.0f}毫米"
            yield self._finding("layout-paper", told, "page.width_mm", at)
        yield from self._margins(page, at)
        yield from self._lines(page, at)
        if not self._is_numbered():
            told = "没有页码"
            yield self._finding("layout-page-number", told, "page_number.form", at)

    def _margins(self, page: PageSetting, at: int) -> Iterator[Finding]:
        house = self.house.page
        wrong = [
            f"{called}应为{getattr(house, f'{name}_mm'):g}毫米，实为{getattr(page, name):.1f}毫米"
            for name, called, most in _EDGES
            if abs(getattr(page, name) - getattr(house, f"{name}_mm")) > most
        ]
        if wrong:
            yield self._finding("layout-margins", "；".join(wrong), "page.top_mm", at)

    def _lines(self, page: PageSetting, at: int) -> Iterator[Finding]:
        height = (page.height - page.top - page.bottom) / 25.4 * 72
        pitch = self._pitch(page)
        lines = height / pitch if pitch else 0
        if not pitch or abs(lines - self.house.page.lines) > _LINES + lines * 0.02:
            has = f"约{lines:.0f}行" if pitch else "行距随字号而变，行数不定"
            told = f"每页应为{self.house.page.lines}行，实为{has}"
            yield self._finding("layout-lines", told, "page.lines", at)

    def _pitch(self, page: PageSetting) -> float | None:
        """Give how far apart lines are: as most body paragraphs say, else as the grid does."""
        counts: dict[float | None, int] = {}
        for paragraph, wear in self._worn():
            if wear.role in ("body", "more", "rest"):
                setting = self.effective.setting(paragraph)
                line = setting.line_pt if setting.exact else None
                counts[line] = counts.get(line, 0) + len(wear.line.text)
        most = max(counts, key=counts.__getitem__) if counts else None
        return most or page.pitch_pt

    def _is_numbered(self) -> bool:
        names = self.parts.related("footer").values()
        roots = [self.parts.root(name) for name in names]
        return any(root is not None and numbers_pages(root) for root in roots)

    def paragraphs(self) -> Iterator[Finding]:
        """Look at fonts, sizes, alignment and indents, paragraph by paragraph."""
        numbers = {id(line): number for number, line in enumerate(self.source.lines, 1)}
        for paragraph, wear in self._worn():
            style, look = BY_ROLE.get(wear.role), wear.line.look
            called = _ELEMENTS.get(wear.role)
            number = numbers.get(id(wear.line), 0)
            if style and called and look and number:
                yield from self._paragraph(paragraph, wear, look, called, number)

    def _paragraph(
        self, paragraph: Element, wear: Wear, look: FoundLook, called: str, number: int
    ) -> Iterator[Finding]:
        role = BY_ROLE[wear.role].look
        want = self.house.looks[role]
        family, wanted = _family(look.font), _family(self.house.font(want.font))
        if look.font and family != wanted:
            told = f"{called}字体应为{wanted}，实为{look.font}"
            yield self._finding("layout-font", told, f"looks.{role}.font", number)
        if abs(look.size_pt - want.size_pt) > 0.4:
            told = f"{called}字号应为{_size(want.size_pt)}，实为{_size(look.size_pt)}"
            yield self._finding("layout-size", told, f"looks.{role}.size_pt", number)
        if look.bold and not want.bold and wear.role == "body":
            told = f"{called}整段加粗"
            yield self._finding("layout-bold", told, f"looks.{role}.font", number)
        yield from self._placed(paragraph, wear, look, want, number)

    def _placed(
        self, paragraph: Element, wear: Wear, look: FoundLook, want: Look, number: int
    ) -> Iterator[Finding]:
        role, called = BY_ROLE[wear.role].look, _ELEMENTS[wear.role]
        centred = want.align == "center"
        if centred and look.align != "center":
            told = f"{called}应居中，实为{_ALIGNS.get(look.align, look.align)}"
            yield self._finding("layout-align", told, f"looks.{role}.align", number)
        if wear.role not in _INDENTED or not want.first_chars:
            return
        setting = self.effective.setting(paragraph)
        blanks = len(wear.line.text) - len(wear.line.text.lstrip("\u3000"))
        has = setting.first(look.size_pt) + setting.left_pt / look.size_pt + blanks
        if look.align != "center" and abs(has - want.first_chars) > _CHARS:
            told = f"{called}应左空{want.first_chars:g}字，实为{has:.1f}字"
            yield self._finding("layout-indent", told, f"looks.{role}.first_chars", number)

    def _worn(self) -> Iterator[tuple[Element, Wear]]:
        """Give the paragraphs of the text outside tables and boxes, with what each is."""
        places = list(self.parts.document().iter(w("p")))
        for place, wears in worn(self.source, self.judgements).items():
            paragraph = places[place]
            if not within(paragraph, "tc") and not is_boxed(paragraph) and wears:
                yield paragraph, wears[0]

    def _first(self) -> int:
        lines = self.source.lines
        return next((n for n, line in enumerate(lines, 1) if line.text.strip()), 1)

    def _finding(self, rule: str, message: str, path: str, line: int) -> Finding:
        basis = self.house.bases[path]
        kind = kind_named(self.kind)
        covered = Level.ERROR if kind and kind.statutory else Level.WARNING
        level = covered if basis.source == "国标" else Level.ADVICE
        text = self.source.lines[line - 1].text if self.source.lines else ""
        clause = f"GB/T 9704—2012 {basis.clause}" if basis.source == "国标" else basis.clause
        return Finding(
            line, 1, max(len(text), 1), rule, min(level, rules()[rule].level, key=_weight),
            message, text[:1] and text, None, False, f"{basis.source} {clause}".strip(),
        )  # fmt: skip


def _weight(level: Level) -> int:
    return -level.rank


def _family(font: str) -> str:
    plain = font.casefold().replace("_gb2312", "").replace("_gbk", "").replace(" ", "")
    for family in ("小标宋", "仿宋", "楷体", "黑体", "宋体"):
        if any(name in plain for name in _FAMILIES[family]):
            return family
    return font


def _size(points: float) -> str:
    return _SIZES.get(points, f"{points:g}磅")

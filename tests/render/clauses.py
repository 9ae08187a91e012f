"""The measurable clauses of GB/T 9704-2012, each as a check of a rendered document.

A check raises AssertionError where the page breaks its clause. `CLAUSES` says to which documents
each applies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations, pairwise
from statistics import median
from typing import NamedTuple

from tests.render.sheet import BOTTOM, HANGING, LEFT, MIDDLE, PITCH, RIGHT, TOP, ZI, Sheet, tight

Check = Callable[[Sheet], None]
DATE = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")


class Clause(NamedTuple):
    """A clause: its check, and which documents it is about."""

    check: Check
    applies: Callable[[Sheet], bool]


CLAUSES: dict[str, Clause] = {}


def clause(name: str, applies: Callable[[Sheet], bool] = lambda sheet: True):
    """Register a check under the name of its clause."""

    def register(check: Check) -> Check:
        CLAUSES[name] = Clause(check, applies)
        return check

    return register


def near(found: float, wanted: float, by: float) -> None:
    assert abs(found - wanted) <= by, f"{found:.2f}, wanted {wanted:.2f} ±{by}"


def form(*names: str) -> Callable[[Sheet], bool]:
    return lambda sheet: sheet.house.masthead.form in names


def has(*names: str) -> Callable[[Sheet], bool]:
    return lambda sheet: all(getattr(sheet.document, name) for name in names)


def both(*conditions: Callable[[Sheet], bool]) -> Callable[[Sheet], bool]:
    return lambda sheet: all(condition(sheet) for condition in conditions)


def long(sheet: Sheet) -> bool:
    return len(sheet.full_pages) > 0


# -- the page ---------------------------------------------------------------------------------


@clause("P1 paper is A4 (5.1)")
def paper(sheet):
    for size in sheet.pages.sizes:
        near(min(size), 210, 1)
        near(max(size), 297, 1)


@clause("P2 text begins 28 mm from the left (5.2.1)")
def left_edge(sheet):
    near(median(row.left for _, row in sheet.turned_lines), LEFT, 0.5)


@clause("P3 lines are filled to 184 mm (5.2.1, 5.2.3)")
def right_edge(sheet):
    ends = [
        max(g.right for g in row.glyphs if g.char not in HANGING) for row, _ in sheet.turned_lines
    ]
    flush = [end for end in ends if abs(end - RIGHT) < 1 or RIGHT - end < 1.2 * ZI]
    near(max(ends), RIGHT, 1)
    assert len(flush) >= 0.85 * len(ends)


@clause("P4 the first line of a page begins at 37 mm (5.2.1)", long)
def top_edge(sheet):
    for page in sheet.full_pages:
        if page[0].page and 15 < page[0].size < 23:
            near(page[0].baseline - 0.8 * PITCH, TOP, 1)


@clause("P5 the last line of a full page ends at 262 mm (5.2.1)", long)
def bottom_edge(sheet):
    near(max(page[-1].baseline for page in sheet.full_pages) + 0.2 * PITCH, BOTTOM, 1.5)


@clause("P6 a full page has 22 lines (5.2.3)", long)
def lines(sheet):
    counts = [round((page[-1].baseline - TOP) / sheet.pitch - 0.8) + 1 for page in sheet.full_pages]
    assert max(counts) == 22
    assert sum(count >= 21 for count in counts) >= 0.6 * len(counts)


@clause("P7 a full line has 28 characters (5.2.3)")
def characters(sheet):
    counts = Counter()
    for row, _ in sheet.turned_lines:
        if all(not char.isascii() for char in row.text) and abs(row.left - LEFT) < 1:
            inside = [g for g in row.glyphs if g.char not in HANGING or g.right < RIGHT + 1]
            counts[len(inside)] += 1
    assert counts.total() < 4 or max(counts) == 28  # so few lines may all break before a mark
    short = counts.total() - counts[28] - counts[27]  # what marks that may not part keep short
    assert short <= max(1, 0.15 * counts.total())


@clause("P8 lines are 225/22 mm apart (5.2.3)")
def pitch(sheet):
    near(sheet.pitch, PITCH, 0.11)


@clause("P9 no extra space between paragraphs (5.2.3)")
def even(sheet):
    steps = [
        (b.baseline - a.baseline) / PITCH
        for a, b in pairwise(sheet.body)
        if a.page == b.page and not (sheet.word.tables and b.baseline - a.baseline > 1.5 * PITCH)
    ]
    assert all(abs(step - round(step)) < 0.08 for step in steps)


@clause("P10 nothing stands outside the text area (6.1)")
def inside(sheet):
    for row in sheet.rows:
        kept = [g for g in row.glyphs if g.char not in HANGING]
        if kept and not (sheet.house.masthead.form == "letter" and row.red):
            assert min(g.left for g in kept) > LEFT - 1, row.text
            assert max(g.right for g in kept) < RIGHT + 1, row.text


# -- running text -----------------------------------------------------------------------------


@clause("B1 the text is in 仿宋 (5.2.2)")
def body_font(sheet):
    assert [p for p in sheet.word.paragraphs if p.style.name == "Body Text"]
    font, size, bold = sheet.style_font("BodyText")
    assert ("仿宋" in font, size, bold) == (True, 16, False)


@clause("B2 the text is 3号 (5.2.2)")
def body_size(sheet):
    sizes = Counter(round(g.size * 2) / 2 for row in sheet.body for g in row.glyphs)
    assert sizes.most_common(1)[0][0] == 16
    assert sizes[16] >= 0.95 * sizes.total()


@clause("B3 paragraphs are indented by two characters (7.3.3)")
def indent(sheet):
    found = [row.left for row, begins in sheet.text if begins and len(row.text) > 8]
    near(median(found), LEFT + 2 * ZI, 0.25 * ZI)
    assert sum(abs(x - LEFT - 2 * ZI) < 0.25 * ZI for x in found) >= 0.9 * len(found)


@clause("B5 all but the 版头 is black (5.2.4)")
def black(sheet):
    assert not [row.text for row in sheet.rows if row.red and row.size < 20]


# -- title ------------------------------------------------------------------------------------


@clause("T1 the title is 2号 (7.3.1)", has("title"))
def title_size(sheet):
    assert {round(row.size) for row in sheet.title_rows()} == {22}


@clause("T2 the title is centred (7.3.1)", has("title"))
def title_centred(sheet):
    for row in sheet.title_rows():
        near(row.middle, MIDDLE, 1.5)


@clause("T3 the title is in 小标宋 (7.3.1)", has("title"))
def title_font(sheet):
    assert "小标宋" in sheet.font(sheet.document.title.text.split("\n")[0])[0]


@clause("T4 the title is not bold", has("title"))
def title_weight(sheet):
    assert not sheet.font(sheet.document.title.text.split("\n")[0])[2]


@clause("T5 the lines of the title make a trapezium or a diamond (7.3.1)", has("title"))
def title_shape(sheet):
    widths = [len(row.glyphs) for row in sheet.title_rows()]
    if len(widths) > 1:
        pairs = list(pairwise(widths))
        slope = all(a < b for a, b in pairs) or all(a > b for a, b in pairs)
        widest = max(widths[1:-1], default=0)
        assert slope or (widths[0] < widest and widths[-1] < widest), widths
        assert min(widths) >= 4, widths


# -- headings ---------------------------------------------------------------------------------

_HEADING_FONTS = {1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}


def _of_level(level: int) -> Callable[[Sheet], bool]:
    return lambda sheet: any(_numbered(h, level) for h in sheet.headings)


def _numbered(heading, level: int) -> bool:
    return heading.level == level and heading.form in ("一、", "（一）", "1.", "（1）")


def _heading_font(level: int) -> Check:
    def check(sheet):
        for heading in sheet.headings:
            if _numbered(heading, level):
                styles = (f"Heading{level}", f"RunIn{level}")
                font, size, _ = sheet.font(heading.title.text, *styles)
                assert _HEADING_FONTS[level] in font, heading.title.text
                assert size == 16

    return check


for _level in _HEADING_FONTS:
    clause(f"H{_level} headings of level {_level} (7.3.3)", _of_level(_level))(
        _heading_font(_level)
    )


@clause("H5 headings are indented by two characters (7.3.3)", lambda sheet: bool(sheet.headings))
def heading_indent(sheet):
    for heading in sheet.headings:
        near(sheet.heading(heading).left, LEFT + 2 * ZI, 0.25 * ZI)


@clause("H7 headings have real styles with outline levels", lambda sheet: bool(sheet.headings))
def heading_styles(sheet):
    for heading in sheet.headings:
        words = heading.title.text + heading.stop
        worn = [p.style for p in sheet.word.paragraphs if words in p.text]
        if heading.run_in:
            assert not any(style.name.lower().startswith("heading") for style in worn)
        else:
            assert any(style.name == f"Heading {heading.level}" for style in worn), words


# -- 版头 --------------------------------------------------------------------------------------

_FILE = form("file", "minutes")


def _mark(sheet):
    rows = [row for row in sheet.pages.rows if row.page == 0 and row.red and row.size >= 16]
    assert rows, "no red mark"
    top, bottom = rows[0].baseline - 20, rows[-1].baseline + 5
    return rows, sheet.pages.ink(0, (20, top, 195, bottom), red=True)


@clause("D1 the mark is red and centred (7.2.4)", has("masthead"))
def mark_centred(sheet):
    rows, _ = _mark(sheet)
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    near((left + right) / 2, MIDDLE, 2)


_ISSUED = re.compile("(公告|通告|公报|简报|议案|纪要|令)$")


@clause("D1a it says 文件 after an organ's name alone (7.2.4, 10.1, 10.2)", has("masthead"))
def mark_words(sheet):
    shown = "".join(row.text for row in _mark(sheet)[0])
    named = any(_ISSUED.search(organ.text) for organ in sheet.document.masthead)
    assert ("文件" in shown) == (sheet.house.masthead.form == "file" and not named), shown


@clause("D1b it can be seen: 26 points at least (7.2.4)", has("masthead"))
def mark_size(sheet):
    sizes = [row.size for row in _mark(sheet)[0]]
    assert min(sizes) >= 25.9, sizes


@clause("D1c a name of several lines is broken by meaning, no line much shorter (7.2.4)",
        lambda s: max((len(o.text) for o in s.document.masthead), default=0) > 17)  # fmt: skip
def mark_lines(sheet):
    rows, _ = _mark(sheet)
    widths = [len(row.glyphs) for row in rows]
    assert 1 < len(rows) < 4 and min(widths) > 0.6 * max(widths), widths
    for row in rows:
        near(row.middle, MIDDLE, 2)


@clause("D2 the mark's upper edge (7.2.4, 10.1, 10.2, 10.3)", has("masthead"))
def mark_top(sheet):
    wanted = {"file": 72, "minutes": 72, "letter": 30, "order": 57}[sheet.house.masthead.form]
    near(_mark(sheet)[1].top, wanted, 1.5)


@clause("D3 the mark is in 小标宋 (7.2.4)", has("masthead"))
def mark_font(sheet):
    assert "小标宋" in sheet.style_font("Masthead")[0]


@clause(
    "D3a of a joint mark 主办 is first, 文件 to the right at half height (7.2.4)",
    both(form("file"), lambda sheet: len(sheet.document.masthead) > 1),
)
def joint_mark(sheet):
    rows, _ = _mark(sheet)
    names = [organ.text for organ in sheet.document.masthead]
    word = [g for row in rows for g in row.glyphs if g.char in "文件"][-2:]
    lines = [row.baseline for row in rows if any(row.text.startswith(name) for name in names)]
    shown = "".join(row.text for row in rows)
    assert [shown.index(name) for name in names] == sorted(shown.index(name) for name in names)
    beside = next(row for row in rows if row.glyphs[-1] == word[-1])
    near(beside.baseline, (lines[0] + lines[-1]) / 2, 1)
    assert word[0].left > max(g.right for row in rows for g in row.glyphs if g not in word), (
        "文件 stands not to the right"
    )


@clause("D5 the number is centred, on upward documents one character in (7.2.5)",
        both(_FILE, has("number")))  # fmt: skip
def number_place(sheet):
    row = sheet.row(sheet.document.number.text)
    if sheet.document.signers:
        near((row.left - LEFT) / ZI, 1, 0.3)
    else:
        near(row.middle, MIDDLE, 1.5)
    near(row.size, 16, 0.1)


@clause("D5a a letter's number is flush right (10.1)", both(form("letter"), has("number")))
def letter_number(sheet):
    near(sheet.row(sheet.document.number.text).right, RIGHT, 0.5)


@clause("D6 the number stands two lines below the mark (7.2.5, 10.2)",
        both(form("file", "minutes", "order"), has("masthead", "number")))  # fmt: skip
def number_below(sheet):
    row = sheet.row(sheet.document.number.text)
    ink = sheet.pages.ink(0, (row.left, row.baseline - 5.9, row.left + 30, row.baseline + 1.4))
    gap = (ink.top - _mark(sheet)[1].bottom) / PITCH
    assert 2.0 <= gap <= 2.9, f"{gap:.2f} lines"


@clause("D7 who signs: 楷体 after 仿宋, one character from the right (7.2.6)", has("signers"))
def signers(sheet):
    names = [signer.text for signer in sheet.document.signers]
    row = sheet.row("签发人：" + names[0])
    if len(names) == 1:
        near((RIGHT - row.right) / ZI, 1, 0.35)
    assert "仿宋" in sheet.font("签发人：")[0]
    assert "楷体" in sheet.worn(sheet.paragraph("签发人："), names[0])[0]


@clause("D7a signers two a row under the first, number on the last row (7.2.6)",
        lambda sheet: len(sheet.document.signers) > 1)  # fmt: skip
def signer_rows(sheet):
    names = [signer.text for signer in sheet.document.signers]
    for at in range(0, len(names), 2):
        assert "".join(names[at : at + 2]) in sheet.row(names[at]).text
    first = next(g for g in sheet.row(names[0]).glyphs if g.char == names[0][0])
    last = sheet.row(names[-1])
    at = last.text.index(names[-1 - (len(names) + 1) % 2][:1])
    near(last.glyphs[at].left, first.left, 0.5)
    row = sheet.row(names[0]).glyphs
    second = next(at for at in range(len(row)) if _starts(row[at:], names[1]))
    widest = max(len(name) for name in names[::2])
    near(row[second].left, first.left + (widest + 1) * ZI, 0.3 * ZI)
    assert sheet.document.number.text in last.text


def _starts(glyphs, words: str) -> bool:
    return "".join(glyph.char for glyph in glyphs).startswith(words)


def _head_rule(sheet):
    above = _mark(sheet)[1].bottom
    if sheet.document.number:
        above = sheet.row(sheet.document.number.text).baseline - 1
    found = [r for r in sheet.pages.rules if r.red and not r.page and r.y > above]
    assert found, "no red rule"
    return found[0]


@clause("D8 a red rule as wide as the text (7.2.7)", both(_FILE, has("masthead")))
def head_rule(sheet):
    rule = _head_rule(sheet)
    near(rule.width, 156, 1.5)
    near((rule.left + rule.right) / 2, MIDDLE, 1)


@clause("D9 it stands 4 mm below the number (7.2.7)", both(_FILE, has("number", "masthead")))
def head_rule_below(sheet):
    row, rule = sheet.row(sheet.document.number.text), _head_rule(sheet)
    ink = sheet.pages.ink(0, (row.left, row.baseline - 5.9, row.left + 40, row.baseline + 1.4))
    near(rule.y - rule.thick / 2 - ink.bottom, 4, 1)


@clause("D9b without a number it stands where it would under one (7.2.4, 7.2.7)",
        both(form("file"), has("masthead"), lambda s: not s.document.number))  # fmt: skip
def head_rule_alone(sheet):
    lines = (_head_rule(sheet).y - _mark(sheet)[1].bottom) / PITCH
    assert 2.9 <= lines <= 3.8, f"{lines:.2f} lines"


@clause("D8a a letter's double rules: 170 mm, thick outside, 20 mm from the foot (10.1)",
        both(form("letter"), has("masthead")))  # fmt: skip
def letter_rules(sheet):
    rules = [rule for rule in sheet.pages.rules if rule.red]
    assert [rule.page for rule in rules] == [0] * 4
    for rule in rules:
        near(rule.width, 170, 1.5)
        near((rule.left + rule.right) / 2, 105, 1)
    outer, inner, last_inner, last = rules
    assert outer.thick > inner.thick and last.thick > last_inner.thick
    near(297 - (last.y + last.thick / 2), 20, 1)
    near(outer.y - outer.thick / 2 - _mark(sheet)[1].bottom, 4, 1)


@clause("D9a what stands under a letter's first rule keeps 7/8 of a character (10.1)",
        both(form("letter"), has("number")))  # fmt: skip
def letter_clear(sheet):
    row, rule = sheet.row(sheet.document.number.text), sheet.pages.rules[1]
    ink = sheet.pages.ink(0, (row.left, rule.y + 0.5, RIGHT + 1, row.baseline + 1))
    near(ink.top - rule.y - rule.thick / 2, 4.9, 0.7)
    text = [r for r in sheet.rows if r.page == 0][-1]
    assert sheet.pages.rules[2].y - text.baseline > 4.9


@clause("D10 the title stands two lines below the 版头 (7.3.1, 10.1)", has("masthead", "title"))
def title_below(sheet):
    first = sheet.title_rows()[0]
    if sheet.house.masthead.form == "letter":
        near(sheet.blank_lines(sheet.row(sheet.document.number.text), first), 2, 0.5)
    else:
        near((first.baseline - _head_rule(sheet).y) / PITCH - 0.8, 2, 0.5)


# -- main part --------------------------------------------------------------------------------


@clause("D11 whom it addresses stands flush left, its turned lines too (7.3.2)", has("salutation"))
def recipients(sheet):
    rest = "".join(line.text for line in sheet.document.salutation)
    row = sheet.starts(rest)
    for found in sheet.rows[sheet.rows.index(row) :]:
        if not rest.startswith(found.text[:4]):
            break
        near(found.left, LEFT, 0.5)
        rest = rest[len(found.text) :]
    assert len(rest) < 3


@clause("D12 one blank line above it (7.3.2)", has("salutation", "title"))
def recipients_below(sheet):
    row = sheet.starts(sheet.document.salutation[0].text)
    above = sheet.rows[sheet.rows.index(row) - 1]
    near(sheet.blank_lines(above, row), 1, 0.35)


@clause("D12a text without it stands one blank line below the title block",
        lambda sheet: bool(sheet.document.title) and not sheet.document.salutation)  # fmt: skip
def text_below(sheet):
    row = sheet.body[0]
    near(sheet.blank_lines(sheet.rows[sheet.rows.index(row) - 1], row), 1, 0.35)


@clause("D13 page 1 shows text (7.3.3)")
def text_on_page_one(sheet):
    assert sheet.body[0].page == 0


@clause("D14 attachments are listed one line below, two characters in (7.3.4)", has("attachments"))
def attachment_list(sheet):
    named = [a.title.text for a in sheet.document.attachments if not a.enclosed]
    if not named:
        return
    first = sheet.starts("附件：1." if len(named) > 1 else "附件：")
    near((first.left - LEFT) / ZI, 2, 0.3)
    above = sheet.rows[sheet.rows.index(first) - 1]
    if above.page == first.page:
        near(sheet.blank_lines(above, first), 1, 0.35)
    if len(named) > 1:
        second = sheet.starts("2." + named[1])
        near(second.left, first.glyphs[3].left, 1)
    assert not re.search(r"[。；，]$", first.text)


@clause("D14a an attachment: its mark on the first line, its title on the third (7.3.7)",
        lambda s: len([a for a in s.document.attachments if not a.enclosed]) > 0)  # fmt: skip
def attachments(sheet):
    marks = [r for r in sheet.pages.rows if re.fullmatch(r"附件\d*", r.text)]
    assert len(marks) == sum(not a.enclosed for a in sheet.document.attachments)
    for mark in marks:
        top = TOP if sheet.pages.sizes[mark.page][0] < 250 else LEFT
        left = LEFT if sheet.pages.sizes[mark.page][0] < 250 else 297 - BOTTOM
        near(mark.baseline - 0.8 * PITCH, top, 1)
        near(mark.left, left, 0.5)
        below = next(r for r in sheet.pages.rows if r.page == mark.page and r.size > 20)
        near((below.baseline - mark.baseline) / PITCH, 2, 0.1)
    assert "黑体" in sheet.font("附件1" if len(marks) > 1 else "附件")[0]


def _name_rows(sheet):
    """Give the rows of the last name of the signature, right above the date."""
    name = tight(sheet.document.signature[-1].text)
    before = sheet.rows[: sheet.rows.index(sheet.date_row())]
    count = next(n for n in range(1, len(before)) if _joined(before[-n:]).startswith(name))
    return before[-count:]


def _joined(rows) -> str:
    return "".join(row.text for row in rows)


def _sealed_alone(sheet):
    return sheet.house.signature.form == "seal" and len(sheet.document.signature) == 1


@clause("D15 the date is in Arabic digits without leading zeros (7.3.5.4)", has("date"))
def date_digits(sheet):
    assert DATE.fullmatch(sheet.document.date.text)


@clause("D16 with seal: date four characters from the right, name centred on it (7.3.5.1)",
        both(_sealed_alone, has("date")))  # fmt: skip
def sealed(sheet):
    date = sheet.date_row()
    names = _name_rows(sheet)
    for name in names:
        near((name.middle - date.middle) / ZI, 0, 0.5)
    over = (max(name.right for name in names) - RIGHT) / ZI
    near((RIGHT - date.right) / ZI, 4, 0.4 if over < -0.6 else 3)  # a long name moves both


@clause("D16a without seal: name two characters from the right, the date two further (7.3.5.2)",
        lambda s: s.house.signature.form == "plain" and bool(s.document.signature))  # fmt: skip
def unsealed(sheet):
    date = sheet.date_row()
    rows = _name_rows(sheet)
    near((date.left - rows[0].left) / ZI, 2, 0.4)
    near((RIGHT - max(row.right for row in (*rows, date))) / ZI, 2, 0.4)


@clause("D16d a name of several lines: none of them much shorter than the others",
        lambda s: max((len(n.text) for n in s.document.signature), default=0) > 28)  # fmt: skip
def long_name(sheet):
    widths = [len(row.glyphs) for row in _name_rows(sheet)]
    assert len(widths) == 2 and min(widths) > 0.6 * max(widths), widths


@clause("D16b joint seals: in order, three a row at most, the last over the date (7.3.5.1)",
        lambda s: s.house.signature.form == "seal" and len(s.document.signature) > 1)  # fmt: skip
def joint_seals(sheet):
    date = sheet.date_row()
    near((RIGHT - date.right) / ZI, 4, 0.4)
    before = sheet.rows[: sheet.rows.index(date)]
    names = [line.text for line in sheet.document.signature]
    places = []
    for name in names:
        row = [r for r in before if name in r.text and 15.5 < r.size < 16.5 and not r.red][-1]
        at = row.text.index(name)
        glyphs = row.glyphs[at : at + len(name)]
        places.append((row.page, row.baseline, glyphs[0].left, glyphs[-1].right))
    assert places == sorted(places)
    for a, b in combinations(places, 2):
        middles = [(place[2] + place[3]) / 2 for place in (a, b)]
        apart = max(abs(middles[1] - middles[0]), abs(b[1] - a[1]))
        assert a[0] != b[0] or apart >= 42, "seals would touch"
    near((places[-1][2] + places[-1][3]) / 2, date.middle, 0.5 * ZI)
    near(date.baseline - places[-1][1], PITCH, 0.3)


@clause("D16c over a 签名章: title two characters before it, the date below a blank line (7.3.5.3)",
        lambda s: s.house.signature.form == "stamp" and bool(s.document.signature))  # fmt: skip
def stamped(sheet):
    line = sheet.document.signature[0].text
    title, name = re.split(r"\s+", line)
    row = sheet.row(title + name)
    glyphs = row.glyphs
    near((RIGHT - row.right) / ZI, 4, 0.4)
    near((glyphs[len(title)].left - glyphs[len(title) - 1].right) / ZI, 2, 0.4)
    above = sheet.rows[sheet.rows.index(row) - 1]
    near(sheet.blank_lines(above, row), 2, 0.5)
    date = sheet.date_row()
    near(sheet.blank_lines(row, date), 1, 0.5)
    near((RIGHT - date.right) / ZI, 4, 0.4)


@clause("D17 the date stands under the name, on a page with text (7.3.5.5)",
        has("signature", "date"))  # fmt: skip
def not_alone(sheet):
    date = sheet.date_row()
    listed = [row for row in sheet.rows if row.text.startswith("附件：")]
    assert any(row.page == date.page for row in (*sheet.body, *listed))


@clause("D18 notes in round brackets, two characters in (7.3.6)",
        lambda s: has("notes")(s) and s.document.kind != "bulletin")  # fmt: skip
def notes(sheet):
    row = sheet.starts(sheet.document.notes[0].text)
    near((row.left - LEFT) / ZI, 2, 0.3)
    assert sheet.document.notes[0].text[0] + sheet.document.notes[0].text[-1] == "（）"


# -- 版记 --------------------------------------------------------------------------------------


def _tail_rules(sheet):
    last = len(sheet.pages.sizes) - 1
    return [r for r in sheet.pages.rules if r.page == last and r.width > 100 and not r.red]


_PRINTED = both(has("printer", "print_date"), lambda s: s.house.masthead.form != "letter")


@clause("D19 the 版记 stands on the last page (7.4)", _PRINTED)
def colophon_page(sheet):
    row = sheet.row(sheet.document.print_date.text + "印发")
    assert row.page == len(sheet.pages.sizes) - 1


@clause("D19a a letter's 版记 has neither rules nor who printed it (10.1)", form("letter"))
def letter_colophon(sheet):
    assert not _tail_rules(sheet)
    assert not [row for row in sheet.rows if row.text.endswith("印发")]


@clause("D20 its rules are as wide as the text, the last on its lower edge (7.4.1)", _PRINTED)
def colophon_rules(sheet):
    rules = _tail_rules(sheet)
    assert len(rules) == 2 + bool(sheet.document.copies)
    for rule in rules:
        near(rule.width, 156, 1.5)
        near(rule.left, LEFT, 1)
    near(rules[-1].y, BOTTOM, 1)


@clause("D21 the outer rules are thicker (7.4.1)", _PRINTED)
def colophon_weights(sheet):
    first, *inner, last = _tail_rules(sheet)
    assert all(0.28 <= rule.thick <= 0.45 for rule in (first, last))
    assert all(0.15 <= rule.thick <= 0.30 for rule in inner)


@clause("D22 copies: 4号, one character in, turned lines under the first name (7.4.2)",
        has("copies"))  # fmt: skip
def copies(sheet):
    row = sheet.starts("抄送：" + sheet.document.copies[0].text)
    near((row.left - LEFT) * 72 / 25.4 / 14, 1, 0.35)
    assert round(row.size) == 14
    rest = sheet.document.copies[0].text[len(row.text) - 3 :]
    below = sheet.rows[sheet.rows.index(row) + 1] if rest else None
    if below and rest.startswith(below.text[:3]):
        near(below.left, row.glyphs[3].left, 0.5)
    assert "仿宋" in sheet.font("抄送：")[0]


@clause("D23 printer one character in, its date one character from the right (7.4.3)", _PRINTED)
def printer(sheet):
    row = sheet.row(sheet.document.print_date.text + "印发")
    char = 14 * 25.4 / 72
    near((row.left - LEFT) / char, 1, 0.35)
    near((RIGHT - row.right) / char, 1, 0.35)
    assert round(row.size) == 14


def _cornered(sheet) -> bool:
    document = sheet.document
    return any((document.copy_number, document.secrecy, document.urgency))


@clause("D24 份号, 密级, 紧急程度: flush left from the first line on (7.2.1-3)", _cornered)
def corner(sheet):
    document = sheet.document
    lines = [line.text for line in (document.copy_number, document.secrecy, document.urgency)]
    rows = [sheet.starts(line) for line in lines if line]
    for number, row in enumerate(rows):
        near(row.left, LEFT, 0.5)
        assert round(row.size) == 16
        if sheet.house.masthead.form != "letter":
            near(row.baseline - 0.8 * PITCH, TOP + number * PITCH, 1)
    for line in (document.secrecy.text, document.urgency.text):
        assert not line or "黑体" in sheet.font(line)[0]


# -- page numbers -----------------------------------------------------------------------------


def _numbered_pages(sheet) -> list[int]:
    first = sheet.house.masthead.form == "letter"
    return [n for n, size in enumerate(sheet.pages.sizes) if size[0] < size[1] and n >= first]


@clause("N1 every page is numbered — 1 —, but a letter's first (7.5, 10.1)")
def numbered(sheet):
    assert [(row.page, row.text) for row in sheet.numbers] == [
        (n, f"—{n + 1}—") for n in _numbered_pages(sheet)
    ]


@clause("N2 numbers are 4号 (7.5)", lambda sheet: bool(_numbered_pages(sheet)))
def number_size(sheet):
    assert {round(row.size) for row in sheet.numbers} == {14}


@clause("N3 they stand outside, a character from the edge (7.5)",
        lambda sheet: bool(_numbered_pages(sheet)))  # fmt: skip
def number_outside(sheet):
    for row in sheet.numbers:
        gap = row.left - LEFT if row.page % 2 else RIGHT - row.right
        assert 3.7 <= gap <= 7, f"{gap:.1f} mm on page {row.page + 1}"


@clause("N4 their dash is 7 mm below the text (7.5)", lambda sheet: bool(_numbered_pages(sheet)))
def number_height(sheet):
    for row in sheet.numbers:
        dash = row.glyphs[0]
        box = (dash.left, row.baseline - 5, dash.right, row.baseline + 1)
        ink = sheet.pages.ink(row.page, box)
        near((ink.top + ink.bottom) / 2 - BOTTOM, 7, 1)


@clause("N6 on a landscape page the number stands where it stands upright (8)",
        lambda sheet: any(wide > high for wide, high in sheet.pages.sizes))  # fmt: skip
def landscape_number(sheet):
    lying = [n for n, (wide, high) in enumerate(sheet.pages.sizes) if wide > high]
    assert [(row.page, row.text) for row in sheet.pages.turned] == [
        (n, f"—{n + 1}—") for n in lying
    ]
    for row in sheet.pages.turned:  # turned clockwise: what was down is on the left now
        gap = row.left - LEFT if row.page % 2 else RIGHT - row.right
        assert 3.7 <= gap <= 7, f"{gap:.1f} mm on page {row.page + 1}"
        near(297 - row.baseline - BOTTOM, 8.6, 1.5)


# -- speeches and minutes ---------------------------------------------------------------------

_SPEECH = lambda sheet: sheet.document.kind == "speech"  # noqa: E731


@clause("S1 speaker and date: 楷体, centred under the title", _SPEECH)
def speaker(sheet):
    for line in (*sheet.document.byline, *sheet.document.dateline):
        row = sheet.starts(line.text)
        near(row.middle, MIDDLE, 1.5)
        font, size, _ = sheet.font(line.text)
        assert ("楷体" in font, size) == (True, 16)


@clause("S2 the date stands in brackets", _SPEECH)
def speech_date(sheet):
    for line in sheet.document.dateline:
        assert DATE.fullmatch(line.text.strip("（）")) and line.text[0] + line.text[-1] == "（）"


@clause("S3 the salutation stands flush left", both(_SPEECH, has("salutation")))
def salutation(sheet):
    near(sheet.starts(sheet.document.salutation[0].text).left, LEFT, 0.5)


@clause("S5 a speech has neither mark nor red rule", _SPEECH)
def no_masthead(sheet):
    assert not [row for row in sheet.pages.rows if row.red]
    assert not [rule for rule in sheet.pages.rules if rule.red]


@clause("M1 who attended: two characters in, turned lines under the first name (10.3)",
        has("present"))  # fmt: skip
def attendance(sheet):
    row = sheet.starts("出席：" + sheet.document.present[0].text)
    near((row.left - LEFT) / ZI, 2, 0.3)
    below = sheet.rows[sheet.rows.index(row) + 1]
    near(below.left, row.glyphs[3].left, 1)
    assert "黑体" in sheet.font("出席：")[0]
    near(sheet.blank_lines(sheet.rows[sheet.rows.index(row) - 1], row), 1, 0.35)

"""A fault put into the house or the writer makes its clause fail: the checks can fail."""

from __future__ import annotations

import pytest

import drafter
from drafter.formats.docx import colophon, flow, mark, masthead, signature, signers, static, title
from tests.render.clauses import CLAUSES
from tests.render.conftest import document, sheets

pytestmark = pytest.mark.render

# clause, document, what its house says instead
HOUSE_FAULTS = """
P1 | report | page.width_mm = 215.9
P1 | report | page.height_mm = 279.4
P2 | report | page.left_mm = 32
P3 | report | page.right_mm = 20
P4 | report | page.top_mm = 34
P5 | report | page.bottom_mm = 45
P6 | report | page.lines = 24
P7 | speech | page.chars = 30
P8 | report | page.lines = 20
P9 | report | looks.heading1.line_pt = 40
B1 | report | looks.body.font = "song"
B2 | report | looks.body.size_pt = 15
B3 | report | looks.body.first_chars = 0
B5 | report | looks.heading1.colour = "FF0000"
T1 | report | looks.title.size_pt = 18
T2 | report | looks.title.align = "left"
T3 | report | looks.title.font = "hei"
T4 | report | looks.title.bold = true
H1 | report | looks.heading1.font = "kai"
H2 | report | looks.heading2.font = "fangsong"
H3 | report | looks.heading3.size_pt = 14
H4 | report | looks.heading4.font = "hei"
H5 | report | looks.heading1.first_chars = 0
D1 | request | looks.masthead.align = "left"
D1a | notice | masthead.word = ""
D1b | notice | looks.masthead.size_pt = 20
D2 | notice | masthead.top_mm = 25
D2 | letter | masthead.top_mm = 37
D2 | order | masthead.top_mm = 35
D3 | notice | looks.masthead.font = "song"
D5 | notice | looks.number.align = "left"
D5a | letter-short | looks.number.align = "center"
D6 | notice | looks.number.before_lines = 1
D7 | request | looks.signers.font = "fangsong"
D8 | notice | rules.head = "none"
D9 | notice | rules.head_below_mm = 8
D9b | scheme | looks.number.before_lines = 1
D8a | letter | rules.width_mm = 156
D8a | letter | rules.foot_mm = 15
D9a | letter | rules.clear_mm = 8
D10 | notice | looks.title.before_lines = 1
D12 | notice | looks.salutation.before_lines = 2
D12a | report | looks.salutation.before_lines = 0
D14 | annexes | looks.attachment_list.left_chars = 0
D16 | notice | looks.date.right_chars = 2
D16 | notice | signature.form = "plain"
D16a | unsealed | signature.form = "seal"
D16b | joint-seals | signature.row_lines = 2
D16c | order | looks.date.right_chars = 2
D18 | notice | looks.notes.left_chars = 0
D20 | notice | rules.tail_lines = false
D21 | notice | rules.tail_outer_pt = 0.5
D22 | notice | looks.copies.left_chars = 3
D22 | notice | looks.copies.size_pt = 16
D23 | notice | looks.printer.right_chars = 3
D24 | secret | looks.secrecy.font = "fangsong"
N1 | report | page_number.form = "- {n} -"
N1 | letter | page_number.first_page = true
N2 | report | page_number.size_pt = 10.5
N3 | report | page_number.place = "center"
N4 | report | page_number.below_mm = 12
N6 | annexes | page_number.below_mm = 12
S1 | speech | looks.byline.font = "fangsong"
S1 | speech | looks.dateline.align = "right"
M1 | minutes | looks.attendance.left_chars = 0
M1 | minutes | looks.attendance_word.font = "fangsong"
"""
FAULTS = [tuple(map(str.strip, row.split("|"))) for row in HOUSE_FAULTS.strip().splitlines()]


def _stacked(flow, shape, top):
    mark.plain_mark(flow, shape._replace(beside=False), top)


# clause, document, where the writer is broken: a name of a module, what stands there instead
WRITER_FAULTS = [
    ("D1a", "bulletin", mark, "ends_in_kind", lambda words: False),
    ("D1c", "scheme", mark, "ends_of", lambda name, most, more, even: ()),
    ("D7a", "joint-request", signers, "_columns", lambda names, a_row: [5.0] * a_row),
    ("D16d", "scheme", signature, "ends_of", lambda name, most, even: ()),
    ("T5", "speech", title, "break_line", lambda text, *_, shape: [len(text) - 2]),
    ("D3a", "decision", masthead, "joint_mark", _stacked),
    ("D14a", "annexes", flow.Flow, "new_page", lambda self: None),
    ("D19", "notice", colophon, "box", lambda shape, content, number: ""),
    ("N1", "report", static, "_number", lambda house, even: "<w:p/>"),
    ("H7", "report", flow, "BY_ROLE", dict.fromkeys(flow.BY_ROLE, flow.BY_ROLE["body"])),
]


def _title(name: str) -> str:
    return next(title for title in CLAUSES if title.split(" ")[0] == name)


def _house(of: drafter.Document, value: str) -> drafter.House:
    base = drafter.house_of(of).name
    return drafter.read_house(f'based_on = "{base}"\n{value}\n', "faulty.toml")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    wanted = {}
    for number, (_, name, value) in enumerate(FAULTS):
        found = document(name)
        wanted[f"fault{number}"] = (found, _house(found, value))
    return sheets(wanted, tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[" ".join(f) for f in FAULTS])
def test_a_fault_of_the_house_breaks_its_clause(faulty, number):
    sheet = faulty[f"fault{number}"]
    with pytest.raises(AssertionError):
        CLAUSES[_title(FAULTS[number][0])].check(sheet)


@pytest.fixture
def fresh_parts():
    """No part of a file is remembered from before a fault, nor from during it."""
    static.static_parts.cache_clear()
    yield
    static.static_parts.cache_clear()


@pytest.mark.usefixtures("fresh_parts")
@pytest.mark.parametrize("fault", WRITER_FAULTS, ids=[fault[0] for fault in WRITER_FAULTS])
def test_a_fault_of_the_writer_breaks_its_clause(tmp_path, monkeypatch, fault):
    clause, name, home, part, instead = fault
    monkeypatch.setattr(home, part, instead)
    found = document(name)
    sheet = sheets({name: (found, drafter.house_of(found))}, tmp_path)[name]
    with pytest.raises(AssertionError):
        CLAUSES[_title(clause)].check(sheet)


def test_the_faults_touch_many_clauses():
    assert len({row[0] for row in (*FAULTS, *WRITER_FAULTS)}) >= 40

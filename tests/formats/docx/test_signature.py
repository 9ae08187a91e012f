"""Names that sign: rows of seals inside the text, long names in lines of like length."""

import io
from itertools import pairwise

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import drafter
from drafter import Document, Gap, Para
from drafter.formats.docx.broken import lines_of
from drafter.formats.docx.seals import seals_of
from drafter.formats.docx.signature import height
from drafter.house.measure import text_width

HOUSE = drafter.load_house("gbt9704")
CHARS = 28.1  # 156 mm in 字 of 315 twips
SEAL = 42 / 5.56
LONG = "云溪县推进政府职能转变和“放管服”改革协调小组优化营商环境专题组办公室"


def signed(*names, date="2026年5月6日", **more):
    found = tuple(name if isinstance(name, Para) else Para.of(name) for name in names)
    return Document(kind="notice", signature=found, date=Para.of(date), **more)


def organs(*sizes):
    return ["云溪县" + "某" * (size - 4) + "局" for size in sizes]


@given(
    st.lists(st.integers(4, 40), min_size=2, max_size=12),
    st.sampled_from(["2026年5月6日", "2026年12月31日", "2026年"]),
)
def test_names_and_seals_in_a_row_neither_touch_nor_leave_the_text(sizes, date):
    seals = seals_of(signed(*organs(*sizes), date=date), HOUSE)
    assert [len(name.text) for row in seals.rows for name in row if name] == sizes
    date_middle = CHARS - 4 - text_width(date) / 2
    assert seals.middles[-1] == pytest.approx(date_middle, abs=0.1)
    for row in seals.rows:
        assert row[-1]
        spans = [
            (middle - width / 2, middle, middle + width / 2)
            for middle, name in zip(seals.middles, row, strict=True)
            if (width := max(map(text_width, lines_of(name, seals.ends.get(name, ())))))
        ]
        assert spans[0][0] >= 0 and spans[-1][2] <= CHARS
        for (_, one, end), (start, other, _) in pairwise(spans):
            assert start - end >= 0.4
            assert other - one > SEAL


@pytest.mark.parametrize(
    "sizes, rows",
    [
        ((6, 7), [2]),
        ((6, 6, 6), [3]),
        ((9, 6, 6, 6, 8), [3, 2]),
        ((13, 13), [2]),
        ((9, 13, 6, 6), [2, 2]),
        ((18, 6), [1, 1]),
    ],
)
def test_as_many_stand_in_a_row_as_there_is_room_for(sizes, rows):
    document = signed(*organs(*sizes))
    assert [sum(map(bool, row)) for row in seals_of(document, HOUSE).rows] == rows
    assert height(document, HOUSE) >= 2 + 1 + 5 * (len(rows) - 1) + 1


@pytest.mark.parametrize("house", ["gbt9704", "unsealed"])
@pytest.mark.parametrize(
    "names",
    [
        (Para.of(LONG),),
        (Para.of(LONG), Para.of("云溪县财政局")),
        (Para.of("云溪县推进政府职能转变和", Gap("改革名称"), "改革协调小组优化营商环境专题组"),),
        (Para.of("中共云溪县委统一战线工作领导小组办公室　云溪县民族宗教事务联席会议办公室"),),
        (Para.of("云溪县财政局\n云溪县审计局"),),
    ],
)
def test_the_page_s_breaks_in_a_name_are_not_read_back(names, house):
    document = signed(*names, house=house)
    assert drafter.read(drafter.write(document, "docx"), "docx").document == document


def test_a_long_name_is_broken_by_meaning_and_counted():
    document = signed(LONG, house="unsealed")
    file = docx.Document(io.BytesIO(drafter.write(document, "docx")))
    (name,) = (p.text for p in file.paragraphs if p.style.style_id == "Signature")
    first, second = name.split("\n")
    assert abs(len(first) - len(second)) < 4
    assert height(document, drafter.load_house("unsealed")) == 1 + 2 + 1


def test_a_name_that_just_fits_beside_its_indent_is_not_broken():
    house = drafter.load_house("unsealed")
    assert height(signed(*organs(26)), house) == 3
    assert height(signed(*organs(27)), house) == 4


def test_of_more_rows_than_a_page_holds_the_last_stays_with_the_date():
    data = drafter.write(signed(*organs(*[10] * 12), masthead=(Para.of("云溪县"),)), "docx")
    above, last = docx.Document(io.BytesIO(data)).tables
    cells = [cell for row in above.rows[1:] for cell in row.cells]
    assert not [c for c in cells if c.paragraphs[0].paragraph_format.keep_with_next]
    assert all(c.paragraphs[0].paragraph_format.keep_with_next for c in last._cells)

"""A speech drafted from the example brief, rendered and measured (GB/T 9704-2012)."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

import pytest

import drafter
from tests.render.page import MM, rows, to_pdf

pytestmark = pytest.mark.render
_LEFT, _RIGHT, _BOTTOM = 28, 184, 262


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    template = drafter.load_template("工作部署会讲话")
    data = drafter.write(drafter.draft(template, template.example).document, "docx")
    return rows(to_pdf(data, tmp_path_factory.mktemp("speech")))


@pytest.fixture(scope="module")
def full(lines):
    """The lines of the text on the first page that run from edge to edge."""
    return [row for row in lines if len(row.text) >= 26 and row.size_pt > 15.5]


def test_full_lines_hold_28_characters_between_the_edges(full):
    turned = [row for row in full if abs(row.left - _LEFT) < 1]
    counts = Counter(len(row.text.rstrip("，。、；：”")) for row in turned if row.text.isalpha())
    assert abs(median(row.left for row in turned) - _LEFT) < 0.5
    assert max(counts or {28: 1}) == 28
    assert all(row.right < _RIGHT + 7 for row in full)  # a mark may hang


def test_lines_stand_on_one_pitch_22_a_page(lines):
    text = [row for row in lines if row.page == 1 and row.size_pt > 15.5]
    steps = [b.baseline - a.baseline for a, b in pairwise(text)]
    assert abs(median(steps) - 225 / 22) < 0.11
    assert len(text) in (21, 22)


def test_the_title_is_two_hao_and_centred(lines):
    title = [row for row in lines if row.size_pt > 21]
    assert title
    for row in title:
        assert abs((row.left + row.right) / 2 - 106) < 1.5


def test_paragraphs_are_indented_by_two_characters(lines):
    begun = [row.left for row in lines if row.page == 0 and 30 < row.left < 45]
    assert abs(median(begun) - (_LEFT + 2 * 15.75 / MM)) < 0.6


def test_page_numbers_stand_outside_seven_millimetres_below(lines):
    numbers = {row.page: row for row in lines if row.text in ("—1—", "—2—", "—3—")}
    assert len(numbers) >= 2
    assert 4 < _RIGHT - numbers[0].right < 7
    assert 4 < numbers[1].left - _LEFT < 7
    assert all(abs(row.baseline - _BOTTOM - 8.5) < 1.5 for row in numbers.values())


def test_gaps_can_be_seen_on_the_page(tmp_path):
    drafted = drafter.draft(drafter.load_template("工作部署会讲话"))
    shown = "".join(
        row.text for row in rows(to_pdf(drafter.write(drafted.document, "docx"), tmp_path))
    )
    assert drafted.gaps
    for gap in drafted.gaps:
        assert f"【{''.join(gap.name.split())}】" in shown

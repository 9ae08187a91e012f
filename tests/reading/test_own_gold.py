"""The texts of our own are read about as well as they were when the floors were set."""

import pytest

from tests.eval import own

FLOORS = {
    "a": {"micro": 0.92, "macro": 0.92, "heading_text": 0.99, "points_exact": 0.99},
    "b": {"micro": 0.92, "macro": 0.92, "heading_text": 0.97, "points_exact": 0.96},
}

TEXTS = [(half, name) for half in own.HALVES for name in own.names(half)]


@pytest.mark.parametrize("half", own.HALVES)
def test_no_figure_of_a_half_is_below_its_floor(half):
    found = own.score(half).figures()
    assert {key: value for key, value in found.items() if value < FLOORS[half][key]} == {}


@pytest.mark.parametrize(("half", "name"), TEXTS)
def test_the_gold_speaks_of_the_text_it_stands_beside(half, name):
    """Every line has its row, and what a row says of a line's words are words of the line."""
    lines = own.source(half, name).split("\n")
    rows = own.gold(half, name)
    assert [row["line"] for row in rows] == list(range(1, len(lines) + 1))
    for row, line in zip(rows, lines, strict=True):
        words = [row["heading"], row["number"]]
        words += [word for point in row["points"] for word in (point["ordinal"], point["lead"])]
        assert all(word in line for word in words)
        assert (row["type"] == "blank") == (not line.strip())


def test_a_score_counts_what_is_missing_and_what_is_too_much():
    row = {"type": "h1", "heading": "甲", "points": [{"ordinal": "一是", "lead": "快"}]}
    other = {"type": "body", "heading": "", "points": []}
    result = own.Score()
    result.add(row, row)
    result.add(row, other)
    result.add(other, row)
    figures = result.figures()
    assert figures["micro"] == pytest.approx(1 / 3)
    assert figures["macro"] == pytest.approx(1 / 4)
    assert figures["heading_text"] == figures["points_exact"] == pytest.approx(1 / 2)

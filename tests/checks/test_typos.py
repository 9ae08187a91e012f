"""The lexicon: every row does what its columns say, found by the search over the whole text."""

from __future__ import annotations

from time import perf_counter

import pytest

from drafter.checks.lexicon import Lexicon, Typo, lexicon, starts, typos

ROWS = [pytest.param(row, id=f"{at}-{row.bad}") for at, row in enumerate(typos())]


def _read(row: Typo, text: str) -> str:
    """Put a row's words right, found as in a document: in the middle of a line."""
    for found in reversed(list(Lexicon([row]).find(text))):
        text = text[: found.start] + found.right + text[found.end :]
    return text


def test_the_lexicon_holds_three_classes() -> None:
    assert {row.sure for row in typos()} == {"S", "C", "H"}
    assert len({row.pattern for row in typos()}) == len(typos()) > 500


@pytest.mark.parametrize("row", ROWS)
def test_what_is_mistyped_is_put_right(row: Typo) -> None:
    right = _read(row, row.bad)
    assert right != row.bad and row.right in right
    assert _read(row, right) == right, "the right word is called wrong"


@pytest.mark.parametrize("row", [row for row in typos() if row.ok])
def test_what_only_looks_alike_is_left_alone(row: Typo) -> None:
    for text in row.ok:
        assert _read(row, text) == text


@pytest.mark.parametrize("sure", ["S", "C", "H"])
def test_all_rows_together_find_what_each_finds(sure: str) -> None:
    for row in typos():
        if row.sure == sure:
            assert any(True for _ in lexicon(sure).find(f"今年，{row.bad}。")), row.bad


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("部暑", {"部暑"}),
        ("(?<![公颁])布署(?!名)", {"布署"}),
        ("[持弛]而不息", {"持而", "弛而"}),
        ("(?<=记)帐(?!篷)", {"帐"}),
        ("堪(?=[察测])", {"堪察", "堪测"}),
        ("(?:砥励|抵厉)前行", {"砥励", "抵厉"}),
        ("警剔|惊惕", {"警剔", "惊惕"}),
        ("截?止于", {"截止", "止于"}),
        ("堪(?=[^察])", {"堪"}),
    ],
)
def test_how_matches_of_a_pattern_begin(pattern: str, begins: set[str]) -> None:
    assert starts(pattern) == begins


@pytest.mark.parametrize("pattern", ["", ".对", "(?=.)", "\\d日", "对?"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="begin with anything"):
        starts(pattern)


def test_the_search_takes_time_in_proportion_to_the_text() -> None:
    line = "各镇要把部暑落到实处，做为当前工作的重点，形式严峻也要推进。"
    rows = lexicon("S")

    def spent(times: int) -> float:
        text = line * times
        began = perf_counter()
        list(rows.find(text))
        return perf_counter() - began

    spent(50)
    assert min(spent(3200) for _ in range(3)) < 40 * max(spent(200) for _ in range(3))

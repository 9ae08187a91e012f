"""Titles break by meaning, in a good shape, and never through a word."""

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.house import segment, title_costs
from drafter.house.measure import text_width
from drafter.house.title_lines import break_title

GOLD = Path(__file__).with_name("titles.txt")
WORDS = Path(segment.__file__).with_name("words.txt")
MOST = 20.0
ENOUGH = 0.92


class Gold(NamedTuple):
    text: str
    breakings: list[str]  # with /
    ends: set[int]  # of words


def golds() -> list[Gold]:
    found = []
    for line in GOLD.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *_ = alternatives = line.split(" | ")
            ends, at = set(), 0
            for word in first.replace("/", " ").split(" "):
                at += len(word)
                ends.add(at)
            breakings = [one.replace(" ", "") for one in alternatives]
            found.append(Gold(breakings[0].replace("/", ""), breakings, ends))
    return found


ALL = golds()
LONG = [gold for gold in ALL if "/" in gold.breakings[0]]


def pieces(text: str, most: float = MOST, atoms=()) -> list[str]:
    breaks = break_title(text, most, atoms)
    return [text[start:end] for start, end in pairwise([0, *breaks, len(text)])]


def width(line: str) -> float:
    return text_width(line.strip())


def characters(line: str) -> int:
    return len("".join(line.split()))


def is_shapely(lines: list[str]) -> bool:
    """Tell whether lines differ, and grow before they shrink: in width and in characters."""
    return all(
        0 not in steps and not any(a < 0 < b for a, b in pairwise(steps))
        for measure in (width, characters)
        for steps in [[measure(after) - measure(line) for line, after in pairwise(lines)]]
    )


# ---- the titles


def test_there_are_titles_enough_of_all_lengths():
    assert len(ALL) >= 400
    assert len({gold.text for gold in ALL}) == len(ALL)
    assert min(len(gold.text) for gold in ALL) <= 8
    assert max(len(gold.text) for gold in ALL) >= 50


def test_the_judged_breakings_keep_the_rules_themselves():
    for gold in ALL:
        for breaking in gold.breakings:
            lines = breaking.split("/")
            assert "".join(lines) == gold.text
            assert all(4 <= width(line) <= MOST for line in lines), breaking
            assert is_shapely(lines), breaking
            assert (len(lines) == 1) == (width(gold.text) <= MOST), breaking


def test_no_line_ends_in_a_word():
    ended = {gold.text: set(break_title(gold.text, MOST)) - gold.ends for gold in ALL}
    assert {text: ends for text, ends in ended.items() if ends} == {}


def test_every_line_fits_and_has_four_characters():
    found = [pieces(gold.text) for gold in ALL]
    assert [x for x in found if not all(4 <= width(line) <= MOST for line in x)] == []


def test_lines_make_a_trapezium_or_a_diamond():
    assert [found for gold in ALL if not is_shapely(found := pieces(gold.text))] == []


def test_a_title_that_fits_stays_on_one_line():
    assert [gold.text for gold in ALL if gold not in LONG and break_title(gold.text, MOST)] == []


def test_no_line_begins_or_ends_badly():
    for gold in LONG:
        lines = pieces(gold.text)
        assert not any(line[0] in "的、》”）〉，。" for line in lines), lines
        assert not any(line[-1] in "《“（〈" for line in lines), lines
        assert not any(line.endswith(("和", "与", "及", "暨")) for line in lines[:-1]), lines


def test_nine_in_ten_titles_break_where_a_reader_would():
    missed = ["/".join(pieces(g.text)) for g in LONG if "/".join(pieces(g.text)) not in g.breakings]
    assert len(missed) <= (1 - ENOUGH) * len(LONG), missed


# ---- the rules, one by one


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("云溪县人民政府办公室关于开展安全生产大检查的通知", 2),
        ("青石镇安全生产委员会办公室关于开展森林防火和道路交通安全专项检查督查的紧急通知", 3),
    ],
)
def test_the_organ_fills_its_own_line(text, lines):
    found = pieces(text)
    assert len(found) == lines
    assert found[0].endswith("办公室")


@pytest.mark.parametrize(
    "name", ["安和县", "和岭镇", "向阳乡", "新安镇", "青石镇", "临江市", "光明区"]
)
def test_a_name_is_not_broken_whatever_it_is_made_of(name):
    text = f"关于进一步做好{name}农村饮水安全保障工程建设和管理工作的通知"
    start = text.index(name)
    for most in range(9, 25):
        assert not set(break_title(text, most)) & set(range(start + 1, start + len(name)))


def test_numbers_keep_their_units():
    text = "关于报送2026—2030年第十五批次80%以上项目3月15日前开工建设情况的报告"
    for most in range(8, 25):
        joined = "/".join(pieces(text, most))
        for number in ("2026—2030年", "第十五批次", "80%", "3月15日"):
            assert number in joined


def test_a_short_title_of_a_book_stays_whole():
    found = pieces("云溪县人民政府办公室关于印发《云溪县防汛抗旱应急预案》的通知")
    assert any("《云溪县防汛抗旱应急预案》的通知" in line for line in found)


def test_a_blank_between_two_organs_ends_the_line_it_stands_on():
    found = pieces("中共云溪县委　云溪县人民政府关于全面推进乡村振兴加快农业农村现代化的实施意见")
    assert not any(line.startswith("　") for line in found)


def test_gaps_are_never_broken():
    text = "云溪县人民政府关于【印发什么文件】和【另外一个很长很长的事由】的通知"
    gaps = [
        (text.index("【印"), text.index("】和") + 1),
        (text.index("【另"), text.index("】的") + 1),
    ]
    for most in range(1, 30):
        inner = {at for start, end in gaps for at in range(start + 1, end)}
        assert not inner & set(break_title(text, most, gaps))


def test_a_gap_too_long_for_a_line_leaves_the_marks_around_it_in_place():
    gap = "【" + "甲乙丙丁戊己庚辛壬癸" * 2 + "】"
    text = f"云溪县人民政府关于印发《{gap}》的通知"
    start = text.index(gap)
    assert pieces(text, MOST, [(start, start + len(gap))])[-1].endswith(f"《{gap}》的通知")


def test_unknown_characters_without_end_still_fill_lines():
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉" * 3
    found = pieces(text)
    assert all(4 <= width(line) <= MOST for line in found)
    assert len(found) <= 4


def test_a_foreign_title_breaks_at_a_blank():
    found = pieces("Report on the Work of the Government of Yunxi County in 2026")
    assert all(line.endswith(" ") for line in found[:-1])


def test_the_words_are_read_only_when_a_title_needs_them(monkeypatch):
    def unread():
        raise AssertionError

    monkeypatch.setattr(segment, "_known", unread)
    assert break_title("在全县项目建设推进会上的讲话", MOST) == []
    with pytest.raises(AssertionError):
        break_title("云溪县人民政府关于做好2026年防汛抗旱工作的通知", MOST)


# ---- the list of words


def test_each_word_stands_once_and_in_a_section_that_is_known():
    content = [line.partition("#")[0].strip() for line in WORDS.read_text("utf-8").splitlines()]
    sections = {line.strip("[]") for line in content if line.startswith("[")}
    found = [word for line in content if not line.startswith("[") for word in line.split()]
    assert len(found) == len(set(found))
    assert sections <= set(title_costs._AFTER)
    assert sections - {"particles"} <= set(title_costs._BEFORE)


# ---- whatever comes

HANZI = "云溪县人民政府办公室关于印发做好加强二年第三度工作项目的和与在等市局甲乙丙丁"
MARKS = "、》”），《“（【】— 　.8aZ"
texts = st.text(HANZI + MARKS, max_size=90) | st.text(max_size=60)
mosts = st.integers(1, 40) | st.floats(allow_nan=True, allow_infinity=True)
spans = st.lists(st.tuples(st.integers(-5, 95), st.integers(-5, 95)), max_size=4)


@given(texts, mosts, spans)
@example("", 20, [])
@example("、" * 70, 20, [])
@example(" " * 70, 20, [(3, 60)])
@example("\ud800" * 70, float("nan"), [(9, 2)])
def test_nothing_is_lost_whatever_comes(text, most, atoms):
    breaks = break_title(text, most, atoms)
    assert all(0 < at < len(text) for at in breaks)
    assert all(at < after for at, after in pairwise(breaks))
    assert "".join(pieces(text, most, atoms)) == text
    inner = {at for start, end in atoms for at in range(max(start, 0) + 1, min(end, len(text)))}
    assert not inner & set(breaks)


@given(texts, st.integers(1, 40))
def test_no_line_is_longer_than_it_may_be(text, most):
    assert all(width(line) <= most for line in pieces(text, most) if len(line) > 1)


@given(st.text(HANZI + MARKS, max_size=70), st.integers(8, 40), spans)
def test_only_a_gap_too_long_for_a_line_runs_over(text, most, atoms):
    breaks = [0, *break_title(text, most, atoms), len(text)]
    for start, end in pairwise(breaks):
        inside = [span for span in atoms if start <= max(span[0], 0) < min(span[1], len(text))]
        if width(text[start:end]) > most:
            assert inside


plain = st.text(
    "云溪县人民政府办公室关于印发做好加强工作项目和与在市局甲乙丙丁", min_size=1, max_size=9
)
marked = st.tuples(plain, st.sampled_from(["", "", "、", "的", "》", "”", "）", "，"])).map("".join)


@given(st.lists(marked, max_size=12).map("".join), st.integers(10, 40))
def test_no_line_begins_with_a_mark_where_another_end_is_near(text, most):
    assert not any(line[0] in "、的》”），" for line in pieces(text, most)[1:])

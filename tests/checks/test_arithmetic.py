"""Arithmetic: whatever true sentence is written is left alone, whatever wrong one is found."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.finding import Finding
from drafter.checks.manual import rules
from drafter.checks.manuscript import Manuscript, Row, manuscript
from drafter.checks.masks import masked
from drafter.model import Document, Para
from drafter.model.figures import Cell, Table
from drafter.reading.line import Judgement, Role

MINE = frozenset(
    rule.id
    for rule in rules().values()
    if rule.group in ("numerals", "dates", "numbers", "arithmetic")
)
WEEK = "一二三四五六日"


def found(text: str, on: date | None = None, table: Table | None = None) -> tuple[Finding, ...]:
    row = Row(0, text, masked(text), Judgement(Role.BODY), table is not None, table)
    findings = check(Manuscript((row,), Document(kind="text"), on), Profile(enable=MINE))
    return tuple(one for one in findings if one.rule in MINE)


def names(text: str, on: date | None = None, table: Table | None = None) -> set[str]:
    return {one.rule for one in found(text, on, table)}


def rounded(value: Decimal, places: int) -> str:
    return str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


tenths = st.integers(100, 9999).map(lambda number: Decimal(number).scaleb(-1))
places = st.integers(0, 2)


@given(tenths, tenths, places)
def test_a_true_rate_is_left_alone(first: Decimal, then: Decimal, digits: int):
    rate = rounded(abs(then / first - 1) * 100, digits)
    move, verb = ("增加", "增长") if then >= first else ("减少", "下降")
    assert names(f"税收由{first}亿元{move}到{then}亿元，{verb}{rate}%。") == set()


@given(tenths, tenths, st.integers(3, 40), st.booleans())
def test_a_wrong_rate_is_found_and_put_right(first: Decimal, then: Decimal, by: int, up: bool):
    rate = abs(then / first - 1) * 100
    told = rate + by if up else rate - by
    assume(told > 0 and rate < 100 and first != then)
    move, verb = ("增加", "增长") if then > first else ("减少", "下降")
    (one,) = found(f"税收由{first}亿元{move}到{then}亿元，{verb}{rounded(told, 1)}%。")
    assert one.rule == "consist-growth"
    assert f"{verb}{rounded(rate, 1)}%" in one.message


@given(st.integers(5, 400), st.integers(1, 300), st.integers(-3, 3))
def test_a_difference_has_to_be_exact(first: int, by: int, off: int):
    assume(by + off > 0)
    text = f"园区由{first}个增加到{first + by}个，增加{by + off}个。"
    assert ("consist-growth" in names(text)) == (off != 0)


@given(tenths, st.integers(1, 4), st.integers(1, 4))
def test_doublings_are_powers_of_two(first: Decimal, real: int, told: int):
    then = first * 2**real
    text = f"投资由{first}亿元增加到{then}亿元，翻{'一两三四'[told - 1]}番。"
    assert ("consist-double" in names(text)) == (real != told)


@given(st.lists(st.integers(1, 500), min_size=2, max_size=5), st.integers(-4, 4))
def test_what_is_listed_adds_up_to_the_whole(parts: list[int], off: int):
    assume(sum(parts) + off > 0)
    labels = ["水利", "交通", "能源", "教育", "文化"]
    listed = "、".join(f"{label}{part}项" for label, part in zip(labels, parts, strict=False))
    text = f"安排{listed}，合计{sum(parts) + off}项。"
    assert ("consist-sum" in names(text)) == (off != 0)


@given(st.lists(tenths, min_size=2, max_size=4), tenths)
def test_parts_may_be_less_than_the_whole_but_not_more(parts: list[Decimal], more: Decimal):
    labels = ["水利", "交通", "能源", "教育"]
    listed = "、".join(f"{label}{part}亿元" for label, part in zip(labels, parts, strict=False))
    assert names(f"争取资金{sum(parts) + more}亿元，其中{listed}。") == set()
    less = max(parts[0], sum(parts) - more)
    assume(sum(parts) - less > len(parts))
    assert names(f"争取资金{less}亿元，其中{listed}。") == {"consist-sum"}


@given(st.dates(date(2013, 1, 1), date(2035, 12, 31)), st.integers(0, 6))
def test_the_weekday_is_that_of_the_date(day: date, off: int):
    told = WEEK[(day.weekday() + off) % 7]
    for mark in (f"（星期{told}）", f"（周{told}）"):
        text = f"会议定于{day.year}年{day.month}月{day.day}日{mark}召开。"
        assert names(text) == ({"date-weekday"} if off else set())


@given(st.dates(date(2013, 1, 1), date(2035, 12, 31)), st.integers(1, 45), st.integers(1, 15))
def test_only_days_of_the_calendar_are_days(day: date, number: int, month: int):
    assert names(f"自{day.year}年{day.month}月{day.day}日起施行。") == set()
    try:
        date(day.year, month, number)
    except ValueError:
        expected = {"date-impossible"}
    else:
        expected = set()
    assert names(f"自{day.year}年{month}月{number}日起施行。") == expected


@given(st.dates(date(2013, 6, 1), date(2035, 6, 30)), st.integers(-90, 90))
def test_a_deadline_lies_ahead(today: date, days: int):
    due = today + timedelta(days)
    text = f"请于{due.year}年{due.month}月{due.day}日前报送名单。"
    assert ("date-past-deadline" in names(text, today)) == (days <= 0)


@given(st.integers(1950, 2035), st.integers(-2, 2))
def test_an_anniversary_is_a_difference_of_years(year: int, off: int):
    assume(0 < year - 1949 + off < 100)
    text = f"{year}年是中华人民共和国成立{year - 1949 + off}周年。"
    assert ("consist-span" in names(text)) == (off != 0)


def as_table(rows: list[list[str]]) -> Table:
    return Table(tuple(tuple(Cell(Para.of(words)) for words in row) for row in rows))


counts = st.lists(st.tuples(st.integers(1, 999), st.integers(10, 9999)), min_size=2, max_size=6)


@given(counts, st.integers(0, 5))
def test_the_last_row_of_a_table_adds_up_the_others(rows: list[tuple[int, int]], off: int):
    body = [[f"{at}号村", str(n), str(Decimal(m) / 10)] for at, (n, m) in enumerate(rows, 1)]
    number = sum(n for n, _ in rows)
    money = Decimal(sum(m for _, m in rows)) / 10
    table = as_table(
        [["村", "户数", "资金（万元）"], *body, ["合计", str(number + off), str(money)]]
    )
    told = found("附表", table=table)
    assert {one.rule for one in told} == ({"consist-table-sum"} if off else set())
    if off:
        assert f"“户数”一列相加为{number}，合计写{number + off}" in told[0].message


@given(counts)
def test_shares_of_a_table_are_those_of_its_sum(rows: list[tuple[int, int]]):
    total = sum(n for n, _ in rows)
    shares = [rounded(Decimal(n) / total * 100, 1) for n, _ in rows]
    body = [
        [f"{at}号村", str(n), share]
        for at, ((n, _), share) in enumerate(zip(rows, shares, strict=True))
    ]
    table = as_table([["村", "户数", "占比（%）"], *body, ["合计", str(total), "100.0"]])
    assert names("附表", table=table) == set()


@pytest.mark.parametrize("sign", ["—", "～", "-", "－"])
@given(low=st.integers(1, 40), by=st.integers(1, 40))
def test_a_range_of_percentages_has_two_percent_signs(sign: str, low: int, by: int):
    assert names(f"投资增长{low}%{sign}{low + by}%。") == set()
    assert names(f"投资增长{low}{sign}{low + by}%。") == {"num-percent-range"}
    assert names(f"投资增长{low}%{sign}{low + by}。") == {"num-percent-range-end"}


def test_a_table_of_a_word_file_is_added_up_where_it_stands():
    table = as_table([["村", "户数"], ["青溪村", "30"], ["云岭村", "45"], ["合计", "85"]])
    document = Document(
        kind="text", title=Para.of("关于户数的报告"), body=(Para.of("如下。"), table)
    )
    reading = drafter.read(drafter.write(document, "docx"), "docx")
    told = [one for one in check(manuscript(reading)) if one.rule == "consist-table-sum"]
    assert [one.message for one in told] == ["“户数”一列相加为75，合计写85"]

"""Formulations are chosen by date; where none is sure, the draft says so and guesses nothing."""

from datetime import date
from itertools import pairwise

import pytest

import drafter
from drafter.dated import formulations, latest, read_formulations
from drafter.drafting.template import make_template

SETTINGS = """名称: 表述
文种: 讲话
问题:
  - 名: 日期
    类: 日期
  - 名: 题
"""


def drafted(use, day):
    files = {"template.yaml": SETTINGS, "outline.md.j2": "{{ 表述('" + use + "', 日期) }}。"}
    brief = f"日期：{day}" if day else ""
    return drafter.draft(make_template("t", files), brief)


@pytest.mark.parametrize(
    ("use", "day", "words"),
    [
        ("全会精神", "2025年3月1日", "党的二十大和二十届二中、三中全会精神"),
        ("全会精神", "2026年3月1日", "党的二十大和二十届历次全会精神"),
        ("五年规划", "2025年12月31日", "“十四五”"),
        ("五年规划", "2026年1月1日", "“十五五”"),
    ],
)
def test_the_day_chooses_the_words(use, day, words):
    found = drafted(use, day)
    assert found.document.body[0].text == words + "。"
    assert [piece.key for _, pieces in found.traces for piece in pieces] == [f"@{use}", ""]


@pytest.mark.parametrize(
    ("use", "day", "hint"),
    [
        ("全会精神", "", "先定日期"),
        ("全会精神", "2010年3月1日", "未收录"),
        ("全会精神", "2030年3月1日", "核过的表述是“党的二十大和二十届历次全会精神”"),
        ("没有这条", "2026年3月1日", "没有这一条"),
    ],
)
def test_what_is_not_sure_is_a_gap(use, day, hint):
    found = drafted(use, day)
    assert [gap.name for gap in found.gaps] == [f"请核·{use}"]
    assert hint in found.gaps[0].hint


def test_every_row_is_in_order():
    for use, rows in formulations().items():
        for row in rows:
            assert row.source, use
            assert row.since <= row.verified
            assert row.until is None or row.since <= row.until <= date(2030, 12, 31)
        for one, after in pairwise(rows):
            early, late = sorted((one, after), key=lambda row: row.since)
            assert early.until is not None
            assert early.until < late.since


def test_a_unit_s_own_row_replaces_the_built_in_one():
    own = '[["总基调"]]\nwords = "坚持本县的总要求"\nsince = 2020-01-01\nverified = 2027-01-01\n'
    own = read_formulations(own, "dated.toml")
    assert latest("总基调", date(2026, 5, 1), own).words == "坚持本县的总要求"
    assert latest("五年规划", date(2026, 5, 1), own).words == "“十五五”"


@pytest.mark.parametrize(
    "source",
    [
        "x",
        '[["总基调"]]\nwords = "甲"\n',
        '[["总基调"]]\nwords="甲"\nsince="x"\nverified=2026-01-01',
    ],
)
def test_a_bad_file_is_told(source):
    with pytest.raises(drafter.DrafterError):
        read_formulations(source, "dated.toml")

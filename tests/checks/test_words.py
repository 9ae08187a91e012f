"""What the examples of the manual cannot show of names, political and genre rules: dates, kinds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.checks.engine import Profile, check
from drafter.checks.finding import Finding, Level
from drafter.checks.manual import rules
from drafter.dated.rows import dated_rows
from tests.checks.examples import example

TABLES = ("phrases", "orders", "names", "calendar", "usage")


def found(rule: str, text: str, on: date | None = None, kind: str = "text") -> tuple[Finding, ...]:
    manuscript = example(rules()[rule], text)
    manuscript = replace(manuscript, date=on, document=replace(manuscript.document, kind=kind))
    return check(manuscript, Profile(enable=frozenset({rule}), disable=_others(rule)))


def _others(rule: str) -> frozenset[str]:
    return frozenset(rules()) - {rule}


@pytest.mark.parametrize("table", TABLES)
def test_every_dated_row_names_its_source_and_days_in_order(table: str) -> None:
    for rows in dated_rows(table).values():
        for row in rows:
            assert row.source
            assert row.since is None or row.until is None or row.since <= row.until


def test_every_rule_of_the_tables_has_its_page() -> None:
    for table in ("phrases", "orders", "names", "usage"):
        assert set(dated_rows(table)) <= set(rules())


def test_a_fixed_form_is_an_error_without_a_date() -> None:
    (one,) = found("pol-wrong-form", "坚持“三个代表”思想。")
    assert one.level is Level.ERROR


def test_a_dated_form_is_advice_without_a_date_and_silent_before_its_day() -> None:
    text = "请县银保监局牵头。"
    assert [one.level for one in found("name-organ-old", text)] == [Level.ADVICE]
    assert [one.level for one in found("name-organ-old", text, date(2026, 3, 5))] == [Level.WARNING]
    assert found("name-organ-old", text, date(2020, 3, 5)) == ()


def test_a_document_that_speaks_of_no_later_year_is_taken_for_old() -> None:
    assert found("pol-stale-term", "2012年全县新增市场主体三千户。") == ()


def test_the_call_to_unite_is_judged_by_the_days_of_the_document() -> None:
    then = "全县上下紧密团结在以习近平同志为总书记的党中央周围。"
    assert found("pol-core-formula", then, date(2014, 3, 5)) == ()
    assert found("pol-core-formula", then, date(2026, 3, 5)) != ()


def test_a_plenum_that_had_not_met_is_found() -> None:
    text = "贯彻党的二十届四中全会精神。"
    assert found("pol-congress-name", text, date(2024, 3, 5)) != ()
    assert found("pol-congress-name", text, date(2026, 3, 5)) == ()


def test_a_wrong_set_phrase_is_found_in_a_long_quotation_but_not_in_a_title() -> None:
    assert found("pol-wrong-form", "他说：“京津冀协调发展是大家多年的共同心愿和期盼。”")
    assert not found("pol-wrong-form", "出版《京津冀协调发展研究》一书。")


def test_a_rule_of_one_kind_leaves_the_others_alone() -> None:
    text = "title|关于防汛工作情况的报告\n请批准拨付五十万元。"
    assert found("genre-report-no-request", text, kind="report") != ()
    assert found("genre-report-no-request", text, kind="briefing") == ()


def test_a_notice_of_a_meeting_is_told_what_it_lacks() -> None:
    text = "title|关于召开防汛推进会的通知\n4月8日上午9时召开，请各乡镇分管负责人参加。"
    (one,) = found("genre-meeting-notice", text, kind="notice")
    assert "地点" in one.message
    assert "时间" not in one.message
    assert "参会人员" not in one.message


def test_an_empty_section_is_told_the_kinds_of_fact_it_lacks() -> None:
    words = "要强化服务，主动靠前，及时协调，凝聚合力，确保各项任务落到实处、见到成效。" * 3
    (one,) = found("tone-no-specifics", f"h1|二、强化服务\n{words}", kind="scheme")
    for kind in ("数字", "责任单位", "时限"):
        assert kind in one.message


def test_an_organ_goes_by_the_full_name_the_text_uses() -> None:
    text = "县发展和改革委牵头。\n县发展和改革委汇总。\n报县发改委备案。"
    (one,) = found("name-org-two-forms", text)
    assert one.fix == "发展和改革委"

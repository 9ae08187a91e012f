"""Punctuation: what the manual's examples cannot show."""

from __future__ import annotations

import pytest

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.finding import Finding, Level
from drafter.checks.manuscript import manuscript


def _found(lines: list[str], rule: str) -> list[Finding]:
    reading = drafter.read("\n".join(["在全县大会上的讲话", *lines]).encode(), "text")
    return [one for one in check(manuscript(reading), Profile()) if one.rule == rule]


PAIR = "要办好民生实事(含续建项目)，让群众满意。"
FULL = "要办好十件实事（含续建项目），一件一件抓（不落一件）。"


def test_paired_halfwidth_brackets_are_advice_in_a_document_that_is_full_width_otherwise() -> None:
    found = _found([FULL, FULL, PAIR], "punct-halfwidth")
    assert {one.level for one in found} == {Level.ADVICE}
    assert not any(one.safe for one in found)


@pytest.mark.parametrize("more", ["要抓好落实,一抓到底。", f"{PAIR}{PAIR}{PAIR}{PAIR}{PAIR}"])
def test_they_are_errors_where_half_width_marks_are_the_habit(more: str) -> None:
    found = _found([FULL, PAIR, more], "punct-halfwidth")
    assert {one.level for one in found} == {Level.ERROR}
    assert all(one.safe for one in found)


def test_articles_that_quote_their_new_wording_are_balanced() -> None:
    articles = [f"第{n}条 各镇应当按期报送台账，由县政府汇总。" for n in "一二三四五六七"]
    new = ["将第八条修改为：", "“第八条 各镇应当按月报送台账。", "“逾期不报的，予以通报。”"]
    assert _found([*articles, *new], "punct-unbalanced") == []
    lost = _found([*articles, "第八条 推行“一事一报制度，由县政府负责。"], "punct-unbalanced")
    assert [one.words for one in lost] == ["“"]


def test_a_lost_mark_is_found_at_its_partner() -> None:
    found = _found(["要做强“一园一特，壮大“一村一品”产业。"], "punct-unbalanced")
    assert [(one.line, one.col) for one in found] == [(2, 4)]

"""The manual is true: what it calls wrong is found, what it calls right and its look-alikes not."""

from __future__ import annotations

import pytest

from drafter.checks.engine import checks
from drafter.checks.finding import Level
from drafter.checks.manual import BASES, Rule, rules
from tests.checks.examples import fixed, found, plain

ALL = [pytest.param(rule, id=rule.id) for rule in rules().values()]
EVERY = [p for p in ALL if p.values[0].group != "layout"]  # type: ignore[attr-defined] # test_layout


@pytest.mark.parametrize("rule", ALL)
def test_the_page_is_whole(rule: Rule) -> None:
    assert rule.name and rule.what and rule.bad and rule.silent
    assert rule.fix in ("safe", "confirm", "no")
    assert rule.source in BASES
    assert rule.clause or rule.source not in ("国标", "条例")
    runs = rule.pattern or rule.id in checks() or rule.group == "layout"
    assert runs, "nothing runs this rule"
    assert not (rule.source == "实务" and rule.level is Level.ERROR), "custom is never an error"


def test_every_function_has_its_page() -> None:
    assert set(checks()) <= set(rules())


@pytest.mark.parametrize("rule", EVERY)
def test_what_is_wrong_is_found(rule: Rule) -> None:
    for text in rule.bad:
        assert found(rule, text), f"not found: {text}"


@pytest.mark.parametrize("rule", EVERY)
def test_what_is_right_is_left_alone(rule: Rule) -> None:
    for text in (*rule.good, *rule.silent):
        assert [(one.words, one.message) for one in found(rule, text)] == [], text


@pytest.mark.parametrize("rule", [p for p in EVERY if p.values[0].fix != "no"])  # type: ignore[attr-defined]
def test_the_fix_makes_it_right(rule: Rule) -> None:
    for bad, good in zip(rule.bad, rule.good, strict=True):
        assert fixed(rule, bad) == plain(rule, good)


@pytest.mark.parametrize("rule", [p for p in EVERY if p.values[0].fix == "safe"])  # type: ignore[attr-defined]
def test_fixing_twice_changes_nothing_more(rule: Rule) -> None:
    for text in rule.bad:
        once = fixed(rule, text)
        assert not [one for one in found(rule, once) if one.safe]

"""What a kind of document cannot do without is asked for, and a gap where it is not given."""

import pytest

import drafter


def _draft(name, *settings, brief=None):
    template = drafter.load_template(name)
    answers = drafter.read_brief(template.example if brief is None else brief)
    return drafter.draft(template, drafter.with_settings(answers, settings))


def _text(drafted):
    return drafter.write(drafted.document, "text").decode()


def test_a_request_says_what_for_and_on_what_ground():
    names = " ".join(gap.name for gap in _draft("request", brief="").gaps)
    assert "目的" in names
    assert "依据" in names


def test_a_request_without_a_ground_says_none():
    drafted = _draft("request", "依据=无")
    assert drafted.gaps == ()
    assert "根据" not in _text(drafted)


@pytest.mark.parametrize("method", ["召开座谈会", "实地走访", "发放问卷"])
def test_each_method_of_a_survey_needs_its_number(method):
    drafted = _draft("research-report", f"调研方法={method}")
    assert any("数量" in gap.name for gap in drafted.gaps)


def test_a_survey_says_how_many_forms_came_back():
    whole = "调研方法:\n  - 方法：发放问卷\n    数量：300份\n"
    gaps = _draft("research-report", brief=whole).gaps
    assert any(gap.name.endswith("其中") for gap in gaps)
    assert not any(gap.name.endswith("数量") for gap in gaps)

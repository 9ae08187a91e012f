"""The swap test (换头测试): what a template itself writes must not pass for any subject.

Two briefs on different subjects, drafted at full depth, may share at most a fifth of their
characters in runs of eight or more. The second briefs are in ``swap/``.
"""

from itertools import combinations
from pathlib import Path

import pytest

import drafter
from drafter.model.chars import words

MOST = 0.20
HALF = 0.50
RUN = 8
SECOND = sorted(Path(__file__).with_name("swap").glob("*.brief.txt"))


def shared(one: str, other: str) -> float:
    """Give the part of one's characters that stand in runs which the other has too."""
    grams = {other[at : at + RUN] for at in range(len(other) - RUN + 1)}
    found = [one[at : at + RUN] in grams for at in range(len(one) - RUN + 1)]
    covered = {at + step for at, same in enumerate(found) if same for step in range(RUN)}
    return len(covered) / (len(one) or 1)


def text(template, brief):
    return words(drafter.write(drafter.draft(template, brief).document, "text").decode())


@pytest.mark.parametrize("path", SECOND, ids=lambda path: path.name.split(".")[0])
def test_two_subjects_share_little(path):
    template = drafter.load_template(path.name.removesuffix(".brief.txt"))
    brief = path.read_text("utf-8")
    assert drafter.draft(template, brief).gaps == ()
    one, other = text(template, template.example), text(template, brief)
    figure = max(shared(one, other), shared(other, one))
    assert figure <= MOST, f"{template.name}: {figure:.0%}"


def test_every_speech_and_work_report_is_swapped():
    second = {path.name.removesuffix(".brief.txt") for path in SECOND}
    wanted = {name for name in drafter.template_names() if name.startswith("speech-")}
    assert wanted | {"chair-script", "summary", "briefing", "report-work"} <= second
    assert {"government-work-report", "duty-integrity-report", "research-report"} <= second


def test_no_two_templates_write_the_same():
    texts = {}
    for name in drafter.template_names():
        template = drafter.load_template(name)
        texts[name] = text(template, template.example)
    for (one, left), (other, right) in combinations(texts.items(), 2):
        figure = max(shared(left, right), shared(right, left))
        assert figure <= HALF, f"{one}, {other}: {figure:.0%}"


def test_the_measure():
    assert shared("甲乙丙丁戊己庚辛壬", "甲乙丙丁戊己庚辛癸") == pytest.approx(8 / 9)
    assert shared("甲乙丙丁戊己庚", "甲乙丙丁戊己庚") == 0

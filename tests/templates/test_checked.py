"""What a template writes of its example passes the check without a finding, in text and in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter
from drafter.checks.finding import Level
from drafter.revise.review import review

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = sorted(drafter.template_names())


def told(data: bytes, format: str) -> list[str]:
    found = review(data, format)
    return [f"{one.line}:{one.col} {one.rule} {one.message}" for one in found.findings]


@pytest.mark.parametrize("format", ["text", "docx"])
@pytest.mark.parametrize("name", NAMES)
def test_the_example_is_clean(name, format):
    template = drafter.load_template(name)
    brief = (TEMPLATES / name / "example.brief.txt").read_text("utf-8")
    document = drafter.draft(template, brief).document
    assert told(drafter.write(document, format), format) == []


@pytest.mark.parametrize("name", NAMES)
def test_of_an_empty_brief_only_the_gaps_are_told(name):
    document = drafter.draft(drafter.load_template(name), "").document
    found = review(drafter.write(document, "docx"), "docx").findings
    other = [one for one in found if one.rule != "residue-placeholder"]
    assert [one.message for one in other if one.level is not Level.ADVICE] == []

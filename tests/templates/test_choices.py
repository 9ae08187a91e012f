"""Every choice a template offers drafts: each yes and no, and each of several."""

import re

import pytest

import drafter
from drafter.drafting.questions import Type

_JOINS = re.compile("[，、；：][，、；：。！]|。[，；。]|[！？][。，]|（）|“”|None|Undefined")


def _choices(template):
    for question in template.questions:
        if question.type is Type.YES_NO:
            yield from (f"{question.name}={value}" for value in ("是", "否"))
        elif question.type is Type.CHOICE:
            yield from (f"{question.name}={value}" for value in question.choices)


@pytest.mark.parametrize("name", sorted(drafter.template_names()))
def test_every_choice_drafts_without_a_broken_joint(name):
    template = drafter.load_template(name)
    for words in (template.example, ""):
        brief = drafter.read_brief(words)
        for choice in _choices(template):
            answers = drafter.with_settings(brief, [choice])
            document = drafter.draft(template, answers).document
            text = drafter.write(document, "text").decode()
            assert _JOINS.findall(re.sub("【[^】]*】", "某", text)) == [], choice

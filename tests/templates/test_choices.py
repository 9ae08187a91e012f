"""Every choice a template offers drafts: each yes and no, and each of several."""

import re

import pytest

import drafter
from drafter.drafting.questions import Type

_JOINS = re.compile("[，、；：][，、；：。！]|。[，；。]|[！？][。，]|（）|“”|None|Undefined")
_VERIFIED_DAY = "2026年10月1日"


def _choices():
    for name in sorted(drafter.template_names()):
        template = drafter.load_template(name)
        for question in template.questions:
            if question.type is Type.YES_NO:
                yield from ((name, question.name, value) for value in ("是", "否"))
            elif question.type is Type.CHOICE:
                yield from ((name, question.name, value) for value in question.choices)


@pytest.mark.parametrize("example", [True, False], ids=["filled", "empty"])
@pytest.mark.parametrize(("name", "question", "value"), list(_choices()))
def test_every_choice_drafts_without_a_broken_joint(name, question, value, example):
    template = drafter.load_template(name)
    settings = [f"{question}={value}"]
    settings += [f"{q.name}={_VERIFIED_DAY}" for q in template.questions if q.type is Type.DATE]
    brief = drafter.with_settings(drafter.read_brief(template.example if example else ""), settings)
    text = drafter.write(drafter.draft(template, brief).document, "text").decode()
    assert _JOINS.findall(re.sub("【[^】]*】", "某", text)) == []
    assert "请核·" not in text

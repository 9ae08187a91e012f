"""Templates whose sections are the writer's own aspects compose their titles in a scheme."""

import pytest

import drafter
from drafter.drafting.questions import Type

ASPECTS = ("定位", "招商", "服务")
TITLES = ("找准定位，明确方向", "创新招商，壮大增量", "优化服务，激发活力")
OFFERED = [
    name
    for name in sorted(drafter.template_names())
    if any(q.type is Type.SCHEME for q in drafter.load_template(name).questions)
]


def _drafted(name, *settings):
    template = drafter.load_template(name)
    sections = next(question for question in template.questions if question.heading)
    settings = (f"{sections.name}={'、'.join(ASPECTS)}", *settings)
    brief = drafter.with_settings(drafter.read_brief(""), settings)
    return drafter.write(drafter.draft(template, brief).document, "text").decode()


def test_speeches_and_plans_offer_a_scheme():
    speeches = {f"speech-{name}" for name in ("deployment", "inaugural", "retreat", "exchange")}
    assert speeches | {"work-plan", "implementation-plan", "opinion"} <= set(OFFERED)


@pytest.mark.parametrize("name", OFFERED)
def test_sections_are_titled_in_the_scheme_asked_for(name):
    plain, composed = _drafted(name), _drafted(name, "小标题式样=动宾对仗")
    for title in TITLES:
        assert title in composed, name
        assert title not in plain, name
    with_word = _drafted(name, "小标题式样=共用前缀词", "关键词=精准")
    assert all(f"精准{aspect}" in with_word for aspect in ASPECTS)

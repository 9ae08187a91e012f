"""A template for several kinds of text asks what the kind chosen needs, and no more."""

import pytest

import drafter
from drafter.cli.interview import Interview


def _text(name, *settings):
    template = drafter.load_template(name)
    brief = drafter.with_settings(drafter.read_brief(template.example), settings)
    return drafter.write(drafter.draft(template, brief).document, "text").decode()


def _asked(name, *settings):
    """Name the questions a writer who answers nothing more is asked."""
    template, said = drafter.load_template(name), []
    brief = drafter.with_settings(drafter.read_brief(""), settings)
    Interview(brief, lambda _: "", said.append).run(template)
    return {question.name for question in template.questions if question.ask in "\n".join(said)}


@pytest.mark.parametrize("kind", ["交流发言", "典型发言", "表态发言"])
@pytest.mark.parametrize("key", ["打算", "承诺"])
def test_an_exchange_speech_reads_its_plans_under_either_name(kind, key):
    example = drafter.load_template("speech-exchange").example
    brief = drafter.read_brief(example.replace("\n打算:", f"\n{key}:"))
    brief = drafter.with_settings(brief, [f"类型={kind}"])
    drafted = drafter.draft(drafter.load_template("speech-exchange"), brief)
    assert "备足三天的件" in drafter.write(drafted.document, "text").decode()
    assert [gap.name for gap in drafted.gaps if gap.name.startswith(("打算", "承诺"))] == []


def test_a_democratic_life_meeting_asks_place_and_company_of_the_chair_alone():
    told = ("地点=龙潭会议室", "参会人员=班子成员、列席的科长")
    chairs = _text("speech-democratic-life", "角色=主持", *told)
    assert "龙潭会议室" in chairs
    assert "列席的科长" in chairs
    assert {"地点", "参会人员"} <= _asked("speech-democratic-life", "角色=主持")
    assert not {"地点", "参会人员"} & _asked("speech-democratic-life", "角色=个人发言")


def test_the_political_call_of_a_deployment_speech_is_that_of_its_day():
    told = ("政治号召=是", "日期=2015年5月1日")
    assert "以习近平同志为总书记的党中央" in _text("speech-deployment", *told)
    assert "党中央" not in _text("speech-deployment", "政治号召=否")


def test_the_chair_welcomes_a_superior_where_one_has_come():
    assert "吴副主任专程到会指导" in _text("chair-script", "到会上级=吴副主任")
    assert "表示欢迎和感谢" not in _text("chair-script", "到会上级=")

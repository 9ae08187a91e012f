"""Titles composed from aspects: as people would write them, or refused with a reason."""

from __future__ import annotations

import pytest

from drafter.drafting.headings import compose, faults, propose, schemes
from drafter.errors import WrongUse

READABLE = {
    "H01": ("定位,招商,服务", "精准", "精准定位／精准招商／精准服务"),
    "H03": (
        "招商,审批,安全",
        "着力",
        "着力拓宽招商渠道／着力优化审批流程／着力守住安全底线",
    ),
    "H04": ("规划,作风,服务", "", "在“高”字上下功夫／在“实”字上下功夫／在“优”字上下功夫"),
    "H06": ("招商,服务,治理", "", "创新招商／优化服务／深化治理"),
    "H07": (
        "财政,融资,债务",
        "",
        "稳住财政，保障重点／拓宽融资，支持实体／管控债务，防范风险",
    ),
    "H09": (
        "党建,作风,队伍",
        "",
        "以党建为引领，凝聚各方合力／以作风为保证，赢得群众信任／以队伍为关键，提升履职能力",
    ),
    "H14": (
        "认识,任务,保障",
        "",
        "提高认识，统一思想／明确任务，狠抓落实／强化保障，形成合力",
    ),
    "H18": ("巡河,护渔,清淤", "", "更加注重巡河／更加注重护渔／更加注重清淤"),
    "H28": (
        "项目,审批,科技,风险",
        "",
        "做好项目“加法”／做好审批“减法”／做好科技“乘法”／做好风险“除法”",
    ),
    "H31": ("招商,项目,产业", "", "以招商促项目／以项目促产业／以产业促就业"),
}


@pytest.mark.parametrize("scheme", READABLE)
def test_titles_read_as_a_person_would_write_them(scheme):
    aspects, word, titles = READABLE[scheme]
    found = compose(scheme, aspects.split(","), word)
    assert "／".join(found.titles) == titles
    assert found.name == schemes()[scheme].name


@pytest.mark.parametrize(
    ("scheme", "aspects", "word", "told"),
    [
        ("H01", "定位,招商,稳定", "精准", ("精准", "稳定")),
        ("H01", "定位,招商,营商环境", "精准", ("营商环境", "2", "4")),
        ("H01", "巡河,护渔,清淤", "", ("巡河",)),
        ("H02", "项目,服务,审批", "精准", ("精准",)),
        ("H03", "招商,服务,治理", "精准", ("精准",)),
        ("H06", "招商,服务,治理", "精准", ("精准",)),
        ("H07", "招商,巡河,治理", "", ("巡河", "verb")),
        ("H07", "招商,招商,治理", "", ("招商",)),
        ("H07", "督查,督导,治理", "", ("督查", "督导")),
        ("H07", "招商,招商引资,治理", "", ("招商引资",)),
        ("H14", "招商,认识,保障", "", ("招商", "认识")),
        ("H28", "项目,审批,科技", "", ("4", "3")),
        ("H25", "巡河,护渔,清淤通航", "", ("巡河",)),
        ("H18", "巡河,护渔,水域治理", "", ("巡河",)),
        ("H35", "招商", "", ("招商",)),
        ("H07", "招商,服务,a", "", ("a",)),
        ("H99", "招商,服务,治理", "", ("H99",)),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_aspect_and_the_reason(scheme, aspects, word, told):
    with pytest.raises(WrongUse) as caught:
        compose(scheme, aspects.split(","), word)
    assert all(words in str(caught.value) for words in told)
    if scheme != "H28":
        assert caught.value.hint


def test_the_keyword_of_a_person_is_taken_for_words_nobody_knows_with_a_warning():
    found = compose("H01", ["巡河", "护渔", "清淤"], "联动")
    assert found.titles == ("联动巡河", "联动护渔", "联动清淤")
    assert any("巡河、护渔、清淤" in reason for reason in found.reasons)


def test_an_aspect_may_be_said_by_its_full_name():
    assert compose("H03", ["招商引资", "政务服务", "社会治理"]).titles == (
        compose("H03", ["招商", "服务", "治理"]).titles
    )


def test_fixed_titles_come_whole_or_chosen_in_their_order():
    assert compose("H35").titles[0] == "总体要求"
    assert compose("H35", ["组织实施", "重点任务"]).titles == ("重点任务", "组织实施")
    assert compose("H37", genre="self-examination").titles == schemes()["H37"].fixed[0]


def test_images_are_kept_out_of_statutory_documents():
    with pytest.raises(WrongUse, match="report"):
        compose("H22", ["规划", "项目", "服务"], genre="report")
    shown = {one.scheme for one in propose(["规划", "项目", "服务"], genre="request")}
    assert not shown & {"H04", "H22", "H33"}


def test_three_different_sets_are_proposed_the_genre_and_the_word_first():
    found = propose(["定位", "招商", "服务"], "精准", "speech-deployment")
    assert [one.scheme for one in found] == ["H01", "H03", "H07"]
    assert any("speech-deployment" in reason for reason in found[0].reasons)
    assert any("精准" in reason for reason in found[1].reasons)
    assert found == propose(["定位", "招商", "服务"], "精准", "speech-deployment")
    summary = propose(["招商", "服务", "治理"], genre="work-summary")
    assert {"H09", "H34"} & {one.scheme for one in summary}


def test_the_order_of_a_speech_is_seen_in_its_aspects():
    found = propose(["学习", "项目", "责任"], genre="speech-deployment")
    assert found[0].scheme == "H14"


def test_unknown_genres_name_the_nearest():
    with pytest.raises(WrongUse) as caught:
        propose(["招商", "服务", "治理"], genre="speech-deploy")
    assert caught.value.values["near"] == "speech-deployment"


@pytest.mark.parametrize(
    ("scheme", "titles", "property"),
    [
        ("H01", "精准定位 靠前招商 精准服务", "P1"),
        ("H01", "精准定位 招商精准度 精准服务", "P1"),
        ("H35", "保障措施 总体要求", "P1"),
        ("H07", "优化服务，激发活力 优化审批，便民利企 狠抓落实，形成合力", "P5"),
        ("H06", "加强服务 强化审批 深化治理", "P5"),
        ("H06", "优化服务 优化审批 深化治理", "P5"),
        ("H06", "优化服务 漂亮审批 深化治理", "P4"),
        ("H04", "在“准”字上下功夫 在“引”字上下功夫 在“实”字上下功夫", "P4"),
        ("H18", "更加注重招商 更加注重营商环境 更加注重服务", "P2"),
        ("H09", "以党建为引领，凝聚各方合力 以党建为核心，夯实执政根基", "P5"),
    ],
)
def test_what_is_not_parallel_is_found_and_named(scheme, titles, property):
    found = faults(schemes()[scheme], titles.split(" "))
    assert any(fault.startswith(property) for fault in found)

"""A plan, edited as a chief would, and what becomes of it in the text."""

import re

import pytest

import drafter
from drafter.drafting.edited import edited
from drafter.drafting.expand import expand
from drafter.drafting.plan import Size, plan
from drafter.drafting.planline import read_line
from drafter.formats import outline
from drafter.model import Para

BRIEF = """
会议名称：全县河道保洁推进会
主办单位：县政府
讲话人：副县长
日期：2026年4月8日
会议目的：把保洁责任落到河段
当前形势：一季度漂浮物投诉41件
形势出处：县水利局台账
变化目标：
  - 指标：投诉
    现值：41件
    变化：压到
    目标值：15件以内
    截止时间：6月底
问题：
  - 表现：没人管
    实例：青龙河下游6公里没有保洁员
方面：
  - 名称：定人
    定义：有人管，河才干净
    举措:
      - 做什么：划清河段
        怎么做：6公里分成12段，一段一人
        牵头：县水利局
        时限：4月20日前
        做到：12段全部挂牌
      - 做什么：签订协议
        怎么做：村里和保洁员签一年
        牵头：青石镇
        时限：4月底前
    底线：不许空岗
  - 名称：定责
    定义：责任不清，等于没人
    举措:
      - 做什么：公开电话
        怎么做：牌子上写明保洁员和河长的电话
        牵头：县水利局
        时限：5月底前
关键词：真正
奋斗目标：让青龙河清起来
不宜提及：正在协商的承包企业
"""


@pytest.fixture(scope="module")
def template():
    return drafter.load_template("speech-deployment")


@pytest.fixture(scope="module")
def page(template):
    return outline.write(plan(template, drafter.read_brief(BRIEF), Size(2000)))


def drafted(template, page, old="", new=""):
    """Draft from the plan with one edit in it."""
    assert old in page
    return outline.write(expand(template, outline.read(page.replace(old, new)), BRIEF).document)


def test_the_plan_is_a_page_to_decide_by(page):
    for line in (
        "标题: 在全县河道保洁推进会上的讲话（提纲）",
        "会议目的：把保洁责任落到河段",
        "- 投诉：41件 压到 15件以内（6月底）",
        "- 没人管：青龙河下游6公里没有保洁员",
        "总论点：两个方面，真正定人、真正定责",
        "- 划清河段（县水利局，4月20日前；12段全部挂牌）",
        "- 签订协议（青石镇，4月底前）",
        "底线：不许空岗",
        "不宜提及：正在协商的承包企业",
        "模板：工作部署会讲话",
    ):
        assert line in page.split("\n")
    assert "怎么做" not in page


def test_every_part_says_how_long_it_is_to_be(page):
    sizes = re.findall("约([0-9]+)字", page)
    assert re.search("^# 真正定人（约[0-9]+字，[0-9.]+分钟）$", page, re.M)
    assert len(sizes) == 5
    assert sizes[0] == "2000"
    assert abs(sum(map(int, sizes[1:])) - 2000) <= 20


LONG = "图纸上省一笔，住户要绕好几年的路，还要一遍一遍地找人。前年改的小区里，有三个就是这样。"


def test_of_a_long_answer_the_first_sentence_is_shown(template):
    brief = drafter.read_brief(BRIEF.replace("把保洁责任落到河段", LONG))
    page = outline.write(plan(template, brief))
    shown = "会议目的：图纸上省一笔，住户要绕好几年的路，还要一遍一遍地找人……"
    assert shown in page
    for edit, wanted in (
        (shown, LONG),
        (shown.replace("省一笔", "少一笔"), LONG.replace("省一笔", "少一笔")),
        (shown.removesuffix("……"), LONG.partition("。")[0]),
    ):
        said = edited(template, brief, outline.read(page.replace(shown, edit))).brief
        assert str(said["会议目的"]) == wanted


def test_what_is_missing_is_listed_by_whom_to_ask(template):
    text = outline.write(plan(template, drafter.read_brief("会议名称：甲会")))
    assert "- 问统计部门：变化目标1·现值" in text


def test_a_plan_nobody_edited_gives_the_draft(template, page):
    assert drafted(template, page) == outline.write(drafter.draft(template, BRIEF).document)


def test_an_edited_line_changes_its_answer(template, page):
    text = drafted(template, page, "当前形势：一季度漂浮物投诉41件", "当前形势：前4个月投诉52件")
    assert "前4个月投诉52件" in text
    assert "一季度" not in text


def test_an_edited_measure_keeps_what_the_plan_does_not_show(template, page):
    text = drafted(template, page, "（青石镇，4月底前）", "（各村，5月10日前；一村一份）")
    assert "村里和保洁员签一年" in text
    assert "5月10日前完成" in text
    assert "一村一份" in text


def test_a_moved_section_moves(template, page):
    one, two = page.index("# 真正定人"), page.index("# 真正定责")
    end = page.index("---", two)
    moved = page[:one] + page[two:end] + "\n" + page[one:two] + page[end:]
    text = drafted(template, moved)
    assert text.index("# 真正定责") < text.index("# 真正定人")
    assert "真正定责、真正定人，这两个方面" in text


def test_a_renamed_section_is_renamed_everywhere(template, page):
    text = drafted(template, page, "# 真正定责", "# 把责任写在牌子上")
    assert "# 把责任写在牌子上。责任不清" in text
    assert "真正定人、把责任写在牌子上，这两个方面" in text


def test_a_deleted_measure_is_gone_and_the_counts_follow(template, page):
    text = drafted(template, page, "- 签订协议（青石镇，4月底前）", "")
    assert "签订协议" not in text
    assert "当前最要紧的，是划清河段" in text


def test_a_deleted_section_is_gone_and_fewer_than_the_template_takes_are_told(template, page):
    three = page.replace("---\n\n关键词", "# 真正见效\n\n定义：要看得见\n\n---\n\n关键词")
    start = three.index("# 真正定责")
    text = drafted(template, three[:start] + three[three.index("# 真正见效") :])
    assert "定责" not in text
    assert "两个方面" in text
    with pytest.raises(drafter.DrafterError, match="at least 2"):
        drafted(template, page[:start] + page[page.index("---", start) :])


def test_a_deleted_line_takes_its_sentence_along(template, page):
    text = drafted(template, page, "定义：有人管，河才干净", "")
    assert "有人管" not in text
    assert "【真正定人·定义" not in text
    assert "【定人·定义" not in text


def test_a_new_measure_asks_for_the_rest_of_it(template, page):
    new = "- 签订协议（青石镇，4月底前）\n- 配齐船只（县水利局，5月底前）"
    text = drafted(template, page, "- 签订协议（青石镇，4月底前）", new)
    assert "要配齐船只" in text
    assert "举措3·怎么做" in text


def test_own_words_stay_where_they_were_put(template, page):
    own = "去年青石镇的老党员自己划船捞了三个月，这件事大家都知道。"
    after_measure = drafted(template, page, "- 签订协议", f"  {own}\n- 签订协议")
    assert after_measure.index("划清河段") < after_measure.index(own)
    assert after_measure.index(own) < after_measure.index("签订协议")
    after_line = drafted(template, page, "底线：不许空岗", f"底线：不许空岗\n\n{own}")
    assert after_line.index("不许空岗") < after_line.index(own) < after_line.index("# 真正定责")
    closing = drafted(template, page, "奋斗目标：", f"{own}\n\n奋斗目标：")
    assert closing.index("---", 40) < closing.index(own)


def test_a_section_written_by_hand_stands_as_it_is(template, page):
    own = "# 真正见效\n\n下个月我再来看。\n\n---"
    head, tail = page.rsplit("---", 1)
    text = drafted(template, head + own + tail)
    assert "# 真正见效\n\n下个月我再来看。" in text
    assert "具体要把握好三个方面" in text
    assert "【真正见效" not in text


def test_a_filled_gap_is_an_answer(template):
    sheet = outline.write(plan(template, drafter.read_brief("会议名称：甲会")))
    start = sheet.index("会议目的：")
    end = sheet.index("\n", start)
    text = sheet[:start] + "会议目的：把账算清" + sheet[end:]
    found = outline.write(expand(template, outline.read(text), "").document)
    assert "主要任务是把账算清。" in found
    assert "标题: 在甲会上的讲话" in found


def test_word_carries_the_plan_there_and_back(template, page):
    document = outline.read(page)
    word = drafter.read(drafter.write(document, "docx"), "docx").document
    assert expand(template, word, BRIEF) == expand(template, document, BRIEF)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("投诉：41件→9件（6月底）", "压到"),
        ("投诉：41件 -> 9件（6月底）", "压到"),
        ("投诉：41件——9件（6月底）", "压到"),
        ("投诉:41件到9件(6月底)", "压到"),
        ("投诉：由41件至9件（6月底）", "压到"),
        ("投诉：41件降至9件（6月底）", "降至"),
        ("投诉：41件 减少到 9件（6月底）", "减少到"),
        ("投诉：由41件控制在9件（6月底）", "控制在"),
    ],
)
def test_a_change_is_read_however_it_is_typed(template, page, typed, word):
    text = drafted(template, page, "投诉：41件 压到 15件以内（6月底）", typed)
    assert f"到6月底，投诉由41件{word}9件。" in text


@pytest.mark.parametrize(
    ("pattern", "typed", "found"),
    [
        ("{指标}：{做之前}→{做之后}", "办件：9天降到3天", ("办件", "9天", "3天")),
        (
            "{指标}：由{现值}到{设想值}（{到时}）",
            "办件：9天→3天（年底）",
            ("办件", "9天", "3天", "年底"),
        ),
        (
            "{名称}（{开始}—{结束}）：{做什么}",
            "排查（3月至5月）：逐户看",
            ("排查", "3月", "5月", "逐户看"),
        ),
        ("{指标}：{现值} {变化} {目标值}", "办件：去年没有做到位", ("办件", "去年没有做到位")),
        ("{指标}：{现值} {变化} {目标值}", "办件：截至3月9天", ("办件", "截至3月9天")),
        ("{做什么}（{时限}）：{怎么做}", "学一课（5月）：逐章读", ("学一课", "5月", "逐章读")),
        ("{做什么}（{牵头}，{时限}）", "修渠(水利局,5月)", ("修渠", "水利局", "5月")),
    ],
)
def test_a_line_gives_its_fields(pattern, typed, found):
    assert tuple(read_line(pattern, Para.of(typed), {}).values()) == found

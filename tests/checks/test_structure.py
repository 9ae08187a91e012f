"""Numbering, points and titles over whole texts: what a single example of the manual can't show."""

from __future__ import annotations

import pytest

import drafter
from drafter.checks.engine import check
from drafter.checks.finding import Finding, Level
from drafter.checks.fixing import chosen, fixed_line
from drafter.checks.manuscript import manuscript

NOTICE = """云溪县人民政府办公室关于做好防汛工作的通知

各乡镇人民政府，县政府各部门：

汛期将至，为确保安全度汛，现将有关事项通知如下：

一、落实防汛责任

（一）明确责任人。每座水库、每处山塘都要有人管。

（二）公布责任人。名单在村口张榜。

（三）培训责任人。讲清巡查要点和报告办法。

二、做好抢险准备

（一）备足物资。编织袋、救生衣要足额。

（二）建好队伍。每个乡镇不少于三十人。

三、严格值班值守

带班领导要在岗在位。一是按时巡查；二是及时报告；三是妥善处置。

四、加强宣传引导

用好村广播，讲清避险路线。

云溪县人民政府办公室

2026年4月9日
"""


def found(text: str) -> list[Finding]:
    """Check a text as read in the default profile, advice left out."""
    reading = drafter.read(text.encode(), "text")
    ours = ("struct-", "title-", "consist-")
    return [
        one
        for one in check(manuscript(reading))
        if one.rule.startswith(ours) and one.level is not Level.ADVICE
    ]


def test_a_notice_in_order_has_no_findings() -> None:
    assert found(NOTICE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("（三）培训", "（二）培训", "struct-number-dup"),
        ("（二）公布", "（四）公布", "struct-number-gap"),
        ("三、严格", "四、严格", "struct-number-gap"),
        ("三、严格", "3、严格", "struct-marker-series"),
        ("三、严格", "（三）严格", "struct-marker-series"),
        ("二、做好", "二，做好", "struct-marker-punct"),
        ("二是及时", "一是及时", "struct-run-in-sequence"),
        ("三是妥善", "四是妥善", "struct-run-in-sequence"),
        ("县政府各部门：", "县政府各部门；", "struct-recipient-colon"),
        ("防汛工作的通知", "防汛工作的通知。", "title-end-punct"),
        ("三、严格值班值守", "三、严格值班值守。", "title-end-punct"),
    ],
)
def test_one_slip_is_found_once_and_put_right(right: str, wrong: str, rule: str) -> None:
    text = NOTICE.replace(right, wrong, 1)

    findings = found(text)

    assert [one.rule for one in findings] == [rule]
    lines = text.splitlines()
    one = chosen(findings, safe=False)[0]
    lines[one.line - 1] = fixed_line(lines[one.line - 1], [one])
    assert "\n".join(lines) + "\n" == NOTICE


def test_a_section_left_out_is_told_but_not_renumbered() -> None:
    start, end = NOTICE.index("二、做好"), NOTICE.index("三、严格")

    findings = found(NOTICE[:start] + NOTICE[end:])

    assert [(one.rule, one.fix) for one in findings] == [("struct-number-gap", None)]


def test_items_of_an_attachment_begin_anew() -> None:
    annexed = "附件\n\n抢险物资清单\n\n一、编织袋\n\n五千条。\n\n二、救生衣\n\n三百件。\n"

    assert (
        found(
            NOTICE.replace(
                "云溪县人民政府办公室\n\n2026", "附件：抢险物资清单\n\n云溪县人民政府办公室\n\n2026"
            )
            + "\n"
            + annexed
        )
        == []
    )


def test_articles_are_counted_through_the_chapters() -> None:
    rules = "云溪县水库管理办法\n\n" + "\n\n".join(
        ("第一章 总则" if at == 1 else "第二章 管理\n\n" if at == 5 else "").strip()
        + f"\n\n第{number}条 水库管理单位应当做好第{at}项工作。"
        for at, number in enumerate("一二三四五六七八", 1)
    )

    assert found(rules) == []
    assert [one.rule for one in found(rules.replace("第五条", "第四条"))] == ["struct-number-dup"]


def test_a_mark_that_is_the_writers_way_is_one_warning() -> None:
    text = NOTICE
    for at, numeral in enumerate("一二三四", 1):
        text = text.replace(f"\n{numeral}、", f"\n{numeral}.")
        text = text.replace(f"\n（{numeral}）", f"\n{at}、")

    assert [one.rule for one in found(text)] == ["struct-marker-punct"]


def test_about_twice_in_a_title_is_told_without_a_fix() -> None:
    findings = found(NOTICE.replace("关于做好防汛", "关于县水利局关于做好防汛"))

    assert [(one.rule, one.words, one.fix) for one in findings] == [("title-nested", "关于", None)]

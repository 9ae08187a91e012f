"""Residues: what the manual's examples cannot show."""

from __future__ import annotations

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.finding import Finding, Level
from drafter.checks.manuscript import Words, manuscript

BODY = [
    f"第{n}个村要把{what}办好，让群众看得见变化、得到实惠。"
    for n, what in enumerate(("水", "路", "电", "网", "学校", "医院", "市场", "广场"), 1)
]


def _found(lines: list[str], rule: str, words: Words | None = None) -> list[Finding]:
    reading = drafter.read("\n".join(lines).encode(), "text")
    found = check(manuscript(reading, None, words), Profile())
    return [one for one in found if one.rule == rule]


def test_an_advert_weighs_less_in_the_middle_of_the_text() -> None:
    line = "如需代写材料请加微信联系"
    middle = _found(["关于办好实事的讲话", *BODY[:4], line, *BODY[4:], *BODY[:2]], "residue-ad")
    end = _found(["关于办好实事的讲话", *BODY, line], "residue-ad")
    assert [one.level for one in end] == [Level.ERROR]
    assert [one.line for one in middle] == [6]


def test_web_page_lines_are_told_from_the_text() -> None:
    page = ["【打印】【关闭窗口】", "来源：云溪日报"]
    found = _found(["关于办好实事的讲话", *BODY, *page], "residue-furniture")
    assert [one.line for one in found] == [len(BODY) + 2, len(BODY) + 3]
    assert all(one.fix == "" and not one.safe for one in found)


def test_a_paragraph_copied_with_another_number_is_found() -> None:
    lines = ["关于办好实事的讲话", *BODY[:3], f"一、{BODY[0]}"]
    found = _found(lines, "residue-duplicate-paragraph")
    assert [one.line for one in found] == [5]
    assert "第2行" in found[0].message


def test_nearly_the_same_paragraph_is_a_warning_unless_its_figures_differ() -> None:
    long = "各镇要把人居环境整治摆在突出位置，逐村逐户摸清底数，列出清单，明确专人负责，" * 2
    plain = _found(
        ["讲话", long + "完成30处。", long + "做完30处。"], "residue-duplicate-paragraph"
    )
    other = _found(
        ["讲话", long + "完成30处。", long + "完成45处。"], "residue-duplicate-paragraph"
    )
    assert [one.level for one in plain] == [Level.WARNING]
    assert other == []


def test_other_places_are_told_only_where_the_own_ones_are_given() -> None:
    lines = ["云溪县政府工作报告", *BODY, "云溪县今年要让郴州市的干部群众过上好日子。"]
    rule = "residue-foreign-locality"
    assert _found(lines, rule) == []
    own = Words(localities=frozenset({"云溪县"}))
    assert [one.words for one in _found(lines, rule, own)] == ["郴州市"]
    both = Words(localities=frozenset({"云溪县", "郴州市"}))
    assert _found(lines, rule, both) == []


def test_a_table_of_marks_is_no_row_of_emoji() -> None:
    assert _found(["讲话", *BODY, "机密★1年"], "residue-emoji") == []
    assert len(_found(["讲话", *BODY, "要把实事办好✨，办快🚀。"], "residue-emoji")) == 2

"""The engine: what runs, what is left alone, what is said once."""

from datetime import date

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.finding import Level
from drafter.checks.fixing import chosen, fixed_line
from drafter.checks.grouped import causes
from drafter.checks.manuscript import Words, manuscript

NOTICE = """关于防汛工作的通知

各镇人民政府:

要找措施,想办法,抓落实。

云溪县水利局
2026年4月9日
"""
USUAL = Profile()


def paper(text, **more):
    return manuscript(drafter.read(text.encode(), "text"), **more)


def rules_of(text, profile=USUAL, **more):
    return [one.rule for one in check(paper(text, **more), profile)]


def test_the_documents_own_date_counts_unless_another_is_given():
    assert paper(NOTICE).date == date(2026, 4, 9)
    assert paper(NOTICE, on=date(2020, 1, 1)).date == date(2020, 1, 1)


def test_a_rule_and_a_group_can_be_left_out():
    assert "punct-halfwidth" in rules_of(NOTICE)
    for name in ("punct-halfwidth", "punct"):
        profile = Profile(disable=frozenset({name}))
        assert "punct-halfwidth" not in rules_of(NOTICE, profile)


def test_two_rules_that_ask_for_the_same_are_one_cause():
    found = check(paper(NOTICE))
    places = [one.rule for one in found if one.line == 3]
    assert set(places) == {"punct-halfwidth", "struct-recipient-colon"}
    assert len([group for group in causes(found) if group[0].line == 3]) == 1


def test_two_mistyped_words_are_two_causes():
    found = check(paper("云溪县的总结\n\n要惯彻落实，布署到位，惯彻始终。\n"))
    typos = [group for group in causes(found) if group[0].rule == "typo-safe"]
    assert [len(group) for group in typos] == [2, 1]


def test_fixes_that_touch_are_not_put_in_together():
    found = check(paper(NOTICE))
    line = NOTICE.split("\n")[2]
    assert fixed_line(line, [f for f in chosen(found) if f.line == 3]) == "各镇人民政府："


def test_nothing_in_a_law_is_put_right_unasked():
    articles = "\n".join(f"第{n}条　实习满１年的,可以报名。" for n in "一二三四五六七")
    found = check(paper("云溪县实习办法\n\n" + articles + "\n"))
    assert found and not any(one.safe for one in found)


def test_quotations_titles_and_addresses_are_left_alone():
    text = (
        "关于印发《黑神话,悟空》方案的通知\n\n各镇人民政府：\n\n"
        "他说“这件事,我看还是要办的,办了再说”。见https://a.cn/b,c。\n"
    )
    assert "punct-halfwidth" not in rules_of(text)


def test_nothing_in_a_quotation_or_a_title_is_put_right_unasked():
    text = "云溪县的总结\n\n要抓“布署,落实”，印发《２０２６年方案》，布署到位。\n"
    safe = [one.words for one in check(paper(text)) if one.safe]
    assert safe == ["布署"]


def test_without_a_date_what_depends_on_it_is_advice():
    text = "县委书记的讲话\n\n要紧密团结在党中央周围。由银保监局牵头。\n"
    found = check(paper(text), Profile(strict=True))
    dated = [one for one in found if one.rule == "name-organ-old"]
    assert all(one.level is Level.ADVICE for one in dated)


def test_words_of_ones_own_are_not_touched():
    words = Words(protected=frozenset({"找措施,想"}))
    found = check(paper(NOTICE, words=words))
    assert [one.col for one in found if one.rule == "punct-halfwidth" and one.line == 5] == [9]

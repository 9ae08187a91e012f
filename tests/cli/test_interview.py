"""The questions on a terminal, answered by a script: what is asked, kept, changed, left out."""

from pathlib import Path

import pytest

import drafter as library
from drafter.cli.help import width
from drafter.cli.interview import Interview
from drafter.formats.loose import Entry
from tests.drafting.small import template

MEETING = """
- 名: 会议名称
  必填: 是
  问: 在什么会议上讲？
  说明: 会议全称
  例: 全县项目建设推进会
  部分: 会议
  别名: [会议]
- 名: 时长
  类: 整数
  最多: 60
  问: 讲多少分钟？
  默认: '20'
  部分: 会议
- 名: 办法
  类: 选择
  可选: [月报, 季报]
  问: 怎样考核？
  部分: 内容
"""
PEOPLE = "- 名: 人员\n  类: 列表\n  问: 哪些人参加？\n"
ASPECTS = """
- 名: 方面
  类: 条目
  字段:
  - 名: 名称
  - 名: 数量
    类: 整数
  - 名: 举措
    类: 列表
"""


@pytest.fixture
def at_terminal(drafter, monkeypatch):
    """Run `drafter draft` with somebody at the terminal who types these lines."""

    def run(*arguments: str, lines: list):
        typed = iter(lines)

        def read(prompt: str = "") -> str:
            line = next(typed)
            if isinstance(line, type):
                raise line
            return line

        monkeypatch.setattr("builtins.input", read)
        monkeypatch.setattr("tests.cli.conftest._Input.isatty", lambda stream: True)
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        result = drafter("draft", "工作汇报", *arguments)
        assert next(typed, None) is None, "not everything was asked"
        return result

    return run


def test_a_document_is_drafted_from_what_was_typed(at_terminal):
    typed = ["", "防汛", "云溪县", "!", ""]
    found = at_terminal("-o", "a.md", "--save-brief", "b.txt", lines=typed)
    assert found.code == 0
    assert "标题: 关于防汛情况的汇报" in Path("a.md").read_text("utf-8")
    assert Path("b.txt").read_text("utf-8") == "汇报事项: 防汛\n汇报单位: 云溪县\n"


def test_whoever_breaks_off_goes_on_later_where_he_was(at_terminal):
    typed = ["2", "防汛", KeyboardInterrupt]
    found = at_terminal("-o", "a.md", "--save-brief", "b.txt", lines=typed)
    assert found.code == 130
    assert not Path("a.md").exists()
    assert Path("b.txt").read_text("utf-8") == "形式: 书面\n汇报事项: 防汛\n"
    found = at_terminal("-b", "b.txt", "-o", "a.md", lines=["云溪县", "!", ""])
    assert found.code == 0
    assert "关于防汛情况" in Path("a.md").read_text("utf-8")


@pytest.mark.parametrize("option", ["-o", "--save-brief"])
def test_nothing_is_asked_where_the_answers_could_not_be_written(at_terminal, option):
    Path("a.md").write_text("mine", "utf-8")
    found = at_terminal(option, "a.md", lines=[])
    assert found.code == 2
    assert "this file exists already" in found.err


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")


class Script:
    """Answers in turn, writes at the summary, and keeps what was said and asked."""

    def __init__(self, questions, *replies, brief="", text="甲\n"):
        self.replies = list(replies)
        self.said: list[str] = []
        self.prompts: list[str] = []
        self.template = template(questions, text)
        self.interview = Interview(library.read_brief(brief), self.ask, self.said.append)

    def ask(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if not self.replies and prompt.startswith("Enter writes"):
            return ""
        reply = self.replies.pop(0)
        if isinstance(reply, type):
            raise reply
        return reply

    def run(self) -> Entry:
        self.interview.run(self.template)
        assert self.replies == [], "not everything was asked"
        return self.interview.answers

    @property
    def talk(self) -> str:
        return "\n".join(self.said)

    @property
    def asked(self) -> str:
        """What was said before the summary."""
        return self.talk.split("—— all answers ——")[0].rstrip("\n")

    @property
    def summary(self) -> list[str]:
        return self.talk.split("—— all answers ——\n")[-1].split("\n")


def test_answers_are_kept_under_their_questions():
    script = Script(MEETING, "推进会", "30", "季报")
    assert script.run() == {"会议名称": "推进会", "时长": "30", "办法": "季报"}


def test_an_answer_skipped_is_left_out_and_becomes_a_gap():
    script = Script(MEETING, "", "  ", "")
    assert script.run() == {}
    made = template(MEETING, "{{ 会议名称 }}\n")
    assert [gap.name for gap in library.draft(made, script.interview.answers).gaps] == ["会议名称"]
    assert "Enter skips, < goes back" in script.said[1]


def test_a_question_is_put_with_its_help_example_choices_and_default():
    script = Script(MEETING, "", "", "")
    script.run()
    lines = script.asked.split("\n")
    assert "1/3 会议名称：在什么会议上讲？" in lines
    assert "    会议全称" in lines
    assert "    for example: 全县项目建设推进会" in lines
    assert "2/3 时长 (optional)：讲多少分钟？" in lines
    assert script.prompts[1] == "  [20] > "
    assert lines[-2:] == ["    1. 月报", "    2. 季报"]


def test_each_part_is_announced_once_and_how_far_it_is():
    script = Script(MEETING, "", "", "")
    script.run()
    assert [line.strip() for line in script.asked.split("\n") if "——" in line] == [
        "—— part 1 of 2: 会议 ——",
        "—— part 2 of 2: 内容 ——",
    ]


@pytest.mark.parametrize("brief", ["会议名称：推进会", "会议：推进会", "会议名称："])
def test_a_question_answered_in_the_brief_is_not_asked(brief):
    script = Script(MEETING, "30", "", brief=brief)
    script.run()
    assert "在什么会议上讲" not in script.talk
    assert script.interview.answers["时长"] == "30"


def test_the_brief_given_is_not_changed():
    brief = library.read_brief("会议名称：推进会")
    replies = iter(["30", "", ""])
    Interview(brief, lambda prompt: next(replies), lambda text: None).run(template(MEETING))
    assert brief == {"会议名称": "推进会"}


def test_a_wrong_answer_is_asked_for_again_with_the_reason():
    script = Script(MEETING, "推进会", "很久", "90", "30", "年报", "")
    assert script.run() == {"会议名称": "推进会", "时长": "30"}
    assert "“很久” is not a number" in script.talk
    assert "“90” is too large" in script.talk
    assert "“年报” is not one of 月报、季报" in script.talk
    assert script.talk.count("讲多少分钟？") == 1


def test_a_choice_may_be_made_by_its_number():
    script = Script(MEETING, "", "", "2")
    made = template(MEETING, "{{ 办法 }}\n")
    assert library.draft(made, script.run()).document.body[0].text == "季报"


def test_a_choice_by_a_number_there_is_not_is_asked_again():
    script = Script(MEETING, "", "", "3", "1")
    made = template(MEETING, "{{ 办法 }}\n")
    assert library.draft(made, script.run()).document.body[0].text == "月报"


@pytest.mark.parametrize("mark", ["<", "＜", "《"])
def test_one_may_go_back_and_keep_or_change_what_was_said(mark):
    script = Script(MEETING, "推进会", "30", mark, "", mark, mark, "动员会", "40", "月报")
    assert script.run() == {"会议名称": "动员会", "时长": "40", "办法": "月报"}
    assert script.prompts[2:5] == ["  > ", "  [30] > ", "  > "]
    assert "  [推进会] > " in script.prompts


def test_there_is_nothing_before_the_first_question():
    assert Script(MEETING, "<", "<", "推进会", "", "").run() == {"会议名称": "推进会"}


@pytest.mark.parametrize("mark", ["!", "！"])
def test_the_rest_may_be_left_open_at_once(mark):
    assert Script(MEETING, "推进会", mark).run() == {"会议名称": "推进会"}


def test_help_is_shown_again_for_a_question_mark():
    script = Script(MEETING, "？", "推进会", "", "")
    assert script.run() == {"会议名称": "推进会"}
    assert script.asked.count("在什么会议上讲？") == 2


def test_an_answer_is_taken_away_by_a_dash():
    assert Script(MEETING, "推进会", "<", "-", "", "").run() == {}


def test_a_command_is_an_answer_after_a_backslash():
    assert Script(PEOPLE, "\\-", "\\？", "\\县", "").run() == {"人员": ["-", "？", "\\县"]}


@pytest.mark.parametrize(
    ("replies", "kept"),
    [
        (["县长", "局长", ""], ["县长", "局长"]),
        (["县长", "局长", "<", "书记", ""], ["县长", "书记"]),
        (["县长", "<", ""], None),
        (["县长", "-"], None),
        (["县长", "局长", "", "1", "2", "副县长", ""], ["县长", "副县长"]),
        (["县长", "局长", "", "1", "-2", ""], ["县长"]),
        (["县长", "局长", "", "1", "-1", ""], ["局长"]),
        (["县长", "", "1", "+", "局长", "书记", "", ""], ["县长", "局长", "书记"]),
        (["县长", "局长", "", "1", "3", "-3", "0", "删", ""], ["县长", "局长"]),
        (["县长", "", "1", "1", "", ""], ["县长"]),
        (["县长", "", "1", "-"], None),
        (["县长", "局长", "", "1", "<"], ["县长", "局长"]),
        (["县长", "", "1", "1", "书记", "+", "秘书", "", "-1", ""], ["秘书"]),
    ],
)
def test_a_list_is_given_line_by_line_and_edited_when_asked_again(replies, kept):
    assert Script(PEOPLE, *replies).run() == ({"人员": kept} if kept else {})


def test_a_list_of_nothing_is_left_out():
    assert Script(PEOPLE, "").run() == {}


def test_the_list_is_shown_again_after_each_change():
    script = Script(PEOPLE, "县长", "局长", "", "1", "2", "书记", "")
    script.run()
    assert "    1. 县长\n    2. 局长\n    1. 县长\n    2. 书记\n" in script.talk


def test_a_list_that_is_too_short_is_gone_on_with():
    questions = "- 名: 人员\n  类: 列表\n  最少: 2\n"
    script = Script(questions, "县长", "", "局长", "")
    assert script.run() == {"人员": ["县长", "局长"]}
    assert "at least 2, so far 1" in script.talk


def test_a_list_ends_by_itself_where_it_may_not_be_longer():
    questions = "- 名: 人员\n  类: 列表\n  最多: 2\n"
    assert Script(questions, "县长", "局长").run() == {"人员": ["县长", "局长"]}


def test_entries_end_where_the_first_field_is_left_empty():
    script = Script(ASPECTS, "招商", "3", "驻点", "", "服务", "", "", "")
    assert script.run() == {
        "方面": [{"名称": "招商", "数量": "3", "举措": ["驻点"]}, {"名称": "服务"}]
    }
    assert "方面2·数量 (optional)：" in script.said
    assert script.said.count("1/1 方面 (optional)：") == 1


def test_entries_left_empty_at_once_are_left_out():
    assert Script(ASPECTS, "").run() == {}


def test_no_more_entries_are_asked_for_than_may_be_given():
    questions = "- 名: 方面\n  类: 条目\n  最多: 2\n  字段:\n  - 名: 名称\n"
    assert Script(questions, "招商", "服务").run() == {"方面": [{"名称": "招商"}, {"名称": "服务"}]}


def test_an_entry_may_be_dropped_or_begun_without_its_first_answer():
    again = ["招商", "3", "<", "<", "--", "服务", "", "", ""]
    assert Script(ASPECTS, *again).run() == {"方面": [{"名称": "服务"}]}
    unnamed = ["-", "3", "", ""]
    assert Script(ASPECTS, *unnamed).run() == {"方面": [{"名称": "", "数量": "3"}]}


def test_the_entries_behind_one_that_is_dropped_are_asked_on():
    dropped = ["招商", "", "", "服务", "", "", "", "1", "--", "帮办", "", "", ""]
    assert Script(ASPECTS, *dropped).run() == {"方面": [{"名称": "帮办"}]}


def test_too_few_entries_are_filled_up_with_gaps_that_a_brief_can_hold():
    questions = "- 名: 方面\n  类: 条目\n  最少: 2\n  字段:\n  - 名: 名称\n  - 名: 定义\n"
    script = Script(questions, "招商", "", "")
    answers = script.run()
    written = library.read_brief(library.write_brief(script.template.questions, answers))
    made = template(questions, "{% for 项 in 方面 %}{{ 项.名称 }}{{ 项.定义 }}{% endfor %}\n")
    for brief in (answers, written):
        names = [gap.name for gap in library.draft(made, brief).gaps]
        assert names == ["招商·定义", "方面2·名称", "方面2·定义"]


def test_entries_within_entries_are_asked_one_inside_the_other():
    inner = "    类: 条目\n    字段:\n    - 名: 做什么\n    - 名: 时限\n"
    questions = f"- 名: 方面\n  类: 条目\n  字段:\n  - 名: 名称\n  - 名: 举措\n{inner}"
    script = Script(questions, "招商", "驻点", "六月", "走访", "", "", "服务", "", "")
    assert script.run() == {
        "方面": [
            {"名称": "招商", "举措": [{"做什么": "驻点", "时限": "六月"}, {"做什么": "走访"}]},
            {"名称": "服务"},
        ]
    }
    assert "方面1·举措2·做什么 (optional)：" in script.said


def test_what_a_brief_lacks_of_its_entries_is_asked_and_nothing_else_of_them():
    fields = "  - 名: 名称\n  - 名: 定义\n    必填: 是\n  - 名: 现状\n"
    questions = f"- 名: 方面\n  类: 条目\n  字段:\n{fields}"
    script = Script(
        questions, "招商是源头", brief="方面：\n  - 名称：招商\n  - 名称：服务\n    定义：乙"
    )
    assert script.run() == {
        "方面": [{"名称": "招商", "定义": "招商是源头"}, {"名称": "服务", "定义": "乙"}]
    }


def test_a_wrong_field_of_an_entry_is_asked_for_again():
    script = Script(ASPECTS, "招商", "几个", "3", "", "")
    assert script.run() == {"方面": [{"名称": "招商", "数量": "3"}]}


def test_a_paragraph_is_several_lines_up_to_an_empty_one():
    script = Script("- 名: 开场\n  类: 段落\n", "第一行", "第二行", "")
    assert script.run() == {"开场": "第一行\n第二行"}


def test_what_depends_on_an_answer_is_asked_only_if_it_says_so():
    questions = "- 名: 考核\n  类: 是否\n- 名: 办法\n  何时: 考核\n"
    assert Script(questions, "否").run() == {"考核": "否"}
    assert Script(questions, "是", "<", "否").run() == {"考核": "否"}
    assert Script(questions, "是", "月报").run() == {"考核": "是", "办法": "月报"}
    assert Script(questions, "").run() == {}


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, EOFError])
def test_whoever_breaks_off_keeps_the_answers_so_far(interruption):
    script = Script(MEETING, "推进会", "30", interruption)
    with pytest.raises(interruption):
        script.run()
    assert script.interview.answers == {"会议名称": "推进会", "时长": "30"}


def test_a_list_broken_off_keeps_the_lines_typed():
    script = Script(PEOPLE, "县长", "局长", KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        script.run()
    assert script.interview.answers == {"人员": ["县长", "局长"]}


def test_answers_that_look_like_structure_are_kept_as_given():
    script = Script(PEOPLE, "- 县长", "职务：局长", "")
    answers = script.run()
    assert answers == {"人员": ["- 县长", "职务：局长"]}
    brief = library.write_brief(script.template.questions, answers)
    assert library.read_brief(brief) == answers


def test_the_summary_shows_every_answer_and_for_whom_the_gaps_are():
    questions = MEETING + "- 名: 牵头\n  必填: 是\n  问谁: 县府办\n  部分: 内容\n"
    script = Script(questions, "推进会", "", "", "", text="{{ 会议名称 }}由{{ 牵头 }}办。\n")
    script.run()
    assert script.summary == [
        "【会议】",
        "  1. 会议名称：推进会",
        "  2. 时长：20 (by default)",
        "【内容】",
        "  3. 办法：—",
        "  4. 牵头：(left open)",
        "left open (1):",
        "  ask 县府办：牵头",
    ]


def test_an_answer_is_changed_from_the_summary_by_its_number():
    script = Script(MEETING, "推进会", "", "", "9", "1", "动员会", "")
    assert script.run() == {"会议名称": "动员会"}
    assert "there is no such number" in script.talk
    assert script.summary[1] == "  1. 会议名称：动员会"


def test_one_entry_is_changed_from_the_summary_and_the_rest_left():
    replies = ["招商", "3", "驻点", "", "", "1", "", "5", "!", ""]
    assert Script(ASPECTS, *replies).run() == {
        "方面": [{"名称": "招商", "数量": "5", "举措": ["驻点"]}]
    }


def test_one_may_go_back_from_the_summary():
    assert Script(MEETING, "推进会", "", "", "<", "月报", "").run()["办法"] == "月报"


def test_what_cannot_be_written_is_told_in_the_summary():
    script = Script(MEETING, "推进会", "", "", "2", "30", "", brief="时长：很久")
    assert script.run() == {"会议名称": "推进会", "时长": "30"}
    assert "this cannot be written yet: 时长: “很久” is not a number" in script.talk


def test_a_brief_that_lacks_nothing_is_neither_asked_nor_shown():
    script = Script(MEETING, brief="会议名称：甲\n时长：20\n办法：月报")
    script.run()
    assert (script.said, script.prompts) == ([], [])


def test_answers_given_under_another_name_are_not_lost():
    script = Script(MEETING, "", "", brief="会议：推进会")
    answers = script.run()
    assert "会议名称: 推进会" in library.write_brief(script.template.questions, answers)


def test_a_long_line_is_broken_and_cut_by_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "41")
    questions = f"- 名: 事由\n  说明: {'说' * 30}\n"
    script = Script(questions, "长" * 30)
    script.run()
    shown = [line for line in script.said if "说" in line]
    assert [width(line) for line in shown] == [40, 28]
    assert all(width(line) <= 40 for line in script.summary)

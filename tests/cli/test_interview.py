"""The questions on a terminal, answered by a script: what is asked, kept, asked again, left out."""

import pytest

import drafter
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


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")


class Script:
    """Answers in turn, and keeps what was said and asked."""

    def __init__(self, questions, *replies, brief=""):
        self.replies = list(replies)
        self.said: list[str] = []
        self.prompts: list[str] = []
        self.template = template(questions)
        self.interview = Interview(drafter.read_brief(brief), self.ask, self.said.append)

    def ask(self, prompt: str) -> str:
        self.prompts.append(prompt)
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


def test_answers_are_kept_under_their_questions():
    script = Script(MEETING, "推进会", "30", "季报")
    assert script.run() == {"会议名称": "推进会", "时长": "30", "办法": "季报"}


def test_an_answer_skipped_is_left_out_and_becomes_a_gap():
    script = Script(MEETING, "", "  ", "")
    assert script.run() == {}
    made = template(MEETING, "{{ 会议名称 }}\n")
    assert [gap.name for gap in drafter.draft(made, script.interview.answers).gaps] == ["会议名称"]
    assert "Enter skips a question and leaves a gap" in script.said[0]


def test_a_question_is_put_with_its_help_example_choices_and_default():
    script = Script(MEETING, "", "", "")
    script.run()
    lines = script.talk.split("\n")
    assert "会议名称：在什么会议上讲？" in lines
    assert "    会议全称" in lines
    assert "    for example: 全县项目建设推进会" in lines
    assert "时长 (optional)：讲多少分钟？" in lines
    assert "    default: 20" in lines
    assert lines[-2:] == ["    1. 月报", "    2. 季报"]


def test_each_part_is_announced_once():
    script = Script(MEETING, "", "", "")
    script.run()
    assert [line for line in script.talk.split("\n") if "——" in line] == [
        "—— 会议 ——",
        "—— 内容 ——",
    ]


@pytest.mark.parametrize("brief", ["会议名称：推进会", "会议：推进会", "会议名称："])
def test_a_question_answered_in_the_brief_is_not_asked(brief):
    script = Script(MEETING, "30", "", brief=brief)
    script.run()
    assert "在什么会议上讲" not in script.talk
    assert script.interview.answers["时长"] == "30"


def test_the_brief_given_is_not_changed():
    brief = drafter.read_brief("会议名称：推进会")
    replies = iter(["30", ""])
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
    assert drafter.draft(made, script.run()).document.body[0].text == "季报"


def test_a_choice_by_a_number_there_is_not_is_asked_again():
    script = Script(MEETING, "", "", "3", "1")
    made = template(MEETING, "{{ 办法 }}\n")
    assert drafter.draft(made, script.run()).document.body[0].text == "月报"


@pytest.mark.parametrize(
    ("replies", "kept"),
    [
        (["县长", "局长", "", ""], ["县长", "局长"]),
        (["县长", "局长", "", "2", "副县长", ""], ["县长", "副县长"]),
        (["县长", "局长", "", "-2", ""], ["县长"]),
        (["县长", "局长", "", "-1", ""], ["局长"]),
        (["县长", "", "+", "局长", "书记", "", ""], ["县长", "局长", "书记"]),
        (["县长", "局长", "", "3", "-3", "0", "删", ""], ["县长", "局长"]),
        (["县长", "", "1", "", ""], ["县长"]),
        (["县长", "局长", "", "1", "书记", "-2", "+", "秘书", "", ""], ["书记", "秘书"]),
    ],
)
def test_a_list_is_given_line_by_line_and_edited(replies, kept):
    assert Script(PEOPLE, *replies).run() == {"人员": kept}


@pytest.mark.parametrize("replies", [[""], ["县长", "", "-1"]])
def test_a_list_of_nothing_is_left_out(replies):
    assert Script(PEOPLE, *replies).run() == {}


def test_the_list_is_shown_again_after_each_change():
    script = Script(PEOPLE, "县长", "局长", "", "2", "书记", "")
    script.run()
    assert script.said[-4:] == ["    1. 县长", "    2. 局长", "    1. 县长", "    2. 书记"]


def test_entries_end_where_the_first_field_is_left_empty():
    script = Script(ASPECTS, "招商", "3", "驻点", "", "", "服务", "", "", "")
    assert script.run() == {
        "方面": [{"名称": "招商", "数量": "3", "举措": ["驻点"]}, {"名称": "服务"}]
    }
    assert "方面2·数量 (optional)：" in script.said


def test_entries_left_empty_at_once_are_left_out():
    assert Script(ASPECTS, "").run() == {}


def test_no_more_entries_are_asked_for_than_may_be_given():
    questions = "- 名: 方面\n  类: 条目\n  最多: 2\n  字段:\n  - 名: 名称\n"
    assert Script(questions, "招商", "服务").run() == {"方面": [{"名称": "招商"}, {"名称": "服务"}]}


def test_a_wrong_field_of_an_entry_is_asked_for_again():
    script = Script(ASPECTS, "招商", "几个", "3", "", "")
    assert script.run() == {"方面": [{"名称": "招商", "数量": "3"}]}


def test_a_paragraph_is_several_lines_up_to_an_empty_one():
    script = Script("- 名: 开场\n  类: 段落\n", "第一行", "第二行", "")
    assert script.run() == {"开场": "第一行\n第二行"}


def test_what_depends_on_an_answer_is_asked_only_if_it_says_so():
    questions = "- 名: 考核\n  类: 是否\n- 名: 办法\n  何时: 考核\n"
    assert Script(questions, "否").run() == {"考核": "否"}
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
    script = Script(PEOPLE, "- 县长", "职务：局长", "", "")
    answers = script.run()
    assert answers == {"人员": ["- 县长", "职务：局长"]}
    brief = drafter.write_brief(script.template.questions, answers)
    assert drafter.read_brief(brief) == answers

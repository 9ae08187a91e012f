"""A plan on the command line: written, edited, given back, and what is refused on the way."""

import json
from pathlib import Path

import pytest

from tests.office.test_content import ole

BRIEF = """
会议名称：全县河道保洁推进会
主办单位：县政府
讲话人：副县长
日期：2026年4月8日
方面：
  - 名称：定人
    定义：有人管，河才干净
  - 名称：定责
    定义：责任不清，等于没人
"""
LETTER = "关于报送材料的通知\n\n各镇：\n\n请于5月底前报送材料。\n"


@pytest.fixture
def plan(drafter):
    """The plan of a speech, as an outline and in Word, beside its brief."""
    Path("brief.txt").write_text(BRIEF, "utf-8")
    for name in ("plan.md", "plan.docx"):
        made = drafter("draft", "speech-deployment", "-b", "brief.txt", "--no-input", "-o", name)
        assert made.code == 0
    return Path("plan.md").read_text("utf-8")


def refused(result, *said):
    assert result.code == 2
    assert not result.out
    for words in said:
        assert words in result.err


def test_a_plan_names_its_template(drafter, plan):
    result = drafter("draft", "--from", "plan.md", "-b", "brief.txt", "--to", "text", "-o", "-")
    assert result.code == 0
    assert "在全县河道保洁推进会上的讲话" in result.out


@pytest.mark.parametrize("name", ["plan.md", "plan.docx"])
def test_a_plan_comes_in_on_stdin_whatever_it_is(drafter, plan, name):
    arguments = ("-b", "brief.txt", "--to", "outline", "-o", "-")
    from_file = drafter("draft", "--from", name, *arguments)
    data = Path(name).read_bytes()
    assert drafter("draft", "--from", "-", *arguments, stdin=data).out == from_file.out
    assert from_file.code == 0


def test_plan_and_brief_do_not_share_stdin(drafter, plan):
    refused(drafter("draft", "--from", "-", "-b", "-", "-o", "-"), "stdin", "as a file")


def test_a_file_that_is_no_plan_is_refused(drafter):
    Path("letter.txt").write_text(LETTER, "utf-8")
    refused(drafter("draft", "--from", "letter.txt"), "letter.txt", "模板：", "TEMPLATE --from")
    result = drafter("draft", "speech-deployment", "--from", "letter.txt", "-o", "a.docx")
    refused(result, "letter.txt", "no plan of 工作部署会讲话", "--depth outline")
    assert not Path("a.docx").exists()


def test_a_plan_of_another_template_is_refused_with_both_names(drafter, plan):
    result = drafter("draft", "speech-closing", "--from", "plan.md", "-b", "brief.txt", "-o", "-")
    refused(result, "plan.md", "工作部署会讲话", "会议总结讲话")


def test_a_plan_without_its_last_line_is_still_one_where_the_template_is_named(drafter, plan):
    Path("plan.md").write_text(plan.replace("模板：工作部署会讲话", ""), "utf-8")
    arguments = ("--from", "plan.md", "-b", "brief.txt", "--to", "text", "-o", "-")
    refused(drafter("draft", *arguments), "模板：")
    assert drafter("draft", "speech-deployment", *arguments).code == 0


def test_sources_are_told_of_a_text_only(drafter, plan):
    arguments = ("draft", "speech-deployment", "-b", "brief.txt", "--no-input", "-o", "b.docx")
    refused(drafter(*arguments, "--report", "r.txt"), "--report", "--depth draft")
    assert not Path("b.docx").exists()
    assert drafter(*arguments, "--report", "r.txt", "--depth", "draft").code == 0
    assert "县政府" in Path("r.txt").read_text("utf-8")


def test_a_plan_is_expanded_not_planned_again(drafter, plan):
    result = drafter("draft", "--from", "plan.md", "--depth", "outline", "-o", "-")
    refused(result, "--from", "--depth outline")


@pytest.mark.parametrize(
    "options",
    [("--from", "plan.md"), ("--report", "r.txt"), ("--minutes", "5"), ("--depth", "outline")],
)
def test_a_whole_table_takes_no_options_of_one_text(drafter, plan, options):
    Path("list.csv").write_text("会议名称\n甲会\n", "utf-8")
    arguments = ("draft", "speech-deployment", "-b", "list.csv", "--row", "all", "-o", "all")
    refused(drafter(*arguments, *options), "--row all", options[0])
    assert not Path("all").exists()


@pytest.mark.parametrize("minutes", ["nan", "inf", "-inf", "0", "-1"])
@pytest.mark.parametrize("command", ["draft", "outline"])
def test_minutes_are_a_number_of_minutes(drafter, plan, command, minutes):
    what = ("speech-deployment", "--no-input") if command == "draft" else ("plan.md",)
    refused(drafter(command, *what, f"--minutes={minutes}"), "--minutes")


@pytest.mark.parametrize("command", ["draft", "outline"])
def test_one_length_is_asked_for(drafter, plan, command):
    what = ("speech-deployment", "--no-input") if command == "draft" else ("plan.md",)
    refused(drafter(command, *what, "--minutes", "5", "--chars", "900"), "leave one out")


def test_a_broken_json_plan_is_told_with_file_and_place(drafter):
    Path("plan.json").write_text('{"kind": "speech",\n "title": ["甲"', "utf-8")
    refused(drafter("draft", "--from", "plan.json"), "plan.json:2:")
    Path("plan.json").write_text(json.dumps({"kind": "speech", "body": [{"type": "x"}]}), "utf-8")
    refused(drafter("draft", "--from", "plan.json"), "plan.json: ", "$.body[0]")


@pytest.mark.parametrize("option", ["--from", "-b"])
def test_an_encrypted_plan_or_brief_is_told(drafter, plan, option):
    Path("locked.docx").write_bytes(ole("EncryptedPackage"))
    files = {"--from": "plan.md", "-b": "brief.txt", option: "locked.docx"}
    result = drafter("draft", *(word for pair in files.items() for word in pair), "-o", "-")
    refused(result, "locked.docx: ", "encrypted", "save it without")


def test_a_word_file_is_no_brief(drafter, plan):
    result = drafter("draft", "speech-deployment", "-b", "plan.docx", "-o", "-")
    refused(result, "plan.docx: ", "a brief is a text file", "drafter brief")

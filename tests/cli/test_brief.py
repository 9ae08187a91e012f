"""drafter templates form and drafter brief: files out to people and back as a brief."""

import json
from pathlib import Path

import pytest

from tests.drafting.test_forms import Paper, put
from tests.formats.docx.test_filled_gaps import W

TEMPLATE = "工作汇报"


@pytest.fixture
def form(drafter):
    """Write a form and fill some of it in."""

    def write(name: str = "form.docx", **answers: str) -> str:
        import drafter as library

        paper = Paper(library.load_template(TEMPLATE))
        for label, words in answers.items():
            paper.fill(label, words)
        Path(name).write_bytes(paper.saved())
        return name

    return write


def test_a_form_goes_out_and_comes_back_as_a_brief_that_drafts(drafter):
    assert drafter("templates", "form", TEMPLATE, "-o", "form.docx").code == 0
    Path("b.txt").write_text(drafter("templates", "example", TEMPLATE).out, "utf-8")
    assert drafter("templates", "form", TEMPLATE, "-b", "b.txt", "-o", "full.docx").code == 0
    assert drafter("brief", "full.docx", "-o", "back.txt").code == 0
    texts = [
        drafter("draft", TEMPLATE, "--no-input", "-b", name, "-o", "-", "--to", "md").out
        for name in ("b.txt", "back.txt")
    ]
    assert texts[0] == texts[1]


def test_a_form_without_a_name_is_named_by_its_template(drafter):
    found = drafter("templates", "form", TEMPLATE)
    assert (found.code, found.out.strip()) == (0, "工作汇报要素表.docx")
    assert Path("工作汇报要素表.docx").exists()


def test_a_form_is_not_written_over_a_file_and_never_over_its_brief(drafter):
    Path("b.txt").write_text("汇报单位：甲\n", "utf-8")
    Path("a.docx").write_text("mine", "utf-8")
    assert drafter("templates", "form", TEMPLATE, "-o", "a.docx").code == 2
    assert drafter("templates", "form", TEMPLATE, "-b", "b.txt", "-o", "b.txt", "--force").code == 2
    assert Path("b.txt").read_text("utf-8") == "汇报单位：甲\n"


def test_answers_go_to_stdout_or_over_the_brief_so_far(drafter, form):
    name = form(汇报单位="云溪县水务局")
    assert drafter("brief", name).out == "汇报单位: 云溪县水务局\n"
    Path("old.txt").write_text("单位：旧\n汇报事项：防汛\n", "utf-8")
    found = drafter("brief", name, "-b", "old.txt", "-o", "new.txt")
    assert (found.code, found.out, found.err) == (0, "", "")
    text = Path("new.txt").read_text("utf-8")
    assert "汇报单位: 云溪县水务局\n" in text
    assert "汇报事项: 防汛\n" in text


@pytest.mark.parametrize("over", ["form.docx", "old.txt"])
def test_an_input_is_never_written_over(drafter, form, over):
    name = form(汇报单位="甲")
    Path("old.txt").write_text("汇报事项：防汛\n", "utf-8")
    before = Path(over).read_bytes()
    assert drafter("brief", name, "-b", "old.txt", "-o", over, "--force").code == 2
    assert Path(over).read_bytes() == before


def test_what_could_not_be_placed_is_in_the_brief_as_a_comment(drafter, form):
    name = form(日期="二月底", 汇报单位="甲")
    found = drafter("brief", name)
    assert found.code == 1
    assert (
        found.out
        == "汇报单位: 甲\n# 日期：二月底（日期: “二月底” is not a full date like 2026年2月26日）\n"
    )
    told = json.loads(drafter("brief", name, "--json").out)
    assert told["template"] == "briefing"
    assert [(stray["where"], stray["words"]) for stray in told["strays"]] == [("日期", "二月底")]
    Path("b.txt").write_text(found.out, "utf-8")
    assert drafter("draft", TEMPLATE, "--no-input", "-b", "b.txt", "-o", "a.md").code == 0


def test_a_draft_names_its_template_by_its_provenance(drafter):
    call = ("draft", TEMPLATE, "--no-input", "--set", "汇报单位=甲", "-o", "a.docx")
    assert drafter(*call, "--provenance").code == 0
    assert drafter("brief", "a.docx").out.strip() == ""
    assert drafter(*call, "--force").code == 0
    found = drafter("brief", "a.docx")
    assert found.code == 2
    assert "a.docx: error: this file does not say which template it was made from" in found.err
    assert drafter("brief", "a.docx", "--template", TEMPLATE).code == 0


def test_a_template_of_ones_own_is_named_where_it_is_not_known(drafter):
    source = Path("push")
    source.mkdir()
    settings = "名称: 推进会讲话\n文种: 讲话\n问题:\n- 名: 会议名称\n"
    (source / "template.yaml").write_text(settings, "utf-8")
    (source / "outline.md.j2").write_text("{{ 会议名称 }}\n", "utf-8")
    call = ("templates", "form", "./push", "-o", "a.docx")
    assert drafter(*call).code == 0
    assert drafter("brief", "a.docx").code == 0
    source.rename("elsewhere")
    found = drafter("brief", "a.docx")
    assert found.code == 2
    assert "a.docx: error: there is no template called push" in found.err
    assert "say it with --template" in found.err
    assert drafter("brief", "a.docx", "--template", "./elsewhere").code == 0


def test_an_outline_filled_in_is_read_back(drafter):
    drafter("draft", TEMPLATE, "--no-input", "-o", "a.md")
    text = Path("a.md").read_text("utf-8")
    start = text.index("【汇报事项")
    gap = text[start : text.index("】", start) + 1]
    Path("a.md").write_text(text.replace(gap, "防汛工作"), "utf-8")
    found = drafter("brief", "a.md", "--template", TEMPLATE)
    assert (found.code, found.out) == (0, "汇报事项: 防汛工作\n")


def test_another_version_of_the_template_is_told(drafter, form):
    from tests.formats.docx.good import parts_of, zipped

    name = form(汇报单位="甲")
    parts = parts_of(Path(name).read_bytes())
    custom = parts["docProps/custom.xml"].replace(b"<vt:lpwstr>1<", b"<vt:lpwstr>0<")
    Path(name).write_bytes(zipped(parts | {"docProps/custom.xml": custom}))
    told = json.loads(drafter("brief", name, "--json").out)
    assert told["notices"] == ["the file is of version 0 of this template, which is now version 1"]


@pytest.mark.parametrize(
    ("data", "name"), [(b"PK\3\4", "a.docx"), (b"", "a.docx"), (b"\0\1\2", "a.md")]
)
def test_what_is_no_document_is_refused(drafter, data, name):
    Path(name).write_bytes(data)
    found = drafter("brief", name, "--template", TEMPLATE)
    assert found.code == 2
    assert found.err.count("error: ") == 1
    assert found.err.startswith(name)


def test_the_controls_of_a_form_have_their_questions_as_titles():
    paper = Paper()
    control = next(paper.tree.iter(f"{W}sdt"))
    put(control, "甲")
    assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == "会议名称"

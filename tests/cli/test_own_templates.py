"""drafter templates new, edit, path and check, as the one who writes templates meets them."""

import json
import os
import sys
from pathlib import Path

import docx
import pytest

from drafter.cli.packs import own_pack
from drafter.drafting.template import FILES


@pytest.fixture
def folder(home):
    return own_pack().folder / "templates"


def test_a_new_template_is_begun_in_the_users_folder_and_drafts(drafter, folder):
    result = drafter("templates", "new", "值班通知")
    assert (result.code, result.out) == (0, f"{folder / '值班通知'}\n")
    assert sorted(path.name for path in (folder / "值班通知").iterdir()) == sorted(FILES)
    assert drafter("templates", "check", "值班通知").out == ""
    assert "值班通知（值班通知，通知）" in drafter("templates", "show", "值班通知").out


def test_a_new_template_may_go_elsewhere_and_be_a_copy(drafter):
    result = drafter("templates", "new", "专项汇报", "--from", "工作汇报", "-o", "mine")
    assert result.out == f"{Path('mine/专项汇报')}\n"
    text = Path("mine/专项汇报/template.yaml").read_text("utf-8")
    assert text.startswith("名称: 专项汇报\n文种: 汇报\n")
    assert drafter("templates", "check", "mine/专项汇报").code == 0


def test_what_is_there_is_not_begun_anew(drafter, folder):
    drafter("templates", "new", "值班通知")
    result = drafter("templates", "new", "值班通知")
    assert (result.code, "this exists already" in result.err) == (2, True)


@pytest.mark.parametrize("name", ["甲/乙", '甲"乙', "甲: 乙"])
def test_any_name_is_taken(drafter, folder, name):
    assert drafter("templates", "new", name).code == 0
    assert drafter("templates", "check").out == ""
    assert [row["name"] for row in json.loads(drafter("templates", "list", "--json").out)][
        -1
    ] == name


def test_a_copy_of_what_is_not_there_offers_the_nearest(drafter):
    result = drafter("templates", "new", "甲", "--from", "工作会报")
    assert (result.code, "did you mean 工作汇报?" in result.err) == (2, True)


def test_path_tells_where_a_template_is(drafter, folder):
    drafter("templates", "new", "值班通知")
    assert drafter("templates", "path", "值班通知").out == f"{folder / '值班通知'}\n"
    shipped = Path(drafter("templates", "path", "工作汇报").out.strip())
    assert (shipped / "template.yaml").is_file()


# edit


@pytest.fixture
def editor(monkeypatch):
    """An editor that adds a line to the first file it is given and keeps their names."""
    script = Path("editor.py").absolute()
    script.write_text(
        "import sys, pathlib\n"
        "pathlib.Path('opened').write_text('\\n'.join(sys.argv[1:]), 'utf-8')\n"
        "first = pathlib.Path(sys.argv[1])\n"
        "first.write_text(first.read_text('utf-8') + '# 改过\\n', 'utf-8')\n",
        "utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def test_a_template_of_drafters_is_copied_before_it_is_changed(drafter, folder, editor):
    before = Path(
        drafter("templates", "path", "工作汇报").out.strip(), "template.yaml"
    ).read_bytes()
    result = drafter("templates", "edit", "工作汇报")
    assert (result.code, result.err) == (0, "")
    own = folder / "briefing"
    assert Path("opened").read_text("utf-8").split("\n") == [str(own / name) for name in FILES]
    assert (own / "template.yaml").read_bytes() == before + "# 改过\n".encode()
    assert drafter("templates", "path", "工作汇报").out == f"{own}\n"
    assert drafter("templates", "edit", "briefing").code == 0
    assert (own / "template.yaml").read_text("utf-8").endswith("# 改过\n# 改过\n")


def test_what_is_wrong_after_the_change_is_told(drafter, folder, editor):
    drafter("templates", "new", "值班通知")
    (folder / "值班通知/example.brief.txt").write_text("事像：甲\n", "utf-8")
    assert (
        "example.brief.txt:1: error: nothing asks for 事像"
        in drafter("templates", "edit", "值班通知").out
    )


def test_without_an_editor_one_is_told_where_the_copy_is(drafter, folder):
    result = drafter("templates", "edit", "工作汇报")
    assert result.code == 2
    assert result.err == (
        "error: no editor is known: neither VISUAL nor EDITOR names one\n"
        f"  the files to change are in {folder / 'briefing'}\n"
    )
    assert (folder / "briefing").is_dir()


def test_an_editor_that_is_not_there_is_told(drafter, folder, monkeypatch):
    monkeypatch.setenv("VISUAL", os.devnull + "/none")
    result = drafter("templates", "edit", "工作汇报")
    assert (result.code, "cannot be started" in result.err) == (2, True)


# check


def broken(folder: Path) -> Path:
    made = folder / "值班通知"
    text = (made / "outline.md.j2").read_text("utf-8").replace("{{ 事项|短 }}", "{{ 事像|短 }}")
    (made / "outline.md.j2").write_text(text, "utf-8")
    return made


def test_findings_are_told_by_path_and_line_and_errors_fail(drafter, folder):
    drafter("templates", "new", "值班通知")
    made = broken(folder)
    result = drafter("templates", "check", "工作汇报", "值班通知")
    assert result.code == 1
    assert result.out.splitlines()[-1] == (
        f"{made / 'outline.md.j2'}:3: error: no question is called 事像"
        " (did you mean 事项?) [undefined-name]"
    )
    assert drafter("templates", "check").code == 1


def test_findings_are_data(drafter, folder):
    drafter("templates", "new", "值班通知")
    made = broken(folder)
    result = drafter("templates", "check", "值班通知", "--json")
    assert result.code == 1
    assert {
        "file": str(made / "outline.md.j2"),
        "line": 3,
        "level": "error",
        "rule": "undefined-name",
        "message": "no question is called 事像",
        "hint": "did you mean 事项?",
    } in json.loads(result.out)


def test_warnings_fail_nothing(drafter, folder):
    drafter("templates", "new", "值班通知")
    (folder / "值班通知/example.brief.txt").unlink()
    result = drafter("templates", "check", "值班通知")
    assert (result.code, "warning: there is no example brief" in result.out) == (0, True)


def test_files_that_cannot_be_read_are_findings(drafter, folder):
    drafter("templates", "new", "值班通知")
    (folder / "值班通知/template.yaml").write_bytes(b"\xff\xff\xff\xfe\x00\x80")
    result = drafter("templates", "check", "值班通知")
    assert result.code == 1
    assert result.out.startswith(f"{folder / '值班通知/template.yaml'}")


def test_a_word_file_is_checked_too(drafter):
    document = docx.Document()
    document.add_paragraph("【事项】【时限：月日】")
    document.save("a.docx")
    result = drafter("templates", "check", "a.docx")
    assert (
        result.out
        == "a.docx: warning: the gap 事项 has no hint: write 【事项：提示】 [gap-without-hint]\n"
    )
    document = docx.Document()
    document.save("b.docx")
    assert drafter("templates", "check", "b.docx").code == 1


def test_an_unknown_name_is_wrong_use(drafter):
    assert drafter("templates", "check", "工作会报").code == 2

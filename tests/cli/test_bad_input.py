"""Bad input gets one clear message, the right exit code, and loses nothing."""

import stat
import zipfile
from pathlib import Path

import pytest

from tests.formats.docx import good

TEMPLATE = "工作部署会讲话"


def test_an_unknown_template_offers_the_nearest(drafter):
    result = drafter("draft", "工作部署讲话")
    assert result.code == 2
    assert "there is no template called 工作部署讲话" in result.err
    assert "工作部署会讲话" in result.err


def test_an_unknown_key_offers_the_nearest_with_its_line(drafter):
    Path("b.txt").write_text("会议名称：推进会\n关健词：精准\n", "utf-8")
    result = drafter("draft", TEMPLATE, "-b", "b.txt", "--to", "outline")
    assert result.code == 2
    assert "b.txt:2: error: nothing asks for 关健词" in result.err
    assert "关键词" in result.err


def test_all_bad_answers_stand_in_one_message(drafter):
    Path("b.txt").write_text("日期：2026-2-30\n方面方面：x\n讲话时长：很久\n", "utf-8")
    result = drafter("draft", TEMPLATE, "-b", "b.txt", "--to", "outline")
    assert result.code == 2
    assert "b.txt:1" in result.err
    assert "b.txt:2" in result.err
    assert "b.txt:3" in result.err


def test_broken_yaml_is_told_with_line_and_column(drafter):
    Path("b.yaml").write_text("会议名称: 推进会\n方面: [定位, {\n", "utf-8")
    result = drafter("draft", TEMPLATE, "-b", "b.yaml")
    assert result.code == 2
    assert "b.yaml:2:" in result.err
    assert "YAML" in result.err


def test_a_missing_file_is_named_and_its_neighbour_offered(drafter):
    Path("讲话稿.txt").write_text("同志们：\n", "utf-8")
    result = drafter("convert", "讲话搞.txt", "-o", "a.md")
    assert result.code == 2
    assert "讲话搞.txt: error: there is no such file" in result.err
    assert "讲话稿.txt" in result.err


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.docx"])
def test_an_empty_file_is_refused(drafter, name):
    Path(name).write_bytes(b"")
    result = drafter("convert", name, "--to", "text")
    assert result.code == 2
    assert "empty" in result.err


def test_a_text_of_white_space_only_is_refused(drafter):
    Path("a.txt").write_text(" \n　\n", "utf-8")
    result = drafter("convert", "a.txt", "--to", "outline")
    assert result.code == 2
    assert "no text" in result.err


def test_a_word_file_called_txt_is_told_for_what_it_is(drafter):
    with zipfile.ZipFile("a.txt", "w") as package:
        package.writestr("word/document.xml", "<x/>")
    result = drafter("convert", "a.txt", "--to", "outline")
    assert result.code == 2
    assert "Word (.docx)" in result.err


def test_a_picture_called_docx_is_refused(drafter):
    Path("a.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    result = drafter("convert", "a.docx", "--to", "outline")
    assert result.code == 2
    assert "a.docx" in result.err


def test_more_words_than_any_document_has_are_refused(drafter, monkeypatch):
    monkeypatch.setattr("drafter.formats.decode._MOST", 1 << 10)
    monkeypatch.setattr("drafter.formats.docx.opened._MOST_XML", 1 << 10)
    Path("a.txt").write_text("同志们：" * 1000)
    Path("a.docx").write_bytes(good.theirs())
    for name in ("a.txt", "a.docx"):
        result = drafter("convert", name, "--to", "text")
        assert result.code == 2
        assert "split it into several documents" in result.err


@pytest.mark.parametrize("suffix", ["docm", "dotx"])
def test_word_files_with_macros_and_templates_are_read(drafter, suffix):
    Path(f"a.{suffix}").write_bytes(good.theirs())
    assert drafter("convert", f"a.{suffix}", "--to", "text").code == 0
    assert drafter("convert", f"a.{suffix}", "-o", f"b.{suffix}").code == 2


def test_control_characters_are_told_with_line_and_column(drafter):
    Path("a.txt").write_bytes("同志们：\n今天\x01开会\n".encode())
    result = drafter("convert", "a.txt", "--to", "outline")
    assert result.code == 2
    assert "a.txt:2:3: error: control character U+0001" in result.err


def test_bytes_in_no_encoding_are_refused(drafter):
    Path("a.txt").write_bytes(b"\xff\xff\xff\xfe\x00\x80")
    result = drafter("convert", "a.txt", "--to", "outline")
    assert result.code == 2
    assert "a.txt" in result.err


def test_a_lone_surrogate_in_utf16_is_refused(drafter):
    Path("a.txt").write_bytes(b"\xff\xfe" + b"\x00\xd8" + "讲话\n".encode("utf-16-le"))
    result = drafter("convert", "a.txt", "--to", "outline")
    assert result.code == 2


def test_an_outline_that_never_ends_its_front_matter_is_told(drafter):
    Path("a.md").write_text("---\n标题: 讲话\n\n正文\n", "utf-8")
    result = drafter("convert", "a.md", "--to", "text")
    assert result.code == 2
    assert "a.md:1: error: the front matter that begins here never ends" in result.err


def test_broken_json_is_told_with_line_and_column(drafter):
    Path("a.json").write_text('{"kind": "speech",\n "body": [}', "utf-8")
    result = drafter("convert", "a.json", "--to", "text")
    assert result.code == 2
    assert "a.json:2:11" in result.err


def test_a_template_error_is_told_with_file_and_line(drafter):
    folder = Path("mine")
    folder.mkdir()
    (folder / "template.yaml").write_text("名称: 我的\n文种: 讲话\n问题:\n  - 名: 题目\n", "utf-8")
    (folder / "outline.md.j2").write_text("---\n标题: {{ 题目 }}\n---\n{{ 提目 }}\n", "utf-8")
    result = drafter("draft", "./mine", "--to", "outline")
    assert result.code == 2
    assert "mine/outline.md.j2:4" in result.err
    assert "提目" in result.err


def test_existing_output_is_never_overwritten_unasked(drafter):
    Path("a.md").write_text("---\n标题: 讲话\n---\n\n正文\n", "utf-8")
    Path("b.txt").write_text("旧的", "utf-8")
    result = drafter("convert", "a.md", "-o", "b.txt")
    assert result.code == 2
    assert "exists already" in result.err
    assert Path("b.txt").read_text("utf-8") == "旧的"
    assert drafter("convert", "a.md", "-o", "b.txt", "--force").code == 0
    assert "正文" in Path("b.txt").read_text("utf-8")


def test_an_input_is_never_overwritten_even_by_force(drafter):
    source = "---\n标题: 讲话\n---\n\n正文\n"
    Path("a.md").write_text(source, "utf-8")
    result = drafter("convert", "a.md", "-o", "./a.md", "--force")
    assert result.code == 2
    assert Path("a.md").read_text("utf-8") == source


def test_a_missing_output_folder_is_told_and_nothing_is_left(drafter):
    Path("a.md").write_text("正文\n", "utf-8")
    result = drafter("convert", "a.md", "-o", "无此目录/b.txt")
    assert result.code == 2
    assert "无此目录" in result.err
    assert sorted(path.name for path in Path().iterdir()) == ["a.md"]


def test_a_full_disk_leaves_nothing_behind(drafter, monkeypatch):
    Path("a.md").write_text("正文\n", "utf-8")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = drafter("convert", "a.md", "-o", "b.txt")
    assert result.code == 2
    assert "No space left on device" in result.err
    assert sorted(path.name for path in Path().iterdir()) == ["a.md"]


def test_no_right_to_read_is_told(drafter, monkeypatch):
    Path("a.md").write_text("正文\n", "utf-8")

    def refused(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    result = drafter("convert", "a.md", "-o", "b.txt")
    assert result.code == 2
    assert "may not be read" in result.err


def test_new_files_get_ordinary_rights(drafter):
    Path("a.md").write_text("正文\n", "utf-8")
    drafter("convert", "a.md", "-o", "b.txt")
    assert stat.S_IMODE(Path("b.txt").stat().st_mode) == stat.S_IMODE(Path("a.md").stat().st_mode)


def test_an_unknown_option_and_a_missing_argument_are_wrong_use(drafter):
    assert drafter("convert", "--tto", "text", "a.md").code == 2
    result = drafter("convert")
    assert result.code == 2
    assert "convert --help" in result.err


def test_a_suffix_that_says_nothing_asks_for_from(drafter):
    Path("a.xyz").write_bytes(b"x")
    result = drafter("convert", "a.xyz", "-o", "b.md")
    assert result.code == 2
    assert "--from" in result.err


def test_our_own_bug_ends_in_exit_three_without_a_traceback(drafter, monkeypatch):
    Path("a.md").write_text("正文\n", "utf-8")
    monkeypatch.setattr("drafter.formats.outline.read", lambda _: 1 / 0)
    result = drafter("convert", "a.md", "--to", "text")
    assert result.code == 3
    assert "Traceback" not in result.err
    assert "ZeroDivisionError" in result.err


def test_messages_speak_chinese_by_default(drafter, monkeypatch):
    monkeypatch.delenv("DRAFTER_LANG")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    result = drafter("convert", "无此文件.txt", "--to", "text")
    assert result.code == 2
    assert "没有这个文件" in result.err

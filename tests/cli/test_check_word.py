"""drafter check on Word files, format --fix and finish, as a user meets them."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pytest

import drafter as package

NOTICE = """---
文种: 通知
标题: 关于做好春季植树工作的通知
主送机关: 各镇人民政府，县政府各部门：
发文机关署名: 云溪县林业局
成文日期: 2026年3月2日
---

为做好春季植树工作，要找地块,备苗木，4月15日前完成12万株。
"""


@pytest.fixture
def notice(tmp_path):
    document = package.read(NOTICE.encode(), "outline").document
    path = tmp_path / "通知.docx"
    path.write_bytes(package.write(document, "docx"))
    return path


def words(path, revisions="accept"):
    document = package.read(path.read_bytes(), "docx", revisions).document
    return package.write(document, "text").decode()


def part(path, name):
    with zipfile.ZipFile(path) as file:
        return file.read(name).decode() if name in file.namelist() else ""


def test_a_fix_is_a_tracked_change(drafter, notice, tmp_path):
    result = drafter("check", "通知.docx", "--fix")
    made = tmp_path / "通知-校核.docx"
    assert result.code == 0 and str(made.name) in result.out
    assert "找地块，备苗木" in words(made)
    assert words(made, "reject") == words(notice)


def test_findings_stand_in_the_file_as_comments(drafter, notice, tmp_path):
    drafter("check", "通知.docx", "--comments", "-o", "批注.docx")
    comments = part(tmp_path / "批注.docx", "word/comments.xml")
    assert "punct-halfwidth" in comments and "GB/T 15834" in comments
    assert words(tmp_path / "批注.docx") == words(notice)


def test_what_is_fixed_needs_no_comment(drafter, notice, tmp_path):
    drafter("check", "通知.docx", "--fix", "--comments", "-o", "两样.docx")
    assert "punct-halfwidth" not in part(tmp_path / "两样.docx", "word/comments.xml")


def test_format_lays_out_and_fixes_in_one_run(drafter, tmp_path):
    messy = docx.Document()
    messy.add_paragraph("关于做好春季植树工作的通知")
    messy.add_paragraph("各镇人民政府：")
    messy.add_paragraph("要找地块,备苗木,4月15日前完成12万株。")
    messy.add_paragraph("云溪县林业局")
    messy.add_paragraph("2026年3月2日")
    messy.save(tmp_path / "乱.docx")
    assert drafter("format", "乱.docx", "--fix", "-o", "好.docx").code == 0
    assert "要找地块，备苗木，4月15日前" in words(tmp_path / "好.docx")
    assert "要找地块,备苗木,4月15日前" in words(tmp_path / "好.docx", "reject")
    assert not json.loads(drafter("check", "好.docx", "--json", "--disable", "genre").out or "[]")


def test_a_finished_file_has_no_private_data(drafter, tmp_path):
    source = docx.Document()
    source.core_properties.author = "周某"
    for line in NOTICE.replace(",", "，").split("---\n")[-1].strip().split("\n"):
        source.add_paragraph(line)
    source.save(tmp_path / "稿.docx")
    result = drafter("finish", "稿.docx", "-o", "清稿.docx")
    assert result.code == 0, result.out
    made = (tmp_path / "清稿.docx").read_bytes()
    assert words(tmp_path / "清稿.docx") == words(tmp_path / "稿.docx")
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert "周某".encode() not in b"".join(file.read(name) for name in file.namelist())


def test_an_error_keeps_a_file_from_leaving(drafter, notice, tmp_path):
    result = drafter("finish", "通知.docx", "-o", "清稿.docx")
    assert result.code == 1
    assert "punct-halfwidth" in result.out
    assert not (tmp_path / "清稿.docx").exists()


def test_gaps_and_changes_and_comments_are_listed(drafter, notice, tmp_path):
    drafter("check", "通知.docx", "--fix", "-o", "修订.docx")
    result = drafter("finish", "修订.docx", "-o", "清稿.docx")
    assert result.code == 1 and "tracked change" in result.out
    open_gap = NOTICE.replace("12万株", "【株数】").replace(",", "，")
    document = package.read(open_gap.encode(), "outline").document
    (tmp_path / "缺.docx").write_bytes(package.write(document, "docx"))
    rows = json.loads(drafter("finish", "缺.docx", "-o", "清稿.docx", "--json").out)["problems"]
    assert ("gap", "株数") in {(row["what"], row["words"]) for row in rows}


def test_words_that_are_not_to_be_said_keep_a_file_back(drafter, tmp_path):
    document = package.read(NOTICE.replace(",", "，").encode(), "outline").document
    (tmp_path / "稿.docx").write_bytes(package.write(document, "docx"))
    (tmp_path / "要素.txt").write_text("不宜提及：\n  - 备苗木\n  - 承包企业\n", "utf-8")
    assert drafter("finish", "稿.docx", "-o", "一.docx").code == 0
    result = drafter("finish", "稿.docx", "-o", "二.docx", "-b", "要素.txt")
    assert result.code == 1 and "备苗木" in result.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["finish", "没有.docx", "-o", "a.docx"], "there is no such file"),
        (["finish", "通知.docx", "-o", "通知.docx"], "overwrite its own input"),
        (["finish", "文.txt", "-o", "a.docx"], "Word"),
    ],
)
def test_bad_calls_are_told(drafter, notice, tmp_path, arguments, told):
    (tmp_path / "文.txt").write_text("要找措施。", "utf-8")
    result = drafter(*arguments)
    assert result.code == 2 and told in result.err and "Traceback" not in result.err

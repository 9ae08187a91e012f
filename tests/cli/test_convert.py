"""drafter convert and drafter outline, on a speech pasted from the web."""

import json
from pathlib import Path

import pytest

from drafter.model.chars import words
from tests.formats.docx.foreign import para, run, word

SPEECH = """\
同志们:
今天召开全县审批服务工作会,目的是研究下半年的工作。总的来讲,关键要抓住“靠前”二字,具体要做到三个方面:
一、靠前谋划。谋划是服务的起点,想在前面才能办在快处。一是要摸清底数。对41个在建项目逐个建档。二是要排好时序。6月底前完成。
二、靠前服务。服务是审批的本分。一是要一次告知。二是要全程代办。三是要限时办结。
三、靠前监管。监管是放权的另一半。首先,要管住重点。其次,要用好数据。
总之,审批服务是一项系统工程,需要我们在靠前谋划、靠前服务、靠前监管上下功夫。让我们一起努力!
更多范文请点击下方链接下载。
"""


@pytest.fixture
def speech(drafter):
    Path("speech.txt").write_text(SPEECH, "utf-8")
    return "speech.txt"


def test_the_words_survive_every_step(drafter, speech):
    for source, target in (
        (speech, "s.md"),
        ("s.md", "s.docx"),
        ("s.docx", "s.json"),
        ("s.json", "s.txt"),
    ):
        assert drafter("convert", source, "-o", target).code == 0
    kept = SPEECH.rsplit("更多范文", 1)[0]
    assert words(Path("s.txt").read_text("utf-8")) == words(kept)


def test_the_outline_counts_for_the_writer(drafter, speech):
    text = drafter("convert", speech, "--to", "outline").out
    assert "# 靠前谋划。谋划是服务的起点," in text
    assert "\n+ 要摸清底数。对41个在建项目逐个建档。\n" in text
    assert "一、" not in text
    assert "一是" not in text
    assert "\n+ 首先,要管住重点。\n+ 要用好数据。\n" in text


def test_lines_are_printed_in_the_published_format(drafter, speech):
    result = drafter("outline", speech, "--lines")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["type"] for line in lines] == [
        "salutation", "body", "h1", "h1", "h1", "closing", "junk",
    ]  # fmt: skip
    assert lines[2] == {
        "line": 3,
        "type": "h1",
        "runin": True,
        "heading": "靠前谋划",
        "number": "一、",
        "points": [
            {"ordinal": "一是", "lead": "要摸清底数"},
            {"ordinal": "二是", "lead": "要排好时序"},
        ],
    }


def test_the_tree_shows_parts_lengths_and_what_was_left_out(drafter, speech):
    out = drafter("outline", speech).out
    assert "一、靠前谋划" in out
    assert "· 二是要全程代办" in out
    assert "更多范文" in out
    found = json.loads(drafter("outline", speech, "--json").out)
    assert found["kind"] == "speech"
    assert [part["title"] for part in found["parts"]] == [
        "",
        "靠前谋划",
        "靠前服务",
        "靠前监管",
        "",
    ]
    assert found["minutes"] == round(found["chars"] / 180, 1)
    opening = SPEECH.splitlines()[1]
    assert found["parts"][0]["chars"] == len(opening)


def test_why_gives_a_reason_for_every_line(drafter, speech):
    lines = drafter("outline", speech, "--why").out.splitlines()
    assert len(lines) == 7
    assert all("←" in line and line.rsplit("←")[1].strip() for line in lines)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"]
)
def test_text_files_are_read_in_the_encodings_offices_use(drafter, encoding):
    Path("a.txt").write_bytes(SPEECH.replace("\n", "\r\n").encode(encoding))
    result = drafter("convert", "a.txt", "--to", "text")
    assert result.code == 0
    assert words(SPEECH.rsplit("更多范文", 1)[0]) == words(result.out)


def test_stdin_and_stdout(drafter):
    outline = drafter("convert", "-", "--from", "text", "--to", "outline", stdin=SPEECH.encode())
    assert outline.code == 0
    again = drafter("convert", "-", "--to", "text", "-o", "-", stdin=outline.raw)
    assert "三、靠前监管。" in again.out


def test_word_goes_down_a_pipe_as_bytes(drafter, speech):
    result = drafter("convert", speech, "--to", "docx")
    assert result.raw[:4] == b"PK\x03\x04"
    assert result.raw == drafter("convert", speech, "--to", "docx").raw


def test_json_beside_an_output_reports_what_was_written(drafter, speech):
    import hashlib

    result = drafter("convert", speech, "-o", "s.docx", "--json")
    found = json.loads(result.out)
    assert found["path"] == "s.docx"
    assert found["sha256"] == hashlib.sha256(Path("s.docx").read_bytes()).hexdigest()
    assert any("更多范文" in warning for warning in found["warnings"])


def test_ordinary_markdown_is_taken_as_meant(drafter):
    Path("a.md").write_text(
        "# 在推进会上的讲话\n\n同志们：\n\n## 认清形势\n\n话。\n\n### 一点\n", "utf-8"
    )
    found = json.loads(drafter("convert", "a.md", "--to", "json").out)
    assert found["title"] == ["在推进会上的讲话"]
    assert [b["level"] for b in found["body"] if b["type"] == "section"] == [1]


def test_an_outline_has_no_lines_to_judge(drafter):
    Path("a.md").write_text("正文\n", "utf-8")
    assert drafter("outline", "a.md", "--lines").code == 2


@pytest.mark.parametrize(("way", "seen"), [("accept", "共五项。"), ("reject", "共三项。")])
def test_tracked_changes_are_read_as_asked(drafter, way, seen):
    old = "<w:del><w:r><w:delText>三</w:delText></w:r></w:del>"
    Path("a.docx").write_bytes(word(para("共", old, f"<w:ins>{run('五')}</w:ins>", "项。")))
    result = drafter("convert", "a.docx", "-o", "a.md", "--json", "--revisions", way)
    assert seen in Path("a.md").read_text("utf-8")
    assert len(json.loads(result.out)["warnings"]) == 1
    assert drafter("outline", "a.docx", "--lines", "--revisions", way).code == 0


def test_another_way_to_read_changes_is_refused(drafter):
    Path("a.docx").write_bytes(word(para("甲")))
    result = drafter("convert", "a.docx", "--to", "text", "--revisions", "maybe")
    assert result.code == 2
    assert "accept, reject, keep" in result.err

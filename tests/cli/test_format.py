"""drafter format: files laid out in place, from the command line."""

import json
from pathlib import Path

from tests.revise.messy import messy


def test_the_result_is_written_beside_and_the_input_stays(drafter):
    Path("稿.docx").write_bytes(messy())
    done = drafter("format", "稿.docx")
    assert done.code == 0
    assert done.out.strip() == "稿-排版.docx"
    assert Path("稿.docx").read_bytes() == messy()


def test_a_name_that_is_taken_is_never_written_over(drafter):
    Path("稿.docx").write_bytes(messy())
    Path("稿-排版.docx").write_bytes(b"mine")
    assert drafter("format", "稿.docx").out.strip() == "稿-排版-2.docx"
    assert Path("稿-排版.docx").read_bytes() == b"mine"


def test_the_proof_is_in_the_json(drafter):
    Path("稿.docx").write_bytes(messy())
    row = json.loads(drafter("format", "稿.docx", "--json").out)["files"][0]
    assert row["characters"]["before"] == row["characters"]["after"] > 500
    assert {"what": "soft line breaks made paragraphs", "count": 1} in row["differences"]
    assert row["marked"][0].startswith("更多公文")
    assert row["dropped"] == []


def test_junk_dropped_is_named(drafter):
    Path("稿.docx").write_bytes(messy())
    row = json.loads(drafter("format", "稿.docx", "--drop-junk", "--json").out)["files"][0]
    assert row["dropped"][0].startswith("更多公文")
    assert row["characters"]["before"] > row["characters"]["after"]


def test_a_file_laid_out_before_gives_nothing_new(drafter):
    Path("稿.docx").write_bytes(messy())
    drafter("format", "稿.docx", "-o", "好.docx")
    done = drafter("format", "好.docx")
    assert (done.code, done.out) == (0, "")
    assert not Path("好-排版.docx").exists()
    drafter("format", "好.docx", "-o", "又.docx")
    assert Path("又.docx").read_bytes() == Path("好.docx").read_bytes()


def test_a_folder_is_laid_out_whole_and_one_bad_file_stops_no_other(drafter):
    Path("in").mkdir()
    Path("in/a.docx").write_bytes(messy())
    Path("in/b.docx").write_bytes(b"no Word file")
    Path("in/c.txt").write_text("关于开会的通知\n各处室：\n请按时到会。\n", "utf-8")
    Path("in/~$a.docx").write_bytes(b"lock")
    Path("in/d.pdf").write_bytes(b"other")
    done = drafter("format", "in", "-o", "out", "--json")
    assert done.code == 2
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.docx", "c.docx"]
    told = json.loads(done.out)
    assert [Path(row["source"]).name for row in told["failed"]] == ["b.docx"]
    assert "b.docx" in done.err


def test_what_was_laid_out_before_is_no_source_of_a_folder(drafter):
    Path("in").mkdir()
    Path("in/a.docx").write_bytes(messy())
    assert drafter("format", "in").code == 0
    done = drafter("format", "in", "--json")
    assert [Path(row["source"]).name for row in json.loads(done.out)["files"]] == ["a.docx"]


def test_text_becomes_a_word_file(drafter):
    Path("稿.txt").write_text("关于开会的通知\n各处室：\n请按时到会。\n", "utf-8")
    assert drafter("format", "稿.txt").out.strip() == "稿-排版.docx"
    assert "请按时到会" in drafter("convert", "稿-排版.docx", "--to", "text").out


def test_it_can_be_piped(drafter):
    done = drafter("format", "-", stdin=messy())
    assert done.code == 0
    assert done.raw[:2] == b"PK"


def test_an_existing_output_is_refused_before_anything_is_read(drafter):
    Path("稿.docx").write_bytes(messy())
    Path("好.docx").write_bytes(b"mine")
    assert drafter("format", "稿.docx", "-o", "好.docx").code == 2
    assert drafter("format", "稿.docx", "-o", "好.docx", "--force").code == 0
    assert drafter("format", "稿.docx", "-o", "稿.docx", "--force").code == 2


def test_several_files_go_to_a_folder_only(drafter):
    Path("a.docx").write_bytes(messy())
    Path("b.docx").write_bytes(messy())
    assert drafter("format", "a.docx", "b.docx", "-o", "c.docx").code == 2
    assert drafter("format", "a.docx", "b.docx", "-o", "-").code == 2


def test_a_loss_is_our_fault_and_nothing_is_written(drafter, monkeypatch):
    Path("稿.docx").write_bytes(messy())
    from drafter.revise.paragraphs import Dresser

    def lose(self, paragraph, *, end):
        for found in list(paragraph):
            paragraph.remove(found) if found.tag.endswith("}r") else None

    monkeypatch.setattr(Dresser, "strip", lose)
    done = drafter("format", "稿.docx")
    assert done.code == 3
    assert "report" in done.err
    assert not Path("稿-排版.docx").exists()

"""drafter draft over tables: one row, all rows, and files that are broken or made to do harm."""

import io
import json
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

TEMPLATE = "工作部署会讲话"
HEAD = "会议名称,讲话人,日期,参会人员"
ROWS = f"{HEAD}\n全县水利会,县长,2026-2-26,甲局、乙局\n\n全县教育会,书记,二月底,\n全县卫生会,,,\n"


@pytest.fixture
def draft(drafter):
    def run(*arguments: str):
        return drafter("draft", TEMPLATE, "--no-input", *arguments)

    return run


@pytest.fixture
def listed():
    def write(text: str = ROWS, encoding: str = "utf-8", name: str = "list.csv") -> str:
        Path(name).write_bytes(text.encode(encoding))
        return name

    return write


def workbook(*rows: list) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for row in book.active.iter_rows():
        for cell in row:
            if cell.value == 0.955:
                cell.number_format = "0.0%"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_row_is_named_as_the_table_shows_it(draft, listed, encoding):
    name = listed(encoding=encoding)
    for call in ((f"{name}#2",), (f"{name}＃2",), (name, "--row", "2")):
        found = draft("-b", *call, "-o", "-", "--to", "outline")
        assert (found.code, found.err) == (0, "")
        assert "标题: 在全县水利会上的讲话" in found.out
        assert "甲局，还有乙局" in found.out


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_a_table_may_have_other_marks_between_its_cells(draft, listed, mark):
    name = listed(ROWS.replace(",", mark))
    assert "全县卫生会" in draft("-b", f"{name}#5", "-o", "-", "--to", "outline").out


def test_a_table_of_one_row_needs_no_number(draft, listed):
    name = listed(f"{HEAD}\n全县水利会,,,\n")
    assert "全县水利会" in draft("-b", name, "-o", "-", "--to", "outline").out


@pytest.mark.parametrize("call", [(), ("--row", "1"), ("--row", "3"), ("--row", "9")])
def test_which_rows_there_are_is_told(draft, listed, call):
    found = draft("-b", listed(), *call, "-o", "-", "--to", "outline")
    assert found.code == 2
    assert "list.csv: error: this table has briefs in the rows 2、4–5" in found.err


def test_a_wrong_answer_names_its_row(draft, listed):
    found = draft("-b", listed(), "--row", "4", "-o", "a.docx")
    assert found.code == 2
    assert "list.csv:4: error: 日期: “二月底”" in found.err


def test_every_row_makes_a_document_and_a_bad_one_stops_no_other(draft, listed):
    found = draft("-b", listed(), "--row", "all", "-o", "out", "--to", "outline")
    assert found.code == 2
    assert "list.csv:4: error: 日期" in found.err
    assert sorted(path.name for path in Path("out").iterdir()) == ["2.md", "5.md"]
    assert found.out.split() == ["out/2.md", "out/5.md"]
    told = json.loads(
        draft("-b", listed(), "--row", "all", "-o", "out", "--to", "md", "--force", "--json").out
    )
    assert [row["row"] for row in told["files"]] == [2, 5]
    assert "讲话人" in told["files"][1]["gaps"]
    assert [(row["row"], row["error"][:2]) for row in told["failed"]] == [(4, "日期")]


def test_files_are_named_as_their_rows_say(draft, listed):
    name = listed("文件名,会议名称\n水利/讲话,甲\n水利讲话.docx,乙\n,丙\n")
    assert draft("-b", name, "--row", "all", "-o", "out").code == 0
    names = sorted(path.name for path in Path("out").iterdir())
    assert names == ["4.docx", "水利讲话-3.docx", "水利讲话.docx"]


def test_facts_that_are_missing_fail_their_row_where_that_is_asked_for(draft, listed):
    name = listed(f"{HEAD}\n甲,乙,,\n")
    found = draft("-b", name, "--row", "all", "-o", "out", "--strict")
    assert found.code == 1
    assert "list.csv:2: error: " in found.err
    assert list(Path("out").iterdir()) == []


def test_what_exists_is_not_replaced_and_the_table_never(draft, listed):
    Path("out").mkdir()
    Path("out/2.md").write_text("mine", "utf-8")
    found = draft("-b", listed(f"{HEAD}\n甲,乙,,\n"), "--row", "all", "-o", "out", "--to", "md")
    assert found.code == 2
    assert Path("out/2.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("--row", "all"), "several documents need a folder"),
        (("--row", "all", "-o", "-"), "several documents need a folder"),
        (("--row", "all", "-o", "out", "--save-brief", "b.txt"), "--save-brief keeps one brief"),
        (("--row", "zwei"), "a row is a number"),
    ],
)
def test_what_does_not_go_together_is_told(draft, listed, call, message):
    found = draft("-b", listed(), *call)
    assert (found.code, found.out) == (2, "")
    assert message in found.err


def test_a_brief_has_no_rows(draft):
    Path("b.txt").write_text("会议名称：甲\n", "utf-8")
    assert "nothing" in draft("-b", "b.txt", "--row", "2", "-o", "a.md").err
    assert "--row needs a table" in draft("--row", "2", "-o", "a.md").err


def test_a_cell_says_what_the_sheet_shows(draft):
    head = ["会议名称", "日期", "讲话时长", "变化目标1·目标值", "变化目标1·现值", "参会人员"]
    cells = ["甲会", date(2026, 2, 26), 15.0, 0.955, 0.1 + 0.2, "甲局\n乙局"]
    Path("a.xlsx").write_bytes(workbook(head, cells))
    found = draft("-b", "a.xlsx#2", "-o", "a.md", "--save-brief", "b.txt")
    assert (found.code, found.err) == (0, "")
    text = Path("b.txt").read_text("utf-8")
    assert "日期: 2026年2月26日\n参会人员:\n  - 甲局\n  - 乙局\n讲话时长: 15\n" in text
    assert "- 目标值: 95.5%\n    现值: 0.3\n" in text


def test_a_day_with_a_clock_shows_both(draft):
    Path("a.xlsx").write_bytes(workbook(["会议名称"], [datetime(2026, 2, 6, 9, 5)]))
    draft("-b", "a.xlsx", "-o", "a.md")
    assert "2026年2月6日 09:05" in Path("a.md").read_text("utf-8")


def test_a_column_nobody_asks_for_names_its_place(draft, listed):
    found = draft("-b", listed("会议名称,备注\n甲,乙\n"), "-o", "a.md")
    assert found.code == 2
    assert "list.csv:1:2: error: nothing asks for the column 备注" in found.err


def zipped(**parts: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an encrypted Excel file, or one of Excel 97"),
        (b"PK\x03\x04 and no more", "this Excel file is damaged"),
        (zipped(a=bytes(40 << 20)), "of this Excel file unpacks to 40 MB"),
        (b"\x00\x01\x02\x03\xff", "error"),
        (b"", "this file is empty"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_message(draft, data, message):
    Path("a.xlsx").write_bytes(data)
    found = draft("-b", "a.xlsx#2", "-o", "a.md")
    assert found.code == 2
    assert message in found.err
    assert found.err.count("error: ") == 1


def test_a_workbook_with_parts_missing_or_broken_is_refused(draft):
    whole = zipfile.ZipFile(io.BytesIO(workbook(["会议名称"], ["甲会"])))
    parts = {name: whole.read(name) for name in whole.namelist()}
    for name in parts:
        for data in (None, b"", b"<a", b"<a/>"):
            kept = {n: d for n, d in (parts | {name: data}).items() if d is not None}
            Path("a.xlsx").write_bytes(zipped(**kept))
            found = draft("-b", "a.xlsx#2", "-o", "a.md", "--force")
            assert found.code in (0, 2), (name, data, found.err)


def test_what_reads_excel_files_is_named_where_it_is_missing(draft, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    Path("a.xlsx").write_bytes(zipped(a=b""))
    found = draft("-b", "a.xlsx#2", "-o", "a.md")
    assert found.code == 2
    assert "nothing is installed here that reads Excel files" in found.err
    assert "pip install openpyxl" in found.err


def test_a_table_without_end_is_not_read_to_its_end(draft, listed):
    found = draft("-b", listed("会议名称\n" + "甲\n" * 10_001), "--row", "2", "-o", "a.md")
    assert found.code == 2
    assert "more than 10000 rows" in found.err

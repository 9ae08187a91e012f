"""Before a file leaves the building: what is left in it is listed, a clean copy tells of nobody."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

import drafter
from drafter.checks.finding import Finding, Level
from drafter.revise.fix import annotate
from tests.formats.docx.good import RICH, parts_of
from tests.formats.docx.ooxml import faults
from tests.revise.messy import messy, para, run, said

BY = 'w:author="王" w:date="2024-01-01T00:00:00Z"'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def told(body: str) -> list[tuple[str, int, str]]:
    """Give what is left in a file: kind, line, words."""
    finished = drafter.finish(messy(body))
    assert (finished.data is None) == bool(finished.problems)
    return [(one.kind.value, one.line, one.words) for one in finished.problems]


def gone(words: str) -> str:
    return f'<w:del w:id="8" {BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        (said("关于【会议名称】的通知"), [("gap", 2, "会议名称")]),
        (para(run("请【人数"), run("】人参会")), [("gap", 2, "人数")]),
        (para(run("原定"), gone("三日")), [("revision", 2, "三日")]),
        (
            para(run("定于"), f'<w:ins w:id="9" {BY}>{run("五日")}</w:ins>'),
            [("revision", 2, "五日")],
        ),
        (para(run("公开"), run("不宜", HIDDEN), run("公开", HIDDEN)), [("hidden", 2, "不宜公开")]),
        (para(run("公开"), run("的", HIDDEN.replace("/>", ' w:val="0"/>'))), []),
        (said("照常办理。"), []),
    ],
)
def test_what_is_left_is_listed_with_its_line(body, problems):
    assert told(said("关于开会的通知") + body) == problems


def test_a_change_of_looks_or_of_a_paragraph_mark_is_a_change_too():
    look = f'<w:rPr><w:b/><w:rPrChange w:id="4" {BY}><w:rPr/></w:rPrChange></w:rPr>'
    mark = f'<w:rPr><w:ins w:id="5" {BY}/></w:rPr>'
    assert [kind for kind, *_ in told(para(run("通知", look)))] == ["revision"]
    assert [kind for kind, *_ in told(said("通知", mark))] == ["revision"]


def test_words_that_a_style_hides_are_found():
    document = docx.Document()
    style = document.styles.add_style("底稿", 1)
    style.font.hidden = True
    document.add_paragraph("关于开会的通知")
    document.add_paragraph("此处不宜公开", style)
    (problem,) = drafter.finish(saved(document)).problems
    assert (problem.kind, problem.line, problem.words) == ("hidden", 2, "此处不宜公开")


def test_comments_and_changes_stand_at_the_lines_they_are_about():
    problems = drafter.finish(messy()).problems
    lines = [line.text for line in drafter.read(messy(), "docx").lines]
    comment = next(one for one in problems if one.kind == "comment")
    assert comment.words == "请核对"
    assert lines[comment.line - 1].startswith("详见")
    changed = [one.words for one in problems if one.kind == "revision"]
    assert changed == ["一百二十", "九十"]


def test_what_stands_in_tables_headers_and_notes_is_found():
    cell = f"<w:tc><w:tcPr/>{said('【金额】')}</w:tc>"
    assert told(said("一览表") + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + said("")) == [
        ("gap", 2, "金额")
    ]
    data = parts_of(messy(said("通知")))
    header = data["word/header1.xml"].decode().replace("内部资料", "【密级】")
    problems = drafter.finish(zipped(data | {"word/header1.xml": header.encode()})).problems
    assert [(one.part, one.line, one.words) for one in problems] == [
        ("word/header1.xml", 0, "密级")
    ]


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def private() -> bytes:
    """Write a file that tells of those who wrote it wherever Word has room for it."""
    document = docx.Document()
    document.add_paragraph("关于开会的通知")
    document.add_paragraph("请按时到会。")
    core = document.core_properties
    core.author, core.last_modified_by, core.title = "撰稿人甲", "改稿人乙", "旧稿标题"
    core.comments, core.keywords, core.revision = "领导未定", "内部", 37
    core.modified = datetime(2024, 5, 6, 7, 8, 9)
    settings = document.settings.element
    for name in ("rsids", "docVars"):
        settings.append(settings.makeelement(qn(f"w:{name}")))
    document.paragraphs[0]._p.set(qn("w:rsidR"), "00AB12CD")
    parts = parts_of(saved(document))
    app = re.sub(b"<Template>[^<]*", b"<Template>C:/secret.dotx", parts["docProps/app.xml"])
    app = app.replace(b"</Properties>", "<Manager>局长丙</Manager></Properties>".encode())
    app = re.sub(b"<Company>[^<]*", "<Company>某某公司".encode(), app)
    return zipped(parts | {"docProps/app.xml": app})


def test_a_clean_copy_tells_of_nobody():
    data = private()
    finished = drafter.finish(data)
    assert finished.problems == ()
    made = parts_of(finished.data)
    whole = b"".join(made[name] for name in made if name.endswith((".xml", ".rels"))).decode()
    secrets = (
        "撰稿人甲",
        "改稿人乙",
        "旧稿标题",
        "领导未定",
        "内部",
        "secret",
        "局长丙",
        "某某公司",
    )
    others = (" w:rsid", "<w:rsid", "docVars", "thumbnail", "<cp:revision>37")
    assert [one for one in (*secrets, *others) if one in whole] == []
    assert "removePersonalInformation" in made["word/settings.xml"].decode()
    assert "docProps/thumbnail.jpeg" not in made
    assert set(faults(finished.data)) <= set(faults(data))


def test_words_and_layout_of_a_clean_copy_are_the_same():
    data = private()
    made = drafter.finish(data).data
    assert drafter.read(made, "docx").text == drafter.read(data, "docx").text
    before, after = parts_of(data), parts_of(made)
    for name in ("word/theme/theme1.xml", "word/fontTable.xml", "word/numbering.xml"):
        assert before[name] == after[name]
    for name in ("word/styles.xml", "word/document.xml"):
        traces = re.compile(b'<w:rsid w:val="[0-9A-F]*"/>| w:rsid[A-Za-z]*="[0-9A-F]*"')
        plain = etree.fromstring(traces.sub(b"", before[name]))
        same = etree.fromstring(after[name])
        assert (
            etree.tostring(plain, method="c14n").split()
            == etree.tostring(same, method="c14n").split()
        )
    core = docx.Document(BytesIO(made)).core_properties
    assert core.modified.replace(tzinfo=None) == datetime(2024, 5, 6, 7, 8, 9)


def test_a_clean_copy_is_clean_already():
    made = drafter.finish(private()).data
    assert drafter.finish(made).data == made
    assert drafter.finish(private()).data == made


def test_a_file_of_drafters_own_gives_away_no_organ_and_stays_readable():
    document = drafter.read(
        "关于开会的通知\n\n各处室：\n\n请按时到会。\n".encode(), "text"
    ).document
    data = drafter.write(document, "docx")
    finished = drafter.finish(data)
    assert finished.problems == ()
    assert b"creator" not in parts_of(finished.data)["docProps/core.xml"]
    assert drafter.read(finished.data, "docx").document == document
    assert [one.kind.value for one in drafter.finish(drafter.write(RICH, "docx")).problems].count(
        "gap"
    )


def test_remarks_of_drafters_own_must_go_too():
    data = messy(said("要抓好落实"))
    one = Finding(1, 2, 3, "typo", Level.ERROR, "有误", "抓好", None, False, "")
    (problem,) = drafter.finish(annotate(data, [one])).problems
    assert (problem.kind, problem.line, problem.words) == ("comment", 1, "有误typo")

"""Fixes put into Word files: as tracked changes, the smallest there are, nothing else touched."""

import re
from datetime import datetime
from io import BytesIO

import docx
import pytest
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from drafter.checks.finding import Finding, Level
from drafter.errors import UnusableInput
from drafter.revise.fix import annotate, fix
from tests.formats.docx.good import RICH, parts_of
from tests.formats.docx.ooxml import faults
from tests.revise.messy import LOOK, messy, para, run, said
from tests.strategies import documents

BOLD = "<w:rPr><w:b/></w:rPr>"
RED = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
BY = 'w:author="王" w:date="2024-01-01T00:00:00Z"'


def lines(data: bytes, way: str = "accept") -> list[str]:
    return [line.text for line in drafter.read(data, "docx", way).lines]


def finding(data: bytes, words: str, new: str | None, nth: int = 0) -> Finding:
    """Find words where they stand for the nth time in a file, with what is to stand there."""
    for number, line in enumerate(lines(data), 1):
        text = line.replace("\n", " ")
        for match in re.finditer(re.escape(words), text):
            if not nth:
                start, end = match.start() + 1, match.end()
                what, why = "有不妥之处", "国标 GB/T 15834—2011 4.1"
                return Finding(
                    number, start, end, "punct-any", Level.ERROR, what, words, new, True, why
                )
            nth -= 1
    raise AssertionError(f"{words} stands nowhere")


def story(data: bytes, name: str = "document") -> str:
    return parts_of(data)[f"word/{name}.xml"].decode()


def changes(data: bytes, name: str = "document") -> list[tuple[str, str]]:
    """Give what is deleted and what is inserted, in the order it stands."""
    pattern = re.compile(r'<w:(ins|del) [^>]*w:author="drafter".*?</w:\1>', re.S)
    inner = re.compile("<w:(?:t|delText)[^>]*>([^<]*)<|<w:(tab)/>")
    return [
        (one[1], "".join(a or "\t" for a, _ in inner.findall(one[0])))
        for one in pattern.finditer(story(data, name))
    ]


def new_faults(before: bytes, after: bytes) -> set[str]:
    """Give the faults of a file that it did not have before, wherever they stood."""
    old, new = ({re.sub(r"\[\d+\]", "", one) for one in faults(data)} for data in (before, after))
    return new - old


def proved(data: bytes, *findings: Finding) -> bytes:
    """Put fixes in, all of them, and hold what is promised of it."""
    fixed = fix(data, findings)
    assert fixed.unplaced == ()
    assert set(fixed.placed) == set(findings)
    wanted = [line.replace("\n", " ") for line in lines(data)]
    for one in sorted(findings, reverse=True):
        line = wanted[one.line - 1]
        wanted[one.line - 1] = line[: one.col - 1] + (one.fix or "") + line[one.end_col :]
    assert [line.replace("\n", " ") for line in lines(fixed.data)] == wanted
    assert lines(fixed.data, "reject") == lines(data, "reject")
    assert fix(data, findings).data == fixed.data
    before, after = parts_of(data), parts_of(fixed.data)
    touched = {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}
    assert before.keys() == after.keys()
    assert all(before[name] == after[name] for name in before.keys() - touched)
    return fixed.data


def test_only_the_letters_that_differ_change():
    data = messy(said('会议强调"安全第一"的要求。'))
    made = proved(data, finding(data, '"安全第一"', "“安全第一”"))
    assert changes(made) == [("del", '"'), ("ins", "“"), ("del", '"'), ("ins", "”")]
    assert new_faults(data, made) == set()


def test_words_put_in_or_taken_out_alone_are_one_change():
    data = messy(said("要高度重视重视防汛工作，落实责任"))
    some = finding(data, "重视重视", "重视"), finding(data, "责任", "责任。")
    assert changes(proved(data, *some)) == [("del", "重视"), ("ins", "。")]


def test_words_parted_over_runs_keep_the_look_each_part_has():
    data = messy(para(run("全县", BOLD), run("共计", RED), run("投资", BOLD)))
    made = proved(data, finding(data, "县共计投", "域一共投"))
    assert changes(made) == [("del", "县"), ("ins", "域一"), ("del", "计")]
    one, other = re.findall("<w:del .*?</w:del>", story(made))
    assert BOLD in one
    assert RED in other


def test_what_is_put_in_looks_like_what_it_stands_for():
    data = messy(para(run("总投资"), run("5,000", RED), run("万元")))
    made = proved(data, finding(data, "5,000", "5000"), finding(data, "万", "亿"))
    assert changes(made) == [("del", ","), ("del", "万"), ("ins", "亿")]
    looks = re.findall(r"<w:ins .*?<w:rPr>(.*?)</w:rPr>", story(made))
    assert [f"<w:rPr>{look}</w:rPr>" for look in looks] == [LOOK]


def test_words_of_a_link_a_table_a_note_and_a_box_are_fixed():
    data = messy()
    some = (
        finding(data, "统计口径", "统计范围"),
        finding(data, "完成率", "完成比例"),
        finding(data, "example.com/a?b", "example.com/b?b"),
    )
    made = proved(data, *some)
    assert changes(made, "footnotes") == [("del", "口径"), ("ins", "范围")]
    assert ("ins", "比例") in changes(made)
    link = re.search("<w:hyperlink.*?</w:hyperlink>", story(made), re.S)
    assert "<w:ins " in link[0]
    assert "<w:del " in link[0]
    assert new_faults(data, made) == set()


def boxed(inner: str) -> str:
    """Write a box as Word does: for itself, and again for programs that know no such box."""
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="5" name="框"/><a:graphic><a:graphicData'
        f' uri="{wps}"><wps:wsp xmlns:wps="{wps}"><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>'
        f"{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:70pt;height:70pt">'
        "<v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_box_is_fixed_in_both_its_forms():
    data = messy(para(run("见右框"), boxed(said("咨询电话：另行通知"))))
    made = proved(data, finding(data, "电话：", "电话为"))
    assert changes(made) == [("del", "："), ("ins", "为")] * 2
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', story(made))
    assert len(set(ids)) == 4


def test_automatic_numbers_and_marks_of_notes_are_nobodys_letters():
    data = messy()
    line = next(text for text in lines(data) if text.endswith("全面摸清底数"))
    assert line != "全面摸清底数"
    number = line.removesuffix("全面摸清底数").strip()
    proved(data, finding(data, "摸清底数", "摸清家底"))
    left = fix(data, [finding(data, f"{number}", "甲", nth=lines_before(data, line, number))])
    assert left.data == data
    assert [one.finding.fix for one in left.unplaced] == ["甲"]


def lines_before(data: bytes, line: str, words: str) -> int:
    before = lines(data)[: lines(data).index(line)]
    return sum(text.count(words) for text in before)


def test_spaces_and_tabs_are_taken_out_too():
    data = messy(para(run("全县 共有"), run(" "), run("三个"), "<w:r><w:tab/></w:r>", run("乡镇 ")))
    some = finding(data, "县 共有 三", "县共有三"), finding(data, "个\t乡镇 ", "个乡镇")
    assert lines(proved(data, *some))[0] == "全县共有三个乡镇"


def test_changes_of_others_stay_as_they_are_and_the_rest_is_fixed():
    data = messy()
    theirs = re.findall(r"<w:(?:ins|del) .*?</w:(?:ins|del)>", story(data))
    touching = finding(data, "一百二十亿", "120亿")
    beside = finding(data, "资金一", "资金共一")
    other = finding(data, "亿元，用于", "亿元用于")
    fixed = fix(data, [touching, beside, other])
    assert fixed.placed == (other,)
    assert {one.finding for one in fixed.unplaced} == {touching, beside}
    assert all(xml in story(fixed.data) for xml in theirs)
    assert lines(fixed.data, "reject") == lines(data, "reject")


def test_words_whose_look_was_changed_with_tracking_are_left_alone():
    look = f'<w:rPr><w:b/><w:rPrChange w:id="4" {BY}><w:rPr/></w:rPrChange></w:rPr>'
    data = messy(para(run("全县上下"), run("共同努力", look)))
    fixed = fix(data, [finding(data, "共同", "一同")])
    assert fixed.data == data
    assert len(fixed.unplaced) == 1


def field(told: str, result: str) -> str:
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {told} </w:instrText>'
    return f"{begin}</w:r>{ends[0]}{run(result)}{ends[1]}"


def test_words_that_a_field_computes_are_left_alone_and_those_of_a_link_are_not():
    link = field('HYPERLINK "https://example.com"', "点击这里")
    simple = f'<w:fldSimple w:instr=" DATE ">{run("三月五日")}</w:fldSimple>'
    data = messy(para(run("见"), field("REF _A", "第一章"), link, simple))
    fixed = fix(
        data,
        [
            finding(data, "第一章", "第二章"),
            finding(data, "点击", "单击"),
            finding(data, "五日", "六日"),
        ],
    )
    assert [one.fix for one in fixed.placed] == ["单击"]
    assert lines(fixed.data)[0] == "见第一章单击这里三月五日"


@pytest.mark.parametrize(
    "kept",
    ['<w:lock w:val="sdtContentLocked"/>', "<w:dataBinding/>", "<w:showingPlcHdr/>"],
)
def test_controls_that_keep_their_words_are_left_alone(kept):
    control = (
        f"<w:sdt><w:sdtPr>{kept}</w:sdtPr><w:sdtContent>{run('甲单位')}</w:sdtContent></w:sdt>"
    )
    data = messy(para(run("责任单位："), control))
    assert fix(data, [finding(data, "甲单位", "乙单位")]).data == data
    free = messy(para(run("责任单位："), control.replace(kept, "")))
    proved(free, finding(free, "甲单位", "乙单位"))


def test_what_cannot_be_placed_is_told_with_a_reason():
    data = messy(said("要抓好落实，抓好落实。"))
    first, second = finding(data, "抓好落实，", "抓实"), finding(data, "落实，抓好", "落实")
    none, stale = (
        finding(data, "抓好", None, 1),
        first.__class__(1, 1, 2, "typo", Level.ERROR, "", "别处", "此处", True, ""),
    )
    fixed = fix(data, [first, second, none, stale])
    assert fixed.placed in ((first,), (second,))
    assert len(fixed.unplaced) == 3
    assert all(one.reason for one in fixed.unplaced)


def test_fixing_what_is_fixed_changes_nothing_more():
    data = messy(said("要抓好落实,确保见效.责任到人"))
    some = [
        finding(data, ",", "，"),
        finding(data, ".", "。"),
        finding(data, "到人", "到人。"),
    ]
    made = proved(data, *some)
    again = fix(made, some)
    assert again.data == made
    assert again.placed == ()


def test_the_day_of_the_changes_is_the_files_own():
    document = docx.Document()
    document.add_paragraph("要抓好落实,确保见效。")
    document.core_properties.modified = datetime(2024, 5, 6, 7, 8, 9)
    out = BytesIO()
    document.save(out)
    data = out.getvalue()
    made = proved(data, finding(data, ",", "，"))
    assert set(re.findall('w:date="([^"]*)"', story(made))) == {"2024-05-06T07:08:09Z"}


def test_a_file_of_python_docx_is_fixed_in_its_table():
    document = docx.Document()
    document.add_heading("关于防汛工作的通知", 1)
    document.add_paragraph("各单位:").runs[0].font.color.rgb = RGBColor(255, 0, 0)
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("项目", "金额(元)", "堤防", "1,200"), strict=True):
        cell.text = words
    out = BytesIO()
    document.save(out)
    data = out.getvalue()
    some = finding(data, ":", "："), finding(data, "(元)", "（元）"), finding(data, "1,2", "12")
    made = proved(data, *some)
    assert changes(made) == [
        *(("del", ":"), ("ins", "：")),
        *(("del", "("), ("ins", "（"), ("del", ")"), ("ins", "）")),
        ("del", ","),
    ]
    assert len(docx.Document(BytesIO(made)).tables) == 1


def test_a_file_drafter_wrote_is_fixed_and_stays_ours():
    data = drafter.write(RICH, "docx")
    made = proved(data, finding(data, "“两座”", "两座"), finding(data, "基本", "总体"))
    assert drafter.read(made, "docx").document.kind == "request"
    assert new_faults(data, made) == set()


def test_findings_become_comments_beside_those_that_are_there():
    data = messy()
    some = finding(data, "120.5亿元", None), finding(data, "详见", None)
    made = annotate(data, some)
    comments = parts_of(made)["word/comments.xml"].decode()
    assert "请核对" in comments
    assert re.findall("<w:t[^>]*>([^<]*)", comments)[1:] == [
        *("有不妥之处", "国标 GB/T 15834—2011 4.1（punct-any）") * 2,
    ]
    ids = re.findall('<w:comment [^>]*w:id="([0-9]+)"', comments)
    assert len(set(ids)) == 3
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(re.findall(f'<w:{mark} w:id="([0-9]+)"', story(made))) == sorted(ids)
    assert lines(made) == lines(data)
    assert new_faults(data, made) == set()
    assert annotate(made, some) == made


def marked(data: bytes) -> list[str]:
    """Give the words each comment of drafter's is about."""
    ours = re.findall(
        '<w:comment [^>]*w:id="([0-9]+)" w:author="drafter"',
        parts_of(data)["word/comments.xml"].decode(),
    )
    found = []
    for id in ours:
        start, end = (f'<w:commentRange{side} w:id="{id}"/>' for side in ("Start", "End"))
        inner = story(data).partition(start)[2].partition(end)[0]
        found.append("".join(re.findall("<w:t(?: [^>]*)?>([^<]*)", inner)))
    return found


def test_a_comment_marks_the_very_words():
    data = messy(para(run("要抓好落实，"), run("确保", BOLD), run("见效，责任到人。")))
    assert marked(annotate(data, [finding(data, "实，确保见", None)])) == ["实，确保见"]
    assert marked(annotate(data, [finding(data, "抓好", None)])) == ["抓好"]


def test_no_comment_stands_in_a_box_or_a_note():
    data = messy(para(run("见右框"), boxed(said("咨询电话：另行通知"))))
    made = annotate(data, [finding(data, "咨询", None)])
    for box in re.findall("<w:txbxContent>.*?</w:txbxContent>", story(made), re.S):
        assert "comment" not in box
    assert "咨询" in marked(made)[0]
    noted = messy()
    made = annotate(noted, [finding(noted, "统计口径", None)])
    assert story(made, "footnotes") == story(noted, "footnotes")
    start = story(made).index("<w:footnoteReference")
    assert "commentRangeStart" in story(made)[start - 200 : start]


def test_a_finding_about_words_that_stand_nowhere_is_not_lost():
    data = messy()
    line = next(text for text in lines(data) if text.endswith("全面摸清底数"))
    number = line.removesuffix("全面摸清底数").strip()
    made = annotate(data, [finding(data, number, None, nth=lines_before(data, line, number))])
    assert marked(made) == ["全"]


def test_fixes_and_comments_go_in_together():
    data = messy(said("要抓好落实,确保见效。"))
    one = finding(data, ",", "，")
    fixed = fix(data, [one], [one, finding(data, "要抓好", None)])
    assert changes(fixed.data) == [("del", ","), ("ins", "，")]
    assert lines(fixed.data)[0] == "要抓好落实，确保见效。"
    assert lines(fixed.data, "reject") == lines(data)
    assert len(marked(fixed.data)) == 2
    assert new_faults(data, fixed.data) == set()


def test_what_is_no_word_file_is_refused():
    with pytest.raises(UnusableInput):
        fix(b"PK", [])


LETTERS = st.text("一二三，。a1 “”\u3000", min_size=1, max_size=4)
FIXES = st.text("一二四、；b2 ”", max_size=4)


def findings_in(data: bytes, draw) -> list[Finding]:
    found = []
    for number, line in enumerate(lines(data), 1):
        text = line.replace("\n", " ")
        if text and draw(st.booleans()):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, min(start + 6, len(text))))
            words, new = text[start:end], draw(FIXES)
            found.append(
                Finding(number, start + 1, end, "x", Level.ERROR, "m", words, new, True, "b")
            )
    return found


def holds(data: bytes, findings: list[Finding]) -> None:
    fixed = fix(data, findings, findings)
    assert len(fixed.placed) + len(fixed.unplaced) == len(findings)
    wanted = lines(data)
    for one in fixed.placed:
        line = wanted[one.line - 1].replace("\n", " ")
        wanted[one.line - 1] = line[: one.col - 1] + (one.fix or "") + line[one.end_col :]
    now = lines(fixed.data)
    assert [text.replace("\n", " ") for text in now] == [t.replace("\n", " ") for t in wanted]
    assert lines(fixed.data, "reject") == lines(data, "reject")


@st.composite
def paragraphs(draw):
    pieces = []
    for words in draw(st.lists(LETTERS, min_size=1, max_size=6)):
        look = draw(st.sampled_from((BOLD, RED, "")))
        kind = draw(st.sampled_from(("run", "run", "run", "link", "ins", "del", "mark")))
        inner = run(words, look)
        if kind == "link":
            inner = f'<w:hyperlink r:id="rIdLink">{inner}</w:hyperlink>'
        elif kind == "ins":
            inner = f'<w:ins w:id="{len(pieces) + 900}" {BY}>{inner}</w:ins>'
        elif kind == "del":
            gone = inner.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            inner = f'<w:del w:id="{len(pieces) + 900}" {BY}>{gone}</w:del>'
        elif kind == "mark":
            inner += draw(
                st.sampled_from(("<w:r><w:tab/></w:r>", '<w:proofErr w:type="spellStart"/>'))
            )
        pieces.append(inner)
    return para(*pieces)


@given(st.lists(paragraphs(), min_size=1, max_size=5), st.data())
@settings(max_examples=150, deadline=None)
def test_accepting_gives_the_fixes_and_rejecting_the_original_whatever_the_runs(paras, data):
    file = messy("".join(paras))
    holds(file, findings_in(file, data.draw))


@given(documents(), st.data())
@settings(max_examples=40, deadline=None)
def test_accepting_gives_the_fixes_and_rejecting_the_original_in_files_of_ours(document, data):
    file = drafter.write(document, "docx")
    holds(file, findings_in(file, data.draw))

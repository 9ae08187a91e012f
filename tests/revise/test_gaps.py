"""Gaps in Word files of the user's own: found whatever they are wrapped in, filled in place."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

import drafter
from drafter.errors import UnusableInput
from drafter.revise.gaps import fill, find
from tests.formats.docx.good import parts_of
from tests.revise.messy import messy, para, run, said

BOLD = "<w:rPr><w:b/></w:rPr>"
PLAIN = '<w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr>'


def control(said_: str, content: str, name: str = "事项") -> str:
    alias = f'<w:alias w:val="{name}"/>' if name else ""
    return f"<w:sdt><w:sdtPr>{alias}{said_}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PROMPT = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>写事项</w:t></w:r>'


def names(data: bytes) -> list[str]:
    return [asked.gap.name for asked in find(data)]


def story(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


def paragraphs(data: bytes) -> list[str]:
    """Give the words of the main part's paragraphs, line breaks as |."""
    found = re.findall("<w:p[ >].*?</w:p>", story(data), re.S)
    return ["".join(re.findall("<w:t[ >][^<]*|<w:br/>", one)) for one in found]


def shown(data: bytes) -> list[str]:
    plain = (re.sub("<w:br/>", "|", one) for one in paragraphs(data))
    return [re.sub("<w:t[^>]*>", "", one) for one in plain]


def test_a_gap_brings_name_hint_and_whom_to_ask():
    (asked,) = find(messy(said("请于【时限：月日｜县府办】前报送。")))
    assert asked.gap == drafter.Gap("时限", "月日", "县府办")
    assert not asked.alone


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("【时限】", drafter.Gap("时限")),
        ("【时限:月日|办公室】", drafter.Gap("时限", "月日", "办公室")),
        ("【 时限 ：月日】", drafter.Gap("时限", "月日")),
        ("【时限｜办公室】", drafter.Gap("时限", "", "办公室")),
    ],
)
def test_gaps_are_read_forgivingly(words, gap):
    assert find(messy(said(f"于{words}前")))[0].gap == gap


@pytest.mark.parametrize("words", ["【】", "【未完", "甲】", "【：只有提示】"])
def test_what_names_nothing_is_no_gap(words):
    assert find(messy(said(words))) == ()


def test_a_gap_parted_into_runs_is_filled_in_the_look_of_its_first():
    parted = para(
        run("请于【时", PLAIN), run("限：月", BOLD), "<w:proofErr w:type='spellStart'/>",
        run("日】前报送", BOLD),
    )  # fmt: skip
    made = fill(messy(parted), {"时限": "9月底"})
    found = re.findall("<w:r>.*?</w:r>", story(made), re.S)
    assert [re.sub("<[^>]+>", "", one) for one in found] == ["请于9月底", "前报送"]
    assert "仿宋" in found[0] and "<w:b/>" not in found[0] and "<w:b/>" in found[1]


def test_two_gaps_of_one_run_and_one_gap_met_twice():
    made = fill(messy(said("【甲】和【乙】，【甲】。")), {"甲": "一长串文字", "乙": ""})
    assert shown(made) == ["一长串文字和，一长串文字。"]
    assert names(messy(said("【甲】和【乙】，【甲：提示】。"))) == ["甲", "乙"]
    assert find(messy(said("【甲】，【甲：提示】。")))[0].gap.hint == "提示"


def test_a_break_or_a_picture_parts_a_gap():
    for stranger in ("<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:noBreakHyphen/></w:r>"):
        assert find(messy(para(run("【甲"), stranger, run("乙】")))) == ()


def test_an_answer_never_becomes_a_gap_or_markup():
    made = fill(messy(said("办【事项】，【事项2】。")), {"事项": "【事项2】<&>“引”"})
    assert shown(made) == ["办【事项2】&lt;&amp;&gt;“引”，【事项2】。"]
    assert 'w:hint="eastAsia"' in story(made)


def test_deleted_words_are_no_gap_and_inserted_ones_are():
    by = 'w:id="1" w:author="张" w:date="2024-01-01T00:00:00Z"'
    gone = f"<w:del {by}><w:r><w:delText>【旧】</w:delText></w:r></w:del>"
    assert names(messy(para(gone, f"<w:ins {by}>{run('【新】')}</w:ins>"))) == ["新"]


def test_a_list_in_a_paragraph_of_its_own_repeats_the_paragraph():
    layout = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:jc w:val="both"/>'
    body = para(run("【举措", BOLD), run("】"), layout=layout) + said("末段")
    made = fill(messy(body), {"举措": ("甲", "乙", "丙")})
    assert shown(made) == ["甲", "乙", "丙", "末段"]
    assert story(made).count('<w:numId w:val="7"/>') == 3
    assert story(made).count("<w:b/>") == 3 + story(messy(said("末段"))).count("<w:b/>")


def test_a_list_among_other_words_is_joined_and_lines_are_broken():
    body = said("参加：【人员】。")
    assert shown(fill(messy(body), {"人员": ("甲", "乙")})) == ["参加：甲、乙。"]
    assert shown(fill(messy(body), {"人员": "甲\n乙"})) == ["参加：甲|乙。"]


def test_the_last_of_the_repeated_paragraphs_ends_the_section():
    body = para(run("【举措】"), layout="<w:sectPr/>") + said("下一节")
    made = story(fill(messy(body), {"举措": ("甲", "乙")}))
    assert made.index("乙") > made.index("甲")
    assert made.count("<w:sectPr/>") == 1 and "<w:sectPr/>" in made[made.index("甲") :]


def test_repeated_paragraphs_bring_no_bookmark_twice():
    mark = '<w:bookmarkStart w:id="5" w:name="甲"/>'
    body = para(mark, run("【举措】"), '<w:bookmarkEnd w:id="5"/>')
    assert story(fill(messy(body), {"举措": ("甲", "乙", "丙")})).count("bookmarkStart") == 1


def test_tables_boxes_headers_and_footnotes_are_looked_through():
    document = docx.Document()
    document.add_paragraph("正文【甲】")
    document.add_table(1, 1).cell(0, 0).text = "【乙】"
    document.sections[0].header.paragraphs[0].text = "【丙】"
    document.sections[0].footer.paragraphs[0].text = "【丁】"
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>【戊】</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    stream = BytesIO()
    document.save(stream)
    assert set(names(stream.getvalue())) == {"甲", "乙", "丙", "丁"}
    made = fill(stream.getvalue(), dict.fromkeys("甲乙丙丁", "好"))
    filled = docx.Document(BytesIO(made))
    assert filled.sections[0].header.paragraphs[0].text == "好"
    assert filled.tables[0].cell(0, 0).text == "好"
    assert names(messy(para(run("外"), box))) == ["戊"]
    assert "【戊】" not in story(fill(messy(para(run("外"), box)), {"戊": "好"}))


def test_all_that_has_no_answer_stays_byte_for_byte():
    data = messy(said("【甲】") + said("【乙】"))
    assert fill(data, {}) == data
    assert fill(data, {"丙": "无"}) == data
    before, after = parts_of(data), parts_of(fill(data, {"甲": "好"}))
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert "【乙】" in story(fill(data, {"甲": "好"}))


def test_the_same_answers_give_the_same_bytes():
    data = messy(said("【甲】"))
    assert fill(data, {"甲": "好"}) == fill(data, {"甲": "好"})


# content controls


def test_a_control_with_a_title_is_a_gap_and_its_prompt_the_hint():
    (asked,) = find(messy(para(run("办"), control("<w:showingPlcHdr/>", PROMPT))))
    assert asked.gap == drafter.Gap("事项", "写事项")
    usual = PROMPT.replace("写事项", "单击或点击此处输入文字。")
    assert find(messy(para(control("<w:showingPlcHdr/>", usual))))[0].gap.hint == ""


@pytest.mark.parametrize(
    "wrapped",
    [
        control("<w:showingPlcHdr/>", PROMPT, name=""),
        control("", run("已经填了")),
        control("<w:showingPlcHdr/><w:picture/>", PROMPT),
        control("<w:docPartObj/>", ""),
    ],
)
def test_a_control_that_is_filled_or_has_no_name_is_no_gap(wrapped):
    assert find(messy(para(wrapped))) == ()


def test_a_control_is_filled_as_if_it_had_been_typed():
    inner = '<w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/>'
    made = story(fill(messy(para(run("办"), control(inner, PROMPT))), {"事项": "修渠"}))
    assert "修渠" in made and '<w:alias w:val="事项"/>' in made
    for gone in ("写事项", "showingPlcHdr", "dataBinding", "PlaceholderText"):
        assert gone not in made


def test_a_control_wears_the_look_it_has_for_answers():
    inner = "<w:rPr><w:b/></w:rPr><w:showingPlcHdr/>"
    made = story(fill(messy(para(control(inner, PROMPT))), {"事项": "修渠"}))
    assert re.search("<w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>修渠", made)


def test_gaps_and_controls_share_a_paragraph():
    body = para(run("【甲】，"), control("<w:showingPlcHdr/>", PROMPT), run("，【乙】"))
    answers = {"甲": "很长的一段话", "事项": "修渠", "乙": "好"}
    assert shown(fill(messy(body), answers)) == ["很长的一段话，修渠，好"]


def test_a_block_of_paragraphs_in_a_control_is_replaced_whole():
    block = control("<w:showingPlcHdr/>", f"<w:p>{PROMPT}</w:p><w:p>{PROMPT}</w:p>")
    made = fill(messy(said("前") + block + said("后")), {"事项": ("甲", "乙")})
    assert shown(made) == ["前", "甲、乙", "后"]


def test_a_list_to_choose_from_offers_its_words():
    rows = '<w:listItem w:displayText="选择一项" w:value=""/>' + "".join(
        f'<w:listItem w:displayText="{word}" w:value="{word}"/>' for word in ("特急", "加急")
    )
    inner = f"<w:showingPlcHdr/><w:dropDownList>{rows}</w:dropDownList>"
    (asked,) = find(messy(para(control(inner, PROMPT))))
    assert (asked.kind, asked.choices) == ("choice", ("特急", "加急"))


@pytest.mark.parametrize(
    ("form", "day"),
    [
        ("yyyy-MM-dd", "2026-02-06"),
        ("yyyy'年'M'月'd'日'", "2026年2月6日"),
        ("EEEE年O月A日", "2026年2月6日"),
    ],
)
def test_a_day_is_written_in_the_form_of_its_control(form, day):
    inner = f'<w:showingPlcHdr/><w:date><w:dateFormat w:val="{form}"/></w:date>'
    data = messy(para(control(inner, PROMPT)))
    assert find(data)[0].kind == "date"
    made = fill(data, {"事项": "2026年2月6日"})
    assert shown(made) == [day]
    assert 'w:fullDate="2026-02-06T00:00:00Z"' in story(made)


def test_what_drafter_wrote_is_filled_further():
    template = drafter.load_template("工作汇报")
    first = drafter.draft(template)
    data = drafter.write(first.document, "docx")
    asked = {one.gap.name: one.gap for one in find(data)}
    assert asked["汇报单位"] == next(gap for gap in first.gaps if gap.name == "汇报单位")
    made = fill(data, {"汇报单位": "云溪县水务局"})
    read = drafter.read(made, "docx").document
    assert [gap.name for gap in drafter.gaps(read)] == [
        gap.name for gap in first.gaps if gap.name != "汇报单位"
    ]
    filled = story(made).split("云溪县水务局")[0].rpartition("<w:sdt>")[2]
    assert "FFF2CC" not in filled


def test_a_word_template_becomes_a_document():
    data = messy(said("【甲】"))
    with ZipFile(BytesIO(data)) as old:
        files = {name: old.read(name) for name in old.namelist()}
    kind = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = kind.replace(b"document.main+xml", b"template.main+xml")
    stream = BytesIO()
    with ZipFile(stream, "w") as new:
        for name, words in files.items():
            new.writestr(name, words)
    made = parts_of(fill(stream.getvalue(), {"甲": "好"}))
    assert b"document.main+xml" in made["[Content_Types].xml"]


def test_what_is_no_word_file_is_told():
    with pytest.raises(UnusableInput):
        find(b"PK")

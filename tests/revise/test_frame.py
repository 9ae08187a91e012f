"""drafter.dress: 版头, attachments, signature and 版记 as far as no word need be moved."""

import pytest

import drafter
from tests.formats.docx.ooxml import faults
from tests.revise import offices
from tests.revise.messy import CENTRED, PICTURE, messy, para, run, said
from tests.revise.test_dress import _W, paragraph, part, style, unmarked

FILES = {
    "speech": offices.speech,
    "notice": offices.notice,
    "bordered": lambda: offices.notice(ruled="border"),
    "tabled": offices.tabled,
}


@pytest.fixture(scope="module")
def dressed():
    return {name: drafter.dress(make()).data for name, make in FILES.items()}


@pytest.mark.parametrize("name", FILES)
def test_what_is_laid_out_is_a_sound_file(dressed, name):
    assert faults(dressed[name]) == []


@pytest.mark.parametrize("name", FILES)
def test_laid_out_once_more_without_its_mark_it_stays_the_same(dressed, name):
    again = drafter.dress(unmarked(dressed[name]))
    assert again.changed
    assert again.data == dressed[name]


def test_a_heading_parted_from_marks_that_look_western_stays_the_same():
    text = "（一）突出重点。坚持“先急后缓”，把群众最急最盼的事情放在前面来办，不留尾巴。"
    data = messy(said("关于工作的通知") + said("一、要求") + said(text) * 2)
    made = drafter.dress(data).data
    assert drafter.dress(unmarked(made)).data == made


def lines(data, start):
    found = [""]
    for node in paragraph(data, start).iter(f"{_W}t", f"{_W}br"):
        if node.tag.endswith("}br"):
            found.append("")
        else:
            found[-1] += node.text
    return found


def test_a_title_longer_than_a_line_is_broken_by_meaning():
    title = ("关于开展全县农村生活污水", "治理设施运行维护", "管理工作专项检查的通知")
    made = drafter.dress(messy(para(*map(run, title), layout=CENTRED) + said("请抓好落实。" * 9)))
    broken = lines(made.data, "关于开展")
    assert "".join(broken) == "".join(title)
    assert len(broken) == 2 and all(len(line) <= 20 for line in broken)
    assert not broken[1].startswith(("的", "理", "护"))
    assert (
        dict(made.proof.differences)["line breaks put into titles, which break by meaning (7.3.1)"]
        == 1
    )
    assert drafter.dress(unmarked(made.data)).data == made.data


def test_breaks_somebody_put_into_a_title_stay():
    title = para(run("关于开展全县农村生活污水治理"), "<w:r><w:br/></w:r>", run("设施检查的通知"))
    made = drafter.dress(messy(title + said("请抓好落实。" * 9)))
    assert lines(made.data, "关于开展") == ["关于开展全县农村生活污水治理", "设施检查的通知"]


def test_a_mark_too_long_for_its_line_is_set_smaller(dressed):
    mark = paragraph(dressed["notice"], "云溪县人民政府办公室文件")
    (size,) = {e.get(f"{_W}val") for e in mark.iter(f"{_W}sz")}
    assert 2 * 26 <= int(size) < 2 * 42


def red_rules(data):
    root = part(data)
    return [e for e in root.iter(f"{_W}bottom") if e.get(f"{_W}color") == "FF0000"]


def test_the_number_gets_its_rule_unless_one_is_drawn(dressed):
    assert len(red_rules(dressed["bordered"])) == 1
    assert red_rules(dressed["notice"]) == []


def test_attachments_begin_a_page(dressed):
    for words in ("附件1", "附件2"):
        layout = paragraph(dressed["notice"], words).find(f"{_W}pPr")
        assert layout.find(f"{_W}pageBreakBefore") is not None


@pytest.mark.parametrize(
    "end",
    [
        para('<w:r><w:br w:type="page"/></w:r>'),
        said("", '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'),
    ],
)
def test_a_page_that_ends_before_an_attachment_ends_once(end):
    body = said("关于开会的通知", CENTRED) + said("请各单位按时参加会议，不得缺席。" * 4)
    made = drafter.dress(messy(body + end + said("附件1") + said("参会人员名单", CENTRED))).data
    assert paragraph(made, "附件1").find(f"{_W}pPr/{_W}pageBreakBefore") is None


def test_listed_attachments_stand_under_one_another(dressed):
    first, second = (
        paragraph(dressed["notice"], words).find(f"{_W}pPr/{_W}ind")
        for words in ("附件：1", "2.农田")
    )
    assert first.get(f"{_W}leftChars") == second.get(f"{_W}leftChars") == "600"
    assert first.get(f"{_W}hangingChars") == "400"
    assert second.get(f"{_W}hangingChars") == "100"


def rules(data):
    return [e for e in part(data).iter(f"{_W}pBdr") if e.find(f"{_W}top") is not None]


def test_copies_and_printing_stand_between_rules(dressed):
    assert len(rules(dressed["notice"])) == 3
    assert rules(dressed["speech"]) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("青政〔2025〕7号", "发文字号"),
        ("签发人：陈启文", "发文字号"),
        ("抄送：县财政局", "抄送机关"),
        ("青石镇人民政府办公室", "印发机关"),
    ],
)
def test_cells_that_lay_out_a_page_wear_its_styles(dressed, words, name):
    assert style(dressed["tabled"], words) == name


def test_a_mark_in_a_cell_keeps_its_size(dressed):
    assert style(dressed["tabled"], "青石镇人民政府文件") == "发文机关标志 36"


def test_document_numbers_in_a_table_of_data_are_data():
    table = offices.MERGED.replace("摸排", "云政〔2025〕3号")
    made = drafter.dress(messy(said("文件目录", CENTRED) + table + said("以上文件有效。"))).data
    assert style(made, "云政〔2025〕3号") == "表格文字"


def test_empty_lines_above_the_mark_go():
    body = said("") + said("") + para(run("云溪县人民政府文件"), layout=CENTRED)
    made = drafter.dress(messy(body + said("云政〔2025〕3号") + said("关于开会的通知", CENTRED)))
    assert dict(made.proof.differences)["empty paragraphs that only made space, taken out"] == 2


def test_a_mark_of_the_text_in_an_empty_line_keeps_it():
    end = '<w:bookmarkEnd w:id="5"/>'
    body = said("关于开会的通知", CENTRED) + para(
        '<w:bookmarkStart w:id="5" w:name="要点"/>', run("请各单位按时参加会议，不得缺席。" * 3)
    )
    made = drafter.dress(messy(body + para(end) + said("请提前安排好工作，按要求准备材料。"))).data
    assert [e.get(f"{_W}id") for e in part(made).iter(f"{_W}bookmarkEnd")] == ["5"]


def test_captions_of_tables_and_pictures_wear_their_styles():
    body = said("关于农业生产情况的报告", CENTRED) + said("现将情况报告如下。" * 6)
    body += said("表1　春耕进度") + offices.MERGED + said("各乡镇面积", CENTRED) + offices.MERGED
    body += para(PICTURE) + said("图1　东渠现状") + said("请予审阅。" * 9)
    made = drafter.dress(messy(body)).data
    assert style(made, "表1") == "表题"
    assert style(made, "各乡镇面积") == "表题"
    assert style(made, "图1") == "图题"
    assert drafter.dress(unmarked(made)).data == made

"""drafter.dress: a messy Word file laid out in place, nothing of it lost."""

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree

import drafter
from drafter.errors import Altered
from drafter.revise.proof import census, compare
from tests.formats.docx.ooxml import faults
from tests.revise.messy import NUMBERED, TABLE, W, messy, para, run, said

_W = f"{{{W}}}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def words(data: bytes, name: str = "word/document.xml") -> str:
    found = part(data, name).iter(f"{_W}t", f"{_W}delText")
    return "".join("".join(node.text or "" for node in found).split())


def paragraph(data: bytes, start: str) -> etree._Element:
    for found in part(data).iter(f"{_W}p"):
        if "".join(node.text or "" for node in found.iter(f"{_W}t")).startswith(start):
            return found
    raise AssertionError(f"no paragraph begins with {start}")


def style(data: bytes, start: str) -> str:
    """Name the style a paragraph wears, as Word shows it."""
    worn = paragraph(data, start).find(f"{_W}pPr/{_W}pStyle").get(f"{_W}val")
    return next(
        found.find(f"{_W}name").get(f"{_W}val")
        for found in part(data, "word/styles.xml").iter(f"{_W}style")
        if found.get(f"{_W}styleId") == worn
    )


@pytest.fixture(scope="module")
def source() -> bytes:
    return messy()


@pytest.fixture(scope="module")
def dressed(source) -> bytes:
    return drafter.dress(source).data


@pytest.mark.parametrize("name", ["document", "footnotes", "comments", "header1"])
def test_every_character_stays(source, dressed, name):
    assert words(dressed, f"word/{name}.xml") == words(source, f"word/{name}.xml")


@pytest.mark.parametrize(
    "name",
    ["tbl", "tc", "drawing", "footnoteReference", "commentReference", "commentRangeStart", "ins",
     "del", "hyperlink", "numPr"],
)  # fmt: skip
def test_tables_pictures_notes_and_revisions_stay(source, dressed, name):
    before, after = (len(list(part(data).iter(_W + name))) for data in (source, dressed))
    assert before == after > 0


def test_a_file_laid_out_is_not_touched_again(dressed):
    again = drafter.dress(dressed)
    assert not again.changed
    assert again.data == dressed


def test_laying_out_comes_to_rest_even_where_the_mark_is_lost(dressed):
    with zipfile.ZipFile(BytesIO(dressed)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    marked = next(name for name in parts if b"dressed" in parts[name])
    parts[marked] = re.sub(rb'content="\w+"', b'content="0"', parts[marked])
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    again = drafter.dress(out.getvalue())
    assert again.changed
    assert again.data == dressed


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("县人民政府办公室", "Title"),
        ("有关工作的通知", "Title"),
        ("各乡镇人民政府：", "Salutation"),
        ("为做好城乡道路", "Body Text"),
        ("一、总体要求", "heading 1"),
        ("二、主要任务", "heading 1"),
        ("（一）突出重点", "段首标题 2"),
        ("1、完成投资", "Body Text"),
        ("特此通知", "Closing"),
        ("2024年3月5日", "Date"),
        ("更多公文", "疑似杂项"),
        ("项目", "表头"),
        ("120.5", "表格文字"),
    ],
)
def test_each_paragraph_wears_the_style_of_what_it_is(dressed, start, name):
    assert style(dressed, start) == name


def test_a_run_in_heading_is_dressed_up_to_its_stop_alone(dressed):
    looks = {
        "".join(t.text for t in found.iter(f"{_W}t")): found.find(f"{_W}rPr/{_W}rStyle")
        for found in paragraph(dressed, "（一）突出重点").iter(f"{_W}r")
    }
    headed = "".join(text for text, worn in looks.items() if worn is not None)
    assert headed == "（一）突出重点。"


def test_what_was_set_by_hand_goes(dressed):
    left = {child.tag for found in part(dressed).iter(f"{_W}rPr") for child in found}
    assert not left & {_W + name for name in ("b", "color", "sz", "spacing", "shd", "lang")}
    assert b"Theme" not in etree.tostring(part(dressed))


def test_underlined_struck_and_hidden_words_stay_so():
    look = "<w:rPr><w:u w:val='single'/><w:strike/><w:vanish/><w:b/></w:rPr>"
    made = drafter.dress(messy(para(run("关于开会的通知")) + para(run("请按时到会。", look)))).data
    own = next(paragraph(made, "请按时到会").iter(f"{_W}rPr"))
    assert {etree.QName(child).localname for child in own} == {"u", "strike", "vanish"}


def test_automatic_numbers_stay_and_stand_where_text_begins(dressed):
    layout = paragraph(dressed, "全面摸清底数").find(f"{_W}pPr")
    assert layout.find(f"{_W}numPr/{_W}numId").get(f"{_W}val") == "7"
    assert layout.find(f"{_W}ind").get(f"{_W}firstLineChars") == "200"
    assert layout.find(f"{_W}ind").get(f"{_W}left") == "0"


def test_a_number_that_only_the_style_gave_stays():
    data = messy(said("全面摸清底数", '<w:pStyle w:val="2"/>') + said("请按时到会。" * 20))
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    styles = parts["word/styles.xml"].decode()
    parts["word/styles.xml"] = styles.replace("<w:keepNext/>", f"<w:keepNext/>{NUMBERED}").encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    made = drafter.dress(out.getvalue()).data
    assert paragraph(made, "全面摸清底数").find(f"{_W}pPr/{_W}numPr/{_W}numId") is not None


def test_the_page_is_the_houses(dressed):
    section = part(dressed).find(f".//{_W}body/{_W}sectPr")
    assert section.find(f"{_W}pgSz").get(f"{_W}w") == "11906"
    assert section.find(f"{_W}docGrid").get(f"{_W}linePitch") == "579"


def test_wide_tables_and_pictures_are_fitted_into_the_text(dressed):
    root = part(dressed)
    grid = [int(column.get(f"{_W}w")) for column in root.iter(f"{_W}gridCol")]
    wide = [int(e.get("cx")) for e in root.iter() if etree.QName(e).localname in ("extent", "ext")]
    assert sum(grid) <= 8845
    assert all(one <= 8845 * 635 for one in wide)


def test_a_footer_that_is_only_a_number_gives_way_and_one_with_words_keeps_them():
    with zipfile.ZipFile(BytesIO(messy())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    old = parts["word/footer1.xml"].decode()
    parts["word/footer1.xml"] = old.replace("<w:t>- </w:t>", "<w:t>规划科制 - </w:t>").encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    made = drafter.dress(out.getvalue()).data
    assert "规划科制" in words(made, "word/footer1.xml")
    with zipfile.ZipFile(BytesIO(drafter.dress(messy()).data)) as file:
        assert "word/footer1.xml" not in file.namelist()


def test_lines_of_one_paragraph_become_paragraphs_and_a_title_keeps_its_lines():
    broken = "<w:r><w:br/></w:r>"
    title = para(run("关于进一步做好城乡"), broken, run("道路建设工作的通知"))
    text = para(run("一、总体要求"), broken, run("请各单位按时完成全部任务。" * 4))
    made = drafter.dress(messy(title + text)).data
    assert style(made, "一、总体要求") == "heading 1"
    assert style(made, "请各单位") == "Body Text"
    assert paragraph(made, "关于进一步").find(f".//{_W}br") is not None


def test_a_run_whose_look_was_changed_with_tracking_can_be_parted():
    change = '<w:rPrChange w:id="9" w:author="张"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    look = f"<w:rPr><w:b/>{change}</w:rPr>"
    text = "（一）突出重点。坚持先急后缓，把群众最急最盼的事情放在前面来办，不留尾巴。"
    data = messy(said("关于工作的通知") + said("一、要求") + para(run(text, look)) * 2)
    made = drafter.dress(data).data
    changes = list(paragraph(made, "（一）突出重点").iter(f"{_W}rPrChange"))
    assert len(changes) == 2


def test_soft_lines_under_a_number_are_numbered_once():
    text = para(run("全面摸清底数。"), "<w:r><w:br/></w:r>", run("请按时。"), layout=NUMBERED)
    made = drafter.dress(messy(said("关于工作的通知") + text)).data
    assert paragraph(made, "全面摸清").find(f"{_W}pPr/{_W}numPr") is not None
    assert paragraph(made, "请按时").find(f"{_W}pPr/{_W}numPr") is None


def test_a_part_whose_name_is_not_ascii_is_kept():
    with zipfile.ZipFile(BytesIO(messy())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in (parts | {"word/media/图.png": b"picture"}).items():
            file.writestr(name, data)
    with zipfile.ZipFile(BytesIO(drafter.dress(out.getvalue()).data)) as file:
        assert file.read("word/media/图.png") == b"picture"


def test_junk_is_dropped_only_where_that_is_asked_for(source, dressed):
    made = drafter.dress(source, drop_junk=True)
    assert "微信公众号" in words(dressed)
    assert "微信公众号" not in words(made.data)
    assert [line[:4] for line in made.proof.dropped] == ["更多公文"]
    assert made.proof.before - made.proof.after == len(made.proof.dropped[0])


def test_junk_marked_before_can_be_dropped_later(dressed):
    made = drafter.dress(dressed, drop_junk=True)
    assert made.changed
    assert "微信公众号" not in words(made.data)


def test_the_proof_names_what_was_taken_off(source):
    named = dict(drafter.dress(source).proof.differences)
    assert named["spaces typed as indents, taken off"] > 0
    assert named["soft line breaks made paragraphs"] == 1


def test_a_file_laid_out_is_sound(dressed):
    assert faults(dressed) == []


def test_a_file_drafter_wrote_is_left_as_it_is():
    document = drafter.read(
        "关于开会的通知\n\n各处室：\n\n请按时到会。\n".encode(), "text"
    ).document
    data = drafter.write(document, "docx")
    assert drafter.dress(data).data == data


@pytest.mark.parametrize("house", sorted(drafter.house_names()))
def test_every_house_can_be_worn(source, house):
    made = drafter.dress(source, drafter.Wishes(house))
    assert made.house == house
    assert words(made.data) == words(source)


@pytest.mark.parametrize(
    ("old", "new"),
    [("120.5", "5"), ("<w:footnoteReference", "<w:x"), ("1、", ""), (TABLE[:7], "<w:tb>")],
)
def test_the_proof_finds_what_rivals_lose(source, old, new):
    with zipfile.ZipFile(BytesIO(source)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    story = parts["word/document.xml"].decode()
    assert old in story
    spoilt = story.replace(old, new) if old[0] != "<" else story.replace(old + " ", new + " ")
    if old == TABLE[:7]:
        spoilt = re.sub("<w:tbl>.*?</w:tbl>", "", story)
    parts["word/document.xml"] = spoilt.encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    with pytest.raises(Altered):
        compare(census(source), census(out.getvalue()))

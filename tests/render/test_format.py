"""drafter.dress on messy Word files: the same clauses, measured on their pages; no word changed."""

from __future__ import annotations

import io

import docx
import pytest

import drafter
from tests.eval.words import held
from tests.render.clauses import CLAUSES
from tests.render.page import render
from tests.render.sheet import Sheet
from tests.revise import offices

pytestmark = pytest.mark.render

FILES = {
    "speech": offices.speech,
    "notice": offices.notice,
    "notice-bordered": lambda: offices.notice(ruled="border"),
    "tabled": offices.tabled,
}
# What only moving somebody's drawing could mend.
LEFT_ALONE = {"notice": {"D9 it stands 4 mm below the number (7.2.7)"}}


@pytest.fixture(scope="module")
def sheets(tmp_path_factory) -> dict[str, Sheet]:
    made = {name: drafter.dress(file()).data for name, file in FILES.items()}
    pages = render(made, tmp_path_factory.mktemp("format"))
    found = {}
    for name, data in made.items():
        document = drafter.read(data, "docx").document
        found[name] = Sheet(document, drafter.house_of(document), data, pages[name])
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_messy_file_keeps_every_clause(sheets, name):
    broken = {}
    for title, (check, applies) in CLAUSES.items():
        try:
            if applies(sheets[name]):
                check(sheets[name])
        except AssertionError as error:
            broken[title] = str(error)
    assert broken.keys() == LEFT_ALONE.get(name, set()), broken


@pytest.mark.parametrize("name", FILES)
def test_the_words_are_those_of_the_file(name):
    data = FILES[name]()
    before, after = (
        "".join(held(file, "keep").words.split()).replace("-1-", "").replace("—1—", "")
        for file in (data, drafter.dress(data).data)
    )
    assert after == before


@pytest.mark.parametrize(
    ("name", "heading", "rest"),
    [
        ("speech", "一、精准定位。", "定位就是"),
        ("speech", "三、精准服务。", "企业有需求"),
        ("notice", "逐级汇总。", "汇总到县"),
    ],
)
def test_a_run_in_heading_is_dressed_in_its_sentence_alone(sheets, name, heading, rest):
    word = docx.Document(io.BytesIO(drafter.dress(FILES[name]()).data))
    paragraph = sheets[name].paragraph(heading + rest)
    level = "1" if heading.startswith(("一", "三")) else "2"
    names = {style.style_id: style.name for style in word.styles}
    worn = {}
    for run in paragraph.iter(docx.oxml.ns.qn("w:r")):
        style = run.find("./w:rPr/w:rStyle", run.nsmap)
        words = "".join(node.text or "" for node in run.findall("./w:t", run.nsmap))
        key = names[style.get(docx.oxml.ns.qn("w:val"))] if style is not None else ""
        worn[key] = worn.get(key, "") + words
    assert worn[f"段首标题字 {level}"] == heading
    assert worn[""].startswith(rest)


@pytest.mark.parametrize(
    ("name", "heading", "font"),
    [
        ("speech", "一、精准定位", "黑体"),
        ("speech", "二、精准招商", "黑体"),
        ("notice", "摸清底数", "黑体"),
        ("notice", "逐村登记", "楷体"),
    ],
)
def test_headings_are_in_the_font_of_their_level(sheets, name, heading, font):
    assert font in sheets[name].font(heading)[0]


def test_automatic_numbers_stand_on_the_page(sheets):
    shown = [row.text for row in sheets["notice"].rows]
    for label in ("一、摸清底数", "（一）逐村登记", "（二）逐级汇总", "二、落实责任"):
        assert any(row.startswith(label) for row in shown), label


def test_a_picture_a_table_and_a_note_stay_on_the_page(sheets):
    assert sheets["notice"].row("牵头单位").page == sheets["notice"].row("任务分工").page
    assert any("统计口径" in row.text for row in sheets["notice"].rows)


def test_an_advert_is_kept_and_marked(sheets):
    assert "微信公众号" in sheets["speech"].row("更多公文写作素材").text

"""Lines of titles as set: none holds more than fits, none is left one character behind."""

from __future__ import annotations

from itertools import pairwise

import pytest

import drafter
from drafter import Document, Para
from drafter.formats.docx.static import page_twips
from drafter.house.measure import text_width
from drafter.house.title_lines import break_title
from tests.render.conftest import sheets

pytestmark = pytest.mark.render

# Titles and lines of titles between 19.5 and 20.6 字 wide, all with digits or letters.
TITLES = (
    "云溪县人民政府关于表彰2025年度先进集体的决定",
    "云溪县人民政府办公室关于开展2026年度农村饮水安全大排查的通知",
    "关于2026年第一季度政府网站检查情况的通报",
    "在云州市2026年重点项目银企对接会上的讲话",
    "平沙市工业和信息化局关于组织申报2026年度智能制造示范工厂的通知",
    "关于做好2026年G528国道改扩建工作的通知",
    "关于同意建设5G基站和A类数据机房的批复",
    "关于印发2026—2030年水利发展规划的通知",
    "云州市财政局关于2025年市级决算草案的报告",
    "关于启用12345与110联动平台的公告",
    "望川县2026年第3批城镇建设用地征收公告",
    "关于清理整顿3类40项涉企收费和罚款的通知",
)
UNDER_TITLE = (
    ("——在云溪县2026年全面推进乡村振兴", "暨农村人居环境整治提升工作会议上的讲话"),
    ("（2026年1月15日云溪县第十八届人民代表大会", "第五次会议通过）"),
)


def broken(text: str, most: float) -> list[str]:
    breaks = [0, *break_title(text, most), len(text)]
    return [text[start:end] for start, end in pairwise(breaks)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    documents = {
        str(number): Document(
            title=Para.of(title),
            subtitle=(Para.of("".join(UNDER_TITLE[0])),) if number == 0 else (),
            preamble=(Para.of("".join(UNDER_TITLE[1])),) if number == 1 else (),
            body=(Para.of("各有关单位要认真抓好落实。"),),
        )
        for number, title in enumerate(TITLES)
    }
    wanted = {name: (one, drafter.house_of(one)) for name, one in documents.items()}
    return sheets(wanted, tmp_path_factory.mktemp("titles"))


def test_some_of_the_titles_just_fit_a_line_and_some_just_do_not():
    widths = [text_width(title) for title in TITLES]
    assert any(19.5 <= width <= 20.1 for width in widths)
    assert any(20.1 < width <= 20.6 for width in widths)


@pytest.mark.parametrize("number", range(len(TITLES)))
def test_the_page_breaks_a_title_where_it_was_to_be_broken_and_nowhere_else(pages, number):
    sheet = pages[str(number)]
    most = page_twips(sheet.house.page) / 440  # 2号
    assert [row.text for row in sheet.title_rows()] == broken(TITLES[number], most)


@pytest.mark.parametrize("number", range(len(UNDER_TITLE)))
def test_a_long_line_under_the_title_is_broken_by_meaning(pages, number):
    lines = UNDER_TITLE[number]
    rows = pages[str(number)].rows
    assert [row.text for row in rows if row.text in "".join(lines)] == list(lines)

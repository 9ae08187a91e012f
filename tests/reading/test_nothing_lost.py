"""Nothing of a text is lost or told twice, however odd the text; and reading it is linear work."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from drafter.model.chars import words
from drafter.model.shown import attachment_notes
from tests.reading.case import CASES, load
from tests.work import calls

PIECES = [
    "一、", "（一）", "1.", "（1）", "第一章 ", "第一条 ", "一是", "二是", "首先，", "其次，", "附件1",
    "附件", "同志们：", "各位代表！", "各乡镇人民政府：", "关于做好春耕工作的通知", "。", "：", "；", "，",
    "2025年3月4日", "望政〔2025〕8号", "望岭县人民政府文件", "特此通知。", "谢谢大家！", "望岭县教育局",
    "印发", "——", "（此件公开发布）", "　", "  ", "\t", "【字号：大 中 小】", "下载", "来源：望岭网",
    "更多范文请点击", "000003", "特急", "做好春耕生产，保障粮食供应。", "|", "# ", "\\", "- 1 -", "𠮷",
    "总之", "⑳", "１．", "1.5万亿", "\xa0", "😀",
]  # fmt: skip
LINES = [
    "抄送：县委办公室。", "附件：1.任务表", "2.联系表", "附件：任务表",
    "（联系人：办公室主任，电话：0000-1234567）",
    "为缓解城区停车难问题，结合我县实际，制定本方案，请各乡镇各部门认真组织实施，不得拖延推诿。",
]  # fmt: skip
_letters = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")
)
mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(_letters, max_size=3)), max_size=5)
lines = st.lists(st.one_of(st.sampled_from(LINES), mixed.map("".join)), min_size=1, max_size=14)
texts = lines.map("\n".join).filter(str.strip)


def kept(reading):
    """Count the characters of a reading's document and junk.

    An attachment list that only repeats the attachments' titles is the page's doing; it is
    counted apart.
    """
    shown = drafter.write(reading.document, "text").decode()
    found = Counter(words(shown + "".join(line.text for line in reading.junk)))
    repeated = () if reading.document.attachment_list else attachment_notes(reading.document)
    return found, Counter(words("".join(note.para.text for note in repeated)))


def assert_nothing_lost(source):
    found, repeated = kept(drafter.read(source.encode(), "text"))
    wanted = Counter(words(source))
    assert found in (wanted, wanted + repeated)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_every_character_stands_once_in_the_document_or_the_junk(source):
    assert_nothing_lost(source)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_case_loses_a_character(path):
    assert_nothing_lost(load(path).source)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_lines_tile_the_text(source):
    reading = drafter.read(source.encode(), "text")
    assert reading.text == source
    assert all(source[slice(*line.at)] == line.text for line in reading.lines)
    between = [
        source[before.at.end : after.at.start]
        for before, after in zip(reading.lines, reading.lines[1:], strict=False)
    ]
    assert reading.lines[0].at.start == 0
    assert set(between) <= {"\n"}
    assert source[reading.lines[-1].at.end :] in ("", "\n")


@given(texts)
@settings(max_examples=100, deadline=None)
def test_one_text_is_always_read_alike(source):
    first, second = (drafter.read(source.encode(), "text") for _ in range(2))
    assert (first.document, first.judgements) == (second.document, second.judgements)


ENDLESS = {
    "every case in turn": "".join(load(path).source for path in CASES),
    "headings": "一、抓项目。开工九个，竣工六个，投产三个。\n",
    "short lines": "望岭县教育局\n",
    "dates": "2025年3月4日\n",
    "points": "一是要早。二是要实。三是要细。\n",
    "attachments": "附件1\n任务表\n每个乡镇按照下表的数字落实面积。\n",
    "calls": "各位代表！\n",
    "links": "首页\n>\n新闻\n",
}


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS.keys())
def test_four_times_the_lines_are_about_four_times_the_work(piece):
    times = max(1, 200 // piece.count("\n"))
    once, four = (piece * times).encode(), (piece * times * 4).encode()
    calls(once, "text")  # what is done once only, imports and caches
    assert calls(four, "text") < 5 * calls(once, "text")

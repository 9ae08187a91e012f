"""Gaps filled in by hand in Word are words of the document, wherever they stand."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import drafter
from drafter import Cell, Document, Gap, Para, Point, Points, Section, Table, Text
from drafter.model.chars import SPACE
from drafter.model.walk import map_paras
from tests import strategies
from tests.formats.docx.good import parts_of, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN, OWN = "word/document.xml", "customXml/item1.xml"
WAYS = ("words typed over", "as Word fills it", "in pieces", "control taken away")
_of = Para.of


def fill(data: bytes, words: dict[Gap, str], ways: dict[int, str]) -> bytes:
    """Put words into the controls of gaps, each in its way; gaps without words are left alone."""
    parts = parts_of(data)
    gaps = {
        int(row.get("number")): Gap(row.get("name"), row.get("hint"), row.get("ask"))
        for row in etree.fromstring(parts[OWN])
        if row.tag.endswith("}gap")
    }
    tree = etree.fromstring(parts[MAIN])
    for control in list(tree.iter(f"{W}sdt")):
        number = int(control.find(f"{W}sdtPr/{W}tag").get(f"{W}val").removeprefix("drafter-gap-"))
        if gaps[number] in words:
            put(control, words[gaps[number]], ways.get(number, WAYS[0]))
    return zipped(parts | {MAIN: etree.tostring(tree)})


def put(control, words: str, way: str) -> None:
    content, properties = control.find(f"{W}sdtContent"), control.find(f"{W}sdtPr")
    (run,) = content
    assert "".join(run.itertext()).startswith("【")
    for old in run.findall(f"{W}t"):
        run.remove(old)
    if way != "words typed over":  # Word forgets that it is a prompt, and the prompt's look
        for name in ("showingPlcHdr", "placeholder"):
            properties.remove(properties.find(f"{W}{name}"))
        for worn in run.findall(f"{W}rPr"):
            run.remove(worn)
        run.extend(deepcopy(worn) for worn in properties.findall(f"{W}rPr"))
    half = len(words) // 2 if way == "in pieces" else 0
    if half:
        first = deepcopy(run)
        content.insert(0, say(first, words[:half]))
    say(run, words[half:])
    if way == "control taken away":
        control.addprevious(run)
        control.getparent().remove(control)


def say(run, words: str):
    """Put words into a run as Word does: breaks and tabs are elements."""
    for piece in re.split("([\n\t])", words):
        element = etree.SubElement(run, W + {"\n": "br", "\t": "tab"}.get(piece, "t"))
        element.text = piece if element.tag == f"{W}t" else None
    return run


def replaced(document: Document, words: dict[Gap, str]) -> Document:
    """Give the document with gaps replaced by words."""

    def change(para: Para) -> Para:
        return Para(
            tuple(
                Text(words[inline]) if isinstance(inline, Gap) and inline in words else inline
                for inline in para.inlines
            )
        )

    return map_paras(document, change)


def all_gaps(document: Document) -> set[Gap]:
    """Give every gap, also those of one name with other hints."""
    found: set[Gap] = set()

    def look(para: Para) -> Para:
        found.update(inline for inline in para.inlines if isinstance(inline, Gap))
        return para

    map_paras(document, look)
    return found


# A control of a gap is one of plain words on one line: Word takes no break in it.
answers = strategies.words.map(lambda words: words.replace("\n", "")).filter(
    lambda words: words.strip(SPACE)
)


@st.composite
def filled(draw):
    """A document, words for some of its gaps, and in which way each control gets them."""
    document = draw(strategies.documents())
    gaps = sorted(all_gaps(document), key=repr)
    words = {gap: draw(answers) for gap in gaps if draw(st.integers(0, 4))}
    return document, words, draw(st.lists(st.sampled_from(WAYS), min_size=1, max_size=7))


@given(filled(), st.sampled_from(drafter.house_names()))
@settings(max_examples=100, deadline=None)
def test_a_gap_filled_in_by_hand_is_words_wherever_it_stands(made, house):
    document, words, ways = made
    data = drafter.write(document, "docx", house)
    by_number = {number: ways[number % len(ways)] for number in range(1, 2000)}
    found = drafter.read(fill(data, words, by_number), "docx").document
    assert found == replaced(document, words)


GAP = Gap("某处", "几个字", "县府办")
_TEXT = (_of("正文。"),)
_ALONE, _MIXED = _of(GAP), _of("前", GAP, "后")
PLACES = {
    "title": Document(title=_of("关于做好", GAP, "工作的通知")),
    "long title": Document(
        title=_of("关于认真做好全县", GAP, "重点项目建设\n和安全生产工作的通知")
    ),
    "mark": Document(kind="notice", masthead=(_ALONE,)),
    "mark of a letter": Document(kind="letter", masthead=(_ALONE, _MIXED), number=_ALONE),
    "joint mark": Document(kind="notice", masthead=(_ALONE, _MIXED)),
    "corner of a letter": Document(
        kind="letter", masthead=(_of("甲"),), secrecy=_ALONE, number=_ALONE
    ),
    "who signs off": Document(
        kind="request", masthead=(_of("甲"),), number=_ALONE, signers=(_ALONE, _MIXED)
    ),
    "whom it addresses": Document(kind="notice", salutation=(_MIXED,), date=_ALONE),
    "heading": Document(body=(Section(_ALONE, _TEXT), Section(_MIXED, _TEXT))),
    "heading in digits": Document(body=(Section(_ALONE, _TEXT, 3),)),
    "heading without number": Document(body=(Section(_ALONE, _TEXT, form=""),)),
    "heading after a digit": Document(body=(Section(_of("1", GAP), _TEXT, form=""),)),
    "heading of a chapter": Document(body=(Section(_ALONE, _TEXT, form="第一章"),)),
    "run-in heading": Document(
        body=(Section(_ALONE, _TEXT, run_in=True), Section(_MIXED, _TEXT, 1, True, "。"))
    ),
    "run-in heading without number": Document(body=(Section(_ALONE, _TEXT, run_in=True, form=""),)),
    "text after a run-in heading": Document(body=(Section(_of("甲"), (_ALONE,), run_in=True),)),
    "points": Document(body=(Points((Point(_ALONE), Point(_MIXED, True, (_ALONE,)))),)),
    "points after a heading": Document(
        body=(Section(_of("甲"), (Points((Point(_ALONE), Point(_ALONE))),), run_in=True),)
    ),
    "table": Document(
        body=(Table(((Cell(_ALONE), Cell(_MIXED)), (Cell(_of("甲")), Cell(_ALONE))), 1, _ALONE),)
    ),
    "closing": Document(body=_TEXT, closing=(_ALONE,)),
    "attachments": Document(attachments=(Document(title=_ALONE, mark=_MIXED), Document())),
    "list of attachments": Document(attachment_list=(_ALONE, _MIXED)),
    "signature": Document(kind="notice", signature=(_ALONE,), date=_MIXED, notes=(_ALONE,)),
    "joint signature": Document(kind="notice", signature=(_ALONE, _MIXED, _ALONE), date=_ALONE),
    "signature over a stamp": Document(
        kind="order", masthead=(_ALONE,), signature=(_of("县长　", GAP), _ALONE), date=_ALONE
    ),
    "who attended": Document(kind="minutes", present=(_ALONE, _MIXED), observers=(_ALONE,)),
    "copies and printing": Document(
        kind="notice", copies=(_ALONE, _MIXED), printer=_ALONE, print_date=_MIXED
    ),
    "printing of a letter": Document(
        kind="letter", masthead=(_of("甲"),), printer=_ALONE, print_date=_MIXED
    ),
}
AWKWARD = [
    "云溪县", "一、总体", "（一）", "1.", ".", "5个", "、好", "第一章 总则", "一是", "首先，",
    "。", "做好。", "文件", "签发人：", "抄送：甲", "印发", "附件：1.甲", "2026年1月2日印发",
    "【空】", "a\tb", " 甲 ",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_any_words_may_be_filled_in_anywhere(place):
    document = PLACES[place]
    data = drafter.write(document, "docx")
    for words in (*AWKWARD, *(word for word in strategies.HOSTILE if word.strip(SPACE))):
        for way in WAYS:
            filled = fill(data, {GAP: words}, dict.fromkeys(range(1, 20), way))
            found = drafter.read(filled, "docx").document
            assert found == replaced(document, {GAP: words}), (words, way)


@pytest.mark.parametrize("place", PLACES)
def test_a_gap_taken_out_by_hand_leaves_nothing(place):
    parts = parts_of(drafter.write(PLACES[place], "docx"))
    tree = etree.fromstring(parts[MAIN])
    for control in list(tree.iter(f"{W}sdt")):
        control.getparent().remove(control)
    found = drafter.read(zipped(parts | {MAIN: etree.tostring(tree)}), "docx").document
    assert found == replaced(PLACES[place], {GAP: ""})

"""Documents of every shape for property tests, hostile words in every place."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter.model import (
    ELEMENTS,
    KINDS,
    Address,
    Cell,
    Document,
    Gap,
    Image,
    Para,
    Point,
    Points,
    Section,
    Table,
    Text,
    nested,
)
from drafter.model.ordinals import spell

HOSTILE = [
    "# 标题", "一、", "（一）统筹", "1.", "2.2025年", "- ", "+ 一是", "一是要", "首先，", "|", "| a |",
    "【字号：大 中 小】", "【】", "】", "\\", "\\n", "---", "+++", "> ", "![图](图1)", "[图1]: 1×1 - a",
    "<!-- x -->", "键：值", "a: b", "。", "：", "同志们：", "“引”", "&amp;<w:t>", "{{ x }}", "{% if %}",
    "8%", "https://a.b/c?d=1", "\n", "\t", "　", "  ", "\u2028", "\x85", "\ufeff", "😀", "𠮷",
]  # fmt: skip
_letters = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
)
words = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(_letters, max_size=5), st.just("项目建设")),
    max_size=4,
).map("".join)
names = st.one_of(
    st.sampled_from(["会议名称", "招商·举措2·时限", "a：b", "x｜y", "】", "\\", "|", "一、"]),
    st.text(_letters, min_size=1, max_size=6),
).map(lambda name: name.strip() or "名称")


@st.composite
def gaps(draw):
    clean = st.one_of(st.just(""), names)
    return Gap(draw(names), draw(clean), draw(clean))


inlines = st.one_of(words.map(Text), words.map(Text), gaps())
paras = st.lists(inlines, max_size=4).map(lambda found: Para(tuple(found)))
full_paras = paras.filter(bool)


@st.composite
def points(draw):
    series = draw(st.sampled_from(["一是", "一要", "第一，", "首先，", "其一，", "第一,"]))
    count = draw(st.integers(1, 4))
    items = []
    for index in range(count):
        odd = draw(st.booleans()) and draw(st.integers(2, 12))
        label = spell(series, odd) if odd else ""
        if series == "首先，" and odd and odd > 4:
            label = ""
        if label == spell(series, index + 1):
            label = ""
        more = draw(st.lists(full_paras, max_size=2))
        items.append(Point(draw(paras), draw(st.booleans()), tuple(more), label))
    return Points(tuple(items), series)


@st.composite
def tables(draw):
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken = [[False] * columns for _ in range(rows)]
    found = []
    for r in range(rows):
        cells = []
        for c in range(columns):
            if taken[r][c]:
                continue
            wide = 1
            while c + wide < columns and not taken[r][c + wide] and draw(st.booleans()):
                wide += 1
            high = draw(st.integers(1, rows - r))
            for line in taken[r : r + high]:
                line[c : c + wide] = [True] * wide
            cells.append(Cell(draw(paras), wide, high))
        found.append(tuple(cells))
    landscape = draw(st.integers(0, 3)) == 0
    return Table(tuple(found), draw(st.integers(0, rows)), draw(paras), landscape)


images = st.builds(
    Image,
    st.sampled_from(["校门.png", "a b.jpg", "图[1].png"]),
    st.binary(max_size=40),
    st.floats(1, 200),
    st.floats(1, 200),
    paras,
)
flat = st.one_of(paras, paras, paras.filter(bool).map(Address), points(), tables(), images)


@st.composite
def headings(draw):
    level = draw(st.integers(1, 6))
    form = draw(st.sampled_from([None, "", "一、", "（一）", "1.", "第一章", "1、", "(1)", "①"]))
    text = draw(st.lists(st.one_of(paras, points()), max_size=1))
    run_in = bool(text) and draw(st.booleans())
    return Section(
        draw(paras), tuple(text) if run_in else (), level, run_in, draw(st.sampled_from(["", "。", "："])),
        form,
    )  # fmt: skip


@st.composite
def flows(draw, size=6):
    return nested(draw(st.lists(st.one_of(flat, flat, headings()), max_size=size)))


@st.composite
def parts(draw, attachment=False):
    fields = {
        element.name: tuple(draw(st.lists(paras, max_size=2))) if element.many else draw(paras)
        for element in ELEMENTS
        if draw(st.integers(0, 5)) == 0
    }
    return Document(
        kind=draw(st.sampled_from(KINDS)).id,
        body=draw(flows()),
        closing=draw(flows(3)),
        enclosed=attachment and draw(st.booleans()),
        **fields,
    )


@st.composite
def documents(draw):
    from dataclasses import replace

    attachments = tuple(draw(st.lists(parts(attachment=True), max_size=2)))
    return replace(draw(parts()), attachments=attachments)

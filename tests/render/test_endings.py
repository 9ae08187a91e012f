"""Where a document ends: name and date with text (7.3.5.5), page 1 with text (7.3.3), 版记."""

from __future__ import annotations

import re

import pytest

import drafter
from tests.render.page import render

pytestmark = pytest.mark.render

_SENTENCE = "各村要摸清水源、管网和水质情况，逐户登记造册，月底前把清单报县水利局汇总。"
_HEAD = {
    "文种": "通知",
    "发文机关标志": "云溪县人民政府办公室文件",
    "发文字号": "云政办发〔2026〕31号",
    "标题": "云溪县人民政府办公室关于开展农村饮水安全大排查的通知",
    "主送": "各乡镇人民政府，县政府各部门：",
    "落款": "云溪县人民政府办公室",
    "成文日期": "2026年5月6日",
    "印发机关": "云溪县人民政府办公室",
    "印发日期": "2026年5月7日",
}
_NOTE = "（此件公开发布）"
_ATTACHED = "\n+++\n标题: 农村饮水安全任务分解表\n+++\n" + _SENTENCE
_ENDS = {
    "alone": ({}, ""),
    "noted": ({"附注": _NOTE}, ""),
    "attached": ({"附注": _NOTE}, _ATTACHED),
}
_BREAKS = (1, 3, 4, 5, 6, 7, 8, 9, 10, 24, 25, 26, 27, 28)
"""Lines of text around those at which name and date go to the next page."""


def _text(lines: int) -> str:
    return (_SENTENCE * 30)[: lines * 28 - 5]


def _document(body: str, **over: str) -> drafter.Document:
    head = "\n".join(f"{key}: {value}" for key, value in {**_HEAD, **over}.items() if value)
    return drafter.read(f"---\n{head}\n---\n\n{body}\n".encode(), "outline").document


def _written(documents):
    return {
        name: drafter.write(found, "docx", drafter.Wishes(drafter.house_of(found)))
        for name, found in documents.items()
    }


@pytest.fixture(scope="module")
def ends(tmp_path_factory):
    documents = {}
    for name, (over, attached) in _ENDS.items():
        for lines in _BREAKS:
            documents[f"{name}-{lines}"] = _document(_text(lines) + attached, **over)
            if lines > 3:
                body = f"{_text(lines - 3)}\n\n{_text(3)}{attached}"
                documents[f"{name}-{lines}-short-last"] = _document(body, **over)
    files = _written(documents)
    pages = render(files, tmp_path_factory.mktemp("ends"))
    return documents, files, pages


def test_name_and_date_stand_with_text_and_page_1_shows_some(ends):
    wrong = {}
    for name, pages in ends[2].items():
        rows = [row for row in pages.rows if 15 < row.size < 17]
        names = [row.text for row in rows]
        start = names.index("各乡镇人民政府，县政府各部门：") + 1
        end = names.index(_HEAD["落款"], start)
        text = {row.page for row in rows[start:end] if not row.text.startswith("附件")}
        signed = {r.page for r in rows if r.text in (_HEAD["落款"], "2026年5月6日", _NOTE)}
        if 0 not in text or len(signed) != 1 or not signed <= text:
            wrong[name] = f"text on {text}, signed on {signed}"
    # one line of text, which page 1 must show, leaves none for the next
    assert not wrong, wrong


def test_a_paragraph_parted_by_the_page_s_end_is_read_as_one(ends):
    documents, files, _ = ends
    parted = [name for name, data in files.items() if "BodyRest" in _document_xml(data)]
    assert parted
    assert [n for n in files if drafter.read(files[n], "docx").document != documents[n]] == []


def _document_xml(data: bytes) -> str:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


_LONG_ORGAN = "云溪县推进政府职能转变和优化营商环境协调小组专题工作组综合办公室"
_LISTED = "，".join(f"云溪县第{n}街道办事处（经济开发区管理委员会）" for n in range(1, 41))
_COPIES = "县委办公室，县人大常委会办公室，县政协办公室，县纪委监委，县人民法院，县人民检察院。"


@pytest.fixture(scope="module")
def colophons(tmp_path_factory):
    documents = {
        "a long organ prints": _document(_text(3), 印发机关=_LONG_ORGAN),
        "organ and date just fit no line": _document(_text(3), 印发机关="云溪县" + "综合" * 7),
        "many recipients": _document(_text(3), 主送=_LISTED + "：", 抄送=_COPIES),
        "more recipients than a page holds": _document(_text(3), 主送=_LISTED * 3 + "："),
        "many copies": _document(_text(3), 抄送=_LISTED + "。"),
    } | {
        f"copies of {length}": _document(_text(3), 抄送=(_COPIES * 3)[:length] + "。")
        for length in range(23, 29)
    }
    return documents, render(_written(documents), tmp_path_factory.mktemp("colophons"))


def test_no_word_of_the_colophon_is_cut_off(colophons):
    documents, rendered = colophons
    lost = {}
    for name, pages in rendered.items():
        rows = [row for row in pages.rows if not row.text.startswith("—")]  # no page number
        shown = "".join(row.text for row in rows)
        found = documents[name]
        wanted = [line.text for line in (*found.copies, found.printer, found.print_date)]
        wanted += [line.text.rstrip("：") for line in found.salutation]
        lost |= {f"{name}: {w[:20]}": shown[-300:] for w in wanted if w not in shown}
        assert max(row.baseline for row in rows) < 263
    assert not lost


def test_recipients_in_the_colophon_end_as_copies_do(colophons):
    pages = colophons[1]["many recipients"]
    shown = re.sub(r"\s", "", "".join(row.text for row in pages.rows))
    assert "管理委员会）。抄送：" in shown

"""What a Word file holds beside its document: comments, provenance, properties; and notices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree

import drafter
from drafter import Cell, Document, Gap, Para, Point, Points, Section, Table, Wishes
from drafter.model.walk import map_paras
from tests.formats.docx.good import RICH, parts_of
from tests.formats.docx.ooxml import faults
from tests.strategies import documents

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMENTED = Wishes(comments=True)
_of = Para.of


def comments(data: bytes) -> list[str]:
    """Give the words of each comment."""
    part = parts_of(data).get("word/comments.xml")
    found = etree.fromstring(part) if part else ()
    return ["".join(comment.itertext()) for comment in found]


def told(document: Document) -> set[str]:
    """Give what there is to say of the gaps of a document."""
    found: set[Gap] = set()

    def look(para: Para) -> Para:
        found.update(inline for inline in para.inlines if isinstance(inline, Gap))
        return para

    map_paras(document, look)
    said = {(gap.hint, gap.ask and f"问：{gap.ask}") for gap in found}
    return {"　".join(filter(None, parts)) for parts in said if any(parts)}


# comments


@given(documents())
@settings(max_examples=60, deadline=None)
def test_every_gap_with_something_to_tell_has_its_comment(document):
    data = drafter.write(document, "docx", COMMENTED)
    assert {*comments(data)} == told(document)
    assert faults(data) == []
    assert drafter.read(data, "docx").document == document


def test_a_comment_says_the_hint_and_whom_to_ask():
    gaps = (Gap("甲", "几个"), Gap("乙", ask="县府办"), Gap("丙", "哪天", "会务组"), Gap("丁"))
    data = drafter.write(Document(body=tuple(map(_of, gaps))), "docx", COMMENTED)
    assert comments(data) == ["几个", "问：县府办", "哪天　问：会务组"]


def test_a_comment_stands_on_its_gap():
    document = Document(body=(_of("前", Gap("甲", "几个"), "后"),))
    main = parts_of(drafter.write(document, "docx", COMMENTED))["word/document.xml"].decode()
    start, end = main.index("<w:commentRangeStart"), main.index("<w:commentRangeEnd")
    assert [main.index(word) > start for word in ("前", "【甲】", "后")] == [False, True, True]
    assert [main.index(word) > end for word in ("前", "【甲】", "后")] == [False, False, True]


def test_a_gap_met_twice_is_explained_once():
    gap = Gap("甲", "几个")
    document = Document(title=_of(gap), attachments=(Document(title=_of(gap)),))
    assert comments(drafter.write(document, "docx", COMMENTED)) == ["几个"]


EVERYWHERE = Document(
    kind="letter",
    title=_of("关于", Gap("一", "1")),
    masthead=(_of(Gap("二", "2")), _of(Gap("三", "3"))),
    number=_of(Gap("四", "4")),
    body=(
        Table(((Cell(_of(Gap("五", "5"))),),), 0, _of(Gap("六", "6"))),
        Section(_of(Gap("七", "7")), (Points((Point(_of(Gap("八", "8"))),)),), run_in=True),
    ),
    signature=(_of(Gap("九", "9")), _of("甲")),
    copies=(_of(Gap("十", "10")),),
    printer=_of(Gap("十一", "11")),
)


@pytest.mark.parametrize("house", drafter.house_names())
def test_gaps_are_explained_wherever_they_stand_in_every_house(house):
    data = drafter.write(EVERYWHERE, "docx", Wishes(house, comments=True))
    assert sorted(comments(data), key=int) == [str(n) for n in range(1, 12)]
    assert faults(data) == []
    assert drafter.read(data, "docx").document == EVERYWHERE


def test_no_box_refers_to_a_comment():
    main = etree.fromstring(
        parts_of(drafter.write(EVERYWHERE, "docx", COMMENTED))["word/document.xml"]
    )
    boxes = list(main.iter(f"{W}txbxContent"))
    assert any("【二】" in "".join(box.itertext()) for box in boxes)
    assert any("【十】" in "".join(box.itertext()) for box in boxes)
    assert not [box for box in boxes if list(box.iter(f"{W}commentReference"))]


@pytest.mark.parametrize(
    "document",
    [RICH, EVERYWHERE, Document(body=(_of(Gap("甲")),))],
    ids=["rich", "gaps", "nothing to tell"],
)
def test_without_the_wish_a_file_holds_no_comments(document):
    parts = parts_of(drafter.write(document, "docx"))
    assert "word/comments.xml" not in parts
    assert b"comment" not in parts["word/document.xml"]
    assert b"comments" not in parts["[Content_Types].xml"]


def test_a_document_with_nothing_to_tell_has_no_comments_part():
    plain = Document(body=(_of(Gap("甲")),))
    assert drafter.write(plain, "docx", COMMENTED) == drafter.write(plain, "docx")


# provenance


def custom(data: bytes) -> dict[str, str]:
    part = parts_of(data).get("docProps/custom.xml")
    found = etree.fromstring(part) if part else ()
    return {one.get("name"): "".join(one.itertext()) for one in found}


def test_provenance_stands_in_the_custom_properties():
    names = (("单位", "云溪县 <县府办> & “督查室”"), ("drafter-template", "work-report"))
    data = drafter.write(RICH, "docx", Wishes(provenance=names))
    assert custom(data) == dict(names)
    assert faults(data) == []
    assert drafter.read(data, "docx").document == RICH


def test_without_the_wish_there_are_no_custom_properties():
    parts = parts_of(drafter.write(RICH, "docx"))
    assert "docProps/custom.xml" not in parts
    assert b"custom-properties" not in parts["_rels/.rels"] + parts["[Content_Types].xml"]


@pytest.fixture
def template():
    return drafter.load_template("工作汇报")


def origin(template, brief: str) -> dict[str, str]:
    return dict(drafter.provenance(template, drafter.read_brief(brief)))


def test_provenance_names_program_template_version_and_brief(template):
    found = origin(template, template.example)
    assert list(found) == [
        "drafter", "drafter-template", "drafter-template-version", "drafter-brief-sha256",
    ]  # fmt: skip
    assert found["drafter"] == drafter.__version__
    assert found["drafter-template"] == template.id
    assert found["drafter-template-version"] == template.version
    assert len(bytes.fromhex(found["drafter-brief-sha256"])) == 32


def test_the_digest_is_that_of_the_answers_not_of_their_layout():
    template = drafter.load_template("工作部署会讲话")
    laid_out = (
        "会议名称：推进会\n讲话人：县委书记\n关键词：精准\n",
        "# 要素\n\n会议名称: 推进会\n\n讲话人:   县委书记   \n关键词： 精准\n",
        "讲话人：县委书记\r\n关键词：精准\r\n会议名称：“推进会”\r\n".replace(
            "“推进会”", '"推进会"'
        ),
    )
    digests = {origin(template, brief)["drafter-brief-sha256"] for brief in laid_out}
    assert len(digests) == 1
    other = origin(template, laid_out[0].replace("精准", "靠前"))
    assert other["drafter-brief-sha256"] not in digests


# core properties

_DC = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "created": "{http://purl.org/dc/terms/}created",
    "modified": "{http://purl.org/dc/terms/}modified",
}


def core(document: Document, house: str = "") -> dict[str, str]:
    found = etree.fromstring(parts_of(drafter.write(document, "docx", house))["docProps/core.xml"])
    return {name: found.findtext(tag) for name, tag in _DC.items()}


def test_a_file_knows_title_organ_and_date_of_its_document():
    assert core(RICH) == {
        "title": "关于水库除险加固的请示",
        "creator": "云溪县水务局",
        "created": "2025-03-01T00:00:00Z",
        "modified": "2025-03-01T00:00:00Z",
    }


@pytest.mark.parametrize(
    ("fields", "title", "creator"),
    [
        ({"byline": (_of("县委书记"),), "title": _of("讲话")}, "讲话", "县委书记"),
        ({"masthead": (_of("云溪县人民政府文件"),)}, "云溪县人民政府文件", "云溪县人民政府"),
        ({"printer": _of("县府办"), "title": _of("名单")}, "名单", "县府办"),
        ({}, "通知", "drafter"),
    ],
)
def test_what_a_document_has_names_it_and_its_author(fields, title, creator):
    found = core(Document(kind="notice", **fields))
    assert (found["title"], found["creator"]) == (title, creator)


def test_over_a_stamp_the_organ_of_the_mark_is_the_author():
    document = Document(
        kind="order",
        masthead=(_of("云溪县人民政府令"),),
        number=_of("第3号"),
        signature=(_of("县长　王某"),),
        date=_of("2026年1月2日"),
    )
    found = core(document)
    assert (found["title"], found["creator"]) == ("云溪县人民政府令第3号", "云溪县人民政府")


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": _of("2026年1月2日")}, "2026-01-02"),
        ({"dateline": (_of("（2026年2月26日）"),)}, "2026-02-26"),
        ({"print_date": _of("2026年12月31日")}, "2026-12-31"),
        ({"date": _of("2026年2月30日"), "print_date": _of("2026年3月1日")}, "2026-03-01"),
        ({"date": _of(Gap("日期"))}, "2012-07-01"),
        ({}, "2012-07-01"),
    ],
)
def test_the_date_is_the_document_s_and_no_clock_s(fields, day):
    found = core(Document(kind="notice", **fields))
    assert found["created"] == found["modified"] == f"{day}T00:00:00Z"


# notices

CLASSIFIED = "this document is classified"


@pytest.mark.parametrize(
    "document",
    [
        Document(secrecy=_of("秘密★1年")),
        Document(secrecy=_of("秘密★1年"), attachments=(Document(secrecy=_of("机密")),) * 2),
        Document(attachments=(Document(secrecy=_of("机密")), Document())),
    ],
)
def test_a_classified_document_gives_exactly_one_warning(document):
    (notice,) = drafter.notices(document)
    assert notice.startswith(CLASSIFIED)


def test_other_documents_give_none():
    assert drafter.notices(RICH) == ()


def test_what_a_letter_hides_is_told():
    letter = Document(
        kind="letter", masthead=(_of("甲局"), _of("乙局")), printer=_of("县府办"), number=_of("1")
    )
    printing, organs = drafter.notices(letter)
    assert "印发机关" in printing
    assert "first organ" in organs
    assert drafter.notices(letter, Wishes("gbt9704")) == ()
    main = parts_of(drafter.write(letter, "docx"))["word/document.xml"].decode()
    assert main.count("<w:vanish/>") >= 1
    assert drafter.read(drafter.write(letter, "docx"), "docx").document == letter


def _wide(columns: int, words: str, opens: str = "|=") -> drafter.Document:
    rows = [[f"指标{n}" for n in range(columns)], ["---"] * columns, [words] * columns]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    text = f"---\n文种: 报告\n标题: 关于指标的报告\n---\n\n{opens}\n{table}\n"
    return drafter.read(text.encode(), "outline").document


@pytest.mark.parametrize(
    ("columns", "words", "told"),
    [
        (30, "12.5", True),
        (30, "1", False),
        (12, "1234.56", False),
        (12, "各乡镇人民政府逐月上报", False),
    ],
)
def test_a_table_whose_words_would_be_cut_up_is_told(columns, words, told):
    found = drafter.notices(_wide(columns, words))
    assert any("too wide" in notice for notice in found) is told


def test_two_organs_on_two_lines_of_a_title_stay_apart_in_the_file_s_title():
    document = Document(title=Para.of("中共云溪县委\n云溪县人民政府关于加快产业发展的意见"))
    core = parts_of(drafter.write(document, "docx"))["docProps/core.xml"].decode()
    assert "<dc:title>中共云溪县委 云溪县人民政府关于" in core

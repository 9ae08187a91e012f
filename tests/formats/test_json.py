"""JSON loses nothing, and refuses what does not fit with the path to it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.errors import UnusableInput
from drafter.formats import native
from drafter.model import Address, Document, Gap, Image, Para, Point, Points, Section
from tests.strategies import documents


@given(documents())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_what_was_written_gives_the_document_back(document):
    assert native.read(native.write(document)) == document


@given(documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_writing_what_was_read_gives_the_same_bytes(document):
    source = native.write(document)
    assert native.write(native.read(source)) == source


def test_a_small_document_is_written_as_a_person_would_expect():
    document = Document(
        kind="speech",
        title=Para.of("在", Gap("会议名称", "全称", "办公室"), "上的讲话"),
        body=(Para.of("同志们"), Section(Para.of("总体要求"), stop="。")),
    )
    assert json.loads(native.write(document)) == {
        "$schema": native.SCHEMA,
        "kind": "speech",
        "title": ["在", {"gap": "会议名称", "hint": "全称", "ask": "办公室"}, "上的讲话"],
        "body": [
            {"type": "para", "text": ["同志们"]},
            {"type": "section", "level": 1, "stop": "。", "title": ["总体要求"], "blocks": []},
        ],
    }


def test_what_is_left_out_has_its_usual_value():
    assert native.read("{}") == Document()
    assert native.read('{"body": [{"type": "section", "title": ["甲"]}]}').body == (
        Section(Para.of("甲")),
    )


def test_a_byte_order_mark_before_it_does_not_matter():
    assert native.read("\ufeff" + native.write(Document())) == Document()


def test_pictures_keep_their_bytes_and_sizes():
    data = bytes(range(256))
    document = Document(body=(Image("图.png", data, 60.5, 40),))
    (image,) = native.read(native.write(document)).body
    assert (image.data, image.width_mm, image.height_mm) == (data, 60.5, 40)


def test_points_and_addresses_are_kept_as_they_are():
    points = Points(
        (Point(Para.of("守时"), True), Point(Para.of("守信"), False, (Para.of("再说"),), "四是")),
    )
    document = Document(body=(Address(Para.of("同志们！")), points))
    assert native.read(native.write(document)).body == (Address(Para.of("同志们！")), points)


def within(block: dict) -> dict:
    return {"body": [{"type": "para", "text": ["甲"]}, block]}


def point(**values) -> dict:
    return within({"type": "points", "items": [{"text": ["甲"]} | values]})


def section(**values) -> dict:
    return within({"type": "section", "title": ["甲"]} | values)


def cell(**values) -> dict:
    return within({"type": "table", "rows": [[{"text": ["甲"]} | values]]})


def image(**values) -> dict:
    good = {"type": "image", "name": "a.png", "width_mm": 10, "height_mm": 10, "data": ""}
    return within(good | values)


REFUSED = [
    ([], "$", "expected object, found list"),
    ("甲", "$", "expected object, found string"),
    (None, "$", "expected object, found null"),
    ({"title": "甲"}, "$.title", "expected list, found string"),
    ({"title": ["甲", 3]}, "$.title[1]", "expected object, found number"),
    ({"title": [{"gap": 3}]}, "$.title[0].gap", "expected string, found number"),
    ({"title": [{"gap": "甲", "note": ""}]}, "$.title[0]", "no note is known here"),
    ({"title": [{"gap": ""}]}, "$.title[0]", "a gap needs a name"),
    ({"title": [None]}, "$.title[0]", "expected object, found null"),
    ({"salutation": ["甲"]}, "$.salutation[0]", "expected list, found string"),
    ({"kind": 3}, "$.kind", "expected string, found number"),
    ({"kind": "memo"}, "$", "memo"),
    ({"enclosed": "yes"}, "$.enclosed", "expected true or false, found string"),
    ({"enclosed": 1}, "$.enclosed", "expected true or false, found number"),
    ({"标题": ["甲"]}, "$", "no 标题 is known here"),
    ({"body": {}}, "$.body", "expected list, found object"),
    ({"body": [{"text": []}]}, "$.body[0]", "no block has the type None"),
    ({"body": [{"type": "document"}]}, "$.body[0]", "no block has the type 'document'"),
    ({"body": [{"type": ["para"]}]}, "$.body[0]", "no block has the type"),
    (within({"type": "para", "text": [], "level": 1}), "$.body[1]", "no level is known here"),
    (point(apart="no"), "$.body[1].items[0].apart", "expected true or false, found string"),
    (point(apart=0), "$.body[1].items[0].apart", "expected true or false, found number"),
    (point(label="三"), "$.body[1]", "三"),
    (point(lead="甲"), "$.body[1].items[0]", "no lead is known here"),
    (point(more=["甲"]), "$.body[1].items[0].more[0]", "expected list, found string"),
    (section(level=2.0), "$.body[1].level", "expected "),
    (section(level="1"), "$.body[1].level", "expected number, found string"),
    (section(level=True), "$.body[1].level", "expected number, found true or false"),
    (section(level=0), "$.body[1]", "level 1 to 6"),
    (section(run_in="是"), "$.body[1].run_in", "expected true or false, found string"),
    (section(stop="！"), "$.body[1]", "no heading ends with"),
    (section(form=None), "$.body[1].form", "expected string, found null"),
    (
        section(blocks=[{"type": "para", "text": "甲"}]),
        "$.body[1].blocks[0].text",
        "expected list, found string",
    ),
    (cell(cols=1.0), "$.body[1].rows[0][0].cols", "expected "),
    (cell(rows=2), "$.body[1]", "a cell must stay inside its table"),
    (cell(width=2), "$.body[1].rows[0][0]", "no width is known here"),
    (image(data="iVBOR=!"), "$.body[1].data", "this is no base64 data"),
    (image(data="图"), "$.body[1].data", "this is no base64 data"),
    (image(width_mm="10"), "$.body[1].width_mm", "expected number, found string"),
    (image(name=""), "$.body[1]", "a picture needs a file name"),
    ({"attachments": [{"kind": "memo"}]}, "$.attachments[0]", "memo"),
    ({"attachments": [{"attachments": [{}]}]}, "$", "no attachments of its own"),
    ({"$schema": "https://example.org/other.json"}, "$", "another shape than"),
    ({"attachments": [{"$schema": native.SCHEMA}]}, "$.attachments[0]", "no $schema is known"),
]


@pytest.mark.parametrize(("data", "path", "message"), REFUSED)
def test_what_does_not_fit_is_refused_with_its_path(data, path, message):
    with pytest.raises(UnusableInput) as caught:
        native.read(json.dumps(data))
    assert caught.value.values["path"] == path
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [('{"kind": "speech",}', 1, None), ('{\n  "title": [甲]\n}', 2, 13), ('{"kind": "sp', 1, 10)],
)
def test_what_is_no_json_is_told_with_line_and_column(source, line, column):
    with pytest.raises(UnusableInput, match="no valid JSON") as caught:
        native.read(source)
    assert caught.value.place.line == line
    assert column in (None, caught.value.place.column)


def test_json_nested_without_end_is_refused():
    deep = '{"type": "section", "blocks": [' * 20000 + "]}" * 20000
    with pytest.raises(UnusableInput):
        native.read(f'{{"body": [{deep}]}}')

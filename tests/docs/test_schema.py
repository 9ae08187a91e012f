"""The JSON Schema says what the lossless JSON form is, no more and no less."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from drafter.errors import UnusableInput
from drafter.formats import native
from drafter.model import ELEMENTS, KINDS
from tests.strategies import documents

PAGE = Path(__file__).parents[2] / "docs" / "document.schema.json"
SCHEMA = json.loads(PAGE.read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

GOOD = {
    "$schema": native.SCHEMA,
    "kind": "notice",
    "title": ["关于召开", {"gap": "会议名称", "hint": "全称", "ask": "办公室"}, "的通知"],
    "salutation": [["各乡镇人民政府："]],
    "body": [
        {"type": "para", "text": ["现将有关事项通知如下。"]},
        {"type": "section", "level": 1, "label": "三、", "title": ["会议时间"], "blocks": []},
        {
            "type": "section",
            "level": 1,
            "form": "",
            "run_in": True,
            "stop": "：",
            "title": ["要求"],
            "blocks": [
                {
                    "type": "points",
                    "series": "首先，",
                    "items": [{"text": ["守时。"]}, {"label": "最后，", "apart": True, "text": []}],
                },
                {"type": "address", "text": ["同志们！"]},
                {
                    "type": "table",
                    "header": 1,
                    "caption": ["座次"],
                    "rows": [[{"text": ["排"], "cols": 2}], [{"text": []}, {"text": ["一"]}]],
                },
                {
                    "type": "image",
                    "name": "座次图.png",
                    "width_mm": 60.5,
                    "height_mm": 40.0,
                    "data": "iVBORw0KGgo=",
                },
            ],
        },
    ],
    "attachments": [{"kind": "text", "enclosed": True, "title": ["回执"]}],
}

WRONG = {
    "unknown key": ([], "标题", ["x"]),
    "no such kind": ([], "kind", "memo"),
    "a line that is a string": ([], "title", "标题"),
    "a number among words": ([], "title", ["第", 3]),
    "a gap without a name": ([], "title", [{"hint": "全称"}]),
    "a gap with space around": ([], "title", [{"gap": " 会议"}]),
    "a gap on two lines": ([], "title", [{"gap": "会议\n"}]),
    "a gap with a note": ([], "title", [{"gap": "会议", "note": "x"}]),
    "a control character": ([], "title", ["\x01"]),
    "a carriage return": ([], "title", ["甲\r\n乙"]),
    "one line for many": ([], "salutation", ["各乡镇："]),
    "many lines for one": ([], "date", [["2026年"], ["4月"]]),
    "enclosed in words": ([], "enclosed", "是"),
    "a block of no known type": (["body", 0], "type", "heading"),
    "a block's stray key": (["body", 0], "level", 1),
    "level 0": (["body", 1], "level", 0),
    "level 7": (["body", 1], "level", 7),
    "a level in words": (["body", 1], "level", "1"),
    "no number of a heading": (["body", 1], "label", "三"),
    "no form of a heading": (["body", 1], "form", "二、"),
    "no end of a heading": (["body", 1], "stop", "！"),
    "a section's stray key": (["body", 1], "number", 3),
    "blocks that are none": (["body", 1], "blocks", {}),
    "a series that begins at two": (["body", 2, "blocks", 0], "series", "二是"),
    "no ordinal of a point": (["body", 2, "blocks", 0, "items", 1], "label", "最后"),
    "a point's stray key": (["body", 2, "blocks", 0, "items", 1], "lead", "x"),
    "no rows": (["body", 2, "blocks", 2], "rows", []),
    "heads below nothing": (["body", 2, "blocks", 2], "header", -1),
    "a cell of no width": (["body", 2, "blocks", 2, "rows", 0, 0], "cols", 0),
    "a picture without a name": (["body", 2, "blocks", 3], "name", ""),
    "a picture of no width": (["body", 2, "blocks", 3], "width_mm", 0),
    "a picture of a kilometre": (["body", 2, "blocks", 3], "height_mm", 1000000),
    "no base64": (["body", 2, "blocks", 3], "data", "iVBOR=!"),
    "an attachment's attachments": (["attachments", 0], "attachments", [{"kind": "text"}]),
}


def test_it_is_a_schema_of_2020_12_under_the_name_documents_point_to():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMA["$id"] == native.SCHEMA


def test_every_object_is_closed():
    def objects(part):
        if isinstance(part, dict):
            if "properties" in part and part.get("type") == "object":
                yield part
            for inner in part.values():
                yield from objects(inner)

    found = list(objects(SCHEMA))
    assert len(found) == 11
    assert all(part["additionalProperties"] is False for part in found)


def test_it_knows_every_element_and_every_kind():
    own = {"kind", "house", "enclosed", "body", "closing"} | {e.name for e in ELEMENTS}
    assert set(SCHEMA["properties"]) == own | {"$schema", "attachments"}
    assert set(SCHEMA["$defs"]["attachment"]["properties"]) == own
    assert SCHEMA["$defs"]["kind"]["enum"] == [kind.id for kind in KINDS]
    for element in ELEMENTS:
        shape = SCHEMA["properties"][element.name]["$ref"]
        assert shape == ("#/$defs/lines" if element.many else "#/$defs/line")


@given(documents())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_written_validates(document):
    found = json.loads(native.write(document))
    problem = next(VALIDATOR.iter_errors(found), None)
    assert problem is None, problem
    assert native.read(json.dumps(found)) == document


def test_the_good_document_is_good_and_written_back_the_same():
    VALIDATOR.validate(GOOD)
    document = native.read(json.dumps(GOOD))
    assert native.encode(document) == GOOD


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_document_is_refused_by_the_schema_and_by_the_reader(name):
    path, key, value = WRONG[name]
    wrong = json.loads(json.dumps(GOOD))
    part = wrong
    for step in path:
        part = part[step]
    part[key] = value
    assert not VALIDATOR.is_valid(wrong)
    with pytest.raises(UnusableInput):
        native.read(json.dumps(wrong))

"""docs/glossary.md: one Chinese and one English name for each thing, the code's among them."""

import json
import re
from collections import defaultdict

import pytest

from drafter import model
from drafter.checks.finding import Level
from drafter.cli.explain import _LEVELS
from drafter.drafting.questions import Type
from drafter.drafting.template import _NAME
from drafter.formats.outline.front import _OTHERS
from drafter.model import ELEMENTS, KINDS, Document, kind_named
from tests.docs.page import DOCS, column, names, page, rows

PAGE = page("glossary.md")
ELEMENT_ROWS = {row[2]: row for row in rows(PAGE, "要素")}
NODE_ROWS = {row[1]: row for row in rows(PAGE, "节点")}
FIELD_ROWS = rows(PAGE, "字段")
TERM_ROWS = rows(PAGE, "名词")


def terms():
    """Give every Chinese name, its other names and its English one, of all tables."""
    for chinese, also, english, *_ in (*ELEMENT_ROWS.values(), *FIELD_ROWS):
        yield chinese, names(also), english
    for chinese, english, *_ in (*NODE_ROWS.values(), *rows(PAGE, "文种"), *TERM_ROWS):
        yield chinese, [], english


@pytest.mark.parametrize("element", ELEMENTS)
def test_every_element_stands_under_its_own_names(element):
    chinese, also, english, *_ = ELEMENT_ROWS[element.name]
    assert (chinese, tuple(names(also)), english) == (
        element.chinese,
        element.aliases,
        element.name,
    )


def test_the_table_of_elements_has_every_field_of_a_document_and_none_else():
    assert set(ELEMENT_ROWS) == set(Document.__dataclass_fields__)
    for key, name in _OTHERS.items():
        assert key in (ELEMENT_ROWS[name][0], name)


def test_every_node_of_the_model_and_every_type_of_the_schema_is_there():
    nodes = {"Document", "Para", "Text", "Gap", "Address", "Points", "Point", "Section",
             "Table", "Cell", "Image"}  # fmt: skip
    assert set(NODE_ROWS) == nodes
    assert all(hasattr(model, name) for name in nodes)
    schema = json.loads((DOCS / "document.schema.json").read_text("utf-8"))["$defs"]
    types = {ref["$ref"].rsplit("/", 1)[-1] for ref in schema["block"]["oneOf"]}
    assert {row[2] for row in NODE_ROWS.values()} - {""} == types | {"gap"}


def test_every_kind_is_there_in_order():
    assert [row[:2] for row in rows(PAGE, "文种")] == [[kind.name, kind.id] for kind in KINDS]
    sources = column(PAGE, "文种", 2)
    assert [source.startswith("条例第8条") for source in sources] == [k.statutory for k in KINDS]


def test_the_check_s_levels_stand_under_the_names_the_manual_prints():
    terms = {row[1]: row[0] for row in TERM_ROWS}
    assert {level.value: terms[level.value] for level in Level} == _LEVELS


def test_no_chinese_name_has_two_english_ones():
    english_of = defaultdict(set)
    for chinese, also, english in terms():
        for name in (chinese, *also):
            english_of[name].add(english)
    assert {name: found for name, found in english_of.items() if len(found) > 1} == {}


def test_no_english_name_has_two_chinese_ones_and_none_stands_twice():
    chinese_of = defaultdict(list)
    for chinese, _, english in terms():
        chinese_of[english].append(chinese)
    assert {name: found for name, found in chinese_of.items() if len(found) > 1} == {}


def test_names_can_be_used_where_the_page_says():
    for row in FIELD_ROWS:
        chinese, also, english, type_, what, source = row
        assert all(_NAME.fullmatch(name) for name in (chinese, *names(also))), row
        assert re.fullmatch("[a-z]+(_[a-z]+)*", english), row
        assert type_ in list(Type), row
        assert what and source, row


def test_every_text_has_a_kind_of_the_model_and_fields_of_this_page():
    known = {name for chinese, also, _ in terms() for name in (chinese, *also)}
    used = set()
    texts = rows(PAGE, "文书")
    for text, id, kind, *fields in texts:
        assert not kind or (kind_named(kind) and kind_named(kind).id == kind), text
        assert bool(id) == bool(kind), text
        assert fields[0].count("（") == fields[0].count("）"), text
        used |= {name for name in re.split("[、（）]+", "、".join(fields)) if name}
    assert used <= known
    assert {row[0] for row in FIELD_ROWS} <= used
    ids = [row[1] for row in texts if row[1]]
    assert len(ids) == len(set(ids)) > 50
    assert {kind.id for kind in KINDS if kind.statutory} <= {row[2] for row in texts}

"""docs/headings.md says what the data holds."""

import tomllib
from pathlib import Path

import pytest

import drafter.drafting.headings as package
from drafter.drafting.headings import compose, schemes
from drafter.drafting.headings.fill import ANY, SAID
from drafter.drafting.headings.schemes import PROPERTIES
from tests.docs.page import column, page, rows

PAGE = page("headings.md")
DATA = tomllib.loads((Path(package.__file__).parent / "schemes.toml").read_text("utf-8"))


def test_every_property_is_told():
    assert tuple(column(PAGE, "要求")) == PROPERTIES


def test_every_scheme_stands_with_its_name_frames_and_an_example():
    told = {id: cells for id, *cells in rows(PAGE, "拟法")}
    assert list(told) == list(schemes())
    for id, scheme in schemes().items():
        name, frames, example = told[id]
        assert name == scheme.name
        assert frames == ("；".join(scheme.frames) or "固定")
        assert example == "／".join(scheme.examples[0])


def test_every_key_of_a_scheme_and_of_a_slot_is_told_and_none_else():
    used = {key for scheme in DATA["scheme"] for key in scheme}
    assert set(column(PAGE, "拟法的键")) == used
    slots = [*DATA["slot"].values()]
    slots += [slot for scheme in DATA["scheme"] for slot in scheme.get("slot", {}).values()]
    assert set(column(PAGE, "槽的键")) == {key for slot in slots for key in slot}


def test_every_field_of_the_words_is_told():
    assert set(column(PAGE, "栏")) == set(SAID) - {ANY, "aspect"}


@pytest.mark.parametrize(
    ("scheme", "field"),
    [("H03", "task"), ("H22", "image"), ("H19", "place"), ("H26", "both"), ("H10", "turn")],
)
def test_the_examples_of_fields_are_what_is_composed(scheme, field):
    example = dict(rows(PAGE, "栏"))[field]
    aspects = {"H10": "招商,服务,治理", "H19": "规划,项目,服务", "H26": "招商,服务,治理"}
    found = compose(scheme, aspects.get(scheme, "招商,项目,服务").split(","))
    assert any(example in title for title in found.titles)

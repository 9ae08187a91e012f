"""docs/unit-pack.md: its example is a unit's file, its tables are whole, its commands run."""

import re
import shlex
from pathlib import Path

import pytest

from drafter.cli import checkoptions, packs
from drafter.drafting import lint, unit
from drafter.drafting.starters import starter
from tests.cli.conftest import drafter, home
from tests.docs.page import column, examples, page

PAGE = page("unit-pack.md")
EXAMPLE = examples(PAGE, "toml")[0]
CALLS = [
    shlex.split(line.split("#")[0])[1:]
    for block in examples(PAGE, "sh")
    for line in block.splitlines()
]
__all__ = ["drafter", "home"]


def test_the_example_is_a_unit_s_file_with_every_key():
    found = unit.read_unit(EXAMPLE, "unit.toml")
    assert found.name == "云溪县人民政府办公室"
    assert found.organs["云溪县人民政府"] == ("县政府",)
    assert found.usual_houses == (("speech", "云溪县讲话稿"), ("", "云溪县"))
    assert [(one.template, one.question, one.line) for one in found.defaults] == [
        ("", "汇报单位", 12), ("", "单位名称", 13), ("工作汇报", "汇报对象", 16),
    ]  # fmt: skip
    assert sorted(re.findall(r"^\[?(\w+)", EXAMPLE, re.M)) == sorted([*unit._KEYS, "defaults"])


def test_keys_of_han_need_no_quotes():
    bare = re.sub(r'^"([^"]+)" =', r"\1 =", EXAMPLE, flags=re.M)
    bare = bare.replace('."工作汇报"]', ".工作汇报]")
    assert bare.count('"') == 18
    assert unit.read_unit(bare, "unit.toml") == unit.read_unit(EXAMPLE, "unit.toml")


def test_every_key_and_every_part_is_in_its_table():
    assert [name.strip("`") for name in column(PAGE, "键")] == [
        "name", "house", "organs", "houses", "defaults",
    ]  # fmt: skip
    assert sorted(unit._KEYS) == sorted(name.strip("`") for name in column(PAGE, "键"))
    assert [name.strip("`/") for name in column(PAGE, "里面")] == [
        packs.UNIT_FILE, packs.TEMPLATES, packs.HOUSES, packs.WORDS, packs.DATED,
        checkoptions.PACK,
    ]  # fmt: skip
    made = {name.partition("/")[0] for name in starter("unit", "甲")}
    parts = {name.strip("`/") for name in column(PAGE, "里面")}
    assert made == parts - {checkoptions.PACK}


def test_every_rule_of_check_is_in_its_table():
    said = r'(?:ERROR|WARNING|level), "([a-z-]+)"|_of_error\([^"]+"([a-z-]+)"|rule="([a-z-]+)"'
    found = re.findall(said, Path(lint.__file__).read_text("utf-8"))
    assert {"".join(names) for names in found} == set(column(PAGE, "规则"))


def test_the_starter_is_the_example_of_a_unit_s_file_without_its_words():
    made = starter("unit", "云溪")["unit.toml"].decode()
    assert unit.read_unit(made, "unit.toml").name == "云溪"
    full = re.sub(r'^# (?=["\[h])', "", made, flags=re.M)
    found = unit.read_unit(full, "unit.toml")
    assert found.house and found.houses and found.organs and len(found.defaults) == 3


@pytest.fixture
def page_folder(drafter, monkeypatch):
    monkeypatch.setenv("EDITOR", "true")
    return drafter


def test_every_command_of_the_page_runs(page_folder):
    assert len(CALLS) > 9
    for call in CALLS:
        result = page_folder(*call)
        assert (result.code, result.err) == (0, ""), call

"""docs/check.md: its commands run in the order they stand, its tables are whole, its facts hold."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from drafter.checks import ignores, settings
from drafter.checks.finding import Level
from drafter.checks.manual import BASES, rules
from drafter.cli.app import app
from drafter.cli.checkoptions import _LISTS
from drafter.cli.explain import _LEVELS
from tests.cli.conftest import drafter, home
from tests.docs.page import DOCS, column, examples, page, rows
from tests.docs.test_readme import run

PAGE = page("check.md")
SETTINGS = examples(PAGE, "toml")[0]
__all__ = ["drafter", "home"]


@pytest.fixture
def desk(drafter):
    shutil.copytree(DOCS / "examples", "docs/examples")
    return drafter


def calls(block):
    return [line for line in block.splitlines() if line.startswith("drafter ")]


def test_every_command_of_the_page_runs_with_the_exit_code_it_tells(desk):
    found = [line for block in examples(PAGE, "sh") for line in calls(block)]
    assert len(found) > 15
    for line in found:
        run(desk, line)
    assert json.loads(Path("校核.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert Path("外发.docx").exists() and not Path("防汛外发.docx").exists()


def test_the_example_of_settings_has_every_key_and_each_is_in_the_table():
    names = [name.strip("`") for name in column(PAGE, "键")]
    assert sorted(names) == sorted(settings._KEYS) == sorted(tomllib.loads(SETTINGS))
    found = settings.read_settings(SETTINGS, "check.toml")
    assert found.profile.strict and found.words.codes == (("云溪县人民政府", "云政发"),)


@pytest.mark.parametrize("file", ["drafter.toml", "check.toml"])
def test_the_settings_do_what_the_table_says(drafter, home, monkeypatch, file):
    folder = Path() if file == "drafter.toml" else home
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    text = "青石专线经过云溪,智谷。\n\n全县的干部要为郴州市的发展出力。\n"
    Path("a.txt").write_text(text, "utf-8")
    before = {row["rule"] for row in json.loads(drafter("check", "a.txt", "--json").out)}
    (folder / file).write_text(SETTINGS, "utf-8")
    after = {row["rule"] for row in json.loads(drafter("check", "a.txt", "--json").out)}
    told = {"tone-sensitive-list", "residue-foreign-locality"}
    assert "punct-halfwidth" in before and not before & told
    assert "punct-halfwidth" not in after and told <= after


def test_words_of_user_and_folder_are_joined_and_the_upper_one_says_what_runs(
    drafter, home, monkeypatch
):
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    (home / "check.toml").write_text('disable = ["punct"]\nprotected = ["甲,乙"]\n', "utf-8")
    Path("drafter.toml").write_text('enable = ["punct"]\nprotected = ["丙,丁"]\n', "utf-8")
    Path("a.txt").write_text("引进甲,乙和丙,丁，要抓好,办好。\n", "utf-8")
    found = json.loads(drafter("check", "a.txt", "--json").out)
    assert [row["col"] for row in found if row["rule"] == "punct-halfwidth"] == [14]


def test_every_word_list_counts_as_the_key_beside_it(drafter, home, monkeypatch):
    told = {row[0]: row[1].strip("`") for row in rows(PAGE, "词表")}
    assert {f"`words/{name}.txt`": key for name, key in _LISTS.items()}.items() < told.items()
    assert list(told.values())[-1] == "protected"
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    (home / "words").mkdir()
    for name, word in (("地名", "云溪"), ("敏感词", "青石专线"), ("企业", "云溪,智谷")):
        (home / "words" / f"{name}.txt").write_text(f"{word}\n", "utf-8")
    words = "青石专线经过云溪,智谷。\n\n全县的干部要为郴州市的发展出力。\n"
    Path("a.txt").write_text(words, "utf-8")
    found = {row["rule"] for row in json.loads(drafter("check", "a.txt", "--json").out)}
    assert {"tone-sensitive-list", "residue-foreign-locality"} <= found
    assert "punct-halfwidth" not in found


def test_every_level_source_and_group_is_in_its_table():
    assert {row[1]: row[0] for row in rows(PAGE, "程度")} == _LEVELS
    assert [row[1] for row in rows(PAGE, "程度")] == [level.value for level in Level]
    assert column(PAGE, "依据") == list(BASES)
    groups = list(dict.fromkeys(name.partition("-")[0] for name in rules()))
    assert sorted(column(PAGE, "类")) == sorted(groups)


def test_the_options_named_are_the_program_s():
    commands = get_command(app).commands
    known = {
        name
        for command in ("check", "explain", "finish", "format", "convert", "draft")
        for parameter in commands[command].params
        for name in parameter.opts
    }
    assert set(re.findall(r"--[a-z][a-z-]*", PAGE)) <= known
    listed = {name.strip("`") for name in column(PAGE, "选项")}
    own = {name for one in commands["check"].params for name in one.opts if name[:2] == "--"}
    elsewhere = {"--date", "--profile", "--enable", "--disable"}  # told in sections 2 and 3
    usual = {"--output", "--from", "--force", "--help"}
    assert listed == own - elsewhere - usual
    assert all(name in PAGE for name in elsewhere)


def test_the_example_of_an_ignore_silences_its_line(drafter):
    text = next(block for block in examples(PAGE, "text") if "<!--" in block)
    rule = ignores.ignores(text)[1][0].rule
    Path("a.txt").write_text(text, "utf-8")
    Path("b.txt").write_text(text.splitlines()[1] + "\n", "utf-8")
    silent, told = (
        {row["rule"] for row in json.loads(drafter("check", name, "--json").out)}
        for name in ("a.txt", "b.txt")
    )
    assert rule in told and rule not in silent


def test_the_hooks_named_are_there():
    hooks = (DOCS.parent / ".pre-commit-hooks.yaml").read_text("utf-8")
    named = set(re.findall(r"drafter-check[a-z-]*", examples(PAGE, "yaml")[0]))
    assert named == set(re.findall(r"^- id: (\S+)", hooks, re.M))

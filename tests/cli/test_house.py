"""drafter house: what there is, what a house says, whether a house file is sound."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    def call(*words, language="en"):
        home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)}
        return subprocess.run(
            [sys.executable, "-m", "drafter", *words],
            env={**os.environ, **home, "DRAFTER_LANG": language},
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )

    return call


def test_the_houses_are_listed_with_their_chinese_names(run):
    found = json.loads(run("house", "list", "--json").stdout)
    assert {"name": "letter", "title": "信函格式", "own": False} in found
    assert "信函格式" in run("house").stdout


def test_a_house_is_shown_with_the_clause_of_every_value(run):
    rows = json.loads(run("house", "show", "letter", "--json").stdout)
    told = {row["path"]: row for row in rows}["rules.width_mm"]
    assert told == {"path": "rules.width_mm", "value": 170, "clause": "10.1", "source": "国标"}


def test_a_house_file_is_checked_and_what_it_changes_is_listed(run, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[page_number]\nform = "- {n} -"\n', "utf-8")
    done = run("house", "check", str(own))
    assert done.returncode == 0
    assert done.stdout == "page_number.form: — {n} — → - {n} -（7.5 国标）\n"


def test_a_wrong_house_file_is_told_by_line_with_the_nearest_name(run, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[fonts]\nfansong = "仿宋"\n', "utf-8")
    done = run("house", "check", str(own))
    assert done.returncode == 2
    assert f"{own}:2: error: a house style has no value fonts.fansong" in done.stderr
    assert "did you mean fonts.fangsong?" in done.stderr
    assert (
        "版式里没有 fonts.fansong 这一项" in run("house", "check", str(own), language="zh").stderr
    )


def test_a_document_wears_the_house_file_that_is_named(run, tmp_path):
    own, source = tmp_path / "own.toml", tmp_path / "a.md"
    own.write_text('[fonts]\nfangsong = "仿宋"\n', "utf-8")
    source.write_text("# 关于防汛的通知\n\n请认真贯彻执行。\n", "utf-8")
    out = tmp_path / "a.docx"
    assert run("convert", str(source), "--house", str(own), "-o", str(out)).returncode == 0
    import docx

    assert 'w:eastAsia="仿宋"' in docx.Document(out).styles.element.xml

"""drafter doctor: what is in use and from where, no secrets, and an exit code that tells."""

import json
import sys
from pathlib import Path

from drafter.cli.packs import own_pack


def test_it_tells_program_folders_and_helpers(drafter, home):
    result = drafter("doctor")
    assert result.code == 0
    assert str(own_pack().folder) in result.out
    assert sys.version.split()[0] in result.out
    assert "nothing is broken" in result.out
    found = json.loads(drafter("doctor", "--json").out)
    assert found["problems"] == [] and found["unit"] is None
    assert set(found["fonts"]) >= {"黑体", "仿宋_GB2312"}


def test_it_tells_what_takes_the_place_of_drafters(drafter, home):
    drafter("unit", "new", "县府办")
    Path("县府办/houses/letter.toml").write_text('title = "本县信函"\n', "utf-8")
    drafter("templates", "new", "工作汇报", "-o", "县府办/templates")
    drafter("unit", "use", "县府办")
    drafter("templates", "new", "值班通知")
    found = json.loads(drafter("doctor", "--json").out)
    assert found["unit"] == {
        "path": str(Path("县府办").resolve()),
        "exists": True,
        "name": "县府办",
    }
    assert [(one["name"], one["from"], one["overrides"]) for one in found["templates"]] == [
        ("值班通知", "user", False), ("工作汇报", "unit", True),
    ]  # fmt: skip
    assert [(one["name"], one["overrides"]) for one in found["houses"]] == [("letter", True)]
    assert "takes the place of drafter's" in drafter("doctor").out


def test_what_is_broken_is_told_and_fails(drafter, home, monkeypatch):
    drafter("templates", "new", "值班通知")
    folder = own_pack().folder
    (folder / "templates/值班通知/template.yaml").write_text("名称: 值班\n", "utf-8")
    (folder / "houses").mkdir()
    (folder / "houses/letter.toml").write_text("[page\n", "utf-8")
    (folder / "unit.txt").write_text("/no/such/folder", "utf-8")
    monkeypatch.setenv("DRAFTER_SOFFICE", "/no/such/soffice")
    result = drafter("doctor", "--json")
    assert result.code == 2
    told = "\n".join(
        f"{one['place']} {one['message']}" for one in json.loads(result.out)["problems"]
    )
    for part in ("template.yaml:1 文种", "letter.toml:1:6", "/no/such/folder", "DRAFTER_SOFFICE"):
        assert part in told, part
    assert len(json.loads(result.out)["problems"]) == 4


def test_no_secret_of_the_environment_is_told(drafter, home, monkeypatch):
    monkeypatch.setenv("SOME_TOKEN", "hunter2-secret")
    monkeypatch.setenv("DRAFTER_SECRET", "hunter2-secret")
    assert "hunter2" not in drafter("doctor").out + drafter("doctor", "--json").out

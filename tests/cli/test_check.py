"""drafter check and explain, as a user meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import jsonschema
import pytest

WRONG = """关于做好防汛工作的通知

各镇人民政府:

要找措施,想办法,把隐患排查到位。

云溪县人民政府
2026年4月9日
"""


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(WRONG, "utf-8")
    return path


def test_findings_name_file_line_column_and_rule(drafter, notice):
    result = drafter("check", "通知.txt")
    assert result.code == 1
    assert "通知.txt:3:7: error" in result.out
    assert "各镇人民政府:" in result.out


def test_one_cause_is_told_once_with_all_its_places(drafter, tmp_path):
    (tmp_path / "a.txt").write_text("\n".join(["要找措施,想办法,抓好落实。"] * 5) + "\n", "utf-8")
    result = drafter("check", "a.txt", "--disable", "residue")
    assert result.out.count("punct-halfwidth") == 1
    assert "10 places in all" in result.out


def test_json_has_every_place(drafter, notice):
    rows = json.loads(drafter("check", "通知.txt", "--json").out)
    half = [row for row in rows if row["rule"] == "punct-halfwidth"]
    assert [
        (row["line"], row["col"], row["end_col"], row["fix"]) for row in half if row["line"] == 5
    ] == [
        (5, 5, 5, "，"),
        (5, 9, 9, "，"),
    ]
    assert half[0]["basis"].startswith("国标 GB/T 15834")


def test_nothing_wrong_is_exit_code_0(drafter, tmp_path):
    (tmp_path / "a.md").write_text(
        "---\n文种: 文稿\n标题: 防汛\n---\n\n要找措施，想办法。\n", "utf-8"
    )
    result = drafter("check", "a.md")
    assert (result.code, result.out) == (0, "")


def test_an_outline_is_told_of_in_its_own_lines(drafter, tmp_path):
    words = (
        "---\n文种: 讲话\n标题: 在防汛工作会议上的讲话\n---\n\n# 压实责任\n\n要找措施,想办法。\n"
    )
    (tmp_path / "a.md").write_text(words, "utf-8")
    rows = json.loads(drafter("check", "a.md", "--json", "--enable", "punct-halfwidth").out)
    half = [row for row in rows if row["rule"] == "punct-halfwidth"]
    assert [(row["line"], row["col"]) for row in half] == [(8, 5)]


def test_sarif_is_as_editors_read_it(drafter, notice):
    log = json.loads(drafter("check", "通知.txt", "--sarif").out)
    assert log["version"] == "2.1.0"
    driver = log["runs"][0]["tool"]["driver"]
    result = next(r for r in log["runs"][0]["results"] if r["ruleId"] == "punct-halfwidth")
    assert driver["rules"][result["ruleIndex"]]["id"] == "punct-halfwidth"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 7, 8)
    jsonschema.validate(log, SARIF)


def test_safe_fixes_go_beside_the_file(drafter, notice, tmp_path):
    result = drafter("check", "通知.txt", "--fix")
    assert result.code == 0
    fixed = (tmp_path / "通知-校核.txt").read_text("utf-8")
    assert "要找措施，想办法，把隐患排查到位。" in fixed
    assert notice.read_text("utf-8") == WRONG


def test_fixing_twice_changes_nothing_more(drafter, notice, tmp_path):
    drafter("check", "通知.txt", "--fix", "-o", "一.txt")
    drafter("check", "一.txt", "--fix", "-o", "二.txt")
    assert (tmp_path / "一.txt").read_bytes() == (tmp_path / "二.txt").read_bytes()


def test_a_diff_shows_what_would_change(drafter, notice, tmp_path):
    result = drafter("check", "通知.txt", "--diff")
    assert "-要找措施,想办法,把隐患排查到位。" in result.out
    assert "+要找措施，想办法，把隐患排查到位。" in result.out
    assert not (tmp_path / "通知-校核.txt").exists()


def test_a_baseline_leaves_only_what_is_new(drafter, notice, tmp_path):
    assert drafter("check", "通知.txt", "--write-baseline", "基线.json").code == 0
    assert drafter("check", "通知.txt", "--baseline", "基线.json").code == 0
    notice.write_text(WRONG.replace("把隐患", "要快,把隐患"), "utf-8")
    result = drafter("check", "通知.txt", "--baseline", "基线.json", "--json")
    assert result.code == 1
    assert json.loads(result.out)


def test_an_ignore_needs_a_reason_and_silences_its_line_only(drafter, tmp_path):
    words = "<!-- 校核忽略 punct-halfwidth：照录原件 -->\n要找措施,想办法。\n\n要抓落实,见成效。\n"
    (tmp_path / "a.txt").write_text(words, "utf-8")
    rows = json.loads(drafter("check", "a.txt", "--json").out)
    assert {row["line"] for row in rows if row["rule"] == "punct-halfwidth"} == {4}
    (tmp_path / "b.txt").write_text("<!-- 校核忽略 punct-halfwidth -->\n好,的。\n", "utf-8")
    result = drafter("check", "b.txt")
    assert result.code == 2
    assert "b.txt:1: " in result.err and "reason" in result.err


def test_a_word_report_lists_the_findings(drafter, notice, tmp_path):
    result = drafter("check", "通知.txt", "--report", "意见.docx")
    assert result.code == 1
    import drafter as package

    words = package.write(
        package.read((tmp_path / "意见.docx").read_bytes(), "docx").document, "text"
    ).decode()
    assert "GB/T 15834" in words and "第3行第7字" in words


def test_settings_of_a_folder_hold_below_it(drafter, notice, tmp_path, monkeypatch):
    (tmp_path / "drafter.toml").write_text('[check]\ndisable = ["punct"]\n', "utf-8")
    rows = json.loads(drafter("check", "通知.txt", "--json").out)
    assert not [row for row in rows if row["rule"].startswith("punct")]
    inner = tmp_path / "里"
    inner.mkdir()
    monkeypatch.chdir(inner)
    rows = json.loads(drafter("check", "../通知.txt", "--json").out)
    assert not [row for row in rows if row["rule"].startswith("punct")]


def test_protected_names_are_not_touched(drafter, tmp_path):
    (tmp_path / "drafter.toml").write_text('protected = ["云溪,智谷"]\n', "utf-8")
    (tmp_path / "a.txt").write_text("引进云溪,智谷等企业,建设园区。\n", "utf-8")
    rows = json.loads(drafter("check", "a.txt", "--json").out)
    assert [row["col"] for row in rows if row["rule"] == "punct-halfwidth"] == [11]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "没有.txt"], "there is no such file"),
        (["check", "通知.txt", "--date", "上周"], "上周 is no date"),
        (["check", "通知.txt", "--enable", "punct-halfwith"], "did you mean punct-halfwidth?"),
        (["check", "通知.txt", "-o", "b.txt"], "--fix"),
        (["check", "通知.txt", "--diff", "--fix"], "--diff"),
        (["check", "通知.txt", "--comments"], "Word"),
        (["check", "通知.txt", "--baseline", "通知.txt"], "baseline"),
        (["explain", "punct-halfwith"], "did you mean punct-halfwidth?"),
    ],
)
def test_bad_calls_are_told_in_one_message(drafter, notice, arguments, told):
    result = drafter(*arguments)
    assert result.code == 2
    assert told in result.err
    assert "Traceback" not in result.err


def test_one_file_that_cannot_be_read_does_not_stop_the_others(drafter, notice, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    result = drafter("check", "空.txt", "通知.txt")
    assert result.code == 2
    assert "通知.txt:3:7" in result.out and "空.txt" in result.err


def test_many_files_are_checked_together(drafter, tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("要找措施,想办法。\n", "utf-8")
    result = drafter("check", str(tmp_path), "--json")
    assert result.code == 1, result.err
    rows = json.loads(result.out)
    files = [row["file"] for row in rows if row["rule"] == "punct-halfwidth"]
    assert len(files) == 12 and files == sorted(files)


def test_explain_gives_the_manual_page(drafter):
    result = drafter("explain", "punct-halfwidth")
    assert result.code == 0
    assert "GB/T 15834" in result.out and "✗" in result.out and "✓" in result.out


def test_explain_lists_every_rule(drafter):
    from drafter.checks.manual import rules

    lines = drafter("explain").out.splitlines()
    assert len(lines) == len(rules())


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "level", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The parts of the SARIF 2.1.0 schema that concern what is written here."""


@pytest.fixture
def unit(tmp_path, home, monkeypatch):
    """A unit's pack in use, as `drafter unit use` leaves it."""
    pack = tmp_path / "资料包"
    (pack / "words").mkdir(parents=True)
    (pack / "unit.toml").write_text('name = "云溪县"\n', "utf-8")
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    (home / "unit.txt").write_text(f"{pack}\n", "utf-8")
    return pack


def test_the_units_settings_and_word_lists_count(drafter, notice, unit):
    (unit / "check.toml").write_text('disable = ["struct", "genre"]\n', "utf-8")
    (unit / "words" / "机构.txt").write_text("# 机构名\n措施,想\n", "utf-8")
    (unit / "words" / "敏感词.txt").write_text("隐患\n", "utf-8")
    rows = json.loads(drafter("check", "通知.txt", "--json", "--enable", "tone-sensitive-list").out)
    half = [row["line"] for row in rows if row["rule"] == "punct-halfwidth"]
    assert half == [3, 5]
    assert [row["words"] for row in rows if row["rule"] == "tone-sensitive-list"] == ["隐患"]


def test_doctor_names_the_settings_and_what_is_wrong_in_them(drafter, unit, tmp_path):
    (unit / "check.toml").write_text('disable = ["nothing"]\n', "utf-8")
    result = drafter("doctor")
    assert str(unit / "check.toml") in result.out
    assert "there is no rule called nothing" in result.out + result.err


def test_every_fix_is_asked_about_at_a_terminal(tmp_path):
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    (tmp_path / "a.txt").write_text("要找措施,想办法,抓落实。\n", "utf-8")
    console, end = pty.openpty()
    os.write(console, b"n\ny\n")
    call = [sys.executable, "-m", "drafter", "check", "a.txt", "--fix", "--interactive"]
    environment = os.environ | {"DRAFTER_LANG": "en", "DRAFTER_HOME": str(tmp_path / "home")}
    result = subprocess.run(
        [*call, "-o", "b.txt"],
        stdin=end,
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        check=False,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("[y]es") == 2
    assert (tmp_path / "b.txt").read_text("utf-8") == "要找措施,想办法，抓落实。\n"

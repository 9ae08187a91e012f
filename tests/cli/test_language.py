"""The interface speaks Chinese whole, English on request, and fits a GBK console."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import typer

from tests import catalogue

HAN = re.compile(r"[一-鿿]")
SENTENCE = re.compile(r"[A-Za-z]+(?:[ ,.]+[A-Za-z]+)+")
NAMES = {"JSON Schema"}
LOCALE = ("DRAFTER_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def commands() -> Iterator[tuple[str, ...]]:
    """Every command by its path, the groups too."""
    from drafter.cli.app import app

    def walk(command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield path
        for name, inner in getattr(command, "commands", {}).items():
            yield from walk(inner, (*path, name))

    return walk(typer.main.get_command(app), ())


COMMANDS = list(commands())


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own: typer asks for its words when imported."""
    kept = {name: value for name, value in os.environ.items() if name not in LOCALE}
    return subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        env={**kept, **environment},
        cwd=catalogue.ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def fields(message: str) -> list[tuple[str, str, str]]:
    pieces = Formatter().parse(message)
    return sorted((name, spec or "", how or "") for _, name, spec, how in pieces if name)


def test_every_message_is_translated_and_none_is_obsolete():
    known = catalogue.translations()
    assert [message for message in catalogue.messages() if not known.get(message)] == []
    assert sorted(known) == catalogue.messages()


def test_the_catalogue_files_are_current(capsys):
    assert catalogue.main(["--check"]) == 0, capsys.readouterr().out


def test_translations_keep_the_fields_and_the_indent_of_their_messages():
    for message, words in catalogue.translations().items():
        assert fields(message) == fields(words), message
        assert message.startswith("  ") == words.startswith("  "), message


def test_a_gbk_console_has_every_character_of_the_translations():
    "".join(catalogue.translations().values()).encode("gbk")


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_is_chinese_from_end_to_end(path):
    done = run(*path, "--help", DRAFTER_LANG="zh")
    page = done.stdout.decode()
    assert done.returncode == 0
    assert page.startswith("用法：")
    rest = page.replace(" ".join(("drafter", *path)), "", 1)
    assert set(SENTENCE.findall(rest)) <= NAMES
    options = [line for line in page.splitlines() if line.startswith("  -")]
    assert options
    assert all(HAN.search(line) for line in options if len(line.split()) > 2)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_is_english_on_request(path):
    page = run(*path, "--help", DRAFTER_LANG="en").stdout.decode()
    assert page.startswith("Usage: ")
    assert HAN.sub("", page.replace("公文", "")) == page.replace("公文", "")


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "zh_CN.GBK"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "DRAFTER_LANG": "zh"}, True),
        ({"LANG": "zh_CN.UTF-8", "DRAFTER_LANG": "en"}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, False),
    ],
)
def test_the_language_follows_drafter_lang_then_the_locale(environment, chinese):
    done = run("convert", "无此文件.txt", PYTHONIOENCODING="utf-8", **environment)
    assert ("没有这个文件" in done.stderr.decode()) is chinese
    assert ("there is no such file" in done.stderr.decode()) is not chinese


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draf"], "错误：没有“draf”命令\n  是不是“drafter draft”？\n"),
        (["templates", "shwo"], "错误：没有“shwo”命令\n  是不是“drafter templates show”？\n"),
        (["起草"], "错误：没有“起草”命令\n  全部命令见 drafter --help\n"),
        (["draft", "--outptu", "a.docx"], "没有 --outptu 选项；是不是想用 --output？"),
        (
            ["draft"],
            "错误：用哪个模板？\n  写明模板：drafter draft 模板；drafter templates 列出全部\n",
        ),
        (["templates", "path"], "错误：缺少“名称”\n  用法见 drafter templates path --help\n"),
        (["draft", "--force=3"], "错误：选项 --force 不带值\n"),
        (["convert", "-o"], "错误：选项 -o 后面缺少值\n"),
        (["convert", "a", "b"], "错误：多出了参数：b\n"),
        (["outline", "a", "--pace", "快"], "错误：--pace 的值不对：“快”不是整数\n"),
        (["outline", "a", "--pace", "0"], "错误：--pace 的值不对：0 超出范围 x>=1\n"),
        (["--"], "错误：缺少命令\n"),
    ],
)
def test_wrong_use_gets_one_clear_message(arguments, said):
    done = run(*arguments, PYTHONIOENCODING="utf-8")
    words = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in words
    assert words.count("错误：") == 1
    assert SENTENCE.findall(re.sub(r"drafter( [a-z]+)*", "", words)) == []


def test_no_command_at_all_gets_the_help():
    done = run(PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("用法：")
    assert "错误" not in done.stderr.decode()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
def test_the_help_and_the_errors_reach_a_gbk_console():
    console, end = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in LOCALE}
    environment["PYTHONIOENCODING"] = "gbk"
    subprocess.run(
        [sys.executable, "-m", "drafter", "--help"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=end,
        timeout=60,
        check=True,
    )
    page = os.read(console, 1 << 16).decode("gbk")
    os.close(console)
    os.close(end)
    assert "显示本帮助" in page
    done = run("convert", "没有🙂.txt", PYTHONIOENCODING="gbk")
    assert done.returncode == 2
    assert "没有?.txt: 错误：没有这个文件" in done.stderr.decode("gbk")


def test_the_words_of_the_user_are_never_translated(drafter, chinese):
    assert "没有“opening”这个模板" in drafter("draft", "opening").err


def test_what_the_system_says_is_translated(drafter, chinese, monkeypatch):
    Path("a.md").write_text("正文\n", "utf-8")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "无法写入文件：磁盘已满" in drafter("convert", "a.md", "-o", "b.txt").err


def test_what_jinja_says_is_translated(chinese):
    from drafter.cli.foreign import foreign

    assert foreign("'提目' is undefined") == "模板没有问过“提目”"
    assert foreign("No filter named '大写'. Did you mean 'x'?") == "模板里没有“|大写”这种用法"
    assert foreign("something else") == "something else"
    assert foreign("") == ""


def raised(file: Path) -> Iterator[str]:
    """The texts of a file's ValueErrors, a 7 in each of their fields."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Raise(exc=ast.Call(func=ast.Name("ValueError"), args=[ast.Constant(words)])):
                yield words
            case ast.Raise(exc=ast.Call(func=ast.Name("ValueError"), args=[ast.JoinedStr(pieces)])):
                yield "".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in pieces)


def test_what_the_model_refuses_is_said_in_chinese(chinese):
    from drafter.cli.foreign import foreign

    below = catalogue.ROOT / "drafter"
    files = [*sorted((below / "model").glob("*.py")), below / "formats/outline/table.py"]
    told = [text for file in files for text in raised(file)]
    assert len(told) > 20
    assert [text for text in told if foreign(text) == text] == []


@pytest.fixture
def chinese(drafter, monkeypatch):
    """Speak Chinese inside this process; after the fixture `drafter`, which asks for English."""
    from drafter.cli.language import speak

    monkeypatch.setenv("DRAFTER_LANG", "zh")
    monkeypatch.setenv("LANGUAGE", "")
    speak()


def test_the_help_imports_nothing_heavy():
    code = (
        "import sys; from drafter.cli import run; run(['--help']);"
        "heavy = {'rich', 'jinja2', 'docx', 'lxml', 'yaml', 'babel'} & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_wide_help_breaks_by_columns():
    page = run("templates", "--help", COLUMNS="44").stdout.decode()
    from drafter.cli.help import width

    assert max(width(line) for line in page.splitlines()) <= 44
    assert not any(line.strip().startswith(("，", "；", "。")) for line in page.splitlines())

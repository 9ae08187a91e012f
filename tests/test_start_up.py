"""Start-up is part of the product: which modules a command loads, as a list, not a time."""

import subprocess
import sys

import pytest

_HEAVY = ("rich", "jinja2", "docx", "lxml", "yaml", "pydantic", "zipfile", "tomllib", "xml.etree")


def _loaded(*arguments: str) -> set[str]:
    code = (
        f"import sys; sys.argv[1:] = {list(arguments)!r}; from drafter.__main__ import main\n"
        "code = main(); sys.stderr.write('\\n' + ' '.join(sys.modules)); sys.exit(code)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    return set(found.stderr.splitlines()[-1].split())


def test_the_version_loads_nothing_but_itself():
    loaded = _loaded("--version")
    assert not loaded & {*_HEAVY, "typer", "re", "dataclasses", "drafter.cli", "drafter.model"}


def test_the_help_loads_no_heavy_library():
    assert not _loaded("--help") & {*_HEAVY, "drafter.office"}


@pytest.mark.parametrize("command", [("templates", "list"), ("templates", "example", "工作汇报")])
def test_listing_templates_needs_no_jinja_and_no_word(command):
    assert not _loaded(*command) & {"rich", "jinja2", "docx", "lxml", "zipfile"}


def test_drafting_an_outline_loads_no_word(tmp_path):
    loaded = _loaded("draft", "工作汇报", "--no-input", "-o", str(tmp_path / "a.md"))
    assert not loaded & {"rich", "docx", "lxml", "zipfile", "tomllib"}


def test_drafting_a_word_file_needs_no_python_docx(tmp_path):
    loaded = _loaded("draft", "工作汇报", "--no-input", "-o", str(tmp_path / "a.docx"))
    assert not loaded & {"rich", "docx", "lxml", "zipfile"}

"""docs/dated.md: its uses and keys are those of the data, its example is read."""

import shlex

from drafter import dated
from tests.cli.conftest import drafter, home
from tests.docs.page import column, examples, page

PAGE = page("dated.md")
__all__ = ["drafter", "home"]


def test_every_use_and_every_key_is_told():
    assert column(PAGE, "用途") == list(dated.formulations())
    assert set(column(PAGE, "行的键")) == dated._KEYS


def test_the_example_is_read():
    assert dated.read_formulations(examples(PAGE, "toml")[0], "dated.toml")["核心号召"][0].words


def test_the_command_runs(drafter):
    assert drafter(*shlex.split(examples(PAGE, "sh")[0])[1:]).code == 0
    assert "更加紧密地团结在" in drafter("convert", "五月.docx", "--to", "text").out

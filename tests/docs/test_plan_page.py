"""docs/plan.md and docs/files.md: their commands run in the order they stand."""

import pytest

from drafter.drafting.sources import KINDS
from tests.cli.conftest import drafter, home
from tests.docs.page import column, examples, page
from tests.docs.test_readme import run

__all__ = ["drafter", "home"]


@pytest.fixture
def made(drafter):
    """What docs/plan.md makes: 讲话.docx among it."""
    for line in examples(page("plan.md"), "sh")[0].splitlines():
        run(drafter, line)
    return drafter


def test_the_plan_s_commands_run_and_the_files_too(made, tmp_path):
    (tmp_path / "文件夹").mkdir()
    (tmp_path / "文件夹" / "旧稿.docx").write_bytes((tmp_path / "讲话.docx").read_bytes())
    for line in examples(page("files.md"), "sh")[0].splitlines():
        if " preview " not in line:
            run(made, line)


def test_every_kind_of_source_is_told():
    assert len(column(page("plan.md"), "出处")) == len(KINDS)

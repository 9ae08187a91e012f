"""LibreOffice opens files with fixes put in and shows every change and every comment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest

import drafter
from tests.formats.docx.good import RICH
from tests.revise.messy import messy, para, run, said
from tests.revise.test_fix import boxed, finding

pytestmark = pytest.mark.render


def opened(data: bytes, folder) -> str:
    """Give a file as LibreOffice takes it, in its own flat format."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
    (folder / "file.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder)]
    environment = os.environ | {"LANG": "C.UTF-8"}
    subprocess.run(
        [*call, str(folder / "file.docx")],
        check=True, capture_output=True, timeout=300, env=environment,
    )  # fmt: skip
    return (folder / "file.fodt").read_text("utf-8")


def changes(shown: str) -> tuple[int, int]:
    """Count the insertions and the deletions of drafter's."""
    regions = re.findall("<text:changed-region.*?</text:changed-region>", shown, re.S)
    ours = [one for one in regions if "<dc:creator>drafter<" in one]
    kinds = [re.search("<text:(insertion|deletion)", one)[1] for one in ours]
    return kinds.count("insertion"), kinds.count("deletion")


def test_it_shows_every_change_and_every_comment(tmp_path):
    body = said('要抓好"安全"工作,确保见效') + para(run("全县"), run("共计"), run("投资,"))
    data = messy(body + para(run("见框"), boxed(said("电话：另告"))))
    fixes = [
        finding(data, '"安全"', "“安全”"),  # two of each
        finding(data, "见效", "见效。"),  # words put in
        finding(data, "县共计投", "县总投"),  # one of each
        finding(data, "资,", "资"),  # words taken out
    ]
    remarks = [finding(data, "工作,", None), finding(data, "电话", None)]
    fixed = drafter.fix(data, fixes, remarks)
    assert fixed.unplaced == ()
    shown = opened(fixed.data, tmp_path)
    assert changes(shown) == (4, 4)
    assert shown.count("<office:annotation ") == 2


def test_it_shows_the_changes_in_a_file_of_ours(tmp_path):
    data = drafter.write(RICH, "docx")
    fixed = drafter.fix(data, [finding(data, "“两座”", "两座"), finding(data, "基本", "总体")])
    assert changes(opened(fixed.data, tmp_path)) == (1, 3)

"""Full-width fonts stand in for Chinese ones that are not installed."""

import pytest
from lxml import etree

from drafter.office.program import Office
from drafter.office.standin import fontconfig, stand_in
from tests.office import stand_in as machine

DEBIAN = {"AR PL UMing CN", "AR PL UKai CN", "Liberation Serif"}
NOTO = {"Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Serif CJK TC"}
WINDOWS = {"宋体", "黑体", "仿宋", "楷体", "华文中宋"}


@pytest.mark.parametrize(
    ("asked", "debian", "noto", "windows"),
    [
        ("仿宋_GB2312", "AR PL UMing CN", "Noto Serif CJK SC", "仿宋"),
        ("FangSong", "AR PL UMing CN", "Noto Serif CJK SC", "仿宋"),
        ("楷体_GB2312", "AR PL UKai CN", "Noto Serif CJK SC", "楷体"),
        ("KaiTi", "AR PL UKai CN", "Noto Serif CJK SC", "楷体"),
        ("方正黑体_GBK", "AR PL UMing CN", "Noto Sans CJK SC", "黑体"),
        ("Microsoft YaHei", "AR PL UMing CN", "Noto Sans CJK SC", "黑体"),
        ("方正小标宋简体", "AR PL UMing CN", "Noto Serif CJK SC", "华文中宋"),
        ("SimSun", "AR PL UMing CN", "Noto Serif CJK SC", "宋体"),
        ("方正姚体", "AR PL UMing CN", "Noto Serif CJK SC", "宋体"),
        ("Times New Roman", "", "", ""),
    ],
)
def test_a_missing_font_is_drawn_with_one_of_its_kind(asked, debian, noto, windows):
    found = [stand_in(asked, fonts.__contains__) for fonts in (DEBIAN, NOTO, WINDOWS)]
    assert found == [debian, noto, windows]


def test_any_full_width_font_will_do_before_none():
    assert stand_in("宋体", {"WenQuanYi Zen Hei"}.__contains__) == "WenQuanYi Zen Hei"
    assert stand_in("宋体", {"DejaVu Sans"}.__contains__) == ""


def test_the_configuration_is_the_machine_s_with_the_stand_ins_put_first(monkeypatch):
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    root = etree.fromstring(fontconfig({"甲 & <乙>": "AR PL UMing CN"}))
    assert [child.tag for child in root] == ["include", "match"]
    assert root.findtext("include") == "fonts.conf"
    assert root.findtext("match/test/string") == "甲 & <乙>"
    assert root.findtext("match/edit/string") == "AR PL UMing CN"


def test_a_configuration_of_the_user_s_own_stays_in_force(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/home/wang/fonts & more.conf")
    assert etree.fromstring(fontconfig({})).findtext("include") == "/home/wang/fonts & more.conf"


def test_libreoffice_is_told(tmp_path, monkeypatch):
    keeps = (
        "import os\n"
        "told = Path(os.environ['FONTCONFIG_FILE']).read_bytes()\n"
        "Path(__file__).with_name('told').write_bytes(told)\n"
    )
    folder = machine.install(tmp_path, monkeypatch, office=machine.RENDERS + keeps)
    with Office(30) as office:
        office.pdfs(b"word", stand_ins={"仿宋_GB2312": "AR PL UMing CN"})
    assert (folder / "told").read_text("utf-8") == fontconfig({"仿宋_GB2312": "AR PL UMing CN"})

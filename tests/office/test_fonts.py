"""The fonts of the machine, and what stands in for those it has not."""

import struct
from pathlib import Path

import pytest

from drafter.office.fontfile import Face, faces
from drafter.office.fonts import Fonts, Substitution, installed
from tests.office import stand_in

NAMES = (
    (1, 0x409, "SimHei"),
    (1, 0x804, "黑体"),
    (4, 0x409, "SimHei Regular"),
    (6, 0x409, "SimHei"),
)


def font_file(at: int = 0) -> bytes:
    """Make a TrueType file, to stand ``at`` bytes into a file, that has only names."""
    words = b"".join(name.encode("utf-16-be") for _kind, _language, name in NAMES)
    records, offset = b"", 0
    for kind, language, name in NAMES:
        length = len(name.encode("utf-16-be"))
        records += struct.pack(">6H", 3, 1, language, kind, length, offset)
        offset += length
    names = struct.pack(">3H", 0, len(NAMES), 6 + len(records)) + records + words
    start = 12 + 2 * 16
    tables = struct.pack(">4s3L", b"cmap", 0, 0, 0)
    tables += struct.pack(">4s3L", b"name", 0, at + start, len(names))
    return struct.pack(">L4H", 0x10000, 2, 0, 0, 0) + tables + names


def test_a_font_file_is_known_by_all_its_names(tmp_path):
    path = tmp_path / "simhei.ttf"
    path.write_bytes(font_file())
    assert faces(path) == [Face(("SimHei", "黑体"), "SimHei")]


def test_a_collection_has_many_faces(tmp_path):
    path = tmp_path / "two.ttc"
    head = struct.pack(">4s4L", b"ttcf", 0x10000, 2, 20, 20)
    path.write_bytes(head + font_file(20))
    assert faces(path) == [Face(("SimHei", "黑体"), "SimHei")] * 2


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"ttcf" + b"\xff" * 8, font_file()[:70]])
def test_an_unsound_font_file_has_none(tmp_path, data):
    path = tmp_path / "broken.ttf"
    path.write_bytes(data)
    assert faces(path) == []


def test_fontconfig_is_asked_where_it_is(tmp_path, monkeypatch):
    stand_in.install(tmp_path, monkeypatch)
    found = installed()
    assert all(found.has(name) for name in ("AR PL UMing CN", "simhei", "黑体", "@黑体"))
    assert not found.has("仿宋_GB2312")


def test_the_font_files_are_read_where_there_is_no_fontconfig(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / ".local/share/fonts/office/SIMHEI.TTF"
    file.parent.mkdir(parents=True)
    file.write_bytes(font_file())
    file.with_name("readme.txt").write_text("words", "utf-8")
    assert installed().has("黑体")


def test_what_a_missing_font_is_drawn_with_is_called_by_the_name_people_know():
    here = Fonts([Face(("SimHei", "黑体"), "SimHei")])
    bold = stand_in.PDF.replace(b"UMingCN", b"SimHei")
    found = here.substituted({"仿宋_GB2312": bold, "楷体": stand_in.PDF, "宋体": b""})
    assert found == [
        Substitution("仿宋_GB2312", "黑体"),
        Substitution("楷体", "UMingCN"),
        Substitution("宋体", ""),
    ]


def test_a_font_that_libreoffice_brings_itself_is_no_substitution():
    drawn = stand_in.PDF.replace(b"UMingCN", b"LiberationSerif-Bold")
    assert Fonts([]).substituted({"Liberation Serif": drawn}) == []
    assert Fonts([]).substituted({"Liberation": drawn}) != []


def test_folders_that_are_not_there_hold_no_fonts(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("drafter.office.fonts._folders", lambda: iter([Path(tmp_path, "none")]))
    assert not installed().has("黑体")

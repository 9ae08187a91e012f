"""drafter preview as a user sees it, with a stand-in for LibreOffice."""

import hashlib
import json
import os
import stat
import sys
from functools import partial
from pathlib import Path

import pytest

from drafter.cli.watch import watch
from tests.office import stand_in

OUTLINE = "---\n标题: 在推进会上的讲话\n---\n\n同志们：\n\n今天开会。\n"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def machine(tmp_path, tmp_path_factory, monkeypatch):
    """A machine with LibreOffice and two fonts, its temporary files in a folder of their own."""
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return stand_in.install(tmp_path_factory.mktemp("machine"), monkeypatch)


@pytest.fixture
def preview(machine, drafter):
    """Run `drafter preview ARGS` beside an outline called 讲话.md."""
    Path("讲话.md").write_text(OUTLINE, "utf-8")
    return partial(drafter, "preview")


def renders(machine: Path) -> int:
    log = machine / "runs"
    return len(log.read_text().splitlines()) if log.exists() else 0


def test_a_preview_goes_to_a_new_folder_and_says_where(preview):
    first = Path(preview("讲话.md").out.rstrip("\n"))
    second = Path(preview("讲话.md").out.rstrip("\n"))
    assert first != second
    assert first.name == second.name == "讲话.pdf"
    assert first.parent.name.startswith("drafter-讲话-")
    assert first.read_bytes() == second.read_bytes() == stand_in.PDF
    assert [path.name for path in Path().iterdir()] == ["讲话.md"]
    assert sorted(first.parent.parent.iterdir()) == sorted({first.parent, second.parent})


def test_pictures_stand_beside_the_pdf_one_a_page(preview):
    result = preview("讲话.md", "--png", "-o", "看.pdf", "--dpi", "72")
    assert result.out.splitlines() == ["看.pdf", "看-01.png", "看-02.png"]
    for name in ("看-01.png", "看-02.png"):
        data = Path(name).read_bytes()
        assert data.startswith(PNG)
        assert data[16:24] == (72).to_bytes(4) + (144).to_bytes(4)


def test_a_folder_is_filled_and_files_get_ordinary_rights(preview):
    Path("出").mkdir()
    assert preview("讲话.md", "-o", "出").out == "出/讲话.pdf\n"
    usual = Path("讲话.md").stat().st_mode
    assert stat.S_IMODE(Path("出/讲话.pdf").stat().st_mode) == stat.S_IMODE(usual)


def test_data_tells_pages_fonts_and_digest(preview):
    found = json.loads(preview("讲话.md", "-o", "a.pdf", "--json").out)
    assert found == {
        "path": "a.pdf",
        "sha256": hashlib.sha256(stand_in.PDF).hexdigest(),
        "pages": 2,
        "pictures": [],
        "substituted": [
            {"asked": name, "used": "AR PL UMing CN"}
            for name in ("方正小标宋简体", "仿宋_GB2312", "宋体")
        ],
        "renderer": "Azure 123",
        "warnings": [],
    }


def test_a_person_is_told_which_fonts_stand_in(preview, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    said = preview("讲话.md").err.splitlines()
    assert "not installed here (3)" in said[0]
    assert "  仿宋_GB2312 → AR PL UMing CN" in said
    assert not any("黑体" in line for line in said)


def test_while_watching_they_are_told_once(preview, monkeypatch):
    editor = Editor("讲话.md", OUTLINE.replace("今天", "明天").encode())
    monkeypatch.setattr("drafter.cli.watch.watch", partial(watch, pause=editor))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    said = preview("讲话.md", "--watch").err
    assert said.count("not installed here") == 1
    assert said.count("rendered, pages: 2; watching 讲话.md") == 2


def test_lines_left_out_of_a_text_are_told(preview):
    Path("a.txt").write_text("同志们：\n今天开会。\n更多范文请点击下方链接下载。\n", "utf-8")
    found = json.loads(preview("a.txt", "--json").out)
    assert "更多范文" in found["warnings"][0]


def test_stdin_is_shown_and_a_pdf_goes_down_a_pipe(preview):
    result = preview("-", "-o", "-", stdin=OUTLINE.encode())
    assert result.code == 0
    assert result.raw == stand_in.PDF
    assert Path(preview("-", stdin=OUTLINE.encode()).out.rstrip("\n")).name == "preview.pdf"


@pytest.mark.parametrize("name", ["-讲 话.md", "a b.txt", "长" * 80 + ".md", "a.b.md"])
def test_any_file_name_will_do(preview, name):
    Path(name).write_text(OUTLINE, "utf-8")
    result = preview("--", name)
    assert result.code == 0
    assert Path(result.out.rstrip("\n")).read_bytes() == stand_in.PDF


def test_a_word_file_is_rendered_as_it_is(preview, drafter, machine):
    assert drafter("convert", "讲话.md", "-o", "a.docx").code == 0
    before = Path("a.docx").read_bytes()
    copies = 'Path(given[0], "0.pdf").write_bytes(b"%PDF" + Path(given[1]).read_bytes())'
    stand_in.program(machine / "soffice", stand_in.RENDERS + copies)
    assert preview("a.docx", "-o", "a.pdf").code == 0
    assert Path("a.pdf").read_bytes() == b"%PDF" + before
    assert Path("a.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["讲话.md", "-o", "-", "--json"], "only one PDF goes to stdout"),
        (["讲话.md", "-o", "-", "--png"], "only one PDF goes to stdout"),
        (["-", "--watch"], "stdin cannot be watched"),
        (["a.docx", "--house", "plain"], "a Word file is shown as it is"),
        (["讲话.md", "--house", "nowhere"], "no house style called nowhere"),
        (["讲话.md", "-o", "nowhere"], "neither a .pdf file nor a folder"),
        (["讲话.md", "-o", "nowhere/a.pdf"], "the folder nowhere does not exist"),
        (["讲话.md", "--dpi", "5"], "--dpi"),
        (["a.xls"], "does not tell its format"),
        (["无.md"], "there is no such file"),
    ],
)
def test_what_cannot_be_done_is_told_and_leaves_nothing(preview, arguments, said):
    result = preview(*arguments)
    assert result.code == 2
    assert said in result.err
    assert result.out == ""
    assert [path.name for path in Path().iterdir()] == ["讲话.md"]


def test_nothing_is_replaced_unasked(preview, machine):
    Path("a.pdf").write_bytes(b"old")
    result = preview("讲话.md", "-o", "a.pdf")
    assert result.code == 2
    assert "exists already" in result.err
    assert renders(machine) == 0
    assert Path("a.pdf").read_bytes() == b"old"
    assert preview("讲话.md", "-o", "a.pdf", "--force").code == 0
    assert Path("a.pdf").read_bytes() == stand_in.PDF


def test_a_picture_in_the_way_keeps_all_others_from_being_written(preview):
    Path("a-02.png").write_bytes(b"old")
    result = preview("讲话.md", "--png", "-o", "a.pdf")
    assert result.code == 2
    assert "a-02.png: error: this file exists already" in result.err
    assert sorted(path.name for path in Path().iterdir()) == ["a-02.png", "讲话.md"]


def test_pages_of_an_earlier_longer_preview_go_where_files_may_be_replaced(preview):
    for name in ("01", "02", "03", "04", "06", "2024", "5", "x"):
        Path(f"a-{name}.png").write_bytes(b"old")
    Path("a-03.jpg").write_bytes(b"old")
    assert preview("讲话.md", "--png", "-o", "b.pdf").code == 0
    assert preview("讲话.md", "-o", "a.pdf", "--force").code == 0
    assert Path("a-03.png").exists()
    assert preview("讲话.md", "--png", "-o", "a.pdf", "--force").code == 0
    assert sorted(path.name for path in Path().glob("a*")) == [
        "a-01.png", "a-02.png", "a-03.jpg", "a-06.png", "a-2024.png", "a-5.png", "a-x.png", "a.pdf",
    ]  # fmt: skip
    assert Path("b-02.png").exists()


def test_pages_beside_stay_where_nothing_may_be_replaced(preview):
    Path("a-03.png").write_bytes(b"old")
    assert preview("讲话.md", "--png", "-o", "a.pdf").code == 0
    assert Path("a-03.png").read_bytes() == b"old"


def test_a_full_disk_leaves_nothing_behind(preview, monkeypatch):
    count = iter(range(9))

    def full_at_last(_handle):
        if next(count) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_at_last)
    result = preview("讲话.md", "--png", "-o", "a.pdf")
    assert result.code == 2
    assert [path.name for path in Path().iterdir()] == ["讲话.md"]


def test_no_room_for_temporary_files_is_told(preview, monkeypatch):
    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    result = preview("讲话.md", "-o", "a.pdf")
    assert result.code == 2
    assert "the folder for temporary files cannot be used: No space left" in result.err


def test_an_input_is_never_replaced(preview):
    os.link("讲话.md", "a.pdf")
    result = preview("讲话.md", "-o", "a.pdf", "--force")
    assert result.code == 2
    assert "overwrite its own input" in result.err
    assert Path("讲话.md").read_text("utf-8") == OUTLINE


def test_without_libreoffice_the_way_to_it_is_told(preview, monkeypatch):
    monkeypatch.delenv("DRAFTER_SOFFICE")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("drafter.office.program._LAST_PLACES", ())
    result = preview("讲话.md", "-o", "a.pdf")
    assert result.code == 2
    assert result.err.startswith("error: a preview needs LibreOffice")
    assert "libreoffice-writer-nogui" in result.err
    assert not Path("a.pdf").exists()


def test_a_failed_rendering_gets_one_message_with_its_last_words(preview, machine):
    stand_in.program(machine / "soffice", stand_in.FAILS)
    result = preview("讲话.md", "-o", "a.pdf")
    assert result.code == 2
    assert "讲话.md: error: LibreOffice could not render this file" in result.err
    assert "source file could not be loaded" in result.err
    assert not Path("a.pdf").exists()


def test_a_rendering_that_takes_too_long_is_stopped(preview, machine):
    stand_in.program(machine / "soffice", "import time; time.sleep(30)")
    result = preview("讲话.md", "--timeout", "1")
    assert result.code == 2
    assert "not done after 1 seconds" in result.err
    assert "--timeout" in result.err


@pytest.mark.parametrize("data", [b"words", b"PK\x03\x04words", b"\xd0\xcf\x11\xe0old"])
def test_a_damaged_word_file_is_told_before_libreoffice_guesses(preview, machine, data):
    Path("a.docx").write_bytes(data)
    result = preview("a.docx")
    assert result.code == 2
    assert "a.docx: error: " in result.err
    assert "Word file" in result.err
    assert renders(machine) == 0


def test_pictures_need_a_program_that_is_named(preview, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    result = preview("讲话.md", "--png", "-o", "a.pdf")
    assert result.code == 2
    assert "pip install pypdfium2" in result.err
    assert "poppler-utils" in result.err
    assert not Path("a.pdf").exists()


def test_pictures_are_made_by_poppler_where_it_is_there(preview, machine, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    code = (
        "import sys; from pathlib import Path\n"
        'for n in (9, 10): Path(f"{sys.argv[-1]}-{n}.png").write_text(f"{n} {sys.argv[3]}")'
    )
    stand_in.program(machine / "pdftoppm", code)
    assert preview("讲话.md", "--png", "--dpi", "96", "-o", "a.pdf").code == 0
    assert Path("a-01.png").read_text() == "9 96"
    assert Path("a-02.png").read_text() == "10 96"


class Editor:
    """What happens to a file while it is watched, a step at each pause; then Ctrl-C."""

    def __init__(self, name: str, *steps) -> None:
        self.name = name
        self.steps = iter(steps)
        self.saved = 0

    def __call__(self) -> None:
        step = next(self.steps, KeyboardInterrupt)
        if step is KeyboardInterrupt:
            raise KeyboardInterrupt
        if callable(step):
            step()
        elif step is None:
            Path(self.name).unlink()
        elif step:
            self.saved += 1
            Path(self.name).write_bytes(step)
            os.utime(self.name, (self.saved, self.saved))


def watched(*steps) -> list[bytes]:
    """Watch a file while it is edited; give what was shown."""
    Path("a.txt").write_bytes(b"1")
    shown: list[bytes] = []
    with pytest.raises(KeyboardInterrupt):
        watch("a.txt", shown.append, Editor("a.txt", *steps))
    return shown


def test_a_file_is_shown_at_once_and_whenever_it_says_something_new(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert watched() == [b"1"]
    assert watched(b"", b"", b"2", b"", b"3") == [b"1", b"2", b"3"]
    assert watched(b"1", b"2", b"2") == [b"1", b"2"]


def test_a_file_that_is_gone_for_a_while_is_told_once(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert watched(None, b"", b"", b"2") == [b"1", b"2"]
    assert capsys.readouterr().err.count("a.txt: ") == 1


def test_watching_goes_on_past_a_broken_outline_in_the_same_place(preview, machine, monkeypatch):
    broken = "---\n标题: 讲话\n\n正文\n".encode()
    changed = OUTLINE.replace("今天", "明天").encode()
    editor = Editor("讲话.md", b"", OUTLINE.encode(), broken, b"", changed)
    monkeypatch.setattr("drafter.cli.watch.watch", partial(watch, pause=editor))
    result = preview("讲话.md", "--watch", "-o", "a.pdf")
    assert result.code == 130
    assert result.out == "a.pdf\na.pdf\n"
    assert result.err.count("讲话.md:1: error: the front matter") == 1
    assert renders(machine) == 2


def test_watching_without_an_output_keeps_to_one_folder(preview, monkeypatch):
    editor = Editor("讲话.md", OUTLINE.replace("今天", "明天").encode())
    monkeypatch.setattr("drafter.cli.watch.watch", partial(watch, pause=editor))
    lines = [json.loads(line) for line in preview("讲话.md", "--watch", "--json").out.splitlines()]
    assert len(lines) == 2
    assert lines[0]["path"] == lines[1]["path"]


def test_pictures_of_pages_that_are_no_more_go(preview, machine, monkeypatch):
    def shorter():
        one_page = stand_in.PDF.replace(b"[3 0 R 4 0 R]/Count 2", b"[3 0 R]/Count 1")
        (machine / "pdf").write_bytes(one_page)

    editor = Editor("讲话.md", shorter, OUTLINE.replace("今天", "明天").encode())
    monkeypatch.setattr("drafter.cli.watch.watch", partial(watch, pause=editor))
    result = preview("讲话.md", "--watch", "--png", "-o", "a.pdf")
    assert result.out.splitlines() == ["a.pdf", "a-01.png", "a-02.png", "a.pdf", "a-01.png"]
    assert not Path("a-02.png").exists()


def test_watching_never_begins_where_the_output_may_not_go(preview):
    Path("a.pdf").write_bytes(b"old")
    assert preview("讲话.md", "--watch", "-o", "a.pdf").code == 2
    assert preview("讲话.md", "--watch", "-o", "无/a.pdf").code == 2
    assert preview("无.md", "--watch").code == 2

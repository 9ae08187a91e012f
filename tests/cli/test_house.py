"""drafter house, and --house of the other commands, with house files of the user's own."""

import json
from pathlib import Path

import pytest

import drafter as library
from drafter.office.render import Rendered
from tests.formats.docx.good import parts_of
from tests.office import stand_in

FORM = '[page_number]\nform = "- {n} -"\n'
NOTICE = "---\n文种: 通知\n标题: 关于值班的通知\n---\n\n请值班。\n"
LETTER = "---\n文种: 函\n标题: 关于资料的函\n发文机关标志: 云溪县水务局\n---\n\n请函复。\n"
TEMPLATE = "工作部署会讲话"
OPEN = "page_number.form: — {n} — → - {n} -（7.5 国标）"


@pytest.fixture
def houses(home):
    """The folder of the user's house files, there and empty."""
    from drafter.cli.userhouses import houses_folder

    folder = houses_folder()
    assert home in folder.parents
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def chinese(monkeypatch):
    """A user who is spoken to in Chinese."""
    from drafter.cli.language import speak

    yield lambda: monkeypatch.setenv("DRAFTER_LANG", "zh")
    monkeypatch.setenv("DRAFTER_LANG", "en")
    speak()


def footer(data: bytes) -> str:
    return parts_of(data)["word/footer1.xml"].decode()


def document(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


# list


@pytest.mark.parametrize("command", [(), ("list",)])
def test_the_houses_are_listed_with_their_titles(drafter, command):
    result = drafter("house", *command)
    assert result.code == 0
    assert [line.split() for line in result.out.splitlines()] == [
        [name, library.load_house(name).title] for name in library.house_names()
    ]


def test_houses_of_ones_own_are_listed_too(drafter, houses):
    (houses / "云溪县.toml").write_text('title = "云溪县格式"\n' + FORM, "utf-8")
    (houses / "letter.toml").write_text('title = "本县信函"\n', "utf-8")
    (houses / ".#unit.toml").write_text("an editor's lock", "utf-8")
    (houses / "notes.txt").write_text("no house", "utf-8")
    result = drafter("house", "list")
    assert result.code == 0
    assert "云溪县    云溪县格式（your own）" in result.out.splitlines()
    assert "letter    本县信函（your own）" in result.out.splitlines()
    rows = json.loads(drafter("house", "list", "--json").out)
    assert [row["name"] for row in rows if row["from"] == "user"] == ["letter", "云溪县"]
    assert {"name": "gbt9704", "title": "公文格式", "from": "built-in"} in rows


def test_a_person_is_told_where_house_files_go(drafter, houses, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert f"house files of your own go to {houses}" in drafter("house").err


def test_a_broken_file_is_told_by_its_path_beside_the_sound_ones(drafter, houses):
    (houses / "unit.toml").write_text("[page]\nlines = 0\n", "utf-8")
    (houses / "empty.toml").write_bytes(b"")
    result = drafter("house", "list")
    assert result.code == 2
    assert f"{houses / 'unit.toml'}:2: error: page.lines is 0" in result.err
    assert f"{houses / 'empty.toml'}: error: this file is empty" in result.err
    assert "unit      cannot be used（your own）" in result.out.splitlines()
    assert "letter    信函格式" in result.out.splitlines()


def test_a_broken_standard_is_told_once_and_not_for_every_house(drafter, houses):
    (houses / "gbt9704.toml").write_text("[page\n", "utf-8")
    result = drafter("house", "list", "--json")
    assert result.code == 2
    assert result.err.count("gbt9704.toml:1:6: error: this is no valid TOML") == 1
    assert {row["title"] for row in json.loads(result.out)} == {None}


# show


def test_a_house_is_shown_value_by_value_with_its_clauses(drafter):
    result = drafter("house", "show", "letter")
    rows = [line.split() for line in result.out.splitlines()]
    assert result.code == 0
    assert ["masthead.form", "letter", "10.1", "国标"] in rows
    assert ["page.lines", "22", "5.2.3", "国标"] in rows
    assert ["page_number.first_page", "false", "10.1", "国标"] in rows
    assert len(rows) == len(library.load_house("letter").values)


def test_a_house_is_shown_as_data(drafter):
    rows = json.loads(drafter("house", "show", "gbt9704", "--json").out)
    assert {"path": "page.lines", "value": 22, "clause": "5.2.3", "source": "国标"} in rows
    assert {row["path"]: row["value"] for row in rows} == dict(library.load_house("gbt9704").values)


@pytest.mark.parametrize("name", ["云溪县", "云溪县格式", "./云溪县.toml"])
def test_a_house_of_ones_own_is_shown_by_name_title_and_path(drafter, houses, name):
    for folder in (houses, Path()):
        (folder / "云溪县.toml").write_text('title = "云溪县格式"\n' + FORM, "utf-8")
    rows = json.loads(drafter("house", "show", name, "--json").out)
    assert {"path": "page_number.form", "value": "- {n} -", "clause": "", "source": "实务"} in rows


def test_a_house_that_is_not_there_offers_the_nearest(drafter):
    result = drafter("house", "show", "lettre")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("error: there is no house style called lettre\n  did you mean letter?\n")
    assert drafter("house", "show", "无此.toml").code == 2


# check


def test_a_sound_file_is_told_by_what_it_changes(drafter, monkeypatch):
    Path("unit.toml").write_text(FORM, "utf-8")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    result = drafter("house", "check", "unit.toml")
    assert (result.code, result.out) == (0, OPEN + "\n")
    assert result.err == "this house file is sound; values of gbt9704 that it changes: 1\n"
    assert json.loads(drafter("house", "check", "unit.toml", "--json").out) == [
        {
            "path": "page_number.form",
            "was": "— {n} —",
            "is": "- {n} -",
            "clause": "7.5",
            "source": "国标",
        }
    ]


def test_what_the_base_leaves_unsaid_is_told_as_it_is_without_a_word(drafter):
    Path("unit.toml").write_text("looks.body.bold = true\nlooks.body.line_pt = 28\n", "utf-8")
    assert drafter("house", "check", "unit.toml").out == (
        "looks.body.bold: false → true\nlooks.body.line_pt: — → 28\n"
    )


def test_a_file_is_compared_with_what_it_is_based_on(drafter, houses):
    (houses / "dept.toml").write_text(FORM, "utf-8")
    (houses / "gbt9704.toml").write_text("[page]\ntop_mm = 36\n", "utf-8")
    Path("unit.toml").write_text('based_on = "dept"\n[page]\nbottom_mm = 36\n', "utf-8")
    assert drafter("house", "check", "unit.toml").out == ("page.bottom_mm: 35 → 36（5.2.1 国标）\n")
    assert drafter("house", "check", houses / "dept.toml").out == OPEN + "\n"
    assert drafter("house", "check", houses / "gbt9704.toml").out == (
        "page.top_mm: 37 → 36（5.2.1 国标）\n"
    )


@pytest.mark.parametrize("json", [(), ("--json",)])
def test_all_that_is_wrong_in_a_file_is_told_at_once(drafter, json):
    Path("unit.toml").write_text('[page]\ntop_m = 3\nlines = "22"\nchars = 99\n', "utf-8")
    result = drafter("house", "check", "unit.toml", *json)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        "unit.toml:2: error: a house style has no value page.top_m",
        "unit.toml:3: error: page.lines has to be a whole number",
        "unit.toml:4: error: page.chars is 99: it has to be > 0, ≤ 60",
        "  did you mean page.top_mm?",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "unit.toml: error: this file is empty"),
        (b"PK\x03\x04", "unit.toml: error: this is a Word (.docx) file, not text"),
        ("标题 = 1\n".encode(), "unit.toml:1:1: error: this is no valid TOML: Invalid statement"),
        (b'based_on = "x"', "unit.toml:1: error: no house style called x"),
    ],
)
def test_a_file_that_is_no_house_file_is_told(drafter, data, told):
    Path("unit.toml").write_bytes(data)
    result = drafter("house", "check", "unit.toml")
    assert result.code == 2
    assert result.err.startswith(told)


def test_a_file_saved_by_notepad_is_read(drafter):
    words = 'title = "云溪县格式"\r\n' + FORM.replace("\n", "\r\n")
    for encoding in ("utf-8-sig", "gbk", "utf-16"):
        Path("unit.toml").write_bytes(words.encode(encoding))
        assert drafter("house", "check", "unit.toml").out == OPEN + "\n"


def test_messages_are_chinese_for_those_who_read_chinese(drafter, chinese):
    Path("unit.toml").write_text('[page]\nlines = "22"\ntop_mm = 999\n', "utf-8")
    chinese()
    result = drafter("house", "check", "unit.toml")
    assert result.code == 2
    first, second = result.err.splitlines()
    assert first.startswith("unit.toml:2: 错误：page.lines")
    assert second.startswith("unit.toml:3: 错误：page.top_mm")
    assert "has to be" not in result.err
    assert "没有" in drafter("house", "show", "lettre").err


def test_the_list_is_chinese_for_those_who_read_chinese(drafter, houses, chinese):
    (houses / "letter.toml").write_text("[page\n", "utf-8")
    chinese()
    assert "letter    不能用（自己的）" in drafter("house", "list").out.splitlines()


# --house


@pytest.fixture
def written(drafter):
    """Write a Word file with a command; gives its bytes."""

    def write(*arguments: str) -> bytes:
        result = drafter(*arguments, "-o", "out.docx", "--force")
        assert (result.code, result.err) == (0, "")
        return Path("out.docx").read_bytes()

    Path("通知.md").write_text(NOTICE, "utf-8")
    Path("函.md").write_text(LETTER, "utf-8")
    return write


COMMANDS = {"draft": ("draft", TEMPLATE, "--no-input"), "convert": ("convert", "通知.md")}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_house_file_is_worn_by_its_path(written, command):
    Path("x.toml").write_text(FORM, "utf-8")
    plain = written(*COMMANDS[command])
    worn = written(*COMMANDS[command], "--house", "./x.toml")
    assert ">— </w:t>" in footer(plain)
    assert ">- </w:t>" in footer(worn)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["letter", "信函格式"])
def test_a_house_is_worn_by_name_and_by_title(written, command, name):
    worn = written(*COMMANDS[command], "--house", name)
    assert "<w:titlePg/>" not in document(worn)  # neither has a mark to make it a letter of
    assert worn == written(*COMMANDS[command], "--house", "letter")
    assert worn != written(*COMMANDS[command])


def test_a_document_asks_for_a_house_in_its_front_matter(written, houses):
    (houses / "云溪县.toml").write_text('title = "云溪县格式"\n' + FORM, "utf-8")
    for name in ("云溪县", "云溪县格式"):
        Path("a.md").write_text(NOTICE.replace("标题", f"版式: {name}\n标题"), "utf-8")
        assert ">- </w:t>" in footer(written("convert", "a.md"))
    Path("b.md").write_text(NOTICE.replace("标题", "版式: 信函格式\n标题"), "utf-8")
    assert document(written("convert", "b.md")) == document(
        written("convert", "通知.md", "--house", "letter")
    )


def test_a_file_named_like_the_standard_is_worn_without_asking(written, houses):
    (houses / "gbt9704.toml").write_text(FORM, "utf-8")
    for source in ("通知.md", "函.md"):
        assert ">- </w:t>" in footer(written("convert", source))
    (houses / "gbt9704.toml").unlink()
    (houses / "letter.toml").write_text(FORM, "utf-8")
    assert ">— </w:t>" in footer(written("convert", "通知.md"))
    assert ">- </w:t>" in footer(written("convert", "函.md"))


@pytest.mark.parametrize(
    "data", [b"", b"[page\n", b"[page]\nlines = 0\n", b"\xff\xff\xff\xfe\x00\x80"]
)
def test_a_broken_file_stops_only_those_who_need_it(drafter, written, houses, data):
    file = houses / "letter.toml"
    file.write_bytes(data)
    assert written("convert", "通知.md") == library.write(
        library.read(NOTICE.encode(), "outline").document, "docx"
    )
    written(*COMMANDS["draft"])
    Path("out.docx").unlink()
    assert drafter("convert", "函.md", "--to", "text").code == 0
    result = drafter("convert", "函.md", "-o", "out.docx")
    assert result.code == 2
    assert result.err.startswith(f"{file}:")
    assert len(result.err.splitlines()) <= 2
    assert not Path("out.docx").exists()


def test_a_folder_in_place_of_a_house_file_stops_nobody(written, houses):
    (houses / "unit.toml").mkdir()
    written("convert", "通知.md")


def test_no_right_to_the_folder_is_told_with_its_path(drafter, houses, monkeypatch):
    Path("a.md").write_text(NOTICE, "utf-8")

    def refused(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    result = drafter("convert", "a.md", "--to", "docx")
    assert result.code == 2
    assert f"{houses}: error: this folder cannot be read: Permission denied" in result.err


def test_an_unknown_house_is_wrong_use_and_writes_nothing(drafter, written):
    for name in ("lettre", "./x.toml"):
        assert drafter("convert", "通知.md", "-o", "a.docx", "--house", name).code == 2
    assert not Path("a.docx").exists()


# preview


@pytest.fixture
def preview(drafter, written, tmp_path_factory, monkeypatch):
    """Run `drafter preview`; gives the Word file LibreOffice was handed."""
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    stand_in.install(tmp_path_factory.mktemp("machine"), monkeypatch)
    seen = []

    def render(_renderer, word):
        seen.append(word)
        return Rendered(stand_in.PDF, 1, (), (), "stand-in")

    monkeypatch.setattr("drafter.office.render.Renderer.render", render)

    def run(*arguments: str) -> bytes:
        result = drafter("preview", *arguments, "-o", "a.pdf", "--force")
        assert (result.code, result.err) == (0, "")
        return seen.pop()

    return run


def test_a_preview_wears_the_house_that_is_asked_for(preview, written):
    Path("x.toml").write_text(FORM, "utf-8")
    assert ">- </w:t>" in footer(preview("通知.md", "--house", "./x.toml"))
    assert preview("通知.md", "--house", "信函格式") == written(
        "convert", "通知.md", "--house", "letter"
    )


def test_a_preview_needs_no_other_file_than_its_own(preview, houses):
    (houses / "letter.toml").write_bytes(b"")
    assert ">— </w:t>" in footer(preview("通知.md"))

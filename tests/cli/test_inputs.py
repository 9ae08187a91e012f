"""Old and foreign files as a user hands them in, with a stand-in for LibreOffice."""

import json
import time
from pathlib import Path

import pytest

import drafter as library
from drafter.model.chars import words
from tests.office import stand_in
from tests.office.test_content import OLE, ole
from tests.office.test_pdftext import LINES, pdf

OUTLINE = "---\n标题: 在推进会上的讲话\n---\n\n同志们：\n\n今天开会。\n"
WORDS = "在推进会上的讲话同志们：今天开会。"
OLD = ole("WordDocument")
PAGE = "<html><meta charset=gb2312><p>今天开会。</p></html>"


@pytest.fixture
def temporary(tmp_path_factory, monkeypatch):
    """The folder for temporary files, which must be empty in the end."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def office(temporary, tmp_path_factory, monkeypatch):
    """A LibreOffice that makes the same Word file of everything."""
    folder = tmp_path_factory.mktemp("machine")
    stand_in.install(folder, monkeypatch, office=stand_in.CONVERTS)
    document = library.read(OUTLINE.encode(), "outline").document
    (folder / "word").write_bytes(library.write(document, "docx"))
    return folder


@pytest.fixture
def bare(temporary, tmp_path_factory, monkeypatch):
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("empty")))
    monkeypatch.delenv("DRAFTER_SOFFICE", raising=False)
    monkeypatch.setattr("drafter.office.program._LAST_PLACES", ())


@pytest.mark.parametrize(
    ("name", "data", "reads"),
    [
        ("a.doc", OLD, "MS Word 97"),
        ("a.wps", OLD, "MS Word 97"),
        ("a.RTF", b"{\\rtf1 }", "Rich Text Format"),
        ("a.html", PAGE.encode("gbk"), "HTML (StarWriter)"),
        ("a.htm", "今天开会。".encode("gbk"), "HTML (StarWriter)"),
    ],
)
def test_what_libreoffice_reads_is_read(drafter, office, name, data, reads):
    Path(name).write_bytes(data)
    result = drafter("convert", name, "--to", "text", "--json")
    assert result.code == 0
    assert json.loads(result.out)["warnings"] == []
    assert words(drafter("convert", name, "--to", "text").out) == WORDS
    assert f"--infilter={reads} " in (office / "calls").read_text()
    assert "今天开会" in drafter("outline", name, "--why").out


def test_a_page_in_gbk_reaches_libreoffice_without_a_charset(drafter, office):
    Path("a.html").write_bytes(PAGE.encode("gbk"))
    drafter("convert", "a.html", "--to", "text")
    assert (office / "given").read_bytes() == PAGE.replace("<meta", "<unknown").encode(
        "ascii", "xmlcharrefreplace"
    )


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", OLD, "Word 97–2003 (.doc)"),
        ("a.docx", b"{\\rtf1 }", "RTF"),
        ("a.doc", PAGE.encode("gbk"), "HTML"),
        ("a.doc", b"{\\rtf1 }", "RTF"),
        ("a.pdf", OLD, "Word 97–2003 (.doc)"),
    ],
)
def test_a_file_of_another_suffix_is_read_for_what_it_is_with_a_warning(
    drafter, office, name, data, kind
):
    Path(name).write_bytes(data)
    result = drafter("convert", name, "-o", "b.txt", "--json")
    assert result.code == 0
    assert json.loads(result.out)["warnings"] == [
        f"this is really a {kind} file, and was read as one"
    ]
    assert words(Path("b.txt").read_text("utf-8")) == WORDS


@pytest.mark.parametrize("name", ["a.doc", "a.html", "a.pdf", "a.odt"])
def test_a_new_word_file_needs_no_libreoffice_whatever_it_is_called(drafter, bare, name):
    document = library.read(OUTLINE.encode(), "outline").document
    Path(name).write_bytes(library.write(document, "docx"))
    result = drafter("convert", name, "-o", "b.txt", "--json")
    assert "really a Word (.docx) file" in json.loads(result.out)["warnings"][0]


@pytest.mark.parametrize("format", ["doc", "wps", "rtf", "html", "htm"])
def test_from_names_what_comes_down_a_pipe(drafter, office, format):
    data = {"rtf": b"{\\rtf1 }", "html": b"<p>", "htm": b"<p>"}.get(format, OLD)
    result = drafter("convert", "-", "--from", format, "--to", "text", stdin=data)
    assert words(result.out) == WORDS


def test_a_pdf_is_read_as_paragraphs_and_page_numbers_are_left_out(drafter, bare):
    Path("a.pdf").write_bytes(pdf((*LINES, (460, "— 1 —")), ()))
    found = json.loads(drafter("convert", "a.pdf", "-o", "b.txt", "--json").out)
    text = Path("b.txt").read_text("utf-8")
    assert text.splitlines()[0] == "".join(line[1] for line in LINES[:3])
    assert "— 1 —" not in text
    assert any("— 1 —" in warning for warning in found["warnings"])
    assert any("holds lines" in warning for warning in found["warnings"])
    assert "pages without text, pictures perhaps: 1" in found["warnings"]


def test_an_old_word_file_is_previewed_as_it_is_a_page_in_a_house(drafter, office, monkeypatch):
    seen = []
    monkeypatch.setattr(
        "drafter.office.render.Renderer.render", lambda _self, word: seen.append(word) or 1 / 0
    )
    Path("a.doc").write_bytes(OLD)
    Path("a.html").write_text("<p>")
    drafter("preview", "a.doc")
    drafter("preview", "a.html", "--house", "letter")
    assert seen[0] == (office / "word").read_bytes() != seen[1]
    refused = drafter("preview", "a.doc", "--house", "plain")
    assert refused.code == 2
    assert "as it is" in refused.err


@pytest.mark.parametrize(
    ("name", "data"), [("a.doc", OLD), ("a.rtf", b"{\\rtf1 }"), ("a.html", b"<p>")]
)
def test_without_libreoffice_the_way_on_is_told(drafter, bare, name, data):
    Path(name).write_bytes(data)
    result = drafter("convert", name, "--to", "text")
    assert result.code == 2
    assert f"{name}: error: reading a " in result.err
    assert "save it as .docx" in result.err
    assert "libreoffice-writer-nogui" in result.err


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.rtf", "a.odt", "a.pdf"])
@pytest.mark.parametrize("data", [bytes(range(256)) * 40, "同志们：".encode("gbk")])
def test_garbage_is_refused_before_libreoffice_sees_it(drafter, bare, name, data):
    Path(name).write_bytes(data)
    result = drafter("convert", name, "--to", "text")
    assert result.code == 2
    assert f"{name}: error: this is no " in result.err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", ole("EncryptedPackage"), "encrypted"),
        ("a.doc", ole("WordDocument", flags=0x100), "encrypted"),
        ("a.doc", ole("Workbook"), "another program"),
        ("a.docx", OLE + bytes(99), "another program"),
        ("a.html", bytes(300), "no web page"),
        ("a.pdf", pdf(()), "pictures only"),
        ("a.pdf", b"%PDF-1.7 words", "damaged"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_message(drafter, bare, name, data, told):
    Path(name).write_bytes(data)
    result = drafter("convert", name, "--to", "text")
    assert result.code == 2
    assert f"{name}: error: " in result.err
    assert told in result.err
    assert result.err.count("error: ") == 1


def test_a_libreoffice_that_fails_or_hangs_is_told(drafter, office, monkeypatch):
    Path("a.doc").write_bytes(OLD)
    stand_in.program(office / "soffice", stand_in.FAILS)
    result = drafter("convert", "a.doc", "--to", "text")
    assert "could not read this Word 97–2003 (.doc) file: source file could not" in result.err
    stand_in.program(office / "soffice", "import time\ntime.sleep(60)")
    monkeypatch.setattr("drafter.cli.inputs.native.__defaults__", (0.5,))
    start = time.perf_counter()
    result = drafter("convert", "a.doc", "--to", "text")
    assert result.code == 2
    assert "was stopped" in result.err
    assert "save it as .docx" in result.err
    assert time.perf_counter() - start < 20


def test_only_what_is_written_may_be_an_output(drafter):
    Path("a.md").write_text(OUTLINE, "utf-8")
    assert ".docx" in drafter("convert", "a.md", "-o", "b.doc").err
    assert "drafter preview" in drafter("convert", "a.md", "-o", "b.pdf").err

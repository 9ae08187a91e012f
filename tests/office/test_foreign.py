"""Files of other programs, made into Word files by LibreOffice itself."""

import sys
from pathlib import Path

import pytest

import drafter
from drafter.model.chars import words
from drafter.office.foreign import FOREIGN, foreign_named, to_word
from drafter.office.pdftext import pdf_text
from drafter.office.process import run
from drafter.office.program import find_office

pytestmark = pytest.mark.render
EXPORTS = {
    "doc": "doc:MS Word 97",
    "wps": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "html": "html:HTML (StarWriter)",
    "wordxml": "xml:MS Word 2003 XML",
    "pdf": "pdf:writer_pdf_Export",
}


@pytest.fixture(scope="module")
def speech() -> drafter.Document:
    template = drafter.load_template("工作部署会讲话")
    return drafter.draft(template, template.example).document


@pytest.fixture(scope="module")
def saved(speech, tmp_path_factory):
    """Save the speech in a format, as an office would."""
    folder = tmp_path_factory.mktemp("saved")
    word = folder / "a.docx"
    word.write_bytes(drafter.write(speech, "docx"))

    def save(name: str) -> bytes:
        call = [find_office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        call += ["--headless", "--convert-to", EXPORTS[name], "--outdir", str(folder), str(word)]
        run(call, 120)
        return (folder / f"a.{EXPORTS[name].split(':')[0]}").read_bytes()

    return save


@pytest.mark.parametrize("name", [row.name for row in FOREIGN if row.filter])
def test_every_format_keeps_words_and_parts(saved, speech, name):
    made = to_word(saved(name), foreign_named(name))
    found = drafter.read(made, "docx").document
    text = drafter.write(speech, "text").decode()
    assert words(drafter.write(found, "text").decode()) == words(text)
    assert [p.title for p in drafter.parts(found).parts] == [
        p.title for p in drafter.parts(speech).parts
    ]


def test_a_pdf_keeps_words_and_paragraphs(saved, speech):
    found = drafter.read(pdf_text(saved("pdf")).text.encode(), "text")
    assert drafter.write(found.document, "text") == drafter.write(speech, "text")
    assert all(line.text.startswith("— ") for line in found.junk)
    assert len(found.junk) >= 3


def test_poppler_reads_the_same(saved, monkeypatch):
    ours = pdf_text(saved("pdf"))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert pdf_text(saved("pdf")) == ours


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-16"])
@pytest.mark.parametrize("meta", ["", '<meta charset="gb2312">'])
def test_a_web_page_keeps_its_words_in_any_charset(encoding, meta):
    page = f"<html><head>{meta}</head><body><p>同志们：</p><p>今天开会，鎔。</p></body></html>"
    made = to_word(page.encode(encoding), foreign_named("html"))
    assert drafter.read(made, "docx").text.split() == ["同志们：", "今天开会，鎔。"]


@pytest.mark.parametrize("name", ["doc", "odt"])
def test_what_libreoffice_cannot_read_is_told(name):
    with pytest.raises(drafter.DrafterError, match="LibreOffice could not read this"):
        to_word(b"words", foreign_named(name))


def test_nothing_a_page_links_to_is_fetched(tmp_path):
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append("somebody")

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/a"
        made = to_word(_linking(address, tmp_path).encode(), foreign_named("html"))
        server.shutdown()
    assert drafter.read(made, "docx").text.split() == ["话"]
    assert asked == []
    assert b"word/media" not in made


def _linking(address: str, folder: Path) -> str:
    import pymupdf

    pixels = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 20, 20))
    pixels.clear_with(90)
    (folder / "a.png").write_bytes(pixels.tobytes("png"))
    return (
        f'<html><head><link rel="stylesheet" href="{address}.css"><base href="{address}">'
        f'<meta http-equiv="refresh" content="0;url={address}"><style>@import "{address}"</style>'
        f'</head><body background="{address}.png" style="background:url({address}.gif)"><p>话</p>'
        f'<img src="{address}.png"><img src="{(folder / "a.png").as_uri()}">'
        f'<iframe src="{address}.html"></iframe><object data="{address}"></object></body></html>'
    )

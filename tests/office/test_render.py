"""Previews with LibreOffice itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pymupdf
import pytest

import drafter
from drafter.errors import RenderError
from drafter.formats.docx.package import package, packed
from drafter.office import pdf
from drafter.office.probe import probe
from drafter.office.program import Office
from drafter.office.render import Renderer

pytestmark = pytest.mark.render
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@pytest.fixture(scope="module")
def speech() -> bytes:
    template = drafter.load_template("工作部署会讲话")
    return drafter.write(drafter.draft(template, template.example).document, "docx")


@pytest.fixture(scope="module")
def rendered(speech):
    with Renderer(dpi=100) as renderer:
        return renderer.render(speech)


def test_every_page_is_counted_and_becomes_a_picture(rendered):
    with pymupdf.open(stream=rendered.pdf) as document:
        assert rendered.pages == len(document) == len(rendered.pictures) > 2
        assert "同志们" in document[0].get_text()
    for data in rendered.pictures:
        picture = pymupdf.Pixmap(data)
        assert (picture.width, picture.height) == (827, 1170)
        assert 0.5 < picture.color_topusage()[0] < 1
    assert rendered.renderer.startswith("LibreOffice ")


def test_what_stands_in_for_a_font_is_really_on_the_page(rendered):
    with Renderer() as renderer:
        drawn = {renderer._fonts.called(n) for n in pdf.fonts_named(pdf.structure(rendered.pdf))}
    used = {name for font in rendered.substituted for name in font.used.split("、")}
    assert used == drawn
    stand_ins = dict(rendered.substituted)
    assert stand_ins["仿宋_GB2312"] == stand_ins["宋体"] == "AR PL UMing CN"
    assert stand_ins["楷体_GB2312"] == "AR PL UKai CN"


def test_a_font_that_is_installed_is_not_reported():
    with Renderer() as renderer:
        assert renderer.render(probe("AR PL UMing CN", "公文")).substituted == ()
        (font,) = renderer.render(probe("No Such Font", "公文")).substituted
    assert font.asked == "No Such Font"
    assert font.used


def test_nothing_a_document_links_to_is_fetched(tmp_path):
    picture = tmp_path / "a.png"
    pixels = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 200, 200))
    pixels.clear_with(90)
    picture.write_bytes(pixels.tobytes("png"))
    with Office(120) as office:
        (made,) = office.pdfs(linking(picture.as_uri()))
        with pymupdf.open(stream=made) as document:
            assert "公文" in document[0].get_text()
            assert document[0].get_images() == []
        (office._profile / "user" / "registrymodifications.xcu").unlink()
        (made,) = office.pdfs(linking(picture.as_uri()))
        with pymupdf.open(stream=made) as document:
            assert document[0].get_images() != []  # else this test would test nothing


def linking(address: str) -> bytes:
    """Make a Word file with a picture that is not in it."""
    from drafter.formats.docx.opened import Opened
    from drafter.formats.docx.xml import NAMESPACES, R, W

    data = probe("AR PL UMing CN", "公文")
    names = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    parts = {name: (Opened(data).part(name) or b"").decode() for name in names}
    size = 'cx="999999" cy="999999"'
    drawing = (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="1" name="a"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:link="r1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    document = parts["word/document.xml"].replace(f'xmlns:w="{W}"', NAMESPACES)
    parts["word/document.xml"] = document.replace("</w:p>", drawing)
    relations = parts["_rels/.rels"].replace(f"{R}/officeDocument", LINK).replace("rId1", "r1")
    parts["word/_rels/document.xml.rels"] = relations.replace(
        'Target="word/document.xml"', f'Target="{address}" TargetMode="External"'
    )
    return package(packed(name, text.encode()) for name, text in parts.items())


def test_what_libreoffice_cannot_load_is_an_error():
    with Office(120) as office, pytest.raises(RenderError, match="could not be loaded"):
        office.pdfs(b"no Word file")


def test_two_at_once_do_not_disturb_each_other(speech):
    def pages(data: bytes) -> int:
        with Renderer() as renderer:
            return renderer.render(data).pages

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(pages, (speech, probe("AR PL UMing CN", "公文"))))
    assert found[0] > 2
    assert found[1] == 1


def test_folders_may_have_chinese_names_in_any_locale(speech, tmp_path, monkeypatch):
    folder = tmp_path / "临时 文件"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    for name in ("LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    with Renderer() as renderer:
        assert renderer.render(speech).pages > 2
    assert list(folder.iterdir()) == []

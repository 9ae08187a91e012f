"""A PDF's words, by either program."""

import sys

import pymupdf
import pytest

from drafter.errors import RenderError, UnusableInput
from drafter.office.pdftext import pdf_text
from tests.office import stand_in

FULL = "全县各级各部门要把项目建设摆在突出位置全力以赴抓好落实"
LINES = ((112, FULL[:25]), (80, FULL), (80, "工作。"), (112, "二是另一段。"))
POPPLER = """
import sys
from pathlib import Path
rows = [{rows}]
lines = "".join(
    f'<line xMin="{{x}}" xMax="{{x + 16 * len(t)}}" yMin="{{100 + 29 * n}}">'
    f'<word>{{t}}</word></line>'
    for n, (x, t) in enumerate(rows)
)
Path(sys.argv[-1]).write_text(
    '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><doc><page width="595">'
    '<flow><block>\\x02' + lines + '</block></flow></page></doc></body></html>', "utf-8"
)
"""


def pdf(*pages: tuple[tuple[float, str], ...], **saving: object) -> bytes:
    """Make a PDF of lines, each from its left side on, 16 points a character."""
    with pymupdf.open() as document:
        for lines in pages:
            page = document.new_page(width=595, height=842)
            for number, (left, text) in enumerate(lines):
                page.insert_text((left, 120 + 29 * number), text, fontsize=16, fontname="china-s")
        return document.tobytes(**saving)


@pytest.fixture
def without_pdfium(tmp_path, monkeypatch):
    """A machine without pypdfium2 and poppler."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_lines_become_paragraphs_over_pages_and_page_numbers_stay():
    found = pdf_text(pdf((*LINES, (460, "— 1 —")), ((80, "第二页。"), (460, "— 2 —"))))
    assert found.text.splitlines() == [
        FULL[:25] + FULL + "工作。", "二是另一段。", "— 1 —", "第二页。", "— 2 —",
    ]  # fmt: skip
    assert found.wordless == 0


def test_pages_without_words_are_counted():
    assert pdf_text(pdf(LINES, ())).wordless == 1


def test_a_scanned_pdf_is_told_for_what_it_is():
    with pytest.raises(UnusableInput, match="pictures only") as found:
        pdf_text(pdf(()))
    assert "OCR" in found.value.hint


def test_a_pdf_whose_fonts_say_nothing_is_not_read(monkeypatch):
    monkeypatch.setattr("drafter.office.pdftext.paragraphs", lambda _pages: ["\ufffd\ue000甲"])
    with pytest.raises(UnusableInput, match="which characters"):
        pdf_text(pdf(LINES))


def test_an_encrypted_pdf_is_told():
    locked = pdf(LINES, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="a", owner_pw="b")
    with pytest.raises(UnusableInput, match="encrypted"):
        pdf_text(locked)


@pytest.mark.parametrize("data", [b"%PDF-1.7\nwords", b"%PDF", pdf(LINES)[:300]])
def test_a_damaged_pdf_is_told(data):
    with pytest.raises(UnusableInput, match="damaged"):
        pdf_text(data)


def test_poppler_reads_where_pdfium_is_not(without_pdfium, tmp_path_factory, monkeypatch):
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    rows = ", ".join(map(repr, LINES))
    stand_in.program(without_pdfium / "pdftotext", POPPLER.format(rows=rows))
    assert pdf_text(b"%PDF").text.splitlines() == [FULL[:25] + FULL + "工作。", "二是另一段。"]
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "match"),
    [("Incorrect password", "encrypted"), ("Syntax Error: no xref", "damaged: .*no xref")],
)
def test_what_poppler_cannot_read_is_told(without_pdfium, said, match):
    stand_in.program(without_pdfium / "pdftotext", f"print({said!r})")
    with pytest.raises(UnusableInput, match=match):
        pdf_text(b"%PDF")


def test_where_nothing_reads_a_pdf_the_way_to_it_is_told(without_pdfium):
    with pytest.raises(RenderError, match="reads a PDF") as found:
        pdf_text(b"%PDF")
    assert "pypdfium2" in found.value.hint
    assert "poppler-utils" in found.value.hint


def test_a_poppler_without_chinese_is_told(without_pdfium):
    said = "print(\"Syntax Error: Missing language pack for 'Adobe-GB1' mapping\")"
    program = f"{said}\nfrom pathlib import Path\nimport sys\nPath(sys.argv[-1]).write_text('')"
    stand_in.program(without_pdfium / "pdftotext", program)
    with pytest.raises(RenderError, match="poppler lacks") as found:
        pdf_text(b"%PDF")
    assert "poppler-data" in found.value.hint

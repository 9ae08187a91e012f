"""A Word file as LibreOffice sets it: what stands where on the page, in millimetres."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pymupdf

MM = 72 / 25.4
# Fonts that offices have and this machine may not: full-width ones stand in for them.
_STAND_INS = {
    "仿宋_GB2312": "AR PL UMing CN",
    "宋体": "AR PL UMing CN",
    "黑体": "AR PL UMing CN",
    "方正小标宋简体": "AR PL UMing CN",
    "楷体_GB2312": "AR PL UKai CN",
    "Times New Roman": "Liberation Serif",
}


class Row(NamedTuple):
    """One line of the page: its words, its edges and baseline from the top left corner."""

    page: int
    text: str
    left: float
    right: float
    baseline: float
    size_pt: float


def to_pdf(data: bytes, folder: Path) -> Path:
    """Render a Word file; fails where LibreOffice is not installed."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
    source = folder / "document.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = os.environ | {"FONTCONFIG_FILE": str(_fonts(folder)), "LANG": "C.UTF-8"}
    subprocess.run(
        [*call, str(source)], check=True, capture_output=True, timeout=180, env=environment
    )
    return folder / "document.pdf"


def _fonts(folder: Path) -> Path:
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{other}</string></edit></match>'
        for name, other in _STAND_INS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>',
        "utf-8",
    )
    return path


def rows(pdf: Path) -> list[Row]:
    """Give all lines of all pages, from top to bottom."""
    with pymupdf.open(pdf) as document:
        return [row for number, page in enumerate(document) for row in _rows(number, page)]


def _rows(number: int, page: pymupdf.Page) -> Iterator[Row]:
    glyphs = [
        (char["origin"][1], char["origin"][0], char["bbox"][2], char["c"], span["size"])
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
        if not char["c"].isspace()
    ]
    lines: dict[int, list[tuple[float, float, float, str, float]]] = {}
    for glyph in sorted(glyphs):
        lines.setdefault(round(glyph[0] / 3), []).append(glyph)
    for found in lines.values():
        found.sort(key=lambda glyph: glyph[1])
        yield Row(
            number,
            "".join(glyph[3] for glyph in found),
            found[0][1] / MM,
            max(glyph[2] for glyph in found) / MM,
            found[0][0] / MM,
            found[0][4],
        )

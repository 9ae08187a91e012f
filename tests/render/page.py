"""Word files as LibreOffice sets them: what stands where on the page, in millimetres."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
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
_LINE = 2.0  # points: glyphs whose baselines are closer stand on one line


class Glyph(NamedTuple):
    """One character: its left and right edge (mm), its size (pt)."""

    char: str
    left: float
    right: float
    size: float
    red: bool


@dataclass(frozen=True)
class Row:
    """One line of a page: its glyphs, its baseline from the upper edge (mm)."""

    page: int
    baseline: float
    glyphs: tuple[Glyph, ...] = field(repr=False)

    @cached_property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        return sorted(glyph.size for glyph in self.glyphs)[len(self.glyphs) // 2]

    @property
    def red(self) -> bool:
        return sum(glyph.red for glyph in self.glyphs) * 2 > len(self.glyphs)


class Rule(NamedTuple):
    """A drawn horizontal line: its ends, its middle and thickness (mm)."""

    page: int
    left: float
    right: float
    y: float
    thick: float
    red: bool

    @property
    def width(self) -> float:
        return self.right - self.left


class Ink(NamedTuple):
    """The edges of ink in a stretch of a page."""

    top: float
    bottom: float
    left: float
    right: float


class Pages:
    """The pages of a PDF."""

    def __init__(self, pdf: Path) -> None:
        self._pdf = pymupdf.open(pdf)
        self.sizes = [(page.rect.width / MM, page.rect.height / MM) for page in self._pdf]
        self.rows = [row for n, page in enumerate(self._pdf) for row in _rows(n, page)]
        self.turned = [row for n, page in enumerate(self._pdf) for row in _turned(n, page)]
        self.rules = [rule for n, page in enumerate(self._pdf) for rule in _rules(n, page)]

    def ink(self, page: int, box: tuple[float, float, float, float], *, red: bool = False) -> Ink:
        """Measure the ink inside left, top, right, bottom (mm)."""
        clip = pymupdf.Rect(*(edge * MM for edge in box)) & self._pdf[page].rect
        picture = self._pdf[page].get_pixmap(clip=clip, dpi=300, alpha=False)
        dots = np.frombuffer(picture.samples, np.uint8).reshape(picture.height, picture.stride)
        dots = dots[:, : picture.width * picture.n].reshape(picture.height, picture.width, -1)
        dark = dots.max(axis=2) < 140
        wanted = (dots[:, :, 0] > 140) & (dots[:, :, 1] < 130) if red else dark
        ys, xs = np.where(wanted)
        assert len(ys), f"no ink on page {page + 1} within {box}"
        a_dot = 25.4 / 300
        x, y = clip.x0 / MM, clip.y0 / MM
        edges = (ys.min(), ys.max() + 1, xs.min(), xs.max() + 1)
        return Ink(*(edge * a_dot + start for edge, start in zip(edges, (y, y, x, x), strict=True)))


def render(files: Mapping[str, bytes], folder: Path) -> dict[str, Pages]:
    """Render Word files, by name, in one go; fails where LibreOffice is not installed."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    sources = [str(folder / f"{name}.docx") for name in files]
    environment = os.environ | {"FONTCONFIG_FILE": str(_fonts(folder)), "LANG": "C.UTF-8"}
    subprocess.run([*call, *sources], check=True, capture_output=True, timeout=600, env=environment)
    return {name: Pages(folder / f"{name}.pdf") for name in files}


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


def _glyphs(page: pymupdf.Page, *, level: bool) -> list[tuple[float, Glyph]]:
    """Give the glyphs of level, or of turned lines with their baseline (of turned ones: x)."""
    flags = pymupdf.TEXTFLAGS_RAWDICT | pymupdf.TEXT_INHIBIT_SPACES
    found = []
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", ()):
            if (abs(line["dir"][0]) > 0.9) != level:
                continue
            for span in line["spans"]:
                red = span["color"] >> 16 > 140 and span["color"] >> 8 & 255 < 110
                for char in span["chars"]:
                    if not char["c"].isspace():
                        found.append(_glyph(char, span["size"], red, level=level))
    return sorted(found)


def _glyph(char: dict, size: float, red: bool, *, level: bool) -> tuple[float, Glyph]:
    box = char["bbox"]
    along = (char["origin"][0], box[2]) if level else (char["origin"][1], box[3])
    baseline = char["origin"][1] if level else char["origin"][0]
    return baseline, Glyph(char["c"], along[0] / MM, along[1] / MM, size, red)


def _lines(number: int, glyphs: list[tuple[float, Glyph]]) -> Iterator[Row]:
    found: list[tuple[float, Glyph]] = []
    for baseline, glyph in [*glyphs, (float("inf"), None)]:
        if found and baseline - found[0][0] > max(_LINE, 0.2 * found[0][1].size):
            ordered = sorted((g for _, g in found), key=lambda g: g.left)
            yield Row(number, sorted(b for b, _ in found)[len(found) // 2] / MM, tuple(ordered))
            found = []
        found.append((baseline, glyph))


def _rows(number: int, page: pymupdf.Page) -> Iterator[Row]:
    yield from _lines(number, _glyphs(page, level=True))


def _turned(number: int, page: pymupdf.Page) -> Iterator[Row]:
    """Give the lines set along the height of the page; their edges are from its top."""
    yield from _lines(number, _glyphs(page, level=False))


def _rules(number: int, page: pymupdf.Page) -> Iterator[Rule]:
    """Give the horizontal lines drawn, the pieces of one put together."""
    pieces = []
    for drawing in page.get_drawings():
        box, thick = drawing["rect"], drawing["width"] or 0
        if box.width < 3 or box.height > 3:
            continue
        filled = drawing["fill"] is not None
        colour = tuple(drawing["fill"] if filled else drawing["color"] or (0, 0, 0))
        size = box.height if filled else thick
        pieces.append([round((box.y0 + box.y1) / 2, 1), box.x0, box.x1, size, colour])
    merged: list[list] = []
    for piece in sorted(pieces):
        last = merged[-1] if merged else None
        if last and abs(last[0] - piece[0]) < 0.5 and piece[1] <= last[2] + 1.5:
            last[2], last[3] = max(last[2], piece[2]), max(last[3], piece[3])
        else:
            merged.append(piece)
    for y, left, right, thick, colour in merged:
        red = colour[0] > 0.55 and max(colour[1:], default=1) < 0.4
        yield Rule(number, left / MM, right / MM, y / MM, thick / MM, red)

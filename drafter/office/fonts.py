"""The fonts of this machine, and which of them stand in for those it has not."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.errors import RenderError
from drafter.office import pdf
from drafter.office.fontfile import SUFFIXES, Face, faces
from drafter.office.process import run

_HAN = re.compile("[\u4e00-\u9fff]")
_STYLE = re.compile("[-,].*")  # Bold, Italic … behind the family in a PostScript name
_ROWS = "%{family}\t%{postscriptname}\n"
_SECONDS = 30


class Substitution(NamedTuple):
    """A font that is not here, and what LibreOffice draws its words with."""

    asked: str
    used: str


class Fonts:
    """The fonts of one machine by their names."""

    def __init__(self, found: Iterable[Face]) -> None:
        self._families: set[str] = set()
        self._names: dict[str, str] = {}
        for face in found:
            self._families.update(family.casefold() for family in face.families)
            if face.families:
                name = next(filter(_HAN.search, face.families), face.families[0])
                for key in (face.postscript, *face.families):
                    self._names.setdefault(_key(key), name)

    def has(self, family: str) -> bool:
        """Tell whether a font of this name is installed."""
        return family.removeprefix("@").casefold() in self._families

    def called(self, postscript: str) -> str:
        """Give the name people know a font of a PDF by; its own where none is known."""
        return self._names.get(_key(postscript)) or postscript

    def substituted(self, probes: Mapping[str, bytes]) -> list[Substitution]:
        """Tell from the PDF of each font's probe what it is drawn with.

        A font that brings itself (LibreOffice has some of its own) is none.
        """
        found = []
        for asked, probe in probes.items():
            names = pdf.fonts_named(pdf.structure(probe))
            if any(_key(_STYLE.sub("", name)) == _key(asked) for name in names):
                continue
            used = dict.fromkeys(self.called(name) for name in names)
            found.append(Substitution(asked, "、".join(used)))
        return found


def _key(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def installed() -> Fonts:
    """Find the fonts of this machine: fontconfig's list, or where there is none, the files."""
    if listed := list(_listed()):
        return Fonts(listed)
    files = (file for folder in _folders() for file in sorted(folder.rglob("*")))
    return Fonts(face for file in files if file.suffix.lower() in SUFFIXES for face in faces(file))


def _listed() -> Iterator[Face]:
    if program := shutil.which("fc-list"):
        with contextlib.suppress(RenderError):
            for row in run([program, "--format", _ROWS], _SECONDS).splitlines():
                families, tab, postscript = row.partition("\t")
                if tab:
                    yield Face(tuple(families.split(",")), postscript)


def _folders() -> Iterator[Path]:
    """Give the folders that hold fonts where fontconfig is not there to tell."""
    home = Path(os.environ.get("HOME") or "/")
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", "C:/"), "Microsoft", "Windows", "Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (home / ".local/share/fonts", home / ".fonts")

"""A Word file's pages, and how far to trust them: which fonts were not there."""

from __future__ import annotations

from typing import NamedTuple

from drafter.office import pdf as pdf_file
from drafter.office.asked import fonts_asked
from drafter.office.fonts import Substitution, installed
from drafter.office.picture import find_painter
from drafter.office.probe import probe
from drafter.office.program import Closing, Office, no_room
from drafter.office.standin import stand_in


class Rendered(NamedTuple):
    """What came of a Word file."""

    pdf: bytes
    pages: int
    pictures: tuple[bytes, ...]
    substituted: tuple[Substitution, ...]
    renderer: str


class Renderer(Closing):
    """Renders Word files, one after the other; use it in a ``with`` statement.

    Raises RenderError at once where a program it needs is not installed.
    """

    def __init__(self, dpi: int = 0, seconds: float = 120) -> None:
        """Make it ready; pictures of the pages are made where ``dpi`` is given."""
        self._dpi = dpi
        self._painter = find_painter(seconds) if dpi else None
        try:
            self._office = Office(seconds)
            self._fonts = installed()
        except OSError as error:
            raise no_room(error) from error

    def close(self) -> None:
        """Drop LibreOffice's profile."""
        self._office.close()

    def render(self, word: bytes) -> Rendered:
        """Render a Word file; raises UnusableInput where it is damaged, RenderError else."""
        asked = fonts_asked(word)
        missing = {name: words for name, words in asked.items() if not self._fonts.has(name)}
        probes = [probe(*pair) for pair in missing.items()]
        alike = {name: other for name in missing if (other := stand_in(name, self._fonts.has))}
        try:
            made, *probes = self._office.pdfs(word, probes, alike)
            pictures = self._painter(made, self._dpi) if self._painter else ()
        except OSError as error:
            raise no_room(error) from error
        structure = pdf_file.structure(made)
        return Rendered(
            made,
            pdf_file.page_count(structure),
            tuple(pictures),
            tuple(self._fonts.substituted(dict(zip(missing, probes, strict=True)))),
            pdf_file.producer(structure),
        )

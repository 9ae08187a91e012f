"""drafter preview: the pages of a document, as LibreOffice sets them."""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import drafter
from drafter.cli import report
from drafter.cli.convert import warnings_of
from drafter.cli.files import may_write, read_input, write_output
from drafter.cli.inputs import native, shown_as_it_is
from drafter.cli.language import _
from drafter.cli.options import Force, From, HouseName, Json, input_format
from drafter.cli.userhouses import wished
from drafter.errors import N_, OutputRefused, Place, WrongUse

if TYPE_CHECKING:
    from drafter.office.fonts import Substitution
    from drafter.office.render import Rendered, Renderer

_DPI = 150
_STEM_MOST = 60


def preview(
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The document; - is stdin."))],
    output: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation
        typer.Option(
            "-o",
            "--output",
            metavar=_("FILE"),
            help=_("A .pdf file or a folder; - is stdout. Else a new temporary folder."),
        ),
    ] = None,
    from_: From = None,
    png: Annotated[bool, typer.Option("--png", help=_("Pictures too, one a page."))] = False,
    dpi: Annotated[
        int,
        typer.Option(
            "--dpi", min=36, max=600, metavar=_("NUMBER"), help=_("Dots an inch of the pictures.")
        ),
    ] = _DPI,
    watch: Annotated[
        bool, typer.Option("--watch", help=_("Render anew whenever the file changes."))
    ] = False,
    house: HouseName = "",
    timeout: Annotated[
        int,
        typer.Option(
            "--timeout", min=1, metavar=_("SECONDS"), help=_("How long rendering may take.")
        ),
    ] = 120,
    force: Force = False,
    json: Json = False,
) -> None:
    """Show the pages of a document as a PDF or pictures, with LibreOffice."""
    known = input_format(file, from_)
    _refuse(file, output, known, house, talking=png or watch or json, watching=watch)
    shelf = Shelf(file, output, force)
    shelf.check()
    data = read_input(file)

    from drafter.office.render import Renderer

    with Renderer(dpi if png else 0, timeout) as renderer:
        show = Show(renderer, shelf, known, house, timeout, json, watch)
        if watch:
            from drafter.cli.watch import watch as watch_file

            watch_file(file, show)
        show(data)


def _refuse(
    file: str, output: str | None, known: str, house: str, *, talking: bool, watching: bool
) -> None:
    """Raise WrongUse for what does not go together."""
    if watching and file == "-":
        raise WrongUse(N_("stdin cannot be watched"), hint=N_("name a file"))
    if house and shown_as_it_is(known):
        raise WrongUse(
            N_("a Word file is shown as it is, in no other house style"),
            hint=N_("drafter convert with --house and -o makes another Word file of it"),
        )
    if output == "-" and talking:
        raise WrongUse(
            N_("only one PDF goes to stdout: no --png, --watch or --json with it"),
            hint=N_("name a file or a folder with -o, or leave -o out"),
        )
    if output == "-" and sys.stdout.isatty():
        raise WrongUse(
            N_("a PDF cannot be shown on a terminal"), hint=N_("name a file with -o, or pipe it on")
        )


@dataclass(slots=True)
class Shelf:
    """Where the previews of one file go: the same places at every rendering."""

    source: str
    output: str | None
    force: bool
    written: list[Path] = field(default_factory=list)
    _pdf: Path | None = None

    def check(self) -> None:
        """Raise OutputRefused for what can be known before rendering."""
        if self.output not in (None, "-"):
            self._may_write(self._place())

    def put(self, made: Rendered) -> list[Path]:
        """Write the PDF and the pictures, all or none; what is left of the last time goes.

        So do, where files may be replaced, the further pages of an earlier, longer preview.
        """
        pdf = self._place()
        names = [_picture(pdf, number) for number in range(1, 1 + len(made.pictures))]
        further = _further(pdf, len(names)) if self.force and names else []
        for path in (pdf, *names, *further):
            self._may_write(path)
        fresh = [path for path in (pdf, *names) if not path.exists()]
        try:
            for path, data in zip((pdf, *names), (made.pdf, *made.pictures), strict=True):
                write_output(str(path), data, force=True, inputs=(self.source,))
        except OutputRefused:
            _remove(fresh)
            raise
        _remove([path for path in (*self.written, *further) if path not in (pdf, *names)])
        self.written = [pdf, *names]
        return self.written

    def _may_write(self, path: Path) -> None:
        ours = path in self.written
        may_write(str(path), force=self.force or ours, inputs=(self.source,))

    def _place(self) -> Path:
        """Tell where the PDF goes; the temporary folder is made when it is first asked for."""
        if self._pdf is None:
            self._pdf = self._named() if self.output else self._temporary()
        return self._pdf

    def _named(self) -> Path:
        path = Path(self.output or "")
        if path.is_dir():
            return path / f"{self._stem()}.pdf"
        if path.suffix.lower() == ".pdf":
            return path
        raise OutputRefused(
            N_("this is neither a .pdf file nor a folder that exists"),
            hint=N_("pictures go beside the PDF: name that one"),
            place=Place(str(path)),
        )

    def _temporary(self) -> Path:
        stem = self._stem()
        try:
            return Path(tempfile.mkdtemp(prefix=f"drafter-{stem}-"), f"{stem}.pdf")
        except OSError as error:
            raise OutputRefused(
                N_("the folder for temporary files cannot be used: {problem}"),
                hint=N_("name a file or a folder with -o"),
                problem=error.strerror or error,
            ) from error

    def _stem(self) -> str:
        return "preview" if self.source == "-" else Path(self.source).stem[:_STEM_MOST]


def _picture(pdf: Path, number: int) -> Path:
    """Name the picture of a page."""
    return pdf.with_name(f"{pdf.stem}-{number:02}.png")


def _further(pdf: Path, last: int) -> list[Path]:
    """Find the pictures whose numbers go on from the last; one beyond a gap may be another's."""
    following = (_picture(pdf, number) for number in count(last + 1))
    return list(takewhile(Path.is_file, following))


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


@dataclass(slots=True)
class Show:
    """Renders what a file holds, puts it on the shelf and says where it is."""

    renderer: Renderer
    shelf: Shelf
    known: str
    house: str
    timeout: float
    json: bool
    watching: bool
    _told: tuple[Substitution, ...] = ()

    def __call__(self, data: bytes) -> None:
        """Show this content."""
        try:
            word, warnings = self._word(data)
            made = self.renderer.render(word)
        except drafter.DrafterError as error:
            raise error.within(self.shelf.source) from error
        if self.shelf.output == "-":
            report.send(made.pdf)
        else:
            self._report(self.shelf.put(made), made, warnings)
        self._talk(made, warnings)

    def _word(self, data: bytes) -> tuple[bytes, list[str]]:
        """Give the Word file to show, and what to say of it."""
        found = native(data, self.known, self.timeout)
        said = [report.notice(warning) for warning in found.warnings]
        if found.is_page:
            return found.data, said
        reading = drafter.read(found.data, found.format)
        wishes = wished(self.house)
        word = drafter.write(reading.document, "docx", wishes)
        notices = drafter.notices(reading.document, wishes)
        return word, [*said, *warnings_of(reading), *notices]

    def _report(self, paths: list[Path], made: Rendered, warnings: list[str]) -> None:
        if self.json and self.watching:
            report.show_json(_data(paths, made, warnings), lines=True)
        elif self.json:
            report.show_json(_data(paths, made, warnings))
        else:
            report.show("\n".join(map(str, paths)))
        report.flush()

    def _talk(self, made: Rendered, warnings: list[str]) -> None:
        for warning in warnings:
            report.talk(_("warning: ") + _(warning))
        if made.substituted and made.substituted != self._told:
            self._talk_of_fonts(made.substituted)
            self._told = made.substituted
        if self.watching:
            words = _("{time} rendered, pages: {pages}; watching {name}, Ctrl-C ends")
            now = time.strftime("%H:%M:%S")
            report.talk(words.format(time=now, pages=made.pages, name=self.shelf.source))

    def _talk_of_fonts(self, substituted: tuple[Substitution, ...]) -> None:
        head = _(
            "fonts that are not installed here ({count}), and what stands in for them in the "
            "preview; the Word file keeps its own:"
        )
        report.talk(head.format(count=len(substituted)))
        for font in substituted:
            used = font.used or _("another font")
            report.talk(f"  {font.asked} → {used}")


def _data(paths: list[Path], made: Rendered, warnings: list[str]) -> dict[str, Any]:
    import hashlib

    return {
        "path": str(paths[0]),
        "sha256": hashlib.sha256(made.pdf).hexdigest(),
        "pages": made.pages,
        "pictures": [str(path) for path in paths[1:]],
        "substituted": [font._asdict() for font in made.substituted],
        "renderer": made.renderer,
        "warnings": [_(warning) for warning in warnings],
    }

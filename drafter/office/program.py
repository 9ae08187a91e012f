"""LibreOffice: where it is, Word files through it to PDF, others to Word."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from drafter.errors import N_, RenderError
from drafter.office.process import run
from drafter.office.standin import FILE, fontconfig

CHOSEN = "DRAFTER_SOFFICE"
_NAMES = ("soffice", "libreoffice")
_LAST_PLACES = (
    ("/Applications", "LibreOffice.app/Contents/MacOS/soffice"),
    ("/opt", "libreoffice*/program/soffice"),
)
# Nothing that a document links to is fetched, neither from the net nor from this machine's own
# files, and no macro runs: a preview must not tell anyone that a document was looked at.
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
_NEEDED = N_("a preview needs LibreOffice, and it is not installed here")
_GET = N_(
    "Debian, Ubuntu, UOS, Kylin: apt-get install libreoffice-writer-nogui (or "
    "libreoffice-writer); Windows, macOS: from libreoffice.org; elsewhere than usual: "
    "{variable} names its soffice"
)
_WORD = "MS Word 2007 XML"
_NOISE = ("warning:", "convert ", "overwriting")


def find_office(lacking: str = _NEEDED, hint: str = _GET, kind: str = "") -> str:
    """Find LibreOffice: DRAFTER_SOFFICE, the path, the usual places.

    Else raises RenderError: with ``lacking``, what cannot be done without it, and ``hint``.
    """
    chosen = os.environ.get(CHOSEN)
    if chosen:
        if found := shutil.which(chosen):
            return found
        raise RenderError(
            N_("{variable} names no program: {path}"),
            hint=N_("name LibreOffice's soffice there, or unset it"),
            variable=CHOSEN,
            path=chosen,
        )
    for name in (*_NAMES, *_usual_places()):
        if found := shutil.which(name):
            return found
    raise RenderError(lacking, hint=hint, variable=CHOSEN, kind=kind)


def _usual_places() -> Iterator[str]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if folder := os.environ.get(variable):
            for name in ("soffice.com", "soffice.exe"):
                yield str(Path(folder, "LibreOffice", "program", name))
    for folder, pattern in _LAST_PLACES:
        yield from (str(path) for path in sorted(Path(folder).glob(pattern)))


class Closing:
    """What is used in a ``with`` statement and closed at its end."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what was taken."""
        raise NotImplementedError


class Office(Closing):
    """LibreOffice with a profile of its own, so that one that is open is not disturbed.

    Use it in a ``with`` statement; the profile lasts as long.
    """

    def __init__(self, seconds: float, program: str = "") -> None:
        self._program = program or find_office()
        self._seconds = seconds
        self._folder = tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True)
        self._profile = Path(self._folder.name, "profile")
        (self._profile / "user").mkdir(parents=True)
        (self._profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")

    def close(self) -> None:
        """Drop the profile."""
        self._folder.cleanup()

    def pdfs(
        self,
        document: bytes,
        others: Sequence[bytes] = (),
        stand_ins: Mapping[str, str] | None = None,
    ) -> list[bytes]:
        """Render Word files in one run; of the others, those that fail come back empty.

        ``stand_ins`` are fonts that are not here, each with the one to draw its words with.
        Raises RenderError where the document itself fails.
        """
        with tempfile.TemporaryDirectory(
            prefix="run-", dir=self._folder.name, ignore_cleanup_errors=True
        ) as name:
            sources = [Path(name, f"{number}.docx") for number in range(1 + len(others))]
            for source, data in zip(sources, (document, *others), strict=True):
                source.write_bytes(data)
            fonts = Path(name, "fonts")
            fonts.write_text(fontconfig(stand_ins or {}), "utf-8")
            call = [*self._call(name, _WORD, "pdf:writer_pdf_Export"), *map(str, sources)]
            said = run(call, self._seconds, {FILE: str(fonts)})
            made = [source.with_suffix(".pdf") for source in sources]
            if not made[0].exists():
                raise RenderError(
                    N_("LibreOffice could not render this file: {problem}"),
                    hint=N_("see whether Word or WPS opens it, and save it there once more"),
                    problem=_last_words(said),
                )
            return [path.read_bytes() if path.exists() else b"" for path in made]

    def word(self, data: bytes, suffix: str, filter: str, late: str) -> tuple[bytes, str]:
        """Make a Word file of one in the format the filter reads; nothing, and why, if it fails.

        Raises RenderError, with the hint ``late``, where it takes too long.
        """
        with tempfile.TemporaryDirectory(
            prefix="run-", dir=self._folder.name, ignore_cleanup_errors=True
        ) as name:
            source = Path(name, f"0.{suffix}")
            source.write_bytes(data)
            call = self._call(name, filter, f"docx:{_WORD}")
            said = run([*call, str(source)], self._seconds, late=late)
            made = source.with_suffix(".docx")
            return (made.read_bytes() if made.exists() else b""), _last_words(said)

    def _call(self, folder: str, reads: str, writes: str) -> list[str]:
        return [
            self._program,
            f"-env:UserInstallation={self._profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            f"--infilter={reads}",  # else what it does not know is set as plain text
            *("--convert-to", writes, "--outdir", folder),
        ]


def _last_words(said: str) -> str:
    """Give the last line that tells something."""
    lines = [line.strip() for line in said.splitlines()]
    telling = [line for line in lines if line and not line.lower().startswith(_NOISE)]
    return telling[-1].removeprefix("Error: ") if telling else N_("it did not say why")


def no_room(error: OSError) -> RenderError:
    """Make the error for a folder of temporary files that is full or locked."""
    return RenderError(
        N_("the folder for temporary files cannot be used: {problem}"),
        hint=N_("TMPDIR names another one"),
        problem=error.strerror or error,
    )

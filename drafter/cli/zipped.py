"""A folder that came as a zip: its files, read with care, in the names their maker gave them."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from drafter.errors import N_, UnusableInput

_MOST = 100 << 20
_UTF_8 = 0x800
_NOT_OURS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def unzipped(data: bytes) -> dict[str, bytes]:
    """Give the files of a zip by their names; one folder around them all is left out.

    Raises UnusableInput for what is no zip, is damaged, too large, or reaches out of its folder.
    """
    try:
        with ZipFile(BytesIO(data)) as found:
            rows = [row for row in found.infolist() if not row.is_dir()]
            if sum(row.file_size for row in rows) > _MOST:
                raise UnusableInput(N_("this zip unpacks to more than {size} MB"), size=_MOST >> 20)
            files = {_name(row): found.read(row) for row in rows}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise UnusableInput(
            N_("this is no zip that can be read: {problem}"), problem=error
        ) from error
    files = {name: words for name, words in files.items() if not _is_foreign(name)}
    tops = {name.partition("/")[0] for name in files}
    if len(tops) == 1 and all("/" in name for name in files):
        return {name.partition("/")[2]: words for name, words in files.items()}
    return files


def _name(row: ZipInfo) -> str:
    """Give a file's name; Windows writes Chinese ones in GBK and does not say so."""
    name = row.filename
    if not row.flag_bits & _UTF_8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = name.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts:
        raise UnusableInput(N_("this zip reaches out of its folder: {name}"), name=name)
    return name


def _is_foreign(name: str) -> bool:
    return any(part in _NOT_OURS or part.startswith("._") for part in name.split("/"))

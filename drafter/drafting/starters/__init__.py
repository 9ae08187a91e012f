"""What a new template and a new unit's pack begin with: files with comments, to be changed."""

from __future__ import annotations

from pathlib import Path

_HOME = Path(__file__).parent


def starter(kind: str, name: str) -> dict[str, bytes]:
    """Give the files of a starter, "template" or "unit", for a thing of this name."""
    home = _HOME / kind
    return {
        path.relative_to(home).as_posix(): path.read_text("utf-8").replace("NAME", name).encode()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }

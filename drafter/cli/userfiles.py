"""Templates in folders of the user's own."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.files import read_text
from drafter.drafting.template import FILES, SETTINGS, Template


def find_template(name: str) -> Template:
    """Load a template by its name, or from the folder a path names."""
    folder = Path(name)
    if "/" in name or "\\" in name or (folder / SETTINGS).is_file():
        return _from_folder(folder)
    return drafter.load_template(name)


def _from_folder(folder: Path) -> Template:
    words = {}
    for file in FILES:
        path = folder / file
        if path.is_file() or file == SETTINGS:
            words[file] = read_text(str(path))
    return drafter.make_template(folder.resolve().name, words)

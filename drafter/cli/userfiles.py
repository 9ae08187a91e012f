"""Templates in folders of the user's own."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.cli.files import read_input
from drafter.drafting.template import FILES, SETTINGS, Template
from drafter.errors import DrafterError
from drafter.formats.decode import decode


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
            data = read_input(str(path))
            try:
                words[file] = decode(data)
            except DrafterError as error:
                raise error.within(str(path)) from error
    return drafter.make_template(folder.resolve().name, words)

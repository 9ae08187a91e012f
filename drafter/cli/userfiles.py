"""Templates by name, drafter's, the unit's or the user's own, and in folders a path names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import drafter
from drafter.cli.files import read_input, read_text
from drafter.cli.packs import (
    BUILT_IN,
    PATH,
    WORD,
    Found,
    all_templates,
    own_formulations,
    packs,
    template_named,
)
from drafter.drafting.library import shared, unknown_template
from drafter.drafting.template import FILES, SETTINGS, Template
from drafter.drafting.unit import with_defaults
from drafter.errors import DrafterError


def find_template(name: str) -> Template:
    """Load a template by its name, or from the folder or Word file a path names.

    Its questions have the answers of the user and of the unit where nobody gives others, and
    their formulations go over drafter's.
    """
    template = with_defaults(load(found(name)), [pack.settings() for pack in packs()])
    return replace(template, dated=own_formulations)


def found(name: str) -> Found:
    """Find a template's folder or Word file; raises WrongUse with the nearest name."""
    path = Path(name)
    if is_word(name):
        return Found(PATH, path.stem, path.stem, path)
    if "/" in name or "\\" in name or (path / SETTINGS).is_file():
        id = path.resolve().name
        return Found(PATH, id, id, path)
    known = template_named(name)
    if known is None:
        names = [word for one in all_templates() for word in (one.id, one.name)]
        raise unknown_template(name.strip(), names)
    return known


def is_word(name: str) -> bool:
    """Tell whether a name is that of a Word file, which may be a template."""
    return name.lower().endswith(WORD)


def word_file(name: str) -> Path | None:
    """Give the Word file that is the template of this name; None for another template."""
    path = found(name).path
    return path if is_word(path.name) else None


def load(template: Found) -> Template:
    """Load a template that was found."""
    if template.whose == BUILT_IN:
        return drafter.load_template(template.id)
    if is_word(template.path.name):
        from drafter.drafting.wordtemplate import form_template

        return form_template(read_input(str(template.path)), template.id)
    try:
        return drafter.make_template(template.id, files_of(template.path), shared())
    except DrafterError as error:
        start = f"{template.id}/"
        for part in error.parts:
            if part.place.source.startswith(start):  # a folder of the user's: by its path
                path = str(template.path / part.place.source.removeprefix(start))
                part.place = part.place._replace(source=path)
        raise


def files_of(folder: Path) -> dict[str, str]:
    """Read the files of a template's folder; raises UnusableInput where it is none."""
    return {
        file: read_text(str(folder / file))
        for file in FILES
        if (folder / file).is_file() or file == SETTINGS
    }

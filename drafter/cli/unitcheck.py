"""A unit's pack looked through before it is used, and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import drafter
from drafter.cli.files import read_text
from drafter.cli.packs import DATED, WORDS, Pack, built_in_templates
from drafter.cli.userfiles import load
from drafter.drafting.template import Template
from drafter.drafting.unit import Default, Unit, with_defaults
from drafter.errors import N_, DrafterError, Place, UnusableInput
from drafter.house.load import Own


def problems_of(pack: Pack, houses: Own = ()) -> Iterator[DrafterError]:
    """Find all that is wrong with a pack: its files, templates, houses and word lists.

    ``houses`` are those its own may be based on, itself among them; else it has to do by itself.
    """
    try:
        unit = pack.settings()
    except DrafterError as error:
        yield error
        unit = Unit()
    templates = []
    for found in pack.templates():
        try:
            templates.append(load(found))
        except DrafterError as error:
            yield error.within(str(found.path))
    yield from _houses(pack, unit, houses or pack.houses())
    yield from _misfits(unit, [*templates, *map(load, built_in_templates())])
    for path in pack.files(WORDS):
        if path.suffix == ".txt" and path.stat().st_size:
            yield from _unreadable(path)
    for look in (pack.dated, lambda: _settings(pack)):
        try:
            look()
        except DrafterError as error:
            yield error


def _settings(pack: Pack) -> None:
    """Read the pack's settings of the check; raises what is wrong with them."""
    from drafter.checks.settings import read_settings
    from drafter.cli.checkoptions import PACK

    path = pack.folder / PACK
    if path.is_file():
        read_settings(read_text(str(path)), str(path))


def _houses(pack: Pack, unit: Unit, own: Own) -> Iterator[DrafterError]:
    told = set[str]()
    for file, _words in pack.houses():
        try:
            drafter.load_house(Path(file).stem, own)
        except DrafterError as error:
            if str(error) not in told:  # one file may spoil others that are based on it
                yield error
            told.add(str(error))
    for name in dict.fromkeys(house for _kind, house in unit.usual_houses):
        try:
            drafter.load_house(name, own)
        except DrafterError as error:
            if str(error) not in told:
                yield error.within(unit.source)
            told.add(str(error))


def _misfits(unit: Unit, templates: list[Template]) -> Iterator[DrafterError]:
    """Find answers that do not fit the question they are for."""
    told = set[str]()
    for template in templates:
        try:
            with_defaults(template, [unit])
        except DrafterError as error:
            if str(error) not in told:
                yield error
            told.add(str(error))


def idle(pack: Pack) -> list[UnusableInput]:
    """Find answers that no template asks for: nothing is wrong with them, but a name may be."""
    unit = pack.settings()
    templates = [load(found) for found in (*pack.templates(), *built_in_templates())]
    return [
        _unasked(unit, default, templates)
        for default in unit.defaults
        if not any(
            default.template in ("", template.id, template.name)
            and template.question(default.question)
            for template in templates
        )
    ]


def _unasked(unit: Unit, default: Default, templates: list[Template]) -> UnusableInput:
    from difflib import get_close_matches

    names = dict.fromkeys(question.name for one in templates for question in one.questions)
    near = "".join(get_close_matches(default.question, names, n=1, cutoff=0.5))
    return UnusableInput(
        N_("no template asks for {key}"),
        hint=N_("did you mean {near}?") if near else "",
        place=Place(unit.source, default.line),
        key=default.question,
        near=near,
    )


def _unreadable(path: Path) -> Iterator[DrafterError]:
    try:
        read_text(str(path))
    except DrafterError as error:
        yield error


def words_in(path: Path) -> list[str]:
    """Read a word list: one a line, lines that begin with # left out."""
    lines = (line.strip() for line in read_text(str(path)).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def summary(pack: Pack) -> dict[str, Any]:
    """Say what a pack holds, as data."""
    unit = pack.settings()
    return {
        "name": unit.name,
        "path": str(pack.folder),
        "organs": {name: list(short) for name, short in unit.organs.items()},
        "house": unit.house,
        "houses_of_kinds": dict(unit.houses),
        "defaults": [
            {"template": one.template, "question": one.question, "answer": one.answer}
            for one in unit.defaults
        ],
        "templates": [{"id": one.id, "name": one.name} for one in pack.templates()],
        "houses": [Path(file).stem for file, _words in pack.houses()],
        "words": {path.stem: len(words_in(path)) for path in pack.files(WORDS) if is_list(path)},
        "dated": [path.stem for path in pack.files(DATED) if path.suffix == ".toml"],
    }


def is_list(path: Path) -> bool:
    """Tell whether a file is a word list, not the note that tells what the folder is for."""
    return path.suffix == ".txt" and path.stem != "说明"

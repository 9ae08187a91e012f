"""House files (TOML) → houses. A house takes what it does not say from the one it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.errors import N_, DrafterError, Place, UnusableInput, WrongUse, raise_all
from drafter.house.check import PARTS, Values, faults
from drafter.house.house import Basis, House, Look

_HOME = Path(__file__).parent  # importlib.resources would load zipfile and more at every start
_SOURCES = ("国标", "实务")
_USUAL = "gbt9704"
_DEEPEST = 8


@lru_cache(maxsize=1)
def house_names() -> tuple[str, ...]:
    """List the houses that come with drafter."""
    return tuple(sorted(file.stem for file in _HOME.glob("*.toml")))


@lru_cache(maxsize=16)
def load_house(name: str, own: tuple[tuple[str, str], ...] = ()) -> House:
    """Load a house by its name; raises WrongUse with the nearest one.

    ``own`` are house files of a user or a unit, as (name, TOML text). One that bears the name of
    a house of drafter's changes that house, and all that are based on it.
    """
    texts = dict(own)
    name = _by_title(name) if name not in texts and name not in house_names() else name
    if name not in texts and name not in house_names():
        from difflib import get_close_matches  # heavy, and seldom wanted

        known = sorted({*house_names(), *texts})
        near = get_close_matches(name, known, n=1, cutoff=0.3)
        raise WrongUse(
            N_("there is no house style called {name}"),
            hint=N_("did you mean {near}?") if near else N_("there are {names}"),
            name=name,
            near=near[0] if near else "",
            names=", ".join(known),
        )
    return _House(texts).made(name)


def read_house(source: str, name: str, own: tuple[tuple[str, str], ...] = ()) -> House:
    """Make a house of a TOML text, of which ``name`` names the file.

    Raises UnusableInput (or Several) with every value that does not fit.
    """
    return _House(dict(own)).of(source, name)


def _by_title(name: str) -> str:
    """Give the name of the shipped house that bears this Chinese title, else the same name."""
    return next((other for other in house_names() if _shipped(other)["title"] == name), name)


class _House:
    """Finds what a house is based on, among the user's own files and drafter's."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self.own = own

    def made(self, name: str) -> House:
        if name in self.own:
            return self.of(self.own[name], f"{name}.toml")
        return _made(self._table(name, 0), f"{name}.toml", "")

    def of(self, source: str, name: str) -> House:
        stem = re.sub(r"\.toml$", "", re.split(r"[/\\]", name)[-1])
        table = {"name": stem, **_parsed(source, name)}
        return _made(self._based(table, stem, name, 0), name, source)

    def _based(self, table: dict[str, Any], stem: str, place: str, depth: int) -> dict[str, Any]:
        """Lay a table over the one it is based on; without a word, on the house of its name."""
        base = table.get("based_on", stem if stem in house_names() else _USUAL)
        known = base in house_names() or base in self.own
        if not known or depth > _DEEPEST:
            raise UnusableInput(
                N_("no house style called {name} can be built upon here"),
                hint=N_("there are {names}"),
                place=Place(place, line_of(self.own.get(stem, ""), "based_on")),
                name=base,
                names=", ".join(house_names()),
            )
        below = _built_in(base, self.own, depth + 1) if base == stem else self._table(base, depth)
        return {**_over(below, table), "based_on": base}

    def _table(self, name: str, depth: int) -> dict[str, Any]:
        if name in self.own:
            place = f"{name}.toml"
            return self._based(_parsed(self.own[name], place), name, place, depth + 1)
        return _built_in(name, self.own, depth + 1)


def _built_in(name: str, own: Mapping[str, str], depth: int) -> dict[str, Any]:
    table = _shipped(name)
    base = table.get("based_on")
    return _over(_House(own)._table(base, depth), table) if base else table


@lru_cache(maxsize=16)
def _shipped(name: str) -> dict[str, Any]:
    """Parse a house file of drafter's own; the table is shared and never changed."""
    file = _HOME / f"{name}.toml"
    return _parsed(file.read_text("utf-8"), file.name)


def _parsed(source: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UnusableInput(
            N_("this is no valid TOML: {problem}"), place=Place(name), problem=error
        ) from error


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        deeper = isinstance(under, dict) and isinstance(value, dict)
        if isinstance(under, dict) and not deeper:
            found[key] = {**under, "": value}  # a value where a table belongs: told as a fault
        else:
            found[key] = _over(under or {}, value) if deeper else value
    return found


def _made(table: Mapping[str, Any], place: str, source: str) -> House:
    """Check a merged table and make a house of it; raises UnusableInput naming the values."""
    values = dict(_values(table, ""))
    plain = {path: value for path, (value, _) in values.items()}
    roles = _shipped(_USUAL)["looks"]
    problems: list[DrafterError] = [
        UnusableInput(
            fault.message,
            hint=fault.hint,
            place=Place(place, line_of(source, fault.path)),
            path=fault.path,
            **fault.values,
        )
        for fault in faults(plain, roles)
    ]
    raise_all(problems)
    parts: dict[str, Any] = {name: part(**_under(plain, name)) for name, part in PARTS.items()}
    return House(
        name=str(plain["name"]),
        title=str(plain.get("title", plain["name"])),
        based_on=str(plain.get("based_on", "")),
        fonts=_under(plain, "fonts"),
        looks={role: Look(**_under(plain, f"looks.{role}")) for role in roles},
        values={path: value for path, value in plain.items() if "." in path},
        bases={path: basis for path, (_, basis) in values.items()},
        **parts,
    )


def _values(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, tuple[Any, Basis]]]:
    """Give every value by its path, with what it rests on."""
    for key, value in table.items():
        here = f"{path}.{key}" if path and key else path or key
        if isinstance(value, dict):
            yield from _values(value, here)
        elif isinstance(value, list) and len(value) == 3 and value[2] in _SOURCES:
            yield here, (value[0], Basis(str(value[1]), str(value[2])))
        else:
            yield here, (value, Basis())


def _under(values: Values, path: str) -> dict[str, Any]:
    start = path + "."
    return {
        key.removeprefix(start): value
        for key, value in values.items()
        if key.startswith(start) and "." not in key.removeprefix(start)
    }


def line_of(source: str, path: str) -> int:
    """Find the line of a TOML text that says a value, 0 where none does."""
    within = ""
    for number, line in enumerate(source.splitlines(), 1):
        head = re.match(r"\s*\[([^\[\]]+)\]", line)
        said = re.match(r"\s*([\w.\-]+)\s*=", line)
        within = head[1].strip() if head else within
        here = ".".join(part for part in (within, said[1] if said else "") if part)
        if (head or said) and path in (here, said[1] if said else ""):
            return number
        if said and path.startswith(here + "."):  # an inline table
            return number
    return 0

"""House files (TOML) → houses. A house takes what it does not say from the one it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.errors import N_, Place, UnusableInput, WrongUse
from drafter.house.house import Basis, House, Look, Masthead, Page, PageNumber, Rules, Signature

_PARTS: dict[str, type] = {
    "page": Page,
    "page_number": PageNumber,
    "rules": Rules,
    "masthead": Masthead,
    "signature": Signature,
}
_HOME = Path(__file__).parent  # importlib.resources would load zipfile and more at every start
_SOURCES = ("国标", "实务")


@lru_cache(maxsize=1)
def house_names() -> tuple[str, ...]:
    """List the houses that come with drafter."""
    return tuple(sorted(file.stem for file in _HOME.glob("*.toml")))


@lru_cache(maxsize=8)
def load(name: str) -> House:
    """Load a house that comes with drafter; raises WrongUse with the nearest name."""
    if name not in house_names():
        near = get_close_matches(name, house_names(), n=1, cutoff=0.3)
        raise WrongUse(
            N_("there is no house style called {name}"),
            hint=N_("did you mean {near}?") if near else N_("there are {names}"),
            name=name,
            near=near[0] if near else "",
            names=", ".join(house_names()),
        )
    return make_house(_table(name), f"{name}.toml")


def read_house(source: str, name: str) -> House:
    """Make a house of a TOML text; raises UnusableInput where it does not fit."""
    return make_house(_merged(_parsed(source, name)), name)


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, Any]:
    file = _HOME / f"{name}.toml"
    return _merged(_parsed(file.read_text("utf-8"), file.name))


def _parsed(source: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UnusableInput(
            N_("this is no valid TOML: {problem}"), place=Place(name), problem=error
        ) from error


def _merged(table: dict[str, Any]) -> dict[str, Any]:
    base = table.get("based_on")
    return _over(_table(str(base)), table) if base else table


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        deeper = isinstance(under, dict) and isinstance(value, dict)
        found[key] = _over(under or {}, value) if deeper else value
    return found


def make_house(table: Mapping[str, Any], source: str) -> House:
    """Check a merged table and make a house of it; raises UnusableInput naming the value."""
    values = dict(_values(table, ""))
    try:
        parts = {name: part(**_under(values, name)) for name, part in _PARTS.items()}
        looks = {role: Look(**_under(values, f"looks.{role}")) for role in table["looks"]}
        found = House(
            name=str(table["name"]),
            title=str(table["title"]),
            fonts=_under(values, "fonts"),
            looks=looks,
            bases={path: basis for path, (_, basis) in values.items()},
            **parts,
        )
    except (TypeError, KeyError) as error:
        raise UnusableInput(
            N_("this house style does not fit: {problem}"), place=Place(source), problem=error
        ) from error
    missing = sorted({look.font for look in looks.values()} - set(found.fonts))
    if missing:
        raise UnusableInput(
            N_("[fonts] names no font for {role}"), place=Place(source), role=missing[0]
        )
    return found


def _values(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, tuple[Any, Basis]]]:
    """Give every value by its path, with what it rests on."""
    for key, value in table.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _values(value, here)
        elif isinstance(value, list) and len(value) == 3 and value[2] in _SOURCES:
            yield here, (value[0], Basis(str(value[1]), str(value[2])))
        else:
            yield here, (value, Basis())


def _under(values: Mapping[str, tuple[Any, Basis]], path: str) -> dict[str, Any]:
    start = path + "."
    return {
        key.removeprefix(start): value
        for key, (value, _) in values.items()
        if key.startswith(start) and "." not in key.removeprefix(start)
    }

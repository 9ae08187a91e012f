"""House files (TOML) → houses. A house takes what it does not say from the one it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from drafter.errors import N_, DrafterError, Place, UnusableInput, WrongUse, raise_all
from drafter.house.check import PARTS, Values, faults
from drafter.house.house import Basis, House, Look

_HOME = Path(__file__).parent  # importlib.resources would load zipfile and more at every start
_SOURCES = ("国标", "实务")
_USUAL = "gbt9704"

Own: TypeAlias = tuple[tuple[str, str | DrafterError], ...]
"""House files of a user or a unit: the name of each with its TOML text, the user's first.

Two may bear one name: the first lies over the other where it is that of a house of drafter's, else
it takes its place.
Where a file could not be read, what went wrong stands for its text: it is raised when the house is
asked for, or one that is based on it, and troubles nobody else.
"""


def house_names(own: Own = ()) -> tuple[str, ...]:
    """List the houses that come with drafter, and those of one's own, by name."""
    return tuple(sorted({*_shipped_names(), *(_stem(file) for file, _ in own)}))


@lru_cache(maxsize=1)
def _shipped_names() -> tuple[str, ...]:
    return tuple(file.stem for file in _HOME.glob("*.toml"))


@lru_cache(maxsize=16)
def load_house(name: str, own: Own = ()) -> House:
    """Load a house by its name or its title; raises WrongUse with the nearest one.

    ``own`` are house files of a user or a unit. One that bears the name of a house of drafter's
    changes that house, and all that are based on it.
    """
    houses = _Houses(own)
    found = name if name in houses.known else houses.titled(name)
    if not found:
        hint, values = _instead(name, houses.known)
        raise WrongUse(N_("there is no house style called {name}"), hint=hint, **values)
    return houses.made(found)


def read_house(source: str, name: str, own: Own = ()) -> House:
    """Make a house of a TOML text, of which ``name`` names the file.

    Raises UnusableInput (or Several) with every value that does not fit.
    """
    houses = _Houses(own)
    file = _File(_stem(name), name, source)
    return _made(houses.whole(file, ()), file)


def _instead(name: str, known: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    """Give the hint for a house that is not there, and the values of its message."""
    from difflib import get_close_matches  # heavy, and seldom wanted

    near = next(iter(get_close_matches(name, known, n=1)), "")
    hint = N_("did you mean {near}?") if near else N_("there are {names}")
    return hint, {"name": name, "near": near, "names": ", ".join(known)}


def _stem(name: str) -> str:
    return re.sub(r"\.toml$", "", re.split(r"[/\\]", name)[-1])


class _File(NamedTuple):
    """A house file: the name of its house, what its place is called, its text.

    ``lower`` are files of the same name that it lies over: a unit's under the user's.
    """

    stem: str
    place: str
    source: str = ""
    lower: Own = ()


class _Houses:
    """Finds what a house is based on, among the user's own files and drafter's."""

    def __init__(self, own: Own) -> None:
        self.own: dict[str, Own] = {}
        for name, text in own:
            self.own[_stem(name)] = (*self.own.get(_stem(name), ()), (name, text))
        self.known = house_names(own)

    def made(self, name: str) -> House:
        """Make a house that is known to be there."""
        if name in self.own:
            file = _opened(name, self.own[name])
            return _made(self.whole(file, (name,)), file)
        return _made(self._built_in(name, ()), _File(name, f"{name}.toml"))

    def titled(self, title: str) -> str:
        """Give the name of the house that bears a title, of drafter's or of one's own."""
        for name in _shipped_names():
            if _shipped(name)["title"] == title:
                return name
        for name, ((place, text), *_) in self.own.items():
            try:
                if isinstance(text, str) and _parsed(text, place).get("title") == title:
                    return name
            except UnusableInput:
                continue  # a file that is not asked for
        return ""

    def whole(self, file: _File, above: tuple[str, ...]) -> dict[str, Any]:
        """Lay a file over what it is based on; without a word, over the house of its name.

        ``above`` are the own houses that are being laid over this one.
        """
        named = file.stem in _shipped_names()
        table = _parsed(file.source, file.place)
        if not named:  # else the title of the house it changes
            table.setdefault("title", file.stem)
        base = table.get("based_on", file.stem if named else _USUAL)
        line = Place(file.place, line_of(file.source, "based_on"))
        if not isinstance(base, str):
            raise UnusableInput(
                N_("{path} has to be {kind}"), place=line, path="based_on", kind="words in quotes"
            )
        if named and base == file.stem:
            return {**_over(self._beneath(file, above), table), "based_on": base}
        if base in above:
            raise UnusableInput(
                N_("house styles that are based on each other: {names}"),
                place=line,
                names=" → ".join((*above[above.index(base) :], base)),
            )
        if base not in self.known:
            hint, values = _instead(base, self.known)
            raise UnusableInput(
                N_("no house style called {name} can be built upon here"),
                hint=hint,
                place=line,
                **values,
            )
        return {**_over(self._table(base, above), table), "based_on": base}

    def _table(self, name: str, above: tuple[str, ...]) -> dict[str, Any]:
        """Give all values of a house to lay others over; a file of one's own has to be sound."""
        if name not in self.own:
            return self._built_in(name, above)
        return self._sound(_opened(name, self.own[name]), (*above, name))

    def _beneath(self, file: _File, above: tuple[str, ...]) -> dict[str, Any]:
        """Give what a file changes that bears the name of one of drafter's houses."""
        if file.lower:
            return self._sound(_opened(file.stem, file.lower), above)
        return self._built_in(file.stem, above)

    def _sound(self, file: _File, above: tuple[str, ...]) -> dict[str, Any]:
        table = self.whole(file, above)
        _check(table, file)
        return table

    def _built_in(self, name: str, above: tuple[str, ...]) -> dict[str, Any]:
        table = _shipped(name)
        base = table.get("based_on")
        return _over(self._table(base, above), table) if base else table


def _opened(stem: str, files: Own) -> _File:
    """Give the first of the files of one name; raises what went wrong when it was read."""
    place, text = files[0]
    if isinstance(text, DrafterError):
        raise text
    return _File(stem, place if place.endswith(".toml") else f"{place}.toml", text, files[1:])


@lru_cache(maxsize=16)
def _shipped(name: str) -> dict[str, Any]:
    """Parse a house file of drafter's own; the table is shared and never changed."""
    file = _HOME / f"{name}.toml"
    return _parsed(file.read_text("utf-8"), file.name)


_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _parsed(source: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of 5000 digits
        words = str(error)
        at = _AT.search(words)
        line, column = (at[1] or source.count("\n") + 1, at[2] or 0) if at else (0, 0)
        raise UnusableInput(
            N_("this is no valid TOML: {problem}"),
            place=Place(name, int(line), int(column)),
            problem=_AT.sub("", words),
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


def _check(table: Mapping[str, Any], file: _File) -> dict[str, Any]:
    """Give the values of a merged table by path; raises UnusableInput for those that do not fit."""
    plain = {path: value for path, (value, _) in _values(table, "")}
    problems: list[DrafterError] = [
        UnusableInput(
            fault.message,
            hint=fault.hint,
            place=Place(file.place, line_of(file.source, fault.path)),
            path=fault.path,
            **fault.values,
        )
        for fault in faults(plain, _shipped(_USUAL)["looks"])
    ]
    raise_all(sorted(problems, key=lambda one: (not one.place.line, one.place.line)))
    return plain


def _made(table: Mapping[str, Any], file: _File) -> House:
    """Make a house of a merged table."""
    plain = _check(table, file)
    roles = _shipped(_USUAL)["looks"]
    parts: dict[str, Any] = {name: part(**_under(plain, name)) for name, part in PARTS.items()}
    return House(
        name=file.stem,
        title=str(plain["title"]),
        based_on=str(plain.get("based_on", "")),
        fonts=_under(plain, "fonts"),
        looks={role: Look(**_under(plain, f"looks.{role}")) for role in roles},
        values={path: value for path, value in plain.items() if "." in path},
        bases={path: basis for path, (_, basis) in _values(table, "")},
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
    """Find the line of a TOML text that says a value, or the first of a table; 0 for none."""
    within, inside = "", 0
    for number, line in enumerate(source.splitlines(), 1):
        head = re.match(r"\s*\[([^\[\]]+)\]", line)
        said = re.match(r"\s*([\w.\-]+)\s*=", line)
        within = head[1].strip() if head else within
        here = ".".join(part for part in (within, said[1] if said else "") if part)
        if (head or said) and path == here:
            return number
        if said and path.startswith(here + "."):  # an inline table
            return number
        if said and here.startswith(path + "."):
            inside = inside or number
    return inside

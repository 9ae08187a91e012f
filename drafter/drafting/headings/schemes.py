"""Schemes of headings (小标题拟法): frames with slots, read from schemes.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.errors import N_, WrongUse

_SHIPPED = Path(__file__).with_name("schemes.toml")
SLOT = re.compile(r"\{(\w+)\}")
"""A slot in a frame."""
PROPERTIES = ("P1", "P2", "P3", "P4", "P5")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a frame: how many characters, which word class, where its words come from.

    ``source`` is a field of the lexicon; of words written 旧>新 the slot takes part ``part``.
    ``closed`` words come from nowhere else; ``ordered`` ones go to the titles in turn; a
    ``shared`` slot holds the same word in every title.
    """

    name: str
    least: int
    most: int
    kind: str
    source: str
    part: int = -1
    closed: tuple[str, ...] = ()
    ordered: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to write headings.

    ``frames`` are tried in turn, ``fixed`` are whole sets for those that take no aspects; ``holds``
    says of P1 to P5 whether they hold strictly, loosely or not; ``words`` fill the shared slot, or
    ``keywords`` names the table of the lexicon they are in. ``chain``: each title leads to the
    next aspect; ``stages``: which stage of a speech each title stands for.
    """

    id: str
    name: str
    frames: tuple[str, ...]
    slots: Mapping[str, Slot]
    holds: Mapping[str, str]
    suits: tuple[str, ...]
    never: tuple[str, ...]
    rank: int
    least: int
    most: int
    keywords: str
    words: tuple[str, ...]
    chain: bool
    stages: tuple[str, ...]
    fixed: tuple[tuple[str, ...], ...]
    examples: tuple[tuple[str, ...], ...]

    def slots_of(self, frame: str) -> tuple[Slot, ...]:
        """Give the slots of a frame in their order."""
        return tuple(self.slots[name] for name in SLOT.findall(frame))

    def shape(self) -> str:
        """Show what its titles look like."""
        return self.frames[0] if self.frames else "／".join(self.fixed[0])


@lru_cache(maxsize=1)
def schemes() -> dict[str, Scheme]:
    """Give all schemes by id."""
    import tomllib

    data = tomllib.loads(_SHIPPED.read_text("utf-8"))
    slots = {name: _slot(name, row) for name, row in data["slot"].items()}
    return {row["id"]: _scheme(row, slots) for row in data["scheme"]}


def scheme_named(id: str) -> Scheme:
    """Find a scheme by its id or its Chinese name; raises WrongUse with the nearest."""
    wanted = id.strip()
    known = schemes()
    by_name = {scheme.name: scheme for scheme in known.values()}
    found = known.get(wanted.upper()) or by_name.get(wanted)
    if found is None:
        near = get_close_matches(wanted.upper(), [*known, *by_name], n=1, cutoff=0.5)
        raise WrongUse(
            N_("there is no heading scheme called {name}"),
            hint=N_("did you mean {near}? drafter headings --list lists them all")
            if near
            else N_("drafter headings --list lists them all"),
            name=wanted,
            near=near[0] if near else "",
        )
    return found


@lru_cache(maxsize=1)
def genres() -> tuple[str, ...]:
    """Give the genres (文种的用场) that schemes speak of."""
    named = {genre for scheme in schemes().values() for genre in (*scheme.suits, *scheme.never)}
    return tuple(sorted(named))


def _slot(name: str, row: Mapping[str, Any]) -> Slot:
    least, most = row["count"]
    return Slot(
        name,
        least,
        most,
        row["kind"],
        row.get("source", name),
        row.get("part", -1),
        tuple(row.get("closed", "").split()),
        row.get("ordered", False),
        row.get("shared", False),
    )


def _scheme(row: Mapping[str, Any], slots: Mapping[str, Slot]) -> Scheme:
    own = {name: _slot(name, over) for name, over in row.get("slot", {}).items()}
    frames = tuple(row.get("frames", ()))
    used = {name for frame in frames for name in SLOT.findall(frame)}
    return Scheme(
        row["id"],
        row["name"],
        frames,
        {name: own.get(name) or slots[name] for name in sorted(used)},
        dict(zip(PROPERTIES, row["holds"].split(), strict=True)),
        tuple(row["suits"].split()),
        tuple(row.get("never", "").split()),
        row["rank"],
        row.get("least", 3),
        row.get("most", 7),
        row.get("keywords", ""),
        tuple(row.get("words", "").split()),
        row.get("chain", False),
        tuple(row.get("stages", "").split()),
        tuple(map(tuple, row.get("fixed", ()))),
        tuple(map(tuple, row["examples"])),
    )

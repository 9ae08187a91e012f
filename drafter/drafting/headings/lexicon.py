"""The words headings are made of: nouns, what goes with them, and what is too alike.

A noun belongs to a group; what is not said of the noun itself is taken from its group.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_SHIPPED = Path(__file__).with_name("lexicon.toml")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """An aspect that is known: its group, and words by the field they fill.

    ``full`` in ``own`` is its name in four characters (招商: 招商引资).
    """

    name: str
    group: str
    stage: str
    own: Mapping[str, Words]
    usual: Mapping[str, Words]

    def words(self, field: str) -> Words:
        """Give the words of a field, the noun's own before its group's."""
        return self.own.get(field) or self.usual.get(field, ())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words.

    ``before`` and ``after`` say of keywords (精准…, …提质) which nouns they go with; ``alike`` gives
    words too near in meaning to stand side by side the same mark; ``adjectives`` and ``acting``
    are the single characters that say how and what is done.
    """

    nouns: Mapping[str, Noun]
    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]
    alike: Mapping[str, int]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    acting: frozenset[str]
    phrases: Mapping[str, Mapping[str, Words]]
    _full: Mapping[str, Noun]

    def noun(self, aspect: str) -> Noun | None:
        """Find an aspect by its name or its full name."""
        return self.nouns.get(aspect) or self._full.get(aspect)

    def near(self, one: str, other: str) -> bool:
        """Tell whether two words say nearly the same."""
        return one == other or self.alike.get(one, -1) == self.alike.get(other, -2)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Give the words that come with drafter."""
    import tomllib

    return _made(tomllib.loads(_SHIPPED.read_text("utf-8")))


def _made(data: Mapping[str, Any]) -> Lexicon:
    own = {field: {n: _split(w) for n, w in rows.items()} for field, rows in data["of"].items()}
    nouns = {noun.name: noun for noun in _nouns(data["group"], own)}
    acts = {noun for table in data["group"].values() for noun in _split(table["acts"])}
    groups = {f"@{name}": set(table["nouns"]) for name, table in data["group"].items()}
    sets = {**groups, "@acts": acts}
    full: dict[str, Noun] = {}
    for noun in nouns.values():
        full.setdefault(noun.own["full"][0], noun)
    return Lexicon(
        nouns,
        _fitting(data["before"], sets),
        _fitting(data["after"], sets),
        {word: mark for mark, row in enumerate(data["alike"]) for word in _split(row)},
        frozenset(_split(data["verbs"])),
        frozenset(data["adjectives"]),
        frozenset(data["acting"]),
        {s: {f: _split(w) for f, w in rows.items()} for s, rows in data["phrases"].items()},
        full,
    )


def _nouns(groups: Mapping[str, Any], more: Mapping[str, Mapping[str, Words]]) -> Iterator[Noun]:
    for group, table in groups.items():
        usual = {field: _split(words) for field, words in table["usual"].items()}
        for name, row in table["nouns"].items():
            own = {field: _split(words) for field, words in row.items()}
            own |= {field: rows[name] for field, rows in more.items() if name in rows}
            yield Noun(name, group, table["stage"], own, usual)


def _fitting(
    table: Mapping[str, Mapping[str, str]], sets: Mapping[str, set[str]]
) -> dict[str, frozenset[str]]:
    return {
        word: frozenset(_named(row["fits"], sets) - _named(row.get("but", ""), sets))
        for word, row in table.items()
    }


def _named(words: str, sets: Mapping[str, set[str]]) -> set[str]:
    return {noun for word in _split(words) for noun in sets.get(word, {word})}


def _split(words: str) -> Words:
    return tuple(words.split())

"""The words headings are made of: nouns, what goes with them, and what is too alike.

A noun belongs to a group; what is not said of the noun itself is taken from its group.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_SHIPPED = Path(__file__).with_name("lexicon.toml")

_NO_MARK: frozenset[int] = frozenset()

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

    ``keywords`` says by table (before: 精准…, after: …提质, system: …体系) which nouns a keyword
    goes with; ``alike`` gives words too near in meaning to stand side by side the same mark;
    ``adjectives`` and ``acting`` are the single characters that say how and what is done,
    ``phrases`` the set phrases of four.
    """

    nouns: Mapping[str, Noun]
    keywords: Mapping[str, Mapping[str, frozenset[str]]]
    alike: Mapping[str, frozenset[int]]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    acting: frozenset[str]
    phrases: frozenset[str]
    _full: Mapping[str, Noun]

    def noun(self, aspect: str) -> Noun | None:
        """Find an aspect by its name or its full name."""
        return self.nouns.get(aspect) or self._full.get(aspect)

    def near(self, one: str, other: str) -> bool:
        """Tell whether two words say nearly the same."""
        return one == other or bool(self.alike.get(one, _NO_MARK) & self.alike.get(other, _NO_MARK))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Give the words that come with drafter."""
    import tomllib

    return _made(tomllib.loads(_SHIPPED.read_text("utf-8")))


def _made(data: Mapping[str, Any]) -> Lexicon:
    nouns = {
        noun.name: noun for noun in _nouns(data["group"], _by_noun(data["of"], data["phrases"]))
    }
    full: dict[str, Noun] = {}
    for noun in nouns.values():
        full.setdefault(noun.own["full"][0], noun)
    words = data["words"]
    return Lexicon(
        nouns,
        {
            table: {word: frozenset(_split(fits)) for word, fits in rows.items()}
            for table, rows in data["keywords"].items()
        },
        _marks(words["alike"]),
        frozenset(_split(words["verbs"])),
        frozenset(words["adjectives"]),
        frozenset(words["acting"]),
        frozenset(_split(" ".join(w for rows in data["phrases"].values() for w in rows.values()))),
        full,
    )


def _by_noun(
    fields: Mapping[str, Mapping[str, str]], phrases: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    found = {noun: dict(words) for noun, words in phrases.items()}
    for field, rows in fields.items():
        for noun, said in rows.items():
            found.setdefault(noun, {})[field] = said
    return found


def _nouns(groups: Mapping[str, Any], more: Mapping[str, Mapping[str, str]]) -> Iterator[Noun]:
    for group, table in groups.items():
        usual = {field: _split(words) for field, words in table["usual"].items()}
        for name, row in table["nouns"].items():
            words = {**row, **more.get(name, {})}
            stage = words.pop("stage", table["stage"])
            own = {field: _split(said) for field, said in words.items()}
            yield Noun(name, group, stage, own, usual)


def _marks(rows: Sequence[str]) -> dict[str, frozenset[int]]:
    marks: dict[str, frozenset[int]] = {}
    for mark, row in enumerate(rows):
        for word in _split(row):
            marks[word] = marks.get(word, _NO_MARK) | {mark}
    return marks


def _split(words: str) -> Words:
    return tuple(words.split())

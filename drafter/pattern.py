"""Regular expressions that are compiled only where a text can hold a match of them.

What a pattern needs, the characters of which some have to be there for any match, stands in
``needs.tsv``; ``python -m tests.needs`` works it out. A pattern that is not in that table needs
nothing: it is compiled at its first use, and nothing else changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

DIGIT = "0"
"""Stands for all digits among the characters a pattern needs."""
_FILE = Path(__file__).with_name("needs.tsv")
_COMPILED = ("finditer", "search", "match", "fullmatch", "findall", "sub", "subn", "split")
_OFTEN = 100
"""How many texts are looked through for what a match needs, before compiling comes cheaper."""
made: dict[str, Pattern] = {}
"""The patterns there are, by their source: what ``tests.needs`` goes through."""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    lines = _FILE.read_text("utf-8").split("\n") if _FILE.exists() else []
    return {source: tuple(needs) for source, *needs in (line.split("\t") for line in lines)}


class Pattern:
    """A regular expression that behaves as re's own and puts compiling off."""

    def __init__(self, source: str) -> None:
        self.pattern = source
        self.needs = _table().get(source, ())
        self._asked = 0

    def may_match(self, text: str) -> bool:
        """Tell whether a text may hold a match, as long as asking is cheaper than compiling."""
        if not self.needs or self._asked == _OFTEN:
            return True
        self._asked += 1
        return self.needed_in(text)

    def needed_in(self, text: str) -> bool:
        """Tell whether a text holds one of the sets of characters that it needs."""
        for need in self.needs:
            for char in need:
                if char not in text and (char != DIGIT or not _DIGITS.search(text)):
                    break
            else:
                return True
        return not self.needs

    def __getattr__(self, name: str) -> Any:
        """Compile at the first use of anything not told above or below."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for one in _COMPILED:
            self.__dict__[one] = getattr(compiled, one)
        return getattr(compiled, name)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Give all matches."""
        return self._now("finditer")(text, *span) if self.may_match(text) else iter(())

    def findall(self, text: str, *span: int) -> list[Any]:
        """Give the words of all matches."""
        return self._now("findall")(text, *span) if self.may_match(text) else []

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """Give the first match."""
        return self._now("search")(text, *span) if self.may_match(text) else None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """Give the match that stands at the beginning."""
        return self._now("match")(text, *span) if self.may_match(text) else None

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        """Give the match of the whole text."""
        return self._now("fullmatch")(text, *span) if self.may_match(text) else None

    def _now(self, name: str) -> Any:
        self.__getattr__(name)
        return self.__dict__[name]


_DIGITS = re.compile(r"\d")


def regex(source: str) -> re.Pattern[str]:
    """Make a pattern that is compiled when it is first needed."""
    if source not in made:
        made[source] = Pattern(source)
    return cast("re.Pattern[str]", made[source])


def needs(one: object) -> tuple[str, ...]:
    """Give the sets of characters of which one has to be in a text, none where nobody knows."""
    return one.needs if isinstance(one, Pattern) else ()

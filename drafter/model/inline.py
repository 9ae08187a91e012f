"""Words and gaps, and the paragraphs they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from drafter.model.chars import SPACE, unwritable


class Span(NamedTuple):
    """A half-open range of the source text, in characters."""

    start: int
    end: int


def place() -> Span | None:
    """Declare where a node stood in its source: carried along, never compared."""
    return field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Text:
    """Running text. A newline in it is a line break inside the paragraph."""

    text: str
    at: Span | None = place()

    def __post_init__(self) -> None:
        if unwritable(self.text) >= 0 or "\r" in self.text:
            raise ValueError(f"a character no document can carry in {self.text!r}")


@dataclass(frozen=True, slots=True)
class Gap:
    """One fact still to be filled in (空缺): shown as 【name】.

    ``hint`` says what is wanted, ``ask`` whom to ask for it.
    """

    name: str
    hint: str = ""
    ask: str = ""
    at: Span | None = place()

    def __post_init__(self) -> None:
        for value in (self.name, self.hint, self.ask):
            if unwritable(value) >= 0 or "\n" in value or "\r" in value:
                raise ValueError(f"a gap's words must stand on one line: {value!r}")
        if not self.name or any(v != v.strip(SPACE) for v in (self.name, self.hint, self.ask)):
            raise ValueError(f"a gap needs a name, without space around it: {self.name!r}")


Inline: TypeAlias = Text | Gap


def as_shown(inline: Inline) -> str:
    """Give the words of an inline as a page shows them, a gap as 【name】."""
    return inline.text if isinstance(inline, Text) else f"【{inline.name}】"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or any other line of text: neighbouring texts joined, no space around."""

    inlines: tuple[Inline, ...] = ()
    at: Span | None = place()

    def __post_init__(self) -> None:
        object.__setattr__(self, "inlines", _joined(self.inlines))

    @classmethod
    def of(cls, *parts: str | Inline, at: Span | None = None) -> Para:
        """Build a paragraph from strings and inlines."""
        return cls(tuple(Text(p) if isinstance(p, str) else p for p in parts), at=at)

    def __bool__(self) -> bool:
        return bool(self.inlines)

    @property
    def text(self) -> str:
        """The words as shown, gaps as 【name】."""
        return "".join(map(as_shown, self.inlines))


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Merge neighbouring texts, drop empty ones, strip the white space at both ends."""
    found: list[Inline] = []
    for inline in inlines:
        last = found[-1] if found else None
        if isinstance(inline, Text) and isinstance(last, Text):
            found[-1] = replace(last, text=last.text + inline.text)
        elif not isinstance(inline, Text) or inline.text:
            found.append(inline)
    if found and isinstance(found[0], Text):
        found[0] = replace(found[0], text=found[0].text.lstrip(SPACE))
    if found and isinstance(found[-1], Text):
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(SPACE))
    return tuple(i for i in found if not isinstance(i, Text) or i.text)

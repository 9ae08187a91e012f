"""A Word paragraph as found: its words piece by piece, gaps, bookmarks, drawings, looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.formats.docx.opened import Element
from drafter.formats.docx.stylesheet import Worn
from drafter.model import Inline, as_shown
from drafter.reading.line import FoundLook


@dataclass(slots=True)
class Piece:
    """A stretch of words in one character style, or a gap."""

    inline: Inline
    style: str

    @property
    def text(self) -> str:
        """The words as the page shows them."""
        return as_shown(self.inline)


@dataclass(slots=True)
class Field:
    """A field not ended yet: its instruction, None once its result begins; what it shows at last.

    A field of a form shows its state there.
    """

    told: list[str] | None
    shown: str = ""


@dataclass(slots=True)
class Fields:
    """The fields begun and not ended."""

    begun: list[Field] = field(default_factory=list)
    muted: int = 0

    def begin(self, shown: str = "") -> None:
        """Begin a field with its instruction."""
        self.begun.append(Field([], shown))
        self.muted += 1

    def separate(self) -> None:
        """End the instruction, begin the result."""
        if self.begun and self.begun[-1].told is not None:
            self.begun[-1].told = None
            self.muted -= 1

    def end(self) -> Field:
        """End a field; one that has no result still has its instruction."""
        ended = self.begun.pop() if self.begun else Field(None)
        self.muted -= ended.told is not None
        return ended

    def instruct(self, words: str) -> None:
        """Take words of the instruction."""
        told = self.begun[-1].told if self.begun else None
        if told is not None:
            told.append(words)


@dataclass(slots=True)
class Found:
    """One paragraph."""

    style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    bookmarks: dict[str, tuple[int, int]] = field(default_factory=dict)
    drawings: list[Element] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    worn: Worn = field(default_factory=Worn)
    look: FoundLook | None = None
    ended: bool = True
    size: int = 0
    _open: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words as the page shows them."""
        return "".join(piece.text for piece in self.pieces)

    def bookmark(self, name: str) -> tuple[int, int] | None:
        """Give the stretch that a bookmark of this name, numbered or not, covers."""
        return next((s for n, s in self.bookmarks.items() if n.rstrip("0123456789") == name), None)

    def add(self, inline: Inline, style: str) -> None:
        """Add words or a gap."""
        piece = Piece(inline, style)
        self.pieces.append(piece)
        self.size += len(piece.text)

    def open(self, id: str, name: str) -> None:
        """Begin a bookmark here."""
        self._open[id] = (name, self.size)

    def shut(self, id: str) -> None:
        """End a bookmark here."""
        name, start = self._open.pop(id, ("", 0))
        if name:
            self.bookmarks[name] = (start, self.size)

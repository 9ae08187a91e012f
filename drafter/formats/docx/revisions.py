"""Tracked changes: which of them stand, as the caller wants the file read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.errors import N_, Notice, WrongUse
from drafter.formats.docx.opened import Element, w

WAYS = ("accept", "reject", "keep")
INSERTED = frozenset(w(name) for name in ("ins", "moveTo", "cellIns"))
DELETED = frozenset(w(name) for name in ("del", "moveFrom", "cellDel"))
_TOLD = {
    "accept": N_(
        "tracked changes ({inserted} insertions, {deleted} deletions) were read as if they were"
        " accepted"
    ),
    "reject": N_(
        "tracked changes ({inserted} insertions, {deleted} deletions) were read as if they were"
        " rejected"
    ),
    "keep": N_(
        "tracked changes ({inserted} insertions, {deleted} deletions): both the old words and the"
        " new were read"
    ),
}


@dataclass(slots=True)
class Revisions:
    """How changes are read, and how many there were."""

    way: str = "accept"
    inserted: int = 0
    deleted: int = 0

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            raise WrongUse(
                N_("tracked changes cannot be read as {name}"),
                hint=N_("there are {names}"),
                name=self.way,
                names=", ".join(WAYS),
            )

    def stands(self, change: Element) -> bool:
        """Count an insertion or a deletion, and tell whether what it holds is read."""
        if change.tag in INSERTED:
            self.inserted += 1
            return self.way != "reject"
        self.deleted += 1
        return self.way != "accept"

    def drops(self, properties: Element | None) -> bool:
        """Tell by what a row, a cell or a paragraph's mark says of itself whether it is gone."""
        changes = properties if properties is not None else ()
        return not all([self.stands(c) for c in changes if c.tag in INSERTED or c.tag in DELETED])

    def properties(self, element: Element, name: str) -> Element | None:
        """Give properties (pPr, rPr), those from before a change where changes are rejected."""
        found = element.find(w(name))
        if self.way != "reject" or found is None:
            return found
        before = found.find(f"{w(f'{name}Change')}/{w(name)}")
        return found if before is None else before

    def notices(self) -> Iterator[Notice]:
        """Say how many changes there were, if there were any."""
        if self.inserted or self.deleted:
            yield Notice(_TOLD[self.way], inserted=self.inserted, deleted=self.deleted)

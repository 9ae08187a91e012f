"""Which style each paragraph of a file is to wear, from what the recogniser took its lines for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.read import Source
from drafter.model.nodes import STOPS
from drafter.reading.line import Judgement, Line, Role

_BY_KIND = {
    Role.TITLE: "title",
    Role.SUBTITLE: "subtitle",
    Role.DOCNUMBER: "number",
    Role.SALUTATION: "address",
    Role.CLOSING: "closing",
    Role.ATTACHMENT: "attachment_list",
    Role.SIGNATURE: "signature",
    Role.DATE: "date",
    Role.NOTE: "notes",
    Role.JUNK: "junk",
}
_ELEMENTS = {"signers": "number", "print_date": "printer"}


class Wear(NamedTuple):
    """A line, the role it plays on the page, the paragraphs it was read from."""

    role: str
    line: Line
    judgement: Judgement
    places: tuple[int, ...]

    @property
    def level(self) -> int:
        """The level of a run-in heading, 0 for everything else."""
        return self.judgement.role.level if self.role.startswith("run_in") else 0

    def heading_end(self, shown: str) -> int:
        """Tell how far a run-in heading goes in the words that the file itself holds.

        The line has more than those: an automatic number, marks of notes. Both are compared from
        the end, which has no number; white space aside.
        """
        line, title = self.line.text, self.judgement.title
        end = title.end if title else len(line)
        if self.judgement.rest >= 0:
            end = self.judgement.rest
        elif line[end : end + 1] and line[end] in STOPS:
            end += 1
        at = len(line)
        for place in reversed(range(len(shown))):
            if shown[place].isspace():
                continue
            found = line.rfind(shown[place], 0, at)
            if 0 <= found < end:
                return place + 1
            at = found if found >= 0 else at
        return 0


def worn(source: Source, judgements: tuple[Judgement, ...]) -> dict[int, list[Wear]]:
    """Give, by a paragraph's place in the story, its lines and what each is."""
    found: dict[int, list[Wear]] = {}
    rows = zip(source.places, source.lines, judgements, strict=True)
    for places, line, judgement in rows:
        for place in places:
            found.setdefault(place, []).append(Wear(_role(judgement), line, judgement, places))
    return found


def _role(judgement: Judgement) -> str:
    kind, element = judgement.role, judgement.element
    if kind.level:
        return f"{'run_in' if judgement.run_in else 'heading'}{kind.level}"
    if kind is Role.JUNK:
        return "junk"
    element = _ELEMENTS.get(element, element)
    if element in BY_ROLE:
        return element
    return _BY_KIND.get(kind, "body")


def signatures(roles: list[tuple[int, str]]) -> Iterator[tuple[list[int], int | None]]:
    """Give the places of each group of signature lines, and of the date under them."""
    names: list[int] = []
    for place, role in roles:
        if role == "signature":
            names.append(place)
            continue
        if role == "date":
            yield names, place
        elif names:
            yield names, None
        names = []
    if names:
        yield names, None

"""What the rules of kinds look at: the document itself, not its attachments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import HEADINGS, PROSE, Manuscript, Row
from drafter.pattern import regex
from drafter.reading.line import Role

Check = Callable[[Manuscript], Iterable[Hit]]
BODY = tuple(PROSE)
_ORGAN = regex(r"(?:政府|委|局|部|厅|办|院|委员会|办公室|公司|中心)$")


def main(manuscript: Manuscript, *roles: Role) -> Iterator[Row]:
    """Give the rows of some roles up to the first attachment."""
    wanted = frozenset(roles)
    for row in manuscript.rows:
        if row.judgement.opens in ("attachment", "enclosed"):
            return
        if row.role in wanted:
            yield row


def title(manuscript: Manuscript) -> str:
    """Give the title's words in one line."""
    return "".join("".join(row.text.split()) for row in main(manuscript, Role.TITLE))


def salutation(manuscript: Manuscript) -> Iterator[Row]:
    """Give the lines of the address (主送机关)."""
    return main(manuscript, Role.SALUTATION)


def organs(words: str) -> list[str]:
    """Give the organs an address names."""
    parts = re.split(r"[、，；,]", words.strip().rstrip("：:"))
    return [part for part in parts if _ORGAN.search(part)]


def text(manuscript: Manuscript) -> str:
    """Give the document's own prose and headings."""
    return "\n".join(row.text for row in main(manuscript, *HEADINGS, *PROSE))


def chars(manuscript: Manuscript) -> int:
    """Count the characters of the document's own text."""
    return sum(len("".join(line.split())) for line in text(manuscript).splitlines())


def last(manuscript: Manuscript, *roles: Role) -> Row | None:
    """Give the last line of the document's own prose."""
    found = None
    for row in main(manuscript, *(roles or BODY)):
        found = row
    return found


def absent(pattern: re.Pattern[str]) -> Check:
    """Make the rule that something has to stand somewhere in the document's own text."""

    def look(manuscript: Manuscript) -> Iterator[Hit]:
        row = last(manuscript)
        if row is not None and not pattern.search(text(manuscript)):
            yield Hit(row.at, 0, len(row.text))

    return look

"""What lies ahead of a line: the next call, the next date, whether text still follows.

Everything is found in one pass from the end, so that no rule has to look ahead itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading import shapes, words
from drafter.reading.facts import Facts
from drafter.reading.junk import names_owner
from drafter.reading.tail import can_sign, lists_copies

LONG = 60
"""A paragraph this long that ends a sentence is text of the document, wherever it stands."""
HEAD_REACH = 40
"""How many lines before the call or addressee may still belong to the head."""
COLUMNS = 3
"""So many cells parted by tabs are a row of a table."""
SIGN_REACH = 4
"""How many lines of signature may stand before their date."""


@dataclass(slots=True)
class Outlook:
    """Distances in lines that are not blank; ``FAR`` where there is nothing ahead."""

    call: list[int]
    date: list[int]
    text: list[bool]


FAR = 1_000_000


def survey(rows: Sequence[Facts]) -> Outlook:
    """Look ahead from every line at once."""
    call, date, text = [FAR] * len(rows), [FAR] * len(rows), [False] * len(rows)
    to_call = to_date = FAR
    more = False
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        to_call, to_date = to_call + 1, to_date + 1
        if is_long(row) or row.mark:
            to_call, to_date = max(to_call, FAR), FAR
        elif shapes.is_date(row):
            to_date = 0
        elif not can_sign(row):
            to_date = FAR
        if shapes.is_addressee(row) or shapes.is_call(row):
            to_call = 0
        call[at], date[at], text[at] = to_call, to_date, more
        more = more or is_text(row)
    return Outlook(call, date, text)


def is_long(row: Facts) -> bool:
    """Tell whether the line is a paragraph of running text beyond doubt."""
    return len(row.text) >= LONG and _runs(row)


def is_text(row: Facts) -> bool:
    """Tell whether the line could be running text: a sentence, or numbered."""
    if row.mark or row.cells > 1:
        return True
    if lists_copies(row) or names_owner(row):
        return False
    return _runs(row) and len(row.text) >= 20 and row.text[-1] not in "）)"


def _runs(row: Facts) -> bool:
    """Tell whether the line ends a sentence, or has ended one and announces what follows."""
    return row.ends_sentence or (row.last in "：:" and "。" in row.text)


def opens_text(row: Facts) -> bool:
    """Tell whether the text itself begins here, for want of an addressee."""
    if row.mark or is_long(row) or shapes.decimal(row)[:1] == (1,) or row.cells >= COLUMNS:
        return True
    if row.text.endswith(("：", ":")) and row.text.rstrip("：:").endswith(words.ANNOUNCING):
        return True
    return row.ends_sentence and len(row.text) >= 12 and not shapes.is_bracketed(row)

"""Page furniture around and inside a text: what a line and its neighbours show of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.errors import N_
from drafter.reading import shapes, words
from drafter.reading.evidence import Evidence, Verdict, sureness
from drafter.reading.facts import Facts
from drafter.reading.junk import (
    ENOUGH,
    inside_evidence,
    is_arrow,
    is_label,
    is_links_head,
    is_menu,
    is_path,
    label_of,
    names_site,
    outside_evidence,
)
from drafter.reading.line import Role
from drafter.reading.outlook import Outlook, is_long, is_text, opens_text

_BUTTON = 6
"""How many characters a button has at most."""
_HEADER = 15
"""How many lines page furniture may have between a site's name and the title."""


@dataclass(slots=True)
class Furniture:
    """Judges lines from top to bottom, remembering labels and the page's menu."""

    rows: Sequence[Facts]
    ahead: Outlook
    labelled: bool = False  # the line before was a page label without its value
    menu: set[str] = field(default_factory=set)
    untouched: bool = True  # nothing but page furniture so far
    in_menu: bool = False  # the line before was a button
    in_foot: bool = False  # the line before was furniture at the end of the page
    path: int = field(init=False)  # where the page's path stands, above the title

    def __post_init__(self) -> None:
        self.path = self._path_above_title()

    def judge(self, at: int, *, inside: bool, links: bool) -> Verdict | None:
        """Recognise a line that belongs to the page; None if it may be the document's.

        ``inside``: the line stands in the text; ``links``: in a list of links.
        """
        row, at_end = self.rows[at], not self.ahead.text[at]
        was_labelled, self.labelled = self.labelled, False
        found = list(inside_evidence(row))
        if not inside or at_end:
            found += outside_evidence(row, at_end=at_end)
            found += self._neighbours(at, was_labelled)
            if at_end and self.in_foot:
                found.append(Evidence(Role.JUNK, 1.0, N_("after page furniture, at the end")))
        if label_of(row) and self._at_meeting(at):
            found = []
        if links and not is_long(row):
            found.append(Evidence(Role.JUNK, 2.5, N_("in a list of links")))
        if self.untouched and not inside:
            found += self._before_title(at)
        weight = sum(piece.weight for piece in found)
        if weight < ENOUGH:
            self.untouched = self.in_foot = False
            return None
        self.in_foot = at_end
        self.labelled = is_label(row)
        self.in_menu = row.tight in words.NAVIGATION or (self.in_menu and not label_of(row))
        if row.tight in words.NAVIGATION or (not was_labelled and self._beside_arrow(at)):
            self.menu.add(row.tight)
        reasons = tuple(piece.reason for piece in found)
        return Verdict(Role.JUNK, "", reasons, sureness(weight - 0.5))

    def opens_links(self, at: int) -> bool:
        """Tell whether a list of links begins here, after the end of the text."""
        return is_links_head(self.rows[at]) and not self.ahead.text[at]

    def _neighbours(self, at: int, was_labelled: bool) -> list[Evidence]:
        """Collect what the lines beside it say of a short line on a web page."""
        row = self.rows[at]
        found = []
        if was_labelled and not shapes.is_docnumber(row.tight):
            found.append(Evidence(Role.JUNK, 2.5, N_("the value of the field before it")))
        if self._beside_arrow(at) or row.tight in self.menu:
            found.append(Evidence(Role.JUNK, 2.5, N_("a step of the page's path")))
        return found

    def _before_title(self, at: int) -> list[Evidence]:
        """Collect what its place shows of a line above the title with nothing but furniture."""
        row, after = self.rows[at], self.rows[at + 1 : at + 2]
        if at < self.path:
            return [Evidence(Role.JUNK, 2.5, N_("above the path of a web page"))]
        if is_menu(row):
            return [Evidence(Role.JUNK, 2.5, N_("the menu of a web page"))]
        if not after or not shapes.bare(row) or row.tight.endswith(words.KINDS_OF_TEXT):
            return []
        found = []
        if names_site(row) and self._is_furniture(at + 1) and self._title_under(at):
            why = N_("may be the name of a site or newspaper, page furniture and the title follow")
            found.append(Evidence(Role.JUNK, 2.5, why))
        if self.in_menu and len(row.tight) <= _BUTTON and not opens_text(after[0]):
            why = N_("a few characters, after the buttons of a page")
            found.append(Evidence(Role.JUNK, 2.0, why))
        return found

    def _title_under(self, at: int) -> bool:
        """Tell whether page furniture follows, and then a line that may be the title."""
        for under in range(at + 1, min(at + _HEADER, len(self.rows))):
            row = self.rows[under]
            if not self._is_furniture(under):
                return shapes.bare(row) and not _is_under_title(row)
        return False

    def _is_furniture(self, at: int) -> bool:
        found = outside_evidence(self.rows[at], at_end=False)
        return sum(one.weight for one in found) >= ENOUGH

    def _path_above_title(self) -> int:
        """Find the page's path among the first lines, if a line that may be the title follows."""
        found = -1
        for at, row in enumerate(self.rows[: 2 * _HEADER]):
            if is_path(row):
                found = at
            elif is_text(row) or shapes.is_call(row) or shapes.is_addressee(row):
                break
        return found if found > 0 and self._title_under(found) else -1

    def _beside(self, at: int) -> list[Facts]:
        return [self.rows[i] for i in (at - 1, at + 1) if 0 <= i < len(self.rows)]

    def _at_meeting(self, at: int) -> bool:
        """Tell whether lines around say who met, when and where."""
        return self.rows[at].text.startswith(words.MEETING) and any(
            one.text.startswith(words.MEETING) and re.search("[：:]", one.text[:8])
            for one in self._beside(at)
        )

    def _beside_arrow(self, at: int) -> bool:
        return any(map(is_arrow, self._beside(at)))


def _is_under_title(row: Facts) -> bool:
    """Tell whether a bare line is one of those that stand under a title."""
    if shapes.is_date(row) or shapes.is_bracketed(row) or row.text[0] in "—－─-–":
        return True
    return shapes.is_name(row) or shapes.is_office(row) or shapes.is_office_and_name(row)

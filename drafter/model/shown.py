"""The words a page shows that the model only counts or implies: 附件：1. 附件2 签发人： 抄送：.

Each of them is the standard's; an element whose own words begin with the word already is shown
as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.model.document import Document, counted_marks, listed_titles
from drafter.model.fixed import ATTACHMENT, LISTED
from drafter.model.inline import Para

_OWN_WORD = re.compile("[^，。；：:]{2,6}[：:]|签发人|抄[送报]|[主分报发]送|内部发送")


class Note(NamedTuple):
    """A line of the 附件说明: the word 附件： on the first, the number where there are several."""

    word: str
    number: str
    name: Para

    @property
    def para(self) -> Para:
        """The whole line."""
        return Para.of(self.word + self.number, *self.name.inlines)


def attachment_notes(document: Document) -> tuple[Note, ...]:
    """Give the lines of the 附件说明 (GB/T 9704-2012 7.3.4): 附件：1.… and 2.…, no end mark.

    Without a list of their own they are the titles of the attachments.
    """
    names = document.attachment_list or listed_titles(document.attachments)
    if not names or names[0].text.startswith(ATTACHMENT[0]):
        return tuple(Note("", "", name) for name in names)
    if len(names) == 1:
        return (Note(LISTED, "", names[0]),)
    return tuple(
        Note(LISTED if number == 1 else "", f"{number}.", name)
        for number, name in enumerate(names, 1)
    )


def attachment_marks(document: Document) -> tuple[Para, ...]:
    """Give the mark of each attachment: its own, or the one it has by count."""
    counted = counted_marks(document.attachments)
    return tuple(
        inner.mark or mark for inner, mark in zip(document.attachments, counted, strict=True)
    )


def label_gap(label: str) -> str:
    """Give the space between a heading's number and its words: 第一章　总则, but 一、总则."""
    return "\u3000" if label[-1:] in ("章", "节", "编", "篇", "条", "分") else ""


def prefix(word: str, line: Para) -> str:
    """Give the fixed word a page puts before a line (签发人：, 抄送：); none if it has its own."""
    return "" if _OWN_WORD.match(line.text) else word

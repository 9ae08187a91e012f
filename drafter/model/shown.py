"""The words a page shows that the model only counts or implies: 附件：1. 附件2 签发人： 抄送：.

Each of them is the standard's; an element whose own words begin with the word already is shown
as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.model.document import Document, counted_marks, listed_numbers, listed_titles
from drafter.model.fixed import ATTACHMENT, LISTED
from drafter.model.inline import Para

_OWN_WORD = re.compile("[^，。；：:]{2,6}[：:]|[报送发][：:]|签发人|抄[送报]|[主分报发]送|内部发送")


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

    Without a list of their own they are the titles of the attachments, with the numbers of their
    marks.
    """
    names, attachments = document.attachment_list, document.attachments
    if names and names[0].text.startswith(ATTACHMENT[0]):
        return tuple(Note("", "", name) for name in names)
    numbers = listed_numbers(len(names), attachments)
    listed = zip(numbers, names, strict=True) if names else listed_titles(attachments)
    return tuple(
        Note("" if count else LISTED, number and f"{number}.", name)
        for count, (number, name) in enumerate(listed)
    )


def attachment_marks(document: Document) -> tuple[Para, ...]:
    """Give the mark of each attachment: its own, or the one it has by count."""
    counted = counted_marks(document.attachments, len(document.attachment_list))
    return tuple(
        inner.mark or mark for inner, mark in zip(document.attachments, counted, strict=True)
    )


def label_gap(label: str) -> str:
    """Give the space between a heading's number and its words: 第一章　总则, but 一、总则."""
    return "\u3000" if label[-1:] in ("章", "节", "编", "篇", "条", "分") else ""


def prefix(word: str, line: Para) -> str:
    """Give the fixed word a page puts before a line (签发人：, 抄送：); none if it has its own."""
    return "" if _OWN_WORD.match(line.text) else word

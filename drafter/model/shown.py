"""The words a page shows that the model only counts or implies: 附件：1. 附件2 签发人： 抄送：.

Each of them is the standard's; an element whose own words begin with the word already is shown
as it stands.
"""

from __future__ import annotations

import re

from drafter.model.document import Document
from drafter.model.inline import Para, Text

ATTACHMENT = "附件"
SIGNERS = "签发人："
COPIES = "抄送："
PRINTED = "印发"
_OWN_WORD = re.compile("[^，。；：:]{2,6}[：:]")


def attachment_notes(document: Document) -> tuple[Para, ...]:
    """Give the lines of the 附件说明 (GB/T 9704-2012 7.3.4): 附件：1.… and 2.…, no end mark.

    Without a list of their own they are the titles of the attachments.
    """
    names = document.attachment_list or tuple(
        _on_one_line(attachment.title)
        for attachment in document.attachments
        if not attachment.enclosed
    )
    if not names or names[0].text.startswith(ATTACHMENT[0]):
        return names
    if len(names) == 1:
        return (Para.of(f"{ATTACHMENT}：", *names[0].inlines),)
    return tuple(
        Para.of(f"{ATTACHMENT}：" * (number == 1) + f"{number}.", *name.inlines)
        for number, name in enumerate(names, 1)
    )


def attachment_marks(document: Document) -> tuple[Para, ...]:
    """Give the mark of each attachment (7.3.7): 附件, or 附件1 where there are several.

    One printed after the text without the word has none.
    """
    counted = sum(not attachment.enclosed for attachment in document.attachments)
    marks, number = [], 0
    for attachment in document.attachments:
        number += not attachment.enclosed
        own = "" if attachment.enclosed else ATTACHMENT + (str(number) if counted > 1 else "")
        marks.append(attachment.mark or Para.of(own))
    return tuple(marks)


def prefixed(word: str, line: Para) -> Para:
    """Put a fixed word before a line (签发人：, 抄送：), unless the line has one of its own."""
    return line if _OWN_WORD.match(line.text) else Para.of(word, *line.inlines)


def _on_one_line(title: Para) -> Para:
    return Para(
        tuple(Text(i.text.replace("\n", "")) if isinstance(i, Text) else i for i in title.inlines)
    )

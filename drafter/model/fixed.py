"""The fixed words a page adds to an element, and how an element is freed of them."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model.inline import Para, Text

ATTACHMENT = "附件"
SIGNERS = "签发人："
ATTENDANCE = {"present": "出席：", "absent": "请假：", "observers": "列席："}
COPIES = "抄送："
RECIPIENTS = "主送："  # where whom it addresses stands in the 版记, 7.4.2
PRINTED = "印发"
LISTED = f"{ATTACHMENT}："
_NOTE_NUMBER = re.compile(r"\d{1,2}\.")


def without_prefix(para: Para, word: str) -> Para:
    """Take a fixed word off the beginning of a line, as often as it stands there."""
    while para.inlines and isinstance(para.inlines[0], Text):
        first = para.inlines[0]
        if not first.text.startswith(word):
            break
        shorter = replace(first, text=first.text[len(word) :])
        para = replace(para, inlines=(shorter, *para.inlines[1:]))
    return para


def without_suffix(para: Para, word: str) -> Para:
    """Take a fixed word off the end of a line, as often as it stands there."""
    while para.inlines and isinstance(para.inlines[-1], Text):
        last = para.inlines[-1]
        if not last.text.endswith(word):
            break
        shorter = replace(last, text=last.text[: -len(word)])
        para = replace(para, inlines=(*para.inlines[:-1], shorter))
    return para


def plain_notes(lines: tuple[Para, ...]) -> tuple[Para, ...]:
    """Take the counted words off a 附件说明 (附件：1.), if all its lines have just those."""
    while lines and lines[0].text.startswith(LISTED):
        names = (without_prefix(lines[0], LISTED), *lines[1:])
        if len(names) == 1 and _NOTE_NUMBER.match(names[0].text):
            break
        if len(names) > 1:
            numbered = [name.text.startswith(f"{n}.") for n, name in enumerate(names, 1)]
            if not all(numbered):
                break
            names = tuple(_unnumbered(name, f"{n}.") for n, name in enumerate(names, 1))
        lines = names
    return lines


def _unnumbered(para: Para, number: str) -> Para:
    first = para.inlines[0]
    if not isinstance(first, Text):
        return para
    return replace(
        para, inlines=(replace(first, text=first.text[len(number) :]), *para.inlines[1:])
    )


def one_line(para: Para) -> Para:
    """Give a line without its breaks."""
    return Para(
        tuple(Text(i.text.replace("\n", "")) if isinstance(i, Text) else i for i in para.inlines)
    )

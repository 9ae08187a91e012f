"""Content controls (内容控件) nobody has filled yet: what they ask for, and how they are filled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from drafter.formats.docx.names import GAP_TAG
from drafter.model import Gap
from drafter.revise.ooxml import Element, runs, text, text_of, w
from drafter.revise.slots import Slot, repeat, write

_STRANGE = re.compile("checkbox|picture|docPart|group|repeating|equation|bibliography|citation")
_USUAL_PROMPT = re.compile("单击|点击|輕觸|按一下|选择一项|选择日期|Click|tap|Choose an item")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(slots=True)
class Control:
    """A control that still shows its prompt, or nothing.

    ``kind`` is text, date or choice; ``alone`` means it has its paragraph to itself.
    """

    element: Element
    gap: Gap
    shown: str
    alone: bool
    kind: str
    choices: tuple[str, ...] = ()

    def fill(self, lines: Sequence[str]) -> None:
        """Put an answer into the control, as if it had been typed there."""
        said = self.element.find(w("sdtPr"))
        content = self.element.find(w("sdtContent"))
        assert said is not None and content is not None
        date = said.find(w("date"))
        if date is not None:
            lines = [_dated(date, line) for line in lines]
        run = _emptied(content, said.find(w("rPr")), prompted=_unprompted(self.element))
        around = _paragraph_around(self.element)
        repeats = self.alone and around is not None
        write(Slot(run, run[-1]), ("", ""), lines[:1] if repeats else lines)
        if repeats and around is not None:
            repeat(around, run, lines[1:])


def control_of(element: Element) -> Control | None:
    """Give a control that waits for an answer and has a name; None for another."""
    said, content = element.find(w("sdtPr")), element.find(w("sdtContent"))
    if said is None or content is None:
        return None
    kinds = [etree.QName(child).localname for child in said if isinstance(child.tag, str)]
    name = " ".join((text_of(said, "alias") or text_of(said, "tag")).split())
    shown = "".join(t.text or "" for t in content.iter(w("t")))
    waiting = said.find(w("showingPlcHdr")) is not None or not shown.strip()
    inner = next(content.iter(w("sdt"), w("tbl"), w("drawing")), None)
    if not (name and waiting) or inner is not None or any(map(_STRANGE.search, kinds)):
        return None
    hint = "" if _USUAL_PROMPT.search(shown) else " ".join(shown.split())
    around = _paragraph_around(element)
    alone = around is not None and text(around).strip() == shown.strip()
    choices = _choices(said)
    kind = "choice" if choices else "date" if "date" in kinds else "text"
    return Control(element, Gap(name, hint), shown, alone, kind, choices)


def _choices(said: Element) -> tuple[str, ...]:
    """Give what a list offers; a box that takes other words too asks for words."""
    found = said.find(w("dropDownList"))
    rows = found.findall(w("listItem")) if found is not None else []
    shown = (row.get(w("displayText")) or row.get(w("value")) or "" for row in rows)
    values = [row.get(w("value")) for row in rows]
    return tuple(words for words, value in zip(shown, values, strict=True) if words and value != "")


def _paragraph_around(element: Element) -> Element | None:
    return next(element.iterancestors(w("p")), None)


def _emptied(content: Element, look: Element | None, *, prompted: bool) -> Element:
    """Leave a control one paragraph and one run with an empty w:t; give the run.

    It wears the look the control has for answers, and not that of its prompt.
    """
    paragraphs = list(content.iter(w("p")))
    for paragraph in paragraphs[1:]:
        parent = paragraph.getparent()
        if parent is not None and len(parent.findall(w("p"))) > 1:
            parent.remove(paragraph)
    home = paragraphs[0] if paragraphs else content
    own = list(runs(home))
    run = own[0] if own else etree.SubElement(home, w("r"))
    for other in own[1:]:
        parent = other.getparent()
        if parent is not None:
            parent.remove(other)
    worn = run.find(w("rPr"))
    run[:] = [worn] if worn is not None else []
    if look is not None:
        run[:] = [deepcopy(look)]
    elif prompted:
        _plain(run, "rStyle")
    etree.SubElement(run, w("t"))
    return run


def _dated(date: Element, line: str) -> str:
    """Write a day in the form the control has, and keep it as the control's date."""
    found = _DAY.fullmatch(line)
    if not found:
        return line
    year, month, day = map(int, found.groups())
    date.set(w("fullDate"), f"{year:04}-{month:02}-{day:02}T00:00:00Z")
    form = text_of(date, "dateFormat")
    if not re.fullmatch(r"[yMd年月日\s./'-]+", form):
        return line
    parts = {"yyyy": f"{year:04}", "yy": f"{year % 100:02}", "MM": f"{month:02}", "M": f"{month}"}
    parts |= {"dd": f"{day:02}", "d": f"{day}"}
    return re.sub("yyyy|yy|MM|M|dd|d|'", lambda part: parts.get(part[0], ""), form)


def settle(run: Element) -> None:
    """Let the controls around a run show what is in them as filled in, no longer as a prompt."""
    for control in run.iterancestors(w("sdt")):
        own = text_of(control.find(w("sdtPr")), "tag").startswith(GAP_TAG)
        if _unprompted(control) or own:
            _plain(run, "shd" if own else "rStyle")


def _unprompted(control: Element) -> bool:
    """Take off a control that it shows a prompt, and tell whether it did.

    What is bound to data elsewhere in the file is unbound: Word would show those data instead.
    """
    said = control.find(w("sdtPr"))
    if said is None:
        return False
    prompts = said.findall(w("showingPlcHdr"))
    for child in (*prompts, *said.findall(w("dataBinding"))):
        said.remove(child)
    return bool(prompts)


def _plain(run: Element, name: str) -> None:
    """Take a look that marked the gap off a run."""
    look = run.find(w("rPr"))
    if look is None:
        return
    for child in look.findall(w(name)):
        look.remove(child)
    if not len(look):
        run.remove(look)

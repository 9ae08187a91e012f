"""One paragraph dressed: its style named, what was set by hand taken off, its words untouched."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from drafter.formats.docx.xml import AMBIGUOUS
from drafter.revise.ooxml import (
    SPACE,
    Element,
    fragments,
    is_on,
    properties,
    put,
    runs,
    text,
    text_of,
    tidy,
    w,
    words,
)
from drafter.revise.stylesheet import Sheet

_LAYOUT = {
    w(name)
    for name in (
        "pageBreakBefore", "framePr", "bidi", "textDirection", "cnfStyle", "sectPr", "pPrChange",
    )
}  # fmt: skip
"""What a paragraph keeps beside its style: where it stands, what it ends, how it was changed."""
_WORDS = {
    w(name)
    for name in (
        "caps", "smallCaps", "strike", "dstrike", "vanish", "webHidden", "highlight", "u",
        "vertAlign", "rtl", "cs", "em", "eastAsianLayout", "specVanish", "oMath", "ins", "del",
        "moveFrom", "moveTo", "rPrChange",
    )
}  # fmt: skip
"""What a run keeps beside its style: what adds to the words' sense, how they were changed."""
_PASSED = {w(name) for name in ("rPr", "lastRenderedPageBreak")}


@dataclass(slots=True)
class Counts:
    """What was taken off, counted for the proof."""

    spaces: int = 0
    tabs: int = 0
    empty: int = 0
    split: int = 0
    footers: int = 0
    junk: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dresser:
    """Dresses paragraphs of one file."""

    sheet: Sheet
    counts: Counts

    def wear(self, paragraph: Element, role: str, *, in_table: bool = False) -> Element:
        """Let a paragraph wear the style of a role; give its properties."""
        layout = properties(paragraph, "pPr")
        self.plain_runs(paragraph)
        kept = [child for child in layout if child.tag in _LAYOUT]
        jc = layout.find(w("jc"))
        if in_table and jc is not None:
            kept.append(jc)
        tabs = layout.find(w("tabs"))
        if tabs is not None and any(run.find(w("tab")) is not None for run in runs(paragraph)):
            kept.append(tabs)
        mark = layout.find(w("rPr"))
        if mark is not None:
            self._plain(mark, "")
            if len(mark):
                kept.append(mark)
        layout[:] = [*fragments(f'<w:pStyle w:val="{self.sheet.id(role)}"/>'), *kept]
        tidy(layout)
        return layout

    def keep_style(self, paragraph: Element) -> None:
        """Leave a paragraph its style and place; what its runs were set by hand goes."""
        self.plain_runs(paragraph)

    def plain_runs(self, paragraph: Element) -> None:
        """Take off the runs of a paragraph what was set by hand."""
        for run in runs(paragraph):
            found = run.find(w("rPr"))
            shown = "".join(t.text or "" for t in run.iter(w("t"), w("delText")))
            if found is None and not AMBIGUOUS.search(shown):
                continue
            own = found if found is not None else properties(run, "rPr")
            if _is_symbol(shown):
                continue
            self._plain(own, shown)
            if not len(own):
                run.remove(own)

    def _plain(self, own: Element, shown: str) -> None:
        kept = [child for child in own if child.tag in _WORDS and _says(child)]
        worn = own.find(w("rStyle"))
        if worn is not None and self.sheet.keeps(worn.get(w("val")) or ""):
            kept.append(worn)
        if AMBIGUOUS.search(shown):
            kept += fragments('<w:rFonts w:hint="eastAsia"/>')
        own[:] = kept
        tidy(own)

    def strip(self, paragraph: Element, *, end: bool) -> None:
        """Take off spaces typed before the first word, and after the last where ``end``."""
        if not text(paragraph).strip():
            return
        _strip(paragraph, self.counts, reverse=False)
        if end:
            _strip(paragraph, self.counts, reverse=True)

    def run_in(self, paragraph: Element, end: int, level: int) -> None:
        """Let a run-in heading's words, those up to ``end``, alone wear its look."""
        at, style = 0, self.sheet.run_in(level)
        for run, found in words(paragraph):
            size = len(found.text or "")
            if at >= end:
                break
            if at + size > end:
                _split(run, found, end - at)
            if not text_of(run.find(w("rPr")), "rStyle"):
                put(properties(run, "rPr"), *fragments(f'<w:rStyle w:val="{style}"/>'))
            at += size


def _says(child: Element) -> bool:
    """Tell whether a switch or mark says something: an underline of none says nothing."""
    if child.tag in (w("u"), w("em"), w("highlight"), w("vertAlign")):
        return child.get(w("val")) not in ("none", "baseline")
    if child.tag in (w("strike"), w("vanish"), w("caps"), w("smallCaps"), w("dstrike")):
        return is_on(child)
    return True


def _is_symbol(shown: str) -> bool:
    """Tell whether words are signs that only their own font has."""
    return any("\ue000" <= char <= "\uf8ff" for char in shown)


def _split(run: Element, found: Element, at: int) -> None:
    """Part a run inside one of its w:t; what follows goes to a run of the same properties."""
    words = found.text or ""
    rest = etree.Element(w("r"))
    for name, value in run.attrib.items():
        rest.set(name, value)
    own = run.find(w("rPr"))
    if own is not None:
        rest.append(deepcopy(own))
    tail = etree.SubElement(rest, w("t"))
    found.text, tail.text = words[:at], words[at:]
    for part in (found, tail):
        part.set(SPACE, "preserve")
    following = list(found.itersiblings())
    rest.extend(following)
    run.addnext(rest)


def _strip(paragraph: Element, counts: Counts, *, reverse: bool) -> None:
    own = list(runs(paragraph, deleted=False))
    for run in reversed(own) if reverse else own:
        if text_of(run.find(w("rPr")), "u") or not _strip_run(run, counts, reverse=reverse):
            return


def _strip_run(run: Element, counts: Counts, *, reverse: bool) -> bool:
    """Take white space off one end of a run; tell whether nothing else was in it."""
    for child in list(reversed(run)) if reverse else list(run):
        if child.tag in _PASSED:
            continue
        if child.tag == w("tab"):
            counts.tabs += 1
            run.remove(child)
            continue
        if child.tag != w("t"):
            return False
        before = child.text or ""
        child.text = before.rstrip() if reverse else before.lstrip()
        counts.spaces += len(before) - len(child.text)
        if child.text:
            return False
        run.remove(child)
    parent = run.getparent()
    if parent is not None and all(child.tag == w("rPr") for child in run):
        parent.remove(run)
    return True

"""Where no change can be put in, and why: in tracked changes, computed fields, locked controls."""

from __future__ import annotations

from collections import Counter

from drafter.errors import N_
from drafter.revise.letters import Letter, letters
from drafter.revise.ooxml import Element, runs, w

REVISED = N_("a change that is already tracked stands here")
COMPUTED = N_("a field gives these words: they would come back")
CONTROLLED = N_("a content control keeps these words as they are")
_REVISIONS = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_TYPED = ("HYPERLINK", "FORMTEXT", "FILLIN")
"""Fields whose words people write."""
_STORIES = tuple(w(name) for name in ("txbxContent", "footnote", "endnote"))


def computed(root: Element) -> set[Element]:
    """Give the runs of a part that stand in fields whose words are computed."""
    found: set[Element] = set()
    begun: dict[Element | None, list[str]] = {}
    for run in root.iter(w("r")):
        fields = begun.setdefault(next(run.iterancestors(*_STORIES), None), [])
        within = list(fields)
        for child in run:
            if child.tag == w("instrText") and fields:
                fields[-1] += child.text or ""
            elif child.tag == w("fldChar"):
                kind = child.get(w("fldCharType"))
                if kind == "begin":
                    fields.append("")
                elif kind == "end" and fields:
                    within.append(fields.pop())
        if any(not _is_typed(told) for told in (*within, *fields)):
            found.add(run)
    return found


def why_blocked(letter: Letter, computed: set[Element]) -> str:
    """Tell why a letter may not be changed; "" where it may."""
    if letter.run in computed:
        return COMPUTED
    if letter.run.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
        return REVISED
    for outer in letter.run.iterancestors():
        if outer.tag in _REVISIONS:
            return REVISED
        if outer.tag == w("fldSimple") and not _is_typed(outer.get(w("instr")) or ""):
            return COMPUTED
        if outer.tag == w("sdt") and _keeps(outer):
            return CONTROLLED
    return ""


def touches(paragraph: Element, start: int, end: int) -> bool:
    """Tell whether a tracked change stands within a stretch of a paragraph, or where one goes in.

    Words put in (``start`` is ``end``) touch what stands next to them, before or behind.
    """
    sizes = Counter(letter.run for letter in letters(paragraph))
    place = 0
    for run in runs(paragraph):
        end_of_run = place + sizes[run]
        beside = start == end and place <= start <= end_of_run
        within = start < end_of_run and place < end
        revised = any(outer.tag in _REVISIONS for outer in run.iterancestors())
        if revised and (beside or within):
            return True
        place = end_of_run
    return False


def _is_typed(told: str) -> bool:
    return told.upper().split()[:1] in [[name] for name in _TYPED]


def _keeps(control: Element) -> bool:
    """Tell whether a control is locked, bound to data elsewhere, or a gap nobody has filled."""
    said = control.find(w("sdtPr"))
    if said is None:
        return False
    lock = said.find(w("lock"))
    locked = lock is not None and (lock.get(w("val")) or "").lower().endswith("contentlocked")
    return locked or any(
        said.find(w(name)) is not None for name in ("dataBinding", "showingPlcHdr")
    )

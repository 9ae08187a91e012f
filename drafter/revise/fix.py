"""Findings put into a Word file of the user's own: fixes as tracked changes, the rest as comments.

Whoever opens the file sees every change and takes it or leaves it, one by one. Nothing else is
touched, and it is proved of every file made that accepting all gives the text with the fixes and
rejecting all gives the text that was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafter.checks.finding import Finding
from drafter.checks.fixing import chosen
from drafter.errors import N_, Altered
from drafter.formats.docx.read import Source, read
from drafter.revise.ooxml import serialised
from drafter.revise.parts import Parts
from drafter.revise.remarks import Margin, Remark
from drafter.revise.trace import Row, Spot, Stories, trace
from drafter.revise.tracked import Change, Edit, Stamp, Tracker

_NO_FIX = N_("there is nothing to put in its place")
_OVERLAPS = N_("another fix is put in here")
_STALE = N_("these words do not stand here any more")
_BREAKS = N_("it would break the line")
_DIFFERS = N_("the line would not read as it should")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A finding whose fix was not put in, and why (a message to be translated)."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file with fixes put in, which they are, and which could not be.

    Where none could, its bytes are the same.
    """

    data: bytes
    placed: tuple[Finding, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


@dataclass(frozen=True, slots=True)
class _Planned:
    """A finding, the changes it makes in its line, where they go in the file."""

    finding: Finding
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]


def fix(data: bytes, findings: Iterable[Finding], remarks: Iterable[Finding] = ()) -> Fixed:
    """Put the fixes of findings into a Word file as tracked changes of drafter's.

    The findings are of the file as `read` reads it with its changes accepted; all of them are put
    in, safe or not. ``remarks`` are findings put in as comments at the same time (`annotate`).
    Raises UnusableInput for what is no Word file.
    """
    source, wanted, remarked = read(data), tuple(findings), tuple(remarks)
    parts = Parts(data, source.main)
    lines = {one.line - 1 for one in (*wanted, *remarked)}
    rows = trace(parts, source.lines, lines)
    planned, unplaced = _plan(source, Tracker(Stories(parts)), rows, wanted)
    notes = [_remark(one, source, rows) for one in remarked]
    while planned or notes:
        made = _put(data, source.main, planned, notes)
        wrong = _wrong_lines(source, planned, read(made)) if made != data else set()
        if not wrong:
            _prove(data, made)
            return Fixed(made, tuple(one.finding for one in planned), _sorted(unplaced))
        if not any(one.finding.line - 1 in wrong for one in planned):
            raise _altered(str(min(wrong) + 1))
        unplaced += [
            Unplaced(one.finding, _DIFFERS) for one in planned if one.finding.line - 1 in wrong
        ]
        planned = [one for one in planned if one.finding.line - 1 not in wrong]
    return Fixed(data, (), _sorted(unplaced))


def annotate(data: bytes, findings: Iterable[Finding]) -> bytes:
    """Put findings into a Word file as comments: what is wrong, on whose word, by which rule.

    Comments that are there stay. A finding that is commented on already is not again.
    """
    return fix(data, (), findings).data


def _plan(
    source: Source, tracker: Tracker, rows: dict[int, Row], findings: Sequence[Finding]
) -> tuple[list[_Planned], list[Unplaced]]:
    planned: dict[Finding, _Planned] = {}
    unplaced: list[Unplaced] = []
    for one in dict.fromkeys(findings):
        changes = _changes(source, one)
        if isinstance(changes, str):
            unplaced.append(Unplaced(one, changes))
            continue
        edits = tracker.place(rows[one.line - 1], one.col - 1, one.end_col, changes)
        if isinstance(edits, str):
            unplaced.append(Unplaced(one, edits))
        else:
            planned[one] = _Planned(one, changes, tuple(edits))
    kept = chosen(planned, safe=False)
    unplaced += [Unplaced(one, _OVERLAPS) for one in planned.keys() - set(kept)]
    return [planned[one] for one in kept], unplaced


def _changes(source: Source, one: Finding) -> tuple[Change, ...] | str:
    """Give the letters that differ between what was found and its fix, or why there are none."""
    start = one.col - 1
    text = source.lines[one.line - 1].text if 0 < one.line <= len(source.lines) else ""
    if one.fix is None:
        return _NO_FIX
    if not one.words or text[start : one.end_col].replace("\n", " ") != one.words:
        return _STALE
    if "\n" in one.fix:
        return _BREAKS
    matcher = SequenceMatcher(None, one.words, one.fix, autojunk=False)
    found = tuple(
        Change(start + begin, start + end, one.fix[other:stop])
        for what, begin, end, other, stop in matcher.get_opcodes()
        if what != "equal"
    )
    return found or _NO_FIX


def _remark(one: Finding, source: Source, rows: dict[int, Row]) -> Remark:
    """Say a finding beside the letters it is about, or as near to them as the file has any."""
    said = (one.message, f"{one.basis}（{one.rule}）" if one.basis else one.rule)
    row = rows.get(one.line - 1, [])
    found = [spot for spot in row[one.col - 1 : one.end_col] if spot is not None]
    near = [spot for spot in (*reversed(row[: one.col]), *row[one.col :]) if spot is not None]
    if found:
        first = found[0]
        last = max(spot.at for spot in found if spot[:2] == first[:2])
        return Remark(said, first, last + 1)
    if near:
        return Remark(said, near[0], near[0].at + 1)
    before = [places[0] for places in source.places[: one.line] if places]
    return Remark(said, Spot(source.main, before[-1] if before else 0, 0), 0)


def _put(data: bytes, main: str, planned: Sequence[_Planned], notes: Sequence[Remark]) -> bytes:
    parts = Parts(data, main)
    stories, stamp = Stories(parts), Stamp(parts)
    changed = set()
    if notes and Margin(parts, stories, stamp).put(notes):
        changed.add(main)
    edits = [edit for one in planned for edit in one.edits]
    changed |= Tracker(stories).put(edits, stamp)
    for name in changed:
        parts.raw[name] = serialised(stories.roots[name])
    return parts.save() if changed else data


def _wrong_lines(source: Source, planned: Sequence[_Planned], now: Source) -> set[int]:
    """Tell which lines do not read as they should once all changes are accepted."""
    wanted = [line.text for line in source.lines]
    if len(now.lines) != len(wanted):
        raise _altered(f"{len(wanted)} → {len(now.lines)}")
    changes = [(one.finding.line - 1, change) for one in planned for change in one.changes]
    for at, (start, end, text) in sorted(changes, reverse=True):
        wanted[at] = wanted[at][:start] + text + wanted[at][end:]
    pairs = zip(wanted, now.lines, strict=True)
    return {at for at, (text, line) in enumerate(pairs) if text != line.text}


def _prove(data: bytes, made: bytes) -> None:
    """Raise Altered where rejecting all changes would not give the text that was there."""
    if made == data:
        return
    before, after = read(data, "reject").text, read(made, "reject").text
    if before != after:
        pairs = enumerate(zip(before, after, strict=False))
        raise _altered(
            str(next((at for at, (a, b) in pairs if a != b), min(len(before), len(after))))
        )


def _altered(difference: str) -> Altered:
    return Altered(
        N_("putting the fixes in would have changed other words: {difference}"),
        hint=N_("nothing was written; this is a fault of drafter, please report it"),
        difference=difference,
    )


def _sorted(unplaced: list[Unplaced]) -> tuple[Unplaced, ...]:
    return tuple(sorted(unplaced, key=lambda one: one.finding))

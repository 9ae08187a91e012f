"""Headings without a number: short phrases alone on their lines, each with text under it.

A single short line proves nothing; a series does, such as short and long lines in turn. In Word
files the look of a line (outline level, heading style) says it outright; one that is bold or in a
font of headings, as the text is not, shows it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.errors import N_
from drafter.model import Span
from drafter.reading import words
from drafter.reading.evidence import sureness
from drafter.reading.facts import Facts
from drafter.reading.line import Judgement, Role
from drafter.reading.zones import Placed

_LONGEST = 32
_TEXT_UNDER = 40
_TEXT_UNDER_APART = 15  # under a line that its look shows to be none of the text
_ENOUGH_WITH_STOP = 3
_ENOUGH_WITHOUT = 2
_ALIKE = 2
_NO_HEADING_ENDS = "；;：:，,、！!？?…）)》"
_NO_HEADING_STARTS = "—－-·•●■（(《〔【["
_STYLES = ("heading", "标题")


def find_phrases(placed: Sequence[Placed], found: dict[int, Judgement]) -> None:
    """Turn lines without a number into headings where look or a series shows them to be."""
    level = 0
    candidates: list[tuple[Facts, int]] = []
    for at, one in enumerate(placed):
        judged = found[one.facts.index]
        if judged.role.level or judged.role is Role.TITLE:
            _settle(candidates, found)
            candidates = []
            level = judged.role.level
        elif judged.role is not Role.BODY or one.facts.line.given:
            continue
        elif _shown(one.facts):
            found[one.facts.index] = _heading(
                one.facts, _shown(one.facts), N_("styled as a heading"), 3.0
            )
        elif at + 1 < len(placed) and _is_candidate(one, placed[at + 1], found):
            goes_on = one.facts.apart and at > 0 and _is_cut_off(placed[at - 1], found)
            candidates += [] if goes_on else [(one.facts, level + 1)]
        elif _stands_over(placed[at : at + 3], found):
            candidates.append((one.facts, 0))
    _settle(candidates, found)


def _shown(facts: Facts) -> int:
    """Give the level a Word file itself says a short line has; 0 if it says none."""
    look, style = facts.line.look, facts.line.style.lower()
    if not facts.short or (facts.ends_sentence and len(facts.text) > _LONGEST):
        return 0
    if look and look.outline_level:
        return look.outline_level
    for name in _STYLES:
        level = style.removeprefix(name).strip()
        if level != style and level.isdigit():
            return int(level)
    return 0


def _is_cut_off(before: Placed, found: dict[int, Judgement]) -> bool:
    """Tell whether a line of text ends without a stop: what follows may go on with it."""
    text = found[before.facts.index].role is Role.BODY
    return text and not before.facts.ends_sentence and before.facts.last not in "：:"


def _is_phrase(facts: Facts) -> bool:
    """Tell whether a line is short, without number, and begins and ends as a heading may."""
    if facts.mark or facts.cells > 1 or len(facts.text) > _LONGEST or len(facts.text) < 3:
        return False
    return facts.last not in _NO_HEADING_ENDS and facts.text[0] not in _NO_HEADING_STARTS


def _stands_over(three: Sequence[Placed], found: dict[int, Judgement]) -> bool:
    """Tell whether a line names a usual part of a report and a candidate stands under it."""
    facts = three[0].facts
    if len(three) < 3 or not facts.text.endswith(words.PARTS) or not _is_phrase(facts):
        return False
    return three[0].piece == three[1].piece and _is_candidate(three[1], three[2], found)


def _is_candidate(one: Placed, after: Placed, found: dict[int, Judgement]) -> bool:
    """Tell whether a line is a short phrase and the next one is text that could explain it."""
    facts, text = one.facts, after.facts.text
    if not _is_phrase(facts):
        return False
    if one.piece != after.piece or found[after.facts.index].role is not Role.BODY:
        return False
    if after.facts.mark or found[facts.index].points:
        return False
    least = _TEXT_UNDER_APART if facts.apart else max(_TEXT_UNDER, 2 * len(facts.text))
    return len(text) >= least and after.facts.ends_sentence and not after.facts.apart


def _settle(candidates: list[tuple[Facts, int]], found: dict[int, Judgement]) -> None:
    """Decide the candidates of one section together."""
    stopped = [one for one in candidates if one[0].last == "。"]
    plain = [one for one in candidates if one[0].last != "。"]
    for facts, level in candidates:
        if facts.apart:
            why = N_("set apart from the text by its look, with text under it")
            found[facts.index] = _heading(facts, max(level, 1), why, 1.5)
    if sum(level > 0 for _, level in plain) >= _ENOUGH_WITHOUT:
        _make(_deepened(plain), found)
    if len(stopped) >= _ENOUGH_WITH_STOP:
        _make(list(_alike(stopped)), found)


def _deepened(candidates: list[tuple[Facts, int]]) -> list[tuple[Facts, int]]:
    """Put those under a line that stands over others (level 0) one level deeper."""
    top = next(level for _, level in candidates if level)
    deeper, result = 0, []
    for facts, level in candidates:
        if not level or facts.text.endswith(words.PARTS):
            deeper = int(not level)
            result.append((facts, top))
        else:
            result.append((facts, top + deeper))
    return result


def _alike(candidates: list[tuple[Facts, int]]) -> Iterator[tuple[Facts, int]]:
    """Give those that share their length or first two characters with enough others."""
    lengths: dict[int, int] = {}
    starts: dict[str, int] = {}
    for facts, _ in candidates:
        for size in range(len(facts.text) - _ALIKE, len(facts.text) + _ALIKE + 1):
            lengths[size] = lengths.get(size, 0) + 1
        starts[facts.text[:2]] = starts.get(facts.text[:2], 0) + 1
    for facts, level in candidates:
        if max(lengths[len(facts.text)], starts[facts.text[:2]]) >= _ENOUGH_WITH_STOP:
            yield facts, level


def _make(candidates: list[tuple[Facts, int]], found: dict[int, Judgement]) -> None:
    for facts, level in candidates:
        reason = N_("one of a series of short lines, each with text under it")
        found[facts.index] = _heading(facts, level, reason, 0.5 * len(candidates))


def _heading(facts: Facts, level: int, reason: str, weight: float) -> Judgement:
    size = len(facts.text.rstrip("。：: \u3000"))
    title = Span(facts.start, facts.start + size)
    role = Role(f"h{min(level, 4)}")
    return replace(Judgement(role, title=title, why=(reason,)), sure=sureness(weight))

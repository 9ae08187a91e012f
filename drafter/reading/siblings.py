"""Numbered lines: siblings are decided together, heading or list item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.errors import N_
from drafter.model import Span
from drafter.model.ordinals import heading_level, value
from drafter.reading import words
from drafter.reading.evidence import sureness
from drafter.reading.facts import Facts, heading_stop
from drafter.reading.line import Judgement, Role

_DEPTHS = {"part": 1, "chapter": 1.5, "section": 2, "article": 2.5}
_HAN = "一二三四五六七八九十"


@dataclass(slots=True)
class Member:
    """A numbered line: where its title ends, whether text runs on, what stands under it."""

    facts: Facts
    stop: int  # of the first 。 or ： after the number, in the trimmed text; -1: none
    run_in: bool
    under: bool = False  # something stands under it that explains it
    doubtful: bool = False  # may be no number at all: 一、二年级

    @property
    def phrase(self) -> str:
        """The words between the number and the stop."""
        assert self.facts.mark is not None
        text = self.facts.text
        return text[len(self.facts.mark.raw) : self.stop if self.stop >= 0 else len(text)].strip()

    @property
    def is_sentence(self) -> bool:
        """Whether the line is one sentence with clauses."""
        if self.run_in or not self.facts.ends_sentence:
            return False
        return len(self.phrase) > 20 or "，" in self.phrase

    @property
    def bare_sentence(self) -> bool:
        """Whether the line is one sentence with clauses, and nothing explains it."""
        return self.is_sentence and not self.under


@dataclass(slots=True)
class Group:
    """Lines with the same kind of number, one after another under the same heading."""

    family: str
    members: list[Member] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The last number met."""
        mark = self.members[-1].facts.mark
        return mark.number if mark else 0


def member(facts: Facts) -> Member:
    """Measure a numbered line."""
    mark = facts.mark
    assert mark is not None
    text = facts.text
    stop = heading_stop(text, len(mark.raw))
    rest = text[stop + 1 :].strip() if stop >= 0 else ""
    if stop >= 0 and not rest and stop != len(text) - 1:
        stop = -1
    run_in = bool(rest) and not (rest[0] in "（(" and rest[-1] in "）)" and len(rest) < 120)
    return Member(facts, stop, run_in, doubtful=_looks_like_words(facts))


def _looks_like_words(facts: Facts) -> bool:
    """Tell whether the mark may be words: 一、二年级, 一、二、三等奖."""
    mark = facts.mark
    assert mark is not None
    after = facts.text[len(mark.raw) : len(mark.raw) + 1]
    return mark.raw[-1] == "、" and after in _HAN and value(after or "零") > mark.number


def depth(family: str) -> float:
    """Give how deep a kind of number usually stands."""
    return _DEPTHS.get(family) or float(family or 9)


class Grouping:
    """Collects numbered lines into groups while the text is read from top to bottom."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._open: list[Group] = []
        self._ended: dict[str, Group] = {}

    def restart(self) -> None:
        """Forget all numbers: another document begins."""
        self._open, self._ended = [], {}

    def plain(self) -> None:
        """Note that a line without number stands here: it explains the line above."""
        if self._open:
            self._open[-1].members[-1].under = True

    def add(self, facts: Facts) -> bool:
        """Add a numbered line; False if its number is none."""
        new = member(facts)
        home = self._home(new)
        if home is None:
            return False
        if home not in self._open:
            for group in self._open[-1:]:
                group.members[-1].under = True
            self._open.append(home)
        home.members.append(new)
        self._ended[home.family] = home
        return True

    def _home(self, new: Member) -> Group | None:
        """Find the group a line belongs to, closing those below; None for a false mark."""
        family = new.facts.family
        number = new.facts.mark.number if new.facts.mark else 0
        at = next((i for i, group in enumerate(self._open) if group.family == family), -1)
        last = self._open[at].last if at >= 0 else 0
        if new.doubtful and number != last + 1:
            return None
        if at >= 0:
            del self._open[at + 1 :]
            if number > 1 or last == 0:
                return self._open[at]
            self._open.pop()
        else:
            while self._open and depth(self._open[-1].family) >= depth(family):
                self._open.pop()
        ended = self._ended.get(family)
        if ended and number > 1 and number == ended.last + 1:
            return ended
        group = Group(family)
        self.groups.append(group)
        return group


def decide(groups: Iterable[Group]) -> dict[int, Judgement]:
    """Judge all numbered lines, each group as one."""
    found: dict[int, Judgement] = {}
    for group in groups:
        if len(group.members) == 1 and group.members[0].doubtful:
            continue
        score, why = _score(group)
        for one in group.members:
            item = score > 0 and (one.bare_sentence or _runs_long(one) or _ends_series(one, group))
            found[one.facts.index] = _judgement(one, -0.5 if item else score, why)
    return found


def _runs_long(one: Member) -> bool:
    """Tell whether the words before the stop are too many for a heading, whatever its siblings."""
    return (one.run_in or one.is_sentence) and len(one.phrase) > _LONGEST


def _ends_series(one: Member, group: Group) -> bool:
    """Tell whether the last of a series is a sentence where all before it name a thing: its value.

    What stands under it is the text after the series, and explains nothing.
    """
    before = group.members[:-1]
    if one is not group.members[-1] or not before or not one.is_sentence:
        return False
    return all(other.run_in and other.facts.text[other.stop] in "：:" for other in before)


def _score(group: Group) -> tuple[float, tuple[str, ...]]:
    """Say whether the lines of a group are headings (above 0) and what shows it."""
    if group.family == "article":
        return -9.0, (N_("第…条 numbers an article of a rule"),)
    if group.family in ("part", "chapter", "section"):
        score = sum(_chapter_score(one) for one in group.members)
        return score, (N_("numbered as a chapter"),)
    telling = [one for one in group.members if not one.bare_sentence]
    if len(telling) < 2 or 2 * len(telling) < len(group.members):
        telling = group.members
    scores = [_phrase_score(one, last=one is group.members[-1]) for one in telling]
    return sum(scores) / len(scores), _reasons(group)


def _chapter_score(one: Member) -> float:
    if one.run_in or one.facts.ends_sentence or not one.facts.short:
        return -2.0
    return 2.0 if one.under else -1.0


def _phrase_score(one: Member, *, last: bool) -> float:
    """Say how much a numbered line is like a phrase that what follows explains."""
    phrase = one.phrase
    score = -1.5 * sum(word in phrase for word in words.PROVISION)
    score -= 2.0 * any(word in one.facts.text[:40] for word in words.SELF)
    return max(score, -4.0) + _form_score(one, phrase, last=last)


def _form_score(one: Member, phrase: str, *, last: bool) -> float:
    """Score the form of the line: a short phrase that text runs on from, or alone on its line."""
    size = len(phrase)
    if one.run_in:
        steps = _RUN_IN_AFTER_STOP if one.facts.text[one.stop] == "。" else _RUN_IN_AFTER_COLON
        return next(score for most, score in steps if size <= most)
    stressed = _APART if one.facts.apart else 0.0
    return stressed + _line_score(one, size, last=last)


def _line_score(one: Member, size: int, *, last: bool) -> float:
    """Score a line from which no text runs on."""
    mark, phrase = one.facts.text[-1], one.phrase
    if mark in "；;，,":
        return -4.0
    if mark in "：:":
        announces = any(word in phrase for word in ("以下", "下列", "如下"))
        return -2.0 if announces or size > 20 else 1.5 if one.under else -1.0
    return _alone_score(one, size) * (_LAST if last and one.under else 1)


_ENDLESS = 10_000
_LONGEST = 60
"""How many characters a heading has at most, with its number or run in."""
_APART = 1.5
"""What it adds that a Word file sets a line apart from the text."""
_RUN_IN_AFTER_STOP = ((30, 2.0), (45, 1.0), (_LONGEST, -1.0), (_ENDLESS, -3.0))
_RUN_IN_AFTER_COLON = ((12, 2.0), (20, 1.0), (_ENDLESS, -1.5))
_LAST = 0.3
"""How much less the last of a group says: what stands under it may be the text after the list."""


def _alone_score(one: Member, size: int) -> float:
    if one.facts.ends_sentence or one.stop >= 0:
        return -3.0 if not one.under else 1.5 if size <= 40 else -2.5
    return -2.0 if size > _LONGEST else 2.5 if one.under else -1.5


def _reasons(group: Group) -> tuple[str, ...]:
    first = group.members[0]
    why = [N_("begins with a number")]
    if len(group.members) > 1:
        why.append(N_("stands in a series of numbered lines decided together"))
    if first.run_in:
        why.append(N_("a phrase, a stop, and text that explains it"))
    elif first.under:
        why.append(N_("what follows explains it"))
    return tuple(why)


def _judgement(one: Member, score: float, why: tuple[str, ...]) -> Judgement:
    mark = one.facts.mark
    assert mark is not None
    start = one.facts.start
    number = Span(start, start + len(mark.raw))
    level = heading_level(mark.form) or 1
    sure = sureness(abs(score))
    if score <= 0:
        return Judgement(Role.BODY, number=number, why=(*why, N_("items or provisions")), sure=sure)
    role = Role(f"h{min(level, 4)}")
    return Judgement(role, number=number, title=_title(one), run_in=one.run_in, why=why, sure=sure)


def _title(one: Member) -> Span:
    """Give the place of the heading's words, without number, stop and space around."""
    mark, text, start = one.facts.mark, one.facts.text, one.facts.start
    assert mark is not None
    begin, end = len(mark.raw), one.stop if one.stop >= 0 else len(text)
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and (text[end - 1].isspace() or text[end - 1] in words.STOPS):
        end -= 1
    return Span(start + begin, start + end)


def group_numbered(rows: Sequence[tuple[Facts, int, bool]]) -> dict[int, Judgement]:
    """Judge the numbered lines among (line, document, is it text); keyed by line index."""
    grouping, piece = Grouping(), -1
    for facts, number, is_text in rows:
        if number != piece:
            grouping.restart()
            piece = number
        if is_text and not (facts.mark and grouping.add(facts)):
            grouping.plain()
    return decide(grouping.groups)

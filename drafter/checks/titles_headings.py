"""Headings beside each other: the one that ends in a stop, breaks the pattern, says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import HEADINGS, Manuscript, Row
from drafter.checks.structure_items import Item
from drafter.checks.structure_numbers import numberings
from drafter.pattern import regex

_STOP = regex("[。；，、]$")
_FEW, _PAIR = 4, 2
_SYNONYMS = (
    {"加强", "强化"}, {"推进", "推动"}, {"提高", "提升"}, {"健全", "完善"}, {"促进", "推动"},
    {"增强", "提高"}, {"深入", "深化"}, {"扩大", "拓展"}, {"落实", "压实"},
)  # fmt: skip


def siblings(manuscript: Manuscript) -> Iterator[list[Item]]:
    """Give the headings that stand beside each other, two at least."""
    for numbering in numberings(manuscript):
        for listed in numbering.lists:
            found = [item for item in listed.members if item.row.role in HEADINGS]
            if len(found) >= _PAIR:
                yield found


def words(item: Item) -> str:
    """Give a heading's words without number and stop."""
    row = item.row
    title = row.judgement.title
    text = row.text[title.start : title.end] if title else row.text[item.end :]
    return text.strip().rstrip("。；：")


def end_stop(manuscript: Manuscript) -> Iterator[Hit]:
    """Find headings on a line of their own that end in a stop, where those of their level do not.

    Where most do, it is the document's way, and others' too.
    """
    done: set[int] = set()
    for rows in _groups(manuscript):
        alone = [row for row in rows if not row.judgement.run_in]
        stopped = [row for row in alone if _STOP.search(row.text.rstrip())]
        bare = len(alone) - len(stopped)
        run_in = len(rows) - len(alone)
        if stopped and bare and len(stopped) * _PAIR <= max(bare, _PAIR) and run_in <= bare:
            for row in stopped:
                if row.at in done:
                    continue
                done.add(row.at)
                end = len(row.text.rstrip())
                yield Hit(row.at, end - 1, end, fix="")


def _groups(manuscript: Manuscript) -> Iterator[list[Row]]:
    """Give the headings of each list of three or more, then those of each level."""
    by_role: dict[object, list[Row]] = {}
    for found in siblings(manuscript):
        if len(found) > _PAIR:
            yield [item.row for item in found]
    for row in manuscript.rows:
        if row.role in HEADINGS:
            by_role.setdefault(row.role, []).append(row)
    yield from by_role.values()


_FRAME = regex("(?!关于)[\u4e00-\u9fff]{2}|.*在.*“.*")
"""What headings share as a figure of speech: words, no year or number."""


def odd_one(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the one of at least four headings that lacks the two characters the others share."""
    for found in siblings(manuscript):
        if len(found) < _FEW:
            continue
        for end in (slice(0, 2), slice(-2, None)):
            usual, many = Counter(words(item)[end] for item in found).most_common(1)[0]
            if many == len(found) - 1 and len(usual) == _PAIR and _FRAME.fullmatch(usual):
                odd = next(item for item in found if words(item)[end] != usual)
                where = "开头" if end.start == 0 else "结尾"
                message = f"同级标题都以“{usual}”{where}，只有这一条不是"
                yield Hit(odd.row.at, odd.end, odd.end + len(words(odd)), message=message)
                break


class _Earlier:
    """Headings seen, by all they begin with: which is the first that begins as another does.

    One as long as the other counts; else one has to have at least ``more`` characters more.
    """

    def __init__(self, more: int = 1) -> None:
        self._more = more
        self._whole: dict[str, int] = {}
        self._opening: dict[str, int] = {}

    def _openings(self, head: str) -> Iterator[str]:
        yield head
        yield from (head[:end] for end in range(1, len(head) - self._more + 1))

    def like(self, head: str) -> int | None:
        """Give the number of the first heading that this one begins with, or that begins so."""
        found = [self._whole[one] for one in self._openings(head) if one in self._whole]
        found += [self._opening[head]] if head in self._opening else []
        return min(found, default=None)

    def add(self, head: str, number: int) -> None:
        """Take a heading in."""
        self._whole.setdefault(head, number)
        for one in self._openings(head):
            self._opening.setdefault(one, number)


def synonyms(manuscript: Manuscript) -> Iterator[Hit]:
    """Find two headings that say the same of one thing with two verbs."""
    for found in siblings(manuscript):
        seen = {verb: _Earlier() for pair in _SYNONYMS for verb in pair}
        for at, other in enumerate(found):
            head = words(other)
            verb, rest = head[:2], head[2:]
            rivals = [one for pair in _SYNONYMS if verb in pair for one in pair - {verb}]
            before = [one for rival in rivals if (one := seen[rival].like(rest)) is not None]
            if before and len(head) > 3:
                message = f"与“{words(found[min(before)])}”意思重复，宜合并或者换一个动词"
                yield Hit(other.row.at, other.end, other.end + len(head), message=message)
            if rivals and rest:
                seen[verb].add(rest, at)


def overlap(manuscript: Manuscript) -> Iterator[Hit]:
    """Find two headings of which one says all the other says."""
    for found in siblings(manuscript):
        seen = _Earlier(more=2)
        for at, other in enumerate(found):
            head = words(other)
            before = seen.like(head) if len(head) >= _FEW else None
            if before is not None:
                message = f"与“{words(found[before])}”内容重叠"
                yield Hit(other.row.at, other.end, other.end + len(head), message=message)
            if len(head) >= _FEW:
                seen.add(head, at)

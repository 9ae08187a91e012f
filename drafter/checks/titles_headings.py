"""Headings beside each other: the one that ends in a stop, breaks the pattern, says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

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


def synonyms(manuscript: Manuscript) -> Iterator[Hit]:
    """Find two headings that say the same of one thing with two verbs."""
    for found in siblings(manuscript):
        for one, other in combinations(found, 2):
            a, b = words(one), words(other)
            same = a[2:] and (a[2:].startswith(b[2:]) or b[2:].startswith(a[2:]))
            if same and len(b) > 3 and {a[:2], b[:2]} in _SYNONYMS:
                message = f"与“{a}”意思重复，宜合并或者换一个动词"
                yield Hit(other.row.at, other.end, other.end + len(b), message=message)


def overlap(manuscript: Manuscript) -> Iterator[Hit]:
    """Find two headings of which one says all the other says."""
    for found in siblings(manuscript):
        for one, other in combinations(found, 2):
            short, long = sorted((words(one), words(other)), key=len)
            more = long.removeprefix(short)
            if len(short) >= _FEW and len(more) != 1 and (not more or long != more):
                message = f"与“{words(one)}”内容重叠"
                yield Hit(other.row.at, other.end, other.end + len(words(other)), message=message)

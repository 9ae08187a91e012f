"""Which line or section of an edited plan was which before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from drafter.drafting.plan import ADDED
from drafter.drafting.planparts import Headed
from drafter.model import Para, Points, Section
from drafter.model.nodes import Block

_ALIKE = 0.5


def paired(heads: Sequence[Headed], titles: Sequence[Section]) -> list[int]:
    """Tell for each section of an edited plan which it was before, -1 for a new one."""
    names = [head.title.text.strip() for head in heads]
    before = [one.title.text.strip() for one in titles]
    found = [before.index(name) if name in before else -1 for name in names]
    for at, head in enumerate(heads):
        if found[at] < 0:
            lines = set(_lines(head.blocks))
            shared = [
                (len(lines & set(_lines(one.blocks))), -number)
                for number, one in enumerate(titles)
                if number not in found
            ]
            best = max(shared, default=(0, 0))
            if best[0]:
                found[at] = -best[1]
    return found


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Para) and block.text.partition("：")[0].strip() not in ADDED:
            yield block.text.strip()
        elif isinstance(block, Points):
            yield from (item.body.text.strip() for item in block.items)


def alike(lines: Sequence[str], before: Sequence[str]) -> list[int]:
    """Tell for each line which it was before: the same, else the most alike left; -1: a new one."""
    found = [-1] * len(lines)
    left = list(range(len(before)))
    for at, line in enumerate(lines):
        same = next((n for n in left if before[n] == line), -1)
        if same >= 0:
            found[at] = same
            left.remove(same)
    for at, line in enumerate(lines):
        ratios = [(SequenceMatcher(None, line, before[n]).ratio(), -n) for n in left]
        best = max(ratios, default=(0.0, 0))
        if found[at] < 0 and best[0] >= _ALIKE:
            found[at] = -best[1]
            left.remove(-best[1])
    return found

"""Findings of old documents written down, so that only new ones are told (基线)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from drafter.checks.finding import Finding
from drafter.errors import N_, UnusableInput

_VERSION = 1


def mark(file: str, one: Finding, line: str) -> str:
    """Name a finding by its rule and the words around it; where it stands does not count."""
    around = line[max(one.col - 21, 0) : one.end_col + 20]
    words = "\n".join((file, one.rule, one.words, "".join(around.split())))
    return hashlib.sha256(words.encode()).hexdigest()[:20]


def written(marks: Iterable[str]) -> str:
    """Write a baseline."""
    counts = dict(sorted(Counter(marks).items()))
    return json.dumps({"version": _VERSION, "findings": counts}, indent=1) + "\n"


def read(text: str) -> Counter[str]:
    """Read a baseline; raises UnusableInput where it is none."""
    try:
        data = json.loads(text)
        return Counter({str(name): int(count) for name, count in data["findings"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableInput(
            N_("this is no baseline of findings"),
            hint=N_("drafter check --write-baseline FILE writes one"),
        ) from error


def new(found: Iterable[tuple[str, Finding]], known: Counter[str]) -> tuple[Finding, ...]:
    """Give the findings, each with its mark, that the baseline does not know yet."""
    left = Counter(known)
    kept = []
    for name, one in found:
        if left[name] > 0:
            left[name] -= 1
        else:
            kept.append(one)
    return tuple(kept)

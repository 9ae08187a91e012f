"""Score the recogniser against the texts of our own.

    python -m tests.eval.own [a|b] [--failures]

The measures are those of the corpus's scorer: lines right, the mean F1 of the types, headings
whose words are exactly right, points whose ordinal and head phrase are exactly right.
``--failures`` shows the wrong lines of ``a``; those of ``b`` are not for looking at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.eval.structure import predict

GOLD = Path(__file__).parent.parent / "reading" / "gold"
HALVES = ("a", "b")
HEADINGS = {"h1", "h2", "h3", "h4"}

LineObject = dict[str, Any]


@dataclass
class Tally:
    """What was expected, what was found, and what was both."""

    expected: int = 0
    found: int = 0
    both: int = 0

    def add(self, expected: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        """Compare two bags of things."""
        want, got = Counter(expected), Counter(found)
        self.expected += want.total()
        self.found += got.total()
        self.both += (want & got).total()

    @property
    def f1(self) -> float:
        """1 where all was found and nothing else; 1 too where there was nothing to find."""
        total = self.expected + self.found
        return 2 * self.both / total if total else 1.0


@dataclass
class Score:
    """The figures of one text, or of many together."""

    types: dict[str, Tally] = field(default_factory=dict)
    headings: Tally = field(default_factory=Tally)
    points: Tally = field(default_factory=Tally)

    def add(self, expected: LineObject, found: LineObject) -> None:
        """Count one line."""
        for name in {expected["type"], found["type"]} - {"blank"}:
            tally = self.types.setdefault(name, Tally())
            tally.add([name] * (expected["type"] == name), [name] * (found["type"] == name))
        self.headings.add(_heading(expected), _heading(found))
        self.points.add(_points(expected), _points(found))

    def figures(self) -> dict[str, float]:
        """Give the measures by the names they have in ``tests.eval.structure``."""
        rows = [row for row in self.types.values() if row.expected]
        return {
            "micro": sum(row.both for row in rows) / sum(row.expected for row in rows),
            "macro": sum(row.f1 for row in rows) / len(rows),
            "heading_text": self.headings.f1,
            "points_exact": self.points.f1,
        }


def _heading(line: LineObject) -> list[str]:
    return [line["heading"]] if line["type"] in HEADINGS else []


def _points(line: LineObject) -> list[tuple[str, str]]:
    return [(point["ordinal"], point["lead"]) for point in line["points"]]


def names(half: str) -> list[str]:
    """List the texts of a half."""
    return sorted(path.stem for path in (GOLD / half / "texts").glob("*.txt"))


def source(half: str, name: str) -> str:
    """Give a text."""
    return (GOLD / half / "texts" / f"{name}.txt").read_bytes().decode("utf-8").removesuffix("\n")


def gold(half: str, name: str) -> list[LineObject]:
    """Give what each line of a text is."""
    rows = (GOLD / half / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(row) for row in rows]


def compared(half: str, name: str) -> Iterator[tuple[LineObject, LineObject]]:
    """Give each line of a text as it is and as it was recognised."""
    found = [json.loads(row) for row in predict(source(half, name)).splitlines()]
    return zip(gold(half, name), found, strict=True)


def score(half: str, only: Iterable[str] = ()) -> Score:
    """Score some texts of a half, or all of them."""
    result = Score()
    for name in only or names(half):
        for expected, found in compared(half, name):
            result.add(expected, found)
    return result


def failures(name: str) -> Iterator[str]:
    """Show the lines of a text of half ``a`` that were taken for something else."""
    lines = source("a", name).split("\n")
    for expected, found in compared("a", name):
        keys = [key for key in ("type", "runin", "points") if expected[key] != found[key]]
        if expected["type"] in HEADINGS and expected["heading"] != found["heading"]:
            keys.append("heading")
        for key in keys:
            line = expected["line"]
            yield f"{name}:{line} {expected[key]} -> {found[key]} | {lines[line - 1][:60]}"


def main(argv: list[str] | None = None) -> int:
    """Print the figures of each text and of each half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES)
    parser.add_argument("--failures", action="store_true", help="show the wrong lines of a")
    given = parser.parse_args(argv)
    for half in [given.half] if given.half else HALVES:
        for name in names(half):
            _row(f"{half}/{name}", score(half, [name]))
        _row(half, score(half))
        if given.failures and half == "a":
            for name in names(half):
                sys.stdout.writelines(f"{row}\n" for row in failures(name))
    return 0


def _row(name: str, result: Score) -> None:
    cells = "".join(f"  {key} {value:.4f}" for key, value in result.figures().items())
    sys.stdout.write(f"{name:<24}{cells}\n")


if __name__ == "__main__":
    sys.exit(main())

"""Keep drafter/needs.tsv: ``python -m tests.needs`` after patterns were added or changed.

For every pattern of the check it lists sets of characters; a text that holds no set as a whole
holds no match, and the pattern is not even compiled. A pattern of which that says too little is
not listed. ``--check`` writes nothing and exits 1 where the file is stale: it makes the check
slower, never wrong.
"""

from __future__ import annotations

import re
import re._constants as op
import re._parser as parser
import sys
from datetime import date
from importlib import import_module
from math import prod
from pathlib import Path
from typing import Any

import drafter
from drafter import pattern
from drafter.checks import engine, lexicon, manual
from drafter.checks.manuscript import manuscript
from drafter.dated.rows import dated_rows

_HOME = Path(pattern.__file__).parent
FILE = _HOME / "needs.tsv"
Sets = frozenset[frozenset[str]]
ANYTHING: Sets = frozenset({frozenset()})
_MOST, _CLASS, _WORTH = 40, 24, 0.93
_COMMON = frozenset("，。、的" + pattern.DIGIT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def needs(source: str) -> tuple[str, ...]:
    """Give what a match of a pattern needs, as the table has it; nothing where it says little."""
    parsed = parser.parse(source)
    found = _sequence(list(parsed))
    if (
        parsed.state.flags & re.IGNORECASE
        or _share(found) > _WORTH
        or any(char in "\t\n\r" for one in found for char in one)
    ):
        return ()
    return tuple(sorted("".join(sorted(one)) for one in found))


def _share(sets: Sets) -> float:
    """Guess in what share of paragraphs a match is possible."""
    return 1 - prod(1 - prod(0.8 if c in _COMMON else 0.12 for c in one) for one in sets)


def _sequence(items: list[tuple[Any, Any]]) -> Sets:
    """Give what a sequence needs: all of what its pieces need, or the most telling of them."""
    pieces = sorted((_piece(*item) for item in items), key=_share)
    found = ANYTHING
    for one in pieces:
        joined = _least({a | b for a in found for b in one})
        if len(joined) <= _MOST:
            found = joined
    return found if found != ANYTHING or not pieces else pieces[0]


def _least(sets: set[frozenset[str]]) -> Sets:
    """Leave out sets that hold another."""
    return frozenset(one for one in sets if not any(other < one for other in sets))


def _piece(code: Any, value: Any) -> Sets:
    """Give what a piece needs: that of what stands in it, where it has to be there."""
    if code is op.LITERAL:
        return frozenset({frozenset({_named(value)})})
    if code is op.IN:
        return _one_of(value)
    if code is op.BRANCH:
        return _least({one for branch in value[1] for one in _sequence(list(branch))})
    inner = None
    if code is op.SUBPATTERN and not value[1]:
        inner = value[3]
    elif code in _REPEATS and value[0]:
        inner = value[2]
    elif code is op.ASSERT:
        inner = value[1]
    return ANYTHING if inner is None else _sequence(list(inner))


def _one_of(items: list[tuple[Any, Any]]) -> Sets:
    """Give the characters of a class, where they are few and it is no negation."""
    chars: set[str] = set()
    for code, value in items:
        if code is op.LITERAL:
            chars.add(_named(value))
        elif code is op.RANGE and value[1] - value[0] < _CLASS:
            chars |= {_named(one) for one in range(value[0], value[1] + 1)}
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            chars.add(pattern.DIGIT)
        else:
            return ANYTHING
    return frozenset(frozenset({char}) for char in chars)


def _named(code: int) -> str:
    return pattern.DIGIT if chr(code).isdigit() else chr(code)


def text() -> str:
    """Write the table anew, of all patterns that the code, the manual and the rows make."""
    engine.checks()
    for path in sorted(_HOME.glob("checks/*.py")):
        import_module(f"drafter.checks.{path.stem}")
    for rule in manual.rules().values():
        if rule.pattern:
            assert rule.regex
    for path in sorted(_HOME.glob("dated/*.toml")):
        if path.stem != "formulations":
            dated_rows(path.stem)
    paper = manuscript(drafter.read("关于工作的通知\n".encode(), "text"), date(2090, 1, 1))
    engine.check(paper, engine.Profile(strict=True))  # patterns that rules make when they run
    for row in lexicon.typos():
        pattern.made.pop(row.pattern, None)
    lines = ("\t".join((source, *needs(source))) for source in sorted(pattern.made)
             if "\t" not in source and "\n" not in source and needs(source))  # fmt: skip
    return "\n".join(lines) + "\n"


def main(argv: list[str]) -> int:
    """Write the table, or with --check tell whether it is stale."""
    new = text()
    if "--check" in argv:
        stale = not FILE.exists() or FILE.read_text("utf-8") != new
        sys.stdout.write("drafter/needs.tsv is stale: python -m tests.needs\n" if stale else "")
        return int(stale)
    FILE.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The manual of the rules: what each looks for, why, on whose word, with examples that are run.

A group of rules is a TOML file in ``manual/``. A rule that is a pattern is all there; what takes
more than a pattern is a function of the same name in the module of the group (`engine`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from drafter.checks.finding import Level
from drafter.checks.manuscript import HEADINGS, PROSE, TEXT
from drafter.pattern import regex
from drafter.reading.line import Role

_EXAMPLES = re.compile(r"^(?:bad|good|silent) = \[(?:.*\]\n|.*\n(?:.*\n)*?\]\n)", re.MULTILINE)
"""The examples in a page's source: most of its words, and only ``explain`` shows them."""
_FOLDER = Path(__file__).with_name("manual")
GROUPS = (
    *("structure", "titles", "punctuation", "numerals", "dates", "numbers", "names"),
    *("political", "genre", "residue", "consistency", "arithmetic", "typos", "tone", "readability"),
    "layout",
)
"""The groups of rules in the order the reference shows them."""

ROLES: dict[str, frozenset[Role]] = {
    "all": frozenset(Role) - {Role.BLANK, Role.JUNK},
    "text": frozenset(TEXT),
    "prose": PROSE,
    "headings": HEADINGS,
    **{role.value: frozenset({role}) for role in Role},
}
"""Names of roles and of groups of them, as the manual writes them."""
BASES = ("国标", "条例", "政策", "事实", "实务")
"""On whose word: a standard, a regulation, dated policy, fact and logic, custom."""


@dataclass(frozen=True)
class Rule:
    """A rule's page in the manual.

    ``fix``: "safe" may be applied without asking, "confirm" is proposed, "no": nobody can tell.
    ``on`` tells whether the default profile runs it; ``skip`` names the classes of documents it
    is no rule for (statute, spoken); ``kinds``, where given, the only ones it is a rule for.
    ``bulk``: all its places in a document are one thing to say, whatever stands there.
    ``bad`` and ``good`` are texts before and after, ``silent`` are look-alikes in which nothing
    may be found. An example's lines are body text but where one begins with a role and a bar
    (``h1|一、总体要求``), or a number and a cross (``40×``: what follows, that many times);
    ``read`` has them judged by the recogniser instead. ``example_date``, ``example_kind``,
    ``example_localities``, ``example_codes`` and ``example_sensitive`` are those of the examples.
    """

    id: str
    name: str
    level: Level
    fix: str
    source: str
    clause: str
    what: str
    on: bool = True
    skip: frozenset[str] = frozenset()
    kinds: tuple[str, ...] = ()
    message: str = ""
    why: str = ""
    pattern: str = ""
    replace: str | None = None
    roles: frozenset[Role] = ROLES["all"]
    raw: bool = False
    dated: bool = False
    bulk: bool = False
    read: bool = False
    example_date: date | None = None
    example_kind: str = "text"
    example_localities: tuple[str, ...] = ()
    example_codes: tuple[str, ...] = ()
    example_sensitive: tuple[str, ...] = ()
    group: str = ""

    @property
    def bad(self) -> tuple[str, ...]:
        """Texts in which it finds something."""
        return self._examples("bad")

    @property
    def good(self) -> tuple[str, ...]:
        """The same, put right."""
        return self._examples("good")

    @property
    def silent(self) -> tuple[str, ...]:
        """Look-alikes in which it finds nothing."""
        return self._examples("silent")

    def _examples(self, key: str) -> tuple[str, ...]:
        rows = table(source(self.group))
        return tuple(next(row[key] for row in rows if row["id"] == self.id))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return regex(self.pattern)

    @property
    def basis(self) -> str:
        """On whose word it is a rule: 国标 GB/T 15834—2011 4.1.3."""
        return f"{self.source} {self.clause}".strip()


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Give all rules by their ids, in the order of the manual."""
    return {rule.id: rule for group in GROUPS for rule in _group(group)}


def _group(group: str) -> list[Rule]:
    return [_rule(row, group) for row in table(source(group, examples=False))]


def source(group: str, *, examples: bool = True) -> str:
    """Give the page of a group as it is written, with its examples or without."""
    path = _FOLDER / f"{group}.toml"
    words = path.read_text("utf-8") if path.exists() else ""
    return words if examples else _EXAMPLES.sub("", words)


@lru_cache(maxsize=32)
def table(words: str) -> list[dict[str, Any]]:
    """Read the rules of a page, a row each."""
    import tomllib

    rows: list[dict[str, Any]] = tomllib.loads(words).get("rule", [])
    return rows


def _rule(row: dict[str, Any], group: str) -> Rule:
    """Make a rule of its row; the tests hold that every row is whole."""
    values = dict(row)
    level = Level(values.pop("level"))
    roles = values.pop("roles", "all")
    names = [roles] if isinstance(roles, str) else roles
    return Rule(
        level=level,
        on=values.pop("on", level is not Level.ADVICE),
        skip=frozenset(values.pop("skip", ())),
        roles=frozenset().union(*(ROLES[name] for name in names)),
        group=group,
        **_settled(values),
    )


def _settled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}

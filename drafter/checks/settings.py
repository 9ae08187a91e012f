"""What a unit or a user wants of the check: a TOML file.

::

    profile = "strict"              # default or strict
    enable = ["punct-quote-dunhao"] # rules, or whole groups (tone)
    disable = ["tone"]
    protected = ["云溪高新区"]       # names and terms no finding touches
    localities = ["云溪", "江城"]    # places a document may speak of as its own
    sensitive = ["某某项目"]         # words that are not to be published
    [codes]                         # 发文机关代字
    "云溪县人民政府" = "云政发"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.checks.engine import Profile
from drafter.checks.manual import rules
from drafter.checks.manuscript import Words
from drafter.errors import N_, Place, UnusableInput

PROFILES = ("default", "strict")
_LISTS = ("enable", "disable", "protected", "localities", "sensitive")
_KEYS = ("profile", *_LISTS, "codes")


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, and the words of the unit's and the user's own."""

    profile: Profile = field(default_factory=Profile)
    words: Words = field(default_factory=Words)

    def over(self, other: Settings) -> Settings:
        """Lay these settings over others: lists are joined, what is asked here wins."""
        enable = self.profile.enable | (other.profile.enable - self.profile.disable)
        disable = self.profile.disable | (other.profile.disable - self.profile.enable)
        mine_strict = self.profile.strict
        strict = other.profile.strict if mine_strict is None else mine_strict
        mine, its = self.words, other.words
        return Settings(
            Profile(strict, enable, disable),
            Words(
                mine.protected | its.protected,
                mine.localities | its.localities,
                mine.sensitive | its.sensitive,
                (*mine.codes, *its.codes),
            ),
        )


def named_rules(names: Iterable[str], place: Place | None = None) -> frozenset[str]:
    """Take names of rules or groups; raises UnusableInput for one there is not."""
    from difflib import get_close_matches

    groups = {name.partition("-")[0] for name in rules()}
    for name in names:
        if name not in rules() and name not in groups:
            near = "".join(get_close_matches(name, rules(), n=1))
            raise UnusableInput(
                N_("there is no rule called {name}"),
                hint=N_("did you mean {near}?") if near else N_("drafter explain lists the rules"),
                place=place,
                name=name,
                near=near,
            )
    return frozenset(names)


def read_settings(source: str, name: str) -> Settings:
    """Read a TOML text, of which ``name`` names the file; raises UnusableInput."""
    import tomllib

    try:
        table = tomllib.loads(source.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise UnusableInput(
            N_("this is no valid TOML: {problem}"), place=Place(name), problem=error
        ) from error
    return made(table.get("check", table) if isinstance(table.get("check"), dict) else table, name)


def made(table: Mapping[str, Any], name: str) -> Settings:
    """Make settings of a table of a TOML file."""
    place = Place(name)
    for key in table:
        if key not in _KEYS:
            raise UnusableInput(
                N_("nothing here is called {key}"),
                hint=N_("known here: {names}"),
                place=place,
                key=key,
                names="、".join(_KEYS),
            )
    lists = {key: _list(table.get(key, []), key, place) for key in _LISTS}
    profile = table.get("profile", "")
    if profile and profile not in PROFILES:
        raise UnusableInput(
            N_("there is no profile called {name}"),
            hint=N_("there are {names}"),
            place=place,
            name=profile,
            names=", ".join(PROFILES),
        )
    enable, disable = (named_rules(lists[key], place) for key in ("enable", "disable"))
    words = Words(
        frozenset(lists["protected"]),
        frozenset(lists["localities"]),
        frozenset(lists["sensitive"]),
        tuple(_codes(table.get("codes", {}), place)),
    )
    return Settings(Profile(profile == "strict" if profile else None, enable, disable), words)


def _list(value: Any, key: str, place: Place) -> list[str]:
    given = [value] if isinstance(value, str) else value
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return [one.strip() for one in given if one.strip()]
    raise UnusableInput(
        N_("{path} has to be {kind}"), place=place, path=key, kind=N_("a list of words in quotes")
    )


def _codes(value: Any, place: Place) -> list[tuple[str, str]]:
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return list(value.items())
    raise UnusableInput(
        N_("{path} has to be {kind}"), place=place, path="codes", kind=N_("words in quotes")
    )

"""Political formulations (政治表述): rules driven by dated rows, and what a row cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import Manuscript
from drafter.checks.phrases import PAST, level, matches, orders, phrases, sentence
from drafter.checks.political_days import anniversaries, campaigns, plans, sessions, targets
from drafter.dated import latest
from drafter.dated.rows import dated_rows
from drafter.pattern import regex
from drafter.reading.line import Role

_THOUGHT = "习近平新时代中国特色社会主义思想"
_THOUGHTS = regex(r"习近平(?=新时代|中国特色)[^，。；、：“”《》\n]{4,18}?思想")
_FIELDS = regex(r"习近平新时代中国特色社会主义(?:\w{2,4})?思想")
_AROUND = regex(r"团结在([^，。；\n]{0,24}?)党中央周围")
_OTHERS = regex(r"习近平总书记|以习近平同志|[我全][省市县区州旗镇乡]")
"""What tells that a speaker is not the General Secretary, who names the centre without himself."""
_GUIDE = regex(
    r"(?<!学习)(?:深入|全面)贯彻(?:落实)?党的[^。；\n]{2,30}?精神[^。；\n]{0,40}?" + _THOUGHT
)
_DISTANCE = 3


def thought(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the name of the thought with up to three characters too few, too many or wrong."""
    yield from phrases("phrases", "pol-thought-name", quoted=True)(manuscript)
    for found in _THOUGHTS.finditer(manuscript.raw):
        if _FIELDS.fullmatch(found[0]) or distance(found[0], _THOUGHT) > _DISTANCE:
            continue
        if found[0].startswith("习近平中国特色社会主义新时代"):
            continue
        row, at = manuscript.place(found.start())
        yield Hit(row.at, at, at + len(found[0]), fix=_THOUGHT)


def distance(one: str, other: str) -> int:
    """Count the characters to change, put in or leave out to make one string of another."""
    line = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        left, line[0] = line[0], at
        for to, against in enumerate(other, 1):
            left, line[to] = line[to], min(line[to] + 1, line[to - 1] + 1, left + (char != against))
    return line[-1]


def core(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a call to unite around the centre that lacks what the documents of its days have."""
    facts = [one for one in dated_rows("phrases")["pol-core-formula"] if one.holds(manuscript.date)]
    others = bool(_OTHERS.search(manuscript.raw))
    for found in _AROUND.finditer(manuscript.masked):
        inner = found[1].lstrip("了")
        if any(fact.wrong.fullmatch(inner) for fact in facts):
            continue
        row, at = manuscript.place(found.start())
        formula = latest("核心号召", manuscript.date) if manuscript.date else None
        ours = formula.words[formula.words.index("团结在") :] if formula else None
        yield Hit(
            row.at,
            at,
            at + len(found[0]),
            fix=ours if not inner else None,
            level=None if manuscript.date and (inner or others) else Level.ADVICE,
        )


def unquoted(manuscript: Manuscript) -> Iterator[Hit]:
    """Find set terms without their quotes; inside other quotes nothing is asked."""
    facts = dated_rows("phrases")["pol-quotes-required"]
    for found, row, at in matches(manuscript, facts):
        before = row.text[:at]
        if before.count("“") > before.count("”") or before.endswith(("“", "‘", '"', "《")):
            continue
        if row.text[at + len(found[0]) :].startswith(("”", "’", '"')):
            continue
        if row.role in (Role.TITLE, Role.NOTE, Role.SIGNATURE, Role.ATTACHMENT) or row.in_table:
            continue
        fact = next(one for one in facts if one.wrong.pattern == found.re.pattern)
        grade = level(fact, manuscript.date)
        yield Hit(row.at, at, at + len(found[0]), fix=f"“{found[0]}”", level=grade)


def guiding(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a guiding sentence that names a congress before the thought."""
    for found in _GUIDE.finditer(manuscript.masked):
        row, at = manuscript.place(found.start())
        yield Hit(row.at, at, at + len(found[0]))


def plenum(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a sentence that ends with an earlier plenum than the latest of its days."""
    if manuscript.date is None:
        return
    formula = latest("全会精神", manuscript.date)
    for found, row, at in matches(manuscript, dated_rows("phrases")["pol-latest-plenum"]):
        whole = sentence(row.masked, at, at + len(found[0]))
        rest = whole.replace(found[0], "", 1)
        if "全会" in rest or "四中" in rest or PAST.search(whole):
            continue
        now = f"“{formula.words}”" if formula else "最近一次全会精神"
        message = f"“{found[0]}”之后中央又开过全会，请核对是否应写{now}"
        yield Hit(row.at, at, at + len(found[0]), message=message)


CHECKS = {
    **{
        rule: phrases("phrases", rule, quoted=True)
        for rule in (
            "pol-wrong-form", "pol-two-establishes", "pol-layout-pairs", "pol-lucid-waters",
            "pol-community",
        )
    },
    **{
        rule: phrases("phrases", rule)
        for rule in (
            "pol-belt-road", "pol-dev-security", "pol-party-gov-sep",
            "pol-party-gov-order", "pol-four-teams-order",
        )
    },
    "pol-stale-term": phrases("phrases", "pol-stale-term", past=True),
    "pol-concept-order": orders("orders", "pol-concept-order", whole=True),
    "pol-thought-order": orders("orders", "pol-thought-order", whole=False),
    "pol-thought-name": thought,
    "pol-core-formula": core,
    "pol-quotes-required": unquoted,
    "pol-guiding-order": guiding,
    "pol-latest-plenum": plenum,
    "pol-congress-name": sessions,
    "pol-campaign-window": campaigns,
    "pol-anniversary": anniversaries,
    "pol-plan-period": plans,
    "pol-target-copied": targets,
}  # fmt: skip

"""The closing (结束语): formulas such as 特此通知。 and the last call of a speech or report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.errors import N_
from drafter.reading import words
from drafter.reading.evidence import sureness
from drafter.reading.facts import Facts
from drafter.reading.line import Judgement, Role
from drafter.reading.zones import Placed

ENOUGH = 2.0
_FORMULA_LENGTH = 60
_SUBMITTED = 24  # characters of 以上报告，请…
_ADDRESS = re.compile(
    "[^，。！]{0,6}(?:各位|同志|同学|老师|朋友|代表|委员|家长|乡亲)[^。]{0,20}[，！!,：]"
)
_SUMMING_UP = re.compile("总之|最后|回顾|展望|回望|站在|面向未来|此时此刻|今后|在?新的一年|让我们")
_WISH = re.compile("(?:最后[，,：:]?|衷心|再次|谨|恭)*(?:敬|预)?祝(?!贺)")
_REQUEST = re.compile("以上.*请")
_OVER = re.compile(".*到此结束(?:[。！!]?$|[，,。！!]?(?:谢谢|感谢|祝|散会))")
_CALL = re.compile(
    "(?:^|[，。！；,!;])让我们|(?:希望|愿)(?:大家|同志们|同学们|各位|我们)"
    "|号召|紧密地?团结|携手|预祝|祝愿|始终牢记"
)
_AIM = re.compile(
    "(?:奋斗|努力|贡献|篇章|未来|前进|辉煌|成功|献礼|复兴|胜利|局面|现实|力量|事业|感谢)[^，。！]{0,4}[。！!]?$|[！!]$"
)


_AFTER_TEXT = (Role.SIGNATURE, Role.DATE, Role.NOTE, Role.JUNK, Role.ATTACHMENT)


def find_closings(placed: Sequence[Placed], found: dict[int, Judgement]) -> None:
    """Turn the last paragraphs of every document into its closing where they are one.

    Formulas may follow one another; before them stands one exhortation at most.
    """
    ending, piece = True, -1
    for at in range(len(placed) - 1, -1, -1):
        one = placed[at]
        if one.piece != piece:
            piece, ending = one.piece, True
        role = found[one.facts.index].role
        if not ending or role in _AFTER_TEXT:
            continue
        closing = _closing(one.facts, placed[at - 1], found) if role is Role.BODY and at else None
        if closing and not one.facts.line.given:
            found[one.facts.index] = closing
        ending = closing is not None and _is_formula(one.facts)


def _closing(facts: Facts, before: Placed, found: dict[int, Judgement]) -> Judgement | None:
    """Judge one of the last paragraphs; None if it is no closing."""
    if facts.mark:
        return None
    weight, why = _weigh(facts, found[before.facts.index])
    if weight < ENOUGH:
        return None
    return Judgement(Role.CLOSING, why=why, sure=sureness(weight - 1))


def _is_formula(facts: Facts) -> bool:
    """Tell whether a short line is one of the formulas that end a document."""
    text = facts.text
    if len(text) > _FORMULA_LENGTH:
        return False
    ends = text.rstrip("。！!").endswith(words.FORMULA_ENDS)
    if _asks_readers(text) or _WISH.match(text) or _OVER.match(text):
        return True
    if text.startswith(words.FORMULAS_OR_MORE):
        return ends
    return text.startswith(words.FORMULAS) or (ends and len(text) <= 20)


def _asks_readers(text: str) -> bool:
    """Tell whether a line asks the readers of a report: shortly, or for what they do with it."""
    if _REQUEST.match(text) is None:
        return False
    return len(text) <= _SUBMITTED or text.rstrip("。！!").endswith(words.JUDGING)


def _weigh(facts: Facts, before: Judgement) -> tuple[float, tuple[str, ...]]:
    """Add up what makes a last paragraph a closing."""
    text = facts.text
    item = before.run_in or (before.number is not None and not before.role.level)
    signs = (
        (3.0, N_("a closing formula"), _is_formula(facts)),
        (1.0, N_("calls the listeners once more"), _ADDRESS.match(text[:40])),
        (1.5, N_("begins by summing up"), _SUMMING_UP.match(text[:12])),
        (1.5, N_("calls on all to act together"), _CALL.search(text)),
        (1.0, N_("ends with the aim"), _AIM.search(text[-16:])),
        (0.5, N_("stands after the last call"), before.role is Role.SALUTATION),
        (0.5, N_("stands without a number after the last numbered part"), item),
    )
    met = [(weight, reason) for weight, reason, sign in signs if sign]
    return sum(weight for weight, _ in met), tuple(reason for _, reason in met)

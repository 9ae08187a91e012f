"""Evidence: what speaks for which role, how strongly, and why."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from drafter.errors import N_
from drafter.model import Span
from drafter.reading.line import Judgement, Role, Spot


class Evidence(NamedTuple):
    """One observation that speaks for a role: its weight and the reason in English."""

    role: Role
    weight: float
    reason: str
    element: str = ""


class Verdict(NamedTuple):
    """The role the evidence adds up to, and how clearly it does."""

    role: Role
    element: str
    why: tuple[str, ...]
    sure: float


def weigh(found: Iterable[Evidence]) -> Verdict:
    """Add up the evidence by role and element; body text wins where nothing speaks for more."""
    sums: dict[tuple[Role, str], float] = {(Role.BODY, ""): 0.5}
    whys: dict[tuple[Role, str], list[str]] = {(Role.BODY, ""): [N_("running text")]}
    for piece in found:
        key = (piece.role, piece.element)
        sums[key] = sums.get(key, 0.0) + piece.weight
        whys.setdefault(key, []).append(piece.reason)
    ranked = sorted(sums.items(), key=lambda item: -item[1])
    (role, element), best = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return Verdict(role, element, tuple(whys[role, element]), sureness(best - max(second, 0.0)))


def sureness(margin: float) -> float:
    """Turn a lead in weight into a figure between 0.5 and 1."""
    return round(1 - 0.5 * math.exp(-max(margin, 0.0) / 1.5), 2)


def judgement(  # noqa: PLR0913 - one keyword for each thing a line can show
    role: Role,
    *why: str,
    element: str = "",
    number: Span | None = None,
    title: Span | None = None,
    run_in: bool = False,
    points: tuple[Spot, ...] = (),
    sure: float = 0.9,
) -> Judgement:
    """Write a judgement down."""
    return Judgement(role, element, number, title, run_in, points, tuple(why), sure)

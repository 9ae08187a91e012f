"""Findings by what caused them: a hundred half-width commas are one thing to say."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.checks.finding import Finding


def causes(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Group findings that say the same, in the order of the first of each group.

    What can be put right without asking is one cause a rule, the rest one a rule and message.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.rule, "" if one.safe else one.message), []).append(one)
    return tuple(tuple(group) for group in groups.values())

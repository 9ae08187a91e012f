"""Findings by what caused them: a hundred half-width commas are one thing to say."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.checks.finding import Finding


def causes(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Group findings that say the same, in the order of the first of each group.

    What can be put right without asking is one cause a rule, the rest one a rule and message,
    whatever the value found was.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        said = "" if one.safe else one.message.partition("，实为")[0]
        groups.setdefault((one.rule, said), []).append(one)
    return tuple(tuple(group) for group in groups.values())

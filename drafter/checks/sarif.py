"""Findings as SARIF 2.1.0, the format that code hosts and editors read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from drafter.checks.finding import Finding, Level
from drafter.checks.manual import Rule, rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "note"}


def sarif(files: Iterable[tuple[str, Sequence[Finding]]], version: str) -> dict[str, Any]:
    """Make a SARIF log of the findings of files, each with its name."""
    found = [(name, one) for name, findings in files for one in findings]
    used = list(dict.fromkeys(one.rule for _, one in found))
    index = {rule: at for at, rule in enumerate(used)}
    known = rules()
    driver = {
        "name": "drafter",
        "semanticVersion": version,
        "rules": [_rule(known[name]) for name in used],
    }
    results = [_result(name, one, index[one.rule]) for name, one in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.why or rule.what}（{rule.basis}）"},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(name: str, one: Finding, index: int) -> dict[str, Any]:
    region = {
        "startLine": one.line,
        "startColumn": one.col,
        "endLine": one.line,
        "endColumn": one.end_col + 1,
    }
    artifact = {"uri": name.replace("\\", "/")}
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.level],
        "message": {"text": one.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if one.fix is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": one.fix}}
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": one.message}, "artifactChanges": [change]}]
    return result

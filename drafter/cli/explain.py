"""drafter explain: the manual page of a rule of the check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import report
from drafter.cli.language import _
from drafter.cli.options import Json

if TYPE_CHECKING:
    from drafter.checks.manual import Rule

_LEVELS = {"error": "错误", "warning": "存疑", "advice": "建议"}
_FIXES = {"safe": "可自动改", "confirm": "改前须确认", "no": "须人工改"}
_CLASSES = {"statute": "条文体", "spoken": "讲话等口头文稿"}


def explain(
    rule: Annotated[
        str, typer.Argument(metavar=_("RULE"), help=_("A rule's name; none: list them all."))
    ] = "",
    json: Json = False,
) -> None:
    """Explain a rule of the check."""
    from drafter.checks.manual import rules
    from drafter.checks.settings import named_rules

    known = rules()
    if not rule:
        chosen = list(known.values())
    else:
        named_rules([rule])
        chosen = [one for name, one in known.items() if rule in (name, name.partition("-")[0])]
    if json:
        report.show_json([_data(one) for one in chosen])
    elif rule in known:
        report.show("\n".join(page(known[rule])))
    else:
        for one in chosen:
            report.show(f"{one.id}  {_LEVELS[one.level.value]}  {one.name}")


def page(rule: Rule) -> Iterator[str]:
    """Write a rule's manual page, as the terminal and the reference show it."""
    usual = "默认检查" if rule.on else "默认不查，须用 --profile strict 或 --enable 打开"
    yield f"{rule.id}  {rule.name}"
    yield f"{_LEVELS[rule.level.value]}；{_FIXES[rule.fix]}；{usual}；依据：{rule.basis}"
    yield ""
    yield rule.what + rule.why
    if rule.skip:
        yield "不查：" + "、".join(_CLASSES[name] for name in sorted(rule.skip))
    if rule.dated:
        yield "按成文日期判断；不知日期时只作建议。"
    goods = (*rule.good, *[""] * len(rule.bad))
    for bad, good in zip(rule.bad, goods, strict=False):
        yield ""
        yield from _marked("✗", bad)
        if good:
            yield from _marked("✓", good)
    if rule.silent:
        yield ""
        yield "不误报："
        for text in rule.silent:
            yield from _marked("·", text)


def _marked(mark: str, text: str) -> Iterator[str]:
    from drafter.checks.manual import ROLES

    for at, line in enumerate(text.splitlines()):
        name, bar, rest = line.partition("|")
        words = rest if bar and name in ROLES else line
        yield f"  {mark if not at else ' '} {words}"


def _data(rule: Rule) -> dict[str, object]:
    return {
        "rule": rule.id,
        "name": rule.name,
        "level": rule.level.value,
        "fix": rule.fix,
        "default": rule.on,
        "basis": rule.basis,
        "what": rule.what,
        "why": rule.why,
        "bad": list(rule.bad),
        "good": list(rule.good),
        "silent": list(rule.silent),
    }

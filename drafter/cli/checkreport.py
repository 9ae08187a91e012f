"""Findings as a table in a Word file, to be handed on (校核意见)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import drafter
from drafter.cli.files import write_output
from drafter.model import Cell, Document, Para, Section, Table

if TYPE_CHECKING:
    from drafter.checks.finding import Finding
    from drafter.cli.check import Checked

_HEADS = ("序号", "位置", "级别", "原文", "意见", "依据")
_LEVELS = {"error": "错误", "warning": "存疑", "advice": "建议"}
_SHOWN = 40


def write_report(name: str, done: Sequence[Checked], force: bool, inputs: Sequence[str]) -> None:
    """Write the findings of files as a Word file, a table for each."""
    body = tuple(
        Section(Para.of(Path(checked.name).name), tuple(_blocks(checked))) for checked in done
    )
    document = Document(title=Para.of("校核意见"), body=body)
    data = drafter.write(document, "docx")
    write_output(name, data, force=force, inputs=tuple(inputs))


def _blocks(checked: Checked) -> Iterator[Para | Table]:
    from drafter.checks.grouped import causes

    groups = causes(checked.findings)
    if not groups:
        yield Para.of("未发现问题。")
        return
    rows = [_HEADS, *(_row(n, group) for n, group in enumerate(groups, 1))]
    yield Table(tuple(tuple(Cell(Para.of(words)) for words in row) for row in rows))


def _row(number: int, group: Sequence[Finding]) -> tuple[str, ...]:
    one = group[0]
    place = f"第{one.line}行第{one.col}字" + (f"等{len(group)}处" if len(group) > 1 else "")
    words = one.words[:_SHOWN] + ("…" if len(one.words) > _SHOWN else "")
    return (str(number), place, _LEVELS[one.level.value], words, one.message, one.basis)

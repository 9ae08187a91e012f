"""A case file: a source, line by line, and in front of each line what it is.

::

    # what the case shows
    文种       | 讲话                       what kind of document it makes
    salutation | 同志们：
    h1+        | 一、精选品种。品种选不好…    + means that text runs on after the heading
             = | 一、精选品种               number and words of the heading (or item) above
             · | 一是：要请专家来看          a point of the line above, and its head phrase

An empty line is a blank line of the source. The names are those of ``drafter outline --lines``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@dataclass
class Expected:
    """What one line of the source is."""

    type: str
    text: str
    points: list[str] = field(default_factory=list)
    heading: str | None = None


class Case(NamedTuple):
    """A case as read from its file."""

    kind: str
    lines: list[Expected]

    @property
    def source(self) -> str:
        return "\n".join(line.text for line in self.lines) + "\n"


def load(path: Path) -> Case:
    """Read a case file."""
    kind, lines = "", []
    for row in path.read_text("utf-8").splitlines():
        if row.startswith("# "):
            continue
        name, _, text = row.partition("|")
        name, text = name.strip(), text.removeprefix(" ")
        if name == "文种":
            kind = text
        elif name == "=":
            lines[-1].heading = text
        elif name == "·":
            lines[-1].points.append(text)
        else:
            lines.append(Expected(name or "blank", text))
    return Case(kind, lines)

"""Score the recogniser against annotated texts.

    python -m tests.eval.structure CORPUS_DIR [--keep DIR] [--only NAME ...]

CORPUS_DIR holds ``texts/*.txt`` and ``gold/*.jsonl``; the scorer is the corpus's own,
``CORPUS_DIR/../tools/score_structure.py``. Exits 1 where a figure is below its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.model import Span
from drafter.reading.judge import judge
from drafter.reading.line import Line
from drafter.reading.lineformat import line_objects
from tests.eval.tools import load_tool

FLOORS = {"micro": 0.97, "macro": 0.90, "heading_text": 0.97, "points_exact": 0.97}


def plain_lines(text: str) -> list[Line]:
    """Split a text into lines that tile it."""
    found, start = [], 0
    for part in text.split("\n"):
        found.append(Line(part, Span(start, start + len(part))))
        start += len(part) + 1
    return found


def predict(text: str) -> str:
    """Give the line objects of a text as JSON lines."""
    lines = plain_lines(text)
    return "\n".join(json.dumps(o, ensure_ascii=False) for o in line_objects(lines, judge(lines)))


def scorer(corpus: Path) -> Callable[[str, str], dict[str, Any]]:
    """Load the corpus's scoring function."""
    return load_tool(corpus, "score_structure").score


def figures(result: dict[str, Any]) -> dict[str, float]:
    """Pick the figures that have floors."""
    return {
        name: result[name]["f1"] if isinstance(result[name], dict) else result[name]
        for name in FLOORS
    }


def show(result: dict[str, Any]) -> None:
    """Print the table."""
    out = sys.stdout.write
    out(f"files {result['files']}  lines {result['lines']}\n")
    for name, row in result["per_type"].items():
        out(
            f"{name:<12} P {row['p']:.4f}  R {row['r']:.4f}  F1 {row['f1']:.4f}"
            f"  {row['tp'] + row['fn']:5}\n"
        )
    for name, row in sorted(result["per_file"].items(), key=lambda item: item[1]["accuracy"]):
        out(f"  {name:<20} {row['lines']:4}  {row['accuracy']:.4f}\n")
    for name, floor in FLOORS.items():
        out(f"{name:<14} {figures(result)[name]:.4f}  floor {floor}\n")
    out(f"number {result['number']:.4f}  runin {result['runin']:.4f}\n")


def main(argv: list[str] | None = None) -> int:
    """Score, print, and say by the exit code whether every floor holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args(argv).corpus
    with tempfile.TemporaryDirectory() as folder:
        for gold in (corpus / "gold").glob("*.jsonl"):
            text = (corpus / "texts" / f"{gold.stem}.txt").read_bytes().decode("utf-8")
            (Path(folder) / gold.name).write_text(predict(text), encoding="utf-8")
        result = scorer(corpus)(str(corpus / "gold"), folder)
    show(result)
    return int(any(value < FLOORS[name] for name, value in figures(result).items()))


if __name__ == "__main__":
    sys.exit(main())

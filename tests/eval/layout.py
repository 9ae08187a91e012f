"""Audit the layout of everything drafter writes here with an independent program.

    python -m tests.eval.layout CORPUS_DIR

The program is the corpus's own, ``CORPUS_DIR/../tools/layout_audit.py``; it renders with
LibreOffice and measures on its own. Exits 1 where a clause fails that is not explained below.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import drafter
from drafter.model import Document
from tests.eval.tools import load_tool

DOCUMENTS = Path(__file__).parents[1] / "render" / "documents"
# What the audit takes for something else; each was looked at.
_FEW = re.compile(r"of [1-7] full-width lines")  # lines too few to tell what is usual (P7)
_GAP = "an empty draft has a gap there"
EMPTY = {
    "D4": _GAP,
    "D15": _GAP,
    "D19": "an empty draft has no date to be printed at",
    "X6": _GAP,
    "X7": "what it takes for a placeholder is a gap's name",
    "H7": "a heading that runs in to a gap is taken for one on a line of its own",
    "P5": "no page of it is full",
    "P6": "no page of it is full",
}
_CARRIED = "the last paragraph goes over to the page of the date, so that it shows text (7.3.5.5)"
_ORDER = {
    "D13": "an order has no title: the enclosed rules' is taken for it, and their text counts",
    "X6": "for the same reason the file's title (云溪县人民政府令第3号) is thought wrong",
}
_OPENING = {  # decisions are addressed to nobody: 作如下修改： is taken for the addressee
    "D11": "the opening ends in a colon, and is taken for the addressee",
    "D12": "for the same reason",
    "D13": "for the same reason",
}
EXPLAINED = {
    "decision-amend, its example": _OPENING
    | {"H7": "each item is text that runs on in its quotes"},
    "decision-amend, empty": _OPENING,
    "decision-deploy, empty": _OPENING,
    "speech-democratic-life, its example": {"P6": "two headings go over with the text under them"},
    "bulletin-info, its example": {
        "D4": "a bulletin has the number of its issue",
        "D15": "it is dated by who printed it",
    },
    "circular-commend, its example": {"P6": _CARRIED},
    "decision-award, its example": {"P6": _CARRIED},
    "notice-meeting, its example": {"P6": _CARRIED},
    "notice-appointment, its example": {"P5": _CARRIED, "P6": _CARRIED},
    "bulletin": {
        "D4": "a bulletin has the number of its issue",
        "D15": "it is dated by who printed it",
    },
    "scheme": {"D4": "its mark stands without a number"},
    "letter-long": {"D16": "a long name, centred on its date, moves it in to stay in the text"},
    "order": _ORDER,
    "order, its example": _ORDER,
    "order, empty": _ORDER,
    "rules": {
        "H2": "the items （一） of an article are text, not headings of the second level",
        "H7": "the same",
    },
}


def written() -> dict[str, Document]:
    """Give every document: those composed for the page, every template full and empty."""
    found = {
        path.stem: drafter.read(path.read_bytes(), "outline").document
        for path in sorted(DOCUMENTS.glob("*.md"))
        if path.stem != "README"
    }
    for name in sorted(drafter.template_names()):
        template = drafter.load_template(name)
        found[f"{name}, its example"] = drafter.draft(template, template.example).document
        found[f"{name}, empty"] = drafter.draft(template).document
    return found


def kind_of(document: Document) -> str:
    """Name what the audit is to measure a document as."""
    if document.kind in ("speech", "government-report"):
        return "speech"
    return "document" if document.masthead else "plain"


def auditor(corpus: Path) -> Callable[[str, str], list[dict[str, Any]]]:
    """Load the audit; it gives a row a clause."""
    module = load_tool(corpus, "layout_audit")
    program = shutil.which("soffice") or sys.exit("LibreOffice is not installed")

    def audit(file: str, kind: str) -> list[dict[str, Any]]:
        return module.Audit(file, kind, program).res

    return audit


def failed(rows: list[dict[str, Any]], explained: dict[str, str]) -> list[str]:
    """Tell each clause that fails and is not explained."""
    return [
        f"{row['id']} {row['clause']}: {row['measured']}, expected {row['expected']}"
        for row in rows
        if row["verdict"] == "FAIL"
        and row["id"] not in explained
        and not (row["id"] == "P7" and _FEW.search(row["measured"]))
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    audit = auditor(parser.parse_args().corpus)
    documents = written()
    bad = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        rows = {}
        for number, (name, document) in enumerate(documents.items()):
            file = Path(folder, f"{number}.docx")
            file.write_bytes(drafter.write(document, "docx"))
            rows[name] = pool.submit(audit, str(file), kind_of(document))
        for name, found in rows.items():
            verdicts = [row["verdict"] for row in found.result()]
            plain = name.removesuffix(", empty")
            empty = EMPTY if plain != name else {}
            faults = failed(found.result(), EXPLAINED.get(name, {}) | empty)
            bad += len(faults)
            passed, counted = verdicts.count("PASS"), len(verdicts) - verdicts.count("NA")
            sys.stdout.write(f"{name:<32} {passed}/{counted}\n")
            sys.stdout.write("".join(f"    {fault}\n" for fault in faults))
    sys.stdout.write(f"layout: {len(documents)} documents, {bad} clauses failed\n")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())

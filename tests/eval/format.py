"""Lay out every Word file of a corpus in place and measure what came of it.

    python -m tests.eval.format CORPUS_DIR

Of each file in ``CORPUS_DIR/docx``, and of the messy one of the tests: the words are the same,
white space aside, counted here and not by drafter; tables, pictures, notes and revisions are
there; the corpus's own audit, ``CORPUS_DIR/../tools/layout_audit.py``, finds page, text and page
number as the standard wants them; laid out again, with or without the mark that it was, it stays
the same byte for byte. Exits 1 where anything is not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from lxml import etree

import drafter
from tests.eval.layout import auditor
from tests.revise.messy import messy
from tests.revise.test_dress import unmarked

CLAUSES = {"X1", "X2", "X3", "X4", "X5", "X8", "X11"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COUNTED = (
    "tbl", "tr", "tc", "drawing", "pict", "object", "footnoteReference", "endnoteReference",
    "commentReference", "ins", "del", "hyperlink", "fldChar", "fldSimple", "sdt", "numPr",
)  # fmt: skip


def held(data: bytes) -> tuple[str, Counter[str]]:
    """Give the words of the main part, white space aside, and how many of what it holds."""
    with zipfile.ZipFile(BytesIO(data)) as found:
        root = etree.fromstring(found.read("word/document.xml"))
    words = "".join(node.text or "" for node in root.iter(f"{W}t", f"{W}delText"))
    return "".join(words.split()), Counter(
        {name: len(list(root.iter(W + name))) for name in COUNTED}
    )


def kind_of(data: bytes) -> str:
    """Name what the audit is to measure a file as."""
    document = drafter.read(data, "docx").document
    if document.kind in ("speech", "government-report"):
        return "speech"
    return "plain" if drafter.house_of(document).masthead.form == "none" else "document"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus
    audit = auditor(corpus)
    files = {file.name: file.read_bytes() for file in sorted((corpus / "docx").glob("*.docx"))}
    files["messy.docx"] = messy()
    bad = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(4) as pool:
        rows, faults = {}, {}
        for file, data in files.items():
            made = drafter.dress(data).data
            words, counts = zip(held(data), held(made), strict=True)
            faults[file] = [
                *(["the words differ"] if words[0] != words[1] else []),
                *(
                    f"{n}: {counts[0][n]} → {counts[1][n]}"
                    for n in COUNTED
                    if counts[0][n] != counts[1][n]
                ),
                *(["laid out again it changes"] if drafter.dress(made).data != made else []),
                *(
                    ["laid out again without its mark it changes"]
                    if drafter.dress(unmarked(made)).data != made
                    else []
                ),
            ]
            out = Path(folder, file)
            out.write_bytes(made)
            rows[file] = pool.submit(audit, str(out), kind_of(data))
        for name, found in rows.items():
            asked = [row for row in found.result() if row["id"][0] in "PBN" or row["id"] in CLAUSES]
            verdicts = [row["verdict"] for row in asked]
            faults[name] += [
                f"{row['id']} {row['clause']}: {row['measured']}"
                for row in asked
                if row["verdict"] == "FAIL"
            ]
            bad += len(faults[name])
            counted = len(verdicts) - verdicts.count("NA")
            sys.stdout.write(f"{name:<32} {verdicts.count('PASS')}/{counted}\n")
            sys.stdout.write("".join(f"    {fault}\n" for fault in faults[name]))
    sys.stdout.write(f"format: {len(files)} files, {bad} faults\n")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())

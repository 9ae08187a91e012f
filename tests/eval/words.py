"""Check that no word of a file is lost in reading, by an extractor that knows nothing of drafter.

    python -m tests.eval.words CORPUS_DIR

CORPUS_DIR holds ``docx/*.docx`` and ``texts/*.txt``. For each file the characters it holds are
compared with those of the document read, of what was left out of it and of the comments told;
white space aside. What drafter adds is allowed where the file has what it is added for: automatic
numbers, marks of notes, signs of symbol fonts. Exits 1 where a character is missing, or came from
nowhere.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
UNREAD = {
    "accept": {f"{W}del", f"{W}moveFrom"},
    "reject": {f"{W}ins", f"{W}moveTo"},
    "keep": set(),
}
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
ADDING = [
    *(f"{W}{n}" for n in ("numPr", "sym", "footnoteReference", "endnoteReference", "ruby")),
    *(f"{W}ffData", f"{W14}checkbox", f"{M}oMath"),
]
PRIVATE = re.compile("[\uf000-\uf0ff]")  # of a symbol font: read as the sign it shows
SIGNS = str.maketrans("☒", "☑")  # a box is ticked, however it looks


class Held(NamedTuple):
    """The words of a Word file as it holds them, and whether a reader must add some."""

    words: str
    adds: bool


def held(data: bytes, revisions: str = "accept") -> Held:
    """Extract every word of all stories."""
    words, adds = [], False
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        names = [name for name in source.namelist() if STORIES.fullmatch(name)]
        for name in names:
            root = ElementTree.fromstring(source.read(name))
            words += _Story(UNREAD[revisions]).words(root)
            adds = adds or any(e.tag in ADDING for e in root.iter())
        if "word/styles.xml" in source.namelist():
            styles = ElementTree.fromstring(source.read("word/styles.xml"))
            adds = adds or next(styles.iter(f"{W}numPr"), None) is not None
    found = "".join(words)
    return Held(found, adds or PRIVATE.search(found) is not None)


class _Story:
    """One story being walked; ``fields`` tells of each field whether its result is reached."""

    def __init__(self, unread: set[str]) -> None:
        self.unread = unread
        self.fields: list[bool] = []

    def words(self, element: ElementTree.Element) -> Iterator[str]:
        tag = element.tag
        if tag in self.unread or (tag == f"{W}tr" and self._gone(element)):
            return
        if tag == f"{W}fldChar":
            self._turn(element.get(f"{W}fldCharType"))
        elif tag in (f"{W}t", f"{W}delText", f"{M}t", f"{A}t") and all(self.fields):
            yield element.text or ""
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{VML}textpath":
            yield element.get("string", "")
        for child in _variant(element) if tag == f"{MC}AlternateContent" else element:
            yield from self.words(child)

    def _gone(self, row: ElementTree.Element) -> bool:
        said = row.find(f"{W}trPr")
        return said is not None and any(change.tag in self.unread for change in said)

    def _turn(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()


def _variant(alternate: ElementTree.Element) -> list[ElementTree.Element]:
    choice = alternate.find(f"{MC}Choice")
    full = choice is not None and any(e.tag.startswith((W, M)) for e in choice.iter())
    found = choice if full else alternate.find(f"{MC}Fallback")
    return [] if found is None else list(found)


def read(data: bytes, format: str, revisions: str = "accept") -> tuple[str, str]:
    """Give the words drafter holds of a file: document, what was left out, comments.

    The second text is what a page shows twice: the list it makes of the attachments' titles.
    """
    import drafter
    from drafter.errors import Notice
    from drafter.model.shown import attachment_notes

    reading = drafter.read(data, format, revisions)
    document = reading.document
    shown = drafter.write(document, "text").decode()
    left = "".join(line.text for line in reading.junk)
    told = [w.values.get("words", "") for w in reading.warnings if isinstance(w, Notice)]
    notes = () if document.attachment_list else attachment_notes(document)
    return shown + left + "".join(map(str, told)), "".join(note.para.text for note in notes)


class Verdict(NamedTuple):
    """The characters that are missing, and those that came from nowhere."""

    missing: str
    added: str


def compared(wanted: str, found: str) -> Verdict:
    """Compare two texts as bags of characters, white space aside."""
    before, after = (
        Counter(PRIVATE.sub("", "".join(text.split())).translate(SIGNS)) for text in (wanted, found)
    )
    return Verdict("".join((before - after).elements()), "".join((after - before).elements()))


def faults(data: bytes, format: str = "docx", revisions: str = "accept") -> str:
    """Say what reading a file loses or invents; empty if it is sound."""
    if format == "docx":
        wanted, adds = held(data, revisions)
    else:
        wanted, adds = data.decode("utf-8").lstrip("\ufeff"), False
    found, twice = read(data, format, revisions)
    missing, added = compared(wanted, found)
    if added and compared(twice, added) == ("", ""):
        added = ""
    lost = f"missing {missing!r} " if missing else ""
    return lost + (f"added {added!r}" if added and not adds else "")


def main(argv: list[str] | None = None) -> int:
    """Check every file of a corpus, print those that are not sound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args(argv).corpus
    bad = total = 0
    for pattern, format in (("docx/*.docx", "docx"), ("texts/*.txt", "text")):
        for path in sorted(corpus.glob(pattern)):
            found = faults(path.read_bytes(), format)
            total, bad = total + 1, bad + bool(found)
            if found:
                sys.stdout.write(f"  {path.name}: {found}\n")
    sys.stdout.write(f"words: {total} files, {bad} with words lost or added\n")
    return int(bad > 0 or total == 0)


if __name__ == "__main__":
    sys.exit(main())

"""The proof that nothing was lost: both files counted by a reader that knows nothing of the rest.

It reads the XML with the standard library, word for word, and compares what the file held with
what it holds. Every difference is either named, or a fault of drafter's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from drafter.errors import N_, Altered

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORDS = {f"{_W}t", f"{_W}delText", f"{_W}instrText", f"{_M}t"}
_COUNTED = (
    "tbl", "tr", "tc", "drawing", "pict", "object", "footnoteReference", "endnoteReference",
    "commentReference", "ins", "del", "moveFrom", "moveTo", "pPrChange", "hyperlink",
    "fldSimple", "sdt", "bookmarkStart", "sectPr", "sym",
)  # fmt: skip
_STORIES = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_KEPT = re.compile(r"word/(media|embeddings|charts|diagrams|theme|fonts)/|customXml/|docProps/")
_MARKER = b"https://drafter.example/ns/word-1"


@dataclass(frozen=True, slots=True)
class Census:
    """What a file holds: the words of each part, how many of what, the parts kept whole."""

    words: dict[str, str]
    counts: Counter[str]
    kept: frozenset[str]

    @property
    def characters(self) -> int:
        """How many characters there are, white space aside."""
        return sum(len(said) for name, said in self.words.items() if name != "numbers")


@dataclass(frozen=True, slots=True)
class Proof:
    """Characters before and after, and every difference by its name and how often it is."""

    before: int
    after: int
    differences: tuple[tuple[str, int], ...] = ()
    dropped: tuple[str, ...] = ()


def census(data: bytes, without: Collection[int] = ()) -> Census:
    """Count what a file holds, paragraphs of the main part at some places left out."""
    words: dict[str, str] = {}
    counts: Counter[str] = Counter()
    kept = set()
    with ZipFile(BytesIO(data)) as found:
        for name in found.namelist():
            if name.endswith("/"):
                continue
            if _STORIES.fullmatch(name):
                root = ElementTree.fromstring(found.read(name))
                main = name == "word/document.xml"
                _leave_out(root, without if main else ())
                said = "".join("".join(_words(root)).split())
                if main or not _is_footer(name, said):
                    words[name] = said
                if main:
                    counts += _count(root)
                    words["numbers"] = _numbers(root, found)
            elif _KEPT.match(name):
                part = found.read(name)
                if _MARKER not in part[:400]:
                    kept.add(f"{name} {sha256(part).hexdigest()}")
    return Census(words, counts, frozenset(kept))


def compare(before: Census, after: Census) -> None:
    """Raise Altered where what a file holds is not what it held."""
    for name, said in before.words.items():
        now = after.words.get(name)
        if now is None or not _holds(name, said, now):
            raise _altered(name, _first_difference(said, now or ""))
    for what in sorted(before.counts.keys() | after.counts.keys()):
        if before.counts[what] != after.counts[what]:
            raise _altered(what, f"{before.counts[what]} → {after.counts[what]}")
    gone = before.kept - after.kept
    if gone:
        raise _altered(min(gone).split(" ")[0], "")


def _altered(part: str, difference: str) -> Altered:
    return Altered(
        N_("laying out would have changed {part}: {difference}"),
        hint=N_("nothing was written; this is a fault of drafter, please report it"),
        part=part,
        difference=difference,
    )


def _holds(name: str, said: str, now: str) -> bool:
    """Tell whether a part's words are there; a footer may have got its page number above them."""
    return now == said or (name.startswith("word/footer") and now.endswith(said))


def _first_difference(before: str, after: str) -> str:
    pairs = zip(before, after, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), len(after))
    return f"{before[max(at - 8, 0) : at + 12]!r} → {after[max(at - 8, 0) : at + 12]!r}"


def _leave_out(root: ElementTree.Element, places: Collection[int]) -> None:
    if not places:
        return
    body = root.find(f"{_W}body")
    paragraphs = list(body.iter(f"{_W}p")) if body is not None else []
    gone = {id(paragraphs[place]) for place in places}
    for parent in list(root.iter()):
        for child in [child for child in parent if id(child) in gone]:
            parent.remove(child)


def _words(root: ElementTree.Element) -> Iterator[str]:
    for found in root.iter():
        if found.tag in _WORDS:
            yield found.text or ""
        elif found.tag == f"{_W}sym":
            yield f"[{found.get(f'{_W}font')} {found.get(f'{_W}char')}]"


def _numbers(root: ElementTree.Element, found: ZipFile) -> str:
    """Give the list of every numbered paragraph, said by itself or by its style."""
    lists: dict[str | None, tuple[str, str | None]] = {}
    styles = "word/styles.xml" if "word/styles.xml" in found.namelist() else ""
    for style in ElementTree.fromstring(found.read(styles)).iter(f"{_W}style") if styles else ():
        based = style.find(f"{_W}basedOn")
        base = based.get(f"{_W}val") if based is not None else None
        id = style.get(f"{_W}styleId")
        lists[id] = (_list(style), base)
        if style.get(f"{_W}default") == "1" and style.get(f"{_W}type") == "paragraph":
            lists[None] = ("", id)
    numbers = []
    for paragraph in root.iter(f"{_W}p"):
        worn = paragraph.find(f"{_W}pPr/{_W}pStyle")
        number, id = _list(paragraph), worn.get(f"{_W}val") if worn is not None else None
        for _ in range(20):
            if number or id not in lists:
                break
            number, id = lists[id]
        if number.strip("0"):
            numbers.append(number)
    return " ".join(numbers)


def _list(owner: ElementTree.Element) -> str:
    found = owner.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return (found.get(f"{_W}val") or "") if found is not None else ""


def _is_footer(name: str, said: str) -> bool:
    """Tell whether a part is a footer with nothing but a page number, which the house replaces."""
    if not name.startswith("word/footer"):
        return False
    rest = re.sub(r"(?i)(NUM|SECTION)?PAGES?(\\\*[a-z]+|\\\*|MERGEFORMAT)*", "", said)
    return not re.sub(r"[\d第页共頁/／\-－—–―·.]", "", rest)


def _count(root: ElementTree.Element) -> Counter[str]:
    found: Counter[str] = Counter()
    changes = {e.get(f"{_W}id") for e in root.iter(f"{_W}rPrChange")}  # a parted run has it twice
    found["rPrChange"] = len(changes)
    names = {f"{_W}{name}": name for name in _COUNTED}
    for element in root.iter():
        name = names.get(element.tag)
        if name and element.get(f"{_W}name") != "_GoBack":
            found[name] += 1
        elif element.tag == f"{_W}fldChar" and element.get(f"{_W}fldCharType") == "begin":
            found["fldChar"] += 1
        elif element.tag == f"{_W}br" and element.get(f"{_W}type") == "page":
            found["page break"] += 1
    return found

"""What stands in a document twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import Manuscript, Row
from drafter.pattern import regex
from drafter.reading.line import Role

_LONG = 20
_VERY_LONG = 60
_ALIKE = 0.92
_KEY = 12
_BUCKET = 4
_SENTENCE = regex("[^。！？；\n]+[。！？；]?")
_HAN = regex("[\u4e00-\u9fff]")
_NUMBER = regex(r"\d+")
_MARK = regex(r"^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?)?\s*")


def _paragraphs(manuscript: Manuscript) -> Iterator[tuple[Row, str]]:
    """Give the rows of the body that are long enough, without their numbers and blanks."""
    for row in manuscript.of(Role.BODY):
        words = "".join(_MARK.sub("", row.text, count=1).split())
        if len(words) > _LONG and len(_HAN.findall(words)) > _LONG // 2 and not row.in_table:
            yield row, words


def paragraphs(manuscript: Manuscript) -> Iterator[Hit]:
    """Find paragraphs that repeat an earlier one, word for word or nearly."""
    known: dict[str, Row] = {}
    alike: dict[str, list[tuple[Row, str]]] = {}
    for row, words in _paragraphs(manuscript):
        if words in known:
            message = f"与第{known[words].at + 1}行重复"
            if not words.endswith("！"):
                yield Hit(row.at, 0, len(row.text), message, fix="")
            continue
        known[words] = row
        if len(words) < _VERY_LONG:
            continue
        near = alike.setdefault(words[:_KEY], []), alike.setdefault(words[-_KEY:], [])
        other = next((r for bucket in near for r, w in bucket if _is_alike(w, words)), None)
        if other is not None:
            message = f"与第{other.at + 1}行几乎相同"
            yield Hit(row.at, 0, len(row.text), message, level=Level.WARNING)
        for bucket in near:
            if len(bucket) < _BUCKET:
                bucket.append((row, words))


def _is_alike(one: str, other: str) -> bool:
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    matcher = SequenceMatcher(None, one[:600], other[:600], autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def sentences(manuscript: Manuscript) -> Iterator[Hit]:
    """Find sentences that stand in two paragraphs word for word; refrains stand in more."""
    whole = Counter(words for _, words in _paragraphs(manuscript))
    first: dict[str, Row] = {}
    second: dict[str, Hit] = {}
    often: set[str] = set()
    for row, words in _paragraphs(manuscript):
        if whole[words] > 1:
            continue
        for match in _SENTENCE.finditer(row.text):
            sentence = match[0].strip()
            if len(sentence) <= _LONG or not sentence.endswith(("。", "；")):
                continue
            if sentence in second:
                often.add(sentence)
            elif sentence in first:
                message = f"这一句与第{first[sentence].at + 1}行的重复"
                second[sentence] = Hit(row.at, match.start(), match.end(), message)
            else:
                first[sentence] = row
    yield from (hit for sentence, hit in second.items() if sentence not in often)


CHECKS = {
    "residue-duplicate-paragraph": paragraphs,
    "residue-duplicate-sentence": sentences,
}

"""Characters that do not belong: invisible ones, broken encodings, scanning errors, 繁体字."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript
from drafter.pattern import regex

_FILE = Path(__file__).with_name("traditional.txt")
_INVISIBLE = regex(
    "[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\ufeff\u00ad\u2028\u2029\ufffc]+"
    "|(?<=[^\\s])\u00a0(?=[^\\s])|[\ue000-\uf8ff]+|[\u2e80-\u2fdf]+"
)
_RADICALS = dict(
    zip(
        "⺁⺎⺝⺟⺠⺻⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "厂兀月母民聿虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_OCR = (
    (regex(r"(\d月\d{1,2})曰"), r"\1日"),
    (regex(r"(?<=[〔\[（(])2[O0o]([\dOo]{2})(?=[〕\]）)])"), None),
    (regex(r"(?<![A-Za-z\d])[lI]([0-2]月)"), r"1\1"),
    (regex(r"(?<=[一二三四五六七八九])[Oo](?=[一二三四五六七八九Oo])"), "〇"),
    (regex(r"(?<=[一二三四五六七八九〇][OoO])[Oo](?=[一二三四五六七八九])"), "〇"),
    (regex(r"人囗|囗(?=[岸径号])"), None),
)
_DIGITS = str.maketrans("Oo囗", "00口")
_HAN = regex("[\u4e00-\u9fff]")


def invisible(manuscript: Manuscript) -> Iterator[Hit]:
    """Find characters that cannot be seen, private ones, and radicals in place of characters."""
    for row in manuscript.holding(_INVISIBLE):
        for match in _INVISIBLE.finditer(row.text):
            words = match[0]
            radical = "\u2e80" <= words[0] <= "\u2fdf"
            blank = " " if words[0] == "\u00a0" else ""
            fix = "".join(map(_character, words)) if radical else blank
            private = "\ue000" <= words[0] <= "\uf8ff"
            yield Hit(
                row.at,
                match.start(),
                match.end(),
                _named(words[0]),
                fix,
                False if private else None,
            )


def _character(radical: str) -> str:
    return _RADICALS.get(radical) or unicodedata.normalize("NFKC", radical)


def _named(char: str) -> str:
    if "\u2e80" <= char <= "\u2fdf":
        return "“{words}”是部首字符，应为汉字“{fix}”"
    return f"有看不见的字符（U+{ord(char):04X}）"


def scanned(manuscript: Manuscript) -> Iterator[Hit]:
    """Find what scanning takes one character for another."""
    for pattern, right in _OCR:
        for row in manuscript.holding(pattern):
            for match in pattern.finditer(row.text):
                if right is None:
                    fix = match[0].translate(_DIGITS)
                    if fix == match[0]:
                        continue
                else:
                    fix = match.expand(right)
                yield Hit(row.at, match.start(), match.end(), fix=fix)


@lru_cache(maxsize=1)
def _simple() -> dict[str, str]:
    """Read the traditional characters that no simplified text holds, with their simple forms."""
    lines = _FILE.read_text("utf-8").splitlines()
    pairs = " ".join(line for line in lines if not line.startswith("#")).split()
    return {pair[0]: pair[1] for pair in pairs}


def traditional(manuscript: Manuscript) -> Iterator[Hit]:
    """Find runs of traditional characters in rows that have more than one: one may be a name's."""
    simple = _simple()
    table = str.maketrans(simple)
    form = regex(f"[{''.join(simple)}]+")
    for row in manuscript.holding(form):
        runs = list(form.finditer(row.masked))
        if sum(len(match[0]) for match in runs) < 2:
            continue
        for match in runs:
            yield Hit(row.at, match.start(), match.end(), fix=match[0].translate(table))


CHECKS = {
    "residue-invisible": invisible,
    "residue-ocr": scanned,
    "residue-traditional": traditional,
}

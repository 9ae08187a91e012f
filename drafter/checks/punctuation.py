"""Punctuation (标点), GB/T 15834-2011: what takes more than a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript
from drafter.reading.line import Role

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_LEFT = re.compile(rf"(?<=[{_HAN}”’》〉）％%\d])[,:;!?]|[()]")
_FULL = str.maketrans(",:;!?()", "，：；！？（）")
_WIDE_LEFT = re.compile(rf"[{_HAN}”’》〉）]")
_WIDE_RIGHT = re.compile(rf"[{_HAN}“‘《〈（]")


def halfwidth(manuscript: Manuscript) -> Iterator[Hit]:
    """Find half-width marks with a Chinese character on their left and their right."""
    for row in manuscript.rows:
        if row.role in (Role.BLANK, Role.JUNK):
            continue
        for match in _LEFT.finditer(row.masked):
            at = match.start()
            if _is_chinese(row.masked, at):
                yield Hit(row.at, at, at + 1, fix=match[0].translate(_FULL))


def _is_chinese(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2].strip()
    if text[at] in "()":
        return bool(_WIDE_RIGHT.match(after) or _WIDE_LEFT.match(before))
    return bool(_WIDE_LEFT.match(before)) and (not after or bool(_WIDE_RIGHT.match(after)))


CHECKS = {"punct-halfwidth": halfwidth}

"""Tone (文风): what is counted over a text, and openings and sections that say nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import PROSE, Manuscript, Row
from drafter.checks.phrases import phrases
from drafter.pattern import regex
from drafter.reading.line import Role

_CLICHES = regex("进一步|切实|着力|不断|大力|深入|扎实|积极(?!性)")
_FORMULA = regex(
    r"^(?:随着|在[^，。]{2,24}(?:正确|坚强)?(?:领导|指导|关心|支持|关怀)下|当前|近年来|为了?(?:进一步|切实))"
)
_NUMBER = regex(
    r"\d|[一二三四五六七八九十百千万两]+(?:个|项|件|万|亿|家|户|人|公里|亩|次|座|条|名|％|%)|百分之"
)
_OWNER = regex(
    r"[\u4e00-\u9fff]{2,8}(?:局|委|办|厅|镇|乡|村|街道|社区|专班|公司|中心|小组|企业|机关|政府)(?:要|牵头|负责|会同|配合|承担|抓)"
    r"|由[^，。；]{2,16}(?:负责|牵头)|[^，。]{2,12}(?:牵头|负责人)"
)
_DEADLINE = regex(
    r"\d+月|\d{4}年|年底前|月底前|季度|上半年|下半年|日前|期限|[一二三四五六七八九十]+月"
)
_NAMED = regex(
    r"《[^》]+》|“[^”]{2,20}”(?:工程|行动|项目|计划)|[\u4e00-\u9fff]{2,6}(?:县|市|镇|乡|村|路|桥|水库|园区)(?![域级委长场])"
)
_GUIDING = regex("总体要求|指导思想|原则|目标|意义|思路|认识")
"""Headings of sections that set out why and whither."""
_YAO = regex(r"(?<![需重主首只紧必摘纪提概切简次将想愿不若])要(?![求素点闻件义害塞道旨职领么])")
_OPENS = regex(r"(?:^|[。；！])(?:[一二三四五六七八九]是)?要")
_CONNECT = regex("(?<![此的])同时[，,]|此外[，,]|特别是|(?<![此的])同时(?=[^，。]{0,2}要)")
_THROUGH = regex(
    r"(?:^|[。；！])(?:通过|经过)[^，。；\n]{2,24}，使(?!用|命|得?其)|(?:^|[。；])在[^，。；\n]{2,24}下，使(?!用|命)"
)
_PER, _MANY_CLICHES, _LEAST_CHARS = 1000, 10, 500
_YAO_SPOKEN, _YAO_ELSE, _YAO_ROW = 15, 8, 6
_SPACE, _HEAD, _SECTION = 400, 40, 80
_FREE_KINDS = frozenset({"appeal", "rules", "text", "reply", "announcement", "letter", "order"})


def _prose(manuscript: Manuscript) -> list[Row]:
    return [row for row in manuscript.of(*PROSE) if not row.in_table]


def _size(rows: list[Row]) -> int:
    return sum(len("".join(row.text.split())) for row in rows)


def cliches(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a text with more than ten of the eight worn words in a thousand characters."""
    rows = _prose(manuscript)
    size = _size(rows)
    words = Counter(found for row in rows for found in _CLICHES.findall(row.masked))
    total = sum(words.values())
    if size < _LEAST_CHARS or total * _PER <= _MANY_CLICHES * size:
        return
    row = next(row for row in rows if _CLICHES.search(row.masked))
    top = "、".join(f"{word}{count}次" for word, count in words.most_common(3))
    found = _CLICHES.search(row.masked)
    assert found is not None
    told = f"每千字有{total * _PER / size:.0f}处套话（{top}），能删则删"
    yield Hit(row.at, found.start(), found.end(), message=told)


def missing(words: str) -> list[str]:
    """Name the kinds of fact that a passage has none of: a number, who does it, by when."""
    kinds = {"数字": _NUMBER, "责任单位": _OWNER, "时限": _DEADLINE}
    return [name for name, pattern in kinds.items() if not pattern.search(words)]


def specifics(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a section of the text in which no number, owner, deadline or name stands."""
    if manuscript.kind.id in _FREE_KINDS or manuscript.is_statute or _ceremonial(manuscript):
        return
    for section in manuscript.sections:
        head = section[0] if section else None
        if head is None or head.role is not Role.H1:
            continue
        rows = [row for row in section if row.role in PROSE]
        if _GUIDING.search(head.text):
            continue
        words = "".join(row.text for row in section[1:] if row.text) + head.text[4:]
        if _size(rows) < _SECTION or len(missing(words)) < 3 or _NAMED.search(words):
            continue
        lacks = "、".join(missing(words))
        told = f"这一部分没有一个具体事实，缺：{lacks}，请补一项"
        yield Hit(head.at, 0, len(head.text), message=told)


def _ceremonial(manuscript: Manuscript) -> bool:
    title = "".join(row.text for row in manuscript.of(Role.TITLE))
    return bool(re.search("致辞|贺词|欢迎|答谢|党课|倡议|贺信|慰问", title))


def empty_opening(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a paragraph that opens with a formula and goes on without a fact."""
    for row in _prose(manuscript):
        text = row.text.strip()
        found = _FORMULA.match(text)
        if found and not (_NUMBER.search(text) or _NAMED.search(text) or _DEADLINE.search(text)):
            lacks = "、".join(missing(text))
            start = row.indent
            told = f"开头是套话，全段缺：{lacks}"
            yield Hit(row.at, start, min(start + _HEAD, len(row.text)), message=told)


def yao(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a text, or a paragraph, with too many sentences that say what has to be done."""
    rows = _prose(manuscript)
    size = _size(rows)
    most = _YAO_SPOKEN if manuscript.is_spoken else _YAO_ELSE
    places = [(row, found) for row in rows for found in _YAO.finditer(row.masked)]
    if size >= _LEAST_CHARS and len(places) * _PER > most * size:
        row, found = places[0]
        told = f"每千字有{len(places) * _PER / size:.0f}个“要”，宜并句、换说法"
        yield Hit(row.at, found.start(), found.end(), message=told)
    for row in rows:
        opens = _OPENS.findall(row.masked)
        if len(opens) >= _YAO_ROW:
            told = f"一段中有{len(opens)}句以“要”开头，宜合并或变换句式"
            yield Hit(row.at, 0, min(_HEAD, len(row.text)), message=told)


def connectors(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 同时、此外 or 特别是 a second time within four hundred characters."""
    seen: dict[str, int] = {}
    for found in _CONNECT.finditer(manuscript.masked):
        word = found[0].rstrip("，,")
        before = seen.get(word)
        if before is not None and found.start() - before < _SPACE:
            row, at = manuscript.place(found.start())
            if row.role in PROSE:
                yield Hit(row.at, at, at + len(word))
        seen[word] = found.start()


def through(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a sentence that 通过……使…… leaves without a subject."""
    for row in _prose(manuscript):
        for found in _THROUGH.finditer(row.masked):
            start = found.start() + (found[0][0] in "。；！")
            yield Hit(row.at, start, found.end())


def sensitive(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the words a user has named as not to be published."""
    for word in sorted(manuscript.words.sensitive):
        for row in manuscript.of():
            at = row.text.find(word) if word else -1
            while at >= 0:
                yield Hit(row.at, at, at + len(word))
                at = row.text.find(word, at + len(word))


CHECKS = {
    "tone-pleonasm": phrases("usage", "tone-pleonasm"),
    "tone-collocation": phrases("usage", "tone-collocation"),
    "tone-cliche-density": cliches,
    "tone-no-specifics": specifics,
    "tone-empty-opening": empty_opening,
    "tone-yao-density": yao,
    "tone-connector-repeat": connectors,
    "tone-grammar-through": through,
    "tone-sensitive-list": sensitive,
}

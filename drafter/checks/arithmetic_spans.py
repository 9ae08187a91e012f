"""Spans of years (年数): anniversaries, how long something took, ages."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import TEXT, Manuscript
from drafter.checks.search import found
from drafter.model.ordinals import value
from drafter.pattern import regex

_SPAN = r"(?P<span>\d{1,3}|[一二三四五六七八九十百零〇]{1,5})"
_KNOWN = {
    "(?:中国共产党|建党|党)(?:成立|建立|诞生)?": 1921,
    "(?:中华人民共和国成立|新中国成立|建国)": 1949,
    "(?:中国人民解放军建军|建军)": 1927,
    "改革开放": 1978,
    "(?:红军)?长征胜利": 1936,
    "(?:中国人民抗日战争(?:暨世界反法西斯战争)?|抗日战争|抗战)胜利": 1945,
    "辛亥革命": 1911,
    "五四运动": 1919,
    "香港回归(?:祖国)?": 1997,
    "澳门回归(?:祖国)?": 1999,
    "(?:中国人民志愿军)?抗美援朝出国作战": 1950,
}
"""Events that have an anniversary every year, and the year from which it is counted."""
_NOW = r"(?P<year>今年|(?:19|20)\d\d年)(?:是|正值|恰逢|适逢|迎来|我们迎来)[^。；！？\d]{0,24}?"
_JUBILEES = tuple(
    (regex(rf"{_NOW}(?<![团校院厂所馆台社])(?P<event>{event}){_SPAN}周年"), year)
    for event, year in _KNOWN.items()
)
_FOUNDED = regex(
    r"(?P<from>(?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:正式)?"
    r"(?P<event>成立|建成|创办|创建|建校|设立|投产|建馆|建院|挂牌)"
    rf"[^。；！？]{{0,30}}?(?P<year>今年|(?:19|20)\d\d年)[^。；！？\d]{{0,16}}?(?:(?P=event))?{_SPAN}周年"
)
_TOOK = regex(
    r"(?<!\d)(?P<from>(?:19|20)\d\d)年?(?:\d{1,2}月)?(?:底|初)?(?:开始|启动|开工)?(?:到|至|—|－|-)"
    r"(?P<to>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:底|初)?"
    rf"(?:[^。；！？\d]{{0,12}}?(?P<mark>历时|历经|为期)|的?这?){_SPAN}年(?P<tail>间|来|时间|期间)?"
)
_AGE = regex(
    r"(?P<from>19\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生)[^。；！？\d]{0,16}?"
    r"(?:现年|今年)(?P<span>\d{1,3})岁"
)


def _year(words: str, manuscript: Manuscript) -> int | None:
    if words == "今年":
        return manuscript.date.year if manuscript.date else None
    return int(words.removesuffix("年"))


def anniversaries(manuscript: Manuscript) -> Iterator[Hit]:
    """Find anniversaries that do not fall into the year named with them."""
    patterns = [*_JUBILEES, (_FOUNDED, 0)] if "周年" in manuscript.masked else []
    for pattern, since in patterns:
        for row, match in found(manuscript, pattern, roles=TEXT):
            year = _year(match["year"], manuscript)
            start = since or int(match["from"])
            told = value(match["span"])
            if year is not None and 0 < year - start != told:
                words = f"{start}年到{year}年是{year - start}周年，文中写{match['span']}周年"
                yield Hit(row.at, match.start("span"), match.end("span") + 2, words)


def durations(manuscript: Manuscript) -> Iterator[Hit]:
    """Find spans between two years said to be longer or shorter than either way of counting."""
    for row, match in found(manuscript, _TOOK, roles=TEXT):
        if not match["mark"] and not match["tail"]:
            continue
        years = int(match["to"]) - int(match["from"])
        if years > 0 and value(match["span"]) not in (years, years + 1):
            words = (
                f"{match['from']}年到{match['to']}年是{years}年"
                f"（首尾都算{years + 1}年），文中写{match['span']}年"
            )
            yield Hit(row.at, match.start(), match.end(), words)


def ages(manuscript: Manuscript) -> Iterator[Hit]:
    """Find ages that the year of birth and the document's year do not give."""
    if manuscript.date is None:
        return
    for row, match in found(manuscript, _AGE, roles=TEXT):
        age = manuscript.date.year - int(match["from"])
        if int(match["span"]) not in (age, age - 1):
            right = f"{match['from']}年生，到{manuscript.date.year}年是{age - 1}或{age}周岁"
            words = f"{right}，文中写{match['span']}岁"
            yield Hit(row.at, match.start("span"), match.end("span") + 1, words)


def spans(manuscript: Manuscript) -> Iterator[Hit]:
    """Find anniversaries, spans and ages that do not fit their years."""
    yield from anniversaries(manuscript)
    yield from durations(manuscript)
    yield from ages(manuscript)


CHECKS = {"consist-span": spans}

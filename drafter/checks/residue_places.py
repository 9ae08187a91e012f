"""Places and years of another text: what copying from a neighbour or from last year leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from drafter.checks.finding import Hit
from drafter.checks.manuscript import HEADINGS, Manuscript
from drafter.pattern import regex
from drafter.reading.line import Role

_FILE = Path(__file__).with_name("places.txt")
_ELSEWHERE = regex(
    "学习|借鉴|考察|经验|做法|对口|援[助建藏疆青]|协作|帮扶|案例|赴|来自|对标|相比|毗邻|邻近|接壤|高铁|铁路"
    "|高速|航线|机场|客商|商会|企业家|籍|模式|试点|直达|通达|辐射|融入|承接|推介|参展"
)
_NEAR = 12  # characters within which a word says why another place is named
_YEAR = regex(r"20\d{2}(?=年)")
_PLAN = regex("要点|方案|计划|安排|打算|部署")
_TASKS = regex(
    r"(20\d{2})年(?:[\u4e00-\u9fff]{0,8})(?:重点任务|重点工作|工作安排|工作任务|目标任务|主要目标|预期目标|工作要点|工作打算)"
)


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[re.Pattern[str], dict[str, str]]:
    """Read the names of the places: what is searched for, and whose name each is."""
    names: dict[str, str] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        for word in line.split():
            name, _, short = word.partition("=")
            names[name] = name
            for one in filter(None, short.split("/")):
                names[one] = name
    longest = sorted(names, key=len, reverse=True)
    return regex("|".join(longest)), names


def localities(manuscript: Manuscript) -> Iterator[Hit]:
    """Find other places' names: only where the document's own places are given."""
    own = manuscript.words.localities
    if not own:
        return
    form, names = _gazetteer()
    for row in manuscript.of(*HEADINGS, Role.TITLE, Role.BODY, Role.CLOSING):
        if row.in_table:
            continue
        for match in form.finditer(row.masked):
            place = names[match[0]]
            around = row.text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
            if _ELSEWHERE.search(around):
                continue
            bare = place.rstrip("市州盟")
            if not any(bare in name or name in place for name in own):
                message = f"“{{words}}”是{place}的名称，不是本地的，是不是抄来的"
                yield Hit(row.at, match.start(), match.end(), message)


def years(manuscript: Manuscript) -> Iterator[Hit]:
    """Find headings with tasks of an earlier year than the plan's own, which its title gives."""
    title = "".join(row.text.strip() for row in manuscript.of(Role.TITLE))
    found = {int(year) for year in _YEAR.findall(title)}
    if len(found) != 1 or not _PLAN.search(title):
        return
    own = found.pop()
    for row in manuscript.of(*HEADINGS):
        match = _TASKS.search(row.text)
        if match and int(match[1]) < own:
            yield Hit(
                row.at, match.start(1), match.end(1) + 1, f"标题是{own}年，这里写的是{{words}}"
            )


CHECKS = {
    "residue-foreign-locality": localities,
    "residue-foreign-year": years,
}

"""Names and abbreviations (名称和简称): what takes more than a pattern."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import PROSE, Manuscript, Row
from drafter.checks.names_variant import persons, terms
from drafter.checks.phrases import phrases
from drafter.checks.search import found as places
from drafter.dated.rows import dated_rows
from drafter.pattern import regex
from drafter.reading.line import Role
from drafter.reading.words import SURNAMES

_DEFINED = regex(
    r"([\u4e00-\u9fff”》\ue000]{1,8})[（(]以下(?:统一)?简?称(?:为)?[“‘《]?([\u4e00-\u9fffA-Za-z]{2,12})[”’》]?[）)]"
)
_POSTS = "书记|省长|市长|县长|区长|镇长|乡长|局长|部长|厅长"
_SURNAMES = "".join(sorted(SURNAMES))
_TWICE = regex(rf"([省市县区州旗镇乡]委)?({_POSTS})([{_SURNAMES}][\u4e00-\u9fff]{{0,2}}?)\2")
_MASKED = regex(r"[XＸ×]{2,}(?=[省市县区镇乡村])")
_SAMPLE = regex(r"示例|格式|样式|样本|模板|填写|范例|例如|如：")
_OWN = regex(r"[\u4e00-\u9fff]{2,4}?[省市县区]")
_SELF = regex(r"我([省市县区])(?![长委县市])")
_MANY, _FEW, _TAIL = 4, 2, 4
_LEAST = 3
_BEFORE_NAMES = "由向报经请按对和与在各，。；：、（）\n"
_SPEAKING = frozenset(Role) - {Role.BLANK}


def _definitions(manuscript: Manuscript) -> Iterator[tuple[Row, re.Match[str]]]:
    return places(manuscript, _DEFINED, raw=True, roles=_SPEAKING)


def unused(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a short form that is defined and never used again."""
    for row, one in _definitions(manuscript):
        if manuscript.raw.rfind(one[2]) < manuscript.offset(row, one.end()):
            yield Hit(row.at, one.start(2), one.end(2))


def redefined(manuscript: Manuscript) -> Iterator[Hit]:
    """Find one short form for two names, and two short forms for one name."""
    names: dict[str, str] = {}
    shorts: dict[str, str] = {}
    for row, one in _definitions(manuscript):
        name, short = one[1][-_TAIL:], one[2]
        long = one[1][-_TAIL * 2 :]
        other = short in names and names[short] != name
        again = len(long) == _TAIL * 2 and shorts.get(long, short) != short
        if other or again:
            yield Hit(row.at, one.start(2), one.end(2))
        names.setdefault(short, name)
        shorts.setdefault(long, short)


def undefined(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a short form used before the place that defines it."""
    opens = [0, *(row.at for row in manuscript.rows if row.judgement.opens)]
    for row, one in _definitions(manuscript):
        short = one[2]
        if len(short) < _LEAST:
            continue
        begun = manuscript.rows[opens[bisect_right(opens, row.at) - 1]]
        for earlier, at in _alone(manuscript, short, begun, row):
            if earlier.role in PROSE:
                yield Hit(earlier.at, at, at + len(short))
                break


def _alone(manuscript: Manuscript, short: str, first: Row, end: Row) -> Iterator[tuple[Row, int]]:
    """Give the places where a short form stands as a name of its own, from one row to another."""
    text, start, stop = manuscript.masked, manuscript.offset(first, 0), manuscript.offset(end, 0)
    at = text.find(short, start, stop)
    while at >= 0:
        if at == 0 or text[at - 1] in _BEFORE_NAMES:
            yield manuscript.place(at)
        at = text.find(short, at + len(short), stop)


def two_forms(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an organ that goes by its short name where the text mostly writes the other one."""
    text = manuscript.masked
    for fact in dated_rows("names")["name-organ-abbr"]:
        if not fact.wrong.search(text):
            continue
        found = [one for one in fact.wrong.finditer(text) if not _named(manuscript, one)]
        forms = Counter({form: text.count(form) for form in (fact.right or "", *fact.members)})
        usual, full = forms.most_common()[0]
        if full < _FEW or len(found) >= full:
            continue
        for one in found:
            row, at = manuscript.place(one.start())
            if row.role not in (Role.BLANK, Role.JUNK) and not row.in_table:
                yield Hit(row.at, at, at + len(one[0]), fix=usual)


def _named(manuscript: Manuscript, found: re.Match[str]) -> bool:
    """Tell whether a short name stands in its definition."""
    row, at = manuscript.place(found.start())
    return bool(re.search(r"简?称(?:为)?[“‘]?[\u4e00-\u9fff]{0,4}$", row.text[:at]))


def twice(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a post told before and after a name: 县委书记周书记."""
    for found in _TWICE.finditer(manuscript.masked):
        row, at = manuscript.place(found.start())
        name, post = found[3], found[2]
        fix = f"{name}{post}" if len(name) == 1 else f"{found[1] or ''}{post}{name}"
        yield Hit(row.at, at, at + len(found[0]), fix=fix)


def mixed(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a place written as ××县 in a document that names its own place."""
    own = next(
        (
            found
            for row in manuscript.holding(_OWN, {Role.TITLE, Role.SIGNATURE, Role.SALUTATION})
            for found in _OWN.finditer(row.text)
        ),
        None,
    )
    if own is None:
        return
    for row in manuscript.holding(_MASKED, PROSE):
        for found in _MASKED.finditer(row.text):
            place = row.text[found.end()]
            if own[0].endswith(place) and not _SAMPLE.search(row.text):
                yield Hit(row.at, found.start(), found.end() + 1)


def levels(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 我市 in a text that otherwise speaks of 我县."""
    rows = [
        (row, f) for row in manuscript.holding(_SELF, PROSE) for f in _SELF.finditer(row.masked)
    ]
    counts = Counter(found[1] for _, found in rows)
    if len(counts) <= 1 or counts.most_common()[0][1] < _MANY:
        return
    usual = counts.most_common()[0][0]
    for row, found in rows:
        if found[1] != usual and counts[found[1]] == 1:
            told = f"全文多称“我{usual}”，此处称“{found[0]}”，请核对"
            yield Hit(row.at, found.start(), found.end(), message=told)


CHECKS = {
    **{
        rule: phrases("names", rule)
        for rule in ("name-organ-abbr", "name-ethnic", "name-region-short", "name-leader-title")
    },
    "name-organ-old": phrases("names", "name-organ-old", past=True),
    "name-abbr-unused": unused,
    "name-abbr-redefined": redefined,
    "name-abbr-undefined": undefined,
    "name-org-two-forms": two_forms,
    "name-title-duplicate": twice,
    "name-masked-mixed": mixed,
    "name-level-mismatch": levels,
    "name-person-variants": persons,
    "name-term-variant": terms,
}

"""Promised numbers against what follows: 三个方面, 三大行动（…）, 附件3个, 见第六部分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import PROSE, Manuscript, Row
from drafter.checks.structure_numbers import numberings
from drafter.checks.structure_points import Point, chains, points
from drafter.model.ordinals import han, value
from drafter.pattern import regex
from drafter.reading.line import Role

_NUMERAL = "[两二三四五六七八九十]{1,3}|\\d{1,2}"
_PROMISE = regex(
    f"(?<![第\\d.〇零一二三四五六七八九十几数年月])({_NUMERAL})"
    "(?:个方面|方面|点|项|条|件|个坚持|个重点|个问题|个环节)"
    "(?:的?(?:重点|主要|具体|突出)?(?:工作|任务|措施|要求|意见|建议|问题|体会|内容|事|事情))?"
    "(?:一定要(?:把握|落实|抓)[好住]?)?(?=[：:。])"
)
_VERB = regex(
    "做好|抓好|抓住|把握|落实|提出|提[出几]?|讲|谈|主要|如下|以下|下列|具体|实现|突出|强调|注意|处理好|重点"
)
_DONE = regex("从[^。]*[和、及][^。]*方面|圆满|完成了|已经?|取得|获得|通过了|新增|同意|民生实事")
_CLAUSE = regex("[。；！？，：]")
_DASH = regex("[ \u3000]*——")


def promise(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a promised number of points that another number of points follows."""
    lists = _lists(manuscript)
    broken = {point.row.at for point, _, _ in chains(manuscript)}
    for section in manuscript.sections:
        found = [] if broken & {row.at for row in section} else points(section)
        for at, row in enumerate(section):
            if row.role not in PROSE and not row.judgement.run_in:
                continue
            for match in _PROMISE.finditer(row.masked):
                before = _CLAUSE.split(row.masked[: match.start()])[-1]
                if not _VERB.search(before + match[0]) or _DONE.search(before):
                    continue
                many = _followed(section, at, match.end(), found, lists)
                if many > 1 and many != value(match[1]):
                    message = f"前面说“{match[0]}”，后面分列的是{han(many)}项"
                    yield Hit(row.at, *match.span(), message=message)


def _lists(manuscript: Manuscript) -> dict[int, int]:
    """Give how many stand in each list, by the row of its first item; none of a faulty part."""
    return {
        listed.members[0].row.at: len(listed.members)
        for numbering in numberings(manuscript)
        if not (numbering.faults or numbering.strays)
        for listed in numbering.lists
        if listed.members[0].mark.number == 1
    }


def _followed(
    section: tuple[Row, ...], at: int, end: int, found: list[Point], lists: dict[int, int]
) -> int:
    """Count what directly follows a promise; 0 where it is told in prose."""
    row = section[at]
    rest = row.text[end + 1 :].strip()
    if rest:
        return _chain(found, row, end + 1) if rest[0] in "一第其首" else 0
    after = [one for one in section[at + 1 :] if one.role not in (Role.BLANK, Role.JUNK)]
    if not after:
        return 0
    if after[0].at in lists:
        return lists[after[0].at]
    if _DASH.match(after[0].text):
        dashes = [bool(_DASH.match(one.text)) for one in after]
        return [*dashes, False].index(False)
    return _chain(found, after[0], after[0].indent)


def _chain(found: list[Point], row: Row, start: int) -> int:
    """Count the chain of points whose first stands just there."""
    first = next((at for at, one in enumerate(found) if one.row is row and one.start >= start), -1)
    if first < 0 or found[first].mark.number != 1 or found[first].start > start + 2:
        return 0
    kind, many, outer = found[first].kind, 1, True
    for point in found[first + 1 :]:
        if point.kind != kind:
            continue
        if point.mark.number == 1:
            outer = False
        if point.mark.number == many + 1 and (outer or point.mark.number > 2):
            many, outer = many + 1, True
    return many


_FRAME = regex(
    "(?<![第一二三四五六七八九十\\d])([两三四五六七八九十])(?:大|个|项)"
    "(行动|工程|产业|计划|目标|任务|体系|园区|片区)[”]?[（(：]([^（()）。；：，\ue000]*、[^（()）。；：，\ue000]*)[）)。；]"
)


def frame(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 三大行动（…） with another number of names in the bracket."""
    for row in manuscript.holding(_FRAME):
        for match in _FRAME.finditer(row.masked):
            names = re.split("[、和]", match[3])
            whole = "等" not in match[3] and "及" not in match[3] and all(map(str.strip, names))
            fewest, most = match[3].count("、") + 1, len(names)
            if whole and not fewest <= value(match[1]) <= most:
                message = f"说的是{match[1]}，列出的是{han(most)}"
                yield Hit(row.at, match.start(1), match.end(2), message=message)


_ATTACHED = regex("附件([一二两三四五六七八九十]|\\d{1,2})[个份件](?![月人])")
_LISTED = regex("[ \u3000]*(?:附件[：:]?[ \u3000]*)?(\\d{1,2})[.．、](?!\\d)")


def attached(manuscript: Manuscript) -> Iterator[Hit]:
    """Find another number of attachments in the text than in their list."""
    rows = [row for row in manuscript.of(Role.ATTACHMENT) if row.text.strip()]
    numbered = [row for row in rows if _LISTED.match(row.text)]
    many = len(numbered) if numbered else min(len(rows), 1)
    if not many:
        return
    for row in manuscript.of(Role.BODY):
        found = _ATTACHED.search(row.masked)
        if found and "另发" not in row.text and value(found[1]) != many:
            message = f"说是“{found[0]}”，附件说明列了{han(many)}个"
            yield Hit(row.at, *found.span(), message=message)


_PART = regex(
    "(?:[见参如]|按照|依照|根据|本(?:文|报告|方案|通知|意见))第([一二三四五六七八九十]{1,2})(?:部分|章)"
)


def reference(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 见第六部分 where there are five."""
    many = sum(1 for row in manuscript.of(Role.H1))
    if many < 2:
        return
    for row in manuscript.holding(_PART, {Role.BODY}):
        for match in _PART.finditer(row.masked):
            if value(match[1]) > many:
                message = f"“{match[0]}”没有所指：全文只有{han(many)}个部分"
                yield Hit(row.at, *match.span(), message=message)


_OF = regex("[，、]")


def address(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an address in the midst of a speech that shares nothing with the first."""
    rows = [row for row in manuscript.of(Role.SALUTATION) if not row.judgement.opens]
    if not manuscript.is_spoken or len(rows) < 2:
        return
    first = _called(rows[0])
    for row in rows[1:]:
        if first and _called(row) and not first & _called(row):
            message = f"前面称“{rows[0].text.strip()}”，这里称“{row.text.strip()}”"
            yield Hit(row.at, row.indent, len(row.text.rstrip()), message=message)


def _called(row: Row) -> set[str]:
    words = row.text.strip().rstrip("：！:!，。")
    parts = (re.sub("尊敬的|亲爱的|各位|们$", "", part) for part in _OF.split(words))
    return {part[-2:] for part in parts if part}

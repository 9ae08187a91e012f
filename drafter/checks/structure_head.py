"""The first lines of a document as drafted: title, salutation (称呼) or recipient (主送机关)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript, Row
from drafter.model import ends_in_kind
from drafter.pattern import regex
from drafter.reading.line import Role

_BEFORE = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.DOCNUMBER, Role.SIGNATURE, Role.DATE, Role.NOTE, Role.JUNK}
)
_LONGEST, _TITLE = 160, 60
_PERSONS = regex(
    "(?:们|代表|委员|同志|朋友|来宾|嘉宾|领导|老师|同学|乡亲|先生|女士|主席|总理|书记|部长|省长"
    "|市长|县长|主任|局长|院士|教授|校长|常委|同仁)$"
)
_ORGANS = regex(
    "(?:政府|机关|部门|单位|机构|公司|企业|委员会|管委会|办公室|办公厅|银行|学校|高校|大学|学院|医院|集团|街道"
    "|党委|党组|支部|机构等|分会|协会|商会|法院|检察院|人民团体|中心|国务院|[省市区县乡镇村州旗盟]"
    "|[部委办厅局院所署社会团])$"
)
_SENTENCE = regex(
    "[。！？]|^(?!各).*在|^(?:为|根据|依据|按照|经|现|当前|近年|今天|自|从|由|对|关于|今年|去年|一年来)"
    "|[是将已把被使]|(?<!重)要(?!素)|现就|如下"
)
_NUMBER = regex("^.{0,24}\\d号\\s*$")
_WRONG = regex("[；，:;,、。.]$")
_KIND = regex(
    "(?:条例|办法|细则|规则|章程|守则|准则|规划|纲要|措施|要点|思路|分析|答复|复函|贺信|贺词|致辞|致词|发言"
    "|发言稿|主持词|提纲)$"
)
_OPENING = regex("^(?:为|根据|依据|按照|经|现|特|以上|此)|本(?:条例|办法|规定|规则|细则|意见)$")


def head_rows(manuscript: Manuscript) -> Iterator[list[Row]]:
    """Give the rows each text begins with, up to the first that surely is running text."""
    rows = manuscript.rows
    for start in _starts(manuscript):
        head: list[Row] = []
        for row in rows[start:]:
            if row.role is Role.BLANK:
                continue
            short = row.role in (Role.BODY, Role.SALUTATION) and len(row.text) <= _LONGEST
            if row.role.level or not (row.role in _BEFORE or short) or row.judgement.number:
                break
            head.append(row)
            passed = row.role in _BEFORE or title_like(row) or _NUMBER.search(row.text)
            if not passed and (len(head) > 1 or row.text.startswith("各")):
                break
        yield head


def _starts(manuscript: Manuscript) -> Iterator[int]:
    yield 0
    yield from (row.at for row in manuscript.rows if row.at and row.judgement.opens)


def title_like(row: Row) -> bool:
    """Tell whether a line is a title but for the stop at its end: 关于防汛工作的通知。."""
    words = row.masked.strip().rstrip("。，；、.")
    if not 1 < len(words) <= _TITLE or re.search("[。；！？：:]", words) or _OPENING.search(words):
        return False
    return ends_in_kind(words) or bool(_KIND.search(words))


def address(manuscript: Manuscript) -> Iterator[tuple[Row, str, bool]]:
    """Give the first address of each text, its words, and whether it is to persons."""
    for head in head_rows(manuscript):
        row = head[-1] if head else None
        titled = any(row.role in _BEFORE or title_like(row) for row in head[:-1])
        if not titled and not (head and head[0].text.startswith("各")):
            row = next((row for row in head if row.role is Role.SALUTATION), None)
        if row is None or row.role in _BEFORE or title_like(row):
            continue
        words = row.masked.strip()
        bare = words[:-1] if _WRONG.search(words) else words.rstrip("：！!")
        if _SENTENCE.search(bare):
            continue
        persons = bool(_PERSONS.search(bare))
        listed = words[0] == "各" and bare != words
        if persons or listed or _ORGANS.search(bare):
            yield row, words, persons


def _colon(row: Row, words: str) -> Iterator[Hit]:
    if words.endswith(("：", "！", "!", "】")):
        return
    end = len(row.text.rstrip())
    wrong = bool(_WRONG.search(words))
    if not wrong and row.role is not Role.SALUTATION and not words.startswith("各"):
        return
    fix = "：" if wrong else row.text[end - 1] + "："
    yield Hit(row.at, end - 1, end, fix=fix)


_EACH = (
    "(?:各位[代委同领老来朋嘉专][表员志导师学宾友家]|(?:同志|同学|老师|朋友|女士|先生|乡亲|战友)们)"
)
_ALONE = regex(rf"{_EACH}(?:[，、]{_EACH})*[；，、。:;,]")
"""A line that is an address and nothing else, wherever it stands."""


def salutation(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an address to persons without its full-width colon."""
    done: set[int] = set()
    for row, words, persons in address(manuscript):
        if persons:
            done.add(row.at)
            yield from _colon(row, words)
    for row in manuscript.rows:
        if row.at not in done and not row.in_table and _ALONE.fullmatch(row.text.strip()):
            end = len(row.text.rstrip())
            yield Hit(row.at, end - 1, end, fix="：")


def recipient(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 主送机关 without its full-width colon."""
    if manuscript.document.kind in ("announcement", "public-notice", "resolution", "minutes"):
        return
    for row, words, persons in address(manuscript):
        if not persons:
            yield from _colon(row, words)


_GROUP = regex("[^，、]+")


def separators(manuscript: Manuscript) -> Iterator[Hit]:
    """Find one group of recipients in which 、 and ， change places."""
    for row, words, persons in address(manuscript):
        parts = re.split("([，、])", words.rstrip("：:"))
        names, marks = parts[::2], parts[1::2]
        if persons or len(names) < 3:
            continue
        at = row.indent
        for name, mark, after in zip(names, marks, names[1:], strict=False):
            at += len(name)
            whole = (
                mark == "、" and name.startswith("各") and re.match("[省市县区](?:政府|委)", after)
            )
            parted = mark == "，" and after.startswith("各直属") and name.endswith("部门")
            if whole or parted:
                yield Hit(row.at, at, at + 1)
            at += 1

"""Titles and headings (标题): what takes more than a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checks import titles_headings
from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript, Row
from drafter.checks.structure_head import head_rows, title_like
from drafter.model import ends_in_kind
from drafter.pattern import regex
from drafter.reading.line import Role
from drafter.reading.words import KINDS_OF_TEXT

_STOP = regex("[。，；、：:;,]$")


@dataclass(frozen=True)
class Title:
    """A title: its rows put together, and where each character stands."""

    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """Its words, quoted titles covered."""
        return "".join(row.masked.strip() for row in self.rows)

    def place(self, at: int) -> tuple[int, int]:
        """Give the row and the column of a character."""
        for row in self.rows:
            length = len(row.masked.strip())
            if at < length:
                return row.at, row.indent + at
            at -= length
        return self.rows[-1].at, len(self.rows[-1].text.rstrip()) - 1

    def hit(self, start: int, end: int, fix: str | None = None) -> Hit:
        """Make a hit of a stretch of it; without its fix where it runs over two lines."""
        row, first = self.place(start)
        last_row, last = self.place(end - 1)
        if row != last_row:
            return Hit(last_row, 0, last + 1)
        return Hit(row, first, last + 1, fix=fix)


def titles(manuscript: Manuscript) -> Iterator[Title]:
    """Give the titles: lines of a title that follow each other are one."""
    group: list[Row] = []
    for row in manuscript.rows:
        if row.role is Role.TITLE:
            group.append(row)
        elif group:
            yield Title(tuple(group))
            group = []
    if group:
        yield Title(tuple(group))


def _found(manuscript: Manuscript, pattern: re.Pattern[str], group: int = 0) -> Iterator[Hit]:
    for title in titles(manuscript):
        for match in pattern.finditer(title.text):
            yield title.hit(*match.span(group))


_OTHER_KINDS = regex(
    "(?:办法|条例|细则|规则|规定|方案|要点|措施|规划|计划|纲要|制度|章程|准则|守则|清单|标准|预案"
    "|讲话|致辞|发言|主持词|贺信|慰问信|倡议书|公开信|复函|协议|指引|指南|目录|职责|分工|安排|名单|名额"
    "|说明|总结|汇报|情况|解读|问答|摘要|建议|信|书|稿|表|令|电|词|案)$"
)
_TRAILER = regex("[（(][^（）()]*[）)]$")


def no_genre(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the title of a numbered document that names no kind at its end."""
    if not any(row.role is Role.DOCNUMBER for row in manuscript.rows):
        return
    title = next(titles(manuscript), None)
    if title is None:
        return
    words = _TRAILER.sub("", title.text).rstrip("。，；、 ")
    after = manuscript.rows[title.rows[-1].at + 1 :][:1]
    if any(row.text.strip() and title_like(row) for row in after):
        return  # its last line, taken for something else because of a stop
    if "关于" in words and not ends_in_kind(words) and not _OTHER_KINDS.search(words):
        yield title.hit(0, len(title.text))


_TWO = {
    "请示报告": "请示", "请示函": "函", "申请报告": "请示", "通知通报": "通报",
    "请求函": "函", "意见建议函": "函", "申请函": "函", "报告请示": "请示",
}  # fmt: skip
_TWO_KINDS = regex("的?(" + "|".join(_TWO) + ")$")


def two_genres(manuscript: Manuscript) -> Iterator[Hit]:
    """Find two kinds run into one at a title's end."""
    for title in titles(manuscript):
        found = _TWO_KINDS.search(title.text)
        if found and "关于" in title.text:
            yield title.hit(*found.span(1), fix=_TWO[found[1]])


_TWICE = regex("的(通知|通报|意见|决定|批复|请示|报告|函)的(?=\\1$)")
_ABOUT = regex("关于[^《》〈〉]*?(关于)(?=[^《》〈〉]{4,})")
_PASSES_ON = regex("[转批]发|批转|修改|废止|转报")


def nested(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 的通知的通知, and 关于 twice outside quoted titles."""
    for title in titles(manuscript):
        found = _TWICE.search(title.text)
        if found:
            end = found.end() + len(found[1])
            yield title.hit(found.start(), end, fix=f"的{found[1]}")
        again = _ABOUT.search(title.text)
        if again and not found and not _PASSES_ON.search(title.text):
            yield title.hit(*again.span(1))


_ISSUER = regex(
    "^[^《》]{2,12}?(?:人民政府|办公室|委员会|[局厅委办处院校])(?!关于)[^《》]{4,40}的(?:通知|请示|报告|函|意见|批复)$"
)


def missing_about(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a title with an issuer and a kind, but no 关于."""
    for title in titles(manuscript):
        words = title.text
        said = "关于" in words or re.search("[印转颁]发|批转|公布|发布", words)
        if not said and _ISSUER.search(words):
            yield title.hit(0, len(words))


_BARE = regex(
    "(?:印发|发布|公布|颁布|施行)(?!修[订改])([^《》〈〉“”，、\ue000]{4,40}?(?:办法|条例|细则|规定))(?=的(?:通知|决定|公告|通告|命令)$)"
)


def book_marks(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the name of a regulation in a title without 《》."""
    for title in titles(manuscript):
        found = _BARE.search(title.text)
        if found and not found[1].startswith(("关于", "有关", "新")):
            yield title.hit(*found.span(1), fix=f"《{found[1]}》")


_PLAN = regex("颁[布发](?=[^。；]{0,40}(?:方案|计划|要点|规划)的?(?:》的)?通知$)")


def verb(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 颁布 and 颁发 said of a plan."""
    for title in titles(manuscript):
        words = "".join(row.text.strip() for row in title.rows)
        found = _PLAN.search(words)
        if found:
            yield title.hit(*found.span())


def inner(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 。 and ； inside a title."""
    return _found(manuscript, regex("[。；](?=.)"))


_LONG = 45
_PLAIN = regex("^[^，。；：！？:,;]{6,45}。$")
_AFTER_TITLE = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.DATE, Role.SIGNATURE, Role.DOCNUMBER, Role.SALUTATION}
)


def length(manuscript: Manuscript) -> Iterator[Hit]:
    """Find titles of more than 45 characters that quote no other."""
    for title in titles(manuscript):
        words = title.text
        if len(words) > _LONG and not re.search("[转批]发|批转|《", words):
            yield title.hit(0, len(words))


def speech(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a speech whose title tells what it is about, not where it was made."""
    title = next(titles(manuscript), None)
    spoken = manuscript.document.kind == "speech"
    if title and spoken and re.search("^关于.*讲话$", title.text):
        yield title.hit(0, len(title.text))


def end_stop(manuscript: Manuscript) -> Iterator[Hit]:
    """Find titles, and headings on a line of their own, that end in a mark."""
    done: set[int] = set()
    for row in _title_rows(manuscript):
        if row.at not in done and _ends_wrong(row):
            done.add(row.at)
            end = len(row.text.rstrip())
            yield Hit(row.at, end - 1, end, fix="")
    yield from titles_headings.end_stop(manuscript)


def _title_rows(manuscript: Manuscript) -> Iterator[Row]:
    for title in titles(manuscript):
        yield title.rows[-1]
    for head in head_rows(manuscript):
        yield from (row for at, row in enumerate(head) if _is_title(manuscript, head, at))


def _is_title(manuscript: Manuscript, head: list[Row], at: int) -> bool:
    """Tell whether a line of the head was taken for something else because of its stop."""
    row = head[at]
    if row.role not in (Role.BODY, Role.JUNK) or any(one.role is Role.BODY for one in head[:at]):
        return False
    after = next((one for one in manuscript.rows[row.at + 1 :] if one.text.strip()), None)
    before = [one.text.strip() for one in head[:at] if one.role is Role.TITLE]
    if before and row.role is Role.BODY and before[-1].endswith(KINDS_OF_TEXT):
        return False
    titled = bool(before)
    if after is None or (titled and row.role is Role.JUNK and after.role not in _AFTER_TITLE):
        return False
    first = at == 0 or head[at - 1].role is Role.TITLE
    plain = first and after.role in _AFTER_TITLE and _PLAIN.search(row.text.strip())
    return title_like(row) or bool(plain)


def _ends_wrong(row: Row) -> bool:
    return bool(_STOP.search(row.text.rstrip())) and "\ue000" not in row.masked[-1:]


CHECKS = {
    "title-no-genre": no_genre,
    "title-two-genres": two_genres,
    "title-nested": nested,
    "title-missing-guanyu": missing_about,
    "title-end-punct": end_stop,
    "title-inner-comma": inner,
    "title-book-marks": book_marks,
    "title-length": length,
    "title-verb-direction": verb,
    "title-speech": speech,
    "title-heading-break": titles_headings.odd_one,
    "title-heading-synonym": titles_headings.synonyms,
    "title-heading-overlap": titles_headings.overlap,
}

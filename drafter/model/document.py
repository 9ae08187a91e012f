"""A whole document: the standard's elements (要素) as fields, the text proper as a tree."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from drafter.model.fixed import (
    ATTACHMENT,
    ATTENDANCE,
    COPIES,
    PRINTED,
    SIGNERS,
    one_line,
    plain_notes,
    without_prefix,
    without_suffix,
)
from drafter.model.inline import Para
from drafter.model.kinds import kind_named
from drafter.model.nodes import Block, settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a document says.

    Words that the page adds of itself (附件：1. 签发人： 抄送： 印发) are no part of an element,
    nor is a 附件说明 that only repeats the attachments' titles: both are left out when it is made.

    Elements that are single lines are paragraphs, so that each may hold gaps; an empty one is
    absent. ``body`` runs from the first words to the end of the last section, ``closing`` holds
    what follows the sections and belongs to none of them. Clauses are GB/T 9704-2012.
    """

    kind: str = "text"
    house: str = ""  # the look asked for; empty: the kind's own
    title: Para = Para()  # 标题 7.3.1; a line break where the writer wants one
    # 版头
    masthead: tuple[Para, ...] = ()  # 发文机关标志 7.2.4, one organ each
    copy_number: Para = Para()  # 份号 7.2.1
    secrecy: Para = Para()  # 密级和保密期限 7.2.2
    urgency: Para = Para()  # 紧急程度 7.2.3
    number: Para = Para()  # 发文字号 7.2.5
    signers: tuple[Para, ...] = ()  # 签发人 7.2.6
    # under the title
    subtitle: tuple[Para, ...] = ()  # 副标题
    preamble: tuple[Para, ...] = ()  # 题注: 通过、公布
    byline: tuple[Para, ...] = ()  # 讲话人、报告人、作者
    dateline: tuple[Para, ...] = ()  # 署题日期
    salutation: tuple[Para, ...] = ()  # 称呼; 主送机关 7.3.2
    # the text
    body: tuple[Block, ...] = ()
    closing: tuple[Block, ...] = ()
    # after the text
    attachment_list: tuple[Para, ...] = ()  # 附件说明 7.3.4; empty: the attachments' titles
    signature: tuple[Para, ...] = ()  # 发文机关署名 7.3.5
    date: Para = Para()  # 成文日期 7.3.5
    notes: tuple[Para, ...] = ()  # 附注 7.3.6
    present: tuple[Para, ...] = ()  # 出席人员名单 10.3
    absent: tuple[Para, ...] = ()  # 请假人员名单 10.3
    observers: tuple[Para, ...] = ()  # 列席人员名单 10.3
    copies: tuple[Para, ...] = ()  # 抄送机关 7.4.2
    printer: Para = Para()  # 印发机关 7.4.3
    print_date: Para = Para()  # 印发日期 7.4.3
    attachments: tuple[Document, ...] = ()  # 附件 7.3.7
    # of an attachment only
    mark: Para = Para()  # 附件1, where it is not the count's own
    enclosed: bool = False  # printed after the text without the word 附件 (印发、转发的文件)

    def __post_init__(self) -> None:
        kind = kind_named(self.kind)
        if kind is None:
            raise ValueError(f"no kind of document is called {self.kind!r}")
        object.__setattr__(self, "kind", kind.id)
        object.__setattr__(self, "body", settled(self.body))
        object.__setattr__(self, "closing", settled(self.closing))
        if any(attachment.attachments for attachment in self.attachments):
            raise ValueError("an attachment holds no attachments of its own")
        for name, value in _own_words(self).items():
            object.__setattr__(self, name, value)
        for element in ELEMENTS:
            if element.many:
                lines = getattr(self, element.name)
                object.__setattr__(self, element.name, tuple(line for line in lines if line))


def _own_words(document: Document) -> dict[str, Any]:
    """Give the elements of a document without the words its page adds."""
    listed = _listed(document.attachment_list, document.attachments)
    counted = counted_marks(document.attachments, len(listed))
    attachments = tuple(
        replace(inner, mark=Para()) if inner.mark == mark else inner
        for inner, mark in zip(document.attachments, counted, strict=True)
    )
    return {
        "attachments": attachments,
        "attachment_list": listed,
        "signers": tuple(without_prefix(line, SIGNERS) for line in document.signers),
        **{
            name: tuple(without_prefix(line, word) for line in getattr(document, name))
            for name, word in ATTENDANCE.items()
        },
        "copies": tuple(without_prefix(line, COPIES) for line in document.copies),
        "print_date": without_suffix(document.print_date, PRINTED),
    }


def _listed(found: tuple[Para, ...], attachments: tuple[Document, ...]) -> tuple[Para, ...]:
    """Give a 附件说明 without the words its page adds; none if it is the attachments' titles.

    Words that the page would not add again, such as another number, are its own and stay.
    """
    lines = tuple(line for line in found if line)
    bare = plain_notes(lines)
    titled = listed_titles(attachments)
    titles = tuple(title for _, title in titled)
    if lines == titles:
        return ()
    numbers = tuple(number for number, _ in titled)
    if bare != titles:
        numbers = listed_numbers(len(bare), attachments)
    usual = tuple(map(str, range(1, len(bare) + 1))) if len(bare) > 1 else ("",)
    if bare != lines and (numbers != usual or not all(bare)):
        return lines
    return () if bare == titles else bare


def counted_marks(attachments: tuple[Document, ...], listed: int = 0) -> tuple[Para, ...]:
    """Give the marks attachments have by count (7.3.7): 附件, or 附件1 where there are several.

    ``listed`` are the names in a 附件说明 that has its own: there may be more of them. One printed
    after the text without the word has no mark.
    """
    several = max(_counted(attachments), listed) > 1
    marks, number = [], 0
    for attachment in attachments:
        number += not attachment.enclosed
        count = str(number) if several else ""
        marks.append(Para() if attachment.enclosed else Para.of(ATTACHMENT + count))
    return tuple(marks)


def _counted(attachments: tuple[Document, ...]) -> int:
    return sum(not attachment.enclosed for attachment in attachments)


def listed_titles(attachments: tuple[Document, ...]) -> tuple[tuple[str, Para], ...]:
    """Give what a 附件说明 lists: the number in an attachment's mark, its title on one line.

    A single attachment has no number; one without a title is not listed.
    """
    return tuple(
        (_number(inner.mark, counted), one_line(inner.title))
        for inner, counted in zip(attachments, counted_marks(attachments), strict=True)
        if not inner.enclosed and inner.title
    )


def _number(own: Para, counted: Para) -> str:
    """Give the number in an attachment's mark: its own if that has one, else by count."""
    digits = own.text.removeprefix(ATTACHMENT)
    told = own.text.startswith(ATTACHMENT) and digits.isdecimal()
    return digits if told else counted.text.removeprefix(ATTACHMENT)


def listed_numbers(names: int, attachments: tuple[Document, ...]) -> tuple[str, ...]:
    """Give the numbers of so many names in a 附件说明 that has its own."""
    several = max(names, _counted(attachments)) > 1
    return tuple(str(number) if several else "" for number in range(1, names + 1))


class Element(NamedTuple):
    """One element of a document: its field, its Chinese name, other names it answers to."""

    name: str
    chinese: str
    aliases: tuple[str, ...]
    many: bool

    def chinese_for(self, kind: str) -> str:
        """Give the name its kind of document uses: 主送 on a statutory one, 称呼 on a speech."""
        found = kind_named(kind)
        statutory = found is not None and found.statutory
        return "主送" if self.name == "salutation" and statutory else self.chinese


def _elements() -> tuple[Element, ...]:
    types = {f.name: str(f.type) for f in fields(Document)}
    return tuple(
        Element(name, chinese, tuple(aliases), types[name].startswith("tuple"))
        for name, chinese, *aliases in _NAMES
    )


_NAMES = (
    ("title", "标题", "题目"),
    ("masthead", "发文机关标志", "红头"),
    ("copy_number", "份号"),
    ("secrecy", "密级", "密级和保密期限"),
    ("urgency", "紧急程度"),
    ("number", "发文字号", "文号"),
    ("signers", "签发人"),
    ("subtitle", "副标题"),
    ("preamble", "题注"),
    ("byline", "讲话人", "报告人", "作者", "题下署名"),
    ("dateline", "日期", "讲话日期", "署题日期"),
    ("salutation", "称呼", "主送", "主送机关", "称谓"),
    ("attachment_list", "附件说明"),
    ("signature", "落款", "署名", "发文机关署名"),
    ("date", "成文日期"),
    ("notes", "附注"),
    ("present", "出席", "出席人员"),
    ("absent", "请假", "请假人员", "缺席人员"),
    ("observers", "列席", "列席人员"),
    ("copies", "抄送", "抄送机关"),
    ("printer", "印发机关"),
    ("print_date", "印发日期"),
    ("mark", "附件标号"),
)
ELEMENTS = _elements()
"""The elements that are lines of text, in the order a document shows them."""
ELEMENT_NAMED = {element.name: element for element in ELEMENTS}


def lines_of(document: Document, element: Element) -> tuple[Para, ...]:
    """Give an element's lines, whether it may have one or many."""
    found = getattr(document, element.name)
    if element.many:
        return tuple(found)
    return (found,) if found else ()


def with_lines(document: Document, element: Element, lines: tuple[Para, ...]) -> Document:
    """Give the document with an element set; ValueError if it may have one line only."""
    if not element.many and len(lines) > 1:
        raise ValueError(f"{element.chinese} has one line only")
    found = lines if element.many else (lines[0] if lines else Para())
    changes: dict[str, Any] = {element.name: found}
    return replace(document, **changes)

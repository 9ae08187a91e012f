"""A run of lines of an edited plan: answers after their labels, items below, and own text.

A label answers its question; what follows the label of a list is an item where it looks like
one, however it was typed. All else is the writer's own text and is kept (`Own`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.drafting.answers import Answer, Blank
from drafter.drafting.pairing import alike
from drafter.drafting.plan import ADDED, MISSING, SIZE, THESIS
from drafter.drafting.planline import flat, gist, one_line, pattern, read_line, whole
from drafter.drafting.planparts import parted
from drafter.drafting.questions import Question
from drafter.formats.loose import Entry, Items, Scalar, Value
from drafter.model import Para, Points, Section
from drafter.model.inline import Gap, Inline, Text
from drafter.model.nodes import Block, nested
from drafter.model.ordinals import heading_mark, point_mark


@dataclass(frozen=True, slots=True)
class Own:
    """Text written by hand in a plan: after which answers (the nearest first), in which section.

    ``section`` counts from 1; 0 is before the first, -1 after the last. ``whole`` means that the
    section holds nothing else.
    """

    block: Block
    after: tuple[str, ...]
    section: int
    whole: bool = False


class Page:
    """A run of lines of a plan, read over the answers it was made of."""

    def __init__(
        self, questions: Sequence[Question], found: Mapping[str, Answer], key: str, section: int
    ) -> None:
        self.known = {name: q for q in questions for name in (q.name, *q.aliases)}
        self.found, self.key, self.section = found, key, section
        self.told: set[str] = set()
        self.own: list[Own] = []
        self._before: list[str] = []  # keys of the answers met so far
        self._open: Question | None = None
        self._list: Question | None = None  # the last list met, open or not
        self._missing = False  # the list of what is missing stands here
        self._heading: list[Block] = []  # a heading of the writer's, and what follows it
        self._items: dict[str, list[Para]] = {}

    def read(self, blocks: Sequence[Block], brief: Entry) -> None:
        """Read lines and lay their answers over a brief."""
        for block in blocks:
            if isinstance(block, Points):
                self._points(block)
            elif isinstance(block, Section):
                self._close()
                self._heading = [block]
            elif not (isinstance(block, Para) and self._line(block, brief)):
                self._keep(block)
        self._close()
        for name, lines in self._items.items():
            self._entries(self.known[name], lines, brief)

    def _points(self, points: Points) -> None:
        self._reopen(points.items[0].label)
        if self._open is not None and not self._heading:
            for item in points.items:
                self._item(item.body)
                for more in item.more:
                    self._keep(more)
            return
        items = points.items
        if self._missing:
            items = tuple(one for one in items if not _ASKED.match(one.body.text))
        if items:
            self._keep(replace(points, items=items))

    def _line(self, para: Para, brief: Entry) -> bool:
        """Take a line as a label with its answer, or as an item; False for any other line."""
        label, colon, rest = parted(para)
        question = self.known.get(label) if colon else None
        if colon and label in ADDED:
            self._close()
            self._open, self._missing = None, label == MISSING
            words = _beyond(label, rest)
            if words:
                self._keep(Para.of(words))
            return True
        if question is None or (question.name in self.told and not question.many):
            return self._typed(para)
        self._close()
        self._missing = False
        self.told.add(question.name)
        self._past(question.name)
        self._open = question if question.many else None
        if question.many:
            self._list = question
            self._items.setdefault(question.name, [])
            for line in _items_of(para):
                self._item(line)
        else:
            self._answer(question, para, rest, brief)
        return True

    def _typed(self, para: Para) -> bool:
        """Take a line typed without a list's style as an item, or as the rest of one."""
        self._reopen(para.text)
        if self._open is None or self._heading:
            return False
        lines = self._items[self._open.name]
        if lines and _is_open(lines[-1].text) and _closes(para.text):
            lines[-1] = Para((*lines[-1].inlines, *para.inlines))
            return True
        bare = _unnumbered(para)
        if bare == para and para.text.strip()[-1:] in _SENTENCE_ENDS:
            return False
        self._item(bare)
        return True

    def _reopen(self, words: str) -> None:
        """Go on with the last list where a line counts on from its items: 四是 after three."""
        mark = point_mark(words)
        if self._open is not None or self._list is None or mark is None:
            return
        if mark.number == len(self._items[self._list.name]) + 1:
            self._open = self._list

    def _past(self, name: str) -> None:
        self._before.insert(0, f"{self.key}.{name}" if self.key else name)

    def _answer(self, question: Question, para: Para, rest: str, brief: Entry) -> None:
        if any(isinstance(inline, Gap) for inline in para.inlines):
            return
        before = self.found.get(question.name)
        known = "" if before is None or isinstance(before, Blank) else flat(before)
        if known and gist(known) == rest:
            return
        if rest:
            brief[question.name] = Scalar(whole(rest, known))
        else:
            brief.pop(question.name, None)

    def _item(self, line: Para) -> None:
        if self._open is not None:
            lines = self._items[self._open.name]
            if lines and _is_open(lines[-1].text) and _closes(line.text):
                lines[-1] = Para((*lines[-1].inlines, *line.inlines))
                return
            lines.append(line)
            self._past(f"{self._open.name}.{len(lines)}")

    def _entries(self, question: Question, lines: list[Para], brief: Entry) -> None:
        """Lay the lines of a list over its items: kept, changed, moved, new or gone."""
        before = self.found.get(question.name, ())
        shown = [one_line(question, one) for one in before] if isinstance(before, tuple) else []
        old = brief.get(question.name)
        values = list(old) if isinstance(old, Items) else []
        pairs = alike([words_of(line) for line in lines], [words_of(line) for line in shown])
        made = Items()
        for line, at in zip(lines, pairs, strict=True):
            kept = values[at] if 0 <= at < len(values) else None
            same = at >= 0 and words_of(line) == words_of(shown[at])
            made.append(_unfilled(question, kept) if same else _changed(question, line, kept))
        _lay_list(question, made, len(shown), brief)

    def _keep(self, block: Block) -> None:
        if self._heading:
            self._heading.append(block)
        else:
            self._own(block)

    def _own(self, block: Block) -> None:
        self.own.append(Own(block, tuple(self._before), self.section))

    def _close(self) -> None:
        """Keep a heading of the writer's with what was written below it."""
        for block in nested(self._heading):
            self._own(block)
        self._heading = []


def _unfilled(question: Question, kept: Value | None) -> Value:
    """Give an item as it was; one nobody has filled in yet is empty."""
    return kept if kept is not None else Entry() if question.fields else Scalar()


def _lay_list(question: Question, made: Items, before: int, brief: Entry) -> None:
    """Lay a list over a brief; empty items, as many as there were, are no answer at all."""
    filled = Items(one for one in made if one or question.fields)
    if any(filled):
        brief[question.name] = filled
    elif question.name in brief and len(made) != before:
        del brief[question.name]


def _changed(question: Question, line: Para, kept: Value | None) -> Value:
    """Give the item an edited or new line stands for."""
    if all(isinstance(inline, Gap) for inline in line.inlines):
        return _unfilled(question, kept)
    if not question.fields:
        return Scalar(whole(words_of(line), str(kept) if isinstance(kept, Scalar) else ""))
    entry = Entry(kept) if isinstance(kept, Entry) else Entry()
    written = pattern(question)
    old = {name: str(value) for name, value in entry.items()}
    fields = read_line(written, line, {name: gist(words) for name, words in old.items()})
    for one in (q for q in question.fields if f"{{{q.name}}}" in written):
        answer = fields.get(one.name)
        if answer and not answer.startswith("【"):
            entry[one.name] = Scalar(whole(answer, old.get(one.name, "")))
        elif not answer:
            entry.pop(one.name, None)
    return entry


_ASKED = re.compile(r"(?:问[^：:。]{1,20}|待查)[：:]")
_SENTENCE_ENDS = "。！？!?"
_SIZE = re.compile(
    r"约?\s*\d+\s*字(?:[，,、]\s*[\d.]+\s*分钟)?(?:[；;]\s*(?:开头|结尾)约?\s*\d+\s*字)*"
)
_COUNTED = re.compile(r"[一二两三四五六七八九十]+个方面[^。！？]*")
_DASH = re.compile(r"[-*•·●○–—]+\s*")
_KEPT_VERBS = "查看讲靠促建管防抓"
_PIECE = re.compile(r"((?:[^；;（(]|[（(][^）)]*[）)]?)*)[；;]?")


def _beyond(label: str, rest: str) -> str:
    """Give what the writer has added to a line that drafter makes anew each time."""
    usual = {SIZE: _SIZE, THESIS: _COUNTED}.get(label)
    found = usual.match(rest) if usual else None
    if found:
        return rest[found.end() :].lstrip("。，； ")
    return rest if label in (THESIS, MISSING) else ""


def _is_open(words: str) -> bool:
    """Tell whether a bracket in a line is not closed."""
    return max(words.rfind("（"), words.rfind("(")) > max(words.rfind("）"), words.rfind(")"))


def _closes(words: str) -> bool:
    """Tell whether a line closes a bracket that it does not open."""
    closed = min((n for n in (words.find("）"), words.find(")")) if n >= 0), default=-1)
    opened = min((n for n in (words.find("（"), words.find("(")) if n >= 0), default=len(words))
    return 0 <= closed < opened and heading_mark(words) is None


def _unnumbered(para: Para) -> Para:
    """Give a line without the ordinal or dash it was typed with: 1. （1） 一是 - ."""
    first = para.inlines[0] if para.inlines else None
    if not isinstance(first, Text):
        return para
    mark = point_mark(first.text) or heading_mark(first.text)
    dash = _DASH.match(first.text)
    raw = mark.raw if mark else dash.group() if dash else ""
    if not raw or (mark and mark.form[-1:] in _KEPT_VERBS):
        return para
    return Para((Text(first.text[len(raw) :].lstrip() or raw), *para.inlines[1:]))


def _items_of(para: Para) -> Iterator[Para]:
    """Part the items that stand on one line after its label; a gap is an item as it is."""
    items: list[list[Inline]] = [[]]
    label = True
    for inline in para.inlines:
        words = inline.text if isinstance(inline, Text) else ""
        if label:
            start = re.search("[：:]", words)
            label, words = start is None, words[start.end() :] if start else ""
        pieces = [one for one in _PIECE.findall(words) if one.strip()]
        for number, part in enumerate(pieces):
            if number or (items[-1] and re.match("[；;]", words)):
                items.append([])
            items[-1].append(Text(part.strip()))
        if not isinstance(inline, Text):
            items[-1].append(inline)
        elif re.search(r"[；;]\s*$", words):
            items.append([])
    return (Para(tuple(item)) for item in items if item)


def words_of(para: Para) -> str:
    """Give a line's words without space around them."""
    return para.text.strip()

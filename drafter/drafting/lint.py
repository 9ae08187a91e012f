"""What can be wrong with a template: its files read, its outline looked through, both drafts made.

Nothing here is about a brief somebody writes: only what the one who writes the template can mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.drafting.draft import Draft, draft
from drafter.drafting.named import outline_of, strange_in_titles, strangers, used
from drafter.drafting.questions import Question, Type
from drafter.drafting.shared import Shared
from drafter.drafting.template import EXAMPLE, OUTLINE, SETTINGS, Template, make_template
from drafter.drafting.whens import faults_of_whens
from drafter.errors import N_, DrafterError, Notice, Place
from drafter.formats.loose import Entry, Items, load
from drafter.house import load_house
from drafter.house.load import Own
from drafter.model import kind_named

if TYPE_CHECKING:
    from jinja2 import nodes

_NOTHING = Shared()
ERROR, WARNING = "error", "warning"
NOT_PRINTED = "不印"
"""What the 说明 of a question says that no outline is to print."""


class Finding(NamedTuple):
    """One thing to mend: the file and line, how bad it is, the rule's name, what is wrong."""

    place: Place
    level: str
    rule: str
    message: Notice
    hint: Notice = Notice("")


def lint(
    id: str, files: Mapping[str, str], shared: Shared = _NOTHING, houses: Own = ()
) -> tuple[Finding, ...]:
    """Look through a template's files; places name a file of the folder.

    ``shared`` is what templates share, ``houses`` are house files of a user or unit.
    """
    try:
        template = make_template(id, files, shared)
    except DrafterError as error:
        return tuple(_of_error(id, "unreadable", error))
    linter = _Linter(template, files, houses)
    found = [finding for rule in _RULES for finding in rule(linter)]
    order = {SETTINGS: 0, OUTLINE: 1, EXAMPLE: 2}
    return tuple(
        sorted(dict.fromkeys(found), key=lambda f: (order.get(f.place.source, 3), f.place.line))
    )


@dataclass
class _Linter:
    template: Template
    files: Mapping[str, str]
    houses: Own
    lines: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        asked = load(self.files[SETTINGS]).get("问题")
        if isinstance(asked, Items):
            self._number(Items(self.template.shared.expand(asked, SETTINGS)), "")

    def _number(self, asked: Any, prefix: str) -> None:
        """Note the line every question and field begins on."""
        for entry in asked if isinstance(asked, Items) else ():
            if isinstance(entry, Entry):
                name = prefix + str(entry.get("名", ""))
                self.lines.setdefault(name, entry.line)
                self._number(entry.get("字段"), f"{name}·")

    @cached_property
    def tree(self) -> nodes.Template | None:
        """The outline's syntax; None where it has none."""
        return outline_of(self.template)

    def drafted(self, brief: str) -> Draft | DrafterError:
        """Draft with a brief; what goes wrong is given, not raised."""
        try:
            return draft(self.template, brief)
        except DrafterError as error:
            return error

    @cached_property
    def empty(self) -> Draft | DrafterError:
        """The draft of an empty brief."""
        return self.drafted("")

    @cached_property
    def full(self) -> Draft | DrafterError:
        """The draft of the example."""
        return self.drafted(self.template.example)

    def at(self, name: str) -> Place:
        """Give the place of a question, or of a field of one (方面·名称)."""
        return Place(SETTINGS, self.lines.get(name, 0))


def _of_error(id: str, rule: str, error: DrafterError, file: str = "") -> Iterator[Finding]:
    """Tell an error as findings, its places those of the folder's files."""
    for part in error.parts:
        source = part.place.source.removeprefix(f"{id}/") or file
        place = Place(source, part.place.line, part.place.column)
        hint = Notice(part.hint, **part.values) if part.hint else Notice("")
        yield Finding(place, ERROR, rule, part.notice, hint)


def _found(place: Place, level: str, rule: str, message: str, **values: object) -> Finding:
    return Finding(place, level, rule, Notice(message, **values))


# the outline and its names


def _undefined(linter: _Linter) -> Iterator[Finding]:
    """Find names in the outline, and in titles of sections, that no question has."""
    names = strangers(linter.tree, linter.template) if linter.tree else {}
    for name, line in names.items():
        yield _strange(linter, name, Place(OUTLINE, line))
    for question, name in strange_in_titles(linter.template):
        yield _strange(linter, name, linter.at(question))


def _strange(linter: _Linter, name: str, place: Place) -> Finding:
    from difflib import get_close_matches

    known = sorted(question.name for question in linter.template.questions)
    near = "".join(get_close_matches(name, known, n=1, cutoff=0.3))
    message = Notice(N_("no question is called {name}"), name=name)
    hint = Notice(N_("did you mean {near}?"), near=near) if near else Notice("")
    return Finding(place, ERROR, "undefined-name", message, hint)


def _unused(linter: _Linter) -> Iterator[Finding]:
    """Find questions, and fields, whose answers go nowhere."""
    if linter.tree is None:
        return
    said = used(linter.tree, linter.template)
    for question, name in _all(linter.template.questions):
        printed = question.type is not Type.SCHEME and NOT_PRINTED not in question.help
        if question.name not in said and printed:
            message = N_("{name} is asked for, and the outline does not use it")
            finding = _found(linter.at(name), WARNING, "unused-question", message, name=name)
            yield finding._replace(hint=Notice(N_("if that is meant, say 不印 in its 说明")))


def _all(questions: tuple[Question, ...], prefix: str = "") -> Iterator[tuple[Question, str]]:
    for question in questions:
        name = prefix + question.name
        yield question, name
        yield from _all(question.fields, f"{name}·")


# what is asked


def _whens(linter: _Linter) -> Iterator[Finding]:
    """Find questions whose 何时 does not fit the others."""
    for fault in faults_of_whens(linter.template):
        level = ERROR if fault.is_error else WARNING
        message = Notice(fault.message, **fault.values)
        yield Finding(linter.at(fault.question), level, "when", message)


def _hintless(linter: _Linter) -> Iterator[Finding]:
    """Find gaps that do not say what is wanted."""
    if isinstance(linter.empty, DrafterError):
        return
    for gap in linter.empty.gaps:
        if gap.hint:
            continue
        question = re.sub(r"\d+(?=·|$)", "", gap.name)
        name = gap.name if gap.name in linter.lines else question
        place = linter.at(name) if name in linter.lines else _called(linter, gap.name)
        message = N_("the gap {name} has no hint: say 说明 or 问")
        yield _found(place, WARNING, "gap-without-hint", message, name=name)


def _called(linter: _Linter, name: str) -> Place:
    """Give the place where the outline itself asks for a gap."""
    lines = linter.template.outline.split("\n")
    found = (number for number, line in enumerate(lines, 1) if "空缺(" in line and name in line)
    return Place(OUTLINE, next(found, 0))


# the drafts


def _drafts(linter: _Linter) -> Iterator[Finding]:
    """Find what goes wrong with the example, and with nothing answered."""
    named = any(_undefined(linter))  # told there, and drafting stops at the same names
    told = set[tuple[Place, str]]()
    for made, file in ((linter.empty, ""), (linter.full, EXAMPLE)):
        for finding in _failed(linter, made, file) if isinstance(made, DrafterError) else ():
            fault = (finding.place, finding.message.message)  # of both drafts, told once
            if not (named and finding.place.source == OUTLINE) and fault not in told:
                yield finding
            told.add(fault)


def _failed(linter: _Linter, error: DrafterError, file: str) -> Iterator[Finding]:
    id = linter.template.id
    for finding in _of_error(id, "draft", error, file):
        start, _, name = finding.place.source.partition(": ")
        if start == id and name:  # a condition, named by its question
            yield finding._replace(place=linter.at(name))
        elif finding.place.source == EXAMPLE:
            yield finding._replace(rule="example")
        else:
            yield finding


def _example(linter: _Linter) -> Iterator[Finding]:
    """Find an example that is not there, or does not show the whole document."""
    if not linter.template.example.strip():
        message = N_("there is no example brief ({file})")
        yield _found(Place(EXAMPLE), WARNING, "example", message, file=EXAMPLE)
    elif isinstance(linter.full, Draft) and linter.full.gaps:
        names = "、".join(gap.name for gap in linter.full.gaps)
        message = N_("the example leaves gaps: {names}")
        yield _found(Place(EXAMPLE), WARNING, "example", message, names=names)


def _kind(linter: _Linter) -> Iterator[Finding]:
    """Find a kind that is not the template's, or that its house is not made for."""
    made = linter.full if isinstance(linter.full, Draft) else linter.empty
    if isinstance(made, DrafterError):
        return
    document, kind = made.document, kind_named(linter.template.kind)
    assert kind is not None
    if document.kind != kind.id:
        message = N_("the outline says 文种 {other}, {file} says {kind}")
        other = kind_named(document.kind)
        values = {"other": other.name if other else "", "kind": kind.name, "file": SETTINGS}
        yield _found(_line_with(linter, "文种"), WARNING, "kind", message, **values)
    if document.house:
        yield from _house(linter, document.house, kind.name, kind.house)


def _house(linter: _Linter, name: str, kind: str, usual: str) -> Iterator[Finding]:
    place = _line_with(linter, "版式")
    try:
        house, own = load_house(name, linter.houses), load_house(usual, linter.houses)
    except DrafterError as error:
        found = next(_of_error(linter.template.id, "house", error))
        yield found._replace(place=place)
        return
    if house.masthead.form != own.masthead.form:
        message = N_("a {kind} is not laid out as {house}: its house is {own}")
        yield _found(place, WARNING, "house", message, kind=kind, house=house.title, own=own.title)


def _line_with(linter: _Linter, key: str) -> Place:
    lines = linter.template.outline.split("\n")
    found = (n for n, line in enumerate(lines, 1) if re.match(rf"\s*{key}\s*[:：]", line))
    return Place(OUTLINE, next(found, 0))


_RULES = (_undefined, _unused, _whens, _hintless, _drafts, _example, _kind)


def lint_form(template: Template) -> tuple[Finding, ...]:
    """Look over the questions of a Word file: a gap without a hint leaves people guessing."""
    message = N_("the gap {name} has no hint: write 【{name}：提示】")
    return tuple(
        _found(Place(), WARNING, "gap-without-hint", message, name=question.name)
        for question in template.questions
        if not (question.help or question.choices or question.type is Type.DATE)
    )

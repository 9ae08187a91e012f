"""A Word file with gaps as a template: its gaps are the questions, answers go in their places."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.drafting.answers import Blank, answers
from drafter.drafting.brief import read_brief
from drafter.drafting.draft import incomplete
from drafter.drafting.questions import Question, Type
from drafter.drafting.template import Template
from drafter.errors import N_, TemplateError
from drafter.formats.loose import Entry, Items, Scalar
from drafter.model import Gap
from drafter.revise import gaps

_KINDS = {"text": Type.TEXT, "date": Type.DATE, "choice": Type.CHOICE}


@dataclass(frozen=True, slots=True)
class Filled:
    """A Word file filled in, and what is still missing in it."""

    data: bytes
    gaps: tuple[Gap, ...]


def form_template(data: bytes, name: str) -> Template:
    """Make a template of a Word file: its gaps as questions, no outline.

    Raises UnusableInput for what is no Word file, TemplateError where it has no gap.
    """
    found = gaps.find(data)
    if not found:
        raise TemplateError(
            N_("there is no gap in this Word file to be filled in"),
            hint=N_(
                "write 【名：提示｜问谁】 where an answer goes, or a content control with a title"
            ),
        )
    summary = f"Word 模板，{len(found)}个空缺"
    questions = tuple(map(_question, found))
    return Template(name, name, "text", questions, outline="", summary=summary)


def fill_form(
    data: bytes, template: Template, brief: Entry | str = "", *, strict: bool = False
) -> Filled:
    """Fill a Word file with a brief, in its own layout; what has no answer stays as its gap.

    ``template`` is what `form_template` made of it. ``strict`` raises Incomplete instead.
    """
    entry = read_brief(brief) if isinstance(brief, str) else brief
    lists = {name: value for name, value in entry.items() if isinstance(value, Items)}
    found = answers(template.questions, _as_words(template, entry))
    missing = tuple(value.gap for value in found.values() if isinstance(value, Blank))
    if strict and missing:
        raise incomplete(missing)
    given: dict[str, gaps.Answer] = {
        name: str(value) for name, value in found.items() if not isinstance(value, Blank)
    }
    for name in lists.keys() & given.keys():
        given[name] = tuple(str(given[name]).split("\n"))
    return Filled(gaps.fill(data, given), missing)


def _question(asked: gaps.Asked) -> Question:
    """Make the question of a gap; one that has its paragraph to itself takes several lines."""
    gap = asked.gap
    type = Type.LONG if asked.alone and asked.kind == "text" else _KINDS[asked.kind]
    return Question(
        gap.name, type, required=True, help=gap.hint, whom=gap.ask, choices=asked.choices
    )


def _as_words(template: Template, brief: Entry) -> Entry:
    """Join a list that goes into a line with other words; one of a paragraph's own stays one."""
    found = Entry(brief)
    found.line = brief.line
    for name, value in brief.items():
        if not isinstance(value, Items):
            continue
        items = [item.raw if isinstance(item, Entry) else item for item in value]
        question = template.question(name)
        if question and all(isinstance(item, str) and item for item in items):
            mark = "、" if question.type is Type.TEXT else "\n"
            found[name] = Scalar.on(mark.join(map(str, items)), value.line)
    return found

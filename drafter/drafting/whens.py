"""Whether a question that waits for other answers (何时) can ever be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, product
from typing import NamedTuple

from drafter.drafting.answers import Answer, Blank, Thing
from drafter.drafting.questions import Question, Type, single
from drafter.drafting.render import holds, in_scope, syntax
from drafter.drafting.template import Template
from drafter.errors import N_, BriefError, TemplateError
from drafter.model import Gap

_MOST = 400  # sets of answers tried; where there are more, nothing is claimed
_SOME = "某"


class WhenFault(NamedTuple):
    """What is wrong with a question's 何时; ``is_error`` where the template cannot be used so."""

    question: str
    is_error: bool
    message: str
    values: dict[str, object]


def faults_of_whens(template: Template) -> Iterator[WhenFault]:
    """Find conditions that name no question, look ahead, or are never true."""
    places = {question.name: at for at, question in enumerate(template.questions)}
    for at, question in enumerate(template.questions):
        if question.when:
            yield from _faults(question, at, places, template)


def names_in(expression: str) -> set[str]:
    """Name the questions an expression looks at; none where it is no expression."""
    import jinja2
    from jinja2.meta import find_undeclared_variables

    try:
        tree = syntax(f"{{% if {expression} %}}{{% endif %}}", "何时")
    except jinja2.TemplateSyntaxError:
        return set()
    return find_undeclared_variables(tree) - in_scope()


def _faults(
    question: Question, at: int, places: dict[str, int], template: Template
) -> Iterator[WhenFault]:
    def fault(is_error: bool, message: str, **values: object) -> WhenFault:
        return WhenFault(question.name, is_error, message, {"name": question.name, **values})

    names = names_in(question.when)
    strange = sorted(names - set(places))
    for other in strange:
        yield fault(True, N_("{name}: its 何时 names no question: {other}"), other=other)
    later = [other for other in names if places.get(other, -1) >= at]
    for other in sorted(later, key=places.__getitem__):
        told = N_("{name}: its 何时 looks at {other}, which is not asked before it")
        yield fault(False, told, other=other)
    if not strange and not _can_hold(question.when, [template.questions[places[n]] for n in names]):
        told = N_("{name} is never asked: its 何时 is true for no answers")
        yield fault(False, told)


def _can_hold(expression: str, questions: Iterable[Question]) -> bool:
    """Tell whether some answers make an expression true; yes where too many would be to try."""
    asked = list(questions)
    literals = _literals(expression)
    sets = product(*(_answers(question, literals) for question in asked))
    tried = list(islice(sets, _MOST + 1))
    if len(tried) > _MOST:
        return True
    for answers in tried:
        values = {question.name: answer for question, answer in zip(asked, answers, strict=True)}
        try:
            if holds(expression, values, "何时"):
                return True
        except TemplateError:
            continue  # such answers stop the draft, which is told elsewhere
    return False


def _literals(expression: str) -> list[str | int | float]:
    import jinja2
    from jinja2.nodes import Const

    try:
        tree = syntax(f"{{% if {expression} %}}{{% endif %}}", "何时")
    except jinja2.TemplateSyntaxError:
        return []
    found = (node.value for node in tree.find_all(Const))
    return [value for value in found if isinstance(value, str | int | float)]


def _answers(question: Question, literals: list[str | int | float]) -> list[Answer]:
    """Give answers that make a difference: none, each choice, numbers about those compared with."""
    numbers = [int(n) + by for n in literals if isinstance(n, int | float) for by in (-1, 0, 1)]
    if question.many:
        low, high = question.least or 1, question.most or 99
        sizes = {low, *(n for n in numbers if low <= n <= high)}
        none: list[Answer] = [] if question.default else [()]
        return none + [_list(question, size) for size in sorted(sizes)]
    texts = {
        Type.YES_NO: ["是", "否"],
        Type.CHOICE: list(question.choices),
        Type.WHOLE: [str(n) for n in (question.least, question.most, 1, *numbers) if n is not None],
        Type.DATE: ["2026年2月26日"],
    }
    texts[Type.NUMBER] = texts[Type.WHOLE]
    words = texts.get(question.type, [_SOME, *(one for one in literals if isinstance(one, str))])
    given = [answer for text in dict.fromkeys(words) for answer in _single(question, text)]
    return given if question.default else [Blank(Gap(question.name)), *given]


def _single(question: Question, text: str) -> Iterator[Answer]:
    try:
        yield single(replace(question, pattern=""), text)
    except BriefError:
        return


def _list(question: Question, size: int) -> Answer:
    if question.type is Type.LIST:
        return (_SOME,) * size
    fields: dict[str, Answer] = {
        field.name: () if field.many else _SOME for field in question.fields
    }
    return tuple(Thing(f"{question.name}{n}", fields, given=True) for n in range(1, size + 1))

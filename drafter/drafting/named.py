"""What names the outline of a template uses: its own, those of the macros it takes, of titles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.drafting.helping import NAMES, TITLE
from drafter.drafting.planline import FIELD
from drafter.drafting.render import SHARED, in_scope, syntax
from drafter.drafting.template import OUTLINE, Template
from drafter.drafting.whens import names_in

if TYPE_CHECKING:
    from jinja2 import nodes

ENTRY = "项"
"""What a section's title (节题) calls the entry it is the title of."""


def outline_of(template: Template) -> nodes.Template | None:
    """Parse a template's outline; None where it has no syntax (drafting tells)."""
    import jinja2

    try:
        return syntax(template.outline, OUTLINE)
    except jinja2.TemplateSyntaxError:
        return None


def strangers(tree: nodes.Template, template: Template) -> dict[str, int]:
    """Name what the outline uses and nothing gives, each with the line it first stands on."""
    from jinja2 import nodes
    from jinja2.meta import find_undeclared_variables

    known = {question.name for question in template.questions} | in_scope() | NAMES
    targets = [one.target for one in tree.find_all(nodes.Assign)]
    targets += [one.target for one in tree.find_all(nodes.AssignBlock)]
    known |= {name.name for target in targets for name in _names(target)}
    strange = find_undeclared_variables(tree) - known
    lines = {node.name: node.lineno for node in reversed(list(tree.find_all(nodes.Name)))}
    return {name: lines.get(name, 0) for name in sorted(strange, key=lambda n: lines.get(n, 0))}


def _names(target: nodes.Node) -> Iterator[nodes.Name]:
    """Give the names an assignment sets, one or several."""
    from jinja2 import nodes

    if isinstance(target, nodes.Name):
        yield target
    yield from target.find_all(nodes.Name)


def strange_in_titles(template: Template) -> Iterator[tuple[str, str]]:
    """Give each question whose 节题 names what nothing gives, with that name."""
    known = {question.name for question in template.questions} | {ENTRY} | NAMES
    for question in template.questions:
        for name in sorted(_undeclared(question.heading) - known):
            yield question.name, name


def _undeclared(snippet: str) -> set[str]:
    import jinja2
    from jinja2.meta import find_undeclared_variables

    try:
        return find_undeclared_variables(syntax(snippet, OUTLINE)) - in_scope()
    except jinja2.TemplateSyntaxError:
        return set()  # told by the draft


def used(tree: nodes.Template, template: Template) -> set[str]:
    """Give every name, field and string that outline, macros, titles, plan or conditions use."""
    found = _said(tree).union(*map(_said, _macros(tree, template)))
    for question in template.questions:
        found |= names_in(question.when)
        found |= _said_in(question.heading) | ({TITLE} if question.heading else set())
        for one in (question, *question.fields):
            if one.planned:
                found |= {one.name, *FIELD.findall(one.planned)}
    return found


def _said_in(snippet: str) -> set[str]:
    import jinja2

    try:
        return _said(syntax(snippet, OUTLINE))
    except jinja2.TemplateSyntaxError:
        return set()


def _said(tree: nodes.Node) -> set[str]:
    from jinja2 import nodes

    found = {node.name for node in tree.find_all(nodes.Name)}
    found |= {node.attr for node in tree.find_all(nodes.Getattr)}
    return found | {n.value for n in tree.find_all(nodes.Const) if isinstance(n.value, str)}


def _macros(tree: nodes.Template, template: Template) -> list[nodes.Node]:
    """Give the shared macros an outline takes, and those that they call."""
    from jinja2 import nodes

    shared = syntax(template.shared.macros, SHARED)
    macros = {macro.name: macro for macro in shared.find_all(nodes.Macro)}
    wanted = [
        name if isinstance(name, str) else name[0]
        for taken in tree.find_all(nodes.FromImport)
        for name in taken.names
    ]
    found: dict[str, nodes.Node] = {}
    while wanted:
        name = wanted.pop()
        if name in macros and name not in found:
            found[name] = macros[name]
            wanted += _said(macros[name])
    return list(found.values())

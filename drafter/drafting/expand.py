"""A plan that was edited → the document it plans."""

from __future__ import annotations

from dataclasses import replace

from drafter.drafting.brief import read_brief
from drafter.drafting.draft import Composed, Draft, compose, drafted, values
from drafter.drafting.edited import edited
from drafter.drafting.placed import placed, without
from drafter.drafting.template import Template
from drafter.formats.loose import Entry
from drafter.model import Document


def expand(
    template: Template,
    plan: Document,
    brief: Entry | str = "",
    *,
    strict: bool = False,
    chars: int = 0,
) -> Draft:
    """Draft the whole text of a plan, with every move, new title, deletion and own text in it.

    ``brief`` is the one the plan was made from: what the plan does not show comes from there.
    """
    entry = read_brief(brief) if isinstance(brief, str) else brief
    said = edited(template, entry, plan)
    found = values(template, said.brief)
    document, traces = compose(template, found)
    sections = template.sections(found)
    document = placed(document, traces, said.own, sections.name if sections else "")
    document = without(document, traces, said.dropped)
    document = replace(document, **said.head)
    return drafted(template, Composed(document, traces), strict=strict, chars=chars)

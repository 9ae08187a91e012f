"""What an outline may use beside its answers: shared macros, formulations by date, titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from drafter.drafting.answers import Answer, Thing
from drafter.drafting.questions import Day
from drafter.drafting.render import INSIDE, Help, gap, render, shown
from drafter.drafting.template import OUTLINE, Template
from drafter.drafting.traced import DATED, Keys, bare, traced
from drafter.model import Para

if TYPE_CHECKING:
    from drafter.dated import Formulations

TITLE = "标题"
"""The field whose answer, where there is one, is a section's title whatever the template says."""
NAMES = frozenset(("节题", "表述"))
"""The functions an outline may call beside those that need no template."""


def helping(template: Template, values: Mapping[str, Answer], keys: Keys) -> Help:
    """Give a filling of this template what it may use beside the answers."""
    sections = {q.name: q.heading for q in template.questions if q.heading}

    def title(thing: Thing) -> Any:
        """Give the title of a section: 节题(项)."""
        return section_title(template, values, thing, sections)

    def dated(use: str, day: Any) -> Any:
        """Give the formulation in force on a day: 表述("全会精神", 日期)."""
        return formulation(use, day, template.dated())

    return Help(template.shared.macros, {"节题": title, "表述": dated}, keys)


def section_title(
    template: Template, values: Mapping[str, Answer], thing: Thing, sections: Mapping[str, str]
) -> Any:
    """Give a section's title as outline words: its own 标题, or as the question's 节题 says."""
    if thing.get(TITLE):
        return shown(thing[TITLE])
    snippet = sections.get(thing.key.rpartition(".")[0], "")
    source = f"{template.id}/{OUTLINE}: 节题"
    return render_inside(snippet, {**values, "项": thing}, source)


def render_inside(snippet: str, values: Mapping[str, Any], source: str) -> Any:
    """Fill a short piece of outline inside the filling that asks for it."""
    from markupsafe import Markup

    return Markup(render(snippet, values, source, INSIDE))


def formulation(use: str, day: Any, own: Formulations) -> Any:
    """Give the formulation in force on a day, a unit's own first; a gap where none is sure."""
    from drafter.dated import formulations, latest

    name = f"请核·{use}"
    who = "办公室文字科室"
    known = formulations(own).get(use)
    if not known:
        return gap(name, "没有这一条表述的数据", who)
    if not isinstance(day, Day):
        return gap(name, "先定日期，再按当日的现行规范表述填写", who)
    found = latest(str(use), day, own)
    if found is None:
        return gap(name, "这一天的规范表述未收录", who)
    if day > found.verified:
        checked = f"{found.verified.year}年{found.verified.month}月"
        return gap(name, f"{checked}核过的表述是“{found.words}”，请核对此后有无变化", who)
    return shown(traced(found.words, DATED + found.use))


def plain_title(template: Template, values: Mapping[str, Answer], thing: Thing) -> Para:
    """Give a section's title as a line of words and gaps."""
    from drafter.formats.outline.inline import read_inlines

    keys = Keys()
    source = render(
        "{{ 节题(项) }}", {**values, "项": thing}, template.id, helping(template, values, keys)
    )
    return read_inlines(bare(source))

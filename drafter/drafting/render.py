"""Jinja2 for outlines: sandboxed, strict, and no answer ever becomes structure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from drafter.drafting.answers import APART, Answer, Blank, Thing
from drafter.drafting.traced import COMPUTED, FORMULA, Keys, Words, bare, unmistaken
from drafter.errors import N_, Place, TemplateError
from drafter.formats.outline.inline import escape, write_gap
from drafter.model import Gap
from drafter.model.ordinals import han

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.nodes import Template

_END_MARKS = "。；，、：.;,: \t\u3000\n"
_ENDED = re.compile(f"(?:\\\\?[{re.escape(_END_MARKS)}])+(?P<marks>[\U000f0000-\U0010fffd]*)$")
_ENDS_ITSELF = re.compile("[！？…][”’）]?\\s*$|。[”’）]\\s*$")
_MARKS = "|。#>-+[]!<：:{}*`"
_KEYS: ContextVar[Keys] = ContextVar("keys")


def words(text: str) -> str:
    """Write words so that no reader of outlines takes any of them, anywhere, for a mark."""
    shown = escape(text.strip(" \t\u3000\xa0\n"), _MARKS)
    return shown if not shown or shown[0] in "n\\【" else "\\" + shown


@dataclass(frozen=True, slots=True)
class Help:
    """What a filling may use beside the answers: shared macros, functions by name.

    ``keys`` number where words come from; a filling without its own uses those of the filling it
    stands inside.
    """

    macros: str = ""
    names: Mapping[str, Any] = field(default_factory=dict)
    keys: Keys | None = None


INSIDE = Help()
SHARED = "共用"
"""The name by which a template imports the macros all templates share."""


def render(source: str, values: Mapping[str, Any], name: str, help: Help | None = None) -> str:
    """Fill a template's outline; raises TemplateError with its file and line.

    Answers' words stand between the marks of ``help.keys``, which tell where they came from.
    """
    import jinja2

    help = help or Help(keys=Keys())
    environment = _environment().overlay(loader=jinja2.DictLoader({SHARED: help.macros}))
    environment.globals = {**environment.globals, **help.names}
    token = _KEYS.set(help.keys) if help.keys else None
    try:
        return _rendered(environment, source, values, name)
    finally:
        if token:
            _KEYS.reset(token)


def _rendered(
    environment: Environment, source: str, values: Mapping[str, Answer], name: str
) -> str:
    import jinja2

    try:
        tree = environment.parse(source, name, name)
        _refuse_joins(tree, name)
        code = environment.compile(tree, name, name)
        compiled = jinja2.Template.from_code(environment, code, environment.make_globals({}))
        return compiled.render(values)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            N_("{problem}"), place=Place(name, error.lineno or 0), problem=error.message
        ) from error
    except TemplateError as error:
        error.place = Place(name, error.place.line or _line_of(error, name))
        raise
    except (jinja2.TemplateError, *_FAULTS) as error:
        raise TemplateError(
            N_("{problem}"),
            hint=N_("the words in braces must be questions of this template"),
            place=Place(name, _line_of(error, name)),
            problem=error,
        ) from error


_FAULTS = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


def _joined(name: str = "", line: int = 0) -> TemplateError:
    return TemplateError(
        N_("answers are joined inside the braces"),
        hint=APART,
        place=Place(name, line),
    )


def _refuse_joins(tree: Template, name: str) -> None:
    """Refuse `~`: what it joins would not be escaped as words of an outline."""
    from jinja2.nodes import Concat

    found = next(tree.find_all(Concat), None)
    if found:
        raise _joined(name, found.lineno)


def holds(expression: str, values: Mapping[str, Answer], name: str) -> bool:
    """Tell whether an expression over the answers (何时) is true."""
    if expression in values:
        return bool(values[expression])
    return render(f"{{% if {expression} %}}1{{% endif %}}", values, name) == "1"


def _line_of(error: BaseException, name: str) -> int:
    """Find the template's line in a traceback that Jinja2 has mapped to it."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Numbers may be reckoned with; words may not be put together but by the outline."""

        intercepted_binops = frozenset("+*%")

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if any(isinstance(side, str | Blank | list | tuple) for side in (left, right)):
                raise _joined()
            return super().call_binop(context, operator, left, right)

    environment = Sandbox(
        undefined=StrictUndefined,
        autoescape=True,  # so that what a macro or filter has shown once is not shown again
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals = {"range": environment.globals["range"], "空缺": gap}
    for unsafe in _UNSAFE:
        environment.filters.pop(unsafe, None)
    environment.filters.update(_FILTERS)
    return environment


def shown(value: Any) -> Any:
    """Turn what stands in braces into outline words; what is outline already stays."""
    from markupsafe import Markup

    if isinstance(value, Markup):
        return value
    if isinstance(value, Blank):
        return Markup(_marked(write_gap(value.gap), value.key))
    if isinstance(value, Thing | tuple | list | dict):
        raise TemplateError(
            N_("a whole list or entry stands in the braces"),
            hint=N_("name one of its fields, or list it with |列出"),
        )
    if isinstance(value, bool):
        return Markup("是" if value else "否")
    if value is None or getattr(value, "__html__", None):
        return value
    if value.__class__.__name__ == "StrictUndefined":
        return str(value)
    return Markup(_marked(words(unmistaken(str(value))), _key(value)))


def _key(value: Any) -> str:
    """Tell where a value comes from; a number nobody gave was reckoned."""
    reckoned = isinstance(value, int | Decimal)
    return str(getattr(value, "key", COMPUTED if reckoned else FORMULA))


def _marked(outline: str, key: str) -> str:
    """Put the marks of where words come from around them; the template's own have none."""
    return _KEYS.get().mark(outline, key) if key and outline else outline


def phrase(value: Any) -> Any:
    """Show an answer without the mark it ends with, to stand inside a sentence (短)."""
    from markupsafe import Markup

    if isinstance(value, Markup):
        return Markup(_ENDED.sub(r"\g<marks>", str(value).replace("\n", "")))
    return shown(value.replace("\n", "").rstrip(_END_MARKS) if isinstance(value, str) else value)


def sentence(value: Any) -> Any:
    """Show an answer as one sentence, its 。 added only where none stands (句)."""
    if isinstance(value, str) and _ENDS_ITSELF.search(bare(value)):
        return shown(value.replace("\n", ""))
    return phrase(value) + "。"


def gap(name: str, hint: str = "", ask: str = "") -> Any:
    """Make a gap the template itself asks for: {{ 空缺("会议名称", "全称") }}."""
    from markupsafe import Markup

    return Markup(write_gap(Gap(str(name), str(hint), str(ask))))


def lines(value: Any) -> tuple[Any, ...]:
    """Part an answer of several lines into its lines, each a paragraph of its own (分段)."""
    if not isinstance(value, str):
        return (value,)
    return tuple(line for line in value.split("\n") if line.strip())


def count(items: Iterable[Any]) -> str:
    """Count in words, as speeches do: 五 for five things, 两 for two."""
    return numeral(len(tuple(items)))


def numeral(number: int) -> str:
    """Write a number in words before a measure word: 2 → 两."""
    found = Words("两" if number == 2 else han(int(number)))
    found.key = COMPUTED
    return found


def listed(items: Iterable[Any], field: str = "", mark: str = "、") -> Any:
    """Join a list's words, or one field of its entries: 精准定位、精准招商."""
    from markupsafe import Markup

    values = (item[field] if field else item for item in items)
    return Markup(mark).join(Markup(shown(value)) for value in values)


# Filters that escape as HTML does, or put words together: neither makes words of an outline.
_UNSAFE = (
    *("e", "escape", "forceescape", "safe", "urlize", "tojson", "xmlattr", "striptags"),
    *("replace", "join", "format", "indent", "wordwrap", "center", "pprint"),
)
_FILTERS = {
    "个数": count,
    "列出": listed,
    "中文数": numeral,
    "短": phrase,
    "分段": lines,
    "句": sentence,
}


def syntax(source: str, name: str) -> Template:
    """Parse an outline, or an expression in braces; raises jinja2.TemplateSyntaxError."""
    return _environment().parse(source, name, name)


def in_scope() -> frozenset[str]:
    """Name what an outline may use beside the questions: range, 空缺."""
    return frozenset(_environment().globals)

"""What templates share: questions by name and in groups, and macros for their outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.errors import N_, Place, TemplateError
from drafter.formats.loose import Entry, Items, Scalar, Value, load

USES = "用"
_QUESTIONS, _GROUPS, _FIELDS = "问题", "组", "字段"


@dataclass(frozen=True, slots=True)
class Shared:
    """Questions that templates take by name (``用: 发文机关``), groups of them, and macros."""

    questions: dict[str, Entry] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    macros: str = ""

    def expand(self, items: Iterable[Value], source: str) -> Iterator[Value]:
        """Put shared questions where a template names them; its own keys go over theirs.

        Raises TemplateError where nothing is shared under a name.
        """
        for item in items:
            if not isinstance(item, Entry) or USES not in item:
                yield self._inside(item, source)
                continue
            name = str(item[USES])
            own = Entry({key: value for key, value in item.items() if key != USES})
            names = self.groups.get(name, (name,))
            if own and len(names) > 1:
                raise _wrong(
                    N_("a group of shared questions takes no keys of its own"), item, name, source
                )
            for one in names:
                if one not in self.questions:
                    raise _wrong(N_("no shared question is called {name}"), item, one, source)
                found = Entry({**self.questions[one], **own})
                found.line = item.line
                yield self._inside(found, source)

    def _inside(self, item: Value, source: str) -> Value:
        """Expand the fields of an entry that is asked for."""
        fields = item.get(_FIELDS) if isinstance(item, Entry) else None
        if not isinstance(item, Entry) or not isinstance(fields, Items):
            return item
        inner = Items(self.expand(fields, source))
        inner.line = fields.line
        found = Entry({**item, _FIELDS: inner})
        found.line = item.line
        return found


def _wrong(message: str, item: Entry, name: str, source: str) -> TemplateError:
    return TemplateError(message, place=Place(source, item.line), name=name)


def make_shared(questions: str, macros: str) -> Shared:
    """Make what is shared of the words of its two files."""
    entry = load(questions)
    listed, groups = entry.get(_QUESTIONS), entry.get(_GROUPS)
    rows = [row for row in listed if isinstance(row, Entry)] if isinstance(listed, Items) else []
    named = groups.items() if isinstance(groups, Entry) else ()
    return Shared(
        {str(row["名"]): row for row in rows},
        {name: tuple(map(str, items)) for name, items in named if not isinstance(items, Scalar)},
        macros,
    )

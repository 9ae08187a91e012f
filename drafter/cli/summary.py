"""All answers at a glance before a document is written: numbered, with what stays a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.cli.help import width
from drafter.cli.language import _
from drafter.cli.report import said
from drafter.drafting.draft import draft
from drafter.drafting.questions import Question
from drafter.drafting.template import Template
from drafter.drafting.tidy import is_blank
from drafter.errors import BriefError, DrafterError, Several
from drafter.formats.loose import Entry, Items, Value
from drafter.model import Gap
from drafter.model.walk import by_person


class Summary:
    """What was answered so far; ``problem`` says what would keep a draft from being made."""

    def __init__(
        self, template: Template, answers: Entry, asked: Mapping[str, Question], columns: int
    ) -> None:
        self._answers, self._columns = answers, columns
        self._asked = list(asked.values())
        self.problem = ""
        self.gaps: tuple[Gap, ...] = ()
        try:
            self.gaps = draft(template, answers).gaps
        except (BriefError, Several) as error:
            self.problem = "；".join(said(part.message, part.values) for part in error.parts)
        except DrafterError:
            pass  # a fault of the template: the draft will say so

    def numbered(self, words: str) -> Question | None:
        """Find a question by its number in the summary."""
        known = words.isascii() and words.isdigit() and 0 < int(words) <= len(self._asked)
        return self._asked[int(words) - 1] if known else None

    def lines(self) -> Iterator[str]:
        """Write the answers by part, then what is missing by whom to ask."""
        yield ""
        yield _("—— all answers ——")
        part = ""
        for number, question in enumerate(self._asked, 1):
            if question.part and question.part != part:
                part = question.part
                yield f"【{part}】"
            answer = _shown(question, self._answers.get(question.name))
            yield clipped(f"{number:>3}. {question.name}：{answer}", self._columns)
        if self.problem:
            yield _("this cannot be written yet: {problem}").format(problem=self.problem)
        elif self.gaps:
            yield _("left open ({count}):").format(count=len(self.gaps))
        else:
            yield _("nothing is missing")
        for asked, gaps in by_person(self.gaps).items():
            who = _("ask {whom}").format(whom=asked) if asked else _("to be found out")
            yield clipped(f"  {who}：{'、'.join(_grouped(gaps))}", self._columns * 2)


def _grouped(gaps: Iterable[Gap]) -> Iterator[str]:
    """Name gaps shortly: several of one entry by its name and their number."""
    found: dict[str, list[str]] = {}
    for gap in gaps:
        found.setdefault(gap.name.split("·")[0], []).append(gap.name)
    for entry, names in found.items():
        yield names[0] if len(names) == 1 else f"{entry}（{len(names)}）"


def _shown(question: Question, value: Value | None) -> str:
    if is_blank(value):
        if question.default:
            return question.default + _(" (by default)")
        return _("(left open)") if question.required else "—"
    if isinstance(value, Items):
        firsts = [_first(item) for item in value]
        return _("{count}: ").format(count=len(firsts)) + "、".join(firsts)
    return str(value).replace("\n", " ⏎ ")


def _first(item: Value) -> str:
    if isinstance(item, Entry):
        return next((_first(one) for one in item.values() if not is_blank(one)), "—")
    return _first(item[0]) if isinstance(item, Items) else str(item).replace("\n", " ")


def clipped(text: str, columns: int) -> str:
    """Cut a line to so many columns, Han counting two."""
    if width(text) <= columns:
        return text
    kept = ""
    for char in text:
        if width(kept + char) > columns - 1:
            break
        kept += char
    return kept + "…"

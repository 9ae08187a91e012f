"""The interview: which question comes next, back, and a summary from which any may be changed."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Callable

from drafter.cli.asking import COMMANDS, Asker, Command, Go
from drafter.cli.language import _
from drafter.cli.summary import Summary
from drafter.drafting.draft import values
from drafter.drafting.questions import Question
from drafter.drafting.steps import Order, Step, get, settle, steps
from drafter.drafting.template import Template
from drafter.drafting.tidy import tidy
from drafter.errors import DrafterError
from drafter.formats.loose import Entry

_WIDEST = 100


def _ask_on_terminal(prompt: str) -> str:
    """Read one line.

    Where stdout is a terminal too, the line can be edited by whole characters and arrows; else
    the prompt goes to stderr, so that stdout stays the product's.
    """
    if sys.stdout.isatty():
        with contextlib.suppress(ImportError):  # Windows edits lines without it
            import readline  # noqa: F401 - to have it loaded is enough
        return input(prompt)
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return input()


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _columns() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST) - 1


class Interview:
    """Asks for every answer a brief lacks; ``answers`` grow as they are given."""

    def __init__(
        self,
        answers: Entry,
        ask: Callable[[str], str] = _ask_on_terminal,
        say: Callable[[str], None] = _say,
    ) -> None:
        self.answers = Entry(answers)
        self._given = Entry()  # what was known before, and is not asked
        self._ask, self._say = ask, say
        self._part = ""

    def run(self, template: Template) -> None:
        """Ask what is not answered yet; then show all of it, and change what is wished.

        Interrupted, it leaves in ``answers`` all that was said.
        """
        self.template = template
        self.answers = tidy(template.questions, self.answers)
        self._given = tidy(template.questions, self.answers)
        self._asker = Asker(self.answers, self._given, self._ask, self._say, _columns)
        if not self._steps():
            return
        self._say(_("{name}: what is not answered becomes a gap.").format(name=template.name))
        self._say(self._asker.keys())
        try:
            self._through()
            while not self._is_done():
                self._part = ""
        finally:
            settle(template.questions, self.answers)

    def _is_done(self) -> bool:
        """Show all answers; True where they may be written, else something was asked again."""
        settle(self.template.questions, self.answers)
        summary = Summary(self.template, self.answers, self._asked(), _columns())
        for line in summary.lines():
            self._say(line)
        while True:
            words = self._ask(
                _("Enter writes, a number changes that answer, < goes back > ")
            ).strip()
            command = COMMANDS.get(words)
            if command is Command.END or (not words and not summary.problem):
                return True
            question = summary.numbered(words)
            if question is not None:
                self._through(only=question.name)
                return False
            if command is Command.BACK:
                self._through(self._steps()[-1])
                return False
            self._say("    " + (_("there is no such number") if words else summary.problem))

    def _through(self, step: Step | None = None, only: str = "") -> None:
        """Ask one after another, of one question or of all that lack an answer."""
        found = self._steps(only)
        step = step or (found[0] if found else None)
        while step is not None:
            went = self._put(step, is_alone=bool(only))
            found = self._steps(only)
            before = [one for one in found if one.order < step.order]
            if went is Go.END or (went is Go.BACK and only and not before):
                return
            if went is Go.BACK:
                step = before[-1] if before else step
                continue
            behind: Order = (*step.order[:-1], -1) if went is Go.DROPPED else step.order
            step = next((one for one in found if one.order > behind), None)

    def _put(self, step: Step, *, is_alone: bool) -> Go:
        """Ask one question below the part it belongs to, and below what its entries are about."""
        asked = self._asked()
        top = asked.get(str(step.path[0]))
        place = f"{list(asked).index(top.name) + 1}/{len(asked)} " if top else ""
        if top and top.part and top.part != self._part:
            parts = list(dict.fromkeys(q.part for q in self.template.questions if q.part))
            line = _("—— part {n} of {all}: {part} ——")
            at = parts.index(top.part) + 1
            self._say("\n" + line.format(n=at, all=len(parts), part=top.part))
        self._part = top.part if top else ""
        is_new = get(self.answers, step.path) is None
        if step.begins and step.path[-2] == 0 and (is_alone or is_new):
            outer = len(step.above) == 1
            self._asker.describe(step.above[-1], (place if outer else "") + step.outer_label)
        return self._asker.put(step, "" if step.above else place)

    def _steps(self, only: str = "") -> list[Step]:
        """Give what is asked: of one question all, else what the brief given lacks."""
        asked = self._asked()
        return [
            step
            for step in steps(self.template.questions, self.answers)
            if (step.path[0] == only if only else step.path[0] in asked and self._lacks(step))
        ]

    def _asked(self) -> dict[str, Question]:
        """Give the questions that are asked at all, by the answers so far."""
        return {q.name: q for q in self.template.questions if self._is_wanted(q)}

    def _is_wanted(self, question: Question) -> bool:
        if not question.when:
            return True
        from drafter.drafting.render import holds

        try:
            return holds(question.when, values(self.template, self.answers), self.template.id)
        except DrafterError:
            return True  # the answers given are wrong elsewhere: the draft will say so

    def _lacks(self, step: Step) -> bool:
        """Tell whether the brief given lacks this answer; of its entries only what they need."""
        asked = (*step.above, step.question)
        for count, part in enumerate(step.path, 1):
            if get(self._given, step.path[:count]) is None:
                return isinstance(part, str) and (count == 1 or asked[count // 2].required)
        return False

"""The questions, asked on a terminal: what for, an example, skip = gap, lists edited."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from drafter.cli.language import _
from drafter.cli.report import said
from drafter.drafting.draft import values
from drafter.drafting.questions import Question, Type, single
from drafter.drafting.template import Template
from drafter.errors import BriefError, DrafterError
from drafter.formats.loose import Entry, Items, Scalar, Value

Ask = Callable[[str], str]


def _ask_on_terminal(prompt: str) -> str:
    """Read one line; the prompt goes to stderr, so that stdout stays the product's."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return input()


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


class Interview:
    """Asks for every answer a brief lacks; ``answers`` grow as they are given."""

    def __init__(
        self, answers: Entry, ask: Ask = _ask_on_terminal, say: Callable[[str], None] = _say
    ) -> None:
        self.answers = Entry(answers)
        self._ask, self._say = ask, say
        self._begun: list[Any] | None = None  # the list being typed, kept where one breaks off

    def run(self, template: Template) -> None:
        """Ask what is not answered yet, in the template's order, part by part."""
        self._say(_("{name}: Enter skips a question and leaves a gap.").format(name=template.name))
        part = ""
        for question in template.questions:
            names = (question.name, *question.aliases)
            if any(name in self.answers for name in names) or not self._wanted(template, question):
                continue
            if question.part != part:
                part = question.part
                self._say(f"\n—— {part} ——" if part else "")
            self._begun = None
            try:
                found = self._value(question, question.name)
            except (KeyboardInterrupt, EOFError):
                self._keep(question)
                raise
            if found is not None:
                self.answers[question.name] = found

    def _keep(self, question: Question) -> None:
        """Keep what was typed so far of an answer of several lines."""
        if not self._begun:
            return
        items = Items(Scalar(one) if isinstance(one, str) else one for one in self._begun)
        long = question.type is Type.LONG
        self.answers[question.name] = Scalar("\n".join(map(str, items))) if long else items

    def _wanted(self, template: Template, question: Question) -> bool:
        """Tell whether a question is asked at all, by the answers so far."""
        if not question.when:
            return True
        from drafter.drafting.render import holds

        try:
            return holds(question.when, values(template, self.answers), template.id)
        except DrafterError:
            return True  # the answers given are wrong elsewhere: the draft will say so

    def _value(self, question: Question, name: str) -> Value | None:
        self._introduce(question, name)
        if question.type is Type.ENTRIES:
            return self._entries(question)
        if question.type is Type.LIST:
            return self._lines(question)
        if question.type is Type.LONG:
            lines = self._until_empty(question, _("  (several lines; an empty one ends) "))
            return Scalar("\n".join(lines)) if lines else None
        return self._one(question, "  > ")

    def _introduce(self, question: Question, name: str) -> None:
        required = "" if question.required else _(" (optional)")
        self._say(f"{name}{required}：{question.ask}")
        if question.help:
            self._say(f"    {question.help}")
        if question.example:
            self._say("    " + _("for example: {example}").format(example=question.example))
        for number, choice in enumerate(question.choices, 1):
            self._say(f"    {number}. {choice}")
        if question.default:
            self._say("    " + _("default: {value}").format(value=question.default))

    def _one(self, question: Question, prompt: str) -> Scalar | None:
        """Ask until the answer fits; an empty one is none."""
        while True:
            text = self._ask(prompt).strip()
            if not text:
                return None
            try:
                single(question, text)
            except BriefError as error:
                self._say("    " + said(error.message, error.values))
                continue
            return Scalar(text)

    def _until_empty(self, question: Question, first: str) -> list[str]:
        found: list[str] = []
        self._begun = found if self._begun is None else self._begun
        while (answer := self._one(question, first if not found else "  > ")) is not None:
            found.append(str(answer))
        return found

    def _lines(self, question: Question) -> Items | None:
        found = self._until_empty(question, _("  (one a line; an empty one ends) "))
        while found:
            for number, line in enumerate(found, 1):
                self._say(f"    {number}. {line}")
            command = self._ask(_("  Enter = done, 2 = change the second, -2 = drop it, + = add: "))
            if not command.strip():
                break
            self._edit(question, found, command.strip())
        return Items(Scalar(line) for line in found) if found else None

    def _edit(self, question: Question, found: list[str], command: str) -> None:
        number = command.lstrip("-")
        if command == "+":
            found += self._until_empty(question, "  + ")
        elif number.isascii() and number.isdigit() and 0 < int(number) <= len(found):
            at = int(number) - 1
            answer = None if command.startswith("-") else self._one(question, "  > ")
            if answer is not None:
                found[at] = str(answer)
            elif command.startswith("-"):
                del found[at]

    def _entries(self, question: Question) -> Items | None:
        """Ask for one entry after another; its first field left empty ends the list."""
        found = Items()
        self._begun = found if self._begun is None else self._begun
        while question.most is None or len(found) < question.most:
            entry = Entry()
            for index, field in enumerate(question.fields):
                answer = self._value(field, f"{question.name}{len(found) + 1}·{field.name}")
                if answer is not None:
                    entry[field.name] = answer
                elif index == 0:
                    return found or None
            found.append(entry)
        return found

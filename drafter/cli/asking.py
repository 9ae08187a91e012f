"""One question on a terminal: what for, an example, an answer that fits, lists edited."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from drafter.cli.help import wrapped
from drafter.cli.language import _
from drafter.cli.report import said
from drafter.drafting.questions import Question, Type, single
from drafter.drafting.steps import Step, drop, get, put
from drafter.drafting.tidy import is_blank
from drafter.errors import BriefError
from drafter.formats.loose import Entry, Items, Scalar


class Go(Enum):
    """Where the writer goes from a question; DROPPED: the entry it began is no more."""

    ON = 0
    BACK = 1
    END = 2
    DROPPED = 3


class Command(Enum):
    """What a line that is no answer asks for."""

    BACK = 0
    EMPTY = 1
    HELP = 2
    END = 3
    DROP = 4


COMMANDS = {
    **dict.fromkeys(("<", "＜", "《"), Command.BACK),
    **dict.fromkeys(("-", "－"), Command.EMPTY),
    **dict.fromkeys(("?", "？"), Command.HELP),
    **dict.fromkeys(("!", "！"), Command.END),
    **dict.fromkeys(("--", "－－", "——"), Command.DROP),
}
"""The lines that are commands, also as an input method for Chinese types them."""


class _Left(Exception):
    """The writer went elsewhere in the middle of an answer."""

    def __init__(self, to: Go) -> None:
        super().__init__()
        self.to = to


class Asker:
    """Asks for answers and keeps them as soon as they are typed.

    An entry dropped goes from ``given``, too, which holds what was known before.
    """

    def __init__(
        self,
        answers: Entry,
        given: Entry,
        ask: Callable[[str], str],
        say: Callable[[str], None],
        columns: Callable[[], int],
    ) -> None:
        self._answers, self._given = answers, given
        self._ask, self._say, self._columns = ask, say, columns

    def put(self, step: Step, place: str) -> Go:
        """Ask a question until it is answered, skipped or left; ``place`` says how far this is."""
        self._introduce(step, place)
        try:
            if step.question.type is Type.LIST and self._held(step):
                return self._edited(step)
            if step.question.type in (Type.LIST, Type.LONG):
                return self._several(step)
            return self._one(step)
        except _Left as left:
            return left.to

    # what is said before

    def keys(self) -> str:
        """Say what may be typed instead of an answer."""
        return _("Enter skips, < goes back, - empties, ? explains, ! ends the questions.")

    def describe(self, question: Question, label: str) -> None:
        """Say what a question asks for, with an example."""
        optional = "" if question.required else _(" (optional)")
        self._words("", f"{label}{optional}：{question.ask}")
        if question.help:
            self._words("    ", question.help)
        if question.example:
            self._words("    ", _("for example: {example}").format(example=question.example))

    def _introduce(self, step: Step, place: str = "") -> None:
        self.describe(step.question, place + step.label)
        for number, choice in enumerate(step.question.choices, 1):
            self._say(f"    {number}. {choice}")
        if step.question.type is Type.LIST:
            self._list(step)
        elif step.question.type is Type.LONG and self._held(step):
            self._words("    ", _("now: {answer}").format(answer=self._held(step)))
        if step.begins:
            self._say("    " + self._about_entry(step))

    def _about_entry(self, step: Step) -> str:
        if not step.opens:
            return _("(-- drops this whole entry)")
        if step.path[-2] == 0:
            return _("(Enter: none is known yet; - begins one and leaves this open)")
        return _("(Enter: there is no other; - begins one and leaves this open)")

    def _list(self, step: Step) -> None:
        for number, item in enumerate(self._lines(step), 1):
            self._words("    ", f"{number}. {item}")

    def _words(self, indent: str, text: str) -> None:
        for line in text.split("\n"):
            for piece in wrapped(line, self._columns() - len(indent)):
                self._say(indent + piece)

    # what there is

    def _held(self, step: Step) -> str:
        """Give the answer there is, "" where there is none."""
        held = get(self._answers, step.path)
        return "" if held is None or is_blank(held) else str(held)

    def _lines(self, step: Step) -> list[str]:
        held = get(self._answers, step.path)
        return [str(item) for item in held] if isinstance(held, Items) else []

    def _keep(self, step: Step, words: list[str]) -> None:
        """Keep the lines of an answer, or leave it open; an entry begun stays begun."""
        if words:
            long = step.question.type is Type.LONG
            kept = Scalar("\n".join(words)) if long else Items(map(Scalar, words))
            put(self._answers, step.path, kept)
        elif step.begins:
            put(self._answers, step.path, Scalar(""))
        elif get(self._answers, step.path) is not None:
            put(self._answers, step.path, None)

    # what is typed

    def _read(self, step: Step, prompt: str) -> str | Command:
        r"""Read a line; a command stands alone, and is an answer where a \ stands before it."""
        while True:
            words = self._ask(prompt).strip()
            command = COMMANDS.get(words)
            if command is Command.END:
                raise _Left(Go.END)
            if command is Command.HELP:
                self._introduce(step)
                self._say("    " + self.keys())
            elif command is Command.DROP and step.begins and not step.opens:
                drop(self._answers, step.path[:-1])
                drop(self._given, step.path[:-1])
                raise _Left(Go.DROPPED)
            elif command is not None:
                return Command.EMPTY if command is Command.DROP else command
            else:
                return words[1:] if words.startswith("\\") and words[1:] in COMMANDS else words

    def _fitting(self, question: Question, words: str) -> str:
        """Give the answer typed, a choice by its words; "" and the reason where it does not fit."""
        try:
            value = single(question, words)
        except BriefError as error:
            self._words("    ", said(error.message, error.values))
            return ""
        return str(value) if question.type is Type.CHOICE else words

    def _one(self, step: Step) -> Go:
        """Ask for one answer; Enter keeps what there is, or takes the default."""
        question = step.question
        shown = self._held(step) or question.default
        hint = _("yes or no (是/否) ") if question.type is Type.YES_NO else ""
        while True:
            words = self._read(step, f"  {hint}[{shown}] > " if shown else f"  {hint}> ")
            if words is Command.BACK:
                return Go.BACK
            if words is Command.EMPTY:
                self._keep(step, [])
            elif isinstance(words, str) and words:
                answer = self._fitting(question, words)
                if not answer:
                    continue
                put(self._answers, step.path, Scalar(answer))
            return Go.ON

    def _several(self, step: Step) -> Go:
        """Ask for lines up to an empty one; ``<`` takes the last one back."""
        question, held = step.question, self._held(step)
        words: list[str] = []
        prompt = _("  (Enter keeps it, other words replace it) ") if held else _first(question)
        while question.type is Type.LONG or len(words) < (question.most or len(words) + 1):
            line = self._read(step, prompt)
            if line is Command.BACK and not words:
                return Go.BACK
            if line is Command.EMPTY:
                self._keep(step, [])
                return Go.ON
            if line is Command.BACK:
                self._words("    ", _("taken back: {line}").format(line=words.pop()))
            elif line and (answer := self._fitting(question, str(line))):
                words.append(answer)
            elif not line and self._is_enough(question, words):
                return Go.ON
            if words or not held:
                self._keep(step, words)
                prompt, held = "  > ", ""
        return Go.ON

    def _is_enough(self, question: Question, words: list[str]) -> bool:
        least = (question.least or 0) if question.type is Type.LIST else 0
        if words and len(words) < least:
            told = _("at least {least}, so far {count}")
            self._say("    " + told.format(least=least, count=len(words)))
            return False
        return True

    def _edited(self, step: Step) -> Go:
        """Change a list that is there: a line, or take one away, or add some."""
        while found := self._lines(step):
            prompt = _("  Enter = done, 2 = change the second, -2 = drop it, + = add: ")
            words = self._read(step, prompt)
            if words is Command.BACK:
                return Go.BACK
            if words is Command.EMPTY:
                self._keep(step, [])
            elif not words and self._is_enough(step.question, found):
                return Go.ON
            elif words in ("+", "＋"):
                self._added(step, found)
            elif isinstance(words, str):
                self._change(step, found, words)
            self._list(step)
        return Go.ON

    def _added(self, step: Step, found: list[str]) -> None:
        while (line := self._read(step, "  + ")) and isinstance(line, str):
            if answer := self._fitting(step.question, line):
                found.append(answer)
                self._keep(step, found)

    def _change(self, step: Step, found: list[str], words: str) -> None:
        """Change or drop the line of a number."""
        number = words.lstrip("-－")
        if not (number.isascii() and number.isdigit() and 0 < int(number) <= len(found)):
            return
        at = int(number) - 1
        if words != number:
            del found[at]
        elif (line := self._read(step, "  > ")) and isinstance(line, str):
            found[at] = self._fitting(step.question, line) or found[at]
        self._keep(step, found)


def _first(question: Question) -> str:
    if question.type is Type.LIST:
        return _("  (one a line; an empty one ends) ")
    return _("  (several lines; an empty one ends) ")

"""One entry of a brief on one line of a plan: written as a pattern says, and read back.

A pattern is words with fields in braces: ``{做什么}（{牵头}，{时限}；{做到}）``. What stands in
brackets, and a field nobody need answer, may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.drafting.answers import Answer, Blank, Thing
from drafter.drafting.questions import Question
from drafter.model import Gap, Inline, Para, Text

FIELD = re.compile(r"\{([^{}]+)\}")
"""A field in a pattern."""


def one_line(question: Question, answer: Answer) -> Para:
    """Put an item of a list, or an entry, on one line, as the question's 提纲 says."""
    if isinstance(answer, Blank):
        return Para.of(answer.gap)
    if not isinstance(answer, Thing):
        return Para.of(Text(flat(answer)))
    return _filled(pattern(question), answer, {q.name: q for q in question.fields})


def pattern(question: Question) -> str:
    """Give how an entry stands on a line: as the template says, or field by field."""
    if "{" in question.planned:
        return question.planned
    first, *rest = (q for q in question.fields if not q.many)
    inner = "；".join(f"{q.name}：{{{q.name}}}" for q in rest)
    return f"{{{first.name}}}" + (f"（{inner}）" if inner else "")


def _filled(pattern: str, thing: Thing, fields: Mapping[str, Question]) -> Para:
    """Fill a line; a field nobody need answer goes with the words before it."""
    found: list[Inline] = []
    pending = ""
    opened = False
    for at, part in enumerate(FIELD.split(pattern)):
        if at % 2 == 0:
            pending = part if not pending.startswith("（") or opened else pending
            continue
        answer, question = thing.get(part), fields.get(part)
        inline = _inline(answer, question)
        if inline is None:
            continue
        found += [Text(pending), inline]
        opened = opened or "（" in pending
        pending = ""
    if opened or not pending.startswith("）"):
        found.append(Text(pending))
    return Para(tuple(found))


def _inline(answer: Answer | None, question: Question | None) -> Inline | None:
    if isinstance(answer, Blank):
        return answer.gap if question and question.required else None
    if answer is None or isinstance(answer, tuple | Thing) or answer == "":
        return None
    return Text(flat(answer))


def read_line(pattern: str, line: Para, old: Mapping[str, str]) -> dict[str, str]:
    """Read a line back as its pattern wrote it; words that do not fit are its first field's.

    ``old`` are the answers it had before: where one still stands it is that field's.
    """
    words = line.text.strip()
    names = FIELD.findall(pattern)
    found = re.fullmatch(_form(pattern, old), words)
    if found is None:
        return {names[0]: words}
    return {
        name: part.strip()
        for number, name in enumerate(names)
        if (part := found.groupdict().get(f"f{number}"))
    }


def _form(pattern: str, old: Mapping[str, str]) -> str:
    """Make a regular expression of a pattern; what stands in brackets may be left out."""
    form, number, opened = "", 0, False
    parts = FIELD.split(pattern)
    for at, part in enumerate(parts):
        if at % 2:
            known = f"{re.escape(old[part])}|" if old.get(part) else ""
            optional = at > 1 and "（" not in parts[at - 1]
            form += f"(?P<f{number}>{known}.+?)" + (")?" if optional else "")
            number += 1
        elif "（" in part and at:
            before, _, after = part.partition("（")
            form += re.escape(before) + "(?:" + re.escape("（" + after)
            opened = True
        elif "）" in part and opened:
            form += re.escape(part) + ")?"
            opened = False
        else:
            last = at == len(parts) - 1
            form += re.escape(part) if last or not at else f"(?:{re.escape(part)}"
    return form + (")?" if opened else "")


def filled_gaps(before: Para, words: str) -> dict[str, str]:
    """Tell what was written in the place of a line's gaps; nothing where the line is another."""
    names = [inline.name for inline in before.inlines if isinstance(inline, Gap)]
    form = "".join(
        "(.+?)" if isinstance(inline, Gap) else re.escape(inline.text) for inline in before.inlines
    )
    found = re.fullmatch(form, words.replace("\n", "")) if names else None
    answers = found.groups() if found else ()
    return {
        name: answer
        for name, answer in zip(names, answers, strict=False)
        if not {"【", "】"} & set(answer)
    }


def flat(answer: Answer) -> str:
    """Give an answer as plain words."""
    if isinstance(answer, bool):
        return "是" if answer else "否"
    return str(answer).strip()

"""One entry of a brief on one line of a plan: written as a pattern says, and read back.

A pattern is words with fields in braces: ``{做什么}（{牵头}，{时限}；{做到}）``. What stands in
brackets, and a field nobody need answer, may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafter.drafting.answers import Answer, Blank, Thing
from drafter.drafting.questions import Question
from drafter.model import Gap, Inline, Para, Text

FIELD = re.compile(r"\{([^{}]+)\}")
"""A field in a pattern."""
MORE = "……"
"""Ends an answer of which a plan shows the first sentence only."""
_WHOLE = 40  # characters of an answer that is shown whole
_SENTENCE = re.compile(r"[^。！？]*[。！？]")


def one_line(question: Question, answer: Answer) -> Para:
    """Put an item of a list, or an entry, on one line, as the question's 提纲 says."""
    if isinstance(answer, Blank):
        return Para.of(answer.gap)
    if not isinstance(answer, Thing):
        return Para.of(Text(gist(answer)))
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
    return Text(gist(answer))


def read_line(pattern: str, line: Para, old: Mapping[str, str]) -> dict[str, str]:
    """Read a line back as its pattern wrote it; words that do not fit are its first field's.

    ``old`` are the answers it had before: where one still stands it is that field's. A change may
    be typed otherwise than the pattern has it: with an arrow, a dash, 到, 降至.
    """
    words = line.text.strip()
    names = FIELD.findall(pattern)
    changes = _CHANGES if _changing(pattern) else ()
    for form in (*(_form(pattern, old, how) for how in changes), _form(pattern, old)):
        if found := re.fullmatch(form, words):
            break
    else:
        return {names[0]: words}
    parts = {name: found.groupdict().get(f"f{number}") for number, name in enumerate(names)}
    return {
        name: old.get(name, "") if _SIGN.fullmatch(part) else part.strip()
        for name, part in parts.items()
        if part
    }


_ARROW = "[→⇒➜]|[-=－]+[>＞]|[—─]{1,2}"
_BARE = r"(?<=[^\W截直])(?:[-－~～]|到|至)(?=\s*[约近不]?[0-9０-９零半])"
_TURN = r"(?:[减降压提升增涨扩缩控变翻下上回][^\W\d]{0,2}[到至为在])"
_CHANGES = (_ARROW, _TURN, _BARE)
"""How a change from one value to another is typed, what can be nothing else first."""
_SIGN = re.compile(f"{_ARROW}|[-－~～]|到|至")
"""A change without a word for it."""
_TYPED = {"：": "[：:]", "，": "[，,]", "；": "[；;]", "（": "[（(]", "）": "[）)]", " ": r"\s+"}


def _literal(words: str) -> str:
    """Make an expression of a pattern's own words, the marks in them as they may be typed."""
    return "".join(_TYPED.get(char) or re.escape(char) for char in words)


def _changing(pattern: str) -> bool:
    """Tell whether two fields of a pattern are a value before and one after."""
    parts = FIELD.split(pattern)
    return any(_is_turn(parts, at) or _is_between(parts, at) for at in range(1, len(parts)))


def _is_turn(parts: Sequence[str], at: int) -> bool:
    """Tell whether a part is the field of the word for a change: {61%} {提高到} {85%}."""
    return bool(at % 2) and parts[at - 1] == " " == parts[at + 1]


def _is_between(parts: Sequence[str], at: int) -> bool:
    """Tell whether a part is the pattern's own sign of a change: {现在}→{以后}."""
    return not at % 2 and 0 < at < len(parts) - 1 and bool(_SIGN.fullmatch(parts[at].strip()))


def _form(pattern: str, old: Mapping[str, str], change: str = "") -> str:
    """Make a regular expression of a pattern; what stands in brackets may be left out.

    With ``change``, values before and after stand around what it finds, and none is left out.
    """
    form, number, end = "", 0, ""
    parts = FIELD.split(pattern)
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if at % 2:
            form += _field(parts, at, number, old, change)
            number += 1
        elif "（" in part and at:
            before, _, after = part.partition("（")
            form += _literal(before) + "(?:" + _literal("（" + after)
            end = ")" if change and _turns_inside(parts, at) else ")?"
        elif "）" in part and end:
            after = part.partition("）")[2]
            form += _literal("）") + end + ("" if last or change else "(?:") + _literal(after)
            end = ""
        elif change:
            form += _joint(parts, at, change)
        else:
            form += _literal(part) if last or not at else f"(?:{_literal(part)}"
    return form + end


def _field(parts: Sequence[str], at: int, number: int, old: Mapping[str, str], change: str) -> str:
    """Make an expression of a field: the answer it had, or any other."""
    known = f"{re.escape(old[parts[at]])}|" if old.get(parts[at]) else ""
    if change and _is_turn(parts, at):
        return rf"\s*(?P<f{number}>{change})\s*"
    if change:
        return f"(?:由|从)?(?P<f{number}>{known}.+?)"
    optional = at > 1 and "（" not in parts[at - 1]
    return f"(?P<f{number}>{known}.+?)" + (")?" if optional else "")


def _turns_inside(parts: Sequence[str], at: int) -> bool:
    """Tell whether the bracket that a part opens holds a change."""
    inner = range(at + 1, next((n for n in range(at + 2, len(parts), 2) if "）" in parts[n]), at))
    return any(_is_turn(parts, n) or _is_between(parts, n) for n in inner)


def _joint(parts: Sequence[str], at: int, change: str) -> str:
    """Make an expression of what stands between two fields around a change."""
    if parts[at] == " " and (_is_turn(parts, at - 1) or _is_turn(parts, at + 1)):
        return ""
    if _is_between(parts, at):
        return rf"\s*(?:{change})\s*"
    return _literal(parts[at].removesuffix("由"))


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


def gist(answer: Answer) -> str:
    """Give an answer as a plan shows it: a long one by its first sentence."""
    words = flat(answer)
    first = _SENTENCE.match(words)
    if len(words) <= _WHOLE or first is None or first.end() == len(words):
        return words
    return first[0][:-1] + MORE


def whole(shown: str, before: str) -> str:
    """Give the answer that stands for what an edited plan shows, from the one before.

    What was not shown stays where the sign of it stays; without it the words shown are all.
    """
    if shown == gist(before):
        return before
    first = _SENTENCE.match(before)
    if not shown.endswith(MORE) or first is None:
        return shown
    return shown.removesuffix(MORE) + first[0][-1] + before[first.end() :]


def flat(answer: Answer) -> str:
    """Give an answer as plain words."""
    if isinstance(answer, bool):
        return "是" if answer else "否"
    return str(answer).strip()

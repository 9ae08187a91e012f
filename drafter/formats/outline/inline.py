"""Words and gaps on one line of an outline: 【会议名称：提示｜问谁】, and what is escaped."""

from __future__ import annotations

from drafter.model import Gap, Inline, Para, Text

_ALWAYS = "\\【】"
_GAP_PARTS = "：:｜"


def escape(text: str, also: str = "") -> str:
    r"""Write words so that none of them is read as a mark; a line break becomes ``\n``."""
    for char in _ALWAYS + also:
        if char in text:
            text = text.replace(char, "\\" + char)
    return text.replace("\n", "\\n")


def write_inlines(para: Para, also: str = "") -> str:
    """Write a paragraph's words and gaps on one line; ``also`` are further characters to escape."""
    return "".join(
        escape(inline.text, also) if isinstance(inline, Text) else write_gap(inline, also)
        for inline in para.inlines
    )


def write_gap(gap: Gap, also: str = "") -> str:
    """Write a gap: 【name】, 【name：hint】 or 【name：hint｜whom to ask】."""
    special = _GAP_PARTS + "".join(char for char in also if char not in _GAP_PARTS)
    parts = escape(gap.name, special)
    if gap.hint or gap.ask:
        parts += "：" + escape(gap.hint, special)
    if gap.ask:
        parts += "｜" + escape(gap.ask, special)
    return f"【{parts}】"


def read_inlines(source: str) -> Para:
    """Read a line's words and gaps. A bracket that never closes, or names nothing, is words."""
    found: list[Inline] = []
    words: list[str] = []
    at = 0
    while at < len(source):
        mark = _next_mark(source, at)
        words.append(source[at:mark])
        if mark == len(source):
            break
        if source[mark] == "\\":
            words.append(_unescaped(source[mark + 1 : mark + 2]))
            at = mark + 2
            continue
        gap, at = _read_gap(source, mark)
        if gap is None:
            words.append(source[mark:at])
        else:
            found += [Text("".join(words)), gap]
            words = []
    return Para((*found, Text("".join(words))))


def _next_mark(source: str, at: int) -> int:
    marks = (source.find("\\", at), source.find("【", at))
    return min((mark for mark in marks if mark >= 0), default=len(source))


def _unescaped(char: str) -> str:
    return {"n": "\n", "": "\\"}.get(char, char)


def _read_gap(source: str, start: int) -> tuple[Gap | None, int]:
    end = find_bare(source, "】", start + 1, inside_gap=True)
    if end < 0:
        return None, start + 1
    inner = source[start + 1 : end]
    colon = min((at for at in (find_bare(inner, c, 0, True) for c in "：:") if at >= 0), default=-1)
    bar = find_bare(inner, "｜", max(colon, 0), inside_gap=True)
    name_end = colon if colon >= 0 else (bar if bar >= 0 else len(inner))
    hint_end = bar if bar >= 0 else len(inner)
    name = _plain(inner[:name_end])
    hint = _plain(inner[colon + 1 : hint_end]) if colon >= 0 else ""
    ask = _plain(inner[bar + 1 :]) if bar >= 0 else ""
    if not name or "\n" in name + hint + ask:
        return None, start + 1
    return Gap(name, hint, ask), end + 1


def _plain(source: str) -> str:
    words, at = [], 0
    while at < len(source):
        if source[at] == "\\":
            words.append(_unescaped(source[at + 1 : at + 2]))
            at += 1
        else:
            words.append(source[at])
        at += 1
    return "".join(words).strip(" \t\u3000\xa0")


def find_bare(source: str, char: str, start: int = 0, inside_gap: bool = False) -> int:
    """Find a character that is neither escaped nor (unless asked) inside a gap; -1 if none."""
    at = start
    while at < len(source):
        here = source[at]
        if here == char:
            return at
        if here == "\\":
            at += 1
        elif here == "【" and not inside_gap:
            end = find_bare(source, "】", at + 1, inside_gap=True)
            at = end if end >= 0 else at
        at += 1
    return -1

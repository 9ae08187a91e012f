"""A file checked (校核): read, looked over by the rules, each finding at its place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from drafter.checks.engine import check
from drafter.checks.finding import Finding, Level
from drafter.checks.fixing import chosen, fixed_line
from drafter.checks.ignores import Ignore, heeded, ignores
from drafter.checks.manual import rules
from drafter.checks.manuscript import Manuscript, manuscript
from drafter.checks.settings import Settings
from drafter.formats import Wishes, format_named, house_of, read
from drafter.reading.line import Reading, Role

_PLAIN = Settings()
_ANY_HOUSE = Wishes()
_TURNS = 5


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in a file.

    ``lines`` are the lines of the file that findings count, paragraphs for Word and JSON;
    ``unused`` are ignores that silenced nothing.
    """

    reading: Reading
    manuscript: Manuscript
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    unused: tuple[Ignore, ...] = field(default=())


def review(
    data: bytes,
    format: str,
    settings: Settings = _PLAIN,
    on: date | None = None,
    wishes: Wishes = _ANY_HOUSE,
) -> Review:
    """Check a file's bytes in a named format; ``on`` is the document's date, if it is to be given.

    A Word file's layout is compared with the house of ``wishes``, else of its kind.

    Raises UnusableInput for what cannot be read.
    """
    known = format_named(format).name
    if known in ("text", "outline"):
        return _of_text(data, known, settings, on)
    if known == "docx":
        return _of_word(data, settings, on, wishes)
    reading = _as_lines(read(data, known))
    paper = manuscript(reading, on, settings.words)
    found = check(paper, settings.profile)
    return Review(reading, paper, found, tuple(row.text for row in paper.rows))


def _of_word(data: bytes, settings: Settings, on: date | None, wishes: Wishes) -> Review:
    from drafter.formats.docx.read import read as read_word
    from drafter.reading.recognise import recognise
    from drafter.revise.layout import layout_findings

    source = read_word(data)
    reading = recognise(source.text, source.lines, source.facts, source.warnings)
    paper = manuscript(reading, on, settings.words)
    apart = {
        n
        for n, (p, row) in enumerate(zip(source.places, paper.rows, strict=True), 1)
        if not p and row.role is Role.JUNK
    }  # page numbers and the like, in their place
    found = [one for one in check(paper, settings.profile) if one.line not in apart]
    wanted = {r.id for r in rules().values() if settings.profile.wants(r, paper)}
    house = house_of(reading.document, wishes)
    for one in layout_findings(data, source, reading, house):
        if one.rule in wanted and (one.level is not Level.ADVICE or settings.profile.strict):
            found.append(one)
    return Review(reading, paper, tuple(sorted(found)), tuple(row.text for row in paper.rows))


def _of_text(data: bytes, format: str, settings: Settings, on: date | None) -> Review:
    from drafter.formats.decode import decode

    source = decode(data)
    text, said = ignores(source)
    reading = read(text.encode(), format)
    lines = tuple(source.split("\n"))
    if format == "text":
        paper = manuscript(reading, on, settings.words)
        found = check(paper, settings.profile)
    else:
        reading = _as_lines(reading)
        paper = manuscript(reading, on, settings.words)
        found = _in_source(check(paper, settings.profile), paper, text.split("\n"))
    found, unused = heeded(found, said)
    return Review(reading, paper, found, lines, unused)


def _as_lines(reading: Reading) -> Reading:
    """Read a document again as the lines of its text, so that rules see them as on the page."""
    from drafter.formats import text

    words, lines = text.read_lines(text.write(reading.document).encode())
    from drafter.reading.recognise import recognise

    return replace(recognise(words, lines), document=reading.document)


def _in_source(
    findings: Sequence[Finding], paper: Manuscript, source: Sequence[str]
) -> tuple[Finding, ...]:
    """Place findings in an outline's own lines; what stands in none of them is told of line 1."""
    wanted = sorted({one.line for one in findings})
    places: dict[int, tuple[int, int, int]] = {}
    at = 0
    for line in wanted:
        found = _stands(paper.rows[line - 1].text, source, at) or _stands(
            paper.rows[line - 1].text, source, 0
        )
        if found:
            places[line] = found
            at = found[0]
    return tuple(sorted(_moved(one, places.get(one.line)) for one in findings))


def _stands(text: str, source: Sequence[str], first: int) -> tuple[int, int, int] | None:
    """Find the source line that holds a row's words: its index, where they begin in both."""
    words = text.strip()
    skip = text.find(words)
    for cut in range(min(len(words), 8)):
        rest = words[cut:]
        for at in range(first, len(source)):
            column = source[at].find(rest)
            if column >= 0:
                return at, column, skip + cut
    return None


def _moved(one: Finding, place: tuple[int, int, int] | None) -> Finding:
    if place is None:
        return replace(one, line=1, col=1, end_col=1, fix=None, safe=False)
    line, column, begins = place
    if one.col - 1 < begins:
        return replace(one, line=line + 1, col=1, end_col=column + 1, fix=None, safe=False)
    move = column - begins
    return replace(one, line=line + 1, col=one.col + move, end_col=one.end_col + move)


def fixed_text(data: bytes, findings: Sequence[Finding], *, safe: bool = True) -> str:
    """Give a text's or outline's words with fixes put in; ``safe``: only what needs no asking."""
    from drafter.formats.decode import decode

    lines = decode(data).split("\n")
    taken: dict[int, list[Finding]] = {}
    for one in chosen(findings, safe=safe):
        taken.setdefault(one.line, []).append(one)
    for line, some in taken.items():
        lines[line - 1] = fixed_line(lines[line - 1], some)
    return "\n".join(lines)


def settled_text(
    data: bytes, format: str, found: Review, settings: Settings = _PLAIN, on: date | None = None
) -> tuple[str, int]:
    """Put the safe fixes into a text or outline until none is left; tell how many they were.

    A fix may make room for another: １、 is given its mark first, then its width.
    """
    count, text = 0, ""
    for _turn in range(_TURNS):
        picked = chosen(found.findings)
        text = fixed_text(data, picked)
        count += len(picked)
        if not picked or not text.strip():
            break
        data = text.encode()
        found = review(data, format, settings, on)
    return text, count

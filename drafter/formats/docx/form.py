"""A form to fill in by hand: tables of questions, the room for each answer a content control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.head import title
from drafter.formats.docx.layout import cell
from drafter.formats.docx.names import BY_ROLE
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.story import Story
from drafter.formats.docx.write import assembled
from drafter.formats.docx.xml import Setting, element, escape, paragraph, run
from drafter.house import House
from drafter.model import Document, Para

PROMPTS = {
    "text": "点此填写",
    "lines": "点此填写，可分行",
    "choice": "点此选择",
    "date": "点此填日期",
}
"""What stands in an empty control, by the kind of answer."""
REQUIRED = "（必填）"
_ASKED = 0.44  # of the width: what a question takes, the rest is for its answer
_WORD_MOST = 64  # Word takes no longer alias or tag
_NOTE_LINE = 250  # twips
_NOTE = element("color", val="595959") + element("sz", val=18) + element("szCs", val=18)
_PROMPT = element("color", val="808080")
_FILL = element("shd", val="clear", color="auto", fill="F2F2F2")
_HOLDER = '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>'
_DATE = (
    '<w:date><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)


class Answer(NamedTuple):
    """The room for one answer: its label, its kind (a key of PROMPTS), what it says already."""

    label: str
    kind: str = "text"
    value: str = ""
    choices: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A question in words: its name, with what marks it as required, and notes below it."""

    name: str
    notes: tuple[str, ...] = ()


class Line(NamedTuple):
    """A question with room beside it, for several answers one below another."""

    asked: Asked
    answers: tuple[Answer, ...]


class Grid(NamedTuple):
    """Questions side by side, with rows of room below."""

    asked: tuple[Asked, ...]
    rows: tuple[tuple[Answer, ...], ...]


Row = Asked | Line | Grid
"""A row of a table; ``Asked`` alone is a head across the table."""


class Part(NamedTuple):
    """A heading and the tables below it."""

    heading: str
    tables: tuple[tuple[Row, ...], ...]


def write_form(
    name: str,
    notes: Sequence[str],
    parts: Iterable[Part],
    house: House,
    about: Sequence[tuple[str, str]],
) -> bytes:
    """Write a form in the look of a house; ``about`` are names and values kept in the file."""
    flow = Flow(Story(house))
    writer = _Writer(flow)
    heading = Para.of(name)
    title(flow, heading, 0)
    for note in notes:
        flow.add("body", run(note))
    for part in parts:
        if part.heading:
            flow.add("heading1", run(part.heading))
        for table in part.tables:
            flow.raw(writer.table(table), table=True)
    return assembled(Document(title=heading), flow, flow.finish(), about)


class _Writer:
    """Writes tables; counts their controls."""

    def __init__(self, flow: Flow) -> None:
        self.width = page_twips(flow.story.house.page)
        self.controls = 0

    def table(self, rows: Sequence[Row]) -> str:
        grid = next((row for row in rows if isinstance(row, Grid)), None)
        widths = self._shares(len(grid.asked)) if grid else self._halves()
        head = (
            '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{self.width}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        columns = "".join(element("gridCol", w=width) for width in widths)
        inner = "".join(line for row in rows for line in self._row(row, widths))
        return f"<w:tbl>{head}<w:tblGrid>{columns}</w:tblGrid>{inner}</w:tbl>"

    def _halves(self) -> list[int]:
        asked = round(self.width * _ASKED)
        return [asked, self.width - asked]

    def _shares(self, count: int) -> list[int]:
        share = self.width // count
        return [share] * (count - 1) + [self.width - share * (count - 1)]

    def _row(self, row: Row, widths: list[int]) -> Iterator[str]:
        if isinstance(row, Asked):
            span = element("gridSpan", val=len(widths)) + _FILL
            yield _tr(cell(self.width, _words(row, keep=True), span))
        elif isinstance(row, Line):
            yield from self._line(row, widths)
        else:
            heads = zip(row.asked, widths, strict=True)
            yield _tr("".join(cell(width, _words(one, keep=True), _FILL) for one, width in heads))
            for answers in row.rows:
                rooms = zip(answers, widths, strict=True)
                yield _tr("".join(cell(width, self._room(one)) for one, width in rooms))

    def _line(self, line: Line, widths: list[int]) -> Iterator[str]:
        several = len(line.answers) > 1
        for number, answer in enumerate(line.answers):
            merge = element("vMerge", val="continue" if number else "restart") if several else ""
            words = _words(line.asked) if not number else paragraph(BY_ROLE["table_text"].id, "")
            left = cell(widths[0], words, merge + _FILL)
            yield _tr(left + cell(widths[1], self._room(answer)))

    def _room(self, answer: Answer) -> str:
        """Write the control of an answer; one without words shows what to do."""
        self.controls += 1
        label = escape(answer.label[-_WORD_MOST:])
        empty = "" if answer.value else f"{_HOLDER}<w:showingPlcHdr/>"
        words = run(answer.value) if answer.value else run(PROMPTS[answer.kind], extra=_PROMPT)
        control = (
            f'<w:sdt><w:sdtPr><w:alias w:val="{label}"/><w:tag w:val="{label}"/>'
            f'<w:id w:val="{5000 + self.controls}"/>{empty}{_kind(answer)}</w:sdtPr>'
            f"<w:sdtContent>{words}</w:sdtContent></w:sdt>"
        )
        return paragraph(BY_ROLE["table_text"].id, control)


def _kind(answer: Answer) -> str:
    if answer.kind == "date":
        return _DATE
    if answer.kind == "choice":
        items = "".join(
            f'<w:listItem w:displayText="{escape(one)}" w:value="{escape(one)}"/>'
            for one in answer.choices
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    return ""  # LibreOffice writes what is in a control for plain text several times over


def _words(asked: Asked, *, keep: bool = False) -> str:
    left = Setting(align="left", keep_next=None if keep else False)
    style, notes = BY_ROLE["table_head"].id, BY_ROLE["table_text"].id
    setting = Setting(keep_next=keep or None, line=_NOTE_LINE)
    below = "".join(paragraph(notes, run(note, extra=_NOTE), setting) for note in asked.notes)
    return paragraph(style, run(asked.name), left) + below


def _tr(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

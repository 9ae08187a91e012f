"""The mark of several organs: their names one below the other, 文件 beside them (7.2.4)."""

from __future__ import annotations

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.mark import GAP, Mark, ink_top, line_twips, sized, written
from drafter.formats.docx.names import BY_ROLE, FIXED
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.xml import Setting, element, paragraph, run
from drafter.house.measure import text_width

_SLACK = 40  # twips, so that rounding pushes no character to another line


def joint_mark(flow: Flow, mark: Mark, top: int) -> None:
    """Write a joint mark: the names one below the other, 文件 beside them at half height (7.2.4).

    The names are spread to one width. The word stands in a box that hangs on the second name: its
    line has no space before it, from which engines would measure differently.
    """
    house, story = flow.story.house, flow.story
    extra, line = sized(house, mark.size), line_twips(mark.size)
    char = round(mark.size * 20)
    lines = mark.lines
    names = max(round(text_width(shown) * char) for name in lines for shown in name) + _SLACK
    word = round(text_width(mark.word) * char) + _SLACK
    gap = round(GAP * char)
    left = (page_twips(house.page) - names - gap - word) // 2
    indent = element("ind", left=left, right=left + gap + word)
    beside = Box(
        name=mark.word,
        across=Spot("margin", left + names + gap),
        down=Spot("paragraph", (mark.height - line) // 2 - len(lines[0]) * line),
        width=word,
        height=line,
        wraps=False,
    )
    style = BY_ROLE["masthead"].id
    content = paragraph(style, run(mark.word, FIXED, extra), Setting(line=line))
    for count, words in enumerate(written(flow, mark)):
        hung = box(beside, content, story.drawing()) if count == 1 else ""
        before = max(top - ink_top(mark.size), 0) if not count else 0
        spread = Setting(before=before, line=line, indent=indent, align="distribute")
        flow.add("masthead", words + hung, spread)

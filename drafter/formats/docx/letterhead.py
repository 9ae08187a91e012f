"""The head and foot of a letter's first page (信函格式, GB/T 9704-2012 10.1).

Both stand outside the 版心, so they are boxes that keep their place whatever the text does: the
mark with the first red double rule under it, and the second rule near the paper's lower edge.
"""

from __future__ import annotations

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.mark import Mark, ink_foot, ink_top, line_twips, mark_of, written
from drafter.formats.docx.names import BY_ROLE, FIXED, SEPARATOR, UNSHOWN
from drafter.formats.docx.styles import TINY
from drafter.formats.docx.xml import HIDDEN, Setting, element, paragraph, run
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document

_TEXT_INK_TOP_MM = 3.44  # from the upper edge of a line of text to its ink


def letterhead(flow: Flow, document: Document) -> int:
    """Anchor mark and rules at the top of the first page.

    Gives where text may begin, in twips below the upper edge of the 版心.
    """
    house = flow.story.house
    width = round(house.rules.width_mm * TWIPS_A_MM)
    across = Spot("page", (round(house.page.width_mm * TWIPS_A_MM) - width) // 2)
    mark = mark_of(document, house)
    shape = _shape(house, mark, across, width)
    content = box(shape, _mark(flow, document, mark), flow.story.drawing())
    flow.separate(content + _foot(flow, across, width))
    end = shape.down.twips + shape.height + shape.below
    return end - round(house.page.top_mm * TWIPS_A_MM) + TINY


def _mark(flow: Flow, document: Document, mark: Mark) -> str:
    """Write the mark of the first organ, the rule under its ink; others are kept unshown."""
    house, story = flow.story.house, flow.story
    words = "".join(written(flow, mark))
    for other in document.masthead[1:]:
        words += run(" ", FIXED, HIDDEN) + story.words(other, UNSHOWN, HIDDEN)
    setting = Setting(after=_space(house, mark.size), line=line_twips(mark.size))
    name = paragraph(BY_ROLE["masthead"].id, words, setting)
    return name + _rule(house, above="thick", below="thin")


def _space(house: House, size: float) -> int:
    """Give the twips between the line of the mark and the rule."""
    return max(0, round(house.rules.head_below_mm * TWIPS_A_MM) - ink_foot(size))


def _shape(house: House, mark: Mark, across: Spot, width: int) -> Box:
    """Place the box: the ink of the mark at its height, the text below clear of the rule."""
    return Box(
        name="发文机关标志",
        across=across,
        down=Spot("page", round(house.masthead.top_mm * TWIPS_A_MM) - ink_top(mark.size)),
        width=width,
        height=mark.height + _space(house, mark.size) + _rule_twips(house),
        below=max(round((house.rules.clear_mm - _TEXT_INK_TOP_MM) * TWIPS_A_MM), 0),
    )


def _foot(flow: Flow, across: Spot, width: int) -> str:
    house = flow.story.house
    height = _rule_twips(house)
    bottom = round((house.page.height_mm - house.rules.foot_mm) * TWIPS_A_MM)
    shape = Box("红色双线", across, Spot("page", bottom - height), width, height + 20, wraps=False)
    return box(shape, _rule(house, above="thin", below="thick"), flow.story.drawing())


def _rule(house: House, *, above: str, below: str) -> str:
    """Write a double rule: the borders of an empty line.

    Engines do not agree which side of a compound border its thick line is on.
    """
    thick, thin, gap = _measures(house)
    eighths = {"thick": round(thick * 8), "thin": round(thin * 8)}
    border = "".join(
        element(side, val="single", sz=eighths[form], space=0, color=house.rules.colour)
        for side, form in (("top", above), ("bottom", below))
    )
    return paragraph(SEPARATOR, "", Setting(border=border, line=round(gap * 20)))


def _rule_twips(house: House) -> int:
    return round(sum(_measures(house)) * 20)


def _measures(house: House) -> tuple[float, float, float]:
    """Give the thick line, the thin one and the gap between them, in points."""
    thick = house.rules.head_pt
    return thick, thick / 2, thick * 0.8

"""The head and foot of a letter's first page (信函格式, GB/T 9704-2012 10.1).

Both stand outside the 版心, so they are boxes that keep their place whatever the text does: the
mark with the first red double rule under it, and the second rule near the paper's lower edge.
"""

from __future__ import annotations

from drafter.formats.docx.box import Box, Spot, box
from drafter.formats.docx.flow import Flow
from drafter.formats.docx.mark import ink_foot, ink_top, line_twips, mark_size, sized
from drafter.formats.docx.names import BY_ROLE, FIXED, SEPARATOR, UNSHOWN
from drafter.formats.docx.styles import TINY
from drafter.formats.docx.xml import Setting, element, paragraph, run
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import Document

_HIDDEN = "<w:vanish/>"
_MOST_SPACE_PT = 31  # that a border may keep from its paragraph
_DOUBLE_TO_THICK = 3  # a double rule: the thick line, a gap and a thin one, in widths of the first
_TEXT_INK_TOP_MM = 3.44  # from the upper edge of a line of text to its ink


def letterhead(flow: Flow, document: Document) -> int:
    """Anchor mark and rules at the top of the first page.

    Gives where text may begin, in twips below the upper edge of the 版心.
    """
    house = flow.story.house
    width = round(house.rules.width_mm * TWIPS_A_MM)
    across = Spot("page", (round(house.page.width_mm * TWIPS_A_MM) - width) // 2)
    shape = _shape(house, mark_size(document, house), across, width)
    content = box(shape, _mark(flow, document), flow.story.drawing())
    flow.separate(content + _foot(flow, across, width))
    end = shape.down.twips + shape.height + shape.below
    return end - round(house.page.top_mm * TWIPS_A_MM) + TINY


def _mark(flow: Flow, document: Document) -> str:
    """Write the mark of the first organ, the rule under its ink; others are kept unshown."""
    house, story = flow.story.house, flow.story
    size = mark_size(document, house)
    first, *others = document.masthead
    words = story.words(first, extra=sized(house, size))
    words += "".join(run(" ", FIXED, _HIDDEN) + story.words(other, UNSHOWN) for other in others)
    border = _rule(house, "bottom", "thickThinSmallGap", _space(house, size))
    setting = Setting(border=border, line=line_twips(size))
    return paragraph(BY_ROLE["masthead"].id, words, setting)


def _space(house: House, size: float) -> int:
    """Give the points between the line of the mark and the rule."""
    wanted = house.rules.head_below_mm * 72 / 25.4 - ink_foot(size) / 20
    return max(0, min(round(wanted), _MOST_SPACE_PT))


def _shape(house: House, size: float, across: Spot, width: int) -> Box:
    """Place the box: the ink of the mark at its height, the text below clear of the rule."""
    return Box(
        name="发文机关标志",
        across=across,
        down=Spot("page", round(house.masthead.top_mm * TWIPS_A_MM) - ink_top(size)),
        width=width,
        height=line_twips(size) + _space(house, size) * 20 + _rule_twips(house),
        below=max(round((house.rules.clear_mm - _TEXT_INK_TOP_MM) * TWIPS_A_MM), 0),
    )


def _foot(flow: Flow, across: Spot, width: int) -> str:
    house = flow.story.house
    rule = _rule(house, "top", "thinThickSmallGap", 0)
    height = _rule_twips(house)
    bottom = round((house.page.height_mm - house.rules.foot_mm) * TWIPS_A_MM)
    down = Spot("page", bottom - height)
    shape = Box("红色双线", across, down, width, height + 20, wraps=False)
    return box(shape, paragraph(SEPARATOR, "", Setting(border=rule)), flow.story.drawing())


def _rule(house: House, side: str, form: str, space: int) -> str:
    size = round(house.rules.head_pt * 8)
    return element(side, val=form, sz=size, space=space, color=house.rules.colour)


def _rule_twips(house: House) -> int:
    return round(house.rules.head_pt * 20 * _DOUBLE_TO_THICK)

"""Boxes (text boxes without a frame) that stand at a fixed place of the page.

DrawingML ones: Word, WPS and LibreOffice agree on them, on floating tables and frames they don't.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.formats.docx.xml import escape

_EMU_A_TWIP = 635
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_COMMENTED = re.compile(
    "<w:commentRange(?:Start|End) [^>]*/>|(<w:r><w:commentReference [^>]*/></w:r>)"
)


class Spot(NamedTuple):
    """Where a box stands on one axis: so far from an edge of what, or aligned to one of it."""

    of: str  # page | margin | paragraph
    twips: int = 0
    align: str = ""  # top | bottom | center

    def __str__(self) -> str:
        """Write the position's content."""
        if self.align:
            return f"<wp:align>{self.align}</wp:align>"
        return f"<wp:posOffset>{self.twips * _EMU_A_TWIP}</wp:posOffset>"


class Box(NamedTuple):
    """A box: its name in Word, its place and size (twips), what of the text keeps clear of it.

    ``wraps`` tells that no text stands beside it, ``below`` how far text under it keeps away;
    ``anchor`` is the edge its content rests on, ``turned`` sets its text along the height.
    """

    name: str
    across: Spot
    down: Spot
    width: int
    height: int
    wraps: bool = True
    below: int = 0
    anchor: str = "t"  # t | b
    turned: bool = False


def box(shape: Box, content: str, number: int) -> str:
    """Write the run that anchors a box; ``number`` tells it from all drawings of the file.

    No box may refer to a comment (ISO/IEC 29500-4, 14.9.1.1): those on its words go to its anchor.
    """
    comments = "".join(_COMMENTED.findall(content))
    content = _COMMENTED.sub("", content)
    size = f'cx="{shape.width * _EMU_A_TWIP}" cy="{shape.height * _EMU_A_TWIP}"'
    wrap = "<wp:wrapTopAndBottom/>" if shape.wraps else "<wp:wrapNone/>"
    vertical = ' vert="vert"' if shape.turned else ""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor distT="0" distB="{shape.below * _EMU_A_TWIP}" distL="0" distR="0"'
        f' simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1"'
        ' allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{shape.across.of}">{shape.across}</wp:positionH>'
        f'<wp:positionV relativeFrom="{shape.down.of}">{shape.down}</wp:positionV>'
        f'<wp:extent {size}/>{wrap}<wp:docPr id="{number}" name="{escape(shape.name)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr{vertical} lIns="0" tIns="0" rIns="0" bIns="0" anchor="{shape.anchor}">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice></mc:AlternateContent></w:r>{comments}"
    )

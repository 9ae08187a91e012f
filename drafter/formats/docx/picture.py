"""Pictures, in line with the text."""

from __future__ import annotations

from drafter.formats.docx.xml import escape
from drafter.house import House
from drafter.model import Image

EMU_A_MM = 36_000
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_TYPES = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpeg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
    (b"II*\0", "tiff", "image/tiff"),
    (b"MM\0*", "tiff", "image/tiff"),
)


def media_type(image: Image) -> tuple[str, str]:
    """Tell a picture's suffix and type by its first bytes."""
    for magic, suffix, kind in _TYPES:
        if image.data.startswith(magic):
            return suffix, kind
    return "bin", "application/octet-stream"


def media_name(image: Image, number: int) -> str:
    """Name the part that holds a picture."""
    return f"media/image{number}.{media_type(image)[0]}"


def shown_mm(image: Image, house: House) -> tuple[float, float]:
    """Give the width and height (mm) of a picture as set: no wider than the text."""
    page = house.page
    wide, high = page.text_width_mm / image.width_mm, (page.text_height_mm - 20) / image.height_mm
    fit = min(1.0, wide, high)
    return image.width_mm * fit, image.height_mm * fit


def drawing(image: Image, number: int, house: House) -> str:
    """Write the run that shows a picture, no wider than the text."""
    wide, high = (round(side * EMU_A_MM) for side in shown_mm(image, house))
    size = f'cx="{wide}" cy="{high}"'
    name = f'id="{number}" name="{escape(image.name)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {name}/>"
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>"
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )

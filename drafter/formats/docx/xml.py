"""WordprocessingML as strings: words escaped, runs and paragraphs put together."""

from __future__ import annotations

import re
from dataclasses import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
HIDDEN = "<w:vanish/>"
"""The run property of words that are kept in the file and not shown."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BREAKS = re.compile("([\n\t])")
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
# Marks that Western fonts have too, in half the width: Word takes the Chinese font on this hint.
AMBIGUOUS = re.compile("[“”‘’…—–·×°±§¶①-⑳]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def escape(text: str) -> str:
    """Escape words for element content and attributes."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;")
    )


def _content(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text: str, style: str = "", extra: str = "") -> str:
    """Make a run; a newline becomes a line break, a tab a tab.

    ``extra`` are further run properties that stand after rStyle and rFonts.
    """
    hint = _HINT if AMBIGUOUS.search(text) else ""
    worn = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner = worn + hint + extra
    properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{properties}<w:t xml:space="preserve">{_content(text)}</w:t></w:r>'
    pieces = (
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{_content(piece)}</w:t>'
        for piece in _BREAKS.split(text)
        if piece
    )
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


_KEEPS = {None: "", True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>'}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph has beside its style; lengths in twips, the rest as XML."""

    keep_next: bool | None = None  # None: as its style
    new_page: bool = False
    border: str = ""
    tabs: str = ""
    before: int = 0
    after: int = 0
    line: int = 0  # exact; 0: the style's
    indent: str = ""
    align: str = ""
    section: str = ""

    def __str__(self) -> str:
        """Write the properties in schema order."""
        return "".join(
            (
                _KEEPS[self.keep_next],
                "<w:pageBreakBefore/>" if self.new_page else "",
                f"<w:pBdr>{self.border}</w:pBdr>" if self.border else "",
                f"<w:tabs>{self.tabs}</w:tabs>" if self.tabs else "",
                self._spacing(),
                self.indent,
                element("jc", val=self.align) if self.align else "",
                self.section,
            )
        )

    def _spacing(self) -> str:
        said: dict[str, object] = {}
        if self.before:
            said["before"] = self.before
        if self.after:
            said["after"] = self.after
        if self.line:
            said |= {"line": self.line, "lineRule": "exact"}
        return element("spacing", **said) if said else ""


NOTHING = Setting()


def paragraph(style: str, content: str, setting: Setting = NOTHING) -> str:
    """Make a paragraph of a style."""
    worn = f'<w:pStyle w:val="{style}"/>'
    return f"<w:p><w:pPr>{worn}{setting}</w:pPr>{content}</w:p>"


def element(name: str, **attributes: object) -> str:
    """Make an empty element of the main namespace, its attributes too."""
    listed = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{listed}/>"

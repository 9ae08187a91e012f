"""What grows while a Word file's text is written: gaps, pictures, bookmarks; words as runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.formats.docx.names import GAP_TAG
from drafter.formats.docx.xml import escape, run
from drafter.house import House
from drafter.model import Gap, Image, Para, Text

_WORD_MOST = 64  # Word takes no longer alias or tag
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'
_PROMPT = '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>'


@dataclass(slots=True)
class Story:
    """The state of one file being written."""

    house: House
    commented: bool = False
    gaps: list[Gap] = field(default_factory=list)
    pictures: list[Image] = field(default_factory=list)
    comments: dict[int, Gap] = field(default_factory=dict)  # by the number of their gap
    _bookmarks: int = 0
    _drawings: int = 9000  # above those of pictures

    def words(self, para: Para, style: str = "", extra: str = "") -> str:
        """Write a paragraph's words and gaps as runs.

        ``style`` is a character style, ``extra`` further run properties.
        """
        return "".join(
            run(inline.text, style, extra)
            if isinstance(inline, Text)
            else self.gap(inline, style, extra)
            for inline in para.inlines
        )

    def gap(self, gap: Gap, style: str = "", extra: str = "") -> str:
        """Write a gap as a content control whose words are 【name】.

        It takes any text: what is in a control for plain text LibreOffice shows where it is hidden,
        and writes several times over when it saves.
        """
        self.gaps.append(gap)
        number = len(self.gaps)
        inner = (f'<w:rStyle w:val="{style}"/>' if style else "") + extra
        worn = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        control = (
            f'<w:sdt><w:sdtPr>{worn}<w:alias w:val="{escape(gap.name[:_WORD_MOST])}"/>'
            f'<w:tag w:val="{GAP_TAG}{number}"/><w:id w:val="{1000 + number}"/>{_PROMPT}'
            f"<w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{run(f'【{gap.name}】', style, extra + _SHADE)}</w:sdtContent></w:sdt>"
        )
        told = gap.hint or gap.ask
        if not (self.commented and told) or gap in self.comments.values():
            return control
        self.comments[number] = gap
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        start = f'<w:commentRangeStart w:id="{number}"/>'
        return f'{start}{control}<w:commentRangeEnd w:id="{number}"/>{reference}'

    def drawing(self) -> int:
        """Give the number of the next box."""
        self._drawings += 1
        return self._drawings

    def bookmark(self, name: str, content: str = "") -> str:
        """Mark a stretch of runs with a hidden bookmark, its name numbered."""
        self._bookmarks += 1
        id = self._bookmarks
        start = f'<w:bookmarkStart w:id="{id}" w:name="{name}{id}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{id}"/>'

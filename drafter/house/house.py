"""The types of a house style (版式): how a page looks, and on whose word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

TWIPS_A_MM = 1440 / 25.4
TWIPS_A_POINT = 20


class Basis(NamedTuple):
    """On whose word a value stands: a clause of GB/T 9704-2012, 国标 or 实务."""

    clause: str = ""
    source: str = "实务"


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and 版心. The text area holds ``lines`` lines of ``chars`` full-width characters."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    lines: int
    chars: int

    def turned(self) -> Page:
        """Give the page of a 横排 table, 8: its upper edge is the left one of the page upright."""
        text = self.height_mm - self.top_mm - self.bottom_mm
        across = self.width_mm - self.left_mm - self.right_mm
        return Page(
            width_mm=self.height_mm,
            height_mm=self.width_mm,
            top_mm=self.left_mm,
            bottom_mm=self.right_mm,
            left_mm=self.bottom_mm,
            right_mm=self.top_mm,
            lines=int(self.lines * across / text),
            chars=int(self.chars * text / across),
        )

    @property
    def text_width_mm(self) -> float:
        """Width of the 版心."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def text_height_mm(self) -> float:
        """Height of the 版心."""
        return self.height_mm - self.top_mm - self.bottom_mm

    @property
    def pitch_twips(self) -> int:
        """The height of a line: rounded down, since one twip more gives a line less."""
        return int(self.text_height_mm * TWIPS_A_MM / self.lines)

    def spacing_twips(self, size_pt: float) -> int:
        """Give what each character of a size gets added so that ``chars`` of them fill a line."""
        char = self.text_width_mm * TWIPS_A_MM / self.chars
        return int((char - size_pt * TWIPS_A_POINT) // 1)


@dataclass(frozen=True, slots=True)
class Look:
    """How one role is set. ``font`` names a role of the house's fonts, never a font file.

    Indents are in 字 of the role's own size, ``before_lines`` in lines of the page. ``line_pt``
    is the least line height where the role is not on the page's grid (None), 0 for as needed.
    """

    font: str
    size_pt: float
    align: str = "both"  # both | left | center | right
    first_chars: float = 0
    left_chars: float = 0
    right_chars: float = 0
    before_lines: float = 0
    bold: bool = False
    colour: str = ""
    keep_next: bool = False
    line_pt: float | None = None


@dataclass(frozen=True, slots=True)
class PageNumber:
    """页码: its form around ``{n}``, where it stands."""

    form: str
    font: str
    size_pt: float
    place: str
    gap_chars: float
    below_mm: float
    first_page: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of 版头 and 版记.

    The first stands ``head_below_mm`` under the document number, of a letter under the mark. A
    letter's are double, ``head_pt`` the thick line of the two; the second stands ``foot_mm``
    above the lower edge of the page (0: none), ``clear_mm`` is what stays free under the first.
    """

    head: str  # single | double | none
    colour: str
    width_mm: float
    head_pt: float
    head_below_mm: float
    clear_mm: float
    foot_mm: float
    tail_outer_pt: float
    tail_inner_pt: float
    tail_lines: bool


@dataclass(frozen=True, slots=True)
class Masthead:
    """发文机关标志: which form of 版头, how far its ink is from the 版心's edge, what word follows.

    Of a letter ``top_mm`` counts from the edge of the paper (10.1).
    """

    form: str  # file | letter | order | minutes
    top_mm: float
    word: str


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and date: with seal (seal), without (plain) or over a 签名章 (stamp), 7.3.5.

    Several seals or stamps stand ``a_row`` side by side at most, ``row_lines`` from row to row;
    ``stamp_lines`` is the height of a stamp, ``stamp_chars`` the least width kept for it.
    """

    form: str
    before_lines: float
    a_row: int
    row_lines: float
    stamp_lines: float
    stamp_chars: float


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """All that a writer or a checker needs to know of a standard.

    ``values`` maps a value's path (``page.top_mm``, ``looks.title.font``) to it, ``bases`` to the
    clause it rests on. ``based_on`` names the house it changes, empty for the first.
    """

    name: str
    title: str
    based_on: str
    page: Page
    fonts: Mapping[str, str]
    page_number: PageNumber
    rules: Rules
    masthead: Masthead
    signature: Signature
    looks: Mapping[str, Look]
    values: Mapping[str, object]
    bases: Mapping[str, Basis]

    def font(self, role: str) -> str:
        """Name the font of a role."""
        return self.fonts[role]

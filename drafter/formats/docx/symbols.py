"""Signs of symbol fonts (Wingdings, Symbol) as characters anyone's font has.

Such fonts keep their signs at private places (U+F000 on) that mean nothing without the font.
"""

from __future__ import annotations

from drafter.formats.docx.opened import Element, w

_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒",
    0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "⌧", 0x80: "⓪",
    **{0x81 + n: chr(0x2460 + n) for n in range(10)},
    **{0x8C + n: chr(0x2776 + n) for n in range(10)},
    0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAA: "✦",
    0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x56: "⊗", 0x97: "●",
    0x98: "●", 0xA2: "■", 0xA3: "□", 0xAE: "◆", 0xEA: "★",
}  # fmt: skip
_SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB0: "°", 0xB9: "≠",
    0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xDE: "⇒", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xB2: "″",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xD6: "√", 0xD7: "⋅", 0x2D: "−",
}  # fmt: skip
_BY_FONT = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xE000, 0xF900)
UNKNOWN = "□"


def symbol_font(properties: Element | None) -> str:
    """Give the font that signs of a symbol font are in: the one for Western characters."""
    fonts = properties.find(w("rFonts")) if properties is not None else None
    return (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else ""


def symbol(font: str, code: int) -> str:
    """Give the character for a sign of a font; □ for a sign nobody else knows."""
    known = _BY_FONT.get(font.strip().lower())
    place = code & 0xFF if known is not None and (code < 0x100 or code in _PRIVATE) else -1
    if known is not None and place >= 0:
        return known.get(place, UNKNOWN)
    if code in _PRIVATE or not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000:
        return UNKNOWN
    return chr(code)


def plain_signs(font: str, text: str) -> str:
    """Put the signs that a known symbol font has at private places as anyone's characters."""
    known = _BY_FONT.get(font.strip().lower())
    if known is None:
        return text
    return "".join(known.get(ord(c) & 0xFF, c) if ord(c) in _PRIVATE else c for c in text)


def bullet(font: str, text: str) -> str:
    """Give the bullet a list shows: never a private character."""
    known = font.strip().lower() in _BY_FONT
    return "".join(
        (symbol(font, ord(c)).replace(UNKNOWN, "•") if ord(c) not in _PLAIN_BOXES else "□")
        if known or ord(c) in _PRIVATE
        else c
        for c in text
    )


_PLAIN_BOXES = (0xF06F, 0xF070, 0xF0A8)

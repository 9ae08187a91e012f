"""The fonts a Word file asks for: those its words are really set in, by styles, theme and runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.formats.docx.opened import Element, Opened, w

_SAMPLE = 12
_STORIES = re.compile(r"/?(?:word/)?((?:header|footer|footnotes|endnotes)\d*\.xml)")
_SLOTS = ("eastAsia", "ascii")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UNSEEN = {
    w("del"),
    w("moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
Named = dict[str, str]
"""Font names by slot."""


def fonts_asked(data: bytes) -> dict[str, str]:
    """Give each font's name with some of the characters set in it.

    Fonts that the file brings along are left out. Raises UnusableInput for a damaged file.
    """
    opened = Opened(data)
    looks = _Looks(opened)
    found: dict[str, dict[str, None]] = {}
    for story in _stories(opened):
        for style, run in _runs(story):
            words = "".join(piece.text or "" for piece in run.findall(w("t")))
            fonts = looks.worn(style, run) if words else {}
            for char in words:
                if name := fonts.get(_slot(char)):
                    found.setdefault(name, {})[char] = None
    brought = _brought(opened)
    return {name: "".join(chars)[:_SAMPLE] for name, chars in found.items() if name not in brought}


def _slot(char: str) -> str:
    """Tell which of a run's fonts a character takes; "" for those that may take either."""
    if char >= "\u2e80":
        return "eastAsia"
    return "ascii" if "!" <= char < "\u0250" else ""


def _stories(opened: Opened) -> Iterator[Element]:
    yield opened.body
    for target in sorted(set(opened.targets.values())):
        if found := _STORIES.fullmatch(target):
            story = opened.xml(f"word/{found[1]}")
            if story is not None:
                yield story


def _runs(story: Element) -> Iterator[tuple[str, Element]]:
    """Give every run with the style of its paragraph, boxes within runs too."""
    waiting = [(story, "")]
    while waiting:
        node, style = waiting.pop()
        if node.tag in _UNSEEN:
            continue
        if node.tag == w("p"):
            style = _value(node, "pPr", "pStyle")
        elif node.tag == w("r"):
            yield style, node
        waiting += [(child, style) for child in reversed(node)]


def _brought(opened: Opened) -> set[str]:
    """Name the fonts that are embedded in the file."""
    table = opened.xml("word/fontTable.xml")
    fonts = table.iter(w("font")) if table is not None else ()
    return {font.get(w("name"), "") for font in fonts if font.find(w("embedRegular")) is not None}


def _value(node: Element, *path: str) -> str:
    found = node.find("/".join(w(name) for name in path))
    return found.get(w("val"), "") if found is not None else ""


class _Looks:
    """The fonts that styles name, each with those of the style it is based on."""

    def __init__(self, opened: Opened) -> None:
        self._theme = _theme(opened)
        self._own: dict[str, Named] = {}
        self._base: dict[str, str] = {}
        self._usual = ""
        styles = opened.xml("word/styles.xml")
        self._defaults = self._named(styles, "docDefaults", "rPrDefault")
        for style in styles.iter(w("style")) if styles is not None else ():
            id = style.get(w("styleId"), "")
            self._own[id] = self._named(style)
            self._base[id] = _value(style, "basedOn")
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._usual = id

    def worn(self, style: str, run: Element) -> Named:
        """Tell the fonts of a run in a paragraph of this style."""
        of_paragraph = self._of(style if style in self._own else self._usual)
        of_run = self._of(_value(run, "rPr", "rStyle"))
        return self._defaults | of_paragraph | of_run | self._named(run)

    def _of(self, style: str) -> Named:
        found: Named = {}
        seen: set[str] = set()
        while style in self._own and style not in seen:
            seen.add(style)
            found = self._own[style] | found
            style = self._base[style]
        return found

    def _named(self, node: Element | None, *path: str) -> Named:
        """Give what the run properties of an element name; the theme goes before plain names."""
        found: Named = {}
        fonts = node.find("/".join(map(w, (*path, "rPr", "rFonts")))) if node is not None else None
        if fonts is None:
            return found
        for slot in _SLOTS:
            name = self._theme.get(fonts.get(w(f"{slot}Theme"), "")) or fonts.get(w(slot))
            if name:
                found[slot] = name
        return found


def _theme(opened: Opened) -> Named:
    """Give the fonts of the theme by the names that runs call them by (minorEastAsia …)."""
    theme = opened.xml("word/theme/theme1.xml")
    found: Named = {}
    if theme is None:
        return found
    for kind in ("major", "minor"):
        fonts = list(theme.iterfind(f".//{_A}{kind}Font/*"))
        named = {font.tag.removeprefix(_A): font.get("typeface", "") for font in fonts}
        scripts = {font.get("script"): font.get("typeface", "") for font in fonts}
        found[f"{kind}Ascii"] = found[f"{kind}HAnsi"] = named.get("latin", "")
        found[f"{kind}EastAsia"] = named.get("ea") or scripts.get("Hans", "")
    return found

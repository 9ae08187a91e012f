"""The house's styles merged into those a file has.

A style of ours that the file has too, by its name, whatever its id, is redefined where it stands;
others are added. What other styles the file has stay, without fonts that a theme decides.
"""

from __future__ import annotations

from copy import deepcopy

from drafter.formats.docx.names import BY_ROLE, RUN_IN_WORDS
from drafter.formats.docx.styles import styles_part
from drafter.formats.docx.xml import W
from drafter.house import House
from drafter.model.nodes import MAX_LEVEL
from drafter.revise.ooxml import Element, fragments, parse, put, text_of, w

_SHADE = "D9D9D9"
_NORMAL = "Normal"
_BOX_NAME, _BOX = "文本框文字", "24"
OWN = {"junk": "Junk", "box": "BoxText", "footnote": "FootnoteText", "endnote": "EndnoteText"}
"""Styles that only a file laid out in place has, by role."""
_PLAIN = {"header": "Header", "footer": "Footer"}
_KEPT = {
    "hyperlink",
    "followedhyperlink",
    "footnote reference",
    "endnote reference",
    "annotation reference",
    "placeholder text",
}
"""Character styles that say what words are, no matter how a page looks."""
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


class Sheet:
    """A file's styles: which id ours have there, which names its own have."""

    def __init__(self, root: Element, house: House) -> None:
        self.root = root
        self.house = house
        self.names = {_id(style): text_of(style, "name").casefold() for style in _styles(root)}
        self.old = {_id(style): style for style in deepcopy(_styles(root))}
        self._ours = parse((styles_part(house)).encode(), "styles.xml")
        self._ours.extend(_extra(house))
        self._ids = self._mapped()
        known = [(role, style.id) for role, style in BY_ROLE.items()] + list(OWN.items())
        by_id = {id: role for role, id in known}
        self.roles = {
            there: by_id[ours]
            for ours, there in self._ids.items()
            if ours in by_id and there in self.names
        }
        """The roles of our styles that the file has already, by its ids."""

    def id(self, role: str) -> str:
        """Give the id, in this file, of the style a role wears."""
        style = BY_ROLE.get(role)
        ours = style.id if style else OWN.get(role) or _PLAIN[role]
        return self._ids[ours]

    def box(self, size: str) -> str:
        """Give the id of the style of words of a size, in half points, in a box."""
        usual = OWN["box"]
        if size in ("", _BOX):
            return self._ids[usual]
        id = f"{usual}{size}"
        if id not in self._ids:
            made = deepcopy(self._ours.find(f"{w('style')}[@{w('styleId')}='{usual}']"))
            assert made is not None
            name, run = made.find(w("name")), made.find(w("rPr"))
            assert name is not None and run is not None
            name.set(w("val"), f"{_BOX_NAME} {int(size) / 2:g}")
            made.set(w("styleId"), id)
            put(run, *fragments(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'))
            self._ours.append(made)
            self._ids = self._mapped()
        return self._ids[id]

    def run_in(self, level: int) -> str:
        """Give the id of the character style of a run-in heading's words."""
        return self._ids[f"{RUN_IN_WORDS}{level}"]

    def keeps(self, id: str) -> bool:
        """Tell whether a run goes on wearing a character style."""
        return self.names.get(id, "") in _KEPT or (id in self._ids.values() and not self.splits(id))

    def splits(self, id: str) -> bool:
        """Tell whether a character style is that of a run-in heading's words."""
        return id in {self.run_in(level) for level in range(1, MAX_LEVEL + 1)}

    def chain(self, id: str) -> list[Element]:
        """Give a style as the file had it and those it is based on, the nearest first."""
        found: list[Element] = []
        while id in self.old and self.old[id] not in found:
            found.append(self.old[id])
            id = text_of(self.old[id], "basedOn")
        return found

    def default(self) -> str:
        """Give the id of the paragraph style worn where none is named."""
        return self._ids[_NORMAL]

    def merge(self) -> None:
        """Write the house's styles into the file's."""
        for style in _styles(self.root):
            _make_harmless(style)
        defaults = self._ours.find(w("docDefaults"))
        for old in self.root.findall(w("docDefaults")):
            self.root.remove(old)
        if defaults is not None:
            self.root.insert(0, deepcopy(defaults))
        there = {_id(style): style for style in _styles(self.root)}
        for ours in _styles(self._ours):
            id = self._ids[_id(ours)]
            if id not in there:
                self.root.append(self._copy(ours, id))
            elif ours.get(w("type")) != "table":
                old = there[id]
                self.root.replace(old, self._copy(ours, id, old))

    def _copy(self, ours: Element, id: str, old: Element | None = None) -> Element:
        made = deepcopy(ours)
        made.set(w("styleId"), id)
        for name in ("basedOn", "next", "link"):
            other = made.find(w(name))
            if other is not None:
                value = other.get(w("val")) or ""
                other.set(w("val"), self._ids.get(value, value))
        link = old.find(w("link")) if old is not None else None
        if link is not None:
            before = [made.find(w(name)) for name in ("next", "basedOn", "name")]
            next(e for e in before if e is not None).addnext(deepcopy(link))
        if old is not None and is_default(old):
            made.set(w("default"), "1")
        made.tail = old.tail if old is not None else None
        return made

    def _mapped(self) -> dict[str, str]:
        """Match our styles with the file's: by name, the default one by being that."""
        there = {
            (style.get(w("type")), text_of(style, "name").casefold()): _id(style)
            for style in reversed(_styles(self.root))
        }
        default = [_id(s) for s in _styles(self.root) if is_default(s) and _is_paragraph(s)]
        found: dict[str, str] = {}
        for ours in _styles(self._ours):
            id, kind = _id(ours), ours.get(w("type"))
            same = there.get((kind, text_of(ours, "name").casefold()))
            if id == _NORMAL and default:
                same = default[0]
            free = id
            while same is None and (free in self.names or free in found.values()):
                free += "Drafter"
            found[id] = same or free
        return found


def _styles(root: Element) -> list[Element]:
    return root.findall(w("style"))


def _id(style: Element) -> str:
    return style.get(w("styleId")) or ""


def is_default(style: Element) -> bool:
    """Tell whether a style is the one worn where none is named."""
    return style.get(w("default")) in ("1", "true", "on")


def _is_paragraph(style: Element) -> bool:
    return style.get(w("type")) == "paragraph"


def _make_harmless(style: Element) -> None:
    """Take out of a style of the file's own what would go against the house."""
    run = style.find(w("rPr"))
    if run is None:
        return
    fonts = run.find(w("rFonts"))
    if fonts is not None:
        for name in _THEMES:
            fonts.attrib.pop(w(name), "")
    gone = ["lang"]
    if text_of(style, "name").casefold() in ("hyperlink", "followedhyperlink"):
        gone.append("color")  # 5.2.4: what is not said to be otherwise is black
    for name in gone:
        for found in run.findall(w(name)):
            run.remove(found)


def _extra(house: House) -> list[Element]:
    """Make the styles of what no document of ours holds: boxes, notes, what may not belong."""
    body = next(
        style
        for style in _styles(parse(styles_part(house).encode(), "styles.xml"))
        if _id(style) == BY_ROLE["body"].id
    )
    junk = deepcopy(body)
    junk.set(w("styleId"), OWN["junk"])
    junk.set(w("customStyle"), "1")
    name, run = junk.find(w("name")), junk.find(w("rPr"))
    assert name is not None and run is not None
    name.set(w("val"), "疑似杂项")
    put(run, *fragments(f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>'))
    free = '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>'
    small = '<w:rPr><w:spacing w:val="0"/><w:sz w:val="{0}"/><w:szCs w:val="{0}"/></w:rPr>'
    rows = ((OWN["box"], _BOX_NAME, _BOX), (OWN["footnote"], "footnote text", 18))
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"'
        + ("" if name.isascii() else ' w:customStyle="1"')
        + f'><w:name w:val="{name}"/><w:basedOn w:val="{_NORMAL}"/>'
        + f"{free}{small.format(size)}</w:style>"
        for id, name, size in (*rows, (OWN["endnote"], "endnote text", 18))
    )
    return [junk, *fragments(made)]


def empty_sheet() -> str:
    """Write a part for a file that has no styles."""
    return f'<w:styles xmlns:w="{W}"/>'


def size_of(sheet: Sheet, id: str) -> str:
    """Give the size, in half points, that words of a paragraph style had in the file."""
    for style in sheet.chain(id):
        found = text_of(style.find(w("rPr")), "sz")
        if found:
            return found
    return ""

"""Reads one paragraph: every word in its place, whatever it is wrapped in.

What stands in the text for something else: a footnote's mark is [1], an endnote's [i], a symbol
of a symbol font the character nearest to it, an automatic number itself. Text over other text
(ruby) follows it in brackets. A field gives its result, never its instruction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drafter.errors import N_, Notice
from drafter.formats.docx.blocks import ALTERNATE, MATHS, chosen
from drafter.formats.docx.drawing import shows_picture, strangers
from drafter.formats.docx.forms import box_of, form_field
from drafter.formats.docx.found import Found
from drafter.formats.docx.maths import in_line
from drafter.formats.docx.names import GAP_TAG
from drafter.formats.docx.numbering import Numbering
from drafter.formats.docx.opened import Element, Opened, figure, said, switched, w
from drafter.formats.docx.revisions import DELETED, INSERTED, Revisions
from drafter.formats.docx.stylesheet import RunLook, Stylesheet
from drafter.formats.docx.symbols import plain_signs, symbol, symbol_font
from drafter.model import Gap, Text
from drafter.model.chars import plain_breaks, unwritable
from drafter.model.numerals import roman

_WRAPPERS = [w(n) for n in ("hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml")]
_MARKS = {"cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_DRAWINGS = ("drawing", "pict", "object")
_NO_BREAKS = ("page", "column")

Handler = Callable[[Element, Found], str]


@dataclass(slots=True)
class Notes:
    """The footnotes and endnotes referred to so far, in order, by kind and id."""

    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    own_marks: set[tuple[str, str]] = field(default_factory=set)  # those that bring their mark
    order: dict[str, list[str]] = field(default_factory=dict)  # kind → ids

    def refer(self, kind: str, id: str) -> str:
        """Give the number of a note, the next one where it is new."""
        if (kind, id) not in self.numbers:
            told = self.order.setdefault(kind, [])
            told.append(id)
            count = len(told)
            self.numbers[kind, id] = roman(count).lower() if kind == "endnote" else str(count)
        return self.numbers[kind, id]


class ParagraphReader:
    """Reads paragraphs of one file, in the order they stand."""

    def __init__(self, opened: Opened, revisions: Revisions | None = None) -> None:
        self.opened = opened
        self.revisions = revisions or Revisions()
        self.styles = Stylesheet(opened)
        self.numbering = Numbering(opened, self.styles)
        self.notes = Notes()
        self.notices: dict[Notice, None] = {}
        self.controls: list[tuple[str, str]] = []  # names of gaps of ours, what is in them now
        self._inline = self._inline_handlers()
        self._in_run = self._run_handlers()

    def read(self, elements: Sequence[Element], *, ended: bool = True) -> Found:
        """Read the words in the order they stand; the last element has the paragraph's say."""
        found = Found(ended=ended)
        properties = self.revisions.properties(elements[-1], "pPr")
        found.style = said(properties, "pStyle") or ""
        inner = Found(found.style, ended=ended)
        for element in elements:
            self._walk(element, inner)
        label = self._label(found.style, properties, inner)
        if label:
            found.add(Text(label), "")
        self._adopt(inner, found)
        found.look = self.styles.found_look(found.style, properties, inner.worn)
        return found

    def _label(self, style: str, properties: Element | None, inner: Found) -> str:
        """Give its number, if any; an empty paragraph counts but shows none."""
        words = any(not piece.text.isspace() for piece in inner.pieces)
        if not (words or inner.ended):
            return ""
        label = self.numbering.label(style, properties)
        return label if words else ""

    def _adopt(self, inner: Found, found: Found) -> None:
        """Put what was read behind what is there."""
        start = found.size
        for piece in inner.pieces:
            found.add(piece.inline, piece.style)
        found.drawings += inner.drawings
        for name, (first, last) in inner.bookmarks.items():
            found.bookmarks[name] = (start + first, start + last)
        for look, count in inner.worn.counts.items():
            found.worn.add(look, count)

    # what stands in a paragraph

    def _inline_handlers(self) -> dict[str, Callable[[Element, Found], None]]:
        return {
            w("r"): self._run,
            w("sdt"): self._control,
            w("bookmarkStart"): lambda e, f: f.open(e.get(w("id"), ""), e.get(w("name"), "")),
            w("bookmarkEnd"): lambda e, f: f.shut(e.get(w("id"), "")),
            w("subDoc"): lambda e, f: self._notice(N_("a part of another file was not read")),
            ALTERNATE: lambda e, f: self._walk(chosen(e), f),
            **dict.fromkeys(MATHS, self._maths),
            **dict.fromkeys(_WRAPPERS, self._walk),
            **dict.fromkeys(INSERTED | DELETED, self._change),
        }

    def _walk(self, element: Element | None, found: Found) -> None:
        for child in element if element is not None else ():
            handler = self._inline.get(child.tag)
            if handler:
                handler(child, found)

    def _change(self, element: Element, found: Found) -> None:
        if self.revisions.stands(element):
            self._walk(element, found)

    def _maths(self, element: Element, found: Found) -> None:
        self._add(in_line(element), "", RunLook(), found)

    def _control(self, element: Element, found: Found) -> None:
        """Read a content control: a gap of ours still empty, or whatever it holds."""
        inner = Found(found.style, fields=found.fields)
        self._walk(element.find(w("sdtContent")), inner)
        gap, box = self._gap(element, inner.text), box_of(element)
        if box and len(inner.text.strip()) <= 1:
            found.add(Text(box), "")
        elif gap:
            found.add(gap, inner.pieces[0].style)
        else:
            self._adopt(inner, found)

    def _gap(self, element: Element, shown: str) -> Gap | None:
        own = self.opened.own
        value = said(element.find(w("sdtPr")), "tag") or ""
        if own is None or not value.startswith(GAP_TAG):
            return None
        number = figure(value.removeprefix(GAP_TAG))
        name, hint, ask = own.gaps.get(number, ("", "", ""))
        self.controls.append((name, shown))
        return Gap(name, hint, ask) if name and shown == f"【{name}】" else None

    # what stands in a run

    def _run_handlers(self) -> dict[str, Handler]:
        fixed = {w(name): mark for name, mark in _MARKS.items()}
        return {
            w("t"): lambda e, f: e.text or "",
            w("delText"): lambda e, f: e.text or "",
            w("br"): lambda e, f: "" if e.get(w("type")) in _NO_BREAKS else "\n",
            **{tag: _always(mark) for tag, mark in fixed.items()},
            w("sym"): lambda e, f: symbol(e.get(w("font"), ""), _code(e.get(w("char")))),
            w("ruby"): self._ruby,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("fldChar"): self._field,
            w("instrText"): _instruct,
            ALTERNATE: self._variant,
            **dict.fromkeys(map(w, _DRAWINGS), _draw),
        }

    def _run(self, run: Element, found: Found) -> None:
        properties = self.revisions.properties(run, "rPr")
        style = said(properties, "rStyle") or ""
        words = []
        for child in run:
            handler = self._in_run.get(child.tag)
            text = handler(child, found) if handler else ""
            if text and not found.fields.muted:
                words.append(text)
        text = _clean("".join(words))
        if not text:
            return
        if not text.isascii():
            text = plain_signs(symbol_font(properties), text)
        look = self.styles.run(properties).over(self.styles.dressed(found.style, style))
        hidden = look.hidden and (self.opened.own is None or bool(switched(properties, "vanish")))
        if hidden:
            self._notice(N_("hidden words were read as part of the text"))
        self._add(text, style, look._replace(hidden=None), found)

    def _add(self, text: str, style: str, look: RunLook, found: Found) -> None:
        if text:
            found.add(Text(text), style)
            found.worn.add(look, len(text))

    def _variant(self, element: Element, found: Found) -> str:
        words = []
        variant = chosen(element)
        for child in variant if variant is not None else ():
            handler = self._in_run.get(child.tag)
            words.append(handler(child, found) if handler else "")
        return "".join(words)

    def _ruby(self, element: Element, found: Found) -> str:
        words = []
        for name in ("rubyBase", "rt"):
            inner = Found(found.style)
            self._walk(element.find(w(name)), inner)
            words.append(inner.text)
        base, over = words
        return f"{base}（{over}）" if over else base

    def _note(self, element: Element, found: Found) -> str:
        """Give the mark of a note; one that brings its own mark shows that."""
        kind = element.tag.rpartition("}")[2].removesuffix("Reference")
        number = self.notes.refer(kind, element.get(w("id"), ""))
        if element.get(w("customMarkFollows"), "0") not in ("1", "true", "on"):
            return f"[{number}]"
        self.notes.own_marks.add((kind, element.get(w("id"), "")))
        return ""

    def _field(self, element: Element, found: Found) -> str:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            found.fields.begin(form_field(element))
        elif kind == "separate":
            found.fields.separate()
        elif kind == "end":
            ended = found.fields.end()
            told = "".join(ended.told or ()).strip()
            if told[:3].upper() == "EQ ":
                self._notice(N_("a field that Word draws was not read: {words}"), words=told)
            return ended.shown
        return ""

    def tell_strangers(self, found: Found) -> None:
        """Take note of the objects in a paragraph that are not read."""
        for notice in strangers(found.drawings):
            self.notices.setdefault(notice)

    def tell_picture(self, found: Found) -> None:
        """Take note of a picture where the document can have none."""
        if shows_picture(found.drawings):
            self._notice(N_("a picture in a table, a header or a note was not read"))

    def _notice(self, message: str, **values: object) -> None:
        self.notices.setdefault(Notice(message, **values))


def _always(mark: str) -> Handler:
    return lambda element, found: mark


def _draw(element: Element, found: Found) -> str:
    found.drawings.append(element)
    return ""


def _instruct(element: Element, found: Found) -> str:
    found.fields.instruct(element.text or "")
    return ""


def _code(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return 0


def _clean(text: str) -> str:
    """Take out what no document can carry (XML allows no such character, save a few)."""
    text = plain_breaks(text) if "\r" in text else text
    return "".join(c for c in text if unwritable(c) < 0) if unwritable(text) >= 0 else text

"""Whether what is named in a Word file is there: styles, bookmarks, comments, notes, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.formats.docx.ooxml.names import Element, full, name_of, path_of, shown, w

_STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")
_NOT_IN_A_BOX = ("txbxContent", "commentReference", "footnoteReference", "endnoteReference")
_HOLDERS = ("body", "hdr", "ftr", "comment", "footnote", "endnote", "txbxContent")
_WEARS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_LEADS_TO = {"paragraph": "character", "character": "paragraph"}


@dataclass(frozen=True, slots=True)
class Book:
    """The parts of a file that name things or are named, each by its root's name."""

    parts: dict[str, Element]

    def rooted(self, *roots: str) -> Iterator[tuple[str, Element]]:
        """Give the parts with one of these roots."""
        return ((name, root) for name, root in self.parts.items() if name_of(root) in roots)

    def every(self, tag: str, *roots: str) -> Iterator[tuple[str, Element]]:
        """Give every element of a name, with its part, in parts of these roots (or in all)."""
        for name, root in self.parts.items():
            if not roots or name_of(root) in roots:
                yield from ((name, element) for element in root.iter(full(tag)))


def link_faults(parts: dict[str, Element]) -> Iterator[str]:
    """Give what is named twice, or named and not there."""
    book = Book(parts)
    for check in _CHECKS:
        yield from check(book)


def value(element: Element, name: str = "val") -> str:
    """Give a w: attribute, empty if it is not there."""
    return str(element.get(w(name), ""))


def child(element: Element, name: str) -> str:
    """Give the w:val of a child, empty if it is not there."""
    found = element.find(w(name))
    return value(found) if found is not None else ""


def _at(part: str, element: Element, fault: str) -> str:
    return f"{part}: {path_of(element)}: {fault}"


def _twice(found: Iterable[tuple[str, Element]], name: str, what: str) -> Iterator[str]:
    """Give every element that says what one before it said."""
    seen: set[str] = set()
    for part, element in found:
        said = str(element.get(name, ""))
        if said and said in seen:
            yield _at(part, element, f"{what} {said} is given a second time")
        seen.add(said)


def _styles(book: Book) -> Iterator[str]:
    """Check that styles have names of their own and lead to styles of the right type."""
    found = list(book.every("style", "styles"))
    types = _style_types(book)
    bases = {value(style, "styleId"): child(style, "basedOn") for _, style in found}
    yield from _twice(found, w("styleId"), "the style id")
    names = ((part, name) for part, style in found for name in style.iterchildren(w("name")))
    yield from _twice(names, w("val"), "the style name")
    for part, style in found:
        type = value(style, "type") or "paragraph"
        for name, wanted in (
            ("basedOn", type),
            ("next", "paragraph" if type == "paragraph" else ""),
            ("link", _LEADS_TO.get(type, "")),
        ):
            led = child(style, name)
            if led and types.get(led) not in ([wanted] if wanted else types.values()):
                yield _at(
                    part, style, f"{shown(name)} leads to {led}: {types.get(led, 'no style')}"
                )
        if _based_on_itself(value(style, "styleId"), bases):
            yield _at(part, style, "is based on itself")
    defaults = Counter(value(s, "type") for _, s in found if value(s, "default") in ("1", "true"))
    for type, times in defaults.items():
        if times > 1:
            yield f"styles: {times} {type} styles are the default"


def _style_types(book: Book) -> dict[str, str]:
    return {
        value(style, "styleId"): value(style, "type") or "paragraph"
        for _, style in book.every("style", "styles")
    }


def _based_on_itself(id: str, bases: dict[str, str]) -> bool:
    at, seen = bases.get(id, ""), set()
    while at and at not in seen:
        seen.add(at)
        at = bases.get(at, "")
    return bool(id) and id in seen


def _worn(book: Book) -> Iterator[str]:
    """Check that every style worn is there and of the right type."""
    types = _style_types(book)
    for name, wanted in _WEARS.items():
        for part, element in book.every(name):
            if types.get(value(element)) != wanted:
                found = types.get(value(element), "no style")
                yield _at(part, element, f"{value(element)} is {found}, wanted is a {wanted} style")


def _bookmarks(book: Book) -> Iterator[str]:
    """Check that bookmarks have ids and names of their own and end after they start."""
    for part, root in book.rooted(*_STORIES):
        starts = [(part, element) for element in root.iter(w("bookmarkStart"))]
        yield from _twice(starts, w("id"), "the bookmark id")
        yield from _paired(part, root, "bookmarkStart", "bookmarkEnd")
    yield from _twice(book.every("bookmarkStart", *_STORIES), w("name"), "the bookmark name")


def _paired(part: str, root: Element, start: str, end: str) -> Iterator[str]:
    """Give starts without an end and ends without a start before them."""
    open_: dict[str, Element] = {}
    for element in root.iter(w(start), w(end)):
        id = value(element, "id")
        if element.tag == w(start):
            open_[id] = element
        elif open_.pop(id, None) is None:
            yield _at(part, element, f"no {shown(start)} with id {id} stands before it")
    for id, element in open_.items():
        yield _at(part, element, f"no {shown(end)} with id {id} follows")


def _unique(book: Book) -> Iterator[str]:
    """Check the ids that a file may give only once."""
    controls = (
        (part, id)
        for part, properties in book.every("sdtPr", *_STORIES)
        for id in properties.iterchildren(w("id"))
    )
    yield from _twice(controls, w("val"), "the id of a content control")
    for part, root in book.rooted(*_STORIES):
        drawn = ((part, element) for element in root.iter(full("wp:docPr")))
        yield from _twice(drawn, "id", "the id of a drawing")


def _comments(book: Book) -> Iterator[str]:
    """Check that each comment is there once, and that its range starts, ends and refers to it."""
    found = list(book.every("comment", "comments"))
    yield from _twice(found, w("id"), "the comment id")
    ids = {value(comment, "id") for _, comment in found}
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for part, element in book.every(name, *_STORIES):
            if value(element, "id") not in ids:
                yield _at(part, element, f"there is no comment {value(element, 'id')}")
    for part, root in book.rooted(*_STORIES):
        yield from _paired(part, root, "commentRangeStart", "commentRangeEnd")
    referred = {value(element, "id") for _, element in book.every("commentReference", *_STORIES)}
    for part, comment in found:
        if value(comment, "id") not in referred:
            yield _at(part, comment, "no w:commentReference refers to it")


def _notes(book: Book) -> Iterator[str]:
    """Check that each note referred to is there once."""
    for name in ("footnote", "endnote"):
        found = list(book.every(name, f"{name}s"))
        yield from _twice(found, w("id"), f"the {name} id")
        ids = {value(note, "id") for _, note in found}
        settings = book.every(name, "settings")
        for part, element in (*book.every(f"{name}Reference", *_STORIES), *settings):
            if value(element, "id") not in ids:
                yield _at(part, element, f"there is no {name} {value(element, 'id')}")


def _boxes(book: Book) -> Iterator[str]:
    """Check that no box holds what refers to another story or to a further box."""
    for part, box in book.every("txbxContent", *_STORIES):
        for name in _NOT_IN_A_BOX:
            for element in box.iterdescendants(w(name)):
                yield _at(part, element, f"no text box may hold a w:{name}")


def _numbers(book: Book) -> Iterator[str]:
    """Check that every numbering used is there, and the list it is made of."""
    abstract = list(book.every("abstractNum", "numbering"))
    yield from _twice(abstract, w("abstractNumId"), "the list id")
    made = {value(one, "abstractNumId") for _, one in abstract}
    numbers = list(book.every("num", "numbering"))
    yield from _twice(numbers, w("numId"), "the numbering id")
    for part, number in numbers:
        if child(number, "abstractNumId") not in made:
            yield _at(part, number, f"there is no list {child(number, 'abstractNumId')}")
    known = {value(number, "numId") for _, number in numbers} | {"0"}
    for part, used in book.every("numId", *_STORIES, "styles"):
        if value(used) not in known:
            yield _at(part, used, f"there is no numbering {value(used)}")


def _fields(book: Book) -> Iterator[str]:
    """Check that every field begins, may separate once, and ends, each story for itself."""
    for part, root in book.rooted(*_STORIES):
        open_: dict[Element, list[str]] = {}
        for mark in root.iter(w("fldChar")):
            holder = next((a for a in mark.iterancestors() if name_of(a) in _HOLDERS), root)
            yield from (
                _at(part, mark, fault) for fault in _turn(open_.setdefault(holder, []), mark)
            )
        for holder, left in open_.items():
            if left:
                yield _at(part, holder, f"{len(left)} fields begin and do not end")


def _turn(open_: list[str], mark: Element) -> Iterator[str]:
    """Take one mark of a field into account."""
    type = value(mark, "fldCharType")
    if type == "begin":
        open_.append(type)
    elif not open_ or (type == "separate" and open_[-1] == "separate"):
        yield f"a field {type}s that is not open for it"
    elif type == "separate":
        open_[-1] = type
    else:
        open_.pop()


_CHECKS = (_styles, _worn, _bookmarks, _unique, _comments, _notes, _boxes, _numbers, _fields)

"""An existing Word file laid out in place: every word kept, in the styles of its house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter.errors import N_
from drafter.formats import Wishes, house_of, write
from drafter.formats.docx.read import Source, read
from drafter.house import House
from drafter.reading.line import Reading
from drafter.reading.recognise import recognise
from drafter.revise import marker
from drafter.revise.breaks import part_lines
from drafter.revise.numbers import Numbering
from drafter.revise.ooxml import Element, w
from drafter.revise.paragraphs import Counts, Dresser
from drafter.revise.parts import Parts
from drafter.revise.proof import Proof, census, compare
from drafter.revise.roles import worn
from drafter.revise.sections import Sections, stand_up
from drafter.revise.story import Story, dress_notes
from drafter.revise.stylesheet import Sheet, empty_sheet

_NONE = Wishes()
_TURNED = N_("all pages of this file lay on their side: they stand upright now (5.1)")


@dataclass(frozen=True, slots=True)
class Dressed:
    """A file laid out, with the proof that nothing was lost.

    ``changed`` is false for a file that wears its house already: its bytes are the same.
    ``marked`` are lines that look as if they did not belong to the document, kept in grey.
    """

    data: bytes
    house: str
    proof: Proof
    changed: bool = True
    marked: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def dress(data: bytes, wishes: Wishes = _NONE, *, drop_junk: bool = False) -> Dressed:
    """Lay a Word file out in its house, in place; the same file gives the same bytes.

    Raises UnusableInput for what is no Word file, Altered where anything would be lost.
    """
    source, reading = _read(data)
    house = house_of(reading.document, wishes)
    parts = Parts(data)
    mark = marker.find(parts)
    if mark and marker.fits(parts, mark, house) and not (drop_junk and mark.junk):
        return _unchanged(data, house)
    if source.facts and write(reading.document, "docx", wishes._replace(house=house)) == data:
        return _unchanged(data, house)
    whole, counts = data, Counts()
    if not source.facts:
        counts.split = part_lines(_body(parts), worn(source, reading.judgements))
    if counts.split:
        whole = parts.save()
        parts = Parts(whole)
        source, reading = _read(whole)
    name = parts.named("styles", "word/styles.xml")
    sheet = Sheet(parts.sure(name, empty_sheet()), house)
    _type_styles(parts, name)
    lists = parts.root(parts.named("numbering", "word/numbering.xml"))
    dresser, numbering = Dresser(sheet, counts), Numbering(lists, sheet)
    body = _body(parts)
    again = mark is not None or bool(source.facts)
    story = Story(body, house, dresser, numbering, worn(source, reading.judgements), again)
    turned = stand_up(body)
    story.dress(drop_junk=drop_junk)
    dress_notes(_notes(parts), dresser)
    numbering.dress()
    headed = "masthead" in story.roles.values()
    Sections(parts, house, dresser, headed).dress()
    sheet.merge()
    parts.tidy()
    marker.put(parts, house, len(counts.marked))
    made = parts.save()
    return Dressed(
        made,
        house.name,
        _prove(data, whole, made, counts, story.dropped),
        marked=tuple(counts.marked),
        warnings=(_TURNED,) if turned else (),
    )


def _type_styles(parts: Parts, name: str) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    if not parts.raw[name]:
        parts.add_relation(name, "styles", f"{kind}.styles+xml", "rIdStyles")
    settings = parts.named("settings", "word/settings.xml")
    if settings not in parts.raw:
        parts.add_relation(settings, "settings", f"{kind}.settings+xml", "rIdSettings")


def _notes(parts: Parts) -> list[tuple[str, Element]]:
    found = []
    for kind in ("footnote", "endnote"):
        for name in parts.related(f"{kind}s").values():
            root = parts.root(name)
            if root is not None:
                found.append((kind, root))
    return found


def _unchanged(data: bytes, house: House) -> Dressed:
    held = census(data).characters
    return Dressed(data, house.name, Proof(held, held), changed=False)


def _read(data: bytes) -> tuple[Source, Reading]:
    source = read(data)
    return source, recognise(source.text, source.lines, source.facts, source.warnings)


def _body(parts: Parts) -> Element:
    found = parts.document().find(w("body"))
    assert found is not None, "the reader has seen to it that there is one"
    return found


def _prove(before: bytes, whole: bytes, after: bytes, counts: Counts, dropped: set[int]) -> Proof:
    """Compare what the files hold; raises Altered for a difference nobody asked for.

    ``whole`` is the file with its lines parted, in which ``dropped`` are the places left out.
    """
    held, holds = census(before), census(after)
    if whole is not before:
        compare(held, census(whole))
    compare(census(whole, dropped) if dropped else held, holds)
    named: dict[str, Any] = {
        N_("spaces typed as indents, taken off"): counts.spaces + counts.tabs,
        N_("empty paragraphs that only made space, taken out"): counts.empty,
        N_("soft line breaks made paragraphs"): counts.split,
        N_("page numbers put in the place of the file's own"): counts.footers,
        N_("lines that are no part of the document, dropped as asked"): len(counts.junk),
    }
    differences = tuple((name, count) for name, count in named.items() if count)
    return Proof(held.characters, holds.characters, differences, tuple(counts.junk))

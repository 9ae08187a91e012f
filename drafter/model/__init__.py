"""What a document says: one closed family of nodes, the only traversals, ordinals, kinds."""

from drafter.model.document import ELEMENT_NAMED, ELEMENTS, Document, Element, lines_of, with_lines
from drafter.model.figures import Cell, Image, Table, grid
from drafter.model.inline import Gap, Inline, Para, Span, Text, as_shown
from drafter.model.kinds import KINDS, Kind, ends_in_kind, kind_named, kind_names
from drafter.model.nodes import Address, Block, Node, Point, Points, Section, nested, settled

__all__ = [
    "ELEMENTS",
    "ELEMENT_NAMED",
    "KINDS",
    "Address",
    "Block",
    "Cell",
    "Document",
    "Element",
    "Gap",
    "Image",
    "Inline",
    "Kind",
    "Node",
    "Para",
    "Point",
    "Points",
    "Section",
    "Span",
    "Table",
    "Text",
    "as_shown",
    "ends_in_kind",
    "grid",
    "kind_named",
    "kind_names",
    "lines_of",
    "nested",
    "settled",
    "with_lines",
]

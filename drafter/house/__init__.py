"""How a page looks, as data: one TOML file a house, a clause on every value."""

from drafter.house.house import Basis, House, Look, Masthead, Page, PageNumber, Rules, Signature
from drafter.house.load import house_names, load_house, read_house

__all__ = [
    "Basis",
    "House",
    "Look",
    "Masthead",
    "Page",
    "PageNumber",
    "Rules",
    "Signature",
    "house_names",
    "load_house",
    "read_house",
]

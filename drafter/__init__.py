"""drafter: draft, read and lay out Chinese official documents (公文).

The whole public interface; nothing is imported before it is used::

    import drafter

    template = drafter.load_template("工作部署会讲话")
    draft = drafter.draft(template, "会议名称：全县项目建设推进会")
    data = drafter.write(draft.document, "docx")
    reading = drafter.read(data, "docx")          # reading.document, reading.junk

Everything takes and returns values: text, bytes, documents. Opening files is left to the caller.
Whatever can go wrong is a `DrafterError` with a message, a place and a hint.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers read it; typing itself would load re at every start

if TYPE_CHECKING:
    from drafter.drafting.brief import brief_schema as brief_schema
    from drafter.drafting.brief import read_brief as read_brief
    from drafter.drafting.brief import with_settings as with_settings
    from drafter.drafting.brief import write_brief as write_brief
    from drafter.drafting.draft import Draft as Draft
    from drafter.drafting.draft import draft as draft
    from drafter.drafting.expand import expand as expand
    from drafter.drafting.library import load_template as load_template
    from drafter.drafting.library import template_names as template_names
    from drafter.drafting.plan import Size as Size
    from drafter.drafting.plan import plan as plan
    from drafter.drafting.provenance import provenance as provenance
    from drafter.drafting.questions import Question as Question
    from drafter.drafting.template import Template as Template
    from drafter.drafting.template import make_template as make_template
    from drafter.errors import DrafterError as DrafterError
    from drafter.formats import FORMATS as FORMATS
    from drafter.formats import Wishes as Wishes
    from drafter.formats import format_named as format_named
    from drafter.formats import format_of as format_of
    from drafter.formats import house_of as house_of
    from drafter.formats import notices as notices
    from drafter.formats import read as read
    from drafter.formats import write as write
    from drafter.house import Basis as Basis
    from drafter.house import House as House
    from drafter.house import house_names as house_names
    from drafter.house import load_house as load_house
    from drafter.house import read_house as read_house
    from drafter.model import Address as Address
    from drafter.model import Cell as Cell
    from drafter.model import Document as Document
    from drafter.model import Gap as Gap
    from drafter.model import Image as Image
    from drafter.model import Para as Para
    from drafter.model import Point as Point
    from drafter.model import Points as Points
    from drafter.model import Section as Section
    from drafter.model import Table as Table
    from drafter.model import Text as Text
    from drafter.model.measure import PACE as PACE
    from drafter.model.measure import Part as Part
    from drafter.model.measure import parts as parts
    from drafter.model.walk import gaps as gaps
    from drafter.reading.line import Judgement as Judgement
    from drafter.reading.line import Line as Line
    from drafter.reading.line import Reading as Reading
    from drafter.reading.line import Role as Role
    from drafter.reading.lineformat import line_objects as line_objects
    from drafter.revise.dress import Dressed as Dressed
    from drafter.revise.dress import dress as dress
    from drafter.revise.finish import Finished as Finished
    from drafter.revise.finish import Problem as Problem
    from drafter.revise.finish import finish as finish
    from drafter.revise.fix import Fixed as Fixed
    from drafter.revise.fix import Unplaced as Unplaced
    from drafter.revise.fix import annotate as annotate
    from drafter.revise.fix import fix as fix
    from drafter.revise.proof import Proof as Proof
_HOMES = {
    "drafter.drafting.brief": ("brief_schema", "read_brief", "with_settings", "write_brief"),
    "drafter.drafting.draft": ("Draft", "draft"),
    "drafter.drafting.expand": ("expand",),
    "drafter.drafting.library": ("load_template", "template_names"),
    "drafter.drafting.plan": ("Size", "plan"),
    "drafter.drafting.provenance": ("provenance",),
    "drafter.drafting.questions": ("Question",),
    "drafter.drafting.template": ("Template", "make_template"),
    "drafter.errors": ("DrafterError",),
    "drafter.formats": (
        "FORMATS", "Wishes", "format_named", "format_of", "house_of", "notices", "read", "write",
    ),
    "drafter.house": ("Basis", "House", "house_names", "load_house", "read_house"),
    "drafter.model": (
        "Address", "Cell", "Document", "Gap", "Image", "Para", "Point", "Points", "Section",
        "Table", "Text",
    ),
    "drafter.model.measure": ("PACE", "Part", "parts"),
    "drafter.model.walk": ("gaps",),
    "drafter.reading.line": ("Judgement", "Line", "Reading", "Role"),
    "drafter.reading.lineformat": ("line_objects",),
    "drafter.revise.dress": ("Dressed", "dress"),
    "drafter.revise.finish": ("Finished", "Problem", "finish"),
    "drafter.revise.fix": ("Fixed", "Unplaced", "annotate", "fix"),
    "drafter.revise.proof": ("Proof",),
}  # fmt: skip
_WHERE = {name: module for module, names in _HOMES.items() for name in names}


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return ["__version__", *_WHERE]


def __getattr__(name: str) -> object:
    """Import a public name's home when it is first used."""
    if name not in _WHERE:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(_WHERE[name]), name)
    return found

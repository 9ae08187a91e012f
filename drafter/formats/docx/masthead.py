"""版头: copy number, secrecy, urgency, the organ's mark, document number, signers, the red rule."""

from __future__ import annotations

from drafter.formats.docx.flow import Flow
from drafter.formats.docx.names import FIXED, SIGNER
from drafter.formats.docx.static import page_twips
from drafter.formats.docx.styles import char_twips
from drafter.formats.docx.width import text_width
from drafter.formats.docx.xml import element, run
from drafter.house import House
from drafter.house.house import TWIPS_A_MM
from drafter.model import ELEMENT_NAMED, Document, Para, kind_named, lines_of
from drafter.model.fixed import SIGNERS

_CORNER = ("copy_number", "secrecy", "urgency")
_LINE_TO_SIZE = 900 / 840  # of the mark's exact line to its size
_INK_TOP = 0.838  # of the size: how far the ink of a Han character rises above its baseline
_BASELINE = 0.8  # of an exact line: where the baseline stands
_RULE_SPACE_PT = 4.4  # from the ink of a line of text to the lower edge of its exact line


def masthead(flow: Flow, document: Document) -> bool:
    """Write the 版头; tell whether a rule stands under it."""
    house = flow.story.house
    corner = 0
    for role in _CORNER:
        line = getattr(document, role)
        if line:
            flow.add(role, flow.story.words(line))
            corner += 1
    if document.masthead:
        _mark(flow, document, corner)
    _number(flow, document)
    return house.masthead.form != "none" and bool(document.masthead or document.number)


def plain_masthead(flow: Flow, document: Document) -> None:
    """Write what an attachment has of a 版头, one line each: it is laid out as text."""
    for role in (*_CORNER, "masthead", "number"):
        for line in lines_of(document, ELEMENT_NAMED[role]):
            flow.add(role, flow.story.words(line))
    _plain_signers(flow, document)


def _plain_signers(flow: Flow, document: Document) -> None:
    for signer in document.signers:
        flow.add("number", run(SIGNERS, FIXED) + flow.story.words(signer, SIGNER))


def _mark(flow: Flow, document: Document, corner: int) -> None:
    """Write the organ's mark, its ink as far below the edge as the house says."""
    house = flow.story.house
    look, form = house.looks["masthead"], house.masthead
    widest = max(text_width(_shown(line, form.word)) for line in document.masthead)
    size = min(look.size_pt, int(house.page.text_width_mm * 72 / 25.4 / widest))
    line = round(size * 20 * _LINE_TO_SIZE)
    ink = _BASELINE * line - _INK_TOP * size * 20
    before = round(form.top_mm * TWIPS_A_MM - corner * house.page.pitch_twips - ink)
    sized = ""
    if size != look.size_pt:
        sized = element("sz", val=int(size * 2)) + element("szCs", val=int(size * 2))
    for count, organ in enumerate(document.masthead):
        space = element("spacing", before=before if not count else 0, line=line, lineRule="exact")
        words = flow.story.words(organ, extra=sized)
        if form.word and not organ.text.endswith(form.word):
            words += run(form.word, FIXED, sized)
        flow.add("masthead", words, space)


def _shown(line: Para, word: str) -> str:
    return line.text if line.text.endswith(word) else line.text + word


def _number(flow: Flow, document: Document) -> None:
    """Write the document number, on an upward document with who signs it, and the rule."""
    house = flow.story.house
    if not (document.number or document.signers):
        return
    look = house.looks["number"]
    kind = kind_named(document.kind)
    upward = bool(document.signers) or (kind is not None and kind.direction == "up")
    before = round(look.before_lines * house.page.pitch_twips) if document.masthead else 0
    ruled = house.masthead.form in ("file", "minutes") and bool(document.masthead)
    spacing = element("spacing", before=before) if before else ""
    rule = _rule(house) if ruled else ""
    if upward and house.masthead.form == "file":
        _upward(flow, document, rule, before)
        return
    if document.number:
        flow.add("number", flow.story.words(document.number), rule + spacing)
    _plain_signers(flow, document)


def _upward(flow: Flow, document: Document, rule: str, before: int) -> None:
    """Write number left and signers right, two a row, the number on the last row (7.2.6)."""
    house = flow.story.house
    char, width = char_twips(house, house.looks["number"].size_pt), page_twips(house.page)
    rows = [document.signers[at : at + 2] for at in range(0, len(document.signers), 2)] or [()]
    names = [text_width(signer.text) for row in rows for signer in row]
    widest = max(names, default=0.0)
    label = width - char - round((text_width(SIGNERS) + (len(rows[0]) or 1) * (widest + 1)) * char)
    first_name = label + char + round(text_width(SIGNERS) * char)
    second_name = first_name + round((widest + 1) * char)
    stops = (char, label + char, first_name, second_name)
    tabs = "".join(element("tab", val="left", pos=stop) for stop in stops)
    for index, row in enumerate(rows):
        last, first = index == len(rows) - 1, index == 0
        words = run("\t", FIXED) + (flow.story.words(document.number) if last else "")
        if row:
            words += run("\t" + (SIGNERS if first else "\t"), FIXED)
        for position, signer in enumerate(row):
            words += run("\t", FIXED) if position else ""
            words += flow.story.words(signer, SIGNER)
        spacing = element("spacing", before=before) if first and before else ""
        flow.add(
            "number",
            words,
            (rule if last else "")
            + f"<w:tabs>{tabs}</w:tabs>"
            + spacing
            + element("jc", val="left"),
        )


def _rule(house: House) -> str:
    """Write the red rule as the number's lower border."""
    rules = house.rules
    space = round(rules.head_below_mm * 72 / 25.4 - _RULE_SPACE_PT)
    line = element(
        "bottom", val="single", sz=round(rules.head_pt * 8), space=space, color=rules.colour
    )
    return f"<w:pBdr>{line}</w:pBdr>"

"""A file's settings, as far as the page of its house needs them."""

from __future__ import annotations

from drafter.formats.docx.xml import W
from drafter.house import House
from drafter.revise.ooxml import Element, fragments, is_on, w
from drafter.revise.parts import Parts

_BEFORE_EVEN = """
    writeProtection view zoom removePersonalInformation removeDateAndTime
    doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
    saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
    bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
    hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles
    stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions
    doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme
    styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle
"""
_BEFORE_SPACING = f"""{_BEFORE_EVEN}
    evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
    drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
"""
_AGAINST = ("mirrorMargins", "gutterAtTop", "bookFoldPrinting", "bookFoldRevPrinting")


class Settings:
    """The settings of one file."""

    def __init__(self, parts: Parts) -> None:
        name = parts.named("settings", "word/settings.xml")
        self.root = parts.sure(name, f'<w:settings xmlns:w="{W}"/>')
        self.apart = is_on(self.root.find(w("evenAndOddHeaders")))
        """Whether even pages had headers and footers of their own."""

    def dress(self, house: House) -> None:
        """Set what the page needs; nothing else is touched."""
        for name in _AGAINST:
            for old in self.root.findall(w(name)):
                self.root.remove(old)
        even = "<w:evenAndOddHeaders/>" if house.page_number.place == "outside" else ""
        self._set("evenAndOddHeaders", even, _BEFORE_EVEN)
        spacing = '<w:characterSpacingControl w:val="compressPunctuation"/>'
        self._set("characterSpacingControl", spacing, _BEFORE_SPACING)

    def _set(self, name: str, xml: str, before: str) -> None:
        """Set a setting where the schema has it, or take it out."""
        for old in self.root.findall(w(name)):
            self.root.remove(old)
        known = {w(other) for other in before.split()}
        children: list[Element] = list(self.root)
        places = [at for at, child in enumerate(children) if child.tag in known]
        for made in fragments(xml):
            self.root.insert(places[-1] + 1 if places else 0, made)

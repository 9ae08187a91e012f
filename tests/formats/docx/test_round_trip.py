"""What a document says survives Word: written and read back, nothing has changed."""

import io
import zipfile

from hypothesis import given, settings

import drafter
from tests.strategies import documents


@given(documents())
@settings(max_examples=150, deadline=None)
def test_reading_a_word_file_of_ours_gives_the_document_back(document):
    assert drafter.read(drafter.write(document, "docx"), "docx").document == document


def test_words_a_person_styled_in_word_stay_in_their_line():
    document = drafter.Document(signature=(drafter.Para.of("云溪县", drafter.Gap("机关")),))
    data = _changed(drafter.write(document, "docx"), "<w:r><w:t xml:space", _STYLED)
    (signature,) = drafter.read(data, "docx").document.signature
    assert signature.text == "云溪县【机关】"


def test_a_gap_filled_in_by_hand_is_words():
    document = drafter.Document(signature=(drafter.Para.of("云溪县", drafter.Gap("机关")),))
    data = _changed(drafter.write(document, "docx"), "【机关】", "水务局")
    assert drafter.read(data, "docx").document.signature == (drafter.Para.of("云溪县水务局"),)


_STYLED = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space'


def _changed(data, old, new):
    """Change the first place in the main part of a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old in part.decode()
                part = part.decode().replace(old, new, 1).encode()
            target.writestr(name, part)
    return out.getvalue()

"""What a document says survives Word: written and read back, nothing has changed."""

from hypothesis import given, settings

import drafter
from tests.strategies import documents


@given(documents())
@settings(max_examples=150, deadline=None)
def test_reading_a_word_file_of_ours_gives_the_document_back(document):
    assert drafter.read(drafter.write(document, "docx"), "docx").document == document

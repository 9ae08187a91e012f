"""What an outline says it says exactly: written and read again, nothing has changed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.formats import outline
from tests.strategies import documents


@given(documents())
@settings(max_examples=300, deadline=None)
def test_reading_what_was_written_gives_the_document_back(document):
    assert outline.read(outline.write(document)) == document


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_a_message(source):
    try:
        found = outline.read(source)
    except DrafterError as error:
        assert str(error)
    else:
        assert outline.read(outline.write(found)) == found

"""Widths of words: the whole and its parts agree."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.house.measure import ruler, text_width

texts = st.text("云溪县年度做好2026aG（“—·.　 ", min_size=1, max_size=40)


def test_a_space_stands_between_han_and_digits_or_letters_only():
    assert text_width("开展2026年度") == 2 + 0.25 + 2 + 0.25 + 2
    assert text_width("G528国道") == 2 + 0.25 + 2
    assert text_width("“12·3”") == 4.5


@given(texts, st.data())
def test_a_line_is_as_wide_as_its_words_alone(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert ruler(text, 99).between(start, end) == text_width(text[start:end])

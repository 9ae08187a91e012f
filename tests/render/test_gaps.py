"""What is missing can be seen on the page, and is gone once it is filled in."""

from __future__ import annotations

import pytest

import drafter
from tests.render.page import render

pytestmark = pytest.mark.render


def test_gaps_can_be_seen_on_the_page(tmp_path):
    drafted = drafter.draft(drafter.load_template("工作部署会讲话"))
    pages = render({"empty": drafter.write(drafted.document, "docx")}, tmp_path)["empty"]
    shown = "".join(row.text for row in pages.rows)
    assert drafted.gaps
    for gap in drafted.gaps:
        assert f"【{''.join(gap.name.split())}】" in shown


def test_gaps_a_letter_does_not_show_are_not_seen(tmp_path):
    of, gap = drafter.Para.of, drafter.Gap("某处")
    letter = drafter.Document(
        kind="letter", masthead=(of("云溪县水务局"), of(gap), of("云溪县", gap)), printer=of(gap)
    )
    pages = render({"letter": drafter.write(letter, "docx")}, tmp_path)["letter"]
    assert "".join(row.text for row in pages.rows) == "云溪县水务局"

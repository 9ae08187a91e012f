"""Every measurable clause of GB/T 9704-2012, on every document it is about."""

from __future__ import annotations

import pytest

from tests.render.clauses import CLAUSES
from tests.render.conftest import NAMES

pytestmark = pytest.mark.render


@pytest.mark.parametrize("name", NAMES)
def test_a_document_keeps_every_clause(rendered, name):
    sheet = rendered[name]
    broken = {}
    for title, (check, applies) in CLAUSES.items():
        try:
            if applies(sheet):
                check(sheet)
        except AssertionError as error:
            broken[title] = str(error)
    assert not broken, "\n".join(f"{title}: {told}" for title, told in broken.items())


def test_every_clause_is_about_some_document(rendered):
    idle = [
        title
        for title, clause in CLAUSES.items()
        if not any(clause.applies(sheet) for sheet in rendered.values())
    ]
    assert idle == []

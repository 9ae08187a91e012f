"""All documents rendered once, in one run of LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter
from tests.render.page import render
from tests.render.sheet import Sheet

DOCUMENTS = Path(__file__).parent / "documents"
_WRITTEN = sorted(path.stem for path in DOCUMENTS.glob("*.md") if path.stem != "README")
_DRAFTED = "drafted-"
NAMES = (*_WRITTEN, *(_DRAFTED + name for name in sorted(drafter.template_names())))


def document(name: str) -> drafter.Document:
    """Read one of the documents composed for this, or draft a template's example."""
    if name.startswith(_DRAFTED):
        template = drafter.load_template(name.removeprefix(_DRAFTED))
        return drafter.draft(template, template.example).document
    return drafter.read((DOCUMENTS / f"{name}.md").read_bytes(), "outline").document


def sheets(wanted, folder) -> dict[str, Sheet]:
    """Write and render documents: names → (document, house)."""
    files = {
        name: drafter.write(found, "docx", drafter.Wishes(house))
        for name, (found, house) in wanted.items()
    }
    pages = render(files, folder)
    return {
        name: Sheet(found, house, files[name], pages[name])
        for name, (found, house) in wanted.items()
    }


@pytest.fixture(scope="session")
def rendered(tmp_path_factory) -> dict[str, Sheet]:
    found = {name: document(name) for name in NAMES}
    wanted = {name: (one, drafter.house_of(one)) for name, one in found.items()}
    return sheets(wanted, tmp_path_factory.mktemp("pages"))

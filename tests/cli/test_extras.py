"""What a Word file holds beside its document, and what is told of it, from the command line."""

import json
from pathlib import Path

import pytest

from tests.formats.docx.good import parts_of

TEMPLATE = "工作部署会讲话"
OUTLINE = "---\n文种: 通知\n标题: 关于【事项：什么事｜县府办】的通知\n---\n\n请办理。\n"
SECRET = (
    "---\n文种: 通知\n密级: 秘密★1年\n标题: 甲\n---\n\n请办理。\n+++\n密级: 秘密★1年\n+++\n乙\n"
)
LETTER = "---\n文种: 函\n发文机关标志: 云溪县水务局\n印发机关: 办公室\n---\n\n请函复。\n"


@pytest.fixture
def parts(drafter):
    """Run a command that writes a Word file; gives the file's parts as text."""

    def run(*arguments: str) -> dict[str, str]:
        result = drafter(*arguments, "-o", "out.docx", "--force")
        assert (result.code, result.err) == (0, "")
        found = parts_of(Path("out.docx").read_bytes())
        return {name: data.decode("utf-8", "replace") for name, data in found.items()}

    return run


def test_gaps_are_explained_on_request(parts):
    Path("a.md").write_text(OUTLINE, "utf-8")
    assert "word/comments.xml" not in parts("convert", "a.md")
    assert "什么事　问：县府办" in parts("convert", "a.md", "--comments")["word/comments.xml"]
    drafted = parts("draft", TEMPLATE, "--no-input", "--comments")
    assert drafted["word/comments.xml"].count("<w:comment ") > 3


def test_where_a_draft_comes_from_is_kept_on_request(parts):
    call = ("draft", TEMPLATE, "--no-input", "--set", "关键词=精准")
    assert "docProps/custom.xml" not in parts(*call)
    kept = parts(*call, "--provenance")["docProps/custom.xml"]
    assert 'name="drafter-template"' in kept and "speech-deployment" in kept
    Path("b.txt").write_text("# 要素\n关键词:  精准\n", "utf-8")
    brief = ("draft", TEMPLATE, "--no-input", "-b", "b.txt", "--provenance")
    assert parts(*brief)["docProps/custom.xml"] == kept


@pytest.mark.parametrize("command", [("convert",), ("convert", "--house", "letter")])
def test_a_classified_document_gives_exactly_one_warning(drafter, command, monkeypatch):
    Path("a.md").write_text(SECRET, "utf-8")
    name, *options = command
    found = json.loads(drafter(name, "a.md", *options, "-o", "a.docx", "--json").out)
    assert len(found["warnings"]) == 1
    assert "classified" in found["warnings"][0]
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert drafter(name, "a.md", *options, "-o", "b.docx").err.count("warning: ") == 1


def test_what_a_letter_hides_is_told(drafter):
    Path("a.md").write_text(LETTER, "utf-8")
    found = json.loads(drafter("convert", "a.md", "-o", "a.docx", "--json").out)
    assert len(found["warnings"]) == 1
    assert "印发机关" in found["warnings"][0]
    plain = drafter("convert", "a.md", "-o", "b.docx", "--house", "gbt9704", "--json")
    assert json.loads(plain.out)["warnings"] == []

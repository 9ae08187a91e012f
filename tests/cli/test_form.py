"""drafter draft with a Word file as the template, as its user meets it."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

BRIEF = (
    "事项：修建渡口、码头\n理由：\n  - 水路不通：要绕行\n  - 群众盼望\n参会人员：\n  - 张\n  - 李\n"
)


@pytest.fixture
def form():
    """A Word file with gaps, in the folder the command runs in."""

    def make(*paragraphs: str, name: str = "请示.docx") -> str:
        document = docx.Document()
        for words in paragraphs or (
            "关于【事项：动宾短语｜办公室】的请示",
            "【理由】",
            "参会：【参会人员】",
        ):
            document.add_paragraph(words)
        document.save(name)
        return name

    return make


@pytest.fixture
def there(drafter, form):
    form()
    Path("b.txt").write_text(BRIEF, "utf-8")


def lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def test_a_word_file_is_filled_and_reported(drafter, there):
    result = drafter("draft", "请示.docx", "-b", "b.txt", "-o", "out.docx", "--json")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["gaps"] == []
    assert lines(Path("out.docx").read_bytes()) == [
        "关于修建渡口、码头的请示", "水路不通：要绕行", "群众盼望", "参会：张、李",
    ]  # fmt: skip


def test_what_is_missing_stays_and_is_listed(drafter, there):
    result = drafter("draft", "请示.docx", "--set", "理由=一条", "-o", "out.docx", "--json")
    assert [gap["name"] for gap in json.loads(result.out)["gaps"]] == ["事项", "参会人员"]
    assert json.loads(result.out)["gaps"][0]["ask"] == "办公室"
    assert lines(Path("out.docx").read_bytes())[0] == "关于【事项：动宾短语｜办公室】的请示"


def test_strict_lists_all_that_is_missing_and_writes_nothing(drafter, there):
    result = drafter("draft", "请示.docx", "--strict", "-o", "out.docx")
    assert result.code == 1
    assert "3 facts are missing: 事项、理由、参会人员" in result.err
    assert not Path("out.docx").exists()


def test_a_wrong_key_is_told_with_the_nearest(drafter, there):
    Path("b.txt").write_text("事像：修渠\n", "utf-8")
    result = drafter("draft", "请示.docx", "-b", "b.txt", "-o", "out.docx")
    assert result.code == 2
    assert result.err == "b.txt:1: error: nothing asks for 事像\n  did you mean 事项?\n"


def test_piped_it_goes_to_stdout(drafter, there):
    result = drafter("draft", "请示.docx", "-b", "b.txt")
    assert lines(result.raw)[0] == "关于修建渡口、码头的请示"


def test_the_template_itself_is_never_overwritten(drafter, there):
    before = Path("请示.docx").read_bytes()
    result = drafter("draft", "请示.docx", "-o", "请示.docx", "--force")
    assert result.code == 2
    assert "would overwrite its own input" in result.err
    assert Path("请示.docx").read_bytes() == before


@pytest.mark.parametrize(
    "options", [("--house", "letter"), ("--comments",), ("--provenance",), ("--to", "text")]
)
def test_what_a_word_template_cannot_have_is_refused(drafter, there, options):
    result = drafter("draft", "请示.docx", "-o", "out", *options)
    assert result.code == 2
    assert "a Word file as the template" in result.err


def test_a_word_file_without_gaps_is_no_template(drafter, form):
    form("没有空缺")
    result = drafter("draft", "请示.docx", "-o", "out.docx")
    assert result.code == 2
    assert "there is no gap in this Word file" in result.err


def test_templates_show_says_what_a_word_file_asks(drafter, there):
    result = drafter("templates", "show", "请示.docx")
    assert "事项（文字，required）" in result.out
    assert "动宾短语" in result.out
    assert drafter("templates", "show", "请示.docx", "--json").code == 0


def test_a_word_file_of_ones_own_is_a_template_by_its_name(drafter, form, home):
    from drafter.cli.packs import TEMPLATES, own_pack

    folder = own_pack().folder / TEMPLATES
    folder.mkdir(parents=True)
    form(name=str(folder / "请示单.docx"))
    assert "请示单  " in drafter("templates").out
    result = drafter("draft", "请示单", "--set", "事项=修渠", "-o", "a.docx")
    assert result.code == 0
    assert lines(Path("a.docx").read_bytes())[0] == "关于修渠的请示"


def test_answers_can_be_kept_as_a_brief(drafter, there):
    drafter("draft", "请示.docx", "-b", "b.txt", "--save-brief", "kept.txt", "-o", "a.docx")
    drafter("draft", "请示.docx", "-b", "kept.txt", "-o", "b.docx")
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()

"""Both READMEs: their commands run from top to bottom, and print what stands below them."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import drafter, home
from tests.docs.page import DOCS

__all__ = ["drafter", "home"]
PAGES = {"zh": "README.zh-CN.md", "en": "README.md"}
FILES = {"brief": "docs/examples/农村供水.brief.txt", "plan": "docs/examples/农村供水.提纲.md"}
_CODE = re.compile(r"#.*(?:exit code|退出码) (\d)")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks(language):
    text = (DOCS.parent / PAGES[language]).read_text("utf-8")
    return [(kind, words.rstrip("\n").split("\n")) for kind, words in _BLOCK.findall(text)]


def in_order(shown, printed):
    """Tell which shown lines are not printed in this order; …… stands for what was left out."""
    missing, at = [], 0
    for line in shown:
        form = re.compile(".*".join(map(re.escape, line.strip().split("……"))))
        found = [n for n, one in enumerate(printed[at:], at) if form.fullmatch(one.strip())]
        if not found:
            missing.append(line)
        at = found[0] + 1 if found else at
    return missing


def run(drafter, line):
    """Run a command of the page; gives what it prints and the words of the file it writes.

    Its remark tells the exit code where it is another than 0.
    """
    code = int(told[1]) if (told := _CODE.search(line)) else 0
    words = shlex.split(re.sub(r"\s+#.*", "", line))
    to = words.pop() if ">" in words else ""
    words = [word for word in words[1:] if word != ">"]
    result = drafter(*words)
    assert (result.code, result.err) == (code, ""), line
    if to:
        Path(to).write_bytes(result.raw)
    made = Path(words[words.index("-o") + 1]) if "-o" in words else Path()
    if made.suffix in (".md", ".docx") and words[0] == "draft":
        to_text = "outline" if made.suffix == ".md" else "text"
        return drafter("convert", made, "--to", to_text, "-o", "-").out
    return result.out


@pytest.mark.parametrize("language", PAGES)
def test_the_commands_run_and_print_what_is_shown(language, drafter, monkeypatch):
    monkeypatch.setenv("DRAFTER_LANG", language)
    shutil.copytree(DOCS / "examples", "docs/examples")
    printed = ""
    for kind, lines in blocks(language):
        if kind == "sh":
            calls = [x for x in lines if x.startswith("drafter ") and " preview " not in x]
            printed = "".join([run(drafter, line) for line in calls])
        elif kind == "text":
            assert in_order(lines, printed.split("\n")) == []
        elif kind in FILES:
            assert in_order(lines, Path(FILES[kind]).read_text("utf-8").split("\n")) == []


def test_both_readmes_show_the_same_commands_and_examples():
    said = {
        "planned 2160 characters, actual 670 (31%)": "计划 2160 字，实际 670 字（31%）",
        "opening": "开头",
        "tracked change": "修订",
        "comment ": "批注 ",
    }

    def one_tongue(line):
        for english, chinese in said.items():
            line = line.replace(english, chinese)
        return re.sub(r"\s+#.*", "", line)

    def bare(language):
        return [[one_tongue(line) for line in lines] for _, lines in blocks(language)]

    assert bare("en") == bare("zh")


def test_every_page_of_the_docs_is_named_in_both():
    pages = {path.name for path in DOCS.glob("*.md")}
    for language, other in (("en", "commands.zh-CN.md"), ("zh", "commands.md")):
        text = (DOCS.parent / PAGES[language]).read_text("utf-8")
        assert {name for name in pages if f"](docs/{name})" not in text} == {other}


def test_the_number_of_templates_is_the_one_told():
    from drafter import template_names

    for language, words in (("zh", " 份模板："), ("en", " templates: ")):
        text = (DOCS.parent / PAGES[language]).read_text("utf-8")
        assert (
            f"# {len(template_names())}{words}" in text
            or f"{len(template_names())} {words}" in text
        )

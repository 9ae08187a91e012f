"""docs/house-format.md: every value is in its table as the standard has it; the examples work."""

import re
from dataclasses import MISSING, fields

import pytest

import drafter
from drafter.formats.docx.names import STYLES
from drafter.house import check
from drafter.house.house import Look
from drafter.model import Document, Para
from tests.docs.page import column, examples, page, rows
from tests.formats.docx.good import parts_of

PAGE = page("house-format.md")
EXAMPLES = examples(PAGE, "toml")
STANDARD = drafter.load_house("gbt9704")
PARTS = ("fonts", *check.PARTS)


def said(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def clause(path: str) -> str:
    basis = STANDARD.bases[path]
    return basis.clause + (" 实务" if basis.source == "实务" else "")


def names(head: str) -> list[str]:
    return [cell.strip("`") for cell in column(PAGE, head)]


def named(cell: str) -> set[str]:
    """Give the words a cell sets as code."""
    return set(re.findall("`([^`]+)`", cell))


def test_every_house_is_in_its_table_with_title_and_base():
    found = {name: (title, base) for name, title, base, _ in rows(PAGE, "版式")}
    houses = {name: drafter.load_house(name) for name in drafter.house_names()}
    assert found == {name: (house.title, house.based_on) for name, house in houses.items()}


def test_every_key_at_the_top_is_in_its_table():
    assert names("顶层键") == list(check._HEAD)


@pytest.mark.parametrize("part", PARTS)
def test_every_value_is_in_the_table_of_its_part_as_the_standard_has_it(part):
    expected = [
        [f"`{path.removeprefix(f'{part}.')}`", said(value), clause(path)]
        for path, value in STANDARD.values.items()
        if path.startswith(f"{part}.")
    ]
    assert [row[:3] for row in rows(PAGE, part)] == expected
    assert all(row[3] for row in rows(PAGE, part))


def test_every_look_is_in_its_table_as_the_standard_has_it():
    expected = [
        [f"`{role}`", look.font, said(look.size_pt), clause(f"looks.{role}.font")]
        for role, look in STANDARD.looks.items()
    ]
    assert [row[:4] for row in rows(PAGE, "要素")] == expected
    assert {style.look for style in STYLES} <= set(names("要素"))


def test_every_value_of_a_look_is_in_its_table_with_its_default():
    defaults = [
        [f"`{field.name}`", "" if field.default is MISSING else said(field.default)]
        for field in fields(Look)
    ]
    assert [row[:2] for row in rows(PAGE, "looks")] == defaults


def test_every_word_a_value_may_be_is_told():
    cells = {f"{part}.{row[0].strip('`')}": row[3] for part in PARTS for row in rows(PAGE, part)}
    cells["align"] = next(row[2] for row in rows(PAGE, "looks") if row[0] == "`align`")
    for path, choices in check._CHOICES.items():
        assert named(cells[path]) == set(choices), path
    assert names("fonts") == list(check._FONTS)


def test_the_bounds_of_every_unit_are_told():
    told = {row[0].strip("`_"): row[1] for row in rows(PAGE, "单位")}
    units = {unit: f"{low}–{high}" for unit, (low, high) in check._BOUNDS.items()}
    told["row"] = "–".join(re.search(r"(\d)–(\d)", _cell("signature", "a_row")).groups())
    assert told == units
    rules = {row[0].strip("`") for row in rows(PAGE, "rules") if "至多 12" in row[3]}
    assert rules == {
        path.removeprefix("rules.")
        for path in STANDARD.values
        if path.startswith("rules.") and _is_number(path) and check._bounds(path) == check._RULE
    }
    assert check._RULE == (0, 12)


def _cell(part: str, name: str) -> str:
    return next(row[3] for row in rows(PAGE, part) if row[0] == f"`{name}`")


def _is_number(path: str) -> bool:
    return isinstance(STANDARD.values[path], int | float) and path != "rules.tail_lines"


def test_every_table_of_a_house_file_has_its_heading():
    assert re.findall(r"^\*\*`\[(\w+)", PAGE, re.M) == [
        "page", "fonts", "page_number", "rules", "masthead", "signature", "looks",
    ]  # fmt: skip


@pytest.mark.parametrize("source", EXAMPLES)
def test_every_example_is_a_sound_house_file_that_changes_what_it_says(source):
    house = drafter.read_house(source, "example.toml")
    base = drafter.load_house(house.based_on)
    changed = {path for path, value in house.values.items() if value != base.values[path]}
    lines = [line for line in source.splitlines() if re.match(r"[\w.]+ = ", line)]
    heads = [line for line in lines if re.match("title|based_on", line)]
    assert len(changed) == len(lines) - len(heads)


def made(source: str, kind: str = "notice") -> dict[str, str]:
    document = Document(
        kind=kind,
        title=Para.of("关于值班的通知"),
        masthead=(Para.of("云溪县人民政府"),),
        signature=(Para.of("云溪县人民政府"),),
        date=Para.of("2026年4月9日"),
        printer=Para.of("云溪县人民政府办公室"),
    )
    house = drafter.read_house(source, "example.toml")
    parts = parts_of(drafter.write(document, "docx", drafter.Wishes(house)))
    return {name: data.decode("utf-8", "replace") for name, data in parts.items()}


def test_the_examples_do_what_the_page_says():
    first, fonts, mark, letter = EXAMPLES
    assert ">- </w:t>" in made(first)["word/footer1.xml"]
    styles = made(fonts)["word/styles.xml"]
    assert all(f'"{name}"' in styles for name in ("仿宋", "楷体", "华文中宋", "黑体"))
    assert "GB2312" not in styles and "方正" not in styles
    assert '<w:sz w:val="108"/>' in made(mark)["word/styles.xml"]
    assert drafter.read_house(letter, "x.toml").masthead.form == "letter"
    dated = made(letter, "letter")["word/styles.xml"].split('w:styleId="Date"')[1]
    assert 'w:rightChars="200"' in dated.split("</w:style>")[0]


def test_a_file_named_like_the_standard_changes_letters_too():
    own = (("gbt9704.toml", EXAMPLES[0]),)
    for name in drafter.house_names():
        assert drafter.load_house(name, own).page_number.form == "- {n} -"


def test_what_the_page_says_of_clauses():
    value = re.search(r"写成 `(\[[^`]+\])`", PAGE)[1]
    house = drafter.read_house(f"page_number.form = {value}", "x.toml")
    assert house.bases["page_number.form"] == ("本县细则 3", "实务")


def test_only_fonts_the_page_names_are_used_by_houses():
    for name in drafter.house_names():
        assert set(drafter.load_house(name).fonts.values()) <= set(column(PAGE, "fonts", 1))


@pytest.mark.parametrize("size", ["3号 16", "4号 14", "小四 12", "2号 22"])
def test_the_sizes_have_their_names(size):
    assert size in next(row[2] for row in rows(PAGE, "单位") if row[0] == "`_pt`")

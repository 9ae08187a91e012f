"""House files of one's own: what they change, what they are laid over, what is told of them."""

from __future__ import annotations

import pytest

import drafter
from drafter.errors import DrafterError, Several, UnusableInput, WrongUse
from drafter.house import load_house, read_house

STANDARD = load_house("gbt9704")
MARK = "[looks.masthead]\nsize_pt = 50\n"


def changed(house: drafter.House, other: drafter.House) -> set[str]:
    return {path for path, value in house.values.items() if value != other.values[path]}


def problems(source: str, name: str = "unit.toml", own=()) -> list[tuple[int, str]]:
    """Give the line and the words of everything wrong with a house file."""
    with pytest.raises(DrafterError) as caught:
        read_house(source, name, own)
    found = caught.value.parts if isinstance(caught.value, Several) else (caught.value,)
    assert all(one.place.source == name for one in found)
    return [(one.place.line, one.message.format(**one.values)) for one in found]


# what a file changes


def test_a_file_changes_the_values_it_says_and_no_others():
    house = read_house('title = "云溪县格式"\n[page_number]\nform = "- {n} -"\n', "unit.toml")
    assert changed(house, STANDARD) == {"page_number.form"}
    assert (house.name, house.title, house.based_on) == ("unit", "云溪县格式", "gbt9704")
    assert house.page_number.form == "- {n} -"
    assert house.page == STANDARD.page


def test_what_it_does_not_say_keeps_its_clause():
    house = read_house('[page_number]\nform = "- {n} -"\n', "unit.toml")
    assert house.bases["page_number.size_pt"] == ("7.5", "国标")
    assert house.bases["page_number.form"] == ("", "实务")
    kept = set(house.bases) - {"page_number.form", "title", "based_on"}
    assert all(house.bases[path] == STANDARD.bases[path] for path in kept)


def test_a_value_may_bring_a_clause_of_its_own():
    house = read_house('page_number.form = ["- {n} -", "某省细则 3", "实务"]\n', "unit.toml")
    assert house.page_number.form == "- {n} -"
    assert house.bases["page_number.form"] == ("某省细则 3", "实务")


@pytest.mark.parametrize(
    "source",
    ["[looks.masthead]\nsize_pt = 50\n", "looks.masthead.size_pt = 50\n",
     "looks = { masthead = { size_pt = 50 } }\n", "[looks]\nmasthead.size_pt = 50.0\n"],
)  # fmt: skip
def test_any_way_toml_has_of_saying_a_value_will_do(source):
    assert changed(read_house(source, "unit.toml"), STANDARD) == {"looks.masthead.size_pt"}


def test_a_look_takes_values_that_the_standard_says_nothing_of():
    house = read_house("looks.heading1.bold = true\n", "unit.toml")
    assert house.looks["heading1"].bold
    assert house.looks["heading1"].font == "hei"


def test_an_empty_file_changes_nothing():
    assert changed(read_house("# nothing yet\n", "unit.toml"), STANDARD) == set()


@pytest.mark.parametrize("base", drafter.house_names())
def test_a_file_may_be_based_on_any_house(base):
    house = read_house(f'based_on = "{base}"\n{MARK}', "unit.toml")
    assert house.based_on == base
    assert changed(house, load_house(base)) <= {"looks.masthead.size_pt"}
    assert house.masthead == load_house(base).masthead


# houses of one's own, by name


def test_a_house_of_ones_own_is_known_by_name_and_title():
    own = (("/home/wang/houses/云溪县.toml", f'title = "县格式"\n{MARK}'),)
    assert load_house("云溪县", own).looks["masthead"].size_pt == 50
    assert load_house("县格式", own) is load_house("县格式", own)
    assert load_house("县格式", own).name == "云溪县"
    assert drafter.house_names(own) == tuple(sorted({*drafter.house_names(), "云溪县"}))


def test_a_house_without_a_title_is_called_like_its_file():
    own = (("unit.toml", MARK), ("dept.toml", 'title = ""\nbased_on = "unit"'))
    assert [load_house(name, own).title for name in ("unit", "dept")] == ["unit", ""]


def test_the_houses_of_drafter_have_chinese_titles_too():
    assert load_house("信函格式") is not load_house("gbt9704")
    assert load_house("信函格式").name == "letter"


def test_a_file_named_like_the_standard_s_changes_all_houses_based_on_it():
    own = (("gbt9704.toml", MARK),)
    for name in drafter.house_names():
        found = load_house(name, own)
        assert found.looks["masthead"].size_pt == 50
        assert changed(found, load_house(name)) == {"looks.masthead.size_pt"}
        assert found.title == load_house(name).title


def test_a_file_named_like_a_letter_s_changes_letters_only():
    own = (("letter.toml", "[rules]\nwidth_mm = 165\n"),)
    assert load_house("letter", own).rules.width_mm == 165
    assert load_house("letter", own).masthead.form == "letter"
    assert load_house("gbt9704", own).rules.width_mm == 156


def test_files_may_be_based_on_files():
    own = (("unit", MARK), ("dept.toml", 'based_on = "unit"\n[looks.body]\nsize_pt = 15\n'))
    found = load_house("dept", own)
    assert changed(found, STANDARD) == {"looks.masthead.size_pt", "looks.body.size_pt"}
    read = read_house('based_on = "dept"\n', "x.toml", own)
    assert changed(read, found) == set()


def test_a_file_elsewhere_may_be_based_on_the_one_of_its_name_in_the_folder():
    own = (("unit.toml", MARK),)
    assert read_house('based_on = "unit"', "./unit.toml", own).looks["masthead"].size_pt == 50


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"a": 'based_on = "a"'}, "a → a"),
        ({"a": 'based_on = "b"', "b": 'title = "b"\nbased_on = "a"'}, "a → b → a"),
        ({"a": 'based_on = "letter"', "gbt9704": 'based_on = "a"'}, "a → gbt9704 → a"),
        ({"a": 'based_on = "b"', "b": 'based_on = "b"'}, "b → b"),
    ],
)
def test_houses_that_are_based_on_each_other_are_told(own, told):
    with pytest.raises(UnusableInput) as caught:
        load_house("a", tuple((f"{name}.toml", text) for name, text in own.items()))
    assert caught.value.values["names"] == told
    assert caught.value.place.line


# names that are not there


@pytest.mark.parametrize(
    ("name", "near"),
    [("lettre", "letter"), ("gb9704", "gbt9704"), ("单位格式", "单位"), ("nope", ""), ("公文", "")],
)
def test_an_unknown_house_offers_the_nearest(name, near):
    with pytest.raises(WrongUse) as caught:
        load_house(name, (("单位.toml", ""),))
    assert caught.value.values["near"] == near
    assert "单位" in caught.value.values["names"]
    assert caught.value.hint == ("did you mean {near}?" if near else "there are {names}")


def test_an_unknown_base_is_told_with_its_line_and_the_nearest():
    with pytest.raises(UnusableInput) as caught:
        read_house('title = "甲"\nbased_on = "lettre"\n', "unit.toml")
    assert str(caught.value.place) == "unit.toml:2"
    assert caught.value.values["near"] == "letter"


def test_an_unknown_value_offers_the_nearest_with_its_line():
    with pytest.raises(UnusableInput) as caught:
        read_house("[page]\nlines = 22\ntop_m = 30\n", "unit.toml")
    assert str(caught.value) == "unit.toml:3: a house style has no value page.top_m"
    assert caught.value.hint.format(**caught.value.values) == "did you mean page.top_mm?"


# values that do not fit


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('page.top_mm = "37"', "page.top_mm has to be a number"),
        ("page.top_mm = true", "page.top_mm has to be a number"),
        ("page.top_mm = [37]", "page.top_mm has to be a number"),
        ("page.top_mm = 1979-05-27", "page.top_mm has to be a number"),
        ("page.lines = 22.5", "page.lines has to be a whole number"),
        ("page_number.form = 1", "page_number.form has to be words in quotes"),
        ('page_number.first_page = "no"', "page_number.first_page has to be true or false"),
        ("based_on = 3", "based_on has to be words in quotes"),
        ('based_on = ["gbt9704"]', "based_on has to be words in quotes"),
        ("title = 3", "title has to be words in quotes"),
        ("page.top_mm = -1", "page.top_mm is -1: it has to be ≥ 0, ≤ 558"),
        ("page.top_mm = nan", "page.top_mm is nan: it has to be ≥ 0, ≤ 558"),
        (f"page.top_mm = 1{400 * '0'}", f"page.top_mm is 1{400 * '0'}: it has to be ≥ 0, ≤ 558"),
        ("page.width_mm = 600", "page.width_mm is 600: it has to be > 0, ≤ 558"),
        ("page.lines = 0", "page.lines is 0: it has to be > 0, ≤ 60"),
        ("looks.body.size_pt = 0.0", "looks.body.size_pt is 0: it has to be > 0, ≤ 200"),
        ("looks.body.line_pt = 201", "looks.body.line_pt is 201: it has to be ≥ 0, ≤ 200"),
        ("rules.head_pt = 12.5", "rules.head_pt is 12.5: it has to be ≥ 0, ≤ 12"),
        ("rules.head_below_mm = 13", "rules.head_below_mm is 13: it has to be ≥ 0, ≤ 12"),
        ("signature.a_row = 0", "signature.a_row is 0: it has to be ≥ 1, ≤ 9"),
        ('looks.body.align = "centre"',
         "looks.body.align is centre: it has to be one of both | left | center | right"),
        ('signature.form = "Seal"',
         "signature.form is Seal: it has to be one of seal | plain | stamp"),
        ('looks.body.font = "仿宋"', "looks.body.font is 仿宋: it has to be one of "
         "fangsong | kai | hei | xiaobiaosong | song | latin"),
        ('rules.colour = "red"', "rules.colour is red: it has to be six digits like FF0000"),
        ('page_number.form = "1"',
         "page_number.form has to hold {n} where the number goes, once"),
        ('page_number.form = "{n}{n}"',
         "page_number.form has to hold {n} where the number goes, once"),
        ('fonts.song = " "', "fonts.song names no font"),
        ('masthead.word = "文\\n件"',
         "masthead.word holds a character that no line of text may hold"),
        ("looks = 3", "a house style has no value looks"),
        ("looks.body = 3", "a house style has no value looks.body"),
        ("looks.boddy.size_pt = 3", "a house style has no value looks.boddy.size_pt"),
        ('fonts.fansong = "仿宋"', "a house style has no value fonts.fansong"),
    ],
)  # fmt: skip
def test_each_kind_of_wrong_value_is_told_with_its_line(line, told):
    assert problems(f"# a comment\n{line}\n") == [(2, told)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("[page]\nleft_mm = 100\nright_mm = 70", (1, "the margins leave no room for text")),
        ("page.height_mm = 100", (1, "the margins leave no room for text")),
        ("[page]\nlines = 60\nheight_mm = 180",
         (1, "so many lines and characters do not fit the page")),
        ("[looks.title]\nbefore_lines = 22",
         (2, "looks.title.before_lines is more than the page has lines")),
        ("[looks.copies]\nsize_pt = 80",
         (1, "the size and indents of looks.copies leave no room for words")),
        ("looks.body.first_chars = 30",
         (1, "the size and indents of looks.body leave no room for words")),
        ("[page]\nbottom_mm = 10\n",
         (0, "the page number does not fit the lower margin")),
    ],
)  # fmt: skip
def test_values_that_do_not_go_together_are_told(lines, told):
    assert problems(lines) == [told]


def test_all_that_is_wrong_is_told_at_once():
    source = 'tilte = "甲"\n[page]\ntop_mm = "37"\nlines = 99\n[looks.body]\nfont = "仿宋"\n'
    assert {line for line, _ in problems(source)} == {1, 3, 4, 6}


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("[page]\ntop_mm: 37\n", "unit.toml:2:7"),
        ("[page]\ntop_mm = 37,5\n", "unit.toml:2:12"),
        ('a = "x', "unit.toml:1"),
        ("x = " + 5000 * "9", "unit.toml"),
        ("x = " + 5000 * "[", "unit.toml"),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(source, place):
    with pytest.raises(UnusableInput, match="no valid TOML") as caught:
        read_house(source, "unit.toml")
    assert str(caught.value.place) == place


# files of one's own that are broken

BROKEN = {
    "no toml": "[page",
    "a wrong value": "[page]\nlines = 0\n",
    "not read": UnusableInput("this file is empty").within("/home/wang/houses/unit.toml"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_is_told_by_its_path_to_those_who_need_it(how):
    own = (("/home/wang/houses/unit.toml", BROKEN[how]), ("dept.toml", 'based_on = "unit"'))
    for name in ("unit", "dept"):
        with pytest.raises(UnusableInput) as caught:
            load_house(name, own)
        assert caught.value.place.source == "/home/wang/houses/unit.toml"


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_troubles_nobody_else(how):
    own = (("unit.toml", BROKEN[how]), ("dept.toml", MARK))
    assert load_house("letter", own).name == "letter"
    assert load_house("dept", own).looks["masthead"].size_pt == 50
    with pytest.raises(WrongUse):
        load_house("某格式", own)


def test_a_broken_file_named_like_the_standard_is_told_for_every_house_based_on_it():
    own = (("/home/wang/houses/gbt9704.toml", "[page]\nlines = 0\n"),)
    for name in drafter.house_names():
        with pytest.raises(UnusableInput) as caught:
            load_house(name, own)
        assert str(caught.value.place) == "/home/wang/houses/gbt9704.toml:2"

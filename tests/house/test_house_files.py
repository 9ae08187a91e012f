"""House files of a user's own: single values over drafter's, all that is wrong told at once."""

import pytest

import drafter

OWN = '[page_number]\nform = "- {n} -"\n[fonts]\nfangsong = "仿宋"\n'


def test_a_file_overrides_single_values_and_keeps_the_rest():
    house = drafter.read_house(OWN, "县政府.toml")
    assert (house.page_number.form, house.font("fangsong")) == ("- {n} -", "仿宋")
    assert house.page == drafter.load_house("gbt9704").page
    assert house.bases["page.top_mm"].clause == "5.2.1"


def test_a_file_of_a_shipped_name_changes_all_that_is_based_on_it():
    own = (("gbt9704", OWN),)
    assert drafter.load_house("letter", own).font("fangsong") == "仿宋"
    assert drafter.load_house("letter").font("fangsong") == "仿宋_GB2312"


def test_houses_answer_to_their_chinese_names():
    assert drafter.load_house("信函格式").name == "letter"


@pytest.mark.parametrize(
    "line, told",
    [
        ("[page]\nlines = 2.5", "page.lines has to be a whole number"),
        ("[page]\ntop_mm = 300", "leave no room"),
        ("[page]\nwidth_mm = -1", "page.width_mm is -1"),
        ('[looks.title]\nalign = "middle"', "one of both | left | center | right"),
        ("[looks.title]\nsise_pt = 20", "no value looks.title.sise_pt"),
        ('[rules]\ncolour = "red"', "six digits"),
        ('[page_number]\nform = "- 1 -"', "{n}"),
        ('[fonts]\nkia = "楷体"', "no value fonts.kia"),
        ('based_on = "nothing"', "no house style called nothing"),
        ("[page", "no valid TOML"),
        ("page = 3", "no value page"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(line, told):
    with pytest.raises(drafter.DrafterError) as caught:
        drafter.read_house(line, "own.toml")
    assert told in str(caught.value)
    assert str(caught.value).startswith("own.toml")


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(drafter.DrafterError) as caught:
        drafter.read_house('[page]\nlines = 2.5\nx = 1\n[fonts]\nkia = "a"', "own.toml")
    assert [str(part)[:10] for part in caught.value.parts] == [
        "own.toml:3",
        "own.toml:5",
        "own.toml:2",
    ]


def test_houses_built_on_each_other_in_a_ring_are_refused():
    own = (("a", 'based_on = "b"'), ("b", 'based_on = "a"'))
    with pytest.raises(drafter.DrafterError):
        drafter.load_house("a", own)

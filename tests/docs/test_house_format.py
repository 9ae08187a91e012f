"""The page on house files says what is true: its example works, its tables are all there are."""

import re

import drafter
from drafter.house.check import PARTS
from tests.docs.page import DOCS

PAGE = (DOCS / "house-format.md").read_text("utf-8")


def test_the_example_is_a_sound_house_file():
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    house = drafter.read_house(example, "example.toml")
    assert (house.page_number.form, house.font("kai")) == ("- {n} -", "楷体")


def test_every_house_and_every_table_is_named():
    assert all(f"`{name}`" in PAGE for name in drafter.house_names())
    assert all(f"`[{table}]`" in PAGE for table in (*PARTS, "fonts", "looks.…"))


def test_every_font_role_is_named():
    assert all(f"`{role}`" in PAGE for role in drafter.load_house("gbt9704").fonts)

"""`键：值` lines: YAML's shapes with a writer's slips forgiven, every value a string."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import BriefError
from drafter.formats.loose import dump_value, load
from tests.strategies import words


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("地点：礼堂", {"地点": "礼堂"}),
        ("地点: 礼堂", {"地点": "礼堂"}),
        ("地点:礼堂", {"地点": "礼堂"}),
        ("地点 ： 礼堂  ", {"地点": "礼堂"}),
        ("\ufeff地点：礼堂", {"地点": "礼堂"}),
        ("# 注\n\n地点：礼堂\n　\n# 注", {"地点": "礼堂"}),
        ("地点：", {"地点": ""}),
        ("地点：礼堂：东侧", {"地点": "礼堂：东侧"}),
        ("时间: 上午9:00", {"时间": "上午9:00"}),
        ("网址: https://a.example/b?c=1#d", {"网址": "https://a.example/b?c=1#d"}),
        ("place: hall", {"place": "hall"}),
        ("", {}),
        ("\n# 只有注\n", {}),
    ],
)
def test_a_line_is_a_key_and_a_value(source, found):
    assert load(source) == found


@pytest.mark.parametrize(
    "value", ["14:30", "012", "是", "否", "1e3", "2026-02-26", "null", "~", "true", "8%", "1_000"]
)
@pytest.mark.parametrize("shape", ["甲: {}", "甲：{}", "甲: '{}'", '甲: "{}"'])
def test_every_value_stays_the_words_it_was_written_with(value, shape):
    assert load(shape.format(value)) == {"甲": value}


@pytest.mark.parametrize("value", ["14:30", "012", "是", "1e3", "2026-02-26", "null"])
def test_also_in_lists_and_flow_values(value):
    assert load(f"甲:\n- {value}\n") == {"甲": [value]}
    assert load(f"甲: [{value}, 乙]") == {"甲": [value, "乙"]}
    assert load(f"甲: {{乙: {value}}}") == {"甲": {"乙": value}}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("甲:\n- 一\n- 二", {"甲": ["一", "二"]}),
        ("甲：\n  - 一\n  - 二", {"甲": ["一", "二"]}),
        ("甲：\n　－　一\n　－　二", {"甲": ["一", "二"]}),
        ("甲：\n\t- 一\n\t- 二\n乙：三", {"甲": ["一", "二"], "乙": "三"}),
        ("甲：\n- 名：一\n  数：1\n- 名：二", {"甲": [{"名": "一", "数": "1"}, {"名": "二"}]}),
        ("甲：\n-\n  名：一\n  数：1", {"甲": [{"名": "一", "数": "1"}]}),
        (
            "甲：\n- 名：一\n  项：\n  - 子\n  - 丑\n- 名：二\n",
            {"甲": [{"名": "一", "项": ["子", "丑"]}, {"名": "二"}]},
        ),
        ("甲：\n-\n  - 一\n  - 二\n", {"甲": [["一", "二"]]}),
        ("甲：\n  乙：\n    丙：丁\n戊：己", {"甲": {"乙": {"丙": "丁"}}, "戊": "己"}),
        ("甲：-3", {"甲": "-3"}),
        ("甲：- 3", {"甲": "- 3"}),
    ],
)
def test_lists_and_mappings_go_by_their_indents(source, found):
    assert load(source) == found


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("甲：|\n  一\n  二\n", "一\n二"),
        ("甲：|\n  一\n\n  二\n乙：三", "一\n\n二"),
        ("甲: |\n  # 不是注\n  - 不是项\n  键：值\n", "# 不是注\n- 不是项\n键：值"),
        ("甲：>\n  one\n  two\n", "one two"),
        ("甲：一\n  二\n", "一\n二"),
    ],
)
def test_a_value_may_have_several_lines(source, value):
    assert load(source)["甲"] == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ('甲: "a: b #c"', "a: b #c"),
        ("甲: 'it''s'", "it's"),
        (r'甲: "一\n二\t\"三\""', '一\n二\t"三"'),
        ('甲: "- 一"', "- 一"),
        ('甲: ""', ""),
        ("甲: []", []),
        ("甲: [一, '二, 三']", ["一", "二, 三"]),
        ("甲: [[一], {乙: 丙}]", [["一"], {"乙": "丙"}]),
        ("甲：{乙: 丙, 丁: '1'}", {"乙": "丙", "丁": "1"}),
    ],
)
def test_quoted_and_flow_values_are_yaml_s(source, value):
    assert load(source)["甲"] == value


def test_items_of_a_flat_mapping_are_words_also_where_they_look_like_keys():
    source = "甲：\n- 时间：九点\n- 地点: 礼堂\n"
    assert load(source, flat=True) == {"甲": ["时间：九点", "地点: 礼堂"]}
    assert load(source) == {"甲": [{"时间": "九点"}, {"地点": "礼堂"}]}


def test_every_value_knows_its_line():
    found = load("甲：一\n\n乙：\n  - 二\n  - 名：三\n    数：四\n", 10)
    assert found["甲"].line == 10
    assert found["乙"].line == 13
    assert [item.line for item in found["乙"]] == [13, 14]
    assert found["乙"][1]["数"].line == 15


@pytest.mark.parametrize(
    ("source", "line", "column", "words"),
    [
        ("甲：一\n没有冒号", 2, 1, "expected “key: value”"),
        ("甲：一\n\n甲：二", 3, 1, "the key 甲 stands twice"),
        ("甲：\n- 名：一\n  名：二", 3, 3, "the key 名 stands twice"),
        ("- 一", 1, 1, "expected “key: value”"),
        ("甲：\n    乙：一\n  丙：二", 3, 3, "indented unlike its neighbours"),
        ("甲：一\n  - 二", 2, 3, "indented unlike its neighbours"),
        ("甲：一\n乙: [一, {", 2, None, "no valid YAML"),
        ("甲：'没有关上", 1, None, "no valid YAML"),
        ("甲：“好”\n乙：{一", 2, None, "no valid YAML"),
    ],
)
def test_a_wrong_shape_is_told_with_line_and_column(source, line, column, words):
    with pytest.raises(BriefError, match=words) as caught:
        load(source)
    assert caught.value.place.line == line
    assert column in (None, caught.value.place.column)
    assert caught.value.hint


@given(words)
@settings(max_examples=150, deadline=None)
def test_a_written_value_is_read_back_unchanged(text):
    assert load(f"甲: {dump_value(text)}") == {"甲": text}


RISKY = [
    "甲: 乙",
    "甲 #乙",
    "甲:",
    " 甲 ",
    "- 甲",
    "|",
    ">",
    "[甲]",
    "{甲}",
    "'",
    '"',
    "# 甲",
    "",
    "%",
]
RISKY += [
    "\\",
    "甲\n乙",
    "& 甲",
    "* 甲",
    "! 甲",
    "@甲",
    "`甲`",
    "? 甲",
    "\u2028",
    "\x85",
    "\ufeff甲",
]


@pytest.mark.parametrize("text", [*RISKY, "012", "是", "1e3", "甲乙", "14:30"])
def test_and_by_any_yaml_reader_too(text):
    line = f"甲: {dump_value(text)}"
    assert load(line) == yaml.load(line, yaml.BaseLoader) == {"甲": text}


@given(st.text(st.characters(codec="utf-8"), max_size=30))
@settings(max_examples=150, deadline=None)
def test_so_is_any_text_there_is(text):
    assert load(f"甲: {dump_value(text)}") == {"甲": text}


@pytest.mark.parametrize("text", ["云溪县人民政府", "2026年2月26日", "14:30", "“引”", "a-b"])
def test_plain_words_are_written_without_quotes(text):
    assert dump_value(text) == text


@given(st.text(st.sampled_from("甲乙：:-－ \n\t　#|>'\"[]{},，&*!键"), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused_with_a_message(source):
    try:
        load(source)
    except BriefError as error:
        assert str(error)

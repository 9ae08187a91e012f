"""Lines of a page become paragraphs only where they surely go on."""

from drafter.office.paragraphs import Page, Row, paragraphs

EM, WIDE, HIGH = 16.0, 595.0, 29.0
LEFT, CELLS = 80.0, 27
FULL = "全县各级各部门要把项目建设摆在突出位置全力以赴抓好落实"
assert len(FULL) == CELLS


def page(*lines: tuple[str, float] | str, start: float = 100) -> Page:
    """Make a page of lines, each with its indent in characters."""
    rows = []
    for number, line in enumerate(lines):
        text, indent = line if isinstance(line, tuple) else (line, 0)
        cells = sum(0.5 if char.isascii() or char in "—" else 1 for char in text)
        left = LEFT + indent * EM
        rows.append(Row(text, left, left + cells * EM, start + number * HIGH))
    return Page(WIDE, tuple(rows))


def number(text: str, top: float = 760) -> Row:
    return Row(text, 460, 508, top)


def with_foot(made: Page, text: str) -> Page:
    return Page(made.width, (*made.rows, number(text)))


def test_a_full_line_goes_on_in_one_without_indent():
    first = FULL[:-2]
    assert paragraphs([page((first, 2), FULL, "完。", ("二。", 2))]) == [
        first + FULL + "完。",
        "二。",
    ]


def test_a_line_that_ends_early_or_one_that_is_indented_begins_anew():
    assert paragraphs([page(FULL, ("甲", 2), "各乡镇：", "乙")]) == [FULL, "甲", "各乡镇：", "乙"]


def test_a_numbered_line_behind_a_full_stop_begins_anew():
    full = FULL[:-1] + "。"
    assert paragraphs([page(FULL, full, "一、总体要求")]) == [FULL + full, "一、总体要求"]


def test_a_gap_between_lines_parts_them():
    above, below = page(FULL, FULL, FULL), page(FULL, start=100 + 5 * HIGH)
    assert paragraphs([Page(WIDE, above.rows + below.rows)]) == [FULL * 3, FULL]


def test_other_sizes_are_not_joined():
    title = Row("关于召开全县项目建设推进会的若干通知", LEFT, LEFT + 18 * 24, 71)
    made = page(FULL, FULL)
    assert paragraphs([Page(WIDE, (title, *made.rows))]) == [title.text, FULL * 2]


def test_a_paragraph_goes_on_over_the_page_and_the_page_number_stands_behind_it():
    one, two = page(FULL, FULL), page(FULL, "完。", ("二。", 2))
    pages = [with_foot(one, "— 1 —"), with_foot(two, "— 2 —")]
    assert paragraphs(pages) == [FULL * 3 + "完。", "— 1 —", "二。", "— 2 —"]


def test_a_running_head_stands_apart_where_every_page_has_it():
    made = [page(FULL, f"{at}" + FULL[1:] + "再") for at in "甲乙丙"]
    head = Row("县政府文件", 250, 330, 60)
    pages = [Page(WIDE, (head, *one.rows)) for one in made]
    found = paragraphs(pages)
    assert found[0] == "县政府文件"
    assert found[2:] == ["县政府文件"] * 2
    assert found[1].startswith(FULL + "甲") and found[1].count(FULL) == 3


def test_lines_that_hang_below_the_words_behind_a_label_go_on():
    copies = ("抄送：" + FULL[:23], 1)
    hanging = (FULL[:8] + "。", 4)
    assert paragraphs([page(FULL, ("完", 2), copies, hanging)])[2:] == [copies[0] + hanging[0]]
    notes = page(FULL, ("附件：1." + FULL[:20], 2), ("2.名单", 5))
    assert paragraphs([notes])[-1] == "2.名单"


def test_a_page_number_upright_is_one_line():
    made = page(FULL, FULL)
    upright = [Row(text, 30, 38, 300 + 20 * at) for at, text in enumerate("—6—")]
    assert paragraphs([Page(WIDE, (*made.rows, *upright))])[-1] == "— 6 —"


def test_what_was_drawn_last_but_stands_at_the_head_comes_first():
    made = page(FULL, FULL, start=300)
    mark = Row("云溪县人民政府", 200, 368, 80)
    assert paragraphs([Page(WIDE, (*made.rows, mark))]) == [mark.text, FULL * 2]


def test_words_of_letters_are_parted_and_chinese_ones_not():
    latin = "a" * 49 + " word"
    made = page(FULL, latin, "end of 8 家")
    assert paragraphs([made]) == [FULL + latin + " end of 8家"]
    assert paragraphs([page("还有 8 家 OK ，共 12 人")]) == ["还有8家OK，共12人"]


def test_nothing_gives_nothing():
    assert paragraphs([]) == paragraphs([Page(WIDE, ())]) == []

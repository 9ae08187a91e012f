"""A plan edited in a hurry: nothing the writer typed is lost, whatever it was typed as."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from drafter.drafting.expand import expand
from drafter.drafting.plan import plan
from drafter.drafting.planread import plan_document
from drafter.formats import outline

TEMPLATE = drafter.load_template("speech-deployment")
BRIEF = TEMPLATE.example
PAGE = outline.write(plan(TEMPLATE, drafter.read_brief(BRIEF)))
LINES = PAGE.split("\n")
TOP = LINES.index("---", 1) + 1
WORD = drafter.write(outline.read(PAGE), "docx")
STYLES = [one.name for one in docx.Document(io.BytesIO(WORD)).styles if one.type == 1]
PARAGRAPHS = [one.text for one in docx.Document(io.BytesIO(WORD)).paragraphs]
FIRST = 3  # below title, speaker and date

SENTENCES = st.lists(
    st.text("山水田林路桥村镇河渠今年去冬春夏，上下左右前后人心", min_size=4, max_size=25),
    min_size=1,
    max_size=3,
    unique=True,
).map(lambda found: [f"甲{number}{words.strip('，')}乙。" for number, words in enumerate(found)])


def expanded(page):
    return outline.write(expand(TEMPLATE, outline.read(page), BRIEF).document)


def edited(old, new):
    assert old in PAGE
    return expanded(PAGE.replace(old, new, 1))


def section(text, title):
    """Give a section of a draft, its title's line included."""
    start = text.index(f"# {title}")
    ends = [at for at in (text.find("\n# ", start), text.find("\n---", start)) if at >= 0]
    return text[start : min(ends)]


@settings(deadline=None, max_examples=60)
@given(SENTENCES, st.data())
def test_sentences_typed_anywhere_are_in_the_draft_once_each(sentences, data):
    lines = list(LINES)
    for words in sentences:
        typed = data.draw(st.sampled_from([[words], ["", words, ""], [f"## {words}"]]))
        at = data.draw(st.integers(TOP, len(lines)))
        lines[at:at] = typed
    text = expanded("\n".join(lines))
    assert [text.count(words[:-1]) for words in sentences] == [1] * len(sentences)


@settings(deadline=None, max_examples=60)
@given(st.integers(FIRST, len(PARAGRAPHS) - 1), st.sampled_from(STYLES))
def test_a_sentence_is_kept_whatever_style_it_has_in_word(at, style):
    words = "夜里下大雨，老李一个人把沟挖通了。"
    word = docx.Document(io.BytesIO(WORD))
    word.paragraphs[at].insert_paragraph_before(words, style=style)
    saved = io.BytesIO()
    word.save(saved)
    read = plan_document(drafter.read(saved.getvalue(), "docx"))
    text = outline.write(expand(TEMPLATE, read, BRIEF).document)
    assert text.count(words[:-1]) == 1
    assert text.count("\n# ") == PAGE.count("\n# ")


OWN = "粮站小区的老人等了三个冬天，我们不能再让他们等。"


@pytest.mark.parametrize(
    ("before", "after_words", "before_words"),
    [
        ("会议目的：", "\n---\n", "今天"),
        ("问题：", "完工率由61%", "精细摸底。"),
        ("定义：底子", "# 精细摸底", "查清地下管线"),
        ("底线：底数", "理清资金账目", "一律不准开工"),
        ("# 精细设计", "一律不准开工", "# 精细设计"),
        ("奋斗目标：", "\n---\n", "同志们，让我们"),
    ],
)
def test_own_words_stand_between_what_they_stood_between(before, after_words, before_words):
    text = edited(before, f"{OWN}\n\n{before}")
    assert text.index(after_words) < text.index(OWN) < text.rindex(before_words)


def test_words_after_something_that_is_not_said_follow_what_was_said_before():
    text = edited("模板：工作部署会讲话", f"{OWN}\n\n模板：工作部署会讲话")
    assert text.rindex("同志们，让我们") < text.index(OWN)


@pytest.mark.parametrize(
    "typed",
    [
        "- 公布监督电话（县热线办，5月底前；每个小区一块牌子）",
        "公布监督电话（县热线办，5月底前；每个小区一块牌子）",
        "4. 公布监督电话（县热线办，5月底前；每个小区一块牌子）",
        "（4）公布监督电话（县热线办，5月底前；每个小区一块牌子）",
        "④公布监督电话（县热线办，5月底前；每个小区一块牌子）",
        "四是公布监督电话（县热线办，5月底前；每个小区一块牌子）",
        "· 公布监督电话(县热线办,5月底前;每个小区一块牌子)",
        "公布监督电话（县热线办，\n5月底前；每个小区一块牌子）",
        "- 公布监督电话（县热线办，\n- 5月底前；每个小区一块牌子）",
    ],
)
def test_a_measure_is_one_however_it_is_typed(typed):
    text = section(edited("底线：底数", f"{typed}\n\n底线：底数"), "精细摸底")
    assert "重点抓好四项工作" in text
    assert "要公布监督电话。" in text
    assert "县热线办" in text
    assert "每个小区一块牌子" in text


def test_measures_on_the_line_of_their_label_are_parted_outside_brackets():
    start = PAGE.index("- 查清地下管线")
    end = PAGE.index("底线：底数")
    line = "修通排水沟（县城管局，5月底前；沟沟相通）；换好路灯（县住房城乡建设局，6月底前）\n\n"
    page = (PAGE[:start].rstrip() + line + PAGE[end:]).replace("举措：\n\n" + line, "举措：" + line)
    text = section(expanded(page), "精细摸底")
    assert "重点抓好两项工作" in text
    assert "要修通排水沟。" in text
    assert "沟沟相通" in text
    assert "要换好路灯。" in text


@pytest.mark.parametrize(
    ("old", "typed"),
    [
        ("# 精细设计", "# 图纸先过居民关"),
        ("# 精细设计", "# 二、图纸先过居民关"),
        ("# 精细设计", "二、图纸先过居民关"),
        ("# 精细设计", "图纸先过居民关"),
        ("# 精细设计", "# 图纸先过居民关。"),
    ],
)
def test_a_retyped_title_is_the_title(old, typed):
    text = edited(old, typed)
    assert "\n# 图纸先过居民关。图纸上省一笔" in text
    assert "精细摸底、图纸先过居民关、精细施工" in text


@pytest.mark.parametrize("title", ["精细设计", "二、精细设计"])
def test_a_title_that_lost_its_mark_still_opens_its_section(title):
    assert edited("# 精细设计", title) == expanded(PAGE)


@pytest.mark.parametrize("title", ["# 精细宣传", "五、精细宣传"])
def test_a_new_section_with_prose_stands_as_it_was_written(title):
    text = edited("---\n\n关键词", f"{title}\n\n{OWN}\n\n---\n\n关键词")
    assert section(text, "精细宣传").split() == ["#", "精细宣传", OWN]
    assert "五个方面" in text


def test_a_heading_of_the_writers_keeps_what_stands_below_it():
    text = edited("底线：底数", f"## 一个例子\n\n{OWN}\n\n底线：底数")
    found = section(text, "精细摸底")
    assert f"## 一个例子\n\n{OWN}" in found
    assert "一律不准开工" in found


def test_the_writers_own_thesis_is_said():
    thesis = "总的意思就一句，先问居民再动工"
    start = PAGE.index("总论点：")
    old = PAGE[start : PAGE.index("\n", start)]
    text = edited(old, f"总论点：{thesis}")
    assert text.index(thesis) < text.index("# 精细摸底")
    assert OWN in edited(old, f"{old}。{OWN}")


def test_a_second_line_of_the_same_label_is_not_lost():
    text = edited("底线：底数", "底线：先公示后动工\n\n底线：底数")
    assert "先公示后动工" in text
    assert "一律不准开工" in text


def test_the_title_and_the_date_line_may_be_written_anew():
    start = PAGE.index("标题: ")
    title = PAGE[start : PAGE.index("\n", start)]
    text = edited(title, "标题: 在老旧小区改造现场会上的讲话（提纲）")
    assert "标题: 在老旧小区改造现场会上的讲话\n" in text
    dated = edited("日期: （2026年3月12日）", "日期: （2026年3月15日上午）\n称呼: 各位代表：")
    assert "日期: （2026年3月15日上午）" in dated
    assert "称呼: 各位代表：" in dated


def test_a_fact_of_the_whole_is_read_wherever_it_was_moved():
    moved = PAGE.replace("关键词：精细\n\n", "").replace("底线：底数", "关键词：精准\n\n底线：底数")
    text = expanded(moved)
    assert "关键在“精准”" in text
    assert "一律不准开工" in section(text, "精准摸底")
    assert "关键词：" not in text


def test_a_measure_that_counts_on_below_another_line_is_one():
    text = section(
        edited("# 精细设计", "四是公布电话（县热线办，5月底前）\n\n# 精细设计"), "精细摸底"
    )
    assert "重点抓好四项工作" in text
    assert "要公布电话。" in text


def test_a_line_among_points_in_word_is_still_the_answer_it_was():
    word = docx.Document(io.BytesIO(WORD))
    at = next(n for n, words in enumerate(PARAGRAPHS) if words.startswith("底线：底数"))
    new = word.paragraphs[at + 1].insert_paragraph_before("四是公布电话（县热线办，5月底前）")
    new.style = word.styles["Normal"]
    saved = io.BytesIO()
    word.save(saved)
    read = plan_document(drafter.read(saved.getvalue(), "docx"))
    text = section(outline.write(expand(TEMPLATE, read, BRIEF).document), "精细摸底")
    assert "重点抓好四项工作" in text
    assert "底线：" not in text
    assert "需要强调的是，底数没摸清的小区，一律不准开工。" in text


def test_a_plan_saved_as_plain_text_is_read_whole():
    data = drafter.write(outline.read(PAGE), "text")
    read = plan_document(drafter.read(data, "text"))
    assert outline.write(expand(TEMPLATE, read, BRIEF).document) == expanded(PAGE)

"""How long a document and its parts are, in characters and in minutes."""

import drafter
from drafter.model import Document, Gap, Para, Point, Points, Section


def speech():
    points = Points((Point(Para.of("要早谋划。不等不靠。")), Point(Para.of("要早动手。"))))
    inner = Section(Para.of("抓项目"), (Para.of("开工九个。"),), 2)
    return Document(
        kind="speech",
        title=Para.of("在推进会上\n的讲话"),
        body=(
            Para.of("今天 开会，", Gap("会议名称"), "\n很重要。"),
            Section(Para.of("认识要到位"), (Para.of("说干就干。"), points), run_in=True, stop="。"),
            Section(Para.of("责任要到人"), (inner,)),
        ),
        closing=(Para.of("谢谢大家！"),),
    )


def test_the_parts_stand_in_reading_order():
    whole = drafter.parts(speech())
    assert [part.role for part in whole.parts] == ["opening", "section", "section", "closing"]
    assert [part.label for part in whole.parts] == ["", "一、", "二、", ""]
    assert whole.parts[2].parts[0].title == "抓项目"
    assert whole.parts[2].parts[0].label == "（一）"


def test_white_space_and_gaps_count_for_nothing():
    assert drafter.parts(speech()).parts[0].chars == len("今天开会，很重要。")


def test_a_part_counts_what_lies_below_it():
    part = drafter.parts(speech()).parts[2]
    assert part.chars == len("责任要到人抓项目开工九个。")
    assert part.parts[0].chars == len("抓项目开工九个。")


def test_the_whole_is_the_sum_of_its_parts():
    whole = drafter.parts(speech())
    assert whole.chars == sum(part.chars for part in whole.parts)


def test_points_show_their_ordinal_and_head_phrase():
    assert drafter.parts(speech()).parts[1].points == ("一是要早谋划", "二是要早动手")


def test_the_title_stands_on_one_line():
    assert drafter.parts(speech()).title == "在推进会上的讲话"


def test_minutes_are_characters_by_the_pace():
    part = drafter.Part("document", "", "", 450)
    assert part.minutes() == 2.5
    assert part.minutes(pace=150) == 3.0


def test_attachments_are_parts_too():
    attachment = Document(title=Para.of("任务表"), body=(Para.of("每乡十亩。"),))
    whole = drafter.parts(Document(body=(Para.of("见附件。"),), attachments=(attachment,)))
    assert [(part.role, part.title) for part in whole.parts] == [
        ("opening", ""),
        ("attachment", "任务表"),
    ]
    assert whole.chars == len("见附件。每乡十亩。")


def test_a_repeated_number_is_shown_as_the_source_has_it():
    body = (Section(Para.of("甲")), Section(Para.of("乙"), label="一、"))
    assert [p.label for p in drafter.parts(Document(body=body)).parts] == ["一、", "一、"]

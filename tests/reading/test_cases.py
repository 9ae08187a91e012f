"""Every case file is read as it says."""

import pytest

import drafter
from drafter.model import kind_named
from tests.reading.case import CASES, load

cases = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def judged(case):
    reading = drafter.read(case.source.encode(), "text")
    return list(drafter.line_objects(reading.lines, reading.judgements))


def shown(rows):
    """Put roles and words side by side, so that a failure reads like the case file."""
    return [f"{role:<10} | {text}" for role, text in rows]


@cases
def test_each_line_is_what_the_case_says(path):
    case = load(path)
    found = [line["type"] + "+" * line["runin"] for line in judged(case)]
    texts = [line.text for line in case.lines]
    expected = [line.type for line in case.lines]
    assert shown(zip(found, texts, strict=True)) == shown(zip(expected, texts, strict=True))


@cases
def test_points_are_found_with_their_head_phrases(path):
    case = load(path)
    found = [[f"{p['ordinal']}：{p['lead']}" for p in line["points"]] for line in judged(case)]
    assert found == [line.points for line in case.lines]


@cases
def test_numbers_and_words_of_headings_are_told_apart_from_the_text(path):
    case = load(path)
    lines = zip(judged(case), case.lines, strict=True)
    told = [(f["number"] + f["heading"], e.heading) for f, e in lines if e.heading is not None]
    assert [found for found, _ in told] == [expected for _, expected in told]


@cases
def test_the_kind_of_document_is_told(path):
    case = load(path)
    kind = drafter.read(case.source.encode(), "text").document.kind
    assert kind == kind_named(case.kind).id


@cases
def test_every_judgement_gives_its_reason(path):
    reading = drafter.read(load(path).source.encode(), "text")
    assert all(judgement.why for judgement in reading.judgements)
    assert all(0.5 <= judgement.sure <= 1 for judgement in reading.judgements)


@cases
def test_the_same_text_with_blank_lines_between_has_the_same_headings(path):
    """Web pages put an empty line between paragraphs; that changes no heading and no point."""
    case = load(path)
    airy = case._replace(lines=[line for line in case.lines if line.text])
    source = "\n\n".join(line.text for line in airy.lines)
    reading = drafter.read(source.encode(), "text")
    lines = drafter.line_objects(reading.lines, reading.judgements)
    found = [line for line in lines if line["type"] != "blank"]
    assert [line["type"] for line in found if line["type"][0] == "h"] == [
        line.type.rstrip("+") for line in airy.lines if line.type[0] == "h"
    ]
    assert [len(line["points"]) for line in found] == [len(line.points) for line in airy.lines]

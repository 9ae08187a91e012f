"""Every template that comes with drafter drafts, with all facts and with none."""

import re

import pytest

import drafter
from drafter.drafting.questions import single
from drafter.model.walk import paras

NAMES = sorted(drafter.template_names())
_BAD_JOINS = re.compile("[，、；：][，、；：。！]|。[，；。]|[！？][。，]|（）|“”|None|Undefined")


@pytest.fixture(params=NAMES)
def template(request):
    return drafter.load_template(request.param)


def _text(draft):
    return drafter.write(draft.document, "text").decode()


def test_the_example_brief_leaves_no_gap(template):
    assert [gap.name for gap in drafter.draft(template, template.example).gaps] == []


def test_an_empty_brief_gives_named_gaps_and_invents_nothing(template):
    drafted = drafter.draft(template)
    names = [gap.name for gap in drafted.gaps]
    assert len(names) == len(set(names)) > 4
    assert all(gap.hint for gap in drafted.gaps)
    words = re.sub("【[^】]*】", "", _text(drafted))
    assert not re.search("[0-9]", words.replace("1.", ""))


@pytest.mark.parametrize("full", [True, False])
def test_the_punctuation_joins_whatever_is_missing(template, full):
    text = _text(drafter.draft(template, template.example if full else ""))
    assert _BAD_JOINS.findall(re.sub("【[^】]*】", "某", text)) == []


@pytest.mark.parametrize("full", [True, False])
def test_outline_json_and_word_give_the_draft_back(template, full):
    document = drafter.draft(template, template.example if full else "").document
    for format in ("outline", "json", "docx"):
        assert drafter.read(drafter.write(document, format), format).document == document


def test_the_draft_is_read_as_what_it_was_meant_to_be(template):
    document = drafter.draft(template, template.example).document
    read = drafter.read(drafter.write(document, "text"), "text").document
    assert read.kind == document.kind
    if document.title:  # an order (令) has its mark for a title
        assert read.title == document.title
    heads = [part.title for part in drafter.parts(document).parts if part.role == "section"]
    assert [p.title for p in drafter.parts(read).parts if p.role == "section"] == heads


def test_examples_pass_their_own_validation(template):
    for question in template.questions:
        for one in (question, *question.fields):
            if one.example and not one.fields:
                single(one, one.example)


def test_what_must_not_be_said_is_never_printed():
    template = drafter.load_template("工作部署会讲话")
    secret = "某某拟引进企业"
    brief = drafter.with_settings(drafter.read_brief(template.example), [f"不宜提及={secret}"])
    assert secret not in _text(drafter.draft(template, brief))


@pytest.mark.parametrize("full", [True, False])
def test_a_plan_nobody_edited_gives_the_draft_through_outline_and_word(template, full):
    brief = template.example if full else ""
    page = drafter.plan(template, drafter.read_brief(brief))
    for format in ("outline", "docx"):
        back = drafter.read(drafter.write(page, format), format).document
        assert (
            drafter.expand(template, back, brief).document
            == drafter.draft(template, brief).document
        )


@pytest.mark.parametrize("full", [True, False])
def test_every_stretch_of_a_draft_has_a_source(template, full):
    from drafter.drafting.sources import sources

    drafted = drafter.draft(template, template.example if full else "")
    found = list(sources(drafted))
    assert "".join(one.text for one in found) == "".join(
        para.text for para in paras(drafted.document)
    )
    assert {one.kind for one in found} <= {
        "brief",
        "default",
        "computed",
        "dated",
        "formula",
        "gap",
    }
    known = {q.name for q in template.questions}
    assert {one.detail.split(".")[0] for one in found if one.kind == "brief"} <= known


def test_no_figure_document_or_place_of_a_template_is_its_own(template):
    """Facts come from the brief, are reckoned from it, or are dated data."""
    from drafter.drafting.sources import sources

    own = [
        one.text
        for one in sources(drafter.draft(template, template.example))
        if one.kind == "formula"
    ]
    assert [text for text in own if re.search("[0-9]|《[^》]|云溪|青河", text)] == []

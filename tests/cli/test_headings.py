"""drafter headings."""

import json

ASPECTS = ("--aspects", "定位，招商、服务")


def test_three_sets_are_shown_with_reasons(drafter):
    result = drafter("headings", *ASPECTS, "--word", "精准", "--genre", "speech-deployment")
    assert (result.code, result.err) == (0, "")
    heads = [line for line in result.out.splitlines() if line.startswith("H")]
    assert [head[:3] for head in heads] == ["H01", "H03", "H07"]
    assert "精准 goes with every aspect; usual in speech-deployment" in heads[0]
    assert "  精准定位\n  精准招商\n  精准服务\n" in result.out


def test_one_scheme_is_shown_and_data_is_given(drafter):
    result = drafter("headings", *ASPECTS, "--scheme", "h07", "--json")
    (found,) = json.loads(result.out)
    assert found["scheme"] == "H07"
    assert found["titles"] == ["找准定位，明确方向", "创新招商，壮大增量", "优化服务，激发活力"]
    assert found["reasons"] == ["all have 8 characters"]


def test_fixed_titles_need_no_aspects(drafter):
    result = drafter("headings", "--scheme", "H35")
    assert "  总体要求\n" in result.out


def test_the_schemes_are_listed(drafter):
    listed = drafter("headings", "--list").out.splitlines()
    data = json.loads(drafter("headings", "--list", "--json").out)
    assert [line[:3] for line in listed] == [one["id"] for one in data]
    assert data[0]["frames"] == ["{word}{aspect}"]
    assert len(data) == 38


def test_errors_are_one_message_with_what_to_do(drafter):
    refused = drafter("headings", "--aspects", "定位,巡河,服务", "--scheme", "H07")
    assert (refused.code, refused.out) == (2, "")
    first, hint = refused.err.splitlines()
    assert first == "error: H07: drafter does not know 巡河, and needs a verb that goes with it"
    assert "H01" in hint
    nothing = drafter("headings")
    assert nothing.code == 2
    assert "--aspects" in nothing.err
    assert drafter("headings", "--scheme", "H77").code == 2
    assert drafter("headings", *ASPECTS, "--genre", "poem").code == 2


def test_reasons_are_said_in_chinese(drafter, monkeypatch):
    monkeypatch.setenv("DRAFTER_LANG", "zh")
    out = drafter("headings", *ASPECTS, "--scheme", "H07").out
    monkeypatch.setenv("DRAFTER_LANG", "en")
    from drafter.cli.language import speak

    speak()
    assert "（都是 8 字）" in out

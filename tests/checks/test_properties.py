"""What holds for any text: findings lie in their lines, and fixing twice changes nothing more."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import drafter
from drafter.checks.engine import Profile, check
from drafter.checks.manual import rules
from drafter.checks.manuscript import manuscript
from drafter.revise.review import review, settled_text

PIECES = st.sampled_from(
    sorted({text for rule in rules().values() if rule.group != "layout" for text in rule.bad})
)
SCRAPS = st.text(
    "一二（）()〔〕[]“”\"'《》，,。.；;：:、！!…—-0１2%％年月日第号是要的XＸ×在 　\u200b",
    max_size=12,
)
LINES = st.lists(st.one_of(PIECES, SCRAPS), min_size=1, max_size=4).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n".join)
STRICT = Profile(strict=True)
SLOW = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def found(text):
    return check(manuscript(drafter.read(text.encode(), "text")), STRICT)


@SLOW
@given(TEXTS.filter(lambda text: bool(text.strip())))
def test_findings_lie_in_their_lines(text):
    lines = text.split("\n")
    for one in found(text):
        line = lines[one.line - 1]
        assert 1 <= one.col <= one.end_col <= max(len(line), 1)
        assert one.words == line[one.col - 1 : one.end_col]


@SLOW
@given(TEXTS.filter(lambda text: bool(text.strip())))
def test_fixing_twice_changes_nothing_more(text):
    data = text.encode()
    once, _count = settled_text(data, "text", review(data, "text"))
    if once.strip():
        again, more = settled_text(once.encode(), "text", review(once.encode(), "text"))
        assert (again, more) == (once, 0)

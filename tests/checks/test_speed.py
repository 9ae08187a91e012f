"""What keeps the check quick: no rule does more than twice the work for twice the text."""

import cProfile
import pstats
import re
import subprocess
import sys
from itertools import pairwise

import pytest

import drafter
from drafter import pattern
from drafter.checks import manual
from drafter.checks.engine import Profile, check
from drafter.checks.manuscript import manuscript
from drafter.model.ordinals import han
from tests import needs
from tests.benchtext import text

_HEAD = "关于做好有关工作的通知\n\n"
_STEP = 150
SHAPES = {
    "headings": lambda n: "\n".join(f"{han(i)}、加强第{i}项工作\n要做{i}件。" for i in range(1, n)),
    "definitions": lambda n: "\n".join(
        f"云溪县第{han(i)}号园区（以下简称“{han(i)}号园区”）开工。" for i in range(1, n)
    ),
    "levels mixed up": lambda n: "\n".join(
        f"{i % 9 + 1}. 第{i}组\n（{han(i % 7 + 1)}）内容{i}\n一、总{i}" for i in range(n)
    ),
    "errors": lambda n: "\n".join(
        f"第{i}个,有(错的)标点.帐户{i}，2025年13月{i}日" for i in range(n)
    ),
    "one line": lambda n: "，".join(f"完成{i}件事" for i in range(n)) + "。",
    "a table": lambda n: "\n".join(f"| 项目{i} | {i} | {i * 2}% |" for i in range(n)),
    "a text": lambda n: text(n * 300),
}


def work(words: str) -> int:
    """Count the calls that checking a text takes; a text was checked before."""
    paper = manuscript(drafter.read(words.encode(), "text"))
    check(paper, Profile(strict=True))
    paper = manuscript(drafter.read(words.encode(), "text"))
    watched = cProfile.Profile()
    watched.runcall(check, paper, Profile(strict=True))
    return pstats.Stats(watched).total_calls  # type: ignore[attr-defined]


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape):
    counts = [work(_HEAD + SHAPES[shape](_STEP * times)) for times in (1, 2, 4)]
    (first, second) = (after - before for before, after in pairwise(counts))
    assert second < first * 2.5


def test_the_table_of_needs_is_up_to_date():
    command = [sys.executable, "-m", "tests.needs", "--check"]
    asked = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert asked.returncode == 0, asked.stdout


def test_every_text_a_pattern_matches_holds_what_it_needs():
    needs.text()
    texts = [one for rule in manual.rules().values() for one in (*rule.bad, *rule.silent)]
    lines = [line for one in texts for line in one.split("\n")]
    for source in pattern.made:
        asked, plain = pattern.Pattern(source), re.compile(source)
        missed = [one for one in lines if plain.search(one) and not asked.needed_in(one)]
        assert missed == [], source


@pytest.mark.parametrize(
    ("source", "holds", "lacks"),
    [
        (r"第\d+条", "第5条", "5条"),
        ("(?:学习|借鉴)经验", "借鉴经验", "借学经验"),
        ("(?<=增)长?到", "增到", "长到"),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(source, holds, lacks):
    found = needs.needs(source)
    assert any(all(c in holds or c == pattern.DIGIT for c in need) for need in found)
    assert not any(all(c in lacks or c == pattern.DIGIT for c in need) for need in found)


def test_the_manual_without_examples_is_the_manual():
    for group in manual.GROUPS:
        rows = manual.table(manual.source(group))
        bare = [
            {k: v for k, v in row.items() if k not in ("bad", "good", "silent")} for row in rows
        ]
        assert manual.table(manual.source(group, examples=False)) == bare

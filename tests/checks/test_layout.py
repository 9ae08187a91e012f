"""Layout rules: a document written with one value changed is told of that value, and no other."""

from __future__ import annotations

import io
import zipfile

import pytest

import drafter
from drafter.checks.manual import rules
from drafter.revise.review import review

TEXT = """---
文种: 通知
标题: 关于做好春季植树工作的通知
主送机关: 各镇人民政府，县政府各部门
发文机关署名: 云溪县人民政府
成文日期: 2026年3月2日
---

为做好春季植树工作，现将有关事项通知如下。

# 明确任务

全县今年植树12万株，4月15日前完成。各镇要把地块、苗木、人员逐一落实，成活率不低于90%。

# 落实责任

县林业局牵头，各镇具体组织，每周五报送进度。
"""
LAYOUT = [rule for rule in rules().values() if rule.group == "layout"]
PAIRS = [(rule, text) for rule in LAYOUT for text in rule.bad]


def written(changes: str) -> bytes:
    document = drafter.read(TEXT.encode(), "outline").document
    if changes == "no page number":
        return without_footers(drafter.write(document, "docx"))
    tables: dict[str, list[str]] = {}
    for line in changes.splitlines():
        path, _, value = line.partition(" = ")
        table, _, key = path.rpartition(".")
        tables.setdefault(table, []).append(f"{key} = {value}")
    words = 'title = "试"\nbased_on = "gbt9704"\n'
    for table, lines in tables.items():
        words += f"[{table}]\n" + "\n".join(lines) + "\n"
    house = drafter.read_house(words, "试.toml", ())
    return drafter.write(document, "docx", drafter.Wishes(house))


def without_footers(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if "footer" in name:
                part = part.replace(b"PAGE", b"DATE")
            new.writestr(name, part)
    return made.getvalue()


def layout_of(data: bytes) -> set[str]:
    wishes = drafter.Wishes("gbt9704")
    return {f.rule for f in review(data, "docx", wishes=wishes).findings if "layout" in f.rule}


@pytest.mark.parametrize(("rule", "text"), [pytest.param(r, t, id=f"{r.id}-{t}") for r, t in PAIRS])
def test_a_departure_is_told(rule, text):
    assert rule.id in layout_of(written(text))


@pytest.mark.parametrize("rule", LAYOUT, ids=lambda rule: rule.id)
def test_other_departures_are_not_this_one(rule):
    for text in rule.silent:
        assert rule.id not in layout_of(written(text))


def test_what_drafter_writes_departs_in_nothing():
    assert layout_of(written("")) == set()


def test_the_clause_and_the_value_are_named():
    found = review(written("looks.body.size_pt = 14"), "docx", wishes=drafter.Wishes("gbt9704"))
    told = [f for f in found.findings if f.rule == "layout-size"]
    assert told[0].message == "正文字号应为3号，实为4号"
    assert told[0].basis == "国标 GB/T 9704—2012 5.2.2"

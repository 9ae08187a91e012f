"""Word files of ours are valid: no part, element, attribute or id that Word would trip over."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import drafter
from drafter import Cell, Document, Para, Table
from tests.formats.docx import good
from tests.formats.docx.ooxml import faults
from tests.strategies import documents

ROOT = Path(__file__).parents[3]
HOUSES = sorted(drafter.house_names())
_of = Para.of


@given(documents())
@settings(max_examples=60, deadline=None)
def test_a_document_of_any_shape_makes_a_valid_file(document):
    assert faults(drafter.write(document, "docx")) == []


@given(documents(), st.sampled_from(HOUSES))
@settings(max_examples=60, deadline=None)
def test_a_document_of_any_shape_makes_a_valid_file_in_any_house(document, house):
    assert faults(drafter.write(document, "docx", house)) == []


@pytest.mark.parametrize("house", HOUSES)
def test_a_document_with_all_there_is_makes_a_valid_file_in_every_house(house):
    assert faults(drafter.write(good.RICH, "docx", house)) == []


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("name", sorted(drafter.template_names()))
def test_what_a_template_drafts_makes_a_valid_file(name, full):
    template = drafter.load_template(name)
    document = drafter.draft(template, template.example if full else "").document
    assert faults(drafter.write(document, "docx")) == []


_CORNER = {"copy_number": _of("000001"), "secrecy": _of("机密★1年"), "urgency": _of("特急")}
_WIDE = Table((tuple(Cell(_of("甲")) for _ in range(64)),))
UNUSUAL = {
    "a date that no calendar knows": {"date": _of("2025年13月45日")},
    "a date of the year 0": {"date": _of("0000年1月1日")},
    "a date in full-width digits": {"date": _of("２０２５年１月２日")},
    "all three lines over the mark": {"masthead": (_of("云溪县人民政府"),), **_CORNER},
    "a mark of 600 characters": {"masthead": (_of("云" * 600),)},
    "a signature of 150 characters": {"signature": (_of("云" * 150),), "date": _of("2025年1月2日")},
    "a date of 500 characters": {"signature": (_of("云"),), "date": _of("2" * 500)},
    "copies on 67 lines": {"copies": (_of("云" * 1800),)},
    "signers of 150 characters": {
        "masthead": (_of("云溪县"),),
        "number": _of("1"),
        "signers": (_of("云" * 150), _of("云")),
    },
}


@pytest.mark.parametrize("what", UNUSUAL)
def test_an_unusual_document_makes_a_valid_file_in_every_house(what):
    document = Document(kind="notice", **UNUSUAL[what])
    found = {house: faults(drafter.write(document, "docx", house)) for house in HOUSES}
    assert {house: lines for house, lines in found.items() if lines} == {}


def test_a_table_wider_than_word_takes_is_refused():
    with pytest.raises(drafter.DrafterError, match="63 columns"):
        drafter.write(Document(body=(_WIDE,)), "docx")


def test_the_same_document_gives_the_same_bytes_twice():
    for house in HOUSES:
        assert drafter.write(good.RICH, "docx", house) == drafter.write(good.RICH, "docx", house)


_DIGEST = (
    "import hashlib, drafter; from tests.formats.docx.good import RICH;"
    "print(hashlib.sha256(drafter.write(RICH, 'docx')).hexdigest())"
)


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_a_fresh_process_gives_the_same_bytes_whatever_its_hash_seed(seed):
    found = subprocess.run(
        [sys.executable, "-c", _DIGEST],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == hashlib.sha256(drafter.write(good.RICH, "docx")).hexdigest()


# The check itself: it finds nothing in good files, and each fault in bad ones.


@pytest.mark.parametrize("file", [good.ours, good.more, good.theirs, good.bare])
def test_the_check_finds_nothing_in_a_good_file(file):
    assert faults(file()) == []


def _seeds():
    """Read seeds.txt: where each fault goes, what is replaced by what, what must be said."""
    text = (Path(__file__).parent / "seeds.txt").read_text("utf-8")
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            by_mark = {mark: [] for mark in ("in", "-", "+", "!")}
            for line in lines[1:]:
                mark, _, rest = line.partition(" ")
                by_mark[mark].append(rest)
            seed = ["".join(found) for found in by_mark.values()]
            yield pytest.param(*seed, id=lines[0])


@pytest.mark.parametrize(("where", "old", "new", "said"), list(_seeds()))
def test_the_check_finds_a_seeded_fault(where, old, new, said):
    file, _, part = where.partition(" ")
    parts = good.parts_of(getattr(good, file)())
    text = parts[part].decode() if old else ""
    assert old in text
    parts[part] = text.replace(old, new, 1).encode() if old else new.encode()
    found = faults(good.zipped(parts))
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("[Content_Types].xml", "[Content_Types].xml is not the first entry of the zip"),
        ("_rels/.rels", "leads to no main part"),
        ("word/document.xml", "Override for /word/document.xml, which is no part"),
        ("word/styles.xml", "BodyText is no style"),
        ("word/media/image1.png", "rIdImage1 leads to word/media/image1.png, which is no part"),
        ("word/_rels/document.xml.rels", "'rIdFooterOdd' is no relationship of the part"),
    ],
)
def test_the_check_finds_a_part_that_is_missing(part, said):
    parts = {name: data for name, data in good.parts_of(good.ours()).items() if name != part}
    found = faults(good.zipped(parts))
    assert any(said in fault for fault in found), found


def test_the_check_finds_content_types_that_do_not_come_first():
    parts = good.parts_of(good.ours())
    parts["[Content_Types].xml"] = parts.pop("[Content_Types].xml")
    assert faults(good.zipped(parts)) == ["[Content_Types].xml is not the first entry of the zip"]


def test_the_check_finds_two_parts_of_one_name_but_for_case():
    parts = good.parts_of(good.ours())
    found = faults(good.zipped(parts | {"WORD/styles.xml": parts["word/styles.xml"]}))
    assert "word/styles.xml: there are 2 parts of this name" in found


def test_the_check_finds_a_part_with_a_name_no_part_may_have():
    parts = good.parts_of(good.ours()) | {"word/a b.xml": b"<a/>"}
    assert "word/a b.xml: no name for a part" in faults(good.zipped(parts))


def test_the_check_finds_parts_packed_in_another_way():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as target:
        for name, data in good.parts_of(good.ours()).items():
            target.writestr(name, data)
    assert "word/styles.xml: neither stored nor deflated, or encrypted" in faults(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all", good.ours()[:2000]])
def test_the_check_finds_what_is_no_zip(data):
    (fault,) = faults(data)
    assert fault.startswith("the zip cannot be read")


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_the_check_never_stumbles_over_a_damaged_file(data):
    whole = good.ours()
    at = data.draw(st.integers(0, len(whole) - 1))
    faults(whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :])

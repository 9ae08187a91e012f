"""What a Word file holds beside the document, only where it was asked for."""

import io
import zipfile

import drafter
from drafter import Document, Gap, Para

ASKED = Document(
    title=Para.of("关于", Gap("事由", "写明何事", "办公室"), "的通知"),
    body=(Para.of("在", Gap("地点"), "召开。"), Para.of(Gap("事由", "写明何事", "办公室"))),
)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name).decode("utf-8", "replace") for name in found.namelist()}


def test_gaps_are_explained_in_comments_on_request_once_each():
    data = drafter.write(ASKED, "docx", drafter.Wishes(comments=True))
    comments = parts(data)["word/comments.xml"]
    assert comments.count("<w:comment ") == 1
    assert "写明何事　问：办公室" in comments
    assert drafter.read(data, "docx").document == ASKED


def test_without_asking_there_are_no_comments_and_no_custom_properties():
    found = parts(drafter.write(ASKED, "docx"))
    assert not {"word/comments.xml", "docProps/custom.xml"} & set(found)


def test_provenance_names_template_version_and_the_digest_of_the_brief():
    template = drafter.load_template("工作部署会讲话")
    one, other = (
        drafter.read_brief(text) for text in ("会议名称：推进会", "会议名称:  推进会\n\n")
    )
    told = drafter.provenance(template, one)
    assert told == drafter.provenance(template, other)
    data = drafter.write(ASKED, "docx", drafter.Wishes(provenance=told))
    custom = parts(data)["docProps/custom.xml"]
    assert all(f'name="{name}"' in custom and value in custom for name, value in told)
    assert drafter.read(data, "docx").document == ASKED


def test_core_properties_name_title_organ_and_the_document_s_own_date():
    document = Document(
        kind="order",
        masthead=(Para.of("云溪县人民政府令"),),
        number=Para.of("第3号"),
        signature=(Para.of("县长　王云生"),),
        date=Para.of("2026年3月6日"),
    )
    core = parts(drafter.write(document, "docx"))["docProps/core.xml"]
    assert "<dc:title>云溪县人民政府令第3号</dc:title>" in core
    assert "<dc:creator>云溪县人民政府</dc:creator>" in core
    assert "2026-03-06T00:00:00Z" in core


def test_two_organs_on_two_lines_of_a_title_stay_apart_in_the_file_s_title():
    document = Document(title=Para.of("中共云溪县委\n云溪县人民政府关于加快产业发展的意见"))
    core = parts(drafter.write(document, "docx"))["docProps/core.xml"]
    assert "<dc:title>中共云溪县委 云溪县人民政府关于" in core


def test_a_classified_document_gets_one_warning():
    document = Document(kind="notice", secrecy=Para.of("秘密★1年"))
    assert len(drafter.notices(document)) == 1
    assert drafter.notices(Document(kind="notice")) == ()

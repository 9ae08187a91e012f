"""发文机关标志: where the page adds 文件, and how names too long for a line are set."""

import io

import docx
import pytest

import drafter
from drafter import Document, Gap, Para
from drafter.formats.docx.mark import mark_of

LONG = "云溪县推进政府职能转变和“放管服”改革协调小组优化营商环境专题组办公室"


def marked(*names, kind="notice", **more):
    return Document(kind=kind, masthead=tuple(Para.of(name) for name in names), **more)


def shown(document):
    """Give the words of each paragraph of the mark, a line break as /."""
    file = docx.Document(io.BytesIO(drafter.write(document, "docx")))
    found = [p.text for p in file.paragraphs if p.style.style_id == "Masthead"]
    return [text.replace("\n", "/") for text in found]


@pytest.mark.parametrize(
    "name",
    [
        *("人民政府公告", "人大常委会公报", "工作简报", "工 作 简 报"),
        *("政务信息", "人民政府议案", "情况专报（增刊）"),
    ],
)
def test_what_names_a_kind_of_document_gets_no_word_added(name):
    assert shown(marked("云溪县" + name)) == ["云溪县" + name]


def test_an_organ_s_name_alone_gets_the_word_once():
    assert shown(marked("云溪县人民政府")) == ["云溪县人民政府文件"]
    assert shown(marked("云溪县人民政府文件")) == ["云溪县人民政府文件"]


def test_the_word_stands_beside_no_joint_mark_whose_last_name_tells_the_kind():
    names = ["云溪县人民法院", "云溪县人民检察院通告"]
    assert shown(marked(*names)) == names


@pytest.mark.parametrize("kind", ["notice", "letter", "order", "minutes"])
def test_a_long_name_is_large_on_several_lines(kind):
    document = marked(LONG, kind=kind)
    mark = mark_of(document, drafter.house_of(document))
    assert mark.size >= 26
    assert 2 <= len(mark.lines[0]) <= 3
    assert shown(document) == ["/".join(mark.lines[0])] or kind == "letter"


def test_a_name_that_fits_well_stays_on_one_line():
    document = marked("云溪县住房和城乡建设局")
    mark = mark_of(document, drafter.house_of(document))
    assert (mark.size, mark.ends) == (34, ((),))


@pytest.mark.parametrize("house", ["gbt9704", "letter", "order", "plain"])
@pytest.mark.parametrize(
    "names",
    [
        (Para.of(LONG),),
        (Para.of("中共云溪县委统一战线工作领导小组　云溪县民族宗教事务联席会议"),),
        (Para.of(LONG), Para.of("云溪县财政局")),
        (Para.of("云溪县推进政府职能转变和", Gap("改革名称"), "协调小组优化营商环境专题组"),),
        (Para.of(Gap("一个名字很长、写在前头的议事协调机构"), "优化营商环境专题组办公室"),),
    ],
)
def test_the_page_s_breaks_in_a_mark_are_not_read_back(names, house):
    document = Document(kind="notice", house=house, masthead=names, number=Para.of("第1号"))
    assert drafter.read(drafter.write(document, "docx"), "docx").document == document


@pytest.mark.parametrize("kind", ["bulletin", "resolution", "scheme", "rules", "speech"])
def test_a_document_under_a_mark_is_laid_out_as_an_official_one(kind):
    document = marked("云溪县农业农村局", kind=kind)
    assert drafter.house_of(document).name == "gbt9704"
    assert drafter.house_of(Document(kind=kind)).name in ("plain", "speech")
    asked = marked("云溪县农业农村局", kind=kind, house="plain")
    assert drafter.house_of(asked).name == "plain"


def test_a_letter_keeps_its_own_layout_under_its_mark():
    assert drafter.house_of(marked("云溪县财政局", kind="reply")).name == "letter"

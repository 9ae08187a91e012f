"""Plain text: the words as they stand on the page, one paragraph a line."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.formats import outline, text
from drafter.model import Document, Gap, Image, Para, Section
from drafter.model.walk import paras
from tests.strategies import documents

NOTICE = """---
文种: 通知
发文机关标志: 云溪县人民政府文件
份号: '000001'
密级: 秘密★1年
紧急程度: 特急
发文字号: 云政发〔2026〕3号
签发人:
- 县长甲
- 副县长乙
标题: 云溪县人民政府\\n关于召开【会议：全称】的通知
主送: 各乡镇人民政府：
落款: 云溪县人民政府
成文日期: 2026年2月26日
附注: （联系人：办公室秘书）
抄送: 县委各部门。
印发机关: 云溪县人民政府办公室
印发日期: 2026年2月27日
---

现将有关事项通知如下。

# 会议时间。2026年3月1日上午。

# 有关要求

## 参会
+ 守时。
+ 守纪。
- 请假须报告。
  县长批准。

| 乡镇 | 人数 | < |
| --- | --- | --- |
| 云溪镇 | 3 | 4 |

---

特此通知。

+++
标题: 会议议程
+++

# 开幕

+++
标题: 参会名单
+++

名单另发。
"""


def lines_of(source: str) -> list[str]:
    written = text.write(outline.read(source))
    assert written.endswith("\n") and not written.endswith("\n\n")
    return written[:-1].split("\n")


def test_a_notice_is_written_as_it_stands_on_the_page():
    assert lines_of(NOTICE) == [
        "000001",
        "秘密★1年",
        "特急",
        "云溪县人民政府文件",
        "云政发〔2026〕3号　签发人：县长甲　副县长乙",
        "云溪县人民政府",
        "关于召开【会议】的通知",
        "各乡镇人民政府：",
        "现将有关事项通知如下。",
        "一、会议时间。2026年3月1日上午。",
        "二、有关要求",
        "（一）参会一是守时。二是守纪。",
        "三是请假须报告。",
        "县长批准。",
        "乡镇\t人数\t",
        "云溪镇\t3\t4",
        "特此通知。",
        "附件：1.会议议程",
        "2.参会名单",
        "云溪县人民政府",
        "2026年2月26日",
        "（联系人：办公室秘书）",
        "抄送：县委各部门。",
        "云溪县人民政府办公室　2026年2月27日印发",
        "附件1",
        "会议议程",
        "一、开幕",
        "附件2",
        "参会名单",
        "名单另发。",
    ]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\n文种: 通知\n---\n\n+++\n标题: 名单\n+++\n", "附件：名单"),
        ("---\n签发人: 县长甲\n---\n", "签发人：县长甲"),
        ("---\n签发人: 签发人：县长甲\n---\n", "签发人：县长甲"),
        ("---\n抄送: 主送：县委。\n---\n", "主送：县委。"),
        ("---\n印发日期: 2026年2月27日印发\n---\n", "2026年2月27日印发"),
        ("---\n印发机关: 县府办\n---\n", "县府办"),
        ("---\n---\n# 第一章 总则\n", "第一章　总则"),
        ("---\n---\n# 五、总则\n", "五、总则"),
        ("---\n---\n#- 附则\n", "附则"),
        ("---\n---\n> 同志们！\n", "同志们！"),
        ("---\n---\n在【地点：在哪里｜县府办】\n", "在【地点】"),
        ("---\n---\n- 首先，甲\n+ 其次，乙\n", "首先，甲其次，乙"),
    ],
)
def test_fixed_words_stand_once_and_marks_of_the_outline_not_at_all(source, line):
    assert lines_of(source)[0] == line


def test_one_attachment_has_no_number_and_an_enclosed_one_no_mark():
    alone = "---\n---\n甲\n\n+++\n标题: 名单\n+++\n\n乙\n"
    assert lines_of(alone) == ["甲", "附件：名单", "附件", "名单", "乙"]
    enclosed = alone.replace("标题: 名单", "标题: 名单\n随文印发: 是")
    assert lines_of(enclosed) == ["甲", "名单", "乙"]


def test_a_picture_is_told_by_its_caption_and_an_empty_line_never_stands():
    document = Document(
        body=(Image("a.png", b"", caption=Para.of("规划图")), Image("b.png", b""), Para.of("甲"))
    )
    assert text.write(document) == "规划图\n甲\n"


def test_gaps_are_shown_by_their_names_only():
    document = Document(title=Para.of("在", Gap("会议", "全称", "办公室"), "上的讲话"))
    assert text.write(document) == "在【会议】上的讲话\n"


@given(documents())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_a_document_is_lost_in_its_text(document):
    document = replace(document, mark=Para())  # which only an attachment shows
    written = "".join(text.write(document).split())
    for para in paras(document):
        for line in para.text.split("\n"):
            assert "".join(line.split()) in written


def test_a_section_s_text_that_runs_on_stays_in_its_line():
    section = Section(Para.of("定位"), (Para.of("就是方向。"), Para.of("再说。")), 1, True, "：")
    assert text.write(Document(body=(section,))) == "一、定位：就是方向。\n再说。\n"

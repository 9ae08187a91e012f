"""Word files as offices hand them round, composed here: nothing is laid out as it should be.

Invented places and words. Each has what usually goes wrong when a program lays it out.
"""

from __future__ import annotations

from tests.revise.messy import CENTRED, messy, para, run, said

FIRM = "各单位要结合实际抓好落实，遇到的困难和问题及时报告，确保各项任务按期完成。"
_BLACK = '<w:rPr><w:rFonts w:eastAsia="黑体" w:hAnsi="黑体"/><w:b/><w:sz w:val="32"/></w:rPr>'
_RED = (
    '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="72"/></w:rPr>'
)
_BY = 'w:author="李" w:date="2024-03-01T00:00:00Z"'
_INDENT = '<w:ind w:firstLine="640"/>'


def thick(text: str) -> str:
    """Write a paragraph that somebody set in bold 黑体 as a whole, as run-in headings often are."""
    return para(run(text, _BLACK), layout=_INDENT)


def speech() -> bytes:
    """Write a speech: run-in headings, points, a call in the middle, an advert."""
    return messy(
        "".join(
            (
                said("在全县项目建设推进会上的讲话", CENTRED),
                said("县委书记　周明远", CENTRED),
                said("（2025年3月6日）", CENTRED),
                said(""),
                said("　　同志们："),
                said("　　今天召开这次会议，主要任务是总结一季度工作，部署下一步任务。" + FIRM),
                thick("一、精准定位。定位就是要想清楚我们靠什么吃饭、凭什么发展。" + FIRM * 3),
                thick("二、精准招商。招商不是比谁的优惠多，而是比谁的服务好。" + FIRM * 3),
                said(
                    "　　做好招商工作，一是要画准产业图谱。"
                    + FIRM
                    + "二是要用好以商招商。"
                    + FIRM
                    + "三是要守住底线。"
                    + FIRM
                ),
                para(
                    run("三、精准", _BLACK),
                    f'<w:ins w:id="21" {_BY}>{run("服务。", _BLACK)}</w:ins>',
                    run("企业有需求，我们就要有回应。", _BLACK),
                    run(FIRM * 2),
                ),
                said("　　同志们，任务已经明确，关键在于落实。让我们携手为建设云溪作出更大贡献！"),
                said("　　谢谢大家！"),
                said("更多公文写作素材请关注微信公众号，扫码加入会员。"),
            )
        )
    )


_LINE = (
    '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" id="rule" from="0,2pt"'
    ' to="442pt,2pt" strokecolor="red" strokeweight="2pt" style="position:absolute"/></w:pict>'
    "</w:r>"
)
_BORDER = (
    '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="FF0000"/></w:pBdr>'
    '<w:jc w:val="center"/>'
)
_HEAD = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="8"/></w:numPr></w:pPr>'
_NOTE = (
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
)
_COMMENTED = (
    '<w:commentRangeStart w:id="3"/>{}<w:commentRangeEnd w:id="3"/>'
    '<w:r><w:commentReference w:id="3"/></w:r>'
)


def _numbered(level: int, *runs: str) -> str:
    return f"<w:p>{_HEAD.format(level)}{''.join(runs)}</w:p>"


def _cell(text: str, span: int = 1, merge: str = "") -> str:
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    wide = 2500 * span
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{down}'
        f"</w:tcPr>{said(text, CENTRED)}</w:tc>"
    )


MERGED = (
    '<w:tbl><w:tblPr><w:tblW w:w="10000" w:type="dxa"/></w:tblPr><w:tblGrid>'
    + '<w:gridCol w:w="2500"/>' * 4
    + "</w:tblGrid>"
    + "".join(
        f"<w:tr>{cells}</w:tr>"
        for cells in (
            _cell("任务分工", 4),
            _cell("类别", merge="restart") + _cell("事项") + _cell("牵头单位") + _cell("时限"),
            _cell("", merge="continue") + _cell("摸排") + _cell("县农业农村局") + _cell("4月底"),
        )
    )
    + "</w:tbl>"
)


def notice(*, ruled: str = "drawn") -> bytes:
    """Write a notice with a red header typed in, numbers by Word, an attachment, a 版记."""
    rule = para(_LINE) if ruled == "drawn" else ""
    number = said("云政办〔2025〕12号", CENTRED if ruled == "drawn" else _BORDER)
    return messy(
        "".join(
            (
                para(run("云溪县人民政府办公室文件", _RED), layout=CENTRED),
                said(""),
                number,
                rule,
                said("云溪县人民政府办公室关于做好春季", CENTRED),
                said("农业生产和农田水利工作的通知", CENTRED),
                said("各乡镇人民政府，县直有关单位："),
                said("　　为做好春季农业生产，经县政府同意，现将有关事项通知如下。" + FIRM),
                _numbered(0, run("摸清底数", _BLACK)),
                said("　　" + FIRM * 2),
                _numbered(1, run("逐村登记。", _BLACK), run("登记到户到田块。" + FIRM)),
                _numbered(1, run("逐级汇总。", _BLACK), _NOTE, run("汇总到县。" + FIRM)),
                _numbered(0, run("落实责任", _BLACK)),
                para(_COMMENTED.format(run("　　责任分工见下表。")), run(FIRM)),
                MERGED,
                said("　　" + FIRM),
                said("附件：1.春季农业生产任务表"),
                said("　　　2.农田水利项目名单"),
                said(""),
                said("云溪县人民政府办公室", '<w:jc w:val="right"/>'),
                said("2025年3月10日", '<w:jc w:val="right"/>'),
                said("（此件公开发布）"),
                said("附件1"),
                said("春季农业生产任务表", CENTRED),
                said("　　" + FIRM * 2),
                said("附件2"),
                said("农田水利项目名单", CENTRED),
                said("1.青石镇东渠清淤工程；"),
                said("2.柳河镇泵站改造工程。"),
                said("抄送：县委办公室，县人大常委会办公室。"),
                said("云溪县人民政府办公室　　　　　2025年3月10日印发"),
            )
        )
    )


def _bare_cell(*inner: str, span: int = 1) -> str:
    wide = f'<w:tcW w:w="{4500 * span}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
    return f"<w:tc><w:tcPr>{wide}</w:tcPr>{''.join(inner)}</w:tc>"


def _bare_table(*rows: str) -> str:
    grid = '<w:gridCol w:w="4500"/>' * 2
    inner = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def tabled() -> bytes:
    """Write a letter of two offices whose 版头 and 版记 somebody laid out with tables."""
    return messy(
        "".join(
            (
                _bare_table(
                    _bare_cell(para(run("青石镇人民政府文件", _RED), layout=CENTRED), span=2),
                    _bare_cell(said("青政〔2025〕7号")) + _bare_cell(said("签发人：陈启文")),
                ),
                said("关于解决东渠清淤资金的请示", CENTRED),
                said("县人民政府："),
                said("　　东渠多年未清淤，影响下游灌溉。" + FIRM),
                said("　　妥否，请批示。"),
                said("青石镇人民政府"),
                said("2025年4月2日"),
                _bare_table(
                    _bare_cell(said("抄送：县财政局，县水利局。"), span=2),
                    _bare_cell(said("青石镇人民政府办公室")) + _bare_cell(said("2025年4月2日印发")),
                ),
            )
        )
    )

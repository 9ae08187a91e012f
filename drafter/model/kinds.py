"""The kinds of document (文种): the fifteen statutory ones and the working texts beside them."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of document: its id, its name in Chinese, the house it wears, who gets it.

    ``direction`` (行文方向): up 上行, down 下行, level 平行, public 普发, oral 口头, inner 内部.
    """

    id: str
    name: str
    house: str
    direction: str
    statutory: bool = False


KINDS = (
    # 《党政机关公文处理工作条例》 (2012) Art. 8, in its order
    Kind("resolution", "决议", "plain", "public", True),
    Kind("decision", "决定", "gbt9704", "down", True),
    Kind("order", "命令", "order", "down", True),
    Kind("communique", "公报", "plain", "public", True),
    Kind("announcement", "公告", "gbt9704", "public", True),
    Kind("public-notice", "通告", "gbt9704", "public", True),
    Kind("opinion", "意见", "gbt9704", "down", True),
    Kind("notice", "通知", "gbt9704", "down", True),
    Kind("circular", "通报", "gbt9704", "down", True),
    Kind("report", "报告", "gbt9704", "up", True),
    Kind("request", "请示", "gbt9704", "up", True),
    Kind("reply", "批复", "letter", "down", True),
    Kind("bill", "议案", "gbt9704", "up", True),
    Kind("letter", "函", "letter", "level", True),
    Kind("minutes", "纪要", "minutes", "inner", True),
    # working texts (事务文书)
    Kind("speech", "讲话", "speech", "oral"),
    Kind("briefing", "汇报", "plain", "inner"),
    Kind("summary", "总结", "plain", "inner"),
    Kind("plan", "计划", "plain", "inner"),
    Kind("scheme", "方案", "plain", "down"),
    Kind("government-report", "政府工作报告", "speech", "oral"),
    Kind("duty-report", "述职报告", "plain", "inner"),
    Kind("research-report", "调研报告", "plain", "inner"),
    Kind("experience", "经验材料", "plain", "inner"),
    Kind("bulletin", "简报", "plain", "inner"),
    Kind("self-examination", "对照检查材料", "plain", "inner"),
    Kind("explanation", "情况说明", "plain", "inner"),
    Kind("appeal", "倡议书", "plain", "public"),
    Kind("rules", "规定", "plain", "down"),
    Kind("text", "文稿", "plain", "inner"),
)

_BY_NAME = {kind.id: kind for kind in KINDS} | {kind.name: kind for kind in KINDS}
_BY_NAME |= {"讲话稿": _BY_NAME["speech"], "令": _BY_NAME["order"], "会议纪要": _BY_NAME["minutes"]}


def kind_named(name: str) -> Kind | None:
    """Find a kind by its id or its Chinese name."""
    return _BY_NAME.get(name.strip())


_PERIODICALS = (
    "简报", "专报", "快报", "摘报", "月报", "周报", "日报", "年报", "电报",
    "内参", "参阅", "参考", "信息", "要情", "反映", "动态", "通讯", "简讯",
    "快讯", "交流", "专刊", "增刊", "专辑", "汇编", "文摘",
)  # fmt: skip
"""What an office issues in numbers, 简报 and the like."""
_ISSUED = (*(name for name in _BY_NAME if not name.isascii()), *_PERIODICALS)


def ends_in_kind(words: str) -> bool:
    """Tell whether words say at their end what is issued: ……公告, ……工作简报（增刊）."""
    tight = "".join(words.split())
    bracket = tight.rfind("（") if tight.endswith("）") else len(tight)
    return tight[:bracket].endswith(_ISSUED)


def kind_names() -> tuple[str, ...]:
    """List every name a kind may be called by."""
    return tuple(_BY_NAME)

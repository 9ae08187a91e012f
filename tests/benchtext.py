"""Composes official text of any size for the bench: headings, varied sentences, numbers.

Nothing in it is a real document's; the same size gives the same text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from drafter.model.ordinals import han


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_WHO = [
    "各乡镇",
    "各村",
    "县农业农村局",
    "县水利局",
    "县教育局",
    "项目专班",
    "驻村工作队",
    "镇便民服务中心",
    "各社区",
    "各企业",
]
_WHEN = [
    "今年以来",
    "上半年",
    "汛期之前",
    "第三季度",
    "入冬之前",
    "这一阶段",
    "检查期间",
    "年底之前",
]
_DO = tuple(["修复", "新建", "排查", "改造", "验收", "清理", "登记", "走访", "巡查", "整治"])
_WHAT = [
    "灌溉渠道",
    "村级道路",
    "安全隐患",
    "老旧管网",
    "标准厂房",
    "农户住房",
    "排水沟渠",
    "林区小路",
    "校舍",
    "仓库",
]
_UNIT = tuple(["条", "处", "个", "座", "户", "间", "家", "项"])
_HOW = [
    "逐一建账",
    "分片包干",
    "按月通报",
    "当天办结",
    "先急后缓",
    "分类处置",
    "定人定责",
    "随查随改",
]
_WHY = [
    "保证群众用水",
    "方便学生上学",
    "减少雨季积水",
    "稳住粮食面积",
    "缩短办事时间",
    "让货车进得来",
]
_LEAD = tuple(["加快", "抓好", "推进", "做实", "规范", "健全", "统筹", "严格"])
_AREA = [
    "水利设施修复",
    "春耕备耕",
    "政务服务",
    "校园安全",
    "道路养护",
    "产业园区建设",
    "防火巡查",
    "信访调解",
]
_MEETING = "会议认为，{what}的难处在于{area}没有跟上，要{how}。"
_FORMS = (
    "{when}，{who}{do}{what}{n}{unit}，比上年增加{m}{unit}。",
    "{who}要对{what}{how}，{month}月{day}日前{do}{n}{unit}，{why}。",
    "由{who}牵头，{other}配合，{do}{what}，每月{day}日报送进度。",
    "截至{month}月底，全县{do}{what}{n}{unit}，完成计划的{share}%，投入资金{m}.{digit}万元。",
    "为了{why}，{who}先后召开{digit}次现场会，“{area}”等{n}项问题已经{how}。",
    "{when}，{other}发现{what}问题{n}{unit}，其中{m}{unit}当场{do}，其余的{how}。",
    "《云溪县{area}管理办法》（云政发〔2025〕{m}号）印发后，{who}{how}，{why}。",
    _MEETING,
    "{area}是{when}的重点，{who}负责{what}，{other}负责资金；{how}，{why}。",
)
_HEAD = "关于{title}的通知\n\n各乡镇人民政府，县政府各部门：\n\n为了{why}，现将有关事项通知如下。\n"
_TAIL = "\n云溪县人民政府\n2026年2月26日\n"
_SECTIONS, _POINTS = 12, 5


def text(size: int, seed: int = 7) -> str:
    """Compose a notice of about so many bytes in UTF-8."""
    pick = random.Random(seed)
    parts = [_HEAD.format(title="做好全县重点工作", why=pick.choice(_WHY))]
    left = size - len((parts[0] + _TAIL).encode())
    for paragraph in _paragraphs(pick):
        parts.append(paragraph)
        left -= len(paragraph.encode()) + 1
        if left <= 0:
            break
    return "\n".join([*parts, _TAIL])


def _paragraphs(pick: random.Random) -> Iterator[str]:
    """Give headings of three levels and the paragraphs under them, without end."""
    first = 0
    while True:
        first += 1
        yield f"{han(first)}、{_heading(pick)}"
        for second in range(1, _SECTIONS + 1):
            yield f"（{han(second)}）{_heading(pick)}"
            for third in range(1, _POINTS + 1):
                body = "".join(_sentence(pick) for _ in range(pick.randint(3, 6)))
                yield f"{third}. {_heading(pick)}。{body}"


def _heading(pick: random.Random) -> str:
    return pick.choice(_LEAD) + pick.choice(_WHAT) + pick.choice(_AREA)


def _sentence(pick: random.Random) -> str:
    words = {
        "when": pick.choice(_WHEN), "do": pick.choice(_DO), "what": pick.choice(_WHAT),
        "unit": pick.choice(_UNIT), "how": pick.choice(_HOW), "why": pick.choice(_WHY),
        "area": pick.choice(_AREA), "n": pick.randint(20, 999), "m": pick.randint(2, 19),
        "digit": pick.randint(2, 9), "month": pick.randint(3, 12), "day": pick.randint(1, 28),
        "share": pick.randint(11, 99),
    }  # fmt: skip
    words["who"], words["other"] = pick.sample(_WHO, 2)
    return pick.choice(_FORMS).format(**words)

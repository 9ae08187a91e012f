"""Words written twice in a row (词语重复), left behind when a sentence was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit
from drafter.checks.manuscript import Manuscript
from drafter.checks.search import found
from drafter.pattern import regex

_SINGLE = (
    ("", "目标", "的", "确"),
    ("", "不直罢为", "了", "解结之然却心一此"),
    ("", "主重需必首紧摘纪提概次扼简而", "要", "求素点领件闻闹职旨紧道冲塞地义"),
    ("", "", "们", ""),
    ("", "", "很", ""),
    ("", "", "这", ""),
    ("", "平温缓总饱共中附柔调祥亲随", "和", "平谐睦解美气好约暖田合风"),
    ("", "存所旨现内潜实外重好贵意自正", "在", "线职校建岗编位场册押逃外内家座乎意此于"),
    ("", "应针面相绝反校配一核比结", "对", "口外手策象接照内等抗方立联话应待比于台华日美标称付账"),
    ("，。；、：", "", "为", "民人官政此了期首主数"),
    ("", "求", "是", "否非"),
    ("", "可所难足予加得给", "以", "人民色"),
    ("", "即必终行大名", "将", "军领士来要近官相帅于"),
    ("", "服遵听无盲自", "从", "业事严重快紧优宽轻容此前属众政教医商军"),
    ("", "参给赠", "与", "会否众其"),
    ("", "涉普顾触危波企遍提论累", "及", "时早格其"),
    ("", "一两几道层", "把", "关握脉控守手持柄"),
    ("", "纵横方定导走流取面单双志意转倾趋动朝去", "向", "好阳上下前后外心往导"),
    ("", "促行致即迫假驱天大公特", "使", "用命馆者得节团"),
    ("", "成造早", "就", "业地近餐读学医职任此高低诊寝座绪势"),
    ("", "合兼吞归一", "并", "购轨行网发列存重举处联"),
    ("", "变三", "更", "新改换名正迭替加"),
    ("", "", "也", ""),
    ("", "", "或", ""),
)
"""What stands before or does not, a word of one character, and what may not follow it twice."""


def _one(before: str, no: str, word: str, after: str) -> str:
    need = f"(?<=[{before}])" if before else ""
    lacks = f"(?<![{no}])" if no else ""
    return f"{need}{lacks}{word}{word}(?!{word}|[{after or word}])"


_CHARACTER = regex("|".join(_one(*row) for row in _SINGLE))
_WORD = regex(
    "(?<![一二三四五六七八九十两几])(?![一每再很太最多更非什某哈呵嘿一]|等等|谢谢|十分|千万|[年月日]年)"
    "(?:(?<!本)|(?!单位|公司|学校|部门))([\u4e00-\u9fff]{2})\\1(?!\\1|再)(?P<next>[\u4e00-\u9fff]?)"
)
_LONG = regex("((?!一|每|再)[\u4e00-\u9fff]{3,8})\\1")
_FREE = regex(
    "(?:推|促|跟|改|引)进|加[快强大速]|认真|落实|开展|提[高升出供]|完善|强化|推动|深[入化]|坚持|切实|积极|全面"
    "|大力|不断|着力|确保|严格|优化|扩大|打造|构建|建[立成]|健全|巩固|狠抓|充分|统筹|持续|稳步|扎实|有序|围绕"
    "|按照|根据|以及|实施|我们|他们|必须|应当|可以|已经|通过|关于|对于|由于|因此|同时|但是|如果|能够|为了|没有"
    "|各级|各类|有关|进行|具有|形成|成为|作为|作出|采取|实现|取得|继续|坚决|主动|努力|始终|依法|依托|依据|结合"
    "|支持|鼓励|保持|保障|增强|培育|壮大|完成|达到|做好|做到|抓好|组织|促使|使得|或者|并且|而且|不仅|特别|尤其"
    "|及时|尽快|抓紧|精准|有效|合理|科学|规范|负责|要求|需要|应该|规定|明确|突出|聚焦|紧扣|紧盯|牢固|树立|贯彻"
    "|其中|其他|所有|这些|这个|那些|任何|全体|广大|主要|重要|新增|总体|基本|逐步|共同|相互|自觉|予以|给予|属于"
)
"""Words that begin no compound one could stand before: adverbs, verbs with an object, the like."""
_COMPOUND = regex(
    "[部局厅委会员家化性级生长间者业区组群币节书库团券卡费金额条章系力学院室站队法师工人厂村主品率权制点量费度]"
)
_ENDS = regex("[的了和与及在是为等对将已]")
_HEADS = regex(
    "公司|企业|银行|保险|项目|债券|基金|证券|信托|金融|信用|劳动|法律|电影|中央|地方|国家"
)
"""Nouns that end one name and begin the next: 建设项目｜项目法人."""
_TALK = regex(
    "商量|研究|讨论|考虑|学习|了解|交流|休息|放松|思考|琢磨|合计|反思|锻炼|活动|打听|尝试|检查"
)
_BROAD = regex(
    "统筹统筹[地区]|实施实施[方细意办]|规范规范性|要求要求|科学科学[家院]|组织组织[部法]"
)


def doubled(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a word twice in a row, where no other reading is possible."""
    for row, match in found(manuscript, _CHARACTER):
        yield Hit(row.at, match.start(), match.end(), fix=match[0][0])
    for row, match in found(manuscript, _WORD):
        if _is_slip(match, row.masked):
            yield Hit(row.at, match.start(), match.end(1) + 2, fix=match[1])
    for row, match in found(manuscript, _LONG):
        yield Hit(row.at, match.start(), match.end(), fix=match[1])


def _is_slip(match: re.Match[str], text: str) -> bool:
    word, after = match[1], match["next"]
    if word[0] == word[1] or "一" in word or _BROAD.match(text, match.start()):
        return False
    if _TALK.match(word) and (not after or after in "一吧嘛呢"):
        return False
    if _FREE.fullmatch(word) or not after:
        return True
    return bool(_ENDS.match(after)) or not (_COMPOUND.match(after) or _HEADS.fullmatch(word))

"""Residues (残留): what was left in a document by its sources, tools and earlier versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.checks import residue_characters as characters
from drafter.checks import residue_copies as copies
from drafter.checks import residue_places as places
from drafter.checks.finding import Hit, Level
from drafter.checks.manuscript import Manuscript, Row
from drafter.pattern import regex
from drafter.reading.line import Role

_PAGE = regex(
    r"\s*(?:[—–―－-]{1,2}\s*\d{1,4}\s*[—–―－-]{1,2}|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4})\s*"
)
_ADVERT = regex(
    r"预览(?:阅读)?已结束|试读(?:已)?结束|剩余[\d.]+%(?:内容|未读)|(?:需要|获取|查看|索要)(?:本文)?(?:全文|完整版|原文)"
    r"[^。]{0,10}(?:请|联系|点击|扫|关注|加)|(?:代写|代笔)[^。]{0,12}(?:请|联系|微信|电话|QQ|接单)"
    r"|(?:请|可|欢迎|需要?)[^。]{0,20}(?:联系|咨询)(?:老师|客服|微信|QQ)|加(?:我|老师|客服|小编)?(?:的)?微信"
    r"|扫(?:一扫|码|描)[^。签缴]{0,10}(?:领取|加微信|进群|添加|关注(?:公众号|我们)|手机打开)"
    r"|(?:更多|海量|精品)(?:精彩|公文|范文|材料|优质|写作|内容)[^。]{0,14}(?:关注|尽在|访问|公众号|下载|请)"
    r"|(?:欢迎|长按|请)[^。]{0,6}关注[^。]{0,8}(?:公众号|微信号)|点击(?:下方|上方|这里|此处|链接|阅读原文|下载)"
    r"|会员(?:专享|免费下载|可下载)|(?:下载|收藏)本(?:文|站|页)|转载(?:请|须)注明|未经(?:授权|许可)[^。]{0,4}转载"
    r"|本文(?:转自|选自|来源于|来自)[^。]{0,14}(?:网|库|号|站)|(?:文章|内容|图片)(?:来源于|来自)网络|侵权[^。]{0,6}删"
    r"|微信(?:号)?[：:]\s*[A-Za-z]|免费领取|付费(?:阅读|下载|后可)|(?:资料|素材|写作)(?:大)?礼?包"
    r"|本(?:文档|资料)由[^。]{0,14}(?:提供|整理|上传|分享)|下载后可(?:编辑|修改)|微信搜(?:索|一搜)|开通会员"
    r"|(?:范文|文秘|公文|写作)(?:网|交流群|之家|大全)|版权归[^。]{0,12}所有|^\W*(?:阅读|查看|展开|下载)全文\W*$"
    r"|小编(?:为|给|整理|精心|推荐|微信|提醒|注)|私信(?:我|小编|客服|领取)|点个[^。]{0,3}(?:在看|赞|关注)"
    r"|点赞(?:收藏|转发|在看)|不迷路|[（(](?:精选|通用|最新)\d*[篇份][)）]|[（(]?(?:精选|通用|推荐)\d+篇"
    r"|(?:登录|注册|付费|购买|充值)[^。]{0,6}(?:查看|阅读|下载)(?:全部|全文|完整|剩余|本文|更多)"
    r"|[剩余还][余剩有]\d+[页％%][^。]{0,6}(?:未读|继续|阅读)|继续阅读$|所在的用户组|(?:无权|没有权限)(?:下载|查看)"
    r"|(?:如需|需要|查看|获取)(?:全文|完整版|原文)|(?:文档|本文|文章)[为是]?\s?(?:[Ww]ord|WORD|PDF|pdf|doc)"
    r"|下载后[^。]{0,8}(?:使用|编辑|打印|查看)|代写(?:论文|材料|公文|文章|各|稿|讲话|总结|服务)"
    r"|(?:材料|论文|公文|文章|稿件|讲话稿)代写|(?:24|二十四)小时(?:在线|接单)|限时(?:优惠|特价|折扣)[，,！!]"
    r"|原价[^。]{0,8}(?:现价|特价|仅)|(?:淘宝|闲鱼|拼多多)(?:搜索?|链接|旺旺)|火热(?:报名|招生)"
    r"|回复(?:关键[词字])?[“‘\"「][^。]{1,10}[”’\"」][^。]{0,8}(?:领取|获取|下载|免费|即可)"
    r"|^\W*(?:(?:关注|搜索|添加)(?:我们的?|本|官方|微信)*公众号|(?:官方|微信)*公众号[：:])"
    r"|(?:文章|资料|内容|图片|素材|文档)(?:来源|来自|源于)[：:于自]?[^。]{0,8}(?:网|文库|公众号|网络)"
    r"|百度文库|豆丁网?|道客巴巴|原创力文档|人人文库|知识星球|文秘114|笔杆子(?:网|之家|必备|训练营)"
    r"|(?:本文|全文)共?约?\s?\d+字|阅读(?:大约|约)?需要?\s?\d+分钟|写材料(?:就)?(?:上|找|用)"
    r"|(?:资料|模板|文档|素材|范文|课件)[^。]{0,6}免费(?:下载|领取)|免费下载[^。]{0,8}(?:资料|模板|文档|范文)"
)
_ABOUT = regex(
    "严禁|禁止|反对|杜绝|查处|打击|整治|治理|防范|不得|举报|曝光|违规|违法|不端|买卖|学术|舞弊"
)
_OWNED = regex(
    r"版权(?:声明|所有(?![者人权]))|免责声明|(?:本站|本网)(?:无关|所有|声明|资料|内容|仅|不承担|转载|立场|观点)"
    r"|(?:未经|不得|禁止|谢绝|严禁)[^。]{0,8}转载|转载[^。]{0,6}(?:授权|注明|出处|联系)|作者个人观点"
    r"|(?:本文|文章|文档|以上内容|网络|网友)[^。]{0,20}仅供(?:学习|参考|个人|交流|阅读)"
)
"""What a site says about rights: it forbids things itself."""
_SITE = regex(
    r"\s*(?:[【\[（(]?(?:打印|关闭|关闭窗口|(?:加入)?收藏|返回顶部|返回首页|打印(?:本|此)页|关闭本页|分享|下载|(?:我要)?纠错|顶部)[】\])）|\s]*){2,}"
    r"|\s*[【\[（(]?(?:责任编辑|责编|网站编辑|编辑|浏览次数|阅读次数|点击数|点击次数|阅读量|字号|字体)[：:].{0,30}"
    r"|\s*(?:您(?:现在)?的|当前|所在)位置[：:].{0,60}|\s*分享到[：:]?.{0,30}"
    r"|\s*(?:上一篇|下一篇|相关(?:阅读|链接|报道|文章)|延伸阅读|推荐阅读|热门推荐|精彩推荐|猜你喜欢|大家还在看)[：:]?.{0,40}"
)
_SHORT = 80
_EDGE_TOP, _EDGE_END = 3, 5
_MARKDOWN = (
    (regex(r"\*\*([^*\n]{1,80})\*\*"), r"\1"),
    (regex(r"^\s*#{1,6}\s+(?=[\d.]*\s*[（(“\u4e00-\u9fff])"), ""),
    (regex(r"^\s*```[\w-]*\s*$"), ""),
    (regex(r"\[([^\[\]\n]{1,60})\]\([^()\s]{1,200}\)"), r"\1"),
    (regex(r"&(?:nbsp|emsp|ensp);"), ""),
    (regex(r"&(?:lt|gt|amp|quot|ldquo|rdquo|middot|hellip|mdash);"), None),
    (regex(r"</?(?:br|p|b|i|u|div|span|strong|em|font|img|table|tr|td|a)\b[^<>]{0,120}>"), ""),
)
_FORM = regex("(?:表|样本|样式|样表|示范文本|范本|模板|申请书|承诺书|合同)(?:[（(].{0,12}[）)])?$")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮"
)
_GAP = regex(
    r"(?:(?<!\d)20)?[XＸx×*＊]{1,4}年[XＸx×*＊]{1,2}月(?:[XＸx×*＊]{1,2}日)?|[XＸx×*＊]{1,2}月[XＸx×*＊]{1,2}日|某月某日"
    r"|_+月_+日|(?<!\d)20[\dXx×＊*]?[XＸx××＊*]{1,2}年|(?<=[\u4e00-\u9fff])\*{2,3}(?=[万亿个项名家户元县市区])"
    r"|＊{2,}|(?<=[\u4e00-\u9fff])[□■]{2,}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[○◯]{2,}(?=[万亿个项名家户元人亩])"
    r"|(?:(?<=[，。；、“])|(?<=^))[XＸ×](?=[省市县区镇乡村]|局(?!部))"
    r"|(?<![A-Za-zＸ])[XＸ]{2,}(?![A-Za-z]|染色体)|(?<![A-Za-z])x{2,}(?=[\u4e00-\u9fff])"
    r"|(?<![A-Za-zＸ\d×])[XＸ×](?=[年月日])|(?<=[\u4e00-\u9fff])[XＸ×](?=[万亿个项名家元人])|(?<![\d×])×{2,}(?![\d×])|_{3,}|＿{2,}"
    r"|某某(?=[县市省区州乡镇村局厅部委办院所校公企单书主领]|同志)"
    r"|(?<![一二三四五六七八九十零○])○{2}(?=[县市省区州乡镇村局厅委])|\{\{[^{}\n]{0,60}\}\}"
    r"|[（(【\[〔［〈<](?:待(?:补充?|填写?|完善|确认|插入|续写)|请?(?:在此|此处)|请?填写|请(?:输入|补充|插入))"
    r"[^）)】\]〕］〉>\n]{0,20}[）)】\]〕］〉>]|[\[［]待定[\]］]|【\s*】|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])"
)
_WRITTEN = frozenset(Role) - {Role.BLANK, Role.JUNK}
_NAMED = regex(r"【([^【】\n]{1,80})】")
_OPEN = regex(r"(?:【[^【】]{1,40}】[ \u3000]*)+")
_ELEMENTS = frozenset({Role.TITLE, Role.SIGNATURE, Role.DATE, Role.SALUTATION, Role.SUBTITLE})
_COUNTED = regex("[万亿千百个项名家户人元米亩公里吨年月日%％]")
_URL = regex(
    r"(?a)https?://[\w.%/?=&#:+-]+|(?<![\w.])www\.[\w.%/?=&#:+-]+|QQ群?[：:]?\s*\d{5,11}"
    r"|(?<![\d.])(?:0\d{2,3}[-—]\d{7,8}|1[3-9]\d{9})(?!\d)"
)
_NO_CONTACT = frozenset(
    (
        *("report", "briefing", "summary", "duty-report", "research-report", "experience"),
        *("self-examination", "government-report", "speech"),
    )
)


def _delete(row: Row, level: Level | None = None, message: str = "") -> Hit:
    return Hit(row.at, 0, len(row.text), message, fix="", level=level)


def placeholders(manuscript: Manuscript) -> Iterator[Hit]:
    """Find gaps that were to be filled in; forms are made of gaps."""
    titles = [row for row in manuscript.rows if row.role is Role.TITLE]
    if titles and _FORM.search(titles[-1].text.strip()):
        return
    for row in manuscript.holding(_NAMED, _WRITTEN):
        if not row.in_table:
            yield from _named_gaps(row)
    for row in manuscript.holding(_GAP, _WRITTEN):
        if row.in_table:
            continue
        for match in _GAP.finditer(row.masked):
            before = row.masked[match.start() - 1 : match.start()]
            counted = _COUNTED.match(row.masked, match.end())
            if match[0][0] in "某×XＸ" and before in _SURNAMES and not counted:
                continue
            yield Hit(row.at, match.start(), match.end())


def _named_gaps(row: Row) -> Iterator[Hit]:
    """Find 【…】 in the midst of words, or as a title, name or date; no label before words."""
    for match in _NAMED.finditer(row.text):
        alone = row.role in _ELEMENTS or match.end() == len(row.text.rstrip())
        label = not row.text[: match.start()].strip() and not alone
        if not match[1].isdigit() and not label:
            yield Hit(row.at, match.start(), match.end())


def _edges(rows: Iterable[Row]) -> frozenset[int]:
    shown = [row.at for row in rows if row.role is not Role.BLANK]
    return frozenset(shown[:_EDGE_TOP] + shown[-_EDGE_END:])


def _advertises(text: str) -> bool:
    return bool(_OWNED.search(text) or (_ADVERT.search(text) and not _ABOUT.search(text)))


def adverts(manuscript: Manuscript) -> Iterator[Hit]:
    """Find lines that advertise; an error at the top and the end, a warning between."""
    edges = _edges(manuscript.rows)
    for row in manuscript.of():
        if len(row.text) > _SHORT or row.in_table:
            continue
        if _advertises(row.text):
            outside = row.at in edges or row.role is Role.JUNK
            yield _delete(row, Level.ERROR if outside else Level.WARNING)


def furniture(manuscript: Manuscript) -> Iterator[Hit]:
    """Find what belonged to a web page: where the reader saw it, and buttons anywhere."""
    for row in manuscript.of():
        text = row.text.strip()
        if row.in_table or _PAGE.fullmatch(text) or _advertises(text):
            continue
        open_yet = text.endswith("。") or bool(_OPEN.fullmatch(text))
        if (row.role is Role.JUNK and not open_yet) or _SITE.fullmatch(text):
            yield _delete(row)


def pages(manuscript: Manuscript) -> Iterator[Hit]:
    """Find page numbers that have become lines of the text."""
    for row in manuscript.of():
        if not row.in_table and _PAGE.fullmatch(row.text):
            yield _delete(row)


def markdown(manuscript: Manuscript) -> Iterator[Hit]:
    """Find marks of Markdown and HTML."""
    for row in manuscript.of():
        for pattern, right in _MARKDOWN:
            for match in pattern.finditer(row.text):
                fix = match.expand(right) if right is not None else None
                yield Hit(row.at, match.start(), match.end(), fix=fix)


def addresses(manuscript: Manuscript) -> Iterator[Hit]:
    """Find addresses and telephone numbers in texts that are spoken or report to superiors."""
    if manuscript.kind.id not in _NO_CONTACT:
        return
    for row in manuscript.of(Role.BODY, Role.CLOSING):
        if not row.in_table:
            for match in _URL.finditer(row.text):
                yield Hit(row.at, match.start(), match.end())


_EMOJI = regex(
    "[\u2600-\u2604\u2607-\u2638\u263a-\u26ff\u2700-\u2712\u2715-\u2775\u2794-\u27bf"
    "\U0001f300-\U0001faff\u260e\u231a\u231b\u23e9-\u23f3][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
)
_BULLET = regex("^[\\s\u3000]*([★◆●■▲▶►❖◇▪•☆]\\s*)(?=[\u4e00-\u9fff“（])")


def emoji(manuscript: Manuscript) -> Iterator[Hit]:
    """Find emoji anywhere, and signs that serve as bullets outside tables."""
    for row in manuscript.of():
        if row.in_table:
            continue
        for _, run in groupby(_EMOJI.finditer(row.text), key=lambda found: found[0]):
            for match in run:
                yield Hit(row.at, match.start(), match.end(), fix="")
        bullet = _BULLET.match(row.text)
        if bullet and row.role is not Role.NOTE:
            yield Hit(row.at, *bullet.span(1), fix="", level=Level.WARNING)


CHECKS = {
    "residue-placeholder": placeholders,
    "residue-ad": adverts,
    "residue-furniture": furniture,
    "residue-page-number": pages,
    "residue-markdown": markdown,
    "residue-url": addresses,
    "residue-emoji": emoji,
    **characters.CHECKS,
    **copies.CHECKS,
    **places.CHECKS,
}

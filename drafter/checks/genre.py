"""Rules of the kinds of document (文种): the regulation on them and the customs of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.finding import Hit, Level
from drafter.checks.genre_parts import BODY, Check, absent, chars, last, main, organs, text, title
from drafter.checks.genre_parts import salutation as salutations
from drafter.checks.manuscript import HEADINGS, PROSE, Manuscript
from drafter.pattern import regex
from drafter.reading.line import Role

_PERSON = regex(r"^\S{0,8}?(?:书记|省长|市长|县长|区长|局长|厅长|部长|主任|镇长)[：:]?$")
_ASKS = regex(
    r"妥否|当否|可否|是否(?:妥当|可行)|请(?:予|您)?(?:批示|批复|批准|审批|审示|审定|指示|支持|核准|审核)"
)
_REPORT_ASKS = regex(
    r"(?<![申提报邀聘宴])请(?:予以?|求)?(?:批准|批示|批复|支持|拨付|解决)|恳请[^。；]{0,30}?(?:解决|支持|批准|帮助)|妥否|当否，"
)
_LETTER_ENDS = regex("请予|盼|函复|复函|特此|此函|此复|专此|为荷|请[^。]{0,20}支持|请示")
_VERDICT = regex("同意|批准|不予|通过|可以|不宜|不得|应当|应予|应由|属于|暂缓|按照本")
_CITES = regex(r"《|〔\d{4}〕|来函|来文(?=（)")
_ANSWERS_LETTER = regex(r"《[^》]*函》|(?:的|来)函(?:（[^）]*）)?收悉")
_MEETING = regex(r"(?:召开|举办|举行)[^\n]*(?:会|培训班)[^\n]{0,6}通知")
_WHEN = regex(r"\d+月\d+日[^。；\n]{0,12}(?:上午|下午|晚|时|点|[:：]\d\d)|时间[：:][^\n]*\d")
_WHERE = regex(
    "地点|会议室|礼堂|会场|酒店|宾馆|会议中心|视频|报告厅|线上|在[^，。]{2,14}(?:召开|举行)"
)
_WHO = regex("参会|参加|出席|列席|人员|范围|对象")
_OPENING = regex("现将|现就|根据|按照|为|经|兹|近日|近期|日前|收悉|接|决定|批准")
_OURS = regex("[我全][省市县区镇乡州旗]")
_LENGTH, _SPECIAL, _PER_MINUTE, _MINUTES = 5000, 4000, 180, 60
_FIRST = regex(r"我们|本人|(?<![自忘大小你敌])我(?=[认觉想要建表同希]|[，。])")
_VAGUE = regex("不够|不足|不深|不强|不实|不严|不细|欠缺|有差距|不到位|不高")
_FACT = regex(r"\d|[一二三四五六七八九十两]+(?:次|月|日|人|项|个|件|起)|《|“")
_MENDING = regex("整改|措施|方向|打算|原因")
_DECIDES = regex(
    "(?:会议|双方|会上)[^，。；]{0,8}(?:议定|决定|同意|要求|强调|指出|明确|认为|确定|商定|审议)"
)


def one_recipient(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 请示 or 报告 that goes to several organs at once."""
    for row in salutations(manuscript):
        found = organs(row.text)
        if len(found) <= 1 or "各位" in row.text:
            continue
        jointly = len(found) == 2 and found[0].endswith("委") and found[1].endswith("政府")
        soft = jointly or manuscript.kind.id == "report"
        yield Hit(row.at, 0, len(row.text), level=Level.WARNING if soft else None)


def person(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 请示 or 报告 addressed to a person or a post."""
    for row in salutations(manuscript):
        words = row.text.strip()
        if _PERSON.match(words) and not re.search("各位|尊敬|会议|同志", words):
            yield Hit(row.at, 0, len(row.text))


def request_closing(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 请示 that never asks."""
    row = last(manuscript)
    if row is None or _ASKS.search(text(manuscript)):
        return
    at = row.text.find("特此请示。")
    start, end = (at, at + 5) if at >= 0 else (0, len(row.text))
    yield Hit(row.at, start, end, fix="妥否，请批示。" if at >= 0 else None)


def report_asks(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 报告 that asks for something; 报告 read to a meeting is none."""
    if not re.search("关于", title(manuscript)) and title(manuscript):
        return
    for row in main(manuscript, *BODY):
        for found in _REPORT_ASKS.finditer(row.masked):
            yield Hit(row.at, found.start(), found.end())


def cc_lower(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 上行文 that is copied to lower organs."""
    for row in manuscript.of():
        found = re.match(r"\s*抄\s*送[：:](.*)", row.text)
        lower = re.search(r"各(?:乡镇|乡|镇|街道|村|社区|县|区|市|下属|直属)[^，；。]*", row.text)
        if found and lower:
            yield Hit(row.at, lower.start(), lower.end())


def signer(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 上行文 printed whole, from number to 印发, without its signer."""
    number = next(manuscript.of(Role.DOCNUMBER), None)
    printed = any(re.match(r"\s*抄\s*送[：:]", row.text) for row in manuscript.of())
    if number is not None and printed and "签发人" not in manuscript.raw:
        yield Hit(number.at, 0, len(number.text))


def reply_cites(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 批复 or 复函 that does not say in its first sentence what it answers."""
    if manuscript.kind.id == "letter" and not re.search("复函|答复", title(manuscript)):
        return
    first = next(main(manuscript, *BODY), None)
    if first is not None and "收悉" in first.text and not _CITES.search(first.text):
        yield Hit(first.at, 0, len(first.text))


def verdict(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 批复 that neither agrees nor refuses; one on a question of law answers it."""
    row = last(manuscript)
    if row is None or re.search("问题|如何|适用|是否", title(manuscript)):
        return
    if not _VERDICT.search(text(manuscript)):
        yield Hit(row.at, 0, len(row.text))


def reply_kind(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 批复 that answers a 函."""
    first = next(main(manuscript, *BODY), None)
    found = _ANSWERS_LETTER.search(first.text) if first is not None else None
    if first is not None and found and "请示" not in first.text:
        yield Hit(first.at, found.start(), found.end())


def meeting(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a notice of a meeting that leaves out when, where or who; say what is missing."""
    words = text(manuscript)
    row = next(main(manuscript, *BODY), None)
    open_yet = "另行通知" in words or "【" in words
    if row is None or not _MEETING.search(title(manuscript)) or open_yet:
        return
    parts = {"时间（日期和钟点）": _WHEN, "地点": _WHERE, "参会人员": _WHO}
    missing = [name for name, pattern in parts.items() if not pattern.search(words)]
    if missing:
        told = f"会议通知缺少{'、'.join(missing)}"
        yield Hit(row.at, 0, len(row.text), message=told)


def rsvp(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a notice of a meeting without anyone to answer to."""
    row = last(manuscript)
    if row is None or not _MEETING.search(title(manuscript)):
        return
    if not re.search("联系人|电话|回执|报名|报送|报至|报县|报市|名单", manuscript.raw):
        yield Hit(row.at, 0, len(row.text))


def first_person(manuscript: Manuscript) -> Iterator[Hit]:
    """Find 我、我们、本人 in minutes, but in quotations."""
    for row in main(manuscript, *BODY):
        for found in _FIRST.finditer(row.masked):
            before = row.text[: found.start()]
            if before.count("“") <= before.count("”"):
                yield Hit(row.at, found.start(), found.end())


def bill_author(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 议案 that is not a government's, nor of those whom the law lets bring one."""
    row = next(manuscript.of(Role.TITLE), None)
    found = re.match(r"(\S{2,30}?)关于", title(manuscript))
    allowed = "【|人民政府|国务院|委员会|代表|主任会议|法院|检察院|主席团"
    if row is not None and found and not re.search(allowed, found[1]):
        yield Hit(row.at, 0, min(len(found[1]), len(row.text)))


def to_government(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a department's notice to governments that names no consent of its own government."""
    issuer = re.match(r"(\S{2,24}?)关于", title(manuscript))
    if not issuer or not re.search(r"(?:局|厅|委|办公室)$", issuer[1]):
        return
    if re.search(r"政府|县委|市委|省委|区委|[省市县区]委$", issuer[1]):
        return
    if re.search(r"经[^，。；]{0,14}(?:同意|批准|授权)", manuscript.raw):
        return
    for row in salutations(manuscript):
        found = re.search(r"各(?:乡镇|镇|乡|县|街道)[^，；：]{0,12}人民政府", row.text)
        if found:
            yield Hit(row.at, found.start(), found.end())


def inner_organ(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a section of an organ that writes to the outside."""
    row = next(manuscript.of(Role.TITLE), None)
    found = re.match(
        r"\S{2,20}?[局委厅部][\u4e00-\u9fff]{1,8}?(?<![办管表])[股科处](?=关于)", title(manuscript)
    )
    if row is None or not found or re.search("办事处|管理处|代表处|学院|医院", found[0]):
        return
    if any(salutations(manuscript)):
        yield Hit(row.at, 0, min(found.end(), len(row.text)))


def length(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a local paper of more than 5,000 characters (a special one 4,000), a speech over 1 h."""
    row = next(manuscript.of(Role.TITLE), None)
    if row is None or not _OURS.search(manuscript.masked):
        return
    if re.search("国务院|中共中央|人民代表大会|中央军委", title(manuscript)):
        return
    size = chars(manuscript)
    kind = manuscript.kind.id
    if kind == "speech":
        minutes = size // _PER_MINUTE
        if minutes > _MINUTES and "工作报告" not in title(manuscript):
            yield Hit(row.at, 0, len(row.text), message=f"照念约需{minutes}分钟，超过1小时")
        return
    most = _SPECIAL if kind == "scheme" else _LENGTH
    if size > most:
        yield Hit(row.at, 0, len(row.text), message=f"正文约{size}字，超过{most}字")


def speech_thanks(manuscript: Manuscript) -> Iterator[Hit]:
    """Find thanks at the end of a speech that sets tasks, or of a government's report."""
    sets = re.search("部署|动员|推进会|工作会议|工作报告", title(manuscript))
    row = last(manuscript, Role.CLOSING, Role.BODY)
    found = re.search("谢谢(?:大家|各位)?[！!。]?$", row.text) if row is not None else None
    if sets and row is not None and found:
        yield Hit(row.at, found.start(), found.end())


def self_exam(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a fault owned to without a day, a place, a person or a number."""
    heading = ""
    for row in main(manuscript, *HEADINGS, *PROSE):
        heading = row.text if row.role in HEADINGS else heading
        if row.role not in PROSE or _MENDING.search(heading):
            continue
        found = _VAGUE.search(row.masked)
        if found and not _FACT.search(row.text):
            yield Hit(row.at, found.start(), found.end())


def opening(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a 报告, 函 or 通知 with neither an address nor an opening of its kind."""
    first = next(main(manuscript, *BODY), None)
    if first is None or any(salutations(manuscript)) or _OPENING.search(first.text):
        return
    yield Hit(first.at, 0, len(first.text))


CHECKS: dict[str, Check] = {
    "genre-request-one-recipient": one_recipient,
    "genre-request-closing": request_closing,
    "genre-report-no-request": report_asks,
    "genre-upward-cc-lower": cc_lower,
    "genre-upward-person": person,
    "genre-upward-signer": signer,
    "genre-letter-closing": absent(_LETTER_ENDS),
    "genre-reply-cite": reply_cites,
    "genre-reply-verdict": verdict,
    "genre-reply-kind": reply_kind,
    "genre-meeting-notice": meeting,
    "genre-notice-rsvp": rsvp,
    "genre-minutes-first-person": first_person,
    "genre-minutes-verbs": absent(_DECIDES),
    "genre-bill-author": bill_author,
    "genre-dept-to-government": to_government,
    "genre-inner-organ": inner_organ,
    "genre-length": length,
    "genre-speech-thanks": speech_thanks,
    "genre-opening-formula": opening,
    "genre-self-exam-specific": self_exam,
}

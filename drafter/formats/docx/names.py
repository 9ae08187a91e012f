"""The Word styles of our files: which role wears which style. One home for writer and reader."""

from __future__ import annotations

from typing import NamedTuple

from drafter.model.nodes import MAX_LEVEL


class Style(NamedTuple):
    """A paragraph style: the role it is worn by, its id, its name in Word, its look."""

    role: str
    id: str
    name: str
    look: str
    next: str = ""
    level: int = 0  # of a heading; also of one its text runs on from


BODY = "BodyText"
_HEADINGS = tuple(
    Style(f"heading{n}", f"Heading{n}", f"heading {n}", f"heading{n}", BODY, n)
    for n in range(1, MAX_LEVEL + 1)
)
_RUN_IN = tuple(
    Style(f"run_in{n}", f"RunIn{n}", f"段首标题 {n}", "body", BODY, n)
    for n in range(1, MAX_LEVEL + 1)
)
STYLES = (
    Style("body", BODY, "Body Text", "body"),
    Style("rest", "BodyRest", "正文续", "body"),
    Style("title", "Title", "Title", "title", BODY),
    Style("subtitle", "Subtitle", "Subtitle", "subtitle", BODY),
    Style("preamble", "Preamble", "题下说明", "preamble", BODY),
    Style("byline", "Byline", "讲话人", "byline", BODY),
    Style("dateline", "Dateline", "题下日期", "dateline", BODY),
    Style("salutation", "Salutation", "Salutation", "salutation", BODY),
    Style("address", "Address", "呼语", "address", BODY),
    *_HEADINGS,
    *_RUN_IN,
    Style("more", "ListContinue", "List Continue", "body"),
    Style("closing", "Closing", "Closing", "body"),
    Style("attachment_list", "AttachmentList", "附件说明", "attachment_list"),
    Style("present", "Present", "出席人员", "attendance"),
    Style("absent", "Absent", "请假人员", "attendance"),
    Style("observers", "Observers", "列席人员", "attendance"),
    Style("signature", "Signature", "Signature", "signature", "Date"),
    Style("date", "Date", "Date", "date", BODY),
    Style("notes", "Notes", "附注", "notes"),
    Style("masthead", "Masthead", "发文机关标志", "masthead"),
    Style("copy_number", "CopyNumber", "份号", "copy_number"),
    Style("secrecy", "Secrecy", "密级和保密期限", "secrecy"),
    Style("urgency", "Urgency", "紧急程度", "urgency"),
    Style("number", "DocNumber", "发文字号", "number"),
    Style("copies", "Copies", "抄送机关", "copies"),
    Style("recipients", "Recipients", "主送机关（版记）", "copies"),
    Style("printer", "Printer", "印发机关", "printer"),
    Style("mark", "AttachmentMark", "附件标号", "mark"),
    Style("table_caption", "TableCaption", "表题", "table_caption"),
    Style("table_head", "TableHead", "表头", "table_head"),
    Style("table_text", "TableText", "表格文字", "table_text"),
    Style("image", "Figure", "图", "image"),
    Style("image_caption", "FigureCaption", "图题", "image_caption"),
)
BY_ROLE = {style.role: style for style in STYLES}
BY_ID = {style.id: style for style in STYLES}

SEPARATOR = "Separator"
FOOTER = "Footer"
HEADER = "Header"

# character styles
POINT = "PointLabel"
RUN_IN_WORDS = "RunInWords"  # + the level
SIGNER = "SignerName"
PRINT_DATE = "PrintDate"
NUMBER = "DocNumberWords"  # the document number on the line of another element
ATTENDANCE_WORD = "AttendanceWord"  # 出席：
UNSHOWN = "Unshown"  # what this layout does not show (a letter's second organ), kept hidden
FIXED = "FixedWords"  # what the page adds to an element: 附件：1. 签发人： 抄送： 印发 文件
CHARACTER_STYLES = (
    (POINT, "要点序号", ""),
    *((f"{RUN_IN_WORDS}{n}", f"段首标题字 {n}", f"heading{n}") for n in range(1, MAX_LEVEL + 1)),
    (SIGNER, "签发人姓名", "signers"),
    (PRINT_DATE, "印发日期", ""),
    (NUMBER, "发文字号字", "number"),
    (ATTENDANCE_WORD, "出席类别", "attendance_word"),
    (UNSHOWN, "本格式不显示", ""),
    (FIXED, "固定用词", ""),
)

# bookmarks, hidden as all that begin with _
CLOSING_STARTS = "_closing"
ATTACHMENT_STARTS = "_attachment"  # + a count
ENCLOSED_STARTS = "_enclosed"  # + a count
LANDSCAPE = "_landscape"  # + a count: the table that follows is a landscape one by its own word
OWN_NUMBER = "_number"  # + a count: a heading's number is exactly the words marked

NAMESPACE = "https://drafter.example/ns/word-1"
"""Namespace of the custom XML part that tells our own files."""
GAP_TAG = "drafter-gap-"

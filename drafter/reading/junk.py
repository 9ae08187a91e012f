"""What does not belong to a document: page furniture, adverts, link lists, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.errors import N_
from drafter.reading import words
from drafter.reading.evidence import Evidence
from drafter.reading.facts import INVISIBLE, Facts
from drafter.reading.line import Role
from drafter.reading.shapes import holds_date, is_docnumber

_PAGE_NUMBER = re.compile(
    "[—–―－-]{1,2}[0-9]{1,4}[—–―－-]{1,2}|第[0-9]{1,4}页(?:[，,/]?共[0-9]{1,4}页)?|[0-9]{1,4}/[0-9]{1,4}"
)
_LABEL = re.compile(f"[【\\[（(]?(?:{'|'.join(words.LABELS)})[：:]")
_SYMBOLS = re.compile("[^\\w\u3000-\u3007]+|[【】|×>]+")
_PICTURES = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_URL = re.compile("https?://|www\\.|\\.com\\b|\\.gov\\b")
_CAPTION = re.compile(".*资料图.{0,6}|.{1,20}(?<!工)作\\w{0,8}(?:报告|讲话)。?")
_WIRE = re.compile("[（(]?\\s*(?:新华社|人民日报|本报|据|来源|责任编辑|编辑|记者)[^。]*[）)]?")
_PHOTOGRAPHER = re.compile("(?:记者|通讯员|新华社|本报).{0,12}摄[）)]?$")
_PUT_UP = re.compile(
    "[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
_LINKS = re.compile(
    "(?:相关|热点|热门|最新|精彩|延伸|更多|本站|编辑|猜你)"
    "(?:推荐|阅读|新闻|文章|链接|内容|报道|资讯|范文|喜欢)"
)
_COLLECTED = re.compile("[【\\[]?(?:篇|范文|例文)[0-9一二三四五六七八九十]{1,3}[】\\]]?[：:]?")
_RULER = re.compile("[-—=_*~·.…#+]{3,}")
_ADVERT = re.compile("|".join(words.ADVERTS))
_PATH = re.compile("(?:当前|所在)?(?:位置)?[：:]?首页.{3}")
_ALL_STEPS = re.compile("首页(?:(?:>>?|[›»→])[^>›»→]{1,20})+$")
_STEPS = re.compile("[^>›»]{1,12}(?:(?:>>?|[›»])[^>›»]{1,20})+")
_BUTTON = "|".join(("特大", *sorted(words.NAVIGATION, key=len, reverse=True)))
_BRACKETED = re.compile("(?:[【\\[][^】\\]]{1,6}[】\\]]){2,}")
_WHERE = re.compile("(?:单位)?地址[：:].*(?:邮编|邮政编码|电话)")
_BUTTONS = re.compile(f"[【\\[（(|]?(?:(?:{_BUTTON})[|｜】\\]）)【\\[（(]{{0,2}})+")
_FOOTER = re.compile("|".join((*words.FOOTERS, *words.COPYRIGHT)), re.IGNORECASE)
_COPYRIGHT = re.compile("|".join(words.COPYRIGHT), re.IGNORECASE)
_MENU_BAR = re.compile("[^|｜]{1,12}(?:[|｜][^|｜]{1,12}){2,}")
_MENU_WORDS = re.compile("[^。，；：\\s]{1,8}(?:\\s+[^。，；：\\s]{1,8}){3,}")
_EDITION = re.compile("第[A-Z]?[0-9]{1,2}版")
_CREDIT = re.compile("来源[：:]")
_BULLET = re.compile("[·•●■◆▪►]")

ENOUGH = 2.0
"""How much evidence makes a line junk wherever it stands."""


def label_of(facts: Facts) -> str:
    """Give the label a line begins with (来源：), without the colon; empty if it has none."""
    found = _LABEL.match(facts.tight or facts.text)
    return found.group().strip("【[（(：:") if found else ""


def is_label(facts: Facts) -> bool:
    """Tell whether the line is a page label alone; its value stands on the next line."""
    found = _LABEL.fullmatch(facts.tight) if facts.tight else None
    return found is not None and label_of(facts) not in words.VALUELESS


def is_links_head(facts: Facts) -> bool:
    """Tell whether a list of links begins here: 相关报道."""
    name = facts.tight.rstrip("：:")
    return name in words.RELATED or _LINKS.fullmatch(name) is not None


def names_owner(facts: Facts) -> bool:
    """Tell whether a short line says whose a web page is (版权所有)."""
    return _COPYRIGHT.search(facts.tight) is not None


def names_site(facts: Facts) -> bool:
    """Tell whether a short line may be the name of a web page or a newspaper."""
    return len(facts.tight) <= 20 and facts.tight.endswith(words.SITES)


def is_path(facts: Facts) -> bool:
    """Tell whether the line is the path of a web page, which stands above what it leads to."""
    if label_of(facts) in words.PLACES:
        return True
    return any(form.match(facts.tight) for form in (_PATH, _ALL_STEPS)) if facts.tight else False


def is_menu(facts: Facts) -> bool:
    """Tell whether a short line is a row of short words that names a page's first one (首页)."""
    return "首页" in facts.tight and _MENU_WORDS.fullmatch(facts.text) is not None


def is_arrow(facts: Facts) -> bool:
    """Tell whether the line is the arrow between two steps of a page's path."""
    return facts.tight in (">", "»", ">>", "›", "＞")


def inside_evidence(facts: Facts) -> Iterator[Evidence]:
    """Collect what shows junk even in the middle of a text."""
    tight = facts.tight
    if not tight:
        return
    if not tight.strip(INVISIBLE):
        yield Evidence(Role.JUNK, 3.0, N_("nothing that can be seen"))
    if _PAGE_NUMBER.fullmatch(tight):
        yield Evidence(Role.JUNK, 3.0, N_("a page number alone on its line"))
    if _COLLECTED.fullmatch(tight):
        yield Evidence(Role.JUNK, 2.5, N_("numbers a text in a collection of models"))
    if _RULER.fullmatch(tight):
        yield Evidence(Role.JUNK, 2.5, N_("a ruler of symbols"))
    if _PICTURES.search(tight):
        yield Evidence(Role.JUNK, 1.0, N_("pictures or emoji"))
    yield from _adverts(tight)


def outside_evidence(facts: Facts, *, at_end: bool) -> Iterator[Evidence]:
    """Collect what shows junk before or after a text; ``at_end``: no text follows any more."""
    tight = facts.tight
    if not tight:
        if label_of(facts) and _URL.search(facts.text[:60]):
            yield Evidence(Role.JUNK, 3.0, N_("a web page's address"))
        if _PHOTOGRAPHER.search(facts.text[-30:]):
            yield Evidence(Role.JUNK, 2.5, N_("caption of a photograph"))
        return
    for weight, reason, found in (
        (3.0, N_("a button or menu word of a web page"), tight in words.NAVIGATION),
        (3.0, N_("symbols only"), _SYMBOLS.fullmatch(tight)),
        (3.0, N_("opens a list of links"), is_links_head(facts)),
        (1.5, N_("day and hour a web page was put up"), _PUT_UP.match(tight)),
        (1.5, N_("nothing but that"), _PUT_UP.fullmatch(tight)),
        (2.5, N_("day and page of a newspaper"), _EDITION.search(tight) and holds_date(facts)),
        (2.5, N_("the menu of a web page"), not at_end and _MENU_BAR.fullmatch(tight)),
        (2.5, N_("caption of a photograph"), _CAPTION.fullmatch(tight)),
        (2.5, N_("caption of a photograph"), _PHOTOGRAPHER.search(tight)),
        (0.5, N_("pictures or emoji"), _PICTURES.search(tight)),
        (1.0, N_("an internet address"), _URL.search(tight)),
        (1.0, N_("stands after the end of the text"), at_end and _ADVERT.search(tight)),
        (2.0, N_("names its source or editor"), at_end and _WIRE.fullmatch(tight)),
        (2.5, N_("the path of a web page"), _PATH.match(tight)),
        (1.0, N_("names a source"), _CREDIT.search(tight)),
        (2.5, N_("the path of a web page"), _STEPS.fullmatch(tight)),
        (2.5, N_("buttons of a web page"), _BUTTONS.fullmatch(tight)),
        (2.5, N_("buttons of a web page"), _BRACKETED.fullmatch(tight)),
        (1.0, N_("an address as at the foot of a page"), at_end and _WHERE.match(tight)),
        (2.0, N_("the foot of a web page"), at_end and _FOOTER.search(tight)),
        (0.5, N_("a bullet of a link list"), _BULLET.match(tight)),
    ):
        if found:
            yield Evidence(Role.JUNK, weight, reason)
    if label_of(facts) and not _keeps_value(facts):
        yield Evidence(Role.JUNK, 2.0, N_("a field a web page prints around a text"))


def _adverts(tight: str) -> Iterator[Evidence]:
    said = set(_ADVERT.findall(tight)) if len(tight) <= 40 else set()
    if said:
        yield Evidence(Role.JUNK, 1.2 * len(said), N_("words of an advertisement or paywall"))


def _keeps_value(facts: Facts) -> bool:
    """Tell whether a label's value is a part of the document after all: its title or number."""
    label = label_of(facts)
    value = facts.tight[facts.tight.index(label) + len(label) + 1 :]
    if label in ("主题词",):
        return bool(value)
    return (label == "标题" and bool(value)) or is_docnumber(value)

"""Shapes of single lines: dates, document numbers, calls, names. Each looks at one line only."""

from __future__ import annotations

import re

from drafter.reading import words
from drafter.reading.facts import WIDE, Facts

_YEAR = "(?:[0-9]{4}|20[XxＸ×]{2}|[〇○零０Oo一二三四五六七八九]{4})年"
_MONTH = "(?:[0-9]{1,2}|[XxＸ×]{1,2}|[一二三四五六七八九十元正]{1,2})月"
_DAY = "(?:[0-9]{1,2}|[XxＸ×]{1,2}|[一二三四五六七八九十廿]{1,4})[日曰]"
_PART = "(?:上午|下午|晚上?|凌晨)?"
_DATE = re.compile(
    f"[（(]?(?:{_YEAR}{_MONTH}(?:{_DAY})?{_PART}"
    "|[0-9]{4}[.-][0-9]{1,2}(?:[.-][0-9]{1,2}日?)?\\.?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    ")[）)]?"
    f"|[（(]{_MONTH}{_DAY}[）)]"
)
_WITH_DATE = re.compile(f"{_YEAR}{_MONTH}(?:{_DAY})?")
_WHEN_AND_WHERE = re.compile(f"[（(]?{_YEAR}{_MONTH}(?:{_DAY})?{_PART}[，,]?(?:在|于)?")
_DOCNUMBER = re.compile(
    "[\u4e00-\u9fffX×]{0,14}[〔（(【［\\[][0-9X×]{4}[〕）)】］\\]]第?[0-9X×]{1,5}[号期次]"
    "|[（(]?(?:[0-9]{4}年)?第[0-9一二三四五六七八九十百]{1,5}[号期][）)]?"
)
_NAME = re.compile("[\u4e00-\u9fff·]{2,4}")
_SHORT_NAME = re.compile("[\u4e00-\u9fff]{2,3}")
_SPACES = re.compile("[ \t\u3000\xa0]+")
_PUNCTUATION = re.compile("[，。；：！？,;:!?…]")
_GREETING = re.compile(f"(?:大家|你们|各位)?(?:{'|'.join(words.TIMES_OF_DAY)})?好$")
_PARTS = re.compile("[、，,；;]|和|以及")

_HEADING_MOST = 32
_FIGURES = re.compile(
    "(?P<deep>[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})[ \\u3000\\t]*(?=[^0-9\\s.．%％年月日万亿元个])"
    "|(?P<flat>[0-9]{1,2})[ \\u3000\\t]+(?=[^0-9\\s.．%％年月日万亿元个])"
)
_LEADERS = re.compile("[.…·．]{2,}\\s*[0-9]+$")


def is_date(facts: Facts) -> bool:
    """Tell whether the line is a date and nothing else, brackets allowed."""
    return bool(facts.tight) and _DATE.fullmatch(facts.tight) is not None


def holds_date(facts: Facts) -> bool:
    """Tell whether a short line has a date in it."""
    return bool(facts.tight) and _WITH_DATE.search(facts.tight) is not None


def is_time_and_place(facts: Facts) -> bool:
    """Tell whether the line begins with a date and goes on to say where, without a stop."""
    return (
        bool(facts.tight)
        and _WHEN_AND_WHERE.match(facts.tight) is not None
        and not facts.ends_sentence
    )


def is_docnumber(text: str) -> bool:
    """Tell whether tight text is a document number (发文字号)."""
    return _DOCNUMBER.fullmatch(text) is not None


def names_organ_first(text: str) -> bool:
    """Tell whether the words before the first space end like an organ's name."""
    first, *rest = _SPACES.split(text.strip())
    return bool(rest) and first[-1:] in words.ORGAN_ENDS


def is_organ_and_date(facts: Facts) -> bool:
    """Tell whether the line is an organ, 编 or not, and after a space a date."""
    organ, *date = _SPACES.split(facts.text)
    if not facts.tight or not date or facts.mark or _PUNCTUATION.search(facts.text):
        return False
    whole, organ = "".join(date).translate(WIDE), organ.removesuffix("印").removesuffix("编")
    return len(organ) > 3 and organ[-1] in words.ORGAN_ENDS and _DATE.fullmatch(whole) is not None


def is_bracketed(facts: Facts) -> bool:
    """Tell whether the whole line stands in round brackets."""
    return facts.text[0] in "（(" and facts.last in "）)"


def is_name(facts: Facts) -> bool:
    """Tell whether the line could be a person's name: two to four characters."""
    return _NAME.fullmatch(facts.tight) is not None and not is_organ(facts)


def is_names(facts: Facts) -> bool:
    """Tell whether the line is several persons' names with space or a pause mark between."""
    names = [name for name in re.split("[、 \t\u3000\xa0]+", facts.text) if name]
    return 2 <= len(names) <= 4 and all(
        _SHORT_NAME.fullmatch(name) and name[0] in words.SURNAMES for name in names
    )


def name_after_organ(facts: Facts) -> str:
    """Give what may be a person's name after an organ and a space; "" for any other line."""
    if not bare(facts):
        return ""
    organ, *rest = _SPACES.split(facts.text)
    name = "".join(rest)
    if not 2 < len(organ) <= 20 or organ[-1] not in words.ORGAN_ENDS:
        return ""
    return name if _NAME.fullmatch(name) else ""


def is_office_and_name(facts: Facts) -> bool:
    """Tell whether the line is an office and a name with space between: 省长 name."""
    if not facts.tight or _PUNCTUATION.search(facts.text):
        return False
    office, *name = _SPACES.split(facts.text)
    while name and office and office[-1] not in words.OFFICE_ENDS and len(name) > 1:
        office += name.pop(0)
    joined = "".join(name)
    if len(office) > 20 or office[:1].isdigit():
        return False
    return bool(office) and office[-1] in words.OFFICE_ENDS and _NAME.fullmatch(joined) is not None


def is_office(facts: Facts) -> bool:
    """Tell whether a short line names an office and no person: 县委副书记、县长."""
    offices = facts.tight.split("、")
    return 0 < len(facts.tight) <= 24 and all(
        one and one[-1] in words.OFFICE_ENDS and not _PUNCTUATION.search(one) for one in offices
    )


def is_organ(facts: Facts) -> bool:
    """Tell whether a short line without punctuation ends like the name of an organ or unit."""
    return bare(facts) and facts.tight[-1] in words.ORGAN_ENDS


def bare(facts: Facts) -> bool:
    """Tell whether the line is short and has no mark, stop or comma."""
    return 1 < len(facts.tight) <= 45 and not facts.mark and not _PUNCTUATION.search(facts.tight)


def is_call(facts: Facts) -> bool:
    """Tell whether the line calls the listeners (呼语) and does nothing else: 各位代表！."""
    if not facts.tight or facts.last not in "！!：:，," or len(facts.tight) > 50:
        return False
    parts = [part for part in _PARTS.split(facts.tight[:-1]) if part]
    called = [part for part in map(_without_greeting, parts) if part]
    return bool(called) and all(_is_listener(part) for part in called)


def _without_greeting(part: str) -> str:
    return _GREETING.sub("", part)


def _is_listener(part: str) -> bool:
    return len(part) <= 16 and (
        part.endswith(words.LISTENERS) or part.startswith(("各位", "尊敬的", "亲爱的", "敬爱的"))
    )


def is_addressee(facts: Facts) -> bool:
    """Tell whether the line names those a document goes to (主送机关), down to its colon."""
    text = facts.text
    if facts.last not in "：:" or len(text) > 250 or facts.mark:
        return False
    names = text[:-1].rstrip()
    if any(char in names for char in "。！？：:") or names.endswith(words.ANNOUNCING):
        return False
    if names in words.LABELS or names.startswith(("附", "现将", "根据", "为", "按照", "经")):
        return False
    parts = [part.rstrip("）)")[-1:] for part in _PARTS.split(names) if part.strip()]
    named = sum(
        end in words.ORGAN_ENDS or end in words.OFFICE_ENDS or end in "们区县市州校"
        for end in parts
    )
    return bool(parts) and 2 * named >= len(parts)


def decimal(facts: Facts) -> tuple[int, ...]:
    """Give the figures of the number a short line begins with: 1.2 → (1, 2); () for none."""
    if len(facts.text) > _HEADING_MOST or facts.mark or facts.ends_sentence:
        return ()
    found = _FIGURES.match(facts.text)
    if not found or _LEADERS.search(facts.text):
        return ()
    return tuple(map(int, re.split("[.．]", found["deep"] or found["flat"])))

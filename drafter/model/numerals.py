"""Numbers written as Word's automatic numbering writes them: 一 壹 甲 ① iv b.

The names are those of the file format (ISO/IEC 29500-1, 17.18.59). Ordinals as documents write
them by hand are in ``ordinals``; the Chinese numerals here are made from it.
"""

from __future__ import annotations

from collections.abc import Callable

from drafter.model.ordinals import han

_HAN = "零一二三四五六七八九"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST = 9999  # beyond it every form is the plain figure
_MOST_LETTERS = 26 * 30


def written(form: str, number: int) -> str | None:
    """Write a number in a form of the file format; None for a form not known.

    A number the form has no sign for is written in plain figures, as Word does.
    """
    writer = _WRITERS.get(form)
    if writer is None:
        return None
    known = form in _FIGURES or 0 < number <= _MOST
    return writer(number) if known else str(number)


def roman(number: int) -> str:
    """Write 1 to 9999 in Roman capitals."""
    spelled = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        spelled += sign * times
    return spelled


def _letters(number: int) -> str:
    """Write A to Z, then AA and BB."""
    if number > _MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1)


def _digits(number: int, zero: str) -> str:
    """Write digit by digit: 20 → 二〇."""
    return "".join(zero if d == "0" else _HAN[int(d)] for d in str(number))


def _counted(zero: str) -> Callable[[int], str]:
    """Write 十一 and 二十 as spoken, from 100 on digit by digit."""
    return lambda number: han(number) if number < 100 else _digits(number, zero)


def _japanese(number: int) -> str:
    """Write without 零, and without 一 before 十, 百 and 千: 百一."""
    spelled = han(number).replace("零", "")
    for unit in "千百十":
        spelled = spelled.replace(f"一{unit}", unit)
    return spelled


def _formal(signs: str) -> Callable[[int], str]:
    """Write in the numerals of bank notes, 10 as 壹拾; ``signs`` are 零 to 9, then 十百千."""
    plain = str.maketrans(_HAN + "十百千", signs)
    return lambda number: (("一" if han(number).startswith("十") else "") + han(number)).translate(
        plain
    )


def _from(signs: str) -> Callable[[int], str]:
    """Write by a row of signs, plain figures behind its end."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _ordinal(number: int) -> str:
    end = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if number % 100 in (11, 12, 13) else f"{number}{end}"


_FIGURES = ("decimal", "decimalZero", "decimalFullWidth", "decimalHalfWidth", "none")
_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate(_FULL),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL),
    "numberInDash": "- {} -".format,
    "ordinal": _ordinal,
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _counted("○"),
    "taiwaneseCounting": _counted("○"),
    "chineseCountingThousand": han,
    "taiwaneseCountingThousand": han,
    "japaneseCounting": _japanese,
    "koreanCounting": _japanese,
    "ideographDigital": lambda number: _digits(number, "〇"),
    "japaneseDigitalTenThousand": lambda number: _digits(number, "〇"),
    "taiwaneseDigital": lambda number: _digits(number, "○"),
    "chineseLegalSimplified": _formal("零壹贰叁肆伍陆柒捌玖拾佰仟"),
    "ideographLegalTraditional": _formal("零壹貳參肆伍陸柒捌玖拾佰仟"),
    "japaneseLegal": _formal("零壱弐参四伍六七八九拾百阡"),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _from(_CIRCLED),
    "decimalEnclosedCircleChinese": _from(_CIRCLED),
    "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "none": lambda number: "",
}

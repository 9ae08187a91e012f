"""Amounts as they stand in Chinese text: number, scale (万, 亿), unit, and how exact they are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
SCALE = "(?:万亿|百万|千万|百亿|千亿|万|亿)?"
UNIT = (
    "(?:个百分点|%|‰|美元|元|人次|人|户|亩|吨|公里|千米|千瓦时|千瓦|平方公里|平方米|立方米|公顷|公斤|天"
    "|[个家件项条座所台辆套处起只头株篇张册场次批支对栋间组片口名宗])"
)
VAGUE = "(?![多余几])"
_COUNTED = frozenset("人户名天个家件项条座所台辆套处起只头株篇张册场次批支对栋间组片口宗")
_SCALES = {"": 0, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its value, by how much rounding may have changed it, its unit, its words."""

    value: Decimal
    half: Decimal
    unit: str
    words: str

    @property
    def low(self) -> Decimal:
        """The least it may be."""
        return self.value - self.half

    @property
    def high(self) -> Decimal:
        """The most it may be."""
        return self.value + self.half


def amount(number: str, scale: str | None = "", unit: str | None = "") -> Amount:
    """Read an amount; what is counted one by one is exact, all else rounded to its last digit."""
    value = Decimal(number.replace(",", ""))
    power = Decimal(10) ** _SCALES[scale or ""]
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    counted = exponent == 0 and not scale and unit in _COUNTED
    half = Decimal(0) if counted else Decimal(10) ** exponent / 2 * power
    return Amount(value * power, half, unit or "", f"{number}{scale or ''}{unit or ''}")


def shown(value: Decimal, places: int = 1) -> str:
    """Write a computed number with some decimal places, as a person would check it."""
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def in_words(value: Decimal, like: Amount) -> str:
    """Write a computed amount in the scale and unit of another."""
    number = like.words.removesuffix(like.unit)
    scale = next(name for name in sorted(_SCALES, key=len, reverse=True) if number.endswith(name))
    plain = value / Decimal(10) ** _SCALES[scale]
    return f"{plain.normalize():f}{scale}{like.unit}"

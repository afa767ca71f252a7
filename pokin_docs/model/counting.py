"""How the periods of a year make its value: the ways of counting, and which of them figures fit (domain-2 section 1).

A blank period is no 0. Predicates count by their place on their scale; they are never added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from pokin_docs.model.achievement import bounds_of
from pokin_docs.model.cells import Isian
from pokin_docs.model.predicates import SCALES, PredicateScale, level_of, scale_of
from pokin_docs.model.texts import fold


class WayOfCounting(Enum):
    """How the value of a year follows from its periods; the value is what the workbook says."""

    SUM = "jumlah"
    CUMULATIVE = "kumulatif"
    LAST = "posisi akhir"
    STEADY = "tetap"
    MEAN = "rata-rata"
    HIGHEST = "maksimum"
    LOWEST = "minimum"


_TRIED = (
    WayOfCounting.STEADY, WayOfCounting.CUMULATIVE, WayOfCounting.SUM, WayOfCounting.LAST, WayOfCounting.MEAN,
)  # fmt: skip
"""The order in which a way is looked for where none is given."""
AT_THE_END = frozenset((WayOfCounting.CUMULATIVE, WayOfCounting.LAST, WayOfCounting.STEADY))
"""Ways that read the year from its last period."""
_WORDS = {
    WayOfCounting.SUM: "jumlah|akumulatif|akumulasi|penjumlahan|sum|dijumlahkan|total",
    WayOfCounting.CUMULATIVE: "kumulatif|kumulatif s d triwulan|kumulatif sampai dengan triwulan|progres kumulatif",
    WayOfCounting.LAST: "posisi akhir|nilai akhir|kondisi akhir|non kumulatif|nonkumulatif|kondisi akhir naik"
    "|kondisi akhir menurun|take last known value|last value|tlk|terakhir",
    WayOfCounting.STEADY: "tetap|konstan|trend flat|tren flat|flat",
    WayOfCounting.MEAN: "rata rata|rerata|average|mean",
    WayOfCounting.HIGHEST: "maksimum|maksimal|maks|max|tertinggi",
    WayOfCounting.LOWEST: "minimum|minimal|min|terendah",
}
_BY_WORD = {word: way for way, words in _WORDS.items() for word in words.split("|")}
_DECIMALS = re.compile(r",(\d+)|(?<=\d)\.(\d{1,2}|\d{4,})(?!\d)")
_HALF = Decimal("0.5")
_NONE_YET = frozenset(("", "n a", "na", "nihil", "belum ada"))


def read_way(text: str) -> WayOfCounting | None:
    """The way that a cell names, in our word or another that offices use; None for what is none.

    The word alone proves little: «kumulatif» is written for a sum as well.
    """
    key = fold(text)
    return _BY_WORD.get(key) or _BY_WORD.get(fold(re.sub(r"\([^()]*\)", " ", text)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A value: the lowest and the highest figure of it, and how many decimals are printed."""

    low: Decimal
    high: Decimal
    decimals: int = 0

    def is_in(self, other: Figure) -> bool:
        """Whether it says the same as another one, or lies inside it, but for half of the last decimal printed."""
        off = _HALF.scaleb(-max(self.decimals, other.decimals)) if self.decimals or other.decimals else Decimal(0)
        return self.low >= other.low - off and self.high <= other.high + off


@dataclass(frozen=True, slots=True)
class Series:
    """The value of a year and those of its periods, blank ones None. ``on_scale``: places of predicates."""

    year: Figure
    periods: tuple[Figure | None, ...]
    on_scale: bool = False
    falling_is_good: bool = False

    @property
    def filled(self) -> tuple[Figure, ...]:
        """The periods that say something."""
        return tuple(period for period in self.periods if period is not None)

    @property
    def ends_early(self) -> bool:
        """Whether the last period is blank while an earlier one is filled."""
        return self.periods[-1] is None and bool(self.filled)

    @property
    def only_at_the_end(self) -> bool:
        """Whether nothing is planned before the last period that is filled: then every way reads the same."""
        return all(not period.high for period in self.filled[:-1])

    @property
    def drop(self) -> int | None:
        """The place (0-based) of the first period lower than the filled one before it; None where none falls."""
        places = [place for place, period in enumerate(self.periods) if period is not None]
        for before, after in pairwise(places):
            one, other = self.periods[before], self.periods[after]
            if one is not None and other is not None and other.high < one.high:
                return after
        return None

    def computed(self, way: WayOfCounting) -> Decimal | None:
        """What a way makes of the periods, of ranges of their highest figures; None where it can make nothing."""
        highest = [period.high for period in self.filled]
        if not highest or (self.on_scale and way in (WayOfCounting.SUM, WayOfCounting.MEAN)):
            return None
        return made_of(way, highest)

    def fits(self, way: WayOfCounting) -> bool:
        """Whether the periods make the year in that way."""
        filled = self.filled
        if not filled or (self.on_scale and way in (WayOfCounting.SUM, WayOfCounting.MEAN)):
            return False
        if way is WayOfCounting.STEADY:
            return all(period.is_in(self.year) for period in filled)
        if way is WayOfCounting.LAST:
            return filled[-1].is_in(self.year)
        if way is WayOfCounting.CUMULATIVE:
            return filled[-1].is_in(self.year) and (self.falling_is_good or self.drop is None)
        low, high = (
            made_of(way, [getattr(period, side) for period in filled]) for side in ("low", "high")
        )  # fmt: skip
        exact = way in (WayOfCounting.HIGHEST, WayOfCounting.LOWEST)
        decimals = max(self.year.decimals, *(period.decimals for period in filled)) if exact else self.year.decimals
        off = _HALF.scaleb(-decimals) if not exact or decimals else Decimal(0)
        return self.year.low - off <= low and high <= self.year.high + off

    def fitting(self, *, sums: bool = True) -> tuple[WayOfCounting, ...]:
        """The ways that fit, in the order in which they are tried; ``sums``: the figures may be added up at all."""
        return tuple(way for way in _TRIED if (sums or way is not WayOfCounting.SUM) and self.fits(way))

    def proposed(self, *, sums: bool = True) -> WayOfCounting | None:
        """The way to propose where none is given; None where none fits, or the figures fit several that differ."""
        found = self.fitting(sums=sums)
        if not found or self.only_at_the_end or (WayOfCounting.SUM in found and len(found) > 1):
            return None
        gaps = any(period is None for period in self.periods)
        if gaps and found[0] in (WayOfCounting.CUMULATIVE, WayOfCounting.STEADY):
            return WayOfCounting.LAST
        return found[0]


def made_of(way: WayOfCounting, values: Sequence[Decimal]) -> Decimal:
    """What the filled periods make together; ``values`` has at least one."""
    if way is WayOfCounting.SUM:
        return sum(values, Decimal(0))
    if way is WayOfCounting.MEAN:
        return sum(values, Decimal(0)) / len(values)
    if way is WayOfCounting.HIGHEST:
        return max(values)
    return min(values) if way is WayOfCounting.LOWEST else values[-1]


def up_to(way: WayOfCounting, values: Sequence[Decimal | None], last: int) -> Decimal | None:
    """What is reached, or asked for, up to a period; None where none of them is filled yet.

    Args:
        way: The way of counting.
        values: One for each period, None where it is blank.
        last: How many periods are counted, from the first.
    """
    filled = [value for value in values[:last] if value is not None]
    return made_of(way, filled) if filled else None


def quarters_of_months(way: WayOfCounting, months: Sequence[Decimal | None]) -> tuple[Decimal | None, ...]:
    """The four quarters that twelve months make; blank where their three months, or for an end its last one, are."""
    found: list[Decimal | None] = []
    for start in range(0, 12, 3):
        three = months[start : start + 3]
        found.append(three[-1] if way in AT_THE_END else up_to(way, three, 3))
    return tuple(found)


def read_series(
    year: Isian, periods: Iterable[Isian], scales: tuple[PredicateScale, ...] = SCALES, *, falling_is_good: bool = False
) -> Series | None:
    """The figures of a year and its periods; None where one of them is neither a figure nor a predicate of a scale.

    Args:
        year: The target of the year.
        periods: The targets of its periods, in order.
        scales: The scales of predicates that are known.
        falling_is_good: Less is better.
    """
    cells = tuple(periods)
    scale = None if bounds_of(year) else scale_of(year.clean, scales)
    whole = _figure(year, scale)
    if whole is None or not any(map(_is_filled, cells)):
        return None
    read = tuple(_figure(isian, scale) if _is_filled(isian) else None for isian in cells)
    if any(figure is None and _is_filled(isian) for figure, isian in zip(read, cells, strict=True)):
        return None
    return Series(whole, read, scale is not None, falling_is_good)


def _is_filled(isian: Isian) -> bool:
    return bool(isian) and fold(isian.text) not in _NONE_YET


def _figure(isian: Isian, scale: PredicateScale | None) -> Figure | None:
    if isian.tanggal is not None:
        return None
    if scale is not None:
        level = level_of(isian.clean, scale)
        return None if level is None else Figure(level, level)
    bounds = bounds_of(isian)
    return None if bounds is None else Figure(*bounds, decimals_of(isian))


def decimals_of(isian: Isian) -> int:
    """How many decimals a cell shows."""
    return max((len(one or other) for one, other in _DECIMALS.findall(isian.clean)), default=0)

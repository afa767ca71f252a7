"""Capaian: how much of a target was reached, how that is judged, and what it cost (domain-2 8.2, 8.4, 8.5; domain 4.7).

What was not measured has no capaian: nothing here makes a 0 of it. Figures are rounded where they are printed, half a
hundredth upwards; what is judged is the figure that is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from pokin_docs.model.measured import number
from pokin_docs.model.past_years import is_steady, lower_is_better, mirrored, share
from pokin_docs.model.predicates import SCALES, PredicateScale, level_of, scale_of
from pokin_docs.model.printing import number_text
from pokin_docs.model.rows import Isian

_HUNDRED, _CENT = Decimal(100), Decimal("0.01")


class Polarity(Enum):
    """Which way is good."""

    HIGHER = "semakin tinggi semakin baik"
    LOWER = "semakin rendah semakin baik"
    STEADY = "stabil"


class LowerFormula(Enum):
    """How capaian is computed where less is better; the value is what an office chooses and what is printed."""

    MIRRORED = "(2T - R)/T"
    """PermenPANRB 8/2021; the usual one."""
    INVERSE = "T/R"
    """100 where nothing was left."""


class Efficiency(Enum):
    """How the efficiency of resources is told; the value is what an office chooses."""

    DIFFERENCE = "selisih"
    SAVED = "rupiah"
    PMK = "PMK 22/2021"


@dataclass(frozen=True, slots=True)
class Band:
    """A category: from where on, whether that bound is in it; the last of a scale has no bound."""

    label: str
    lower: Decimal | None = None
    included: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether a value is as high as that."""
        return self.lower is None or value > self.lower or (self.included and value == self.lower)

    @property
    def bound(self) -> str:
        """The bound as it is written, empty for the last: ``> 90``."""
        return "" if self.lower is None else f"{'>=' if self.included else '>'} {number_text(self.lower)}"


Bands = tuple[Band, ...]
"""The categories of a scale, the highest first."""


def _bands(*entries: tuple[str, int | None], included: bool = False) -> Bands:
    return tuple(Band(label, None if lower is None else Decimal(lower), included) for label, lower in entries)


CATEGORIES = _bands(("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", None))
"""Permendagri 86/2017, without the gaps that its whole numbers leave."""
STATUS = (
    Band("Melampaui", Decimal(105)),
    *_bands(("Tercapai", 95), ("Mendekati Target", 80), ("Perlu Perhatian", 60), ("Kritis", None), included=True),
)
"""What a quarter is called (domain-2 4)."""
_BELOW_ALL = Decimal("-Infinity")
_BAND = re.compile(r"(?P<label>[^<>=≥\d;]+?)\s*(?P<sign>>=|≥|>|=|mulai)?\s*(?P<lower>-?\d+(?:[.,]\d+)?)?\s*%?")


def read_bands(text: str) -> Bands | None:
    """The categories that an office writes, the highest first: ``Baik 76; Cukup > 60; Kurang``; None for no scale.

    They stand from the highest down or from the lowest up, a number without a sign is in its category, and the lowest
    category takes all that is below it.
    """
    found = []
    for part in filter(str.strip, text.split(";")):
        match = _BAND.fullmatch(part.strip())
        if match is None:
            return None
        lower = Decimal(match["lower"].replace(",", ".")) if match["lower"] else None
        found.append(Band(match["label"].strip(), lower, match["sign"] != ">"))
    bounds = [_BELOW_ALL if band.lower is None else band.lower for band in found]
    if len(found) < 2 or bounds not in (sorted(set(bounds)), sorted(set(bounds), reverse=True)):
        return None
    *bounded, last = found if bounds[0] > bounds[1] else reversed(found)
    return (*bounded, Band(last.label))


def band_of(value: Decimal, bands: Bands) -> str:
    """What a figure is called on a scale."""
    return next(band.label for band in bands if band.holds(rounded(value)))


@dataclass(frozen=True, slots=True)
class AchievementRules:
    """How an office computes and judges; ``ceiling`` is what one indicator counts for at most in an average."""

    lower: LowerFormula = LowerFormula.MIRRORED
    ceiling: Decimal = Decimal(120)
    categories: Bands = CATEGORIES
    status: Bands = STATUS
    efficiency: Efficiency = Efficiency.DIFFERENCE
    scales: tuple[PredicateScale, ...] = SCALES


def rounded(value: Decimal) -> Decimal:
    """The figure with two decimals, half a hundredth upwards."""
    return value.quantize(_CENT, ROUND_HALF_UP)


def figure(value: Decimal) -> str:
    """The figure as a table prints it: ``96,94``, always with two decimals."""
    return f"{rounded(value):f}".replace(".", ",")


def polarity_of(polaritas: Isian) -> Polarity:
    """What the column Polaritas says; blank is that more is better."""
    if is_steady(polaritas):
        return Polarity.STEADY
    return Polarity.LOWER if lower_is_better(polaritas) else Polarity.HIGHER


_BETWEEN = re.compile(
    r"(?P<low>-?[\d.,]+)\s*%?\s*(?:-|–|s\.?/?d\.?|sampai|hingga)\s*(?P<high>[\d.,]+)\s*%?", re.IGNORECASE
)
_BOUND = re.compile(
    r"(?:[<>≤≥=±]+|minimal|maksimal|min\.?|maks\.?|paling (?:sedikit|banyak|lambat))\s*(?=\d)", re.IGNORECASE
)


def bounds_of(target: Isian) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest figure that a target asks for, the same where it is one: ``69,1-69,5``, ``≥ 80``; or None."""
    one = number(target)
    if one is None:
        one = _plain(_BOUND.sub("", target.clean, count=1), target)
    if one is not None:
        return one, one
    match = _BETWEEN.fullmatch(target.clean)
    low, high = (_plain(match[side], target) for side in ("low", "high")) if match else (None, None)
    return None if low is None or high is None or low > high else (low, high)


def _plain(text: str, like: Isian) -> Decimal | None:
    return number(Isian(text, like.source))


def nearest_in(bounds: tuple[Decimal, Decimal], realised: Decimal) -> Decimal:
    """The figure of a range that a realisasi is held against: itself inside, else the bound it passed."""
    low, high = bounds
    return min(max(realised, low), high)


def achievement(
    target: Decimal,
    realised: Decimal,
    polarity: Polarity = Polarity.HIGHER,
    lower: LowerFormula = LowerFormula.MIRRORED,
) -> Decimal | None:
    """Per cent of a target that was reached, neither capped nor lifted to 0; None where it cannot be computed.

    Args:
        target: The target.
        realised: What was reached.
        polarity: Which way is good. Steady has a figure only where the target is met: no formula is agreed on.
        lower: How it is computed where less is better.
    """
    if polarity is Polarity.STEADY:
        return _HUNDRED if realised == target else None
    if polarity is Polarity.HIGHER:
        return share(realised, target)
    if not target:
        return None if realised else _HUNDRED
    if lower is LowerFormula.MIRRORED:
        return share(mirrored(target, realised), target)
    return share(target, realised) if realised else _HUNDRED


def predicate_achievement(target: str, realised: str, scales: Iterable[PredicateScale]) -> Decimal | None:
    """Per cent that a predicate is of its target by their places on one scale; None where they share none.

    Args:
        target: The predicate that was promised.
        realised: The one that was reached.
        scales: The scales that are known.
    """
    scale = scale_of(target, tuple(scales))
    wanted, reached = (None, None) if scale is None else (level_of(target, scale), level_of(realised, scale))
    return share(reached, wanted)


def average(values: Iterable[Decimal], ceiling: Decimal) -> Decimal | None:
    """The mean of several capaian, each counted up to ``ceiling`` and from 0 on; None where there are none."""
    counted = [min(max(value, Decimal(0)), ceiling) for value in values]
    return sum(counted, Decimal(0)) / len(counted) if counted else None


def is_efficient(reached: Decimal, spent: Decimal) -> bool:
    """Whether so much capaian for so much of the money is efficient: more of the one, and the target reached."""
    return rounded(reached) >= _HUNDRED and rounded(reached) > rounded(spent)


def pmk_efficiency(reached: Decimal, spent: Decimal) -> tuple[Decimal, Decimal] | None:
    """Efficiency and its value by PMK 22/PMK.02/2021, both in per cent; None where nothing was reached.

    The efficiency is cut to 20 either way before the value is taken, which is so between 0 and 100.
    """
    if reached <= 0:
        return None
    efficiency = (1 - spent / reached) * _HUNDRED
    limit = Decimal(20)
    return efficiency, 50 + min(max(efficiency, -limit), limit) / limit * 50

"""What was reached of every indicator, and what it cost, as the reports about it print it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pokin_docs.documents.material import Material
from pokin_docs.model.achievement import (
    AchievementRules,
    Polarity,
    achievement,
    bounds_of,
    figure,
    nearest_in,
    predicate_achievement,
    rounded,
)
from pokin_docs.model.achievement_settings import read_rules
from pokin_docs.model.counting import AT_THE_END, WayOfCounting, made_of, quarters_of_months, read_series
from pokin_docs.model.measured import decimals_of, measured, number, unbroken, with_decimals
from pokin_docs.model.past_years import NONE, share
from pokin_docs.model.predicates import PredicateScale
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import ProgramList
from pokin_docs.model.reached import (
    IndicatorKey,
    ReachedIndicator,
    ReachedYear,
    SpentMoney,
    indicator_key,
    reached_year,
    year_of_book,
)
from pokin_docs.model.realised import RealisasiRow
from pokin_docs.model.rows import BLANK, BukuKerja, Isian, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja

_NEGATIVE_SIGN = "\u2212"
"""No line ends behind it."""
_SHOWN_DECIMALS = 2
"""Noughts are printed up to here."""
LAST = 4
"""The quarter that ends the year."""
NOT_MEASURED, NOT_COMPUTED = "belum diukur", "tidak dapat dihitung"


@dataclass(frozen=True)
class Achieved:
    """What was reached of one indicator, up to any quarter of the year."""

    entry: ReachedIndicator
    year: int
    rules: AchievementRules

    @property
    def target(self) -> Isian:
        """The target of the year; blank where there is none."""
        return self.entry.indikator.target.get(self.year, Isian("", self.entry.indikator.baris.source))

    @cached_property
    def polarity(self) -> Polarity:
        """Which way is good."""
        return self.entry.indikator.polarity

    @cached_property
    def way(self) -> WayOfCounting:
        """How its quarters are counted."""
        return way_used(self.entry.indikator, self.year, self.rules.scales)

    def realised(self, quarter: int) -> Isian:
        """What was reached up to a quarter; blank where nothing was measured, and before the first."""
        return self._realised[quarter]

    @cached_property
    def _realised(self) -> tuple[Isian, ...]:
        return tuple(_up_to(self.way, self.entry.values[:quarter]) for quarter in range(LAST + 1))

    def target_by(self, quarter: int) -> Isian:
        """What was to be reached up to a quarter: of the year by its end; blank where the quarters have no targets."""
        return self._planned[quarter] or (self.target if quarter == LAST else BLANK)

    @cached_property
    def _planned(self) -> tuple[Isian, ...]:
        quarters = _quarters(self.entry.indikator.baris, self.way)
        return tuple(_up_to(self.way, quarters[:quarter]) for quarter in range(LAST + 1))

    def capaian(self, quarter: int, target: Isian) -> Decimal | None:
        """Per cent of a target that was reached up to a quarter; None where nothing was, or where it has no figure."""
        return self.capaian_of(self.realised(quarter), target)

    def capaian_of(self, realised: Isian, target: Isian) -> Decimal | None:
        """Per cent of a target that something reached is, as this indicator counts; None where it has no figure."""
        if not realised or not target:
            return None
        value, bounds = number(realised), bounds_of(target)
        if value is None or bounds is None:
            return predicate_achievement(target.clean, realised.clean, self.rules.scales)
        return achievement(nearest_in(bounds, value), value, self.polarity, self.rules.lower)

    def printed(self, isian: Isian) -> str:
        """A measured value as it is printed beside the satuan, with the decimals of its fellows; a dash for none."""
        return with_decimals(unbroken(self._measured(isian)), self._decimals) if isian else NONE

    def _measured(self, isian: Isian) -> str:
        return measured(isian, self.entry.indikator.baris.satuan)

    @cached_property
    def _decimals(self) -> int:
        """The most decimals of its targets and of what was reached: 2,6 beside 2,65 is printed as 2,60."""
        beside = (self.target, *self._planned, *self._realised)
        return min(max(decimals_of(self._measured(isian)) for isian in beside), _SHOWN_DECIMALS)


@dataclass(frozen=True)
class AchievedYear:
    """All that is known of what was reached in a year, and the way in which the office judges it."""

    reached: ReachedYear
    money: SpentMoney
    rules: AchievementRules

    def of(self, kinerja: Kinerja, indikator: Indikator) -> Achieved:
        """What was reached of one indicator."""
        key = indicator_key(indikator)
        if key not in self._known:
            self._known[key] = Achieved(self.reached.of(kinerja, indikator), self.reached.year, self.rules)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[IndicatorKey, Achieved]:
        return {}

    @cached_property
    def last_quarter(self) -> int:
        """The last quarter in which something was measured; 0 where nothing was."""
        return max(self.reached.measured_quarters, default=0)


def achieved_year(material: Material) -> AchievedYear | None:
    """What was reached in the year of the PK; None where nobody said which year that is."""
    return None if material.cycle.tahun is None else year_achieved(material, material.cycle.tahun)


def year_achieved(material: Material, year: int) -> AchievedYear:
    """What was reached in a year."""
    return achieved_in(material.workbook, material.tree, material.programs, year, material.cycle.tahun)


def achieved_in(
    buku: BukuKerja, tree: PohonKinerja, programs: ProgramList, year: int, pk_year: int | None
) -> AchievedYear:  # fmt: skip
    """What was reached in a year; of the last few that were asked for it is known already.

    Args:
        buku: The workbook.
        tree: Its tree.
        programs: Its programs.
        year: The year.
        pk_year: That of the PK, for rows that name none where Identitas names none either.
    """
    rows = buku.others.get("realisasi", ())
    asked = (rows, tree, programs, buku.identitas)
    key = (*map(id, asked), year, pk_year)
    if key not in _years:
        if len(_years) >= _MOST:
            _years.clear()
        reached = reached_year(
            buku.rows_of(RealisasiRow, "realisasi"), tree, year, year_of_book(buku.identitas, pk_year)
        )
        rules, _ = read_rules(buku.identitas)
        _years[key] = asked, AchievedYear(reached, SpentMoney(reached, programs, tree), rules)
    return _years[key][1]


_MOST = 16
_years: dict[tuple[object, ...], tuple[tuple[object, ...], AchievedYear]] = {}
"""The years that were asked for last, with what they are of: rules and several reports ask for the same."""


def percent(value: Decimal | None) -> str:
    """A capaian or a share as it is printed: 0 where it is below nought, a dash where there is none."""
    return NONE if value is None else figure(max(value, Decimal(0)))


def percent_note(value: Decimal | None) -> str:
    """What is to be said of a figure that is printed as 0."""
    return (
        f"capaian terhitung {figure(value)}".replace("-", _NEGATIVE_SIGN)
        if value is not None and rounded(value) < 0
        else ""
    )


def money(value: Decimal | None) -> str:
    """An amount as it is printed; a dash where nobody said it."""
    return NONE if value is None else rupiah(value)


def money_elsewhere(counted: Collection[str]) -> str:
    """What stands behind the name of components some of whose money an earlier row has; empty of none."""
    return f" (anggaran {', '.join(counted)} sudah dihitung di atas)" if counted else ""


def spent_share(spent: Decimal | None, given: Decimal | None) -> Decimal | None:
    """How many per cent of the money were spent; None where one of both is not known."""
    return share(spent, given)


_NAMED_ALIKE = {WayOfCounting.SUM: WayOfCounting.CUMULATIVE, WayOfCounting.CUMULATIVE: WayOfCounting.SUM}
"""Ways that offices call by one word: the figures tell which is meant (domain-2 1.1)."""
_NEVER_ADDED = frozenset(("%", "persen", "persentase", "indeks", "predikat", "nilai"))


def way_used(indikator: Indikator, year: int, scales: tuple[PredicateScale, ...]) -> WayOfCounting:
    """How what was reached is counted: as the workbook says, else as the targets of its quarters are; else its last.

    Args:
        indikator: The indicator.
        year: The year of the targets.
        scales: The scales of predicates that are known.
    """
    given, target = indikator.way, indikator.target.get(year)
    lower = indikator.polarity is Polarity.LOWER
    series = read_series(target, indikator.baris.quarters, scales, falling_is_good=lower) if target else None
    if given is not None:
        other = _NAMED_ALIKE.get(given)
        misnamed = series is not None and other is not None and not series.fits(given) and series.fits(other)
        return other if misnamed and other is not None else given
    sums = fold(indikator.baris.satuan.text) not in _NEVER_ADDED
    return (series.proposed(sums=sums) if series is not None else None) or WayOfCounting.LAST


def _up_to(way: WayOfCounting, values: Sequence[Isian | None]) -> Isian:
    """What the values of the first quarters come to; blank where there are none."""
    filled = [value for value in values if value]
    numbers = [amount for value in filled if (amount := number(value)) is not None]
    if not filled or len(numbers) < len(filled) or way in AT_THE_END:
        return filled[-1] if filled else BLANK
    counted = made_of(way, numbers)
    return Isian(number_text(counted), filled[-1].source, number=counted)


def _quarters(row: KinerjaRow, way: WayOfCounting) -> tuple[Isian, ...]:
    """The targets of the quarters; where none is given those that the months make."""
    if any(row.quarters) or not any(row.months):
        return row.quarters
    if way in AT_THE_END:
        return row.months[2::3]
    numbers = [number(month) if month else None for month in row.months]
    made = quarters_of_months(way, numbers)
    ends = zip(made, row.months[2::3], strict=True)
    return tuple(BLANK if value is None else Isian(number_text(value), end.source, number=value) for value, end in ends)

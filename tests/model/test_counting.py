"""The ways of counting: which of them the periods of a year fit (domain-2 1.2 to 1.4, with its worked examples)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pokin_docs.model.cells import Isian
from pokin_docs.model.counting import (
    Series,
    WayOfCounting,
    quarters_of_months,
    read_series,
    read_way,
    up_to,
)
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import WAYS_OF_COUNTING

_SUM, _CUMULATIVE, _LAST = WayOfCounting.SUM, WayOfCounting.CUMULATIVE, WayOfCounting.LAST
_STEADY, _MEAN = WayOfCounting.STEADY, WayOfCounting.MEAN


def cell(text: str) -> Isian:
    return Isian(text, CellRef("Tahap 5", 2, 3))


def series(year: str, periods: str, *, falling_is_good: bool = False) -> Series:
    """The figures of ``"4" , "1 1 - 2"``; a dash is a blank period."""
    cells = [cell("" if text == "-" else text) for text in periods.split()]
    found = read_series(cell(year), cells, falling_is_good=falling_is_good)
    assert found is not None
    return found


@pytest.mark.parametrize(("year", "periods", "way"), [
    ("100", "25 25 25 25", _SUM),
    ("100", "25 50 75 100", _CUMULATIVE),
    ("100", "0 0 0 50 50 50 67 67 67 87 87 100", _CUMULATIVE),  # Boyolali 2026
    ("12", "3 3 3 3", _SUM),  # an SKP row
    ("100", "100 100 100 100", _STEADY),
    ("350", "- 320 - 350", _LAST),
    ("90", "88 90 90 92", _MEAN),
    ("2,75", "2,60 2,60 2,60 2,75", _CUMULATIVE),
    ("BB", "B B B BB", _CUMULATIVE),
    ("69,1-69,5", "67 68 68,5 69,1-69,5", _CUMULATIVE),
    ("69,1-69,5", "67 70 68,5 69,3", _LAST),
    ("1.250", "300 300 300 350", _SUM),
    ("12", "6 - 6 -", _SUM),
    ("4", "0 0 4 0", _SUM),
])  # fmt: skip
def test_the_way_that_fits_is_proposed(year: str, periods: str, way: WayOfCounting) -> None:
    assert series(year, periods).proposed() is way


@pytest.mark.parametrize(("year", "periods"), [
    ("4", "0 0 0 4"),
    ("4", "4 - - -"),
    ("0,9", "- - - 0,9"),
])  # fmt: skip
def test_figures_that_fit_several_ways_propose_none(year: str, periods: str) -> None:
    assert series(year, periods).fitting()
    assert series(year, periods).proposed() is None


@pytest.mark.parametrize(("year", "periods"), [
    ("2", "1 1 1 1"),  # an SKP row: sum 4, constant 1
    ("4,47", "- - - 4,7"),  # Boyolali 2026, December
    ("4,47", "4,1 4,2 4,3 4,7"),
    ("BB", "B B A A"),
    ("100", "10 20 30 50"),
])  # fmt: skip
def test_figures_that_fit_no_way(year: str, periods: str) -> None:
    assert series(year, periods).fitting() == ()


@pytest.mark.parametrize(("year", "periods", "fits"), [
    ("90", "88 90 90 94", True),  # 90,5: half of the last digit printed
    ("90", "88 90 90 95", False),
    ("90,5", "88 90 90 94", True),
    ("90,4", "88 90 90 94", False),
])  # fmt: skip
def test_a_mean_counts_as_it_is_rounded(year: str, periods: str, fits: bool) -> None:
    assert series(year, periods).fits(_MEAN) is fits


@pytest.mark.parametrize(("year", "last", "fits"), [
    ("100", "100", True), ("100", "99,6", False), ("2,75", "2,750", True), ("2,75", "2,755", False), ("2", "1,6", False),
])  # fmt: skip
def test_a_single_value_is_not_rounded_to_the_year(year: str, last: str, fits: bool) -> None:
    assert series(year, f"- - - {last}").fits(_LAST) is fits


def test_a_blank_period_is_no_nought() -> None:
    assert series("90", "88 - - 92").fits(_MEAN)
    assert not series("90", "88 0 0 92").fits(_MEAN)
    assert read_series(cell("4"), [cell("")] * 4) is None


def test_cumulative_targets_do_not_fall_unless_less_is_better() -> None:
    assert series("4", "5 3 3 4").drop == 1
    assert not series("4", "5 3 3 4").fits(_CUMULATIVE)
    assert series("4", "9 7 - 4", falling_is_good=True).fits(_CUMULATIVE)
    assert series("4", "1 2 - 4").drop is None


@pytest.mark.parametrize("way", [_SUM, _MEAN])
def test_predicates_are_never_added_up(way: WayOfCounting) -> None:
    assert not series("BB", "BB BB BB BB").fits(way)
    assert series("BB", "BB BB BB BB").computed(way) is None


@pytest.mark.parametrize(("year", "periods"), [
    ("Tersusun", ["1", "1", "1", "1"]),
    ("", ["1", "1", "1", "1"]),
    ("4", ["1", "selesai", "1", "1"]),
    ("BB", ["B", "Unggul", "B", "BB"]),
])  # fmt: skip
def test_what_is_no_figure_is_not_compared(year: str, periods: list[str]) -> None:
    assert read_series(cell(year), [cell(text) for text in periods]) is None


@pytest.mark.parametrize(("text", "way"), [
    ("Akumulatif", _SUM), ("SUM", _SUM), ("kumulatif s.d. triwulan", _CUMULATIVE), ("Non-Kumulatif", _LAST),
    ("Kondisi Akhir (naik)", _LAST), ("Take Last Known Value", _LAST), ("konstan", _STEADY), ("Trend Flat", _STEADY),
    ("Rata2", None), ("Average", _MEAN), ("", None), ("lainnya", None),
])  # fmt: skip
def test_other_words_for_the_ways(text: str, way: WayOfCounting | None) -> None:
    assert read_way(text) is way


def test_the_list_of_the_workbook_is_that_of_the_ways() -> None:
    assert tuple(way.value for way in WayOfCounting) == WAYS_OF_COUNTING


@pytest.mark.parametrize(("way", "quarter", "reached"), [
    (_SUM, 3, 60), (_CUMULATIVE, 3, 30), (_LAST, 2, 20), (_STEADY, 4, 30), (_MEAN, 3, 20), (_SUM, 1, 10),
    (WayOfCounting.HIGHEST, 4, 30), (WayOfCounting.LOWEST, 4, 10),
])  # fmt: skip
def test_what_is_reached_up_to_a_quarter(way: WayOfCounting, quarter: int, reached: int) -> None:
    values = [Decimal(10), Decimal(20), Decimal(30), None]
    assert up_to(way, values, quarter) == reached
    assert up_to(way, [None, None], 2) is None


@pytest.mark.parametrize(("way", "quarters"), [
    (_SUM, (6, 15, 24, 33)), (_CUMULATIVE, (3, 6, 9, 12)), (_LAST, (3, 6, 9, 12)), (_MEAN, (2, 5, 8, 11)),
])  # fmt: skip
def test_quarters_of_months(way: WayOfCounting, quarters: tuple[int, ...]) -> None:
    assert quarters_of_months(way, [Decimal(month) for month in range(1, 13)]) == quarters
    assert quarters_of_months(way, [None] * 12) == (None,) * 4

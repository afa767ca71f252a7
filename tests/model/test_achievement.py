"""Capaian, categories, efficiency and predicates: the worked examples of the field (domain-2 8.2 to 8.7), and their edges."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pokin_docs.model.achievement import (
    CATEGORIES,
    STATUS,
    LowerFormula,
    Polarity,
    achievement,
    average,
    band_of,
    bounds_of,
    figure,
    is_efficient,
    nearest_in,
    pmk_efficiency,
    polarity_of,
    predicate_achievement,
    read_bands,
)
from pokin_docs.model.predicates import SCALES, level_of, read_scales, scale_of
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

LOWER = Polarity.LOWER


def said(value: Decimal | None) -> str:
    return "–" if value is None else figure(value)


def cell(text: str) -> Isian:
    return Isian(text, CellRef("Tahap 5", 2))


@pytest.mark.parametrize(
    ("realised", "mirrored", "inverse"), [("5", "75,00", "80,00"), ("3", "125,00", "133,33"), ("4", "100,00", "100,00")]
)
def test_less_is_better_by_both_formulas_in_use(realised: str, mirrored: str, inverse: str) -> None:
    target, reached = Decimal(4), Decimal(realised)
    assert said(achievement(target, reached, LOWER)) == mirrored
    assert said(achievement(target, reached, LOWER, LowerFormula.INVERSE)) == inverse


def test_figures_of_a_real_renstra() -> None:
    assert said(achievement(Decimal("0.372"), Decimal("0.325"), LOWER)) == "112,63"
    assert said(achievement(Decimal(85), Decimal("82.4"))) == "96,94"


def test_a_target_of_nought_is_met_by_nought_alone() -> None:
    zero, one = Decimal(0), Decimal(1)
    assert said(achievement(zero, zero, LOWER)) == "100,00"
    assert achievement(zero, one, LOWER) is None
    assert achievement(zero, one) is None
    assert achievement(zero, zero) is None


def test_nothing_left_of_what_should_be_less_is_wholly_reached() -> None:
    assert said(achievement(Decimal(4), Decimal(0), LOWER, LowerFormula.INVERSE)) == "100,00"
    assert said(achievement(Decimal(4), Decimal(0), LOWER)) == "200,00"


def test_what_got_far_worse_is_below_nought_and_counts_as_nought_in_an_average() -> None:
    worse = achievement(Decimal(4), Decimal(9), LOWER)
    assert said(worse) == "-25,00"
    assert worse is not None
    assert said(average([worse, Decimal(100)], Decimal(120))) == "50,00"


def test_steady_has_a_figure_only_where_it_is_met() -> None:
    assert said(achievement(Decimal(3), Decimal(3), Polarity.STEADY)) == "100,00"
    assert achievement(Decimal(3), Decimal(4), Polarity.STEADY) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("", Polarity.HIGHER), ("Semakin rendah semakin baik", LOWER), ("negatif", LOWER), ("Stabil", Polarity.STEADY)],
)
def test_the_column_polaritas(text: str, meant: Polarity) -> None:
    assert polarity_of(cell(text)) is meant


def test_an_average_counts_each_up_to_the_cap() -> None:
    both = [Decimal("82.4") / Decimal(85) * 100, Decimal(125)]
    assert said(average(both, Decimal(120))) == "108,47"
    assert said(average(both, Decimal(100))) == "98,47"
    assert average([], Decimal(120)) is None


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("69,1-69,5", ("69.1", "69.5")), ("≥ 80", ("80", "80")), ("80 s.d. 85%", ("80", "85")), ("85", ("85", "85")),
     ("maksimal 4", ("4", "4")), ("BB", None), ("90-80", None), ("", None)],
)  # fmt: skip
def test_targets_that_are_ranges(text: str, bounds: tuple[str, str] | None) -> None:
    assert bounds_of(cell(text)) == (None if bounds is None else tuple(map(Decimal, bounds)))


@pytest.mark.parametrize(("realised", "against"), [("69", "69.1"), ("69.3", "69.3"), ("70", "69.5")])
def test_a_range_is_held_against_its_nearest_figure(realised: str, against: str) -> None:
    assert nearest_in((Decimal("69.1"), Decimal("69.5")), Decimal(realised)) == Decimal(against)


@pytest.mark.parametrize(
    ("value", "label"),
    [("90.01", "Sangat Tinggi"), ("90", "Tinggi"), ("90.004", "Tinggi"), ("75.5", "Tinggi"), ("75", "Sedang"),
     ("65.01", "Sedang"), ("51", "Rendah"), ("50", "Sangat Rendah"), ("-5", "Sangat Rendah")],
)  # fmt: skip
def test_categories_leave_no_gap(value: str, label: str) -> None:
    assert band_of(Decimal(value), CATEGORIES) == label


@pytest.mark.parametrize(
    ("value", "label"),
    [("105.01", "Melampaui"), ("105", "Tercapai"), ("95", "Tercapai"), ("94.99", "Mendekati Target"),
     ("94.995", "Tercapai"), ("80", "Mendekati Target"), ("79.99", "Perlu Perhatian"), ("60", "Perlu Perhatian"),
     ("59.99", "Kritis")],
)  # fmt: skip
def test_status_is_that_of_the_printed_figure(value: str, label: str) -> None:
    assert band_of(Decimal(value), STATUS) == label


def test_a_scale_of_an_office() -> None:
    bands = read_bands("Sangat Baik >= 91; Baik 76; Cukup > 65,5; Kurang")
    assert bands is not None
    assert [band_of(Decimal(value), bands) for value in ("91", "90.9", "76", "65.5", "65.51")] == [
        "Sangat Baik", "Baik", "Baik", "Kurang", "Cukup",
    ]  # fmt: skip
    assert [band.bound for band in bands] == [">= 91", ">= 76", "> 65,5", ""]


def test_a_scale_from_the_lowest_up() -> None:
    bands = read_bands("Kritis 0; Perlu Perhatian 60; Melampaui 105,01")
    assert bands is not None
    assert [band_of(Decimal(value), bands) for value in ("-5", "59.99", "60", "105.01")] == [
        "Kritis", "Kritis", "Perlu Perhatian", "Melampaui",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "Baik", "Baik 80; Cukup 60; Sedang 70", "80; 60", "A 80; B 80", "A; B 5; C 4"])
def test_what_is_no_scale(text: str) -> None:
    assert read_bands(text) is None


def test_efficiency_needs_the_target_reached() -> None:
    spent = Decimal("94.73")
    assert is_efficient(Decimal("108.47"), spent)
    assert not is_efficient(Decimal("98.50"), spent)
    assert is_efficient(Decimal(100), spent)
    assert not is_efficient(Decimal(100), Decimal(100))


def test_efficiency_of_the_ministry_is_cut_before_its_value() -> None:
    found = pmk_efficiency(Decimal("98.50"), Decimal("94.73"))
    assert found is not None
    assert [said(value) for value in found] == ["3,83", "59,57"]
    far = pmk_efficiency(Decimal(100), Decimal(40))
    assert far is not None
    assert [said(value) for value in far] == ["60,00", "100,00"]
    assert pmk_efficiency(Decimal(0), Decimal(40)) is None


def test_predicates_stand_on_their_scale() -> None:
    assert said(predicate_achievement("BB", "A", SCALES)) == "120,00"
    assert said(predicate_achievement("WTP", "WDP", SCALES)) == "75,00"
    assert said(predicate_achievement("BB (Sangat Baik)", "sangat baik", SCALES)) == "100,00"
    assert predicate_achievement("BB", "WTP", SCALES) is None
    assert predicate_achievement("BB", "AAA", SCALES) is None
    assert scale_of("Predikat B", SCALES) == SCALES[0]
    assert level_of("XX", SCALES[0]) is None


def test_scales_of_an_office() -> None:
    assert read_scales("") == SCALES
    assert read_scales("Rintisan, Terkelola; 0 < 1 < 2") == (("Rintisan", "Terkelola"), ("0", "1", "2"), *SCALES)
    assert read_scales("Baik") is None
    assert read_scales("A, A") is None

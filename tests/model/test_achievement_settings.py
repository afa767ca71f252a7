"""The lines of Identitas about capaian: what they say counts, what they do not say is as usual."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pokin_docs.model.achievement import AchievementRules, Efficiency, LowerFormula
from pokin_docs.model.achievement_settings import KEYS, read_rules
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef


def lines(**said: str) -> dict[str, Isian]:
    return {key: Isian(said.get(key, ""), CellRef("Identitas", row, 2)) for row, key in enumerate(KEYS, start=5)}


def test_nothing_said_is_as_usual() -> None:
    assert read_rules({}) == read_rules(lines()) == (AchievementRules(), ())


@pytest.mark.parametrize(
    ("text", "meant"),
    [("(2T - R)/T", LowerFormula.MIRRORED), ("T/R", LowerFormula.INVERSE), ("t / r x 100%", LowerFormula.INVERSE),
     ("B", LowerFormula.INVERSE)],
)  # fmt: skip
def test_the_formula(text: str, meant: LowerFormula) -> None:
    rules, wrong = read_rules(lines(rumus_rendah=text))
    assert (rules.lower, wrong) == (meant, ())


def test_the_formula_that_gives_nought_for_a_target_met_is_refused() -> None:
    rules, wrong = read_rules(lines(rumus_rendah="(T - R)/T"))
    assert (rules.lower, wrong) == (LowerFormula.MIRRORED, ("rumus_rendah",))


@pytest.mark.parametrize(("text", "meant"), [("100", 100), ("110 %", 110), ("99", None), ("tanpa batas", None)])
def test_the_ceiling_of_an_average(text: str, meant: int | None) -> None:
    rules, wrong = read_rules(lines(batas_capaian=text))
    assert rules.ceiling == Decimal(meant or 120)
    assert wrong == (() if meant else ("batas_capaian",))


@pytest.mark.parametrize(
    ("text", "meant"), [("rupiah", Efficiency.SAVED), ("PMK 22/PMK.02/2021", Efficiency.PMK), ("hemat", None)]
)
def test_the_efficiency(text: str, meant: Efficiency | None) -> None:
    rules, wrong = read_rules(lines(cara_efisiensi=text))
    assert rules.efficiency is (meant or Efficiency.DIFFERENCE)
    assert wrong == (() if meant else ("cara_efisiensi",))


def test_scales_that_are_none_are_named() -> None:
    rules, wrong = read_rules(lines(skala_kategori="Baik", skala_status="Aman 80; Bahaya 0", skala_predikat="Merah"))
    assert wrong == ("skala_kategori", "skala_predikat")
    assert rules.categories == AchievementRules().categories
    assert [band.label for band in rules.status] == ["Aman", "Bahaya"]

"""Quarters and months of a Rencana Aksi by the way of counting, and which of its rows stay on a page."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pokin_docs.documents.renaksi.content import ActionIndikator, ActionPlan, ActionRow, ActionSasaran
from pokin_docs.documents.renaksi.kind import RENAKSI
from pokin_docs.documents.renaksi.pages import paged
from pokin_docs.documents.renaksi.periods import periods_of
from pokin_docs.documents.values import missing
from pokin_docs.model.counting import WayOfCounting
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

CELL = CellRef("Tahap 5", 2, 3)
UNIT = Isian("Dokumen", CELL)
BLANKS = ("",) * 4


def cells(*texts: str) -> tuple[Isian, ...]:
    return tuple(Isian(text, CELL, Decimal(text.replace(",", ".")) if text else None) for text in texts)


MONTHS = cells("1", "2", "3", "", "5", "6", "7", "8", "9", "10", "11", "12")


@pytest.mark.parametrize(
    ("way", "quarters"),
    [
        (WayOfCounting.SUM, ("6", "11", "24", "33")),
        (WayOfCounting.MEAN, ("2", "5,5", "8", "11")),
        (WayOfCounting.LAST, ("3", "6", "9", "12")),
        (None, ("3", "6", "9", "12")),
    ],
)
def test_months_make_the_quarters_by_the_way_of_counting(way: WayOfCounting | None, quarters: tuple[str, ...]) -> None:
    made = periods_of("12", UNIT, cells(*BLANKS), MONTHS, way)
    assert (made.quarters, made.at_the_end) == (quarters, False)


def test_a_month_that_is_blank_makes_no_end_of_its_quarter() -> None:
    made = periods_of("9", UNIT, cells(*BLANKS), cells(*[""] * 8, "9", "", "", ""), WayOfCounting.LAST)
    assert made.quarters == ("-", "-", "9", "-")


def test_quarters_that_are_given_are_not_made_from_months() -> None:
    assert periods_of("12", UNIT, cells("1", "", "", "12"), MONTHS, WayOfCounting.SUM).quarters == ("1", "-", "-", "12")


def test_a_target_that_never_changes_is_due_in_every_month() -> None:
    steady = periods_of("9", UNIT, cells("9", "9", "9", "9"), way=WayOfCounting.STEADY)
    assert steady.months == ("9",) * 12
    assert periods_of("9", UNIT, cells("9", "9", "9", "9")).months == ("-", "-", "9") * 4


def test_only_a_target_that_nothing_parts_is_due_at_the_end() -> None:
    whole = periods_of("9", UNIT, cells(*BLANKS))
    assert (whole.quarters, whole.at_the_end) == (("-", "-", "-", "9"), True)
    parted = periods_of("9", UNIT, cells("", "", "9", ""))
    assert (parted.quarters, parted.at_the_end) == (("-", "-", "9", "-"), False)
    unknown = periods_of(missing("target 2026", CELL), UNIT, cells(*BLANKS))
    assert (unknown.quarters, unknown.at_the_end) == (("-",) * 4, False)


def plan(*rows: int, money: bool = False) -> ActionPlan:
    """A plan with an indicator for each number, of so many rows, all of one sasaran."""
    content = RENAKSI.sample()
    assert isinstance(content, ActionPlan)
    step = ActionRow("langkah", "1", "Menyusun " * 12, "", "1", "Dokumen", ("1",) * 4, ("1",) * 12, "")
    measures = tuple(ActionIndikator("Jumlah dokumen", "1", "Dokumen", (step,) * count) for count in rows)
    return paged(
        replace(
            content,
            daftar_sasaran=(ActionSasaran("1", "Mutu", measures),),
            daftar_anggaran=content.daftar_anggaran if money else (),
        )
    )


def kept(indikator: ActionIndikator) -> str:
    """A bar where a page may end behind a row; in capitals where the indicator is printed anew."""
    return "".join(("A" if row.awal else "a") + ("-" if row.rapat else "|") for row in indikator.daftar_baris)


def test_an_indicator_that_fits_a_page_is_kept_together_with_its_steps() -> None:
    first, second = plan(3, 2, money=True).daftar_sasaran[0].daftar_indikator
    assert (kept(first), kept(second)) == ("A-a-a|", "A-a|")


def test_the_last_row_is_kept_with_the_signature_where_no_money_stands_between() -> None:
    (only,) = plan(2).daftar_sasaran[0].daftar_indikator
    assert kept(only) == "A-a-"


def test_a_longer_one_prints_its_indicator_on_every_page() -> None:
    (only,) = plan(60, money=True).daftar_sasaran[0].daftar_indikator
    assert 2 < kept(only).count("A") < 12
    assert sum(row.akhir for row in only.daftar_baris) == kept(only).count("A")

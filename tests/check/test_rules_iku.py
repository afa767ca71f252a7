"""The rules about IKU: how many there are, and the weights of what they are made of."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.formula_terms import FormulaTerm, read_terms, weights_miss
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
_CODES = frozenset(("I15", "I29", "K16"))


def more_iku(count: int) -> Change:
    """A change: the sasaran has so many IKU more, each an indicator of its own."""

    def change(book: Workbook) -> None:
        for number in range(count):
            row = 4 + number
            book["Tahap 5"].insert_rows(row)
            for column, value in {
                3: f"Persentase data jenis {'abcdefghijklmnopqrstuvwxyz'[number]}",
                9: "%",
                17: "Ya",
            }.items():
                book["Tahap 5"].cell(row, column, value)

    return change


def terms(text: str) -> Change:
    def change(book: Workbook) -> None:
        book["Tahap 5"]["S1"], book["Tahap 5"]["S2"] = "Variabel", text

    return change


KASUS: list[tuple[str, str, Change]] = [
    ("I29", "Tahap 5!S2", terms("Kelembagaan 40%\nLayanan 50%")),
    ("K16", "Tahap 5!C6", more_iku(3)),
]


def told(folder: Path, change: Change) -> list[tuple[str, str]]:
    """Code and place of what is said of the IKU."""
    found = examine(write(folder / "b.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    return [(entry.kode, str(entry.tempat)) for entry in found if entry.kode in _CODES]


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_a_fault_is_one_finding_at_its_cell(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    assert told(tmp_path, change) == [(kode, tempat)]


@pytest.mark.parametrize(("count", "places"), [(2, []), (3, ["Tahap 5!C6"]), (20, ["Tahap 5 baris 1", "Tahap 5!C6"])])
def test_three_iku_of_a_sasaran_and_twenty_in_all(tmp_path: Path, count: int, places: list[str]) -> None:
    assert sorted(place for kode, place in told(tmp_path, more_iku(count))) == places


@pytest.mark.parametrize(("text", "missed"), [
    ("A 40%; B 60%", None),
    ("Layanan (bobot 45,5%)\nKebijakan 13%\n1. Tata kelola: 25%\n- Manajemen = 16,5%", None),
    ("Pembilang (SIPD)\nPenyebut (BPS)", None),
    ("A 40%; B 50%", Decimal(90)),
    ("A 50%; B 50%; C", Decimal(100)),
    ("", None),
])  # fmt: skip
def test_weights_make_a_hundred_where_there_are_any(text: str, missed: Decimal | None) -> None:
    assert weights_miss(read_terms(text)) == missed


def test_a_term_has_a_name_a_weight_and_a_source() -> None:
    assert read_terms("Layanan SPBE 45,5% (evaluasi SPBE); Desa terlayani (survei 2026)") == (
        FormulaTerm("Layanan SPBE", "evaluasi SPBE", Decimal("45.5")),
        FormulaTerm("Desa terlayani", "survei 2026"),
    )

"""Pagu in a column per sumber dana: the sum is the pagu, a total that agrees is it, and nothing is taken for the whole."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, drop, put, write
from pokin_docs.extract.read import Reading, read

PARTS = ("100.000.000", "50.000.000", "25.000.000")


def look(folder: Path, *rows: tuple[object, ...]) -> Reading:
    def program(book: Workbook) -> None:
        sheet = book.create_sheet("Program")
        for row in rows:
            sheet.append(row)

    return read(write(folder / "b.xlsx", BAKU, drop("Program"), put("Identitas!B5", "2026"), program))


def budget(found: Reading, row: int = 0) -> tuple[dict[int, Decimal | None], str]:
    assert found.value is not None
    own = found.value.program[row]
    return {year: isian.number for year, isian in own.pagu.items()}, own.sumber_dana.text


def told(found: Reading) -> list[str]:
    return [f"{entry.kode} {entry.tempat}" for entry in found.temuan if entry.tempat.lembar == "Program"]


@pytest.mark.parametrize(
    "titles",
    [
        (("Kode", "Nomenklatur", "Pagu DAU", "Pagu DAK", "Pagu PAD"),),
        (("Kode", "Nomenklatur", "DAU 2026", "DAK 2026", "PAD 2026"),),
        (("Kode", "Nomenklatur", "Pagu 2026 (DAU)", "Pagu 2026 (DAK)", "Pagu 2026 (PAD)"),),
        (("Kode", "Nomenklatur", "Pagu 2026", None, None), (None, None, "DAU", "DAK", "PAD")),
        (("Kode", "Nomenklatur", "Sumber Dana", None, None), (None, None, "DAU", "DAK", "PAD")),
    ],
)
def test_columns_named_by_sumber_dana_add_up_to_the_pagu(
    tmp_path: Path, titles: tuple[tuple[object, ...], ...]
) -> None:
    found = look(tmp_path, *titles, ("2.20.02", "Program Statistik", *PARTS))
    assert budget(found) == ({2026: Decimal(175_000_000)}, "DAU; DAK; PAD")
    assert told(found) == []
    assert found.account.filled == found.account.read + found.account.named + found.account.harmless


def test_funds_in_units_of_their_own_add_up_to_what_they_are(tmp_path: Path) -> None:
    titles = ("Kode", "Nomenklatur", "DAU 2026 (Rp ribu)", "DAK 2026 (Rp juta)", "PAD 2026 (Rp)")
    found = look(tmp_path, titles, ("2.20.02", "Program Statistik", 100_000, 50, 25_000_000))
    assert budget(found) == ({2026: Decimal(175_000_000)}, "DAU; DAK; PAD")


def test_only_funds_with_money_are_listed_and_a_column_of_their_names_is_kept(tmp_path: Path) -> None:
    titles = ("Kode", "Nomenklatur", "DAU", "DAK", "Sumber Dana")
    found = look(tmp_path, titles, ("2.20.02", "A", 0, 7_000_000_000, None), ("2.20.03", "B", 5, 6, "Hibah"))
    assert budget(found) == ({2026: Decimal(7_000_000_000)}, "DAK")
    assert budget(found, 1)[1] == "Hibah"


@pytest.mark.parametrize("title", ["Jumlah", "Total Pagu 2026", "Pagu 2026"])
@pytest.mark.parametrize(("total", "said"), [(175_000_000, []), (175_000_001, ["B124 Program!F2"])])
def test_a_total_is_the_pagu_and_is_told_where_it_is_not_the_sum(
    tmp_path: Path, title: str, total: int, said: list[str]
) -> None:
    titles = ("Kode", "Nomenklatur", "DAU 2026", "DAK 2026", "PAD 2026", title)
    found = look(tmp_path, titles, ("2.20.02", "Program Statistik", *PARTS, total))
    assert budget(found)[0] == {2026: Decimal(total)}
    assert told(found) == said


def test_a_part_that_cannot_be_read_leaves_no_sum(tmp_path: Path) -> None:
    rows = (("2.20.02", "A", "lima juta", 7_000_000_000), ("2.20.03", "B", 6_000_000_000, 5))
    found = look(tmp_path, ("Kode", "Nomenklatur", "DAU", "DAK"), *rows)
    assert budget(found)[0] == {2026: None}
    assert told(found) == ["B21 Program!C2"]


@pytest.mark.parametrize(
    "titles",
    [
        ("Kode", "Nomenklatur", "Pagu 2026", "DAU", "Kriteria DAK"),
        ("Kode", "Nomenklatur", "Pagu 2026", "DAU 2026", "DAK 2027"),
        ("Kode", "Nomenklatur", "Pagu 2026", "Realisasi DAU", "Realisasi DAK"),
    ],
)
def test_one_fund_and_other_things_of_funds_are_not_added_up(tmp_path: Path, titles: tuple[str, ...]) -> None:
    found = look(tmp_path, titles, ("2.20.02", "A", 9_000_000_000, 1_000_000, 2_000_000))
    assert budget(found)[0][2026] == Decimal(9_000_000_000)
    assert {line.split()[0] for line in told(found)} <= {"B55", "B56"}
    assert told(found)


def test_funds_that_are_only_ticked_are_no_amounts(tmp_path: Path) -> None:
    found = look(
        tmp_path, ("Kode", "Nomenklatur", "Pagu 2026", "DAU", "DAK"), ("2.20.02", "A", 9_000_000_000, "v", "v")
    )
    assert budget(found)[0] == {2026: Decimal(9_000_000_000)}
    assert "B21" not in "".join(told(found))

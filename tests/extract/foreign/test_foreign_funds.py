"""Pagu of another agency's table in a column per sumber dana: summed, its total compared, every cell accounted for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from pokin_docs.extract.read import Reading, read

Row = tuple[object, ...]
TITLES = ("Kode", "Program / Kegiatan / Sub Kegiatan", "Sasaran", "Indikator", "Satuan", "Target 2026")
LINES: tuple[Row, ...] = (
    ("2.20.02", "PROGRAM STATISTIK SEKTORAL", "Meningkatnya mutu statistik", "Indeks mutu statistik", "Indeks", "2,5"),
    ("2.20.02.2.01", "Kegiatan Penyelenggaraan Statistik", "Terselenggaranya statistik", "Data terisi", "%", "90"),
    ("2.20.02.2.01.0001", "Sub Kegiatan Koordinasi", "Terlaksananya koordinasi", "Jumlah dokumen", "Dokumen", "4"),
)
AMOUNTS: tuple[Row, ...] = ((100_000_000, 50_000_000), (100_000_000, 50_000_000), (None, 30_000_000))
SUMS = [150_000_000, 150_000_000, 30_000_000]


def look(folder: Path, titles: tuple[Row, ...], amounts: tuple[Row, ...] = AMOUNTS) -> Reading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Renstra"
    for row in (*titles, *(line + own for line, own in zip(LINES, amounts, strict=True))):
        sheet.append(list(row))
    book.save(folder / "b.xlsx")
    return read(folder / "b.xlsx")


def money(found: Reading, year: int = 2026) -> list[Decimal | None]:
    assert found.value is not None, found.temuan
    return [row.pagu[year].number for row in found.value.program]


def told(found: Reading) -> list[str]:
    codes = ("B21", "B47", "B55", "B56", "B65", "B70", "B71", "B124")
    return [f"{entry.kode} {entry.tempat}" for entry in found.temuan if entry.kode in codes]


@pytest.mark.parametrize(
    "titles",
    [
        ((*TITLES, "Pagu DAU", "Pagu DAK"),),
        ((*TITLES, "DAU", "DAK"),),
        ((*TITLES, "DAU 2026", "DAK 2026"),),
        ((*TITLES, "Pagu 2026 (DAU)", "Pagu 2026 (DAK)"),),
        ((*TITLES, "Pagu 2026", None), (*[None] * 6, "DAU", "DAK")),
    ],
)
def test_columns_named_by_sumber_dana_add_up_to_the_pagu(tmp_path: Path, titles: tuple[Row, ...]) -> None:
    found = look(tmp_path, titles)
    assert money(found) == SUMS
    assert found.value is not None
    assert [row.sumber_dana.text for row in found.value.program] == ["DAU; DAK", "DAU; DAK", "DAK"]
    assert told(found) == []
    assert found.account.filled == found.account.read


@pytest.mark.parametrize("title", ["Jumlah", "Total Pagu 2026", "Pagu 2026"])
@pytest.mark.parametrize(("more", "said"), [(0, []), (1, ["B124 Renstra!G3"])])
@pytest.mark.parametrize("before", [True, False])
def test_a_total_is_the_pagu_and_is_told_where_it_is_not_the_sum(
    tmp_path: Path, title: str, more: int, said: list[str], before: bool
) -> None:
    totals = [SUMS[0] + more, *SUMS[1:]]
    funds = ("DAU 2026", "DAK 2026")
    titles = (*TITLES, title, *funds) if before else (*TITLES, *funds, title)
    amounts = tuple((all_, *own) if before else (*own, all_) for own, all_ in zip(AMOUNTS, totals, strict=True))
    found = look(tmp_path, (titles,), amounts)
    assert money(found) == totals
    place = "G2" if before else "I2"
    assert told(found) == [line.replace("G3", place) for line in said]
    assert found.account.filled == found.account.read + found.account.named
    assert found.account.named == 0 or said


def test_each_year_has_its_own_sum(tmp_path: Path) -> None:
    titles = (*TITLES, "DAU 2026", "DAK 2026", "DAU 2027", "DAK 2027")
    found = look(tmp_path, (titles,), tuple((*own, 1, 2) for own in AMOUNTS))
    assert money(found) == SUMS
    assert money(found, 2027) == [3, 3, 3]


def test_a_unit_in_the_titles_holds_for_the_sum(tmp_path: Path) -> None:
    titles = (*TITLES, "DAU 2026 (dalam ribuan)", "DAK 2026 (dalam ribuan)")
    found = look(tmp_path, (titles,), ((100_000, 50_000), (100_000, 50_000), (None, 30_000)))
    assert money(found) == SUMS
    assert found.value is not None
    assert found.value.program[0].sumber_dana.text == "DAU; DAK"


UNITS = [
    (("DAU 2026 (Rp ribu)", "DAK 2026 (Rp juta)"), (100_000, 50), 150_000_000),
    (("DAU 2026 (Rp)", "DAK 2026 (juta rupiah)"), (100_000_000, 50), 150_000_000),
    (("DAU 2026 (Rp juta)", "DAK 2026 (Rp)"), (100, 50_000_000), 150_000_000),
    (("DAU 2026 (Rp juta)", "DAK 2026 (Rp juta)"), (100, 50), 150_000_000),
    (("DAU 2026 (Rp)", "DAK 2026"), (100_000_000, 50_000_000), 150_000_000),
]


@pytest.mark.parametrize(("funds", "amounts", "whole"), UNITS)
def test_funds_in_units_of_their_own_add_up_to_what_they_are(
    tmp_path: Path, funds: tuple[str, str], amounts: tuple[int, int], whole: int
) -> None:
    found = look(tmp_path, ((*TITLES, *funds),), (amounts, amounts, amounts))
    assert money(found) == [whole] * 3
    assert "B77" not in {entry.kode for entry in found.temuan}


def test_a_total_in_another_unit_than_its_parts_is_compared_with_what_they_are(tmp_path: Path) -> None:
    titles = ((*TITLES, "DAU 2026 (Rp ribu)", "DAK 2026 (Rp ribu)", "Total 2026 (Rp juta)"),)
    found = look(tmp_path, titles, ((100_000, 50_000, 150), (100_000, 50_000, 151), (None, 30_000, 30)))
    assert money(found) == [150_000_000, 151_000_000, 30_000_000]
    assert told(found) == ["B124 Renstra!I3"]


def test_a_fund_that_alone_says_its_unit_leaves_no_sum(tmp_path: Path) -> None:
    found = look(tmp_path, ((*TITLES, "DAU 2026", "DAK 2026 (Rp juta)"),), ((100_000_000, 50),) * 3)
    assert money(found) == [None] * 3
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B77"] == [
        "Renstra!H2", "Renstra!H3", "Renstra!H4",
    ]  # fmt: skip


def test_a_column_of_the_names_of_funds_is_kept(tmp_path: Path) -> None:
    found = look(tmp_path, ((*TITLES, "DAU", "DAK", "Sumber Dana"),), tuple((*own, "DAK Fisik") for own in AMOUNTS))
    assert found.value is not None
    assert {row.sumber_dana.text for row in found.value.program} == {"DAK Fisik"}
    assert money(found) == SUMS
    assert told(found) == []


def test_a_part_that_cannot_be_read_leaves_no_sum(tmp_path: Path) -> None:
    found = look(tmp_path, ((*TITLES, "DAU", "DAK"),), ((100_000_000, "lima juta"), *AMOUNTS[1:]))
    assert money(found) == [None, *SUMS[1:]]
    assert told(found) == ["B21 Renstra!H2"]


def test_funds_of_no_year_beside_targets_of_several_are_named(tmp_path: Path) -> None:
    titles = (*TITLES, "Target 2027", "DAU", "DAK")
    found = look(tmp_path, (titles,), tuple(("5", *own) for own in AMOUNTS))
    assert found.value is None or not found.value.program
    assert told(found) == ["B56 Renstra!H1", "B56 Renstra!I1"]


BLOCKS = (
    ("Program", "Outcome", "Indikator Program", "Pagu 2026", "Kegiatan", "Output", "Indikator Kegiatan", "Pagu 2026"),
    ("2.20.02 PROGRAM STATISTIK", "Meningkatnya mutu", "Indeks mutu", 500, "2.20.02.2.01 Kegiatan Statistik",
     "Terselenggaranya statistik", "Data terisi", 300),
    (None, None, None, None, "2.20.02.2.02 Kegiatan Metadata", "Tersusunnya metadata", "Jumlah metadata", 200),
)  # fmt: skip


@pytest.mark.parametrize("titles", [("Pagu 2026", "Pagu 2026"), ("Pagu Program 2026", "Pagu Kegiatan 2026")])
def test_in_blocks_each_level_has_the_amount_of_its_own_column(tmp_path: Path, titles: tuple[str, str]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in BLOCKS:
        sheet.append([value * 1_000_000 if isinstance(value, int) else value for value in row])
    sheet["D1"], sheet["H1"] = titles
    book.save(tmp_path / "b.xlsx")
    found = read(tmp_path / "b.xlsx")
    assert found.value is not None
    amounts = {row.kode.text: row.pagu[2026].number for row in found.value.program}
    assert amounts == {"2.20.02": 500_000_000, "2.20.02.2.01": 300_000_000, "2.20.02.2.02": 200_000_000}
    assert not {"B56", "B70", "B79"} & {entry.kode for entry in found.temuan}
